package policy

import (
	"maps"
	"testing"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// param writes one more parameter into the pack's text.
func param(text string) []string {
	return []string{`"params": {`, `"params": {` + text + `,`}
}

// TestEveryParameterMovesItsRuleOnly holds that no threshold or list stands in the code: change it in the pack and the verdict
// of its rule moves, and of no other.
func TestEveryParameterMovesItsRuleOnly(t *testing.T) {
	tests := []struct {
		name string
		base string
		edit func(*testing.T, *proposal.Proposal)
		pack []string
		want map[RuleID]Verdict // the verdicts that move
	}{
		{"keyCountyLinkageWan raised", "A03", untouched, []string{`"keyCountyLinkageWan": 5000`, `"keyCountyLinkageWan": 5000.0001`}, map[RuleID]Verdict{"F01": Fail, "F02": Fail}},
		{"keyCountyLinkageWan lowered", "A03", untouched, []string{`"keyCountyLinkageWan": 5000`, `"keyCountyLinkageWan": 4999.9999`}, map[RuleID]Verdict{"F02": Fail}},
		{"keyCountyExact off and a lower amount", "A03", untouched, append(param(`"keyCountyExact": false`), `"keyCountyLinkageWan": 5000`, `"keyCountyLinkageWan": 4000`), nil},
		{"keyCountyExact off at exactly the amount", "A03", untouched, param(`"keyCountyExact": false`), nil},
		{"keyCountyExact off still needs the amount", "A03", untouched, append(param(`"keyCountyExact": false`), `"keyCountyLinkageWan": 5000`, `"keyCountyLinkageWan": 5001`), map[RuleID]Verdict{"F01": Fail, "F02": Fail}},
		{"cityChannelMinLinkageWan raised", "A01", untouched, []string{`"cityChannelMinLinkageWan": 4000`, `"cityChannelMinLinkageWan": 4000.0001`}, map[RuleID]Verdict{"F03": Fail, "F05": Fail}},
		{"tierWan EAST raised", "A01", untouched, []string{`"EAST": 2000`, `"EAST": 2000.0001`}, map[RuleID]Verdict{"F04": Fail}},
		{"tierWan EAST lowered raises what is left to the city", "A01", untouched, []string{`"EAST": 2000`, `"EAST": 1999.9999`}, map[RuleID]Verdict{"F04": Fail, "F05": Fail}},
		{"tierWan above the floor leaves nothing to the city", "A01", funds("5000+0+0", "2500"), []string{`"EAST": 2000`, `"EAST": 5000`}, map[RuleID]Verdict{"F04": Pass, "F05": Pass}},
		{"the city's class", "A01", untouched, []string{"\"name\": \"烟台市\",\n   \"regionClass\": \"EAST\"", "\"name\": \"烟台市\",\n   \"regionClass\": \"WEST\""}, map[RuleID]Verdict{"F04": Fail}},
		{"the county's own class over its city's (A2)", "A01", untouched, []string{`"keyCounties": [`, `"counties": [{"code": "370686", "name": "栖霞市", "regionClass": "CENTRAL"}], "keyCounties": [`}, map[RuleID]Verdict{"F04": Fail}},
		{"minIntegratedRatio raised", "A01", untouched, []string{`"0.50"`, `"0.500001"`}, map[RuleID]Verdict{"F06": Fail}},
		{"minIntegratedRatio lowered", "A04", untouched, []string{`"0.50"`, `"0.499"`}, map[RuleID]Verdict{"F06": Pass}},
		{"minIntegratedRatio above one", "A03", untouched, []string{`"0.50"`, `"1.5"`}, map[RuleID]Verdict{"F06": Fail}},
		{"integratedCountsCooperation on (A6)", "A04", change(func(d *proposal.Proposal) {
			d.FundPlan.Integrated[0].Amount -= 10 * money.Wan
			d.FundPlan.Cooperation += 14 * money.Wan
		}), []string{`"integratedCountsCooperation": false`, `"integratedCountsCooperation": true`}, map[RuleID]Verdict{"F06": Pass}},
		{"integratedBasis IN_PLACE (A7)", "A01", untouched, param(`"integratedBasis": "IN_PLACE"`), map[RuleID]Verdict{"F06": Fail}},
		{"minVillages raised", "A01", untouched, []string{`"minVillages": 10`, `"minVillages": 11`}, map[RuleID]Verdict{"V01": Fail}},
		{"minVillages lowered", "A05", untouched, []string{`"minVillages": 10`, `"minVillages": 9`}, map[RuleID]Verdict{"V01": Pass}},
		{"villageCountEligibleOnly on (A10)", "A01", change(func(d *proposal.Proposal) { d.Zone.Villages[0].Type = proposal.VillageOther }), []string{`"villageCountEligibleOnly": false`, `"villageCountEligibleOnly": true`}, map[RuleID]Verdict{"V01": Fail}},
		{"allowedVillageTypes widened (A11)", "A01", change(func(d *proposal.Proposal) { d.Zone.Villages[0].Type = proposal.VillageOther }), []string{`"CLUSTER_UPGRADE",`, `"CLUSTER_UPGRADE", "OTHER",`}, map[RuleID]Verdict{"V02": Pass}},
		{"allowedVillageTypes narrowed", "A01", untouched, []string{`"CHARACTER_PROTECT"`, `"OTHER"`}, map[RuleID]Verdict{"V02": Fail}},
		{"industryCount max lowered (A9)", "A02", untouched, []string{`"max": 2`, `"max": 1`}, map[RuleID]Verdict{"I01": Fail}},
		{"industryCount min raised", "A01", untouched, []string{`"min": 1`, `"min": 2`}, map[RuleID]Verdict{"I01": Fail}},
		{"maxPlanMonths lowered (A21)", "A01", untouched, []string{`"maxPlanMonths": 24`, `"maxPlanMonths": 23`}, map[RuleID]Verdict{"D01": Fail}},
		{"maxPlanMonths raised", "A01", term("2023-01-01", "2025-01-01"), []string{`"maxPlanMonths": 24`, `"maxPlanMonths": 25`}, map[RuleID]Verdict{"D01": Pass}},
		{"provinceDeadline a second earlier", "A01", untouched, []string{`"2022-12-11T00:00:00+08:00"`, `"2022-12-10T23:59:59+08:00"`}, map[RuleID]Verdict{"D04": Fail}},
		{"provinceDeadline a day later", "A06", untouched, []string{`"2022-12-11T00:00:00+08:00"`, `"2022-12-12T00:00:00+08:00"`}, map[RuleID]Verdict{"D04": Pass}},
		{"countyDeadline just after the submission (A16)", "A01", untouched, []string{`"countyDeadline": null`, `"countyDeadline": "2022-11-30T00:00:00+08:00"`}, map[RuleID]Verdict{"D05": Pass}},
		{"countyDeadline before the submission", "A01", untouched, []string{`"countyDeadline": null`, `"countyDeadline": "2022-11-29T00:00:00+08:00"`}, map[RuleID]Verdict{"D05": Fail}},
		{"countyDeadline with nothing submitted", "A01", change(func(d *proposal.Proposal) { d.Submission.CountySubmittedAt = nil }), []string{`"countyDeadline": null`, `"countyDeadline": "2022-11-29T00:00:00+08:00"`}, nil},
		{"industryShareWarnBelow raised", "A01", untouched, []string{`"0.60"`, `"0.660001"`}, map[RuleID]Verdict{"F09": Warn}},
		{"industryShareWarnBelow lowered", "A04", untouched, []string{`"0.60"`, `"0.52"`}, map[RuleID]Verdict{"F09": Pass}},
		{"maxTownsForContiguity lowered", "A02", untouched, []string{`"maxTownsForContiguity": 3`, `"maxTownsForContiguity": 2`}, map[RuleID]Verdict{"V04": Warn}},
		{"nonKeyCountyInKeyCityAllowed on (A17)", "A03", change(func(d *proposal.Proposal) {
			d.Channel = proposal.CitySelected
			d.County = proposal.Place{Code: "371302", Name: "兰山区"}
		}), []string{`"nonKeyCountyInKeyCityAllowed": false`, `"nonKeyCountyInKeyCityAllowed": true`}, map[RuleID]Verdict{"C01": Pass}},
		{"a county taken off the key list", "A03", untouched, []string{"  {\n   \"code\": \"371326\",\n   \"name\": \"平邑县\"\n  },\n", ""}, map[RuleID]Verdict{"C01": Fail}},
		{"requiredAttachments lengthened", "A01", untouched, []string{`"ZONE_MAP",`, `"ZONE_MAP", "DEFENCE_VIDEO",`}, map[RuleID]Verdict{"D06": Fail}},
		{"requiredAttachments shortened", "A06", untouched, []string{`"RESOLUTION_MINUTES",`, ``}, map[RuleID]Verdict{"D06": Pass}},
		{"an exclusion area at village grain (A13)", "A01", untouched, []string{`"exclusionAreas": [`, `"exclusionAreas": [{"programme": "QILU_MODEL_DEMO", "title": "甲", "countyCode": "370686", "scope": "VILLAGE", "codes": ["370686902205"]},`}, map[RuleID]Verdict{"X01": Fail}},
		{"an exclusion area at town grain", "A01", untouched, []string{`"exclusionAreas": [`, `"exclusionAreas": [{"programme": "QILU_MODEL_DEMO", "title": "甲", "countyCode": "370686", "scope": "TOWN", "codes": ["370686902"]},`}, map[RuleID]Verdict{"X01": Fail}},
		{"an exclusion area at county grain", "A01", untouched, []string{`"exclusionAreas": [`, `"exclusionAreas": [{"programme": "QILU_MODEL_DEMO", "title": "甲", "countyCode": "370686", "scope": "COUNTY", "codes": ["370686"]},`}, map[RuleID]Verdict{"X01": Fail}},
		{"contentCategories that are all there move nothing", "A01", untouched, param(`"contentCategories": ["INDUSTRY"]`), nil},
		{"contentCategories shortened", "A01", change(func(d *proposal.Proposal) {
			for i := range d.Projects {
				if d.Projects[i].ContentCategory == proposal.ContentTalent {
					d.Projects[i].ContentCategory = proposal.ContentGovernance
				}
			}
		}), param(`"contentCategories": ["INDUSTRY", "GOVERNANCE"]`), map[RuleID]Verdict{"P06": Pass}},
		{"resolutionBodies widened (A22)", "A01", change(func(d *proposal.Proposal) { d.Resolution.Body = "栖霞市人民政府党组会议" }), param(`"resolutionBodies": ["人民政府常务会议", "人民政府党组会议"]`), map[RuleID]Verdict{"D02": Pass}},
		{"letterIssuerSuffix", "A01", untouched, param(`"letterIssuerSuffix": "人民政府办公室"`), map[RuleID]Verdict{"D03": Fail}},
		{"letterAddressees", "A01", untouched, param(`"letterAddressees": ["农业农村局"]`), map[RuleID]Verdict{"D03": Fail}},
		{"leadDepartments", "A01", untouched, param(`"leadDepartments": ["农业农村局"]`), map[RuleID]Verdict{"D07": Fail}},
		{"timezone decides which day it was", "A01", func(t *testing.T, d *proposal.Proposal) {
			at := instant(t, "2022-11-28T23:30:00+08:00")
			d.Submission.CountySubmittedAt, d.OfficialLetter.Date = &at, date(t, "2022-11-29")
		}, []string{`"Asia/Shanghai"`, `"Asia/Tokyo"`}, map[RuleID]Verdict{"D09": Pass}},
	}
	before := reference(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := load(t, tt.base)
			tt.edit(t, doc)
			was := verdicts(Evaluate(Input{Doc: doc, Pack: before}))
			now := verdicts(Evaluate(Input{Doc: doc, Pack: edited(t, tt.pack...)}))
			moved := map[RuleID]Verdict{}
			for rule, v := range now {
				if was[rule] != v {
					moved[rule] = v
				}
			}
			if !maps.Equal(moved, tt.want) {
				t.Errorf("moved %v, want %v", moved, tt.want)
			}
		})
	}
}
