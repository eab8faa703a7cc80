package workflow_test

import (
	"context"
	"strconv"
	"strings"
	"time"

	"xianjie/workflow"
)

func (st *stage) drawOrder(ctx context.Context, who workflow.Actor, args map[string]string) (string, error) {
	batches, err := st.store.Batches(ctx)
	if err != nil {
		return "", err
	}
	d, err := st.service.DrawOrder(ctx, who, workflow.DrawOrder{Batch: batches[0].ID, Seed: args["seed"], Partial: args["partial"] != ""})
	text := "seed " + d.Seed
	for _, slot := range d.Slots {
		text += ", " + strconv.Itoa(slot.Order) + " " + st.named(slot.ApplicationID)
	}
	return text, err
}

func (st *stage) named(id string) string {
	for name, known := range st.apps {
		if known == id {
			return name
		}
	}
	return id
}

func (st *stage) defences(ctx context.Context, who workflow.Actor) (string, error) {
	batches, err := st.store.Batches(ctx)
	if err != nil {
		return "", err
	}
	all, err := st.service.Defences(ctx, who, batches[0].ID)
	text := []string{}
	for _, v := range all {
		text = append(text, strconv.Itoa(v.Slot.Order)+" "+st.named(v.Application.ID)+" "+defenceText(v))
	}
	return strings.Join(text, "; "), err
}

func defenceText(v workflow.DefenceView) string {
	text := "no time"
	if v.Slot.MeetingAt != nil {
		text = v.Slot.MeetingAt.Format(time.RFC3339)
	}
	for _, a := range v.Slot.Attendance {
		text += " " + a.Unit + a.Post + map[bool]string{true: "到", false: "缺"}[a.Present]
	}
	if v.Slot.HeldAt != nil {
		text += " held"
	}
	return strings.TrimSpace(text + " " + v.Slot.Minutes)
}

func (st *stage) checks(ctx context.Context, who workflow.Actor) (string, error) {
	batches, err := st.store.Batches(ctx)
	if err != nil {
		return "", err
	}
	all, err := st.service.SiteChecks(ctx, who, batches[0].ID)
	text := []string{}
	for _, v := range all {
		text = append(text, st.named(v.Application.ID)+" "+siteText(v))
	}
	return strings.Join(text, " | "), err
}

// hear schedules with at="…", or records with here="单位/岗位,…" and away="…".
func (st *stage) hear(ctx context.Context, who workflow.Actor, app workflow.Application, args map[string]string) (string, error) {
	around, err := st.store.ReadSurroundings(ctx, app, workflow.WantDefence)
	if err != nil {
		return "", err
	}
	seen := int64(1)
	if around.Defence != nil {
		seen = around.Defence.Version
	}
	if v, err := strconv.ParseInt(args["version"], 10, 64); err == nil {
		seen = v
	}
	var at *time.Time
	if args["at"] != "" {
		t, err := time.Parse(time.RFC3339, args["at"])
		if err != nil {
			return "", err
		}
		at = &t
	}
	var v workflow.DefenceView
	if _, record := args["here"]; !record {
		v, err = st.service.ScheduleDefence(ctx, who, workflow.ScheduleDefence{Application: app.ID, Version: seen, MeetingAt: *at})
		return defenceText(v), err
	}
	in := workflow.RecordAttendance{Application: app.ID, Version: seen, MeetingAt: at, Minutes: args["minutes"]}
	for _, key := range []string{"here", "away"} {
		for post := range strings.SplitSeq(args[key], ",") {
			if unit, name, ok := strings.Cut(post, "/"); ok {
				in.Attendance = append(in.Attendance, workflow.Attendant{Unit: unit, Post: name, Present: key == "here"})
			}
		}
	}
	v, err = st.service.RecordAttendance(ctx, who, in)
	return defenceText(v), err
}
