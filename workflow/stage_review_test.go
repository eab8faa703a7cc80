package workflow_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"xianjie/internal/demo"
	"xianjie/internal/identity"
	"xianjie/internal/review"
	"xianjie/internal/sample"
	"xianjie/internal/store"
	"xianjie/policy"
	"xianjie/workflow"
)

// review plays the lines of the review office and of experts; handled is false for every other verb.
func (st *stage) review(ctx context.Context, who workflow.Actor, verb string, names []string, args map[string]string) (text string, handled bool, err error) {
	switch verb {
	case "advance":
		text, err = st.advance(ctx, names)
	case "enlist":
		text, err = st.enlist(ctx, who, names[0], args)
	case "draw":
		text, err = st.draw(ctx, who, review.Stage(names[0]), args)
	case "publish", "discard":
		text, err = st.decide(ctx, who, verb, args)
	case "rank":
		text, err = st.rank(ctx, who, args)
	case "ranking":
		var v workflow.RankingView
		if v, err = st.service.Ranking(ctx, who, st.batchNow(ctx).ID); err == nil {
			text = st.places(v.Ranking)
		}
	case "declare", "save", "submit-sheet", "recuse", "reopen-sheet", "explain", "task":
		text, err = st.onTask(ctx, who, verb, names, args)
	default:
		return "", false, nil
	}
	return text, true, err
}

func (st *stage) batchNow(ctx context.Context) workflow.Batch {
	batches, err := st.store.Batches(ctx)
	if err != nil {
		st.t.Fatal(err)
	}
	return batches[0]
}

// advance brings samples to the written review, each official doing his part; times are set by the transcript.
func (st *stage) advance(ctx context.Context, names []string) (string, error) {
	for _, name := range names {
		county, city := advanced[name].county, advanced[name].county[:4]+"00"
		for _, line := range []string{
			"county_filer@" + county + " draft " + name,
			"county_filer@" + county + " attach " + name + " all",
			"county_signer@" + county + " submit " + name,
			"city_reviewer@" + city + " accept " + name,
			"city_reviewer@" + city + ` shortlist ` + name + ` opinion="同意" rank=1 minutes="会〔2022〕1号"`,
			"city_finance@" + city + ` shortlist ` + name + ` opinion="同意"`,
			"city_signer@" + city + ` report ` + name + ` doc="政呈〔2022〕1号"`,
			"prov_admin@370000 start " + name,
			`prov_admin@370000 pass ` + name + ` opinion="通过"`,
			`prov_finance@370000 pass ` + name + ` opinion="通过"`,
		} {
			if got := st.run(ctx, line); strings.Contains(got, ": ") && !strings.Contains(got, "DRAFT") {
				return "", fmt.Errorf("%s => %s", line, got)
			}
		}
	}
	app, err := st.store.Application(ctx, st.apps[names[len(names)-1]])
	return string(app.State), err
}

var advanced = map[string]struct{ county string }{"A01": {"370686"}, "A02": {"370832"}, "A03": {"371326"}}

// enlist opens an expert's account and enters him in the pool.
func (st *stage) enlist(ctx context.Context, who workflow.Actor, account string, args map[string]string) (string, error) {
	kept, ok := st.store.(*store.Store)
	if !ok {
		return "", errors.New("only a real store has accounts")
	}
	at := time.Date(2022, 12, 1, 0, 0, 0, 0, time.UTC)
	err := kept.Identity().InTx(ctx, func(tx identity.Tx) error {
		if err := tx.CreateAccount(identity.Account{ID: account, Login: strings.ToLower(account), Name: "专家 " + account, Unit: args["unit"],
			PasswordHash: identity.NewSecret("$x$"), Grants: []identity.Grant{}, Version: 1, CreatedBy: identity.Console, CreatedAt: at, UpdatedAt: at}); err != nil {
			return err
		}
		role := "expert"
		if args["role"] != "" {
			role = args["role"]
		}
		return tx.AddGrant(account, identity.Grant{ID: "g-" + account, Role: role, Region: "370000", GrantedBy: identity.Console, GrantedAt: at})
	})
	if err != nil || args["role"] != "" {
		return account, err
	}
	e, err := st.service.SaveExpert(ctx, who, workflow.SaveExpert{AccountID: account, Unit: args["unit"], Field: "产业", NativeCity: args["native"],
		WorkCity: args["work"], Served: strings.Fields(args["served"]), Active: true})
	return e.Code, err
}

// draw proposes a draw and tells what came out.
func (st *stage) draw(ctx context.Context, who workflow.Actor, of review.Stage, args map[string]string) (string, error) {
	in := workflow.ProposeDraw{Batch: st.batchNow(ctx).ID, Stage: of, Seed: args["seed"], Reason: args["reason"]}
	for name := range strings.FieldsSeq(args["apps"]) {
		in.Applications = append(in.Applications, st.apps[name])
	}
	d, err := st.service.ProposeDraw(ctx, who, in)
	if err != nil {
		return "", err
	}
	return st.panels(d), nil
}

func (st *stage) panels(d workflow.Draw) string {
	var lines []string
	for name, id := range st.apps {
		var codes []string
		for _, p := range d.Drawn.Pairs {
			if p.Application == id {
				codes = append(codes, d.Input.Candidates[slices.IndexFunc(d.Input.Candidates, func(c review.Candidate) bool { return c.Expert == p.Expert })].Code)
			}
		}
		if slices.Sort(codes); len(codes) > 0 {
			lines = append(lines, name+" "+strings.Join(codes, " "))
		}
	}
	slices.Sort(lines)
	return fmt.Sprintf("draw %d on %d: %s; %d conflicts", d.No, d.Base, strings.Join(lines, ", "), len(d.Input.Conflicts))
}

// decide publishes or discards a draw: the newest, or no=N of the stage given.
func (st *stage) decide(ctx context.Context, who workflow.Actor, verb string, args map[string]string) (string, error) {
	b := st.batchNow(ctx)
	draws, err := st.store.Draws(ctx, b.ID, "")
	if err != nil || len(draws) == 0 {
		return "nothing is drawn", err
	}
	d := draws[0]
	if no := args["no"]; no != "" {
		d = draws[slices.IndexFunc(draws, func(d workflow.Draw) bool { return fmt.Sprint(d.No) == no })]
	}
	in := workflow.DecideDraw{Batch: b.ID, Draw: d.ID, Version: d.Version, Reason: args["reason"]}
	if verb == "discard" {
		d, err = st.service.DiscardDraw(ctx, who, in)
	} else {
		d, err = st.service.PublishDraw(ctx, who, in)
	}
	return fmt.Sprintf("draw %d %s, review by pack %d", d.No, d.State, st.batchNow(ctx).ReviewPack), err
}

func (st *stage) rank(ctx context.Context, who workflow.Actor, args map[string]string) (string, error) {
	b := st.batchNow(ctx)
	k, err := st.service.LockRanking(ctx, who, workflow.LockRanking{Batch: b.ID, Version: b.Version, Seed: args["seed"]})
	if err != nil {
		return "", err
	}
	return st.places(k), nil
}

func (st *stage) places(k workflow.Ranking) string {
	var lines []string
	for _, p := range k.Places {
		row := k.Rows[slices.IndexFunc(k.Rows, func(r review.Row) bool { return r.Application == p.Application })]
		line := fmt.Sprintf("%d %s %s", p.Rank, st.nameOf(p.Application), row.Composite.Fixed())
		if p.DecidedBy != "" {
			line += " by " + string(p.DecidedBy)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, ", ")
}

func (st *stage) nameOf(id string) string {
	for name, known := range st.apps {
		if known == id {
			return name
		}
	}
	return id
}

// onTask plays one act on the review of (expert, application); the secretary names the expert with of=.
func (st *stage) onTask(ctx context.Context, who workflow.Actor, verb string, names []string, args map[string]string) (string, error) {
	expert, as := who.AccountID, args["stage"]
	if args["of"] != "" {
		expert = args["of"]
	}
	if as == "" {
		as = "WRITTEN"
	}
	page, err := st.store.Reviews(ctx, workflow.ReviewQuery{ApplicationID: st.apps[names[0]], ExpertID: expert, Stage: review.Stage(as)})
	if err != nil || len(page.Items) == 0 {
		return "nobody is assigned", err
	}
	r := page.Items[0]
	in := workflow.OnReview{Review: r.ID, Version: r.Version, Text: args["text"]}
	if len(names) > 1 {
		sheet := st.sheet(r.Stage, names[1])
		if args["veto"] != "" {
			sheet.Vetoes = map[string]string{args["veto"]: "现场图片显示大拆大建"}
		}
		in.Sheet = &sheet
	}
	var done workflow.Review
	switch verb {
	case "declare":
		done, err = st.service.DeclareFree(ctx, who, in)
	case "save":
		done, err = st.service.SaveSheet(ctx, who, in)
	case "submit-sheet":
		done, err = st.service.SubmitSheet(ctx, who, in)
	case "recuse":
		done, err = st.service.Recuse(ctx, who, in)
	case "reopen-sheet":
		done, err = st.service.ReopenSheet(ctx, who, in)
	case "explain":
		done, err = st.service.Explain(ctx, who, in)
	case "task":
		return st.task(ctx, who, r.ID)
	}
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %s", done.State, done.Total), nil
}

func (st *stage) task(ctx context.Context, who workflow.Actor, id string) (string, error) {
	task, err := st.service.Task(ctx, who, id)
	if err != nil {
		return "", err
	}
	text := string(task.Review.State)
	if task.Shown {
		text += " " + task.Review.Total.String()
	}
	if task.Document != nil {
		text += ", file open"
	}
	if task.Flagged {
		text += ", flagged"
	}
	return text, nil
}

// sheet is a complete sheet with a total: every item in the same proportion, the rest by steps from the first item on; whatever lies under
// its anchor has a reason.
func (st *stage) sheet(of review.Stage, total string) review.Sheet {
	pack, err := policy.ParsePack(sample.Pack())
	if err != nil {
		st.t.Fatal(err)
	}
	want, err := review.ParsePoints(total)
	if err != nil {
		st.t.Fatal(err)
	}
	rubric, _ := pack.Review.Rubric(of)
	return demo.Spread(rubric, want)
}
