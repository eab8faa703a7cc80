package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/policy"
	"xianjie/workflow"
)

const objectObjection = "objection"

func (s *Server) objectionRoutes() {
	register(s, operation{id: "fileObjection", method: http.MethodPost, path: "/public/notices/{noticeId}/objections", summary: "提出异议,无须登录", tag: tagPublic,
		object: objectObjection, action: "file", public: true, status: http.StatusCreated, intake: brief,
		says: "公示期内受理,以服务器时钟为准。请记下回执号。同一地址提交过于频繁时答 429。"}, s.fileObjection)
	register(s, operation{id: "lookUpObjection", method: http.MethodGet, path: "/public/objections/{receiptNo}", summary: "凭回执号查询异议,无须登录", tag: tagPublic,
		object: objectNotice, action: "read", public: true}, s.lookUpObjection)
	register(s, operation{id: "listObjections", method: http.MethodGet, path: "/notices/{noticeId}/objections", summary: "对公示的异议", tag: tagNotices,
		object: objectObjection, action: "read"}, s.listObjections)
	register(s, operation{id: "answerObjection", method: http.MethodPost, path: "/objections/{objectionId}/actions", summary: "答复异议", tag: tagNotices,
		object: objectObjection, action: step, intake: command, says: "只能答复一次。"}, s.answerObjection)
}

// filed is what whoever objects gets.
type filed struct {
	ReceiptNo string    `json:"receiptNo" doc:"回执号,凭此查询"`
	FiledAt   time.Time `json:"filedAt" doc:"受理时刻"`
}

func (s *Server) fileObjection(ctx context.Context, in *struct {
	OfNotice
	Body struct {
		ApplicationNo string `json:"applicationNo,omitzero" maxLength:"64" doc:"所涉申报的编号;针对整个公示的不写"`
		Text          string `json:"text" minLength:"1" maxLength:"2000" doc:"事实和理由"`
		Contact       string `json:"contact,omitzero" maxLength:"200" doc:"联系方式,可不填;不予公开"`
	}
}) (*answer[filed], error) {
	actor := visitor(ctx)
	if err := s.deps.Identity.CountVisitor(ctx, objectObjection, actor.Address); err != nil {
		return nil, err
	}
	o, err := s.deps.Workflow.FileObjection(ctx, actor, workflow.FileObjection{Notice: in.NoticeID, ApplicationNo: in.Body.ApplicationNo,
		Text: in.Body.Text, Contact: in.Body.Contact})
	if err != nil {
		return nil, err
	}
	return created(filed{o.ReceiptNo, o.FiledAt.UTC()}, "", Base+"/public/objections/"+o.ReceiptNo), nil
}

// LookedUp is what the receipt number opens.
type LookedUp struct {
	ReceiptNo  string     `json:"receiptNo"`
	NoticeID   string     `json:"noticeId"`
	FiledAt    time.Time  `json:"filedAt"`
	State      string     `json:"state" enum:"OPEN,UPHELD,DISMISSED"`
	StateLabel string     `json:"stateLabel"`
	Answer     string     `json:"answer" doc:"答复;尚未答复为空"`
	AnsweredAt *time.Time `json:"answeredAt"`
}

var verdictLabels = map[string]string{"OPEN": "核查中", "UPHELD": "成立", "DISMISSED": "不成立"}

func lookedUpView(o workflow.Objection) LookedUp {
	return LookedUp{o.ReceiptNo, o.NoticeID, o.FiledAt.UTC(), o.Verdict(), verdictLabels[o.Verdict()], o.Answer, instant(o.HandledAt)}
}

func (s *Server) lookUpObjection(ctx context.Context, in *struct {
	ReceiptNo string `path:"receiptNo" maxLength:"64" doc:"回执号"`
}) (*answer[LookedUp], error) {
	o, err := s.deps.Workflow.LookUpObjection(ctx, visitor(ctx), in.ReceiptNo)
	if err != nil {
		return nil, err
	}
	return answered(lookedUpView(o), ""), nil
}

// objection is one 异议 as those who handle it see it.
type objection struct {
	ID            string `json:"id"`
	ApplicationID string `json:"applicationId" doc:"所涉申报;空表示针对整个公示"`
	Text          string `json:"text"`
	Contact       string `json:"contact"`
	HandledName   string `json:"handledName" doc:"答复岗位"`
	Version       int64  `json:"version" doc:"供 If-Match 使用"`
	Actions       []verb `json:"actions" doc:"当前用户可办理的事项"`
	LookedUp
}

func (s *Server) objectionView(ctx context.Context) func(workflow.Objection) objection {
	return func(o workflow.Objection) objection {
		actions := []verb{}
		if o.Upheld == nil && s.may(ctx, policy.Root().Code, objectObjection, "answer") {
			actions = append(actions, verb{"answer", "答复异议"})
		}
		return objection{o.ID, o.ApplicationID, o.Text, o.Contact, o.HandledName, o.Version, actions, lookedUpView(o)}
	}
}

func (s *Server) listObjections(ctx context.Context, in *struct{ OfNotice }) (*answer[list[objection]], error) {
	all, err := s.deps.Workflow.Objections(ctx, actorOf(ctx), in.NoticeID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(all, s.objectionView(ctx))), ""), nil
}

type objectionAnswered struct {
	ObjectionID string `path:"objectionId" maxLength:"64" doc:"异议的 id"`
	Matching
	Keyed
	Body struct {
		Action string `json:"action" enum:"answer" doc:"答复"`
		Upheld bool   `json:"upheld" doc:"异议是否成立"`
		Answer string `json:"answer" minLength:"1" maxLength:"2000" doc:"核查情况和结论,公开给提出人"`
	}
}

func (s *Server) answerObjection(ctx context.Context, in *objectionAnswered) (*answer[objection], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	view := func(o workflow.Objection) *answer[objection] {
		return answered(s.objectionView(ctx)(o), versionTag(o.Version))
	}
	o, err := s.deps.Workflow.AnswerObjection(ctx, actorOf(ctx), workflow.AnswerObjection{Objection: in.ObjectionID, Version: version,
		Upheld: in.Body.Upheld, Answer: in.Body.Answer, Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(o), nil
}
