package dossier

import (
	"cmp"
	"strings"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// funds holds the account against its entries, the plans against their digests, and every entry against its seal and the audit extract.
func (v *verifier) funds() {
	text, ok := v.held[FundsFile]
	if !ok {
		return
	}
	f, err := decode[Funds](FundsFile, text)
	if err != nil {
		v.wrong(FundsFile, "%s", sentence(err))
		return
	}
	before := len(v.Findings)
	v.fundPlans(f)
	cells := v.fundEntries(f)
	v.fundCells(f, cells)
	v.sound(before, "资金：%d 笔分录，编号连续，封印相符%s；余额由分录重算一致，各层不超过上一层，规划合计与批准的规划第 %d 版一致。", len(f.Entries),
		map[bool]string{true: "，审计流水里都有"}[v.fundTrail != nil], len(f.Plans))
}

// fundPlans are numbered 1, 2, 3 …, each the text its digest says; the lines come to what the last one plans.
func (v *verifier) fundPlans(f Funds) {
	for i, p := range f.Plans {
		switch sha := v.sha(PlanFile(i + 1)); {
		case p.Version != i+1:
			v.wrong(FundsFile, "第 %d 个批准的规划记为第 %d 版，版本应从 1 起连续", i+1, p.Version)
		case sha == "":
			v.wrong(PlanFile(i+1), "资金账里有这一版批准的规划，卷宗里没有")
		case sha != p.Digest:
			v.wrong(PlanFile(i+1), "内容的摘要 %.12s… 与资金账所记 %.12s… 不符：批准的规划被改动", sha, p.Digest)
		}
	}
	found := 0
	for _, file := range v.Manifest.Files {
		if strings.HasPrefix(file.Path, planFolder+"/") {
			found++
		}
	}
	if found != len(f.Plans) {
		v.wrong(FundsFile, "资金账有 %d 版批准的规划，文件夹里却有 %d 个文件", len(f.Plans), found)
	}
	doc, _, err := proposal.DecodeDraft(v.held[v.lastPlan()])
	if err != nil {
		v.wrong(PlanFile(len(f.Plans)), "读不出来：%s", sentence(err))
		return
	}
	planned := map[string]money.Fen{}
	for _, l := range f.Lines {
		planned[l.Source] += l.Planned
	}
	sums := proposal.Totals(doc).Planned
	for _, source := range proposal.FundSources() {
		if want := sums.Of(source); planned[string(source)] != want {
			v.wrong(FundsFile, "%s的规划合计 %s 万元，批准的规划是 %s 万元", source.Label(), planned[string(source)], want)
		}
	}
}

// fundEntries checks every entry on its own and adds those that count up.
func (v *verifier) fundEntries(f Funds) map[funds.Key]FundCell {
	cells := map[funds.Key]FundCell{}
	byID := map[string]FundEntry{}
	for i, e := range f.Entries {
		byID[e.ID] = e
		r := e.record(v.application())
		switch {
		case e.No != int64(i+1):
			v.wrong(FundsFile, "第 %d 笔分录的编号是 %d，编号应从 1 起连续", i+1, e.No)
		case r.Seal() != e.Seal:
			v.wrong(FundsFile, "第 %d 笔分录（%s %s）与其封印不符：金额、项目、日期、文号或登记人被改动", e.No, e.KindLabel, e.DocNo)
		case v.fundTrail != nil && !v.fundTrail.sealed["fund_"+e.Kind+" "+e.Seal]:
			v.wrong(FundsFile, "审计流水里没有第 %d 笔分录（%s %s）的封印：分录被改动或替换", e.No, e.KindLabel, e.DocNo)
		}
		if old, known := byID[e.Reverses]; e.Reverses != "" && (!known || old.Adds == e.Adds || old.Layer != e.Layer || old.Line != e.Line) {
			v.wrong(FundsFile, "第 %d 笔是冲正，与被冲正的分录对不上", e.No)
		}
		if e.State != string(funds.Posted) {
			continue
		}
		for _, p := range r.Move.Parts {
			key := funds.Key{Line: e.Line, Level: funds.Level(e.Level), Project: p.Project}
			cell := cells[key]
			amount := p.Amount
			if !e.Adds {
				amount = -amount
			}
			switch funds.Layer(e.Layer) {
			case funds.Allocated:
				cell.Allocated += amount
			case funds.Disbursed:
				cell.Disbursed += amount
			case funds.Spent:
				cell.Spent += amount
			}
			cells[key] = cell
		}
	}
	return cells
}

// fundCells are what the entries come to, no layer more than the one above it, no line more than it may.
func (v *verifier) fundCells(f Funds, came map[funds.Key]FundCell) {
	lines := map[string]money.Fen{}
	for _, c := range f.Cells {
		key := funds.Key{Line: c.Line, Level: funds.Level(c.Level), Project: c.Project}
		got := came[key]
		delete(came, key)
		where := c.Line + cmp.Or(c.Level, "") + " " + c.Project
		if got.Allocated != c.Allocated || got.Disbursed != c.Disbursed || got.Spent != c.Spent {
			v.wrong(FundsFile, "%s 的余额（下达 %s、拨付 %s、支出 %s 万元）与分录之和（%s、%s、%s）不符", where, c.Allocated, c.Disbursed, c.Spent, got.Allocated, got.Disbursed, got.Spent)
		}
		if c.Disbursed > c.Allocated || c.Spent > c.Disbursed || c.Spent < 0 {
			v.wrong(FundsFile, "%s 的拨付超过下达或支出超过拨付", where)
		}
		lines[c.Line] += c.Allocated
	}
	for key, cell := range came {
		if cell.Allocated != 0 || cell.Disbursed != 0 || cell.Spent != 0 {
			v.wrong(FundsFile, "分录里有 %s %s 的资金，余额里没有", key.Line, key.Project)
		}
	}
	for _, l := range f.Lines {
		if l.Source == string(proposal.SourceLinkageProvUp) && l.Ceiling > f.Award {
			v.wrong(FundsFile, "%s最多可下达 %s 万元，超过奖补额 %s 万元", l.Label, l.Ceiling, f.Award)
		}
		if lines[l.Line] > l.Ceiling {
			v.wrong(FundsFile, "%s下达 %s 万元，超过批准的 %s 万元", l.Label, lines[l.Line], l.Ceiling)
		}
	}
}
