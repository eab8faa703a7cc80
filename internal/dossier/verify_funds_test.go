package dossier

import (
	"io"
	"strings"
	"testing"

	"xianjie/internal/audit"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// funded is a story whose award has money in it: allocated, paid out, spent, and one spending reversed.
func funded(t *testing.T) made {
	return storyWith(t, 8, 1, func(b *Builder, body []byte) {
		doc, _, err := proposal.Decode(body)
		must(t, err)
		f := Funds{Award: 2000 * money.Wan, Plans: []FundPlan{{1, digestOf(body), noon}}, Lines: []FundLine{}, Entries: []FundEntry{}}
		sums := proposal.Totals(doc).Planned
		for _, source := range proposal.FundSources() {
			if planned := sums.Of(source); planned > 0 {
				f.Lines = append(f.Lines, FundLine{string(source), string(source), source.Label(), planned, planned})
			}
		}
		head, stream := audit.Start("fund/A01"), []audit.Entry{}
		enter := func(kind funds.Kind, layer funds.Layer, adds bool, amount money.Fen, reverses string) {
			e := FundEntry{ID: string(kind), No: int64(len(f.Entries) + 1), Key: "k" + string(kind), Kind: string(kind), KindLabel: kind.Label(), Line: "LINKAGE_PROV_UP",
				Level: "CENTRAL", Layer: string(layer), Adds: adds, Date: "2023-03-06", DocNo: "文号", Parts: []FundPart{{"P01", amount}}, Reverses: reverses,
				Vouchers: []string{"v1"}, State: "POSTED", Account: "acc", Name: "县财政局经办人", EnteredAt: noon}
			e.Seal = e.record("A01").Seal()
			f.Entries = append(f.Entries, e)
			next, err := audit.Next(head, audit.Entry{Stream: "fund/A01", At: noon, AccountID: "acc", Actor: "县财政局经办人", Action: "fund_" + e.Kind, AfterDigest: e.Seal})
			must(t, err)
			head = audit.Head{Stream: next.Stream, Seq: next.Seq, Hash: next.Hash}
			stream = append(stream, next)
		}
		enter(funds.Allocate, funds.Allocated, true, 100*money.Wan, "")
		enter(funds.Disburse, funds.Disbursed, true, 60*money.Wan, "")
		enter(funds.Spend, funds.Spent, true, 20*money.Wan, "")
		enter(funds.Reverse, funds.Spent, false, 20*money.Wan, "SPEND")
		f.Cells = []FundCell{{"LINKAGE_PROV_UP", "CENTRAL", "P01", 100 * money.Wan, 60 * money.Wan, 0}}
		b.Text(PlanFile(1), "application/json", body)
		must(t, b.JSON(FundsFile, f))
		must(t, b.Stream(FundAuditFile, "application/jsonl", func(to io.Writer) error {
			return audit.Export(to, audit.Header{Scope: "fund/A01", ExportedAt: noon, Heads: []audit.Head{head}}, func(yield func(audit.Entry, error) bool) {
				for _, e := range stream {
					if !yield(e, nil) {
						return
					}
				}
			})
		}))
	})
}

func TestMoneyChangedInADossierIsFound(t *testing.T) {
	m := funded(t)
	if r, err := verify(m.text); err != nil || len(r.Findings) > 0 {
		t.Fatalf("a sound dossier is refused: %v %v", err, r.Findings)
	}
	seal := func(t *testing.T, b box, old, new string) string { // what a forger would write in place of the seal
		t.Helper()
		f, err := decode[Funds](FundsFile, []byte(strings.Replace(string(b[b.at(FundsFile)].body), old, new, 1)))
		must(t, err)
		return f.Entries[0].record("A01").Seal()
	}
	for _, tt := range []struct {
		name string
		make func(b box)
		want string
	}{
		{"an amount", func(b box) { b.change(t, FundsFile, `"amount": 100`, `"amount": 101`) }, "第 1 笔分录（指标下达 文号）与其封印不符"},
		{"who entered it", func(b box) { b.change(t, FundsFile, `"account": "acc"`, `"account": "bcc"`) }, "第 1 笔分录（指标下达 文号）与其封印不符"},
		{"an amount with its seal, not the stream", func(b box) {
			old, err := decode[Funds](FundsFile, b[b.at(FundsFile)].body)
			must(t, err)
			forged := seal(t, b, `"amount": 100`, `"amount": 101`)
			b.change(t, FundsFile, `"amount": 100`, `"amount": 101`)
			b.change(t, FundsFile, old.Entries[0].Seal, forged)
		}, "审计流水里没有第 1 笔分录"},
		{"a number", func(b box) { b.change(t, FundsFile, `"no": 2`, `"no": 7`) }, "第 2 笔分录的编号是 7"},
		{"a balance", func(b box) { b.change(t, FundsFile, `"spent": 0`, `"spent": 5`) }, "与分录之和"},
		{"a balance that is left out", func(b box) {
			b.change(t, FundsFile, `"project": "P01",
      "allocated"`, `"project": "P99",
      "allocated"`)
		}, "分录里有 LINKAGE_PROV_UP P01 的资金，余额里没有"},
		{"what a reversal undoes", func(b box) { b.change(t, FundsFile, `"reverses": "SPEND"`, `"reverses": "DISBURSE"`) }, "与被冲正的分录对不上"},
		{"what is planned", func(b box) { b.change(t, FundsFile, `"planned": 2000`, `"planned": 1999`) }, "规划合计 1999 万元，批准的规划是 2000 万元"},
		{"the award", func(b box) { b.change(t, FundsFile, `"award": 2000`, `"award": 1500`) }, "超过奖补额 1500 万元"},
		{"the ceiling", func(b box) { b.change(t, FundsFile, `"ceiling": 2000`, `"ceiling": 50`) }, "超过批准的 50 万元"},
		{"the approved plan", func(b box) { b.change(t, PlanFile(1), "第1稿", "第9稿") }, PlanFile(1) + "：内容的摘要"},
		{"a plan's version", func(b box) { b.change(t, FundsFile, `"version": 1`, `"version": 3`) }, "记为第 3 版"},
		{"the stream of the money", func(b box) { b.change(t, FundAuditFile, "县财政局经办人", "县财政局经办員") }, FundAuditFile},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := unpack(t, m.text)
			tt.make(b)
			if said := told(b.relist(t).pack(t)); !strings.Contains(said, tt.want) {
				t.Errorf("want %q in:\n%s", tt.want, said)
			}
		})
	}
}
