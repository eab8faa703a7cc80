package policy

import (
	"slices"

	"xianjie/internal/proposal"
)

// The words of the ledger a pack may use. internal/funds has them too; a pack does not know the ledger, only its words.
var (
	entryKinds      = []string{"ALLOCATE", "DISBURSE", "SPEND", "REFUND", "GIVE_BACK", "RECALL"}
	milestoneLayers = []string{"ALLOCATED", "DISBURSED", "SPENT"}
	milestoneBases  = []string{"PLANNED", "COMMITTED", "ALLOCATED", "DISBURSED"}
)

func (c *packCheck) funds() {
	f, x := &c.pack.Params.Funds, &c.pack.index.funds
	c.positive("/params/funds/fourEyesFromWan", f.FourEyesFrom, "须经复核的单笔金额起点")
	c.of("/params/funds/voucherRequired", f.VoucherRequired, entryKinds, "分录类型")
	c.of("/params/funds/payeeRequired", f.PayeeRequired, entryKinds, "分录类型")
	c.ruleNames("/params/funds/arrivalRules", f.ArrivalRules)
	c.ruleNames("/params/funds/changeRules", f.ChangeRules)
	c.within("/params/funds/arrivalMonths", f.ArrivalMonths, 1, mostMonths)
	c.within("/params/funds/progressMonths", f.ProgressMonths, 1, mostMonths)
	x.lag = c.ratio("/params/funds/progressLag", f.ProgressLag)
	x.change = c.ratio("/params/funds/changeCityRatio", f.ChangeCityRatio)
	x.milestones = nil
	seen := map[string]bool{}
	for i, m := range f.Milestones {
		place := at("/params/funds/milestones/", i, "")
		c.unique(place+"/code", m.Code, seen, "里程碑编号")
		c.filled(place+"/name", m.Name, "里程碑名称")
		c.of(place+"/layer", []string{m.Layer}, milestoneLayers, "层次")
		c.of(place+"/of", []string{m.Of}, milestoneBases, "层次")
		if s := proposal.FundSource(m.Source); m.Source != "" && !slices.Contains(proposal.FundSources(), s) {
			c.wrong(place+"/source", "资金来源“"+m.Source+"”不存在,请对照格式说明改正")
		}
		c.within(place+"/months", m.Months, 1, mostMonths)
		share := c.ratio(place+"/share", m.Share)
		if share.Num > share.Den {
			c.wrong(place+"/share", "比例不会超过 1,请填如 \"0.60\"")
		}
		x.milestones = append(x.milestones, share)
	}
}

// of checks that each word is one of those known, each once.
func (c *packCheck) of(place string, list, known []string, what string) {
	seen := map[string]bool{}
	for i, word := range list {
		here := at(place+"/", i, "")
		if !slices.Contains(known, word) {
			c.wrong(here, what+"“"+word+"”不存在,请对照格式说明改正")
		}
		c.unique(here, word, seen, what)
	}
}

// ruleNames checks that each is a rule of the catalogue, each once.
func (c *packCheck) ruleNames(place string, list []string) {
	seen := map[string]bool{}
	for i, id := range list {
		here := at(place+"/", i, "")
		if _, known := ruleByID(RuleID(id)); !known {
			c.wrong(here, "规则“"+id+"”不存在,请填检查规则表中的规则号")
		}
		c.unique(here, id, seen, "规则号")
	}
}
