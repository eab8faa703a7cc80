package proposal_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

const wan = money.Wan

func TestTotalsOfADocument(t *testing.T) {
	want := proposal.Sums{
		Planned: proposal.Sources{ProvUp: 2000 * wan, City: 1200 * wan, County: 800 * wan, Integrated: 2000 * wan,
			Cooperation: 20 * wan, Social: 900 * wan, SelfRaised: 60 * wan, Other: 5 * wan},
		Placed: proposal.Sources{ProvUp: 2000 * wan, City: 1200 * wan, County: 800 * wan, Integrated: 2000 * wan,
			Cooperation: 20 * wan, Social: 900 * wan, SelfRaised: 60 * wan, Other: 5 * wan},
		Linkage: 4000 * wan, Integrated: 2000 * wan, Investment: 6985 * wan, IndustryLinkage: 3200 * wan,
		PlacedItems:    []money.Fen{520 * wan, 1480 * wan},
		ProjectFunds:   []money.Fen{4100 * wan, 2885 * wan},
		ProjectLinkage: []money.Fen{3200 * wan, 800 * wan},
	}
	if diff := cmp.Diff(want, proposal.Totals(decoded(t))); diff != "" {
		t.Error(diff)
	}
}

func TestMoneyThatPointsNowhereIsCountedButNotPlaced(t *testing.T) {
	for name, oldNew := range map[string][]string{
		"an item that does not exist": {`"amount":520,"integratedItemId":"INT01"`, `"amount":520,"integratedItemId":"INT09"`},
		"no item at all":              {`"amount":520,"integratedItemId":"INT01"`, `"amount":520`},
		"an item without number":      {`"amount":520,"integratedItemId":"INT01"`, `"amount":520`, `{"id":"INT01"`, `{"id":""`},
	} {
		s := proposal.Totals(decoded(t, oldNew...))
		if s.Placed.Integrated != 2000*wan || s.PlacedItems[0] != 0 || s.PlacedItems[1] != 1480*wan || s.ProjectFunds[1] != 2885*wan {
			t.Errorf("%s: %+v", name, s)
		}
	}
	s := proposal.Totals(decoded(t, `"source":"SOCIAL"`, `"source":""`))
	if s.Placed.Social != 0 || s.ProjectFunds[0] != 4100*wan {
		t.Errorf("a source not filled in: %+v", s)
	}
}

func TestEachIntegratedItemGetsItsOwnMoney(t *testing.T) {
	for _, n := range []int{1, 200} {
		p := proposal.Blank(proposal.Head{})
		project := proposal.Project{ID: "P"}
		for i := range n {
			id := fmt.Sprintf("I%03d", i)
			p.FundPlan.Integrated = append(p.FundPlan.Integrated, proposal.IntegratedItem{ID: id})
			project.Funds = append(project.Funds, proposal.ProjectFund{Source: proposal.SourceIntegrated, Amount: money.Fen(i + 1), IntegratedItemID: id})
		}
		p.FundPlan.Integrated = append(p.FundPlan.Integrated, proposal.IntegratedItem{})
		project.Funds = append(project.Funds, proposal.ProjectFund{Source: proposal.SourceIntegrated, Amount: 1}, proposal.ProjectFund{Source: proposal.SourceIntegrated, Amount: 1, IntegratedItemID: "X"})
		p.Projects = append(p.Projects, project)
		s := proposal.Totals(p)
		for i := range n {
			if s.PlacedItems[i] != money.Fen(i+1) {
				t.Errorf("%d items: item %d has %d", n, i, s.PlacedItems[i])
			}
		}
		if s.PlacedItems[n] != 0 {
			t.Errorf("%d items: money without item went to the one without number", n)
		}
	}
}

// Domain 3.7 E5, E8 and the formula of 总投资.
func TestSumsOfTheWorkedExamples(t *testing.T) {
	for _, tt := range []struct {
		name                       string
		prov, city, county, social money.Fen
		linkage, investment        money.Fen
	}{
		{"E5 west", 3000 * wan, 600 * wan, 400 * wan, 0, 4000 * wan, 4000 * wan},
		{"E8 key county with more of its own", 5000 * wan, 300 * wan, 200 * wan, 70 * wan, 5500 * wan, 5570 * wan},
		{"E10 one 元 short", 4999_999_900, 0, 0, 0, 4999_999_900, 4999_999_900},
	} {
		p := proposal.Blank(proposal.Head{})
		p.FundPlan.Linkage = proposal.Linkage{ProvUp: tt.prov, City: tt.city, County: tt.county}
		p.FundPlan.Social = tt.social
		if s := proposal.Totals(p); s.Linkage != tt.linkage || s.Investment != tt.investment {
			t.Errorf("%s: %s, %s", tt.name, s.Linkage, s.Investment)
		}
	}
}

func TestEverySourceHasItsOwnSum(t *testing.T) {
	s := proposal.Totals(decoded(t)).Planned
	var sum money.Fen
	for _, source := range proposal.FundSources() {
		sum += s.Of(source)
	}
	if len(proposal.FundSources()) != 8 || sum != 6985*wan || s.Of("X") != 0 {
		t.Errorf("sources add up to %s", sum)
	}
	for source, want := range map[proposal.FundSource]money.Fen{proposal.SourceCooperation: 20 * wan, proposal.SourceOther: 5 * wan, proposal.SourceLinkageCounty: 800 * wan} {
		if s.Of(source) != want {
			t.Errorf("%s is %s", source, s.Of(source))
		}
	}
}

// A01 to A03 pass F07: what the projects place is what the plan says.
func TestSoundSamplesBalance(t *testing.T) {
	for _, id := range []string{"A01", "A02", "A03"} {
		p, _, err := proposal.Decode(sample.Application(id))
		if err != nil {
			t.Fatal(err)
		}
		s := proposal.Totals(p)
		if s.Planned != s.Placed {
			t.Errorf("%s: planned %+v, placed %+v", id, s.Planned, s.Placed)
		}
		for i, project := range p.Projects {
			if s.ProjectFunds[i] != project.TotalInvestment {
				t.Errorf("%s %s: funds %s, total %s", id, project.ID, s.ProjectFunds[i], project.TotalInvestment)
			}
		}
	}
}

func TestTotalsAllocateLittle(t *testing.T) {
	p, _, err := proposal.Decode(sample.Application("A03"))
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { proposal.Totals(p) }); n > 3 {
		t.Errorf("%.0f allocations", n)
	}
}
