package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

const (
	tagStages     = "答辩与核查"
	objectDefence = "defence"
)

func (s *Server) defenceRoutes() {
	path := "/batches/{batchId}/defences"
	register(s, operation{id: "listDefences", method: http.MethodGet, path: path, summary: "视频答辩的次序、时间与参会", tag: tagStages,
		object: objectDefence, action: "read", says: "县市只见本地的次序与时间。"}, s.listDefences)
	register(s, operation{id: "drawDefences", method: http.MethodPost, path: path, summary: "抽取答辩次序", tag: tagStages,
		object: objectDefence, action: "update", status: http.StatusCreated, intake: command,
		says: "已抽定的次序不再变动;以所留种子可重放。还有申报在书面评审时须注明 partial。"}, s.drawDefences)
	register(s, operation{id: "recordDefence", method: http.MethodPut, path: "/applications/{id}/defence", summary: "安排答辩时间,登记参会", tag: tagStages,
		object: objectDefence, action: "update", intake: command, says: "不写 attendance 为安排时间;写了为登记参会。只写单位和岗位,不写姓名。"}, s.recordDefence)
}

// attendant is one post at a defence.
type attendant struct {
	Unit    string `json:"unit" minLength:"1" maxLength:"200" doc:"单位"`
	Post    string `json:"post" minLength:"1" maxLength:"200" doc:"岗位,不写姓名"`
	Present bool   `json:"present" doc:"到会"`
}

// defence is an application's place in the 视频答辩.
type defence struct {
	ApplicationID string      `json:"applicationId"`
	No            string      `json:"no"`
	Title         string      `json:"title"`
	CountyCode    string      `json:"countyCode"`
	CountyName    string      `json:"countyName"`
	State         string      `json:"state"`
	StateLabel    string      `json:"stateLabel"`
	Order         int         `json:"order" doc:"抽定的次序,从 1 起;0 为待抽签"`
	Seed          string      `json:"seed" doc:"抽签所用的种子"`
	MeetingAt     *time.Time  `json:"meetingAt" doc:"答辩时间"`
	Whole         bool        `json:"whole" doc:"所示包括参会情况"`
	Attendance    []attendant `json:"attendance"`
	Minutes       string      `json:"minutes" doc:"记录"`
	HeldAt        *time.Time  `json:"heldAt" doc:"登记参会的时刻;null 为尚未登记"`
	Version       int64       `json:"version" doc:"供 If-Match 使用;0 为待抽签"`
}

func defenceView(v workflow.DefenceView) defence {
	a, d := v.Application, v.Slot
	return defence{a.ID, a.No, a.Title, a.CountyCode, a.CountyName, string(a.State), a.State.Label(), d.Order, d.Seed, instant(d.MeetingAt),
		v.Depth == workflow.Whole, each(d.Attendance, func(p workflow.Attendant) attendant { return attendant(p) }), d.Minutes, instant(d.HeldAt), d.Version}
}

func (s *Server) listDefences(ctx context.Context, in *struct {
	OfBatch
	Conditional
}) (*answer[list[defence]], error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	found, err := s.deps.Workflow.Defences(ctx, actorOf(ctx), in.BatchID)
	if err != nil {
		return nil, err
	}
	p := newStamp()
	for _, v := range found {
		p = p.text(v.Application.ID).number(v.Application.Version).number(v.Slot.Version).number(int64(v.Depth))
	}
	if in.has(p.tag()) {
		return unchanged[list[defence]](p.tag()), nil
	}
	return answered(whole(each(found, defenceView)), p.tag()), nil
}

// orderDrawn answers a draw of the order.
type orderDrawn struct {
	Seed   string       `json:"seed" doc:"所用种子"`
	Places []orderPlace `json:"places" doc:"这次抽定的次序"`
}

// orderPlace is one drawn place.
type orderPlace struct {
	Order         int    `json:"order"`
	ApplicationID string `json:"applicationId"`
}

func orderDrawnView(d workflow.OrderDrawn) *answer[orderDrawn] {
	return created(orderDrawn{d.Seed, each(d.Slots, func(slot workflow.DefenceSlot) orderPlace { return orderPlace{slot.Order, slot.ApplicationID} })}, "", "")
}

func (s *Server) drawDefences(ctx context.Context, in *struct {
	OfBatch
	Keyed
	Body struct {
		Seed    string `json:"seed,omitzero" maxLength:"200" doc:"种子,如当众摇出的号码;不写由系统生成"`
		Partial bool   `json:"partial,omitzero" doc:"书面评审未全部结束时先抽"`
	}
}) (*answer[orderDrawn], error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	done, err := s.deps.Workflow.DrawOrder(ctx, actorOf(ctx), workflow.DrawOrder{Batch: in.BatchID, Seed: in.Body.Seed, Partial: in.Body.Partial,
		Receipt: receipt(ctx, orderDrawnView)})
	if err != nil {
		return nil, err
	}
	return orderDrawnView(done), nil
}

type defenceRecorded struct {
	OfApplication
	Matching
	Body struct {
		MeetingAt  *time.Time  `json:"meetingAt,omitzero" doc:"答辩时间"`
		Attendance []attendant `json:"attendance,omitzero" maxItems:"100" doc:"参会岗位"`
		Minutes    string      `json:"minutes,omitzero" maxLength:"2000" doc:"记录"`
	}
}

func (s *Server) recordDefence(ctx context.Context, in *defenceRecorded) (*answer[defence], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	actor := actorOf(ctx)
	var done workflow.DefenceView
	switch {
	case in.Body.Attendance != nil:
		done, err = s.deps.Workflow.RecordAttendance(ctx, actor, workflow.RecordAttendance{Application: in.ID, Version: version, MeetingAt: in.Body.MeetingAt,
			Attendance: each(in.Body.Attendance, func(p attendant) workflow.Attendant { return workflow.Attendant(p) }), Minutes: in.Body.Minutes})
	case in.Body.MeetingAt == nil:
		return nil, fault.At("没有填写内容", []fault.Place{{Location: "/meetingAt", Message: "请填写答辩时间,或登记参会岗位"}})
	case in.Body.Minutes != "":
		return nil, fault.At("缺少参会岗位", []fault.Place{{Location: "/attendance", Message: "记录与参会岗位一并登记"}})
	default:
		done, err = s.deps.Workflow.ScheduleDefence(ctx, actor, workflow.ScheduleDefence{Application: in.ID, Version: version, MeetingAt: *in.Body.MeetingAt})
	}
	if err != nil {
		return nil, err
	}
	return answered(defenceView(done), versionTag(done.Slot.Version)), nil
}
