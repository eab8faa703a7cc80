package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/workflow"
)

func (s *Server) historyRoutes() {
	register(s, operation{id: "getHistory", method: http.MethodGet, path: "/applications/{id}/history", summary: "办理过程", tag: tagApplications,
		object: objectApplication, action: "read"}, s.getHistory)
	register(s, operation{id: "getConsultations", method: http.MethodGet, path: "/applications/{id}/consultations", summary: "会签意见与退回单", tag: tagApplications,
		object: objectApplication, action: "read"}, s.getConsultations)
}

// stepTaken is one line of the history.
type stepTaken struct {
	Application string    `json:"applicationId"`
	Seq         int       `json:"seq"`
	Action      string    `json:"action"`
	ActionLabel string    `json:"actionLabel"`
	From        string    `json:"from"`
	To          string    `json:"to" doc:"与 from 相同表示只是签署,步骤尚未完成"`
	ToLabel     string    `json:"toLabel"`
	Role        post      `json:"role"`
	Name        string    `json:"name" doc:"单位与岗位;无权查看时为空"`
	Opinion     string    `json:"opinion" doc:"无权查看时为空"`
	SnapshotNo  int       `json:"snapshotNo"`
	PackVersion int       `json:"packVersion"`
	PassedOver  []string  `json:"passedOver" doc:"未通过但经豁免或仅提示的规则"`
	At          time.Time `json:"at"`
}

func stepView(st workflow.Step) stepTaken {
	return stepTaken{Application: st.ApplicationID, Seq: st.Seq, Action: string(st.Action), ActionLabel: st.Action.Label(),
		From: string(st.From), To: string(st.To), ToLabel: st.To.Label(), Role: postView(st.Role), Name: st.Name, Opinion: st.Opinion,
		SnapshotNo: st.SnapshotNo, PackVersion: st.PackVersion, PassedOver: rules(st.Blocked), At: st.At.UTC()}
}

func (s *Server) getHistory(ctx context.Context, in *struct{ OfApplication }) (*answer[list[stepTaken]], error) {
	steps, err := s.deps.Workflow.History(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(steps, stepView)), ""), nil
}

// consultations are what the desks left on an application.
type consultations struct {
	Signatures []signature  `json:"signatures" doc:"各轮会签;无权查看时为空"`
	Returns    []returnSlip `json:"returns" doc:"历次退回单"`
	Hearing    *hearing     `json:"hearing" doc:"拟取消资格的告知,供县市申辩;没有或无权查看时为 null"`
}

// hearing is what a county is told of its proposed disqualification.
type hearing struct {
	By     post      `json:"by"`
	Clause string    `json:"clause" doc:"依据条款"`
	Facts  string    `json:"facts" doc:"事实"`
	ToldAt time.Time `json:"toldAt" doc:"提出的时刻,申辩期自此起算"`
	Until  time.Time `json:"until" doc:"申辩期届满的时刻,此前不作决定"`
}

func hearingView(h *workflow.Hearing) *hearing {
	if h == nil {
		return nil
	}
	return &hearing{By: postView(h.By), Clause: h.Clause, Facts: h.Facts, ToldAt: h.ToldAt.UTC(), Until: h.Until.UTC()}
}

// signature is one bureau's opinion.
type signature struct {
	ID         string     `json:"id"`
	Action     string     `json:"action"`
	Round      int        `json:"round" doc:"轮次"`
	SnapshotNo int        `json:"snapshotNo"`
	Role       post       `json:"role"`
	Name       string     `json:"name"`
	Opinion    string     `json:"opinion"`
	Rank       int        `json:"rank"`
	Clause     string     `json:"clause" doc:"取消资格的依据条款;其他事项为空"`
	Facts      string     `json:"facts" doc:"取消资格的事实;其他事项为空"`
	SignedAt   time.Time  `json:"signedAt"`
	VoidedAt   *time.Time `json:"voidedAt" doc:"因退回等作废的时刻"`
}

// returnSlip is a 退回单.
type returnSlip struct {
	ID         string       `json:"id"`
	Round      int          `json:"round"`
	By         post         `json:"by"`
	Name       string       `json:"name"`
	Opinion    string       `json:"opinion"`
	Items      []returnItem `json:"items" doc:"退回时列出的须补正内容"`
	Open       []returnItem `json:"open" doc:"补正期间可以改动的内容:所列的,以及决议、上报文件和部门承诺;其余冻结"`
	DueAt      time.Time    `json:"dueAt" doc:"补正截止,此刻起为逾期"`
	ReturnedAt time.Time    `json:"returnedAt"`
	AnsweredAt *time.Time   `json:"answeredAt"`
}

func (s *Server) getConsultations(ctx context.Context, in *struct{ OfApplication }) (*answer[consultations], error) {
	desk, err := s.deps.Workflow.Desk(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(consultations{each(desk.Signatures, signatureView), each(desk.Returns, returnView), hearingView(desk.Hearing)}, ""), nil
}

func signatureView(g workflow.Signature) signature {
	return signature{ID: g.ID, Action: string(g.Action), Round: g.Round, SnapshotNo: g.SnapshotNo, Role: postView(g.Role), Name: g.Name,
		Opinion: g.Opinion, Rank: g.Input.Rank, Clause: g.Input.Clause, Facts: g.Input.Facts, SignedAt: g.SignedAt.UTC(), VoidedAt: instant(g.VoidedAt)}
}

func returnView(r workflow.ReturnSlip) returnSlip {
	return returnSlip{ID: r.ID, Round: r.Round, By: postView(r.By), Name: r.ByName, Opinion: r.Opinion, DueAt: r.DueAt.UTC(),
		ReturnedAt: r.ReturnedAt.UTC(), AnsweredAt: instant(r.AnsweredAt), Items: each(r.Items, itemView),
		Open: each(r.Open(), itemView)}
}

func itemView(i workflow.ReturnItem) returnItem {
	return returnItem{i.Section, i.Row, i.Fields, i.Note}
}
