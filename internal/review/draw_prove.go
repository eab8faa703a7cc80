package review

import "xianjie/internal/fault"

// wrong lists what makes no sense in an input.
func (in DrawInput) wrong() []fault.Place {
	c := &placing{}
	if blank(in.Seed) {
		c.wrong("/seed", "请填写公布的随机种子")
	}
	if in.MinExperts < 1 {
		c.wrong("/minExperts", "最少专家数应不小于 1,现为 %d", in.MinExperts)
	}
	if in.PerApplication < in.MinExperts {
		c.wrong("/perApplication", "每件专家数 %d 不能少于最少专家数 %d", in.PerApplication, in.MinExperts)
	}
	if in.LoadCap < 1 {
		c.wrong("/loadCap", "每人件数上限应不小于 1,现为 %d", in.LoadCap)
	}
	seen := map[string]bool{}
	for i, id := range in.Applications {
		c.unique(at("/applications/", i, ""), "申报", id, seen)
	}
	experts, codes := map[string]bool{}, map[string]bool{}
	for i, cand := range in.Candidates {
		c.unique(at("/candidates/", i, "/expert"), "候选专家", cand.Expert, experts)
		if cand.Code != "" {
			c.unique(at("/candidates/", i, "/code"), "专家代号", cand.Code, codes)
		}
	}
	barred := map[Pair]bool{}
	for _, conflict := range in.Conflicts {
		barred[conflict.Pair] = true
	}
	for i, p := range in.Held {
		if barred[p] {
			c.wrong(at("/held/", i, ""), "专家 %s 对申报 %s 有回避情形,却仍在评审,请先办理回避", p.Expert, p.Application)
		}
	}
	return c.places
}

// Prove checks a result against every limit of its input, whoever made it: no conflict, nobody twice or not a candidate, loads
// within the cap, counts and loads as stated, between MinExperts and PerApplication.
func Prove(in DrawInput, d Drawn) error {
	c := &placing{}
	barred, held, candidate := map[Pair]bool{}, pairSet(in.Held), map[string]bool{}
	for _, conflict := range in.Conflicts {
		barred[conflict.Pair] = true
	}
	for _, cand := range in.Candidates {
		candidate[cand.Expert] = true
	}
	counts, loads, before := map[string]int{}, map[string]int{}, map[string]int{}
	for p := range held {
		counts[p.Application]++
		loads[p.Expert]++
		before[p.Expert]++
	}
	started := map[string]int{}
	for _, id := range in.Applications {
		started[id] = counts[id]
	}
	seen := map[Pair]bool{}
	for _, p := range d.Pairs {
		_, asked := started[p.Application]
		switch {
		case barred[p]:
			c.wrong("/pairs", "专家 %s 应回避申报 %s", p.Expert, p.Application)
		case held[p] || seen[p]:
			c.wrong("/pairs", "专家 %s 重复分派到申报 %s", p.Expert, p.Application)
		case !candidate[p.Expert] || !asked:
			c.wrong("/pairs", "专家 %s 或申报 %s 不在抽取范围内", p.Expert, p.Application)
		}
		seen[p] = true
		counts[p.Application]++
		loads[p.Expert]++
	}
	for _, id := range in.Applications {
		n := counts[id]
		if n < in.MinExperts || n > max(in.PerApplication, started[id]) {
			c.wrong("/counts", "申报 %s 有专家 %d 人,应在 %d 到 %d 人之间", id, n, in.MinExperts, in.PerApplication)
		}
		if d.Counts[id] != n {
			c.wrong("/counts", "申报 %s 记为 %d 人,实有 %d 人", id, d.Counts[id], n)
		}
	}
	for _, cand := range in.Candidates {
		n := loads[cand.Expert]
		if n > max(in.LoadCap, before[cand.Expert]) {
			c.wrong("/loads", "专家 %s 有 %d 件,超过上限 %d 件", cand.Expert, n, in.LoadCap)
		}
		if d.Loads[cand.Expert] != n {
			c.wrong("/loads", "专家 %s 记为 %d 件,实有 %d 件", cand.Expert, d.Loads[cand.Expert], n)
		}
	}
	if len(c.places) > 0 {
		return &fault.Error{Code: fault.Refused, Message: "抽取结果不合规定,不能采用", Places: c.places}
	}
	return nil
}
