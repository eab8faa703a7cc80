package workflow

import (
	"slices"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// changeFacts is everything a change is judged on.
type changeFacts struct {
	App     Application
	Pack    *policy.Pack
	PackNo  int
	Now     time.Time
	Account FundAccount
	Base    *proposal.Proposal // the approved plan in force
	City    *proposal.Proposal // the last one the city or the province approved: what a change is measured against
	CityNo  int                // its version
	Books   FundBooks
	Waivers []Waiver
}

// ChangeBlock is one reason why a change cannot be taken further, and where it lies.
type ChangeBlock struct {
	Location string
	Block
}

// judge says what follows from a changed plan: whether the city must agree, what the rules say, and what stands in the way.
func (f changeFacts) judge(doc *proposal.Proposal) (ChangeVerdict, []ChangeBlock) {
	v := ChangeVerdict{CityReasons: f.cityReasons(doc), PackVersion: f.PackNo}
	v.Findings = policy.ApplyWaivers(policy.Evaluate(policy.Input{Doc: doc, Pack: f.Pack, SubmittedAt: f.App.SubmittedAt, ReportedAt: f.App.ReportedAt, DossierOnly: true}),
		waived(f.Waivers, f.Now))
	blocks := []ChangeBlock{}
	for _, finding := range v.Findings {
		if finding.Verdict != policy.Fail || finding.Waived != "" || !slices.Contains(f.Pack.Params.Funds.ChangeRules, string(finding.Rule)) {
			continue
		}
		at := ""
		if len(finding.Places) > 0 {
			at = finding.Places[0]
		}
		for _, b := range blocksOf([]policy.Finding{finding}) {
			blocks = append(blocks, ChangeBlock{at, b})
		}
	}
	return v, append(blocks, f.shortfalls(doc)...)
}

// refusal is every reason at once, with the findings.
func refusal(action ChangeAction, v ChangeVerdict, blocks []ChangeBlock) error {
	if len(blocks) == 0 {
		return nil
	}
	f := &fault.Error{Code: fault.Refused, Message: "不能“" + action.Label() + "”:", Findings: v.Findings}
	for i, b := range blocks {
		switch {
		case i == namedLeft:
			f.Message += ";共 " + number(int64(len(blocks))) + " 处"
		case i < namedLeft:
			f.Message += map[bool]string{true: ";"}[i > 0] + b.String()
		}
		f.Places = append(f.Places, fault.Place{Location: b.Location, Message: b.String()})
	}
	return f
}

// changed puts edits into the plan in force and says what differs; money the award fixes may not be touched.
func (f changeFacts) changed(edits PlanEdits) (*proposal.Proposal, []proposal.Change, error) {
	used := map[string]bool{}
	for _, p := range f.Base.Projects {
		used[p.ID] = true
	}
	for _, s := range f.Books.Shares {
		used[s.Project] = true
	}
	doc, err := edits.apply(f.Base, used)
	if err != nil {
		return nil, nil, err
	}
	differences := proposal.Diff(f.Base, doc)
	if was, is := f.Base.FundPlan.Linkage.ProvUp, doc.FundPlan.Linkage.ProvUp; was != is {
		return nil, nil, fault.At("省级以上资金由立项定额,不能变更", []fault.Place{{Location: "/fundPlan/linkage/" + string(proposal.SourceLinkageProvUp),
			Message: "省级以上批准 " + was.String() + " 万元,不能改为 " + is.String() + " 万元;可在项目之间调整,合计不变"}})
	}
	if len(differences) == 0 {
		return nil, nil, fault.At("没有改动", []fault.Place{{Location: "/projects", Message: "变更后的规划与第 " + number(int64(f.Account.PlanVersion)) + " 版相同,请写明要改什么"}})
	}
	return doc, differences, nil
}

// kindsOf are the respects in which two plans differ.
func kindsOf(differences []proposal.Change) []PlanChangeKind {
	met := map[PlanChangeKind]bool{}
	for _, d := range differences {
		met[kindOf(d)] = true
	}
	return slices.DeleteFunc(slices.Clone(planChangeKinds), func(k PlanChangeKind) bool { return !met[k] })
}

func kindOf(d proposal.Change) PlanChangeKind {
	switch {
	case d.Section != string(proposal.SectionProjects):
		return ChangesAmount // only the fund plan can be edited beside projects
	case d.Field == "" && d.Kind == proposal.Added:
		return AddsProject
	case d.Field == "" && d.Kind == proposal.Removed:
		return RemovesProject
	case d.Touches("funds"), d.Touches("totalInvestment"):
		return ChangesAmount
	case d.Touches("villageCodes"), d.Touches("townCodes"):
		return ChangesPlace
	case d.Touches("startDate"), d.Touches("endDate"):
		return ChangesPeriod
	default:
		return ChangesContent
	}
}
