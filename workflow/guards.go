package workflow

import (
	"fmt"
	"slices"

	"xianjie/policy"
)

// collecting: the batch must be taking applications (domain 3.5.2 批次已发布).
func collecting(c *Case) []Block {
	if c.Batch.State == BatchCollecting {
		return nil
	}
	return block("", "本批次现为“"+c.Batch.State.Label()+"”,不在申报期内")
}

// beforeCountyDeadline: half-open, decided by the clock read under the lock (D05; NA when the pack sets none).
func beforeCountyDeadline(c *Case) []Block {
	end := c.Pack.Params.CountyDeadline
	if end == nil || c.Now.Before(*end) {
		return nil
	}
	return block("D05", fmt.Sprintf("县报市截止时刻为 %s,现在是 %s,已过时限", shown(*end, c.Pack.Zone()), happened(c.Now, c.Pack.Zone())))
}

// beforeProvinceDeadline: after it nothing can be reported any more, so nothing may enter or be recommended either (D04, 004 四.3).
func beforeProvinceDeadline(c *Case) []Block {
	end := c.Pack.Params.ProvinceDeadline
	if c.Now.Before(end) {
		return nil
	}
	return block("D04", fmt.Sprintf("报省截止时刻为 %s,现在是 %s,已过时限", shown(end, c.Pack.Zone()), happened(c.Now, c.Pack.Zone())))
}

// afterProvinceDeadline: only then does a recommendation lapse.
func afterProvinceDeadline(c *Case) []Block {
	if beforeProvinceDeadline(c) != nil {
		return nil
	}
	return block("", "报省时限未到")
}

// notLocked: 本年度不予安排 (004 四.3, domain A20).
func notLocked(c *Case) []Block {
	if c.Around.Lock == nil || c.Around.Lock.ApplicationID == c.App.ID {
		return nil
	}
	return block("", fmt.Sprintf("%s因取消资格(依据%s),%d 年度不予安排", c.App.CountyName, c.Around.Lock.Clause, c.Around.Lock.Year))
}

// mayApply: after a withdrawal a county may apply again, after 未推荐 not, as the pack says (domain 3.5.2).
func mayApply(c *Case) []Block {
	var blocks []Block
	for _, peer := range c.Around.CountyPeers {
		switch {
		case peer.State == Withdrawn && !c.Pack.Params.ReapplyAfterWithdraw:
			blocks = append(blocks, Block{Message: fmt.Sprintf("本县申报 %s 已撤回,本批规定撤回后不得再报", peer.No)})
		case peer.State == NotShortlisted && !c.Pack.Params.ReapplyAfterNotShortlisted:
			blocks = append(blocks, Block{Message: fmt.Sprintf("本县申报 %s 市级未推荐,本批规定不得再报", peer.No)})
		}
	}
	return blocks
}

// countyQuota: Q01 for a key county, the general limit for any other (domain 3.4). The claim's unique index decides races.
func countyQuota(c *Case) []Block {
	finding := policy.CountyQuota(c.Pack, c.self(), c.holders("Q01"))
	if !c.Pack.IsKeyCounty(c.App.CountyCode) {
		finding.Name = "一县一件"
	}
	return failing(finding)
}

// cityQuota: Q02; key counties do not use their city's slot.
func cityQuota(c *Case) []Block {
	return failing(policy.CityQuota(c.Pack, c.self(), c.holders("Q02")))
}

// yellowRiverReasoned: Q04 demands a written reason when a qualified 沿黄 application of the city is passed over.
func yellowRiverReasoned(c *Case) []Block {
	var candidates []policy.Peer
	for _, peer := range c.Around.CityPeers {
		if peer.State == Submitted || peer.State == CityReview {
			candidates = append(candidates, peer.peer())
		}
	}
	return failing(policy.YellowRiverFirst(c.Pack, c.self(), candidates, c.riverReason()))
}

// riverReason is the reason written now, else the one written at shortlist.
func (c *Case) riverReason() string {
	if c.Input.YellowRiverReason != "" {
		return c.Input.YellowRiverReason
	}
	return c.App.RiverReason
}

// failing turns a batch rule's finding that does not pass into blocks.
func failing(f policy.Finding) []Block {
	if f.Verdict != policy.Fail && f.Verdict != policy.Warn {
		return nil
	}
	return blocksOf([]policy.Finding{f})
}

// holders are the other applications that hold live slots of a rule.
func (c *Case) holders(rule policy.RuleID) []policy.Peer {
	var peers []policy.Peer
	for _, claim := range c.Around.Claims {
		if claim.Rule != rule || claim.ApplicationID == c.App.ID {
			continue
		}
		for _, peer := range slices.Concat(c.Around.CityPeers, c.Around.CountyPeers) {
			if peer.ID == claim.ApplicationID {
				peers = append(peers, peer.peer())
			}
		}
	}
	return peers
}

func (c *Case) self() policy.Peer { return c.App.peer() }

// peer is the application as the batch rules see it.
func (a Application) peer() policy.Peer {
	return policy.Peer{ID: a.No, CountyCode: a.CountyCode, CountyName: a.CountyName, Qualified: len(a.Summary.Failed) == len(a.Summary.Waived)}
}

// declineGrounded: “同市已推荐他件” must be true.
func declineGrounded(c *Case) []Block {
	if c.Input.Ground != GroundOther {
		return nil
	}
	for _, peer := range c.Around.CityPeers {
		if peer.State == Shortlisted || peer.ReportedAt != nil {
			return nil
		}
	}
	return block("", "本市还没有推荐其他申报,不能以“"+groundLabels[GroundOther]+"”为由;如审核不合格请改选并写明理由")
}

// formalCheckMayStart: after the deadline, or earlier when the pack allows it and nothing recommended is still unreported.
func formalCheckMayStart(c *Case) []Block {
	if beforeProvinceDeadline(c) != nil || (c.Pack.Params.FormalCheckEarly && c.Around.Waiting == 0) {
		return nil
	}
	return block("", fmt.Sprintf("报省时限 %s 未到,还有 %d 件已推荐未报省,暂不能开始形式审查", shown(c.Pack.Params.ProvinceDeadline, c.Pack.Zone()), c.Around.Waiting))
}
