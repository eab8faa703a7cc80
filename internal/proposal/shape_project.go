package proposal

import "xianjie/internal/money"

// projectShape is one 实施项目. Source: applications/schema.md projects[].
var projectShape = shapeOf(
	at("id", "项目编号", asKey(), func(p *Project) *string { return &p.ID }).needed(always),
	at("name", "项目名称", asName(nameRunes), func(p *Project) *string { return &p.Name }),
	at("contentCategory", "建设内容类别", asWord(contentCategoryWords), func(p *Project) *ContentCategory { return &p.ContentCategory }),
	at("libraryType", "项目库类型", asWord(libraryTypeWords), func(p *Project) *LibraryType { return &p.LibraryType }),
	at("librarySubType", "项目库二级类型", asName(nameRunes), func(p *Project) *string { return &p.LibrarySubType }),
	at("nature", "建设性质", asWord(natureWords), func(p *Project) *Nature { return &p.Nature }),
	at("implementationMode", "实施方式", asWord(implementationModeWords), func(p *Project) *ImplementationMode { return &p.ImplementationMode }),
	at("fundUse", "资金使用方式", asWord(fundUseWords), func(p *Project) *FundUse { return &p.FundUse }),
	at("townCodes", "实施乡镇", asList(asPlaceCode(9)), func(p *Project) *[]string { return &p.TownCodes }),
	at("villageCodes", "实施村", asList(asPlaceCode(12)), func(p *Project) *[]string { return &p.VillageCodes }),
	at("responsibleDept", "责任部门", asName(nameRunes), func(p *Project) *string { return &p.ResponsibleDept }),
	at("implementer", "实施单位", asName(nameRunes), func(p *Project) *string { return &p.Implementer }),
	at("startDate", "开工日期", asDate(), func(p *Project) *Date { return &p.StartDate }),
	at("endDate", "完工日期", asDate(), func(p *Project) *Date { return &p.EndDate }),
	at("contentAndScale", "建设内容与规模", asLong(), func(p *Project) *string { return &p.ContentAndScale }),
	at("beneficiaries", "受益群众", asObject(&beneficiariesShape), func(p *Project) *Beneficiaries { return &p.Beneficiaries }),
	at("benefitLinkage", "利益联结", asObject(&benefitLinkageShape), func(p *Project) *BenefitLinkage { return &p.BenefitLinkage }),
	at("assetType", "预计形成资产", asWord(assetTypeWords), func(p *Project) *AssetType { return &p.AssetType }),
	at("negativeListTags", "负面清单标记", asList(asName(nameRunes)), func(p *Project) *[]string { return &p.NegativeListTags }),
	at("performanceTargets", "绩效目标", targetRows, func(p *Project) *[]PerformanceTarget { return &p.PerformanceTargets }),
	at("funds", "资金来源", fundRows, func(p *Project) *[]ProjectFund { return &p.Funds }),
	at("totalInvestment", "项目总投资", asAmount(), func(p *Project) *money.Fen { return &p.TotalInvestment }),
)

// projectRows have unique numbers, because each is stored under its own.
var projectRows = asRows(&projectShape, row[Project]{
	measure: "个项目", limit: maxRows, unique: true,
	key:    func(p *Project) [2]string { return [2]string{p.ID} },
	number: func(p *Project) string { return p.ID },
	title:  func(p *Project) string { return called("项目", p.ID, p.Name, "") },
	brief:  func(p *Project) string { return "总投资 " + p.TotalInvestment.String() + " 万元" },
	named:  func(p *Project) string { return p.ID },
})

var beneficiariesShape = shapeOf(
	at("households", "受益户数", asCount("户"), func(b *Beneficiaries) *int64 { return &b.Households }),
	at("persons", "受益人数", asCount("人"), func(b *Beneficiaries) *int64 { return &b.Persons }),
	at("povertyRelievedPersons", "受益脱贫人口", asCount("人"), func(b *Beneficiaries) *int64 { return &b.PovertyRelievedPersons }),
	at("monitoredPersons", "受益监测对象", asCount("人"), func(b *Beneficiaries) *int64 { return &b.MonitoredPersons }),
)

var benefitLinkageShape = shapeOf(
	at("modes", "联结方式", asList(asWord(linkageModeWords)), func(b *BenefitLinkage) *[]LinkageMode { return &b.Modes }),
	at("directHouseholds", "直接带动户数", asCount("户"), func(b *BenefitLinkage) *int64 { return &b.DirectHouseholds }),
	at("povertyOrMonitoredHouseholds", "带动脱贫户和监测户数", asCount("户"), func(b *BenefitLinkage) *int64 { return &b.PovertyOrMonitoredHouseholds }),
	at("description", "联结说明", asLong(), func(b *BenefitLinkage) *string { return &b.Description }),
)

var targetShape = shapeOf(
	at("kind", "指标类别", asWord(targetKindWords), func(t *PerformanceTarget) *TargetKind { return &t.Kind }),
	at("name", "指标名称", asName(nameRunes), func(t *PerformanceTarget) *string { return &t.Name }),
	at("value", "目标值", asName(nameRunes), func(t *PerformanceTarget) *string { return &t.Value }),
)

var targetRows = asRows(&targetShape, row[PerformanceTarget]{
	measure: "项绩效目标", limit: maxItems,
	key:    func(t *PerformanceTarget) [2]string { return [2]string{string(t.Kind), t.Name} },
	number: func(t *PerformanceTarget) string { return t.Name },
	title:  func(t *PerformanceTarget) string { return called(t.Kind.Label()+"指标", "", t.Name, "") },
	brief:  func(t *PerformanceTarget) string { return t.Value },
})

var projectFundShape = shapeOf(
	at("source", "资金来源", asWord(fundSourceWords), func(f *ProjectFund) *FundSource { return &f.Source }),
	at("amount", "金额", asAmount(), func(f *ProjectFund) *money.Fen { return &f.Amount }),
	at("integratedItemId", "整合资金条目编号", asID(), func(f *ProjectFund) *string { return &f.IntegratedItemID }).
		needed(optional).unless(func(f *ProjectFund) bool { return f.IntegratedItemID == "" }),
)

var fundRows = asRows(&projectFundShape, row[ProjectFund]{
	measure: "笔资金", limit: maxFunds,
	key:    func(f *ProjectFund) [2]string { return [2]string{string(f.Source), f.IntegratedItemID} },
	number: func(f *ProjectFund) string { return f.Source.Label() },
	title:  func(f *ProjectFund) string { return called("资金来源", "", f.Source.Label(), f.IntegratedItemID) },
	brief:  func(f *ProjectFund) string { return f.Amount.String() + " 万元" },
})
