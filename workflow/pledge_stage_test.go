package workflow_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

// file is the id of an application's kept file by its number in the document, removed ones too.
func (st *stage) file(ctx context.Context, app workflow.Application, docID string) (string, error) {
	all, err := st.store.ReadAttachments(ctx, app.ID)
	if err != nil {
		return "", err
	}
	for _, a := range slices.Backward(all) {
		if a.DocID == docID {
			return a.ID, nil
		}
	}
	return "no-such-file", nil
}

// confirm confirms lines and "project:P01"s, with="ATT04" names the paper, seen="P01" claims an outdated digest for one of them.
func (st *stage) confirm(ctx context.Context, who workflow.Actor, app workflow.Application, names []string, args map[string]string) (string, error) {
	in := workflow.Confirm{Application: app.ID}
	for _, name := range names {
		item := workflow.Confirmed{Kind: workflow.PledgeLine, Line: name}
		if id, ok := strings.CutPrefix(name, "project:"); ok {
			item.Kind, item.Line = workflow.PledgeProject, id
		}
		if args["seen"] == item.Line {
			item.Digest = "of another content"
		}
		in.Items = append(in.Items, item)
	}
	var err error
	if args["with"] != "" {
		if in.Attachment, err = st.file(ctx, app, args["with"]); err != nil {
			return "", err
		}
	}
	saved, err := st.service.Confirm(ctx, who, in)
	return fmt.Sprintf("confirmed, %d left", saved.Application.Summary.Unconfirmed), err
}

// pledges tells the sums, and of each named line or project how it stands.
func (st *stage) pledges(ctx context.Context, who workflow.Actor, app workflow.Application, names []string) (string, error) {
	view, err := st.service.Pledges(ctx, who, app.ID)
	if err != nil {
		return "", err
	}
	texts := []string{}
	for _, kind := range []workflow.PledgeKind{workflow.PledgeLine, workflow.PledgeProject} {
		t := workflow.TallyPledges(view.Pledges, kind)
		texts = append(texts, fmt.Sprintf("%s %d of %d confirmed, %d lapsed, %s of %s", kind, t.Confirmed, t.Count, t.Lapsed, t.ConfirmedAmount, t.Amount))
	}
	texts[0] += fmt.Sprintf(" (list: %d)", view.Application.Summary.Unconfirmed)
	for i, p := range view.Pledges {
		if !slices.Contains(names, p.Line) {
			continue
		}
		text := fmt.Sprintf("%s %s %s %s", p.Line, p.Content.Amount, p.Label(), p.Committed)
		if p.Given != nil {
			text += fmt.Sprintf(" by %s for %s with “%s”", p.Given.Department, p.Given.Content.Amount, p.Given.DocID)
		}
		if view.Mine[i] {
			text += " mine"
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, "; "), nil
}

// todo tells what waits for a person.
func (st *stage) todo(ctx context.Context, who workflow.Actor) (string, error) {
	todos, err := st.service.Todos(ctx, who)
	texts := []string{}
	for _, t := range todos {
		lines := []string{}
		for _, p := range t.Confirm {
			lines = append(lines, p.Line)
		}
		due := ""
		if t.DueAt != nil {
			due = ", before " + t.DueAt.UTC().Format(time.RFC3339)
		}
		texts = append(texts, fmt.Sprintf("%s as %s: do %v, confirm %v%s", t.Application.No, t.Role, t.Actions, lines, due))
	}
	return strings.Join(texts, "; "), err
}

// done tells what a person did, and on what.
func (st *stage) done(ctx context.Context, who workflow.Actor) (string, error) {
	page, err := st.service.Done(ctx, who, 1, 50)
	texts := []string{}
	for _, d := range page.Items {
		on := "what is hidden from them"
		if d.Application != nil {
			on = fmt.Sprintf("%s rank %d", d.Application.No, d.Application.Rank)
		}
		texts = append(texts, fmt.Sprintf("%s on %s", d.Step.Action, on))
	}
	return strings.Join(texts, "; "), err
}

// detach removes a file by its number in the document and tells what of it is left.
func (st *stage) detach(ctx context.Context, who workflow.Actor, app workflow.Application, docID string) (string, error) {
	id, err := st.file(ctx, app, docID)
	if err != nil {
		return "", err
	}
	purged := ""
	saved, err := st.service.DetachFile(ctx, who, workflow.Detach{Application: app.ID, Attachment: id, Remove: func(string) error { purged = ", bytes purged"; return nil }})
	if err != nil {
		return "", err
	}
	if _, err := st.store.Attachment(ctx, id); fault.CodeOf(err) == fault.NotFound {
		purged += ", row gone"
	}
	return fmt.Sprintf("detached%s, %d left", purged, saved.Application.Summary.Unconfirmed), nil
}
