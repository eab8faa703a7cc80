package workflow_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

// changing plays the verbs about the money after the award and about changes of the approved plan.
func (st *stage) changing(ctx context.Context, who workflow.Actor, verb string, names []string, args map[string]string) (string, error) {
	id := st.apps[names[0]]
	switch verb {
	case "fund":
		return st.fund(ctx, who, id, names[1:], args)
	case "plans":
		plans, err := st.service.Plans(ctx, who, id)
		texts := []string{}
		for _, p := range plans {
			texts = append(texts, fmt.Sprintf("%d city %v", p.Version, p.City))
		}
		return strings.Join(texts, ", "), err
	case "committed":
		books, err := st.store.ReadFundBooks(ctx, id)
		lines := []string{}
		for _, l := range books.Lines {
			if books.Committed[l.Key] {
				lines = append(lines, l.Key)
			}
		}
		return strings.Join(lines, ", "), err
	case "orders":
		orders, err := st.service.Orders(ctx, who, workflow.FundQuery{ApplicationID: id})
		texts := []string{}
		for _, o := range orders {
			texts = append(texts, fmt.Sprintf("%s %s amber %v", o.Rule, o.State, o.Amber()))
		}
		slices.Sort(texts)
		return strings.Join(texts, ", "), err
	case "todos":
		todos, err := st.service.Todos(ctx, who)
		texts := []string{}
		for _, t := range todos {
			if t.Change != nil {
				texts = append(texts, fmt.Sprintf("%s as %s: %v", t.Application.No, t.Role, t.Change.Offers))
			}
		}
		return strings.Join(texts, ", "), err
	}
	account, err := st.store.ReadFundAccount(ctx, id)
	if err != nil {
		return "", err
	}
	var view workflow.ChangeView
	switch action := names[1]; action {
	case "propose", "try":
		in := workflow.ProposeChange{Application: id, Base: account.PlanVersion, Reason: args["reason"]}
		if args["base"] != "" {
			_, err = fmt.Sscan(args["base"], &in.Base)
		}
		if err == nil {
			in.Edits, err = st.edits(ctx, account, args)
		}
		if err != nil {
			return "", err
		}
		if action == "try" {
			view, err = st.service.TryChange(ctx, who, in)
		} else {
			if view, err = st.service.ProposeChange(ctx, who, in); err == nil {
				st.apps[names[0]+" change"] = view.ID
			}
		}
	case "read":
		view, err = st.service.PlanChange(ctx, who, st.apps[names[0]+" change"])
	default:
		in := workflow.ActOnChange{Change: st.apps[names[0]+" change"], Action: workflow.ChangeAction(action), Reason: args["reason"]}
		change, readErr := st.store.ReadPlanChange(ctx, in.Change)
		if readErr != nil {
			return "", readErr
		}
		in.Version = change.Version
		if args["version"] != "" {
			_, _ = fmt.Sscan(args["version"], &in.Version)
		}
		view, err = st.service.ActOnChange(ctx, who, in)
	}
	return changeText(view), err
}

func changeText(v workflow.ChangeView) string {
	text := fmt.Sprintf("%d %s over plan %d, %v", v.No, v.State, v.Base, v.Kinds)
	for _, d := range v.Differences {
		text += " / " + d.String()
	}
	for _, r := range v.CityReasons {
		text += " / city " + string(r.Kind) + ": " + r.Text
	}
	for _, b := range v.Blocks {
		text += " / blocked at " + b.Location + ": " + b.String()
	}
	for _, o := range v.Offers {
		text += fmt.Sprintf(" / may %s%v", o.Action, o.BlockedBy)
	}
	return text
}

// edits reads json="…" as the API takes it, and shift="P02 SOCIAL 78.5,P04 SOCIAL -1": money of projects, their totals and the fund plan moved alike.
func (st *stage) edits(ctx context.Context, a workflow.FundAccount, args map[string]string) (workflow.PlanEdits, error) {
	plan, err := st.store.ReadFundPlan(ctx, a.ApplicationID, a.PlanVersion)
	if err != nil {
		return workflow.PlanEdits{}, err
	}
	doc, _, err := proposal.Decode(plan.Body)
	if err != nil {
		return workflow.PlanEdits{}, err
	}
	edits := shifted(doc, args["shift"])
	var in struct {
		Projects map[string]json.RawMessage
		Added    []json.RawMessage
		Removed  []string
		FundPlan json.RawMessage
	}
	if text := strings.ReplaceAll(args["json"], "'", `"`); text != "" {
		if err := json.Unmarshal([]byte(text), &in); err != nil {
			return edits, err
		}
	}
	for _, id := range slices.Sorted(keysOf(in.Projects)) {
		edits.Projects = append(edits.Projects, workflow.ProjectEdit{ID: id, Patch: in.Projects[id]})
	}
	for _, body := range in.Added {
		edits.Added = append(edits.Added, body)
	}
	if copied := args["copy"]; copied != "" { // "P02 P30": a new project like another, without its money
		from, to, _ := strings.Cut(copied, " ")
		project := doc.Projects[slices.IndexFunc(doc.Projects, func(p proposal.Project) bool { return p.ID == from })]
		project.ID, project.Name = to, "新增的"+project.Name
		project.Funds, project.TotalInvestment = []proposal.ProjectFund{{Source: proposal.SourceSocial, Amount: fen(args["social"])}}, fen(args["social"])
		body, err := json.Marshal(project)
		if err != nil {
			return edits, err
		}
		edits.Added = append(edits.Added, body)
	}
	edits.Removed = in.Removed
	if in.FundPlan != nil {
		edits.FundPlan = in.FundPlan
	}
	return edits, nil
}

func keysOf[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func fen(wan string) money.Fen {
	amount, err := money.ParseWan(wan)
	if err != nil {
		panic(err)
	}
	return amount
}

// shifted is the edits that move money of projects and the plan together.
func shifted(doc *proposal.Proposal, shift string) workflow.PlanEdits {
	var edits workflow.PlanEdits
	if shift == "" {
		return edits
	}
	plan, touched := doc.FundPlan, []string{}
	for one := range strings.SplitSeq(shift, ",") {
		words := strings.Fields(one)
		project := &doc.Projects[slices.IndexFunc(doc.Projects, func(p proposal.Project) bool { return p.ID == words[0] })]
		source, by := proposal.FundSource(words[1]), fen(strings.TrimPrefix(words[2], "-"))
		if strings.HasPrefix(words[2], "-") {
			by = -by
		}
		i := slices.IndexFunc(project.Funds, func(f proposal.ProjectFund) bool { return f.Source == source })
		project.Funds[i].Amount += by
		project.TotalInvestment += by
		switch source {
		case proposal.SourceSocial:
			plan.Social += by
		case proposal.SourceLinkageCity:
			plan.Linkage.City += by
		case proposal.SourceLinkageCounty:
			plan.Linkage.County += by
		case proposal.SourceLinkageProvUp:
			plan.Linkage.ProvUp += by
		case proposal.SourceIntegrated:
			at := slices.IndexFunc(plan.Integrated, func(t proposal.IntegratedItem) bool { return t.ID == project.Funds[i].IntegratedItemID })
			plan.Integrated[at].Amount += by
		}
		touched = append(touched, project.ID)
	}
	slices.Sort(touched)
	for _, id := range slices.Compact(touched) {
		p := doc.Projects[slices.IndexFunc(doc.Projects, func(p proposal.Project) bool { return p.ID == id })]
		patch, _ := json.Marshal(map[string]any{"funds": p.Funds, "totalInvestment": p.TotalInvestment})
		edits.Projects = append(edits.Projects, workflow.ProjectEdit{ID: id, Patch: patch})
	}
	edits.FundPlan, _ = json.Marshal(plan)
	return edits
}

// fund plays "fund A01 ALLOCATE LINKAGE_CITY CITY P01 10".
func (st *stage) fund(ctx context.Context, who workflow.Actor, id string, names []string, args map[string]string) (string, error) {
	st.ids++
	key := fmt.Sprintf("k%d", st.ids)
	nothing := func() error { return nil }
	v, err := st.service.KeepVoucher(ctx, who, workflow.KeepVoucher{Application: id, FileName: "凭证.pdf", Size: 9, MediaType: "application/pdf", SHA256: proposal.Digest([]byte(key)),
		Place: nothing, Remove: nothing})
	if err != nil {
		return "", err
	}
	dated, err := proposal.ParseDate(args["on"])
	if err != nil {
		return "", err
	}
	e, err := st.service.Enter(ctx, who, workflow.EnterFund{Application: id, Key: key, Kind: funds.Kind(names[0]), Line: names[1], Level: funds.Level(strings.Trim(names[2], "-")), Dated: dated,
		DocNo: "文" + key, Payee: "项目单位", Parts: []funds.Part{{Project: names[3], Amount: fen(names[4])}}, Vouchers: []string{v.ID}})
	return fmt.Sprintf("%d %s %s %s", e.No, e.Kind, e.Amount, e.State), err
}
