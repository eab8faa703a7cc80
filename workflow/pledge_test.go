package workflow_test

import (
	"slices"
	"strings"
	"testing"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/workflow"
)

// planned is A01 with its papers kept, and every line and project confirmed with the 承诺文件 ATT04.
func planned(t *testing.T) (*proposal.Proposal, []workflow.Confirmation) {
	t.Helper()
	doc, _, err := proposal.Decode(sample.Application("A01"))
	must(t, err)
	for i := range doc.Attachments {
		sha := proposal.Digest([]byte(doc.Attachments[i].ID))
		doc.Attachments[i].SHA256 = &sha
	}
	var given []workflow.Confirmation
	for _, p := range workflow.Pledges(doc, nil) {
		given = append(given, workflow.Confirmation{Kind: p.Kind, Line: p.Line, Content: p.Content, AttachmentID: "f", DocID: "ATT04",
			SHA256: proposal.Digest([]byte("ATT04")), SnapshotNo: 1})
	}
	return doc, given
}

// of finds one line or project.
func of(t *testing.T, pledges []workflow.Pledge, line string) workflow.Pledge {
	t.Helper()
	i := slices.IndexFunc(pledges, func(p workflow.Pledge) bool { return p.Line == line })
	if i < 0 {
		t.Fatalf("%s is not among the pledges", line)
	}
	return pledges[i]
}

func TestALineIsCommittedAtItsPlannedAmountWhileItIsConfirmed(t *testing.T) {
	const all = (1200 + 800 + 2000) * money.Wan // 市、县、整合
	for _, tt := range []struct {
		name   string
		change func(doc *proposal.Proposal, given *[]workflow.Confirmation)
		line   string // the one that is not held
		why    string
		left   money.Fen // committed of the lines somebody confirms
	}{
		{"everything confirmed", func(*proposal.Proposal, *[]workflow.Confirmation) {}, "", "", all},
		{"a fen more", func(d *proposal.Proposal, _ *[]workflow.Confirmation) { d.FundPlan.Integrated[1].Amount++ }, "INT02", "金额由460改为460.000001万元", all - 460*money.Wan},
		{"another department", func(d *proposal.Proposal, _ *[]workflow.Confirmation) {
			d.FundPlan.Integrated[0].Department = "市水利局"
		}, "INT01", "责任部门由市交通运输局改为市水利局", all - 520*money.Wan},
		{"another programme and level", func(d *proposal.Proposal, _ *[]workflow.Confirmation) {
			d.FundPlan.Integrated[0].Programme, d.FundPlan.Integrated[0].Level = "", proposal.LevelCounty
		}, "INT01", "专项由四好农村路改为空;级次由市级改为县级", all - 520*money.Wan},
		{"the paper replaced under its number", func(d *proposal.Proposal, _ *[]workflow.Confirmation) {
			other := proposal.Digest([]byte("other"))
			d.Attachments[3].SHA256 = &other
		}, "INT01", "承诺文件 ATT04“”已移除或更换", 0},
		{"the paper under another kind", func(d *proposal.Proposal, _ *[]workflow.Confirmation) { d.Attachments[3].Kind = proposal.AttachOther }, "INT01", "承诺文件 ATT04“”已移除或更换", 0},
		{"an integrated item without a paper", func(_ *proposal.Proposal, g *[]workflow.Confirmation) {
			for i := range *g {
				if (*g)[i].Line == "INT03" || (*g)[i].Line == "LINKAGE_COUNTY" { // which needs none
					(*g)[i].AttachmentID = ""
				}
			}
		}, "INT03", "没有附承诺文件", all - 380*money.Wan},
		{"a project's word is not its line's", func(_ *proposal.Proposal, g *[]workflow.Confirmation) {
			for i := range *g {
				if (*g)[i].Line == "INT04" {
					(*g)[i].Kind = workflow.PledgeProject
				}
			}
		}, "INT04", "", all - 640*money.Wan},
		{"nobody's word", func(_ *proposal.Proposal, g *[]workflow.Confirmation) { *g = nil }, "LINKAGE_CITY", "", 0},
		{"another amount confirmed later does not undo the word for this one", func(_ *proposal.Proposal, g *[]workflow.Confirmation) {
			later := (*g)[1]
			later.Content.Amount++
			*g = append(*g, later)
		}, "", "", all},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, given := planned(t)
			tt.change(doc, &given)
			committed := workflow.Committed(doc, given)
			var sum money.Fen
			for _, p := range committed[1:] {
				sum += p.Committed
			}
			if sum != tt.left {
				t.Errorf("committed %s, want %s", sum, tt.left)
			}
			if first := committed[0]; first.Line != "LINKAGE_PROV_UP" || first.State != workflow.PledgeByAward || first.Committed != doc.FundPlan.Linkage.ProvUp {
				t.Errorf("the first line is %+v", first)
			}
			if tt.line == "" {
				return
			}
			p := of(t, committed, tt.line)
			if p.State == workflow.PledgeHeld || p.Committed != 0 || strings.Join(p.Why, ";") != tt.why {
				t.Errorf("%s %q", p.Label(), p.Why)
			}
		})
	}
}

func TestAProjectIsConfirmedForItsMoneyDepartmentPlaceAndPeriod(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(p *proposal.Project)
		why    string
	}{
		{"its name and scale may change", func(p *proposal.Project) { p.Name, p.ContentAndScale, p.Implementer = "x", "x", "x" }, ""},
		{"the order of its money, towns and villages does not count", func(p *proposal.Project) {
			slices.Reverse(p.Funds)
			slices.Reverse(p.VillageCodes)
			p.TownCodes = append(p.TownCodes, p.TownCodes...)
		}, ""},
		{"money in two parts is the same money", func(p *proposal.Project) {
			half := p.Funds[0]
			half.Amount /= 2
			p.Funds[0].Amount -= half.Amount
			p.Funds = append(p.Funds, half)
		}, ""},
		{"the same sum from another source", func(p *proposal.Project) {
			p.Funds[0].Amount -= money.Wan
			p.Funds[1].Amount += money.Wan
		}, "省级以上衔接资金由211改为210万元;市级衔接资金由204改为205万元"},
		{"another integrated item", func(p *proposal.Project) { p.Funds[2].IntegratedItemID = "INT01" }, "整合行业资金(INT01)由0改为160万元;整合行业资金(INT04)由160改为0万元"},
		{"a source less", func(p *proposal.Project) { p.Funds = p.Funds[:4] }, "金额由767改为755万元;自筹由12改为0万元"},
		{"another department", func(p *proposal.Project) { p.ResponsibleDept = "" }, "责任部门由市农业农村局改为空"},
		{"a village less", func(p *proposal.Project) { p.VillageCodes = nil }, "实施地点有改动"},
		{"another town", func(p *proposal.Project) { p.TownCodes = []string{"370686104"} }, "实施地点有改动"},
		{"a day longer", func(p *proposal.Project) { p.EndDate = p.EndDate.AddDays(1) }, "期限由2023-07-01至2024-04-28改为2023-07-01至2024-04-29"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, given := planned(t)
			i := slices.IndexFunc(doc.Projects, func(p proposal.Project) bool { return p.ID == "P03" })
			tt.change(&doc.Projects[i])
			p := of(t, workflow.Pledges(doc, given), "P03")
			if held := p.State == workflow.PledgeHeld; held != (tt.why == "") || strings.Join(p.Why, ";") != tt.why {
				t.Errorf("%s", p.Label())
			}
		})
	}
}

func TestWhatIsSavedSinceTheSnapshotIsNotItsOwn(t *testing.T) {
	doc, given := planned(t)
	given[1].SnapshotNo = 2
	before := workflow.Unconfirmed(doc, given)
	if after := workflow.Unconfirmed(doc, workflow.ConfirmationsOf(given, 1)); before != 0 || after != 1 {
		t.Errorf("%d and %d wait for a word", before, after)
	}
	if given[1].SnapshotNo != 2 || len(given) != len(workflow.Pledges(doc, nil)) {
		t.Error("the list was changed")
	}
}
