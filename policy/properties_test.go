package policy

import (
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// drawFunds gives plausible, tiny and enormous amounts alike.
func drawFen(t *rapid.T, label string) money.Fen {
	return money.Fen(rapid.OneOf(
		rapid.Int64Range(0, int64(10*money.Wan)),
		rapid.Int64Range(0, int64(9000*money.Wan)),
		rapid.Int64Range(0, int64(money.Max)),
	).Draw(t, label))
}

func TestF06AgreesWithRationalArithmetic(t *testing.T) {
	packs := map[string]*Pack{}
	for _, ratio := range []string{"0.50", "0.333333", "1", "0.000001", "2.75"} {
		packs[ratio] = edited(t, `"0.50"`, `"`+ratio+`"`)
	}
	doc := load(t, "A03")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(slices.Sorted(maps.Keys(packs))).Draw(t, "ratio")
		doc.FundPlan.Linkage = proposal.Linkage{ProvUp: drawFen(t, "up"), City: drawFen(t, "city"), County: drawFen(t, "county")}
		linkage := doc.FundPlan.Linkage.ProvUp + doc.FundPlan.Linkage.City + doc.FundPlan.Linkage.County
		doc.FundPlan.Integrated = nil
		exact, _ := new(big.Rat).SetString(text)
		exact.Mul(exact, new(big.Rat).SetInt64(int64(linkage)))
		near := new(big.Int).Quo(exact.Num(), exact.Denom()).Int64()
		sum := max(0, money.Fen(near)+money.Fen(rapid.Int64Range(-2, 2).Draw(t, "off")))
		if rapid.Bool().Draw(t, "far") {
			sum = drawFen(t, "sum")
		}
		half := sum / 2
		for _, part := range []money.Fen{half, sum - half} {
			doc.FundPlan.Integrated = append(doc.FundPlan.Integrated, proposal.IntegratedItem{Amount: part, Status: proposal.FundCommitted})
		}
		want := Fail
		if linkage > 0 && new(big.Rat).SetInt64(int64(sum)).Cmp(exact) >= 0 {
			want = Pass
		}
		f := finding(doc, packs[text], "F06")
		if f.Verdict != want {
			t.Fatalf("%s of %s at %s: %s, want %s", sum, linkage, text, f.Verdict, want)
		}
		if f.Verdict == Pass && f.Figure.Gap != "" || linkage > 0 && f.Verdict == Fail && f.Figure.Gap == "" {
			t.Fatalf("%s with gap %q", f.Verdict, f.Figure.Gap)
		}
		if linkage > 0 && f.Verdict == Fail {
			gap, err := money.ParseWan(f.Figure.Gap)
			if err != nil {
				return // beyond what one amount may hold
			}
			doc.FundPlan.Integrated[0].Amount += gap
			if again := finding(doc, packs[text], "F06"); again.Verdict != Pass {
				t.Fatalf("adding the stated gap %s does not mend it: %s", f.Figure.Gap, again.Figure.Text)
			}
		}
	})
}

func TestMoreIntegratedMoneyNeverBreaksF06AndMoreLinkageNeverMendsIt(t *testing.T) {
	pack, doc := reference(t), load(t, "A01")
	rapid.Check(t, func(t *rapid.T) {
		doc.FundPlan.Linkage = proposal.Linkage{ProvUp: drawFen(t, "up") + 1}
		doc.FundPlan.Integrated = []proposal.IntegratedItem{{Amount: drawFen(t, "integrated"), Status: proposal.FundInPlace}}
		before := finding(doc, pack, "F06").Verdict
		more := drawFen(t, "more")
		doc.FundPlan.Integrated[0].Amount += more
		if after := finding(doc, pack, "F06").Verdict; before == Pass && after != Pass {
			t.Fatalf("more integrated money: %s → %s", before, after)
		}
		doc.FundPlan.Integrated[0].Amount -= more
		doc.FundPlan.Linkage.County += more
		if after := finding(doc, pack, "F06").Verdict; before == Fail && after == Pass {
			t.Fatalf("more linkage money: %s → %s", before, after)
		}
	})
}

func TestTheOrderOfRowsNeverChangesAVerdict(t *testing.T) {
	pack := reference(t)
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.SampledFrom([]string{"A01", "A04", "A05", "A06"}).Draw(t, "sample")
		doc := load(t, id)
		want := verdicts(Evaluate(Input{Doc: doc, Pack: pack}))
		doc.Zone.Villages = rapid.Permutation(doc.Zone.Villages).Draw(t, "villages")
		doc.Projects = rapid.Permutation(doc.Projects).Draw(t, "projects")
		doc.FundPlan.Integrated = rapid.Permutation(doc.FundPlan.Integrated).Draw(t, "integrated")
		doc.Attachments = rapid.Permutation(doc.Attachments).Draw(t, "attachments")
		if got := verdicts(Evaluate(Input{Doc: doc, Pack: pack})); !maps.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

func TestEvaluateSurvivesAnyHoleInTheDocument(t *testing.T) {
	pack := reference(t)
	holes := []func(d *proposal.Proposal){
		func(d *proposal.Proposal) { d.Channel = "" },
		func(d *proposal.Proposal) { d.City, d.County = proposal.Place{}, proposal.Place{} },
		func(d *proposal.Proposal) { d.Zone = proposal.Zone{} },
		func(d *proposal.Proposal) { d.Zone.Villages = make([]proposal.Village, 3) },
		func(d *proposal.Proposal) { d.Zone.Industries = make([]proposal.Industry, 2) },
		func(d *proposal.Proposal) { d.Plan = proposal.Plan{} },
		func(d *proposal.Proposal) { d.FundPlan = proposal.FundPlan{} },
		func(d *proposal.Proposal) { d.FundPlan.Integrated = make([]proposal.IntegratedItem, 2) },
		func(d *proposal.Proposal) { d.Projects = nil },
		func(d *proposal.Proposal) { d.Projects = make([]proposal.Project, 2) },
		func(d *proposal.Proposal) {
			d.Projects = append(d.Projects, proposal.Project{Funds: make([]proposal.ProjectFund, 1)})
		},
		func(d *proposal.Proposal) { d.Mechanism = proposal.Mechanism{} },
		func(d *proposal.Proposal) { d.Resolution = nil },
		func(d *proposal.Proposal) { d.OfficialLetter = proposal.OfficialLetter{} },
		func(d *proposal.Proposal) { d.Attachments = nil },
		func(d *proposal.Proposal) { d.Submission = proposal.Submission{} },
	}
	rapid.Check(t, func(t *rapid.T) {
		doc := load(t, rapid.SampledFrom([]string{"A01", "A03", "A05"}).Draw(t, "sample"))
		for _, i := range rapid.SliceOf(rapid.IntRange(0, len(holes)-1)).Draw(t, "holes") {
			holes[i](doc)
		}
		for _, f := range Evaluate(Input{Doc: doc, Pack: pack}) {
			if f.Places == nil || f.Verdict == "" || strings.Contains(f.Figure.Text, "%!") {
				t.Fatalf("%+v", f)
			}
		}
	})
}
