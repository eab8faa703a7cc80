package workflow

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"xianjie/internal/fault"
)

// Bounds of what is written about a defence.
const (
	mostAttendants = 100 // posts of one meeting
	mostPost       = 200 // characters
	mostMinutes    = 2000
)

// ScheduleDefence sets when an application is heard.
type ScheduleDefence struct {
	Application string
	Version     int64 // of the place
	MeetingAt   time.Time
}

// ScheduleDefence sets or moves the meeting. Errors: those of RecordAttendance.
func (s *Service) ScheduleDefence(ctx context.Context, actor Actor, in ScheduleDefence) (DefenceView, error) {
	return s.changeDefence(ctx, actor, in.Application, in.Version, func(c *Case, d *DefenceSlot) (string, string, error) {
		switch {
		case d.HeldAt != nil:
			return "", "", fault.New(fault.Refused, "答辩已经举行并登记参会,时间不再变动")
		case in.MeetingAt.Before(c.Now):
			return "", "", fault.At("答辩时间有误", []fault.Place{{Location: "/meetingAt", Message: "不能早于现在"}})
		}
		d.MeetingAt = instant(in.MeetingAt.UTC().Truncate(time.Microsecond))
		return "defence_schedule", shown(in.MeetingAt, c.Pack.Zone()), nil
	})
}

// RecordAttendance says who came to the defence of an application.
type RecordAttendance struct {
	Application string
	Version     int64
	MeetingAt   *time.Time  // nil keeps the time that was set
	Attendance  []Attendant // units and posts; a natural person's name belongs in no record of this system
	Minutes     string
}

// RecordAttendance keeps who attended, by post, and the minutes; it may be corrected while the application is in 视频答辩. Errors:
// Forbidden, NotFound, Stale, Refused (state, no place drawn), Invalid (nobody present, no or a future meeting).
func (s *Service) RecordAttendance(ctx context.Context, actor Actor, in RecordAttendance) (DefenceView, error) {
	return s.changeDefence(ctx, actor, in.Application, in.Version, func(c *Case, d *DefenceSlot) (string, string, error) {
		if in.MeetingAt != nil {
			d.MeetingAt = instant(in.MeetingAt.UTC().Truncate(time.Microsecond))
		}
		places := in.wrong()
		if d.MeetingAt == nil || d.MeetingAt.After(c.Now) {
			places = append(places, fault.Place{Location: "/meetingAt", Message: "请填写答辩举行的时间,不能晚于现在"})
		}
		if err := fault.At("参会登记没有填好", places); err != nil {
			return "", "", err
		}
		d.Attendance, d.Minutes = in.Attendance, strings.TrimSpace(in.Minutes)
		if d.HeldAt == nil {
			d.HeldAt = instant(c.Now)
		}
		return "defence_attendance", fmt.Sprintf("到会 %d 个岗位", in.present()), nil
	})
}

func (in RecordAttendance) present() int {
	n := 0
	for _, a := range in.Attendance {
		if a.Present {
			n++
		}
	}
	return n
}

func (in RecordAttendance) wrong() []fault.Place {
	var places []fault.Place
	if in.present() == 0 {
		places = append(places, fault.Place{Location: "/attendance", Message: "至少有一个岗位到会"})
	}
	if len(in.Attendance) > mostAttendants {
		places = append(places, fault.Place{Location: "/attendance", Message: fmt.Sprintf("不超过 %d 个岗位", mostAttendants)})
	}
	for i, a := range in.Attendance {
		for _, f := range []struct{ key, text, what string }{{"unit", a.Unit, "单位"}, {"post", a.Post, "岗位"}} {
			if strings.TrimSpace(f.text) == "" || utf8.RuneCountInString(f.text) > mostPost {
				places = append(places, fault.Place{Location: fmt.Sprintf("/attendance/%d/%s", i, f.key), Message: fmt.Sprintf("请填写%s(不填姓名),不超过 %d 个字", f.what, mostPost)})
			}
		}
	}
	if utf8.RuneCountInString(in.Minutes) > mostMinutes {
		places = append(places, fault.Place{Location: "/minutes", Message: fmt.Sprintf("不超过 %d 个字", mostMinutes)})
	}
	return places
}

// changeDefence locks an application in 视频答辩, lets do change its place, and keeps it with its audit entry.
func (s *Service) changeDefence(ctx context.Context, actor Actor, id string, version int64,
	do func(c *Case, d *DefenceSlot) (action, object string, err error)) (DefenceView, error) {
	var out DefenceView
	err := s.store.InTx(ctx, func(tx Tx) error {
		c, err := s.openFor(tx, actor, id, "defence", "update", WantDefence)
		if err != nil {
			return err
		}
		d := c.Around.Defence
		switch {
		case c.App.State != Defence:
			return fault.New(fault.Refused, "申报现为“%s”,不在视频答辩环节", c.App.State.Label())
		case d == nil:
			return fault.New(fault.Refused, "还没有抽取答辩次序")
		case d.Version != version:
			return Changed(d.Version, version)
		}
		action, object, err := do(c, d)
		if err != nil {
			return err
		}
		d.UpdatedAt = c.Now
		if err := tx.SaveDefence(d); err != nil {
			return err
		}
		out = SightOf(actor).defence(c.App, *d)
		return note(tx, c, action, object, "", digestOf(d.Attendance, d.Minutes))
	})
	if err != nil {
		return DefenceView{}, err
	}
	return out, nil
}
