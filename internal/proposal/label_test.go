package proposal_test

import (
	"testing"

	"xianjie/internal/proposal"
)

func TestAPlaceInWords(t *testing.T) {
	p := decoded(t)
	for pointer, want := range map[string]string{
		"":                                       "申报书",
		"/projects":                              "实施项目",
		"/projects/1":                            "项目 P02“道路硬化”",
		"/projects/1/startDate":                  "项目 P02“道路硬化”的开工日期",
		"/projects/1/funds/1/amount":             "项目 P02“道路硬化”的资金来源“整合行业资金”(INT01)的金额",
		"/projects/0/benefitLinkage/modes":       "项目 P01“苹果基地”的利益联结的联结方式",
		"/projects/0/benefitLinkage/modes/1":     "项目 P01“苹果基地”的利益联结的联结方式的第 2 项",
		"/projects/0/performanceTargets/1/value": "项目 P01“苹果基地”的满意度指标“满意度”的目标值",
		"/projects/7/startDate":                  "实施项目第 8 行",
		"/projects/2/startDate":                  "实施项目第 3 行",
		"/projects/-1":                           "实施项目",
		"/projects/1/noSuchKey":                  "项目 P02“道路硬化”",
		"/zone/villages/0":                       "村“柳家村”(370686901201)",
		"/zone/villages/0/type":                  "村“柳家村”(370686901201)的村庄类型",
		"/zone/villages":                         "推进区的行政村",
		"/zone/industries/0/planReference":       "产业“苹果”的规划依据",
		"/zone/areaKm2":                          "推进区的面积",
		"/fundPlan/linkage/LINKAGE_CITY":         "资金规划表的衔接资金的市级衔接资金",
		"/fundPlan/integrated/1/amount":          "整合资金 INT02“农村饮水”的金额",
		"/plan/endDate":                          "实施规划的规划终止日期",
		"/resolution/decision":                   "常务会议决议的会议结论",
		"/resolution":                            "常务会议决议",
		"/attachments/1/kind":                    "附件 ATT02“图.pdf”的附件类别",
		"/submission/cityReportedAt":             "报送时刻的市报省时刻",
		"/county":                                "县",
		"/nothing":                               "申报书",
		"/officialLetter/addressees/1":           "县政府上报文件的主送机关的第 2 项",
	} {
		if got := proposal.PlaceLabel(pointer, p); got != want {
			t.Errorf("%s: %s, want %s", pointer, got, want)
		}
	}
	p.Resolution = nil
	if got := proposal.PlaceLabel("/resolution/date", p); got != "常务会议决议的会议日期" {
		t.Errorf("a resolution that is not there: %s", got)
	}
}

func TestAFieldInWords(t *testing.T) {
	for _, tt := range []struct {
		section proposal.SectionName
		field   string
		label   string
		known   bool
	}{
		{proposal.SectionProjects, "startDate", "开工日期", true},
		{proposal.SectionProjects, "benefitLinkage.modes", "利益联结的联结方式", true},
		{proposal.SectionProjects, "funds.amount", "资金来源的金额", true},
		{proposal.SectionVillages, "type", "村庄类型", true},
		{proposal.SectionZone, "name", "推进区名称", true},
		{proposal.SectionZone, "villages", "", false},
		{proposal.SectionFundPlan, "linkage.LINKAGE_CITY", "衔接资金的市级衔接资金", true},
		{proposal.SectionFundPlan, "integrated", "整合行业资金", true},
		{proposal.SectionFundPlan, "department", "部门", true},
		{proposal.SectionMechanism, "mechanism.studyDate", "组织机制的研究部署日期", true},
		{proposal.SectionPapers, "resolution.decision", "常务会议决议的会议结论", true},
		{proposal.SectionAttachments, "fileName", "文件名", true},
		{proposal.SectionPlan, "startDate.x", "", false},
		{proposal.SectionPlan, "", "", false},
		{"scores", "startDate", "", false},
	} {
		if label, known := proposal.FieldLabel(tt.section, tt.field); label != tt.label || known != tt.known {
			t.Errorf("%s %s: %q %v, want %q %v", tt.section, tt.field, label, known, tt.label, tt.known)
		}
	}
}

func TestEverySectionHasAChineseName(t *testing.T) {
	for _, name := range append(proposal.Sections(), proposal.SectionProjects, proposal.SectionHead, proposal.SectionAttachments, proposal.SectionSubmission) {
		if label := name.Label(); label == "" || label == string(name) {
			t.Errorf("%s has no Chinese name", name)
		}
	}
	if got := proposal.SectionName("x").Label(); got != "x" {
		t.Errorf("an unknown section is called %q", got)
	}
}

func TestWordsHaveChineseNames(t *testing.T) {
	for got, want := range map[string]string{
		proposal.KeyCounty.Label():                 "重点县",
		proposal.VillageClusterUpgrade.Label():     "集聚提升类",
		proposal.PlanNone.Label():                  "未编",
		proposal.LevelCentral.Label():              "中央",
		proposal.FundInPlace.Label():               "已到位",
		proposal.ContentTalent.Label():             "人才培养",
		proposal.LibraryManagementFee.Label():      "项目管理费",
		proposal.NatureContinued.Label():           "续建",
		proposal.ModeWorkRelief.Label():            "以工代赈",
		proposal.UseEquityPurchase.Label():         "入股",
		proposal.LinkDividend.Label():              "收益分红",
		proposal.AssetNone.Label():                 "不形成资产",
		proposal.TargetSatisfaction.Label():        "满意度",
		proposal.SourceSelfRaised.Label():          "自筹",
		proposal.DecisionDeferred.Label():          "缓议",
		proposal.AttachNonOverlapStatement.Label(): "不重复支持说明",
		proposal.Channel("X").Label():              "X",
		proposal.Channel("").Label():               "",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
