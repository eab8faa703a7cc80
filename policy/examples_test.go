package policy

import (
	"strings"
	"testing"
	"time"

	"xianjie/internal/proposal"
)

// TestWorkedExamples are E01 to E17 and E19 to E21 of domain 3.7; E18 and E22 are batch matters and stand in quota_test.go.
func TestWorkedExamples(t *testing.T) {
	// A county of the east, of the west, and a key county.
	const east, west, key = "A01", "A02", "A03"
	type want map[RuleID]Verdict
	tests := []struct {
		name string
		base string
		edit func(t *testing.T, d *proposal.Proposal)
		want want
		text map[RuleID]string // what the figure must show
	}{
		{"E01 exactly 50 % passes", east, funds("2000+1500+500", "2000"), want{"F06": Pass}, nil},
		{"E02 one yuan short fails and is not rounded up to 50 %", east, funds("2000+2000+600", "2299.9999"), want{"F06": Fail}, map[RuleID]string{"F06": "49.9999"}},
		{"E03 decimals: exactly half of 4300.25 passes", west, funds("3000+800+500.25", "2150.125"), want{"F06": Pass}, nil},
		{"E03 decimals: one yuan below half of 4300.25 fails", west, funds("3000+800+500.25", "2150.1249"), want{"F06": Fail}, nil},
		{"E04 exactly 4000 in the east passes", east, funds("2000+1500+500", "2000"), want{"F03": Pass, "F04": Pass, "F05": Pass}, map[RuleID]string{"F05": "市县合计2000 / 下限2000"}},
		{"E05 the west needs 1000 from city and county", west, funds("3000+600+400", "2000"), want{"F03": Pass, "F05": Pass}, map[RuleID]string{"F05": "市县合计1000 / 下限1000"}},
		{"E06 a wrong tier fails F04, and F05 goes by class, not by what was filled in", east, funds("2500+1500+0", "2000"), want{"F03": Pass, "F04": Fail, "F05": Fail}, map[RuleID]string{"F05": "市县合计1500 / 下限2000"}},
		{"E07 a key county needs no local money", key, funds("5000+0+0", "2500"), want{"F01": Pass, "F02": Pass, "F06": Pass}, nil},
		{"E08 local money added to a key county enters the denominator: 2750 suffices", key, funds("5000+300+200", "2750"), want{"F01": Pass, "F02": Pass, "F06": Pass}, nil},
		{"E08 local money added to a key county enters the denominator: 2749.9999 does not", key, funds("5000+300+200", "2749.9999"), want{"F06": Fail}, nil},
		{"E09 a key county's money from the wrong level fails F02 only", key, funds("4500+500+0", "2500"), want{"F01": Pass, "F02": Fail}, nil},
		{"E10 a key county one yuan short fails both", key, funds("4999.9999+0+0", "2500"), want{"F01": Fail, "F02": Fail}, nil},
		{"E11 more than required is allowed and enlarges the denominator: 3000 suffices", east, funds("2000+3000+1000", "3000"), want{"F03": Pass, "F04": Pass, "F05": Pass, "F06": Pass}, nil},
		{"E11 more than required is allowed and enlarges the denominator: 2999.9999 does not", east, funds("2000+3000+1000", "2999.9999"), want{"F06": Fail}, nil},
		{"E12 ten rows with one code twice are nine villages", east, func(t *testing.T, d *proposal.Proposal) { d.Zone.Villages[9].Code = d.Zone.Villages[0].Code }, want{"V01": Fail, "V05": Fail}, map[RuleID]string{"V01": "9 / 下限10", "V05": "10行,9个不同编码"}},
		{"E13 a village of a type not allowed still counts", east, func(t *testing.T, d *proposal.Proposal) { d.Zone.Villages[0].Type = proposal.VillageSuburbanMerge }, want{"V01": Pass, "V02": Fail}, nil},
		{"E14 two years to the day pass", east, term("2023-04-01", "2025-03-31"), want{"D01": Pass}, nil},
		{"E14 one day more fails", east, term("2023-04-01", "2025-04-01"), want{"D01": Fail}, nil},
		{"E15 a leap day is the last day", east, term("2022-03-01", "2024-02-29"), want{"D01": Pass}, map[RuleID]string{"D01": "最晚2024-02-29"}},
		{"E15 the day after a leap day fails", east, term("2022-03-01", "2024-03-01"), want{"D01": Fail}, nil},
		{"E16 the last second passes", east, reported("2022-12-10T23:59:59+08:00"), want{"D04": Pass}, nil},
		{"E16 midnight itself is too late", east, reported("2022-12-11T00:00:00+08:00"), want{"D04": Fail}, nil},
		{"E17 no leading industry fails", east, func(t *testing.T, d *proposal.Proposal) { d.Zone.Industries = nil }, want{"I01": Fail}, nil},
		{"E17 three leading industries fail", east, func(t *testing.T, d *proposal.Proposal) {
			one := d.Zone.Industries[0]
			d.Zone.Industries = []proposal.Industry{one, one, one}
		}, want{"I01": Fail}, nil},
		{"E19 one village in a listed town fails, naming village and list", "A04", func(t *testing.T, d *proposal.Proposal) {
			v := &d.Zone.Villages[3]
			v.Name, v.TownCode, v.Code = "界石村", "370686905", "370686905210"
		}, want{"X01": Fail}, map[RuleID]string{"X01": "重叠村1个:界石村(齐鲁样板省级示范区(虚构乙))"}},
		{"E20 equal totals with city and county mixed up by 10 fail", east, func(t *testing.T, d *proposal.Proposal) {
			d.FundPlan.Linkage.City += 10_000_000
			d.FundPlan.Linkage.County -= 10_000_000
		}, want{"F07": Fail, "F03": Pass, "F06": Pass}, map[RuleID]string{"F07": "市级衔接资金项目合计1200≠1210(少10万元)"}},
		{"E21 59.9777 % is not rounded up to 60 %", east, func(t *testing.T, d *proposal.Proposal) {
			funds("2000+2000+500", "2250")(t, d)
			industryOnly(t, d, "2699")
		}, want{"F09": Warn}, map[RuleID]string{"F09": "产业用衔接资金2699 / 合计4500 = 59.9777%"}},
	}
	pack := reference(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := load(t, tt.base)
			tt.edit(t, doc)
			for rule, verdict := range tt.want {
				if f := finding(doc, pack, rule); f.Verdict != verdict {
					t.Errorf("%s: %s (%s), want %s", rule, f.Verdict, f.Figure.Text, verdict)
				}
			}
			for rule, shown := range tt.text {
				if f := finding(doc, pack, rule); !strings.Contains(f.Figure.Text, shown) {
					t.Errorf("%s shows %q, want %q", rule, f.Figure.Text, shown)
				}
			}
		})
	}
}

func TestWorkedExampleE02SaysTheGapInYuan(t *testing.T) {
	doc := load(t, "A01")
	fund(t, doc, "2000+2000+600", "2299.9999")
	f := finding(doc, reference(t), "F06")
	if f.Figure.Gap != "0.0001" || !strings.HasPrefix(f.Advice, "整合行业资金还差 0.0001 万元(1 元):") {
		t.Errorf("gap %q, advice %q", f.Figure.Gap, f.Advice)
	}
	if f.Figure.Left != "2299.9999" || f.Figure.Operator != "≥" || f.Figure.Right != "2300" || f.Figure.Unit != "万元" || f.Figure.Ratio != "49.999997%" {
		t.Errorf("%+v", f.Figure)
	}
}

func funds(linkage, integrated string) func(*testing.T, *proposal.Proposal) {
	return func(t *testing.T, d *proposal.Proposal) { fund(t, d, linkage, integrated) }
}

func term(from, to string) func(*testing.T, *proposal.Proposal) {
	return func(t *testing.T, d *proposal.Proposal) {
		d.Plan.StartDate, d.Plan.EndDate = date(t, from), date(t, to)
	}
}

func reported(at string) func(*testing.T, *proposal.Proposal) {
	return func(t *testing.T, d *proposal.Proposal) {
		when := instant(t, at)
		d.Submission.CityReportedAt = &when
	}
}

// industryOnly leaves one industry project with the given 衔接资金.
func industryOnly(t *testing.T, d *proposal.Proposal, wan string) {
	for i := range d.Projects {
		if d.Projects[i].ContentCategory == proposal.ContentIndustry {
			d.Projects[i].Funds = nil
		}
	}
	d.Projects[0].ContentCategory = proposal.ContentIndustry
	d.Projects[0].Funds = []proposal.ProjectFund{{Source: proposal.SourceLinkageProvUp, Amount: amount(t, wan)}}
}

func TestTheDecidingInstantsStandBeforeTheDocumentsOwn(t *testing.T) {
	pack := reference(t)
	late, early := instant(t, "2022-12-11T00:00:00+08:00"), instant(t, "2022-12-10T15:59:59.999999Z")
	verdict := func(in Input) Verdict {
		for _, f := range Evaluate(in) {
			if f.Rule == "D04" {
				return f.Verdict
			}
		}
		return ""
	}
	tests := []struct {
		name    string
		id      string
		given   *time.Time
		dossier bool
		want    Verdict
	}{
		{"the document's record counts when none is given", "A06", nil, false, Fail},
		{"a given instant wins over the document's", "A06", &early, false, Pass},
		{"a given late instant wins over a document in time", "A01", &late, false, Fail},
		{"in the live process the document's record is not read", "A06", nil, true, NA},
		{"in the live process the given instant is", "A01", &late, true, Fail},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := verdict(Input{Doc: load(t, tt.id), Pack: pack, ReportedAt: tt.given, DossierOnly: tt.dossier}); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
