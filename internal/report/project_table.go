package report

import (
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// The fields by which a row is known.
const (
	fieldID   = "id"
	fieldName = "name"
)

// tableColumn is one column of the 项目表. Writer, reader, hints and 填表说明 all derive from the one list below.
type tableColumn struct {
	field       string // path below a project; "" carries nothing
	group, head string
	also        []string // other headings clerks use; a heading is compared without blanks, brackets and marks
	must        bool     // without this column the table is not read
	fund        bool     // one of the columns that together are the project's sources of money
	sum         bool     // added up in the last row
	breaks      bool     // begins a page across
	heads       bool     // counts people or households, not money
	width       float64
	hint        string
	choices     []string // offered as a list
	show        func(w *tableWords, p *proposal.Project) any
	take        func(r *rowReading, c foreignCell, p *proposal.Project)
	keep        func(to, from *proposal.Project)
}

// projectTable are the columns in the order of the printed form (frontend.md §8 项目清单).
var projectTable = []tableColumn{
	{head: "序号", width: 5, hint: "顺序号,导入时不看", show: func(*tableWords, *proposal.Project) any { return nil }},
	asText(fieldID, "", "项目编号", 8, func(p *proposal.Project) *string { return &p.ID }).
		with("英文字母、数字、- 和 _,如 P01;新项目可以留空,由系统编号。改了编号就是另一个项目", "编号", "项目代码").needed(),
	asText(fieldName, "", "项目名称", 22, func(p *proposal.Project) *string { return &p.Name }).with("必填", "名称").needed(),
	asWord("contentCategory", "", "项目类别", 9, proposal.ContentCategories(), func(p *proposal.Project) *proposal.ContentCategory { return &p.ContentCategory }).
		with("六大内容之一", "类别", "建设内容类别", "六大内容", "内容类别").needed(),
	asWord("libraryType", "项目库类型", "一级类型", 11, proposal.LibraryTypes(), func(p *proposal.Project) *proposal.LibraryType { return &p.LibraryType }).
		with("县级项目库的一级类型", "项目库类型", "项目库一级类型", "项目类型"),
	asText("librarySubType", "项目库类型", "二级类型", 11, func(p *proposal.Project) *string { return &p.LibrarySubType }).
		with("县级项目库的二级类型", "项目库二级类型", "二级项目类型"),
	asPlaces("townCodes", "乡镇(街道)", 12, towns, func(p *proposal.Project) *[]string { return &p.TownCodes }).
		with("乡镇名称或 9 位代码,几个之间用“、”隔开", "乡镇", "镇", "镇街", "实施乡镇"),
	asPlaces("villageCodes", "行政村", 20, villages, func(p *proposal.Project) *[]string { return &p.VillageCodes }).
		with("推进区内的村名或 12 位代码,几个之间用“、”隔开;有同名村的写代码或“镇名+村名”;乡镇级公共服务项目留空", "村", "实施村", "村庄", "建设地点", "实施地点"),
	asWord("nature", "", "建设性质", 7, proposal.Natures(), func(p *proposal.Project) *proposal.Nature { return &p.Nature }),
	asWord("implementationMode", "", "实施方式", 9, proposal.ImplementationModes(), func(p *proposal.Project) *proposal.ImplementationMode { return &p.ImplementationMode }),
	asWord("fundUse", "", "资金用途", 9, proposal.FundUses(), func(p *proposal.Project) *proposal.FundUse { return &p.FundUse }).with("", "资金使用方式", "资金使用用途"),
	asLong("contentAndScale", "", "建设内容与规模", 34, func(p *proposal.Project) *string { return &p.ContentAndScale }).
		with("写明建什么、多大规模", "建设内容及规模", "建设内容和规模", "主要建设内容", "建设内容"),
	asDay("startDate", "开工日期", false, func(p *proposal.Project) *proposal.Date { return &p.StartDate }).
		with("如 2023-03-01;只写年月的算当月 1 日", "开工", "开工年月", "开工时间"),
	asDay("endDate", "完工日期", true, func(p *proposal.Project) *proposal.Date { return &p.EndDate }).
		with("如 2023-11-30;只写年月的算当月最后一日", "完工", "完工年月", "完工时间", "竣工日期"),
	asWan("totalInvestment", "", "总投资", func(p *proposal.Project) *money.Fen { return &p.TotalInvestment }).
		with("等于各项资金来源之和", "项目总投资", "总投资额", "投资总额").needed().onNewPage(),
	asFund(proposal.SourceLinkageProvUp, "省级以上衔接资金", "省级以上衔接", "省级及以上衔接资金", "中央和省级衔接资金"),
	asFund(proposal.SourceLinkageCity, "市级衔接资金", "市级衔接"),
	asFund(proposal.SourceLinkageCounty, "县级衔接资金", "县级衔接"),
	asFund(proposal.SourceIntegrated, "整合行业资金", "整合资金", "行业整合资金"),
	asItems().with("整合资金条目的编号(见填表说明);几项整合资金的,每行写“编号 金额”", "整合资金条目", "条目编号", "整合条目", "整合资金条目编号"),
	asFund(proposal.SourceCooperation, "协作帮扶资金", "协作资金", "协作", "东西部协作资金"),
	asFund(proposal.SourceSocial, "社会资本", "社会资金"),
	asFund(proposal.SourceSelfRaised, "自筹资金", "自筹", "群众自筹"),
	asFund(proposal.SourceOther, "其他资金"),
	asCount("beneficiaries/households", "受益群众", "户数", func(p *proposal.Project) *int64 { return &p.Beneficiaries.Households }).with("", "受益户数", "受益户").onNewPage(),
	asCount("beneficiaries/persons", "受益群众", "人数", func(p *proposal.Project) *int64 { return &p.Beneficiaries.Persons }).with("", "受益人数", "受益人口"),
	asCount("beneficiaries/povertyRelievedPersons", "受益群众", "脱贫人口", func(p *proposal.Project) *int64 { return &p.Beneficiaries.PovertyRelievedPersons }).with("", "受益脱贫人口", "脱贫享受政策人口"),
	asCount("beneficiaries/monitoredPersons", "受益群众", "监测对象", func(p *proposal.Project) *int64 { return &p.Beneficiaries.MonitoredPersons }).with("", "受益监测对象", "监测人口"),
	asModes().with("几种方式之间用“、”隔开:"+labelsOf(proposal.LinkageModes()), "联农带农方式", "利益联结方式", "联结方式"),
	asCount("benefitLinkage/directHouseholds", groupLinkage, "直接带动户数", func(p *proposal.Project) *int64 { return &p.BenefitLinkage.DirectHouseholds }).with("", "直接带动户"),
	asCount("benefitLinkage/povertyOrMonitoredHouseholds", groupLinkage, "带动脱贫和监测户数", func(p *proposal.Project) *int64 { return &p.BenefitLinkage.PovertyOrMonitoredHouseholds }).
		with("", "脱贫监测户", "带动脱贫户和监测户数", "脱贫户和监测户"),
	asLong("benefitLinkage/description", groupLinkage, "说明", 18, func(p *proposal.Project) *string { return &p.BenefitLinkage.Description }).with("", "联结说明", "利益联结说明", "联农带农机制"),
	asText("responsibleDept", "", "责任部门", 14, func(p *proposal.Project) *string { return &p.ResponsibleDept }).with("", "责任单位", "主管部门"),
	asText("implementer", "", "实施单位", 14, func(p *proposal.Project) *string { return &p.Implementer }).with("", "建设单位", "项目实施单位"),
	asWord("assetType", "", "资产类型", 9, proposal.AssetTypes(), func(p *proposal.Project) *proposal.AssetType { return &p.AssetType }).with("预计形成的资产", "预计形成资产", "形成资产类型"),
	asTags("negativeListTags", "负面清单标记", func(p *proposal.Project) *[]string { return &p.NegativeListTags }).with("没有的留空", "负面清单"),
	asTargets().with("每行一项:“类别：指标名称：目标值”,如“产出数量：完成建设内容：100%”;类别有:"+labelsOf(proposal.TargetKinds()), "绩效指标", "绩效目标及指标"),
}

// with adds a hint and other headings.
func (c tableColumn) with(hint string, also ...string) tableColumn {
	if hint != "" {
		c.hint = hint
	}
	c.also = append(c.also, also...)
	return c
}

func (c tableColumn) needed() tableColumn {
	c.must = true
	return c
}

func (c tableColumn) onNewPage() tableColumn {
	c.breaks = true
	return c
}

// title is the column in words.
func (c tableColumn) title() string {
	if c.group == "" {
		return c.head
	}
	return c.group + "的" + c.head
}
