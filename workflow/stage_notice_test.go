package workflow_test

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"xianjie/workflow"
)

// published plays the verbs about notices, objections, awards and simulations.
func (st *stage) published(ctx context.Context, who workflow.Actor, verb string, names []string, args map[string]string) (string, error) {
	batches, err := st.store.Batches(ctx)
	if err != nil {
		return "", err
	}
	batch := batches[0].ID
	switch verb {
	case "reviewed":
		ids := make([]string, len(names))
		for i, name := range names {
			ids[i] = st.apps[name]
		}
		return "ranked", reviewedBy(ctx, st.store, workflow.Reviewed, ids...)
	case "notices":
		all, err := st.service.Notices(ctx, who, batch)
		texts := []string{}
		for _, n := range all {
			texts = append(texts, fmt.Sprintf("%d %s", n.No, n.State))
		}
		return strings.Join(texts, ", "), err
	case "notice":
		return st.notice(ctx, who, batch, names, args)
	case "object":
		return st.object(ctx, who, names, args)
	case "lookup", "answer":
		return st.objection(ctx, who, verb, names, args)
	case "objections":
		n, err := st.noticeNo(ctx, names[0])
		if err != nil {
			return "", err
		}
		all, err := st.service.Objections(ctx, who, n.ID)
		return fmt.Sprintf("%d objections", len(all)), err
	case "awards":
		all, err := st.service.Awards(ctx, who, batch)
		texts := []string{}
		for _, a := range all {
			texts = append(texts, fmt.Sprintf("%s %s %s万元", a.Application.No, a.DocNo, a.Amount))
		}
		return strings.Join(texts, ", "), err
	default:
		return st.simulation(ctx, who, batch, args)
	}
}

func (st *stage) noticeNo(ctx context.Context, no string) (workflow.Notice, error) {
	all, err := st.store.Notices(ctx, "")
	for _, n := range all {
		if strconv.Itoa(n.No) == no {
			return n, err
		}
	}
	return workflow.Notice{ID: "none"}, err
}

// notice plays "notice draft", "notice edit 1 …", "notice open 1", "notice close 1", "notice read 1".
func (st *stage) notice(ctx context.Context, who workflow.Actor, batch string, names []string, args map[string]string) (string, error) {
	if names[0] == "draft" {
		n, err := st.service.DraftNotice(ctx, who, workflow.DraftNotice{Batch: batch})
		return fmt.Sprintf("%d %s, %d listed, %s", n.No, n.State, len(n.Entries), n.Title), err
	}
	n, err := st.noticeNo(ctx, names[1])
	if err != nil {
		return "", err
	}
	var moved workflow.NoticeView
	in := workflow.MoveNotice{Notice: n.ID, Version: n.Version}
	switch names[0] {
	case "edit":
		edit := workflow.UpdateNotice{Notice: n.ID, Version: n.Version, Title: n.Title, Body: n.Body, Channel: args["channel"], Phone: args["phone"]}
		moved, err = st.service.UpdateNotice(ctx, who, edit)
	case "open":
		moved, err = st.service.OpenNotice(ctx, who, in)
	case "close":
		moved, err = st.service.CloseNotice(ctx, who, in)
	default:
		view, err := st.service.Notice(ctx, who, n.ID)
		return strings.ReplaceAll(view.Text, "\n", " / "), err
	}
	text := fmt.Sprintf("%s, %d listed", moved.State, len(moved.Entries))
	if moved.ClosesAt != nil {
		text += ", ends before " + moved.ClosesAt.UTC().Format(time.RFC3339)
	}
	return text, err
}

// object plays "object 1 as O1 …".
func (st *stage) object(ctx context.Context, who workflow.Actor, names []string, args map[string]string) (string, error) {
	n, err := st.noticeNo(ctx, names[0])
	if err != nil {
		return "", err
	}
	o, err := st.service.FileObjection(ctx, who, workflow.FileObjection{Notice: n.ID, ApplicationNo: args["about"], Text: args["text"], Contact: args["contact"]})
	if err != nil {
		return "", err
	}
	st.apps[names[2]] = o.ID
	return "receipt " + o.ReceiptNo, nil
}

func (st *stage) objection(ctx context.Context, who workflow.Actor, verb string, names []string, args map[string]string) (string, error) {
	o, err := st.store.ReadObjection(ctx, st.apps[names[0]])
	if err != nil {
		return "", err
	}
	if verb == "answer" {
		o, err = st.service.AnswerObjection(ctx, who, workflow.AnswerObjection{Objection: o.ID, Version: o.Version, Upheld: args["upheld"] == "yes", Answer: args["text"]})
	} else {
		o, err = st.service.LookUpObjection(ctx, who, o.ReceiptNo)
	}
	return fmt.Sprintf("%s “%s” contact “%s”", o.Verdict(), o.Answer, o.Contact), err
}

func (st *stage) simulation(ctx context.Context, who workflow.Actor, batch string, args map[string]string) (string, error) {
	m, err := st.service.Simulate(ctx, who, workflow.NewSimulation{Batch: batch, Title: args["title"], Params: []byte(strings.ReplaceAll(args["json"], "'", `"`))})
	if err != nil {
		return "", err
	}
	result, err := m.Read()
	if err != nil {
		return "", err
	}
	text := fmt.Sprintf("%s of pack %d: %d pass, %s万元 -> %d pass, %s万元", result.Mark, result.PackVersion, result.Before.Passing, result.Before.Provincial,
		result.After.Passing, result.After.Provincial)
	for _, a := range result.Applications {
		for _, f := range a.Flips {
			text += fmt.Sprintf("; %s %s %s→%s (%s → %s)", a.No, f.Rule, f.From, f.To, f.FigureBefore, f.FigureAfter)
		}
		if a.TierChanged {
			text += fmt.Sprintf("; %s %s→%s", a.No, a.AmountBefore, a.AmountAfter)
		}
	}
	return text, nil
}
