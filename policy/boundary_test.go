package policy

import (
	"testing"

	"xianjie/internal/proposal"
)

// boundary is one row: a change to a passing sample and the verdict of one rule after it.
type boundary struct {
	rule  RuleID
	name  string
	base  string
	edit  func(t *testing.T, d *proposal.Proposal)
	want  Verdict
	place string // one place the finding must point at, "" for any
}

// change adapts an edit that needs no testing.T.
func change(edit func(d *proposal.Proposal)) func(*testing.T, *proposal.Proposal) {
	return func(_ *testing.T, d *proposal.Proposal) { edit(d) }
}

func untouched(*testing.T, *proposal.Proposal) {}

func TestBoundaries(t *testing.T) {
	pack := reference(t)
	covered := map[RuleID]map[Verdict]bool{}
	for _, tt := range boundaries() {
		t.Run(string(tt.rule)+" "+tt.name, func(t *testing.T) {
			doc := load(t, tt.base)
			tt.edit(t, doc)
			f := finding(doc, pack, tt.rule)
			if f.Verdict != tt.want {
				t.Errorf("%s (%s; %s), want %s", f.Verdict, f.Figure.Text, f.Advice, tt.want)
			}
			if tt.place != "" && !contains(f.Places, tt.place) {
				t.Errorf("points at %v, not at %s", f.Places, tt.place)
			}
		})
		if covered[tt.rule] == nil {
			covered[tt.rule] = map[Verdict]bool{}
		}
		covered[tt.rule][tt.want] = true
	}
	for _, rule := range Catalogue() {
		trouble := Fail
		if rule.Severity == Warning {
			trouble = Warn
		}
		if rule.ID == "D05" { // needs a batch with a county deadline: TestEveryParameterMovesItsRuleOnly
			continue
		}
		if !covered[rule.ID][Pass] || !covered[rule.ID][trouble] {
			t.Errorf("%s has no row for both PASS and %s", rule.ID, trouble)
		}
	}
}

func contains(list []string, want string) bool {
	for _, s := range list {
		if s == want {
			return true
		}
	}
	return false
}

func boundaries() []boundary {
	var all []boundary
	all = append(all, zoneBoundaries()...)
	all = append(all, moneyBoundaries()...)
	all = append(all, projectBoundaries()...)
	return append(all, paperBoundaries()...)
}

func zoneBoundaries() []boundary {
	villageType := func(to proposal.VillageType) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) { d.Zone.Villages[2].Type = to })
	}
	planStatus := func(to proposal.PlanStatus) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) { d.Zone.Villages[2].PlanStatus = to })
	}
	county := func(code, name, city string, channel proposal.Channel) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) {
			d.County = proposal.Place{Code: code, Name: name}
			d.City.Code, d.Channel = city, channel
		})
	}
	village := func(code, town string) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) { d.Zone.Villages[1].Code, d.Zone.Villages[1].TownCode = code, town })
	}
	return []boundary{
		{"C01", "an ordinary county on the city channel passes", "A01", untouched, Pass, ""},
		{"C01", "a key county on its own channel passes", "A03", untouched, Pass, ""},
		{"C01", "a key county on the city channel fails", "A03", change(func(d *proposal.Proposal) { d.Channel = proposal.CitySelected }), Fail, "/channel"},
		{"C01", "an ordinary county on the key channel fails", "A01", change(func(d *proposal.Proposal) { d.Channel = proposal.KeyCounty }), Fail, "/channel"},
		{"C01", "an ordinary county of a city with key counties fails (Q-6)", "A03", county("371302", "兰山区", "371300", proposal.CitySelected), Fail, "/county/code"},
		{"C01", "no channel fails", "A01", change(func(d *proposal.Proposal) { d.Channel = "" }), Fail, "/channel"},
		{"C01", "an unknown county fails", "A01", county("370699", "某区", "370600", proposal.CitySelected), Fail, "/county/code"},
		{"C01", "a development zone is no county", "A01", county("370671", "烟台高新技术产业开发区", "370600", proposal.CitySelected), Fail, "/county/code"},
		{"C01", "a city code instead of a county fails", "A01", county("370600", "烟台市", "370000", proposal.CitySelected), Fail, "/county/code"},
		{"C01", "a county under the wrong city fails", "A01", county("370686", "栖霞市", "370700", proposal.CitySelected), Fail, "/city/code"},

		{"X01", "a village beside a listed one passes", "A04", village("370724903203", "370724903"), Pass, ""},
		{"X01", "a listed village fails", "A04", village("370724903202", "370724903"), Fail, "/zone/villages/1/code"},
		{"X01", "a listed town found in the village code fails though another town is named", "A01", village("370686905201", "370686901"), Fail, "/zone/villages/1/code"},
		{"X01", "a listed town named beside another village code fails", "A01", village("370686901299", "370686905"), Fail, "/zone/villages/1/code"},
		{"X01", "a short village code cannot be compared and fails", "A01", village("37068690120", "370686901"), Fail, "/zone/villages/1/code"},
		{"X01", "a code with letters cannot be compared and fails", "A01", village("37068690120A", "370686901"), Fail, "/zone/villages/1/code"},
		{"X01", "an empty code fails", "A01", village("", "370686901"), Fail, "/zone/villages/1/code"},
		{"X01", "a village of another county fails", "A01", village("370687901201", "370687901"), Fail, "/zone/villages/1/code"},
		{"X01", "no villages fail", "A01", change(func(d *proposal.Proposal) { d.Zone.Villages = nil }), Fail, "/zone/villages"},

		{"V01", "exactly ten villages pass", "A01", untouched, Pass, ""},
		{"V01", "nine villages fail", "A01", change(func(d *proposal.Proposal) { d.Zone.Villages = d.Zone.Villages[:9] }), Fail, "/zone/villages"},
		{"V01", "a village without a code does not count", "A01", change(func(d *proposal.Proposal) { d.Zone.Villages[0].Code = "" }), Fail, ""},
		{"V02", "集聚提升 and 特色保护 pass", "A01", untouched, Pass, ""},
		{"V02", "城郊融合 fails", "A01", villageType(proposal.VillageSuburbanMerge), Fail, "/zone/villages/2/type"},
		{"V02", "搬迁撤并 fails", "A01", villageType(proposal.VillageRelocateMerge), Fail, ""},
		{"V02", "城中村 fails", "A01", villageType(proposal.VillageUrbanVillage), Fail, ""},
		{"V02", "其他 fails (A11)", "A01", villageType(proposal.VillageOther), Fail, ""},
		{"V02", "an empty type fails", "A01", villageType(""), Fail, ""},
		{"V03", "approved or compiled passes", "A01", untouched, Pass, ""},
		{"V03", "in progress warns", "A01", planStatus(proposal.PlanInProgress), Warn, "/zone/villages/2/planStatus"},
		{"V03", "none fails", "A01", planStatus(proposal.PlanNone), Fail, "/zone/villages/2/planStatus"},
		{"V03", "not filled in fails", "A01", planStatus(""), Fail, ""},
		{"V03", "none beside in progress fails", "A05", planStatus(proposal.PlanNone), Fail, ""},
		{"V04", "three towns pass", "A02", untouched, Pass, ""},
		{"V04", "four towns warn", "A02", change(func(d *proposal.Proposal) { d.Zone.Villages[0].TownCode = "370832909" }), Warn, "/zone/villages"},
		{"V04", "not contiguous warns", "A01", change(func(d *proposal.Proposal) { d.Zone.Contiguous = false }), Warn, "/zone/contiguous"},
		{"V05", "different codes pass", "A01", untouched, Pass, ""},
		{"V05", "a code twice fails and points at the second", "A01", change(func(d *proposal.Proposal) { d.Zone.Villages[7].Code = d.Zone.Villages[3].Code }), Fail, "/zone/villages/7/code"},
		{"V05", "an empty code fails", "A01", change(func(d *proposal.Proposal) { d.Zone.Villages[3].Code = "" }), Fail, "/zone/villages/3/code"},

		{"I01", "one industry passes", "A01", untouched, Pass, ""},
		{"I01", "two industries pass", "A02", untouched, Pass, ""},
		{"I01", "three fail", "A02", change(func(d *proposal.Proposal) { d.Zone.Industries = append(d.Zone.Industries, d.Zone.Industries[0]) }), Fail, "/zone/industries"},
		{"I01", "none fails", "A01", change(func(d *proposal.Proposal) { d.Zone.Industries = nil }), Fail, "/zone/industries"},
		{"I02", "each with its reference passes", "A02", untouched, Pass, ""},
		{"I02", "one outside the county's plan fails", "A02", change(func(d *proposal.Proposal) { d.Zone.Industries[1].InCountyIndustryPlan = false }), Fail, "/zone/industries/1/inCountyIndustryPlan"},
		{"I02", "a blank reference fails", "A02", change(func(d *proposal.Proposal) { d.Zone.Industries[0].PlanReference = "  " }), Fail, "/zone/industries/0/planReference"},
		{"I02", "no industry fails", "A01", change(func(d *proposal.Proposal) { d.Zone.Industries = nil }), Fail, ""},
	}
}
