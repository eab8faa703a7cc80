package workflow_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	jsonpatch "github.com/evanphx/json-patch/v5"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

// clock is the deciding clock of a transcript.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func newClock() *clock { c := &clock{}; c.reset(); return c }

func (c *clock) reset() { c.set(time.Date(2022, 11, 15, 1, 0, 0, 0, time.UTC)) }

func (c *clock) set(t time.Time) { c.mu.Lock(); defer c.mu.Unlock(); c.t = t }

func (c *clock) now() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.t }

// stage plays one transcript.
type stage struct {
	t       *testing.T
	service *workflow.Service
	store   workflow.Store
	clock   *clock
	apps    map[string]string // name → id
	ids     int
}

func newStage(t *testing.T, s workflow.Store, clock *clock) *stage {
	t.Helper()
	return newStageUnder(t, s, clock, sample.Pack())
}

func newStageUnder(t *testing.T, s workflow.Store, clock *clock, pack []byte) *stage {
	t.Helper()
	door, err := access.New()
	if err != nil {
		t.Fatal(err)
	}
	st := &stage{t: t, store: s, clock: clock, apps: map[string]string{}}
	st.service = workflow.New(s, door, func() string { st.ids++; return fmt.Sprintf("id-%04d", st.ids) })
	admin := actor("prov_admin@370000")
	b, err := st.service.CreateBatch(context.Background(), admin, workflow.NewBatch{Pack: pack})
	for _, move := range []string{"publish", "open"} {
		if err == nil {
			b, err = st.service.MoveBatch(context.Background(), admin, workflow.BatchMove{Batch: b.ID, Version: b.Version, Action: move})
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// play runs the script line by line and writes each line again with what came back.
func (st *stage) play(ctx context.Context, script string) string {
	var out strings.Builder
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, "\n")
		command, _, _ := strings.Cut(line, " => ")
		command = strings.TrimRight(command, " ")
		if command == "" || strings.HasPrefix(command, "#") {
			out.WriteString(line + "\n")
			continue
		}
		if at, ok := strings.CutPrefix(command, "at "); ok {
			t, err := time.Parse(time.RFC3339, at)
			if err != nil {
				st.t.Fatalf("%s: %v", line, err)
			}
			st.clock.set(t.UTC())
			out.WriteString(command + "\n")
			continue
		}
		out.WriteString(command + " => " + st.run(ctx, command) + "\n")
	}
	return out.String()
}

// run plays "who verb application key="value" …".
func (st *stage) run(ctx context.Context, command string) string {
	words := fields(command)
	if len(words) < 2 {
		st.t.Fatalf("cannot read %q", command)
	}
	who, verb, rest := actor(words[0]), words[1], words[2:]
	args := map[string]string{}
	var names []string
	for _, word := range rest {
		if key, value, ok := strings.Cut(word, "="); ok {
			args[key] = strings.Trim(value, `"`)
		} else {
			names = append(names, word)
		}
	}
	result, err := st.act(ctx, who, verb, names, args)
	if err != nil {
		return told(err)
	}
	return result
}

func told(err error) string {
	var f *fault.Error
	if !errors.As(err, &f) {
		return "unexpected: " + err.Error()
	}
	text := string(f.Code) + ": " + f.Message
	for _, p := range f.Places {
		if p.Location != "/action" {
			text += " | " + p.Location + " " + p.Message
		}
	}
	return text
}

func (st *stage) act(ctx context.Context, who workflow.Actor, verb string, names []string, args map[string]string) (string, error) {
	if text, known, err := st.reviewStage(ctx, who, verb, names, args); known {
		return text, err
	}
	switch verb {
	case "sweep":
		moved, err := st.service.Sweep(ctx)
		return fmt.Sprintf("%d moved", len(moved)), err
	case "batch":
		return st.batch(ctx, who, names[0], args)
	case "draft":
		return st.draft(ctx, who, names)
	case "todo":
		return st.todo(ctx, who)
	case "done":
		return st.done(ctx, who)
	case "reviewed", "notices", "notice", "object", "objections", "lookup", "answer", "awards", "simulate":
		return st.published(ctx, who, verb, names, args)
	case "change", "fund", "plans", "todos", "committed", "orders":
		return st.changing(ctx, who, verb, names, args)
	}
	if text, handled, err := st.review(ctx, who, verb, names, args); handled {
		return text, err
	}
	app, err := st.store.Application(ctx, st.apps[names[0]])
	if err != nil {
		return "", err
	}
	switch verb {
	case "attach":
		return st.attach(ctx, who, app, names[1:])
	case "patch":
		return st.patch(ctx, who, app, names[1], args)
	case "waive":
		saved, err := st.service.GrantWaiver(ctx, who, workflow.GrantWaiver{Application: app.ID, Version: app.Version, Rule: policy.RuleID(names[1]), Reason: args["reason"], DocNo: args["doc"]})
		return fmt.Sprintf("waived %v", saved.Application.Summary.Waived), err
	case "confirm":
		return st.confirm(ctx, who, app, names[1:], args)
	case "pledges":
		return st.pledges(ctx, who, app, names[1:])
	case "detach":
		return st.detach(ctx, who, app, names[1])
	case "offers":
		return st.offers(ctx, who, app)
	case "history":
		return st.history(ctx, who, app)
	case "diff":
		return st.diff(ctx, who, app, names[1:])
	default:
		return st.step(ctx, who, app, workflow.Action(verb), args)
	}
}

func (st *stage) step(ctx context.Context, who workflow.Actor, app workflow.Application, action workflow.Action, args map[string]string) (string, error) {
	cmd := workflow.Command{Application: app.ID, Version: app.Version, Action: action, Opinion: args["opinion"], Input: workflow.Input{
		Items: items(args["items"]), Ground: args["ground"], MinutesDocNo: args["minutes"], YellowRiverReason: args["reason"],
		CityDocNo: args["doc"], Clause: args["clause"], Facts: args["facts"], RejectGround: args["reject"], VetoRuling: args["ruling"],
		AwardDocNo: args["award"]}}
	cmd.Input.Rank, _ = strconv.Atoi(args["rank"])
	if v, err := strconv.ParseInt(args["version"], 10, 64); err == nil {
		cmd.Version = v
	}
	out, err := st.service.Do(ctx, who, cmd)
	if err != nil {
		return "", err
	}
	text := string(out.Application.State)
	if !out.Done {
		text += fmt.Sprintf(", waiting for %v", out.Waiting)
	}
	if out.Snapshot != nil {
		text += fmt.Sprintf(", snapshot %d", out.Snapshot.No)
	}
	if len(out.Application.Summary.Failed)+len(out.Application.Summary.Warned) > 0 {
		text += fmt.Sprintf(", failed %v warned %v waived %v", out.Application.Summary.Failed, out.Application.Summary.Warned, out.Application.Summary.Waived)
	}
	return text, nil
}

// draft makes a draft of a sample: "draft A01" or "draft A01 as B01".
func (st *stage) draft(ctx context.Context, who workflow.Actor, names []string) (string, error) {
	body := sample.Application(names[0])
	if len(names) > 3 { // draft A01 as B01 370686>370683
		from, to, _ := strings.Cut(names[3], ">")
		body = bytes.ReplaceAll(body, []byte(from), []byte(to))
	}
	doc, _, err := proposal.DecodeDraft(body)
	if err != nil {
		return "", err
	}
	saved, err := st.service.CreateDraft(ctx, who, workflow.NewDraft{Doc: doc})
	if err != nil {
		return "", err
	}
	name := names[0]
	if len(names) > 2 {
		name = names[2]
	}
	st.apps[name] = saved.Application.ID
	return fmt.Sprintf("%s %s, failed %v", saved.Application.No, saved.Application.State, saved.Application.Summary.Failed), nil
}

// attach keeps a file of each named kind; "all" means every kind the pack requires.
func (st *stage) attach(ctx context.Context, who workflow.Actor, app workflow.Application, kinds []string) (string, error) {
	pack, err := policy.ParsePack(sample.Pack())
	if err != nil {
		return "", err
	}
	if len(kinds) == 1 && kinds[0] == "all" {
		kinds = kinds[:0]
		for _, kind := range pack.Params.RequiredAttachments {
			kinds = append(kinds, string(kind))
		}
	}
	for _, kind := range kinds {
		text := []byte("%PDF-1.7 " + app.ID + kind + strconv.Itoa(st.ids))
		nothing := func() error { return nil }
		if _, err := st.service.AttachFile(ctx, who, workflow.Attach{Application: app.ID, Kind: kind, FileName: kind + ".pdf", Size: int64(len(text)),
			MediaType: "application/pdf", SHA256: proposal.Digest(text), Place: nothing, Remove: nothing}); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%d files", len(kinds)), nil
}

// patch merges JSON into one section or project ("projects/P03").
func (st *stage) patch(ctx context.Context, who workflow.Actor, app workflow.Application, part string, args map[string]string) (string, error) {
	merge := strings.ReplaceAll(args["json"], "'", `"`)
	if id, ok := strings.CutPrefix(part, "projects/"); ok {
		old, err := st.store.ReadProject(ctx, app.ID, id)
		if err != nil {
			return "", err
		}
		body, err := jsonpatch.MergePatch(old.Body, []byte(merge))
		if err != nil {
			return "", err
		}
		saved, err := st.service.SaveProject(ctx, who, workflow.SaveProject{Application: app.ID, ProjectID: id, Version: old.Version, Body: body})
		return savedText(saved), err
	}
	old, err := st.store.ReadSection(ctx, app.ID, proposal.SectionName(part))
	if err != nil {
		return "", err
	}
	body := []byte(merge)
	if !strings.HasPrefix(merge, "[") {
		if body, err = jsonpatch.MergePatch(old.Body, []byte(merge)); err != nil {
			return "", err
		}
	}
	saved, err := st.service.SaveSection(ctx, who, workflow.SaveSection{Application: app.ID, Name: old.Name, Version: old.Version, Body: body})
	return savedText(saved), err
}

func savedText(saved workflow.Saved) string {
	text := fmt.Sprintf("saved version %d", saved.Part)
	for _, f := range saved.Changed {
		text += fmt.Sprintf("; %s %s %s", f.Rule, f.Verdict, f.Figure.Text)
	}
	return text
}
