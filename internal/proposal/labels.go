package proposal

// This file is the one place where the document's words get their Chinese names; the codec, differences, findings, pages and
// papers read it. A list is closed: what is not in it is refused on reading.

var channelWords = words[Channel]{
	{KeyCounty, "重点县"},
	{CitySelected, "市择优"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v Channel) Label() string { return channelWords.label(v) }

var villageTypeWords = words[VillageType]{
	{VillageClusterUpgrade, "集聚提升类"},
	{VillageCharacterProtect, "特色保护类"},
	{VillageSuburbanMerge, "城郊融合类"},
	{VillageRelocateMerge, "搬迁撤并类"},
	{VillageUrbanVillage, "城中村"},
	{VillageOther, "其他"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v VillageType) Label() string { return villageTypeWords.label(v) }

var planStatusWords = words[PlanStatus]{
	{PlanApproved, "已批复"},
	{PlanCompiled, "已编制"},
	{PlanInProgress, "编制中"},
	{PlanNone, "未编"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v PlanStatus) Label() string { return planStatusWords.label(v) }

var levelWords = words[Level]{
	{LevelCentral, "中央"},
	{LevelProvince, "省级"},
	{LevelCity, "市级"},
	{LevelCounty, "县级"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v Level) Label() string { return levelWords.label(v) }

var fundStatusWords = words[FundStatus]{
	{FundCommitted, "已承诺"},
	{FundInPlace, "已到位"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v FundStatus) Label() string { return fundStatusWords.label(v) }

var contentCategoryWords = words[ContentCategory]{
	{ContentIndustry, "产业发展"},
	{ContentConstruction, "乡村建设"},
	{ContentGovernance, "乡村治理"},
	{ContentTalent, "人才培养"},
	{ContentEmployment, "就业带动"},
	{ContentConsolidation, "巩固成果"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v ContentCategory) Label() string { return contentCategoryWords.label(v) }

var libraryTypeWords = words[LibraryType]{
	{LibraryIndustryDevelopment, "产业发展"},
	{LibraryEmploymentProject, "就业项目"},
	{LibraryRuralConstruction, "乡村建设行动"},
	{LibraryRelocationFollowup, "易地搬迁后扶"},
	{LibraryThreeGuarantees, "巩固三保障成果"},
	{LibraryGovernanceCivility, "乡村治理和精神文明建设"},
	{LibraryManagementFee, "项目管理费"},
	{LibraryOther, "其他"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v LibraryType) Label() string { return libraryTypeWords.label(v) }

var natureWords = words[Nature]{
	{NatureNewBuild, "新建"},
	{NatureExpansion, "改扩建"},
	{NatureContinued, "续建"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v Nature) Label() string { return natureWords.label(v) }

var implementationModeWords = words[ImplementationMode]{
	{ModeRewardForSubsidy, "以奖代补"},
	{ModeWorkRelief, "以工代赈"},
	{ModeLoanInterest, "贷款贴息"},
	{ModePurchaseService, "购买服务"},
	{ModeDirect, "直接实施"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v ImplementationMode) Label() string { return implementationModeWords.label(v) }

var fundUseWords = words[FundUse]{
	{UseConstruction, "建设服务类"},
	{UseAssetPurchase, "购置资产"},
	{UseEquityPurchase, "入股"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v FundUse) Label() string { return fundUseWords.label(v) }

var linkageModeWords = words[LinkageMode]{
	{LinkProduction, "带动生产"},
	{LinkOrder, "订单收购"},
	{LinkService, "社会化服务"},
	{LinkEmployment, "务工就业"},
	{LinkLandTransfer, "土地流转"},
	{LinkAssetLease, "资产租赁"},
	{LinkShare, "入股"},
	{LinkDividend, "收益分红"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v LinkageMode) Label() string { return linkageModeWords.label(v) }

var assetTypeWords = words[AssetType]{
	{AssetOperating, "经营性"},
	{AssetPublic, "公益性"},
	{AssetHousehold, "到户类"},
	{AssetNone, "不形成资产"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v AssetType) Label() string { return assetTypeWords.label(v) }

var targetKindWords = words[TargetKind]{
	{TargetOutputQuantity, "产出数量"},
	{TargetOutputQuality, "产出质量"},
	{TargetOutputTime, "产出时效"},
	{TargetOutputCost, "产出成本"},
	{TargetBenefitEconomic, "经济效益"},
	{TargetBenefitSocial, "社会效益"},
	{TargetBenefitEcological, "生态效益"},
	{TargetBenefitSustainable, "可持续影响"},
	{TargetSatisfaction, "满意度"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v TargetKind) Label() string { return targetKindWords.label(v) }

var fundSourceWords = words[FundSource]{
	{SourceLinkageProvUp, "省级以上衔接资金"},
	{SourceLinkageCity, "市级衔接资金"},
	{SourceLinkageCounty, "县级衔接资金"},
	{SourceIntegrated, "整合行业资金"},
	{SourceCooperation, "协作帮扶资金"},
	{SourceSocial, "社会资本"},
	{SourceSelfRaised, "自筹"},
	{SourceOther, "其他"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v FundSource) Label() string { return fundSourceWords.label(v) }

var decisionWords = words[Decision]{
	{DecisionApproved, "同意"},
	{DecisionDeferred, "缓议"},
	{DecisionRejected, "不同意"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v Decision) Label() string { return decisionWords.label(v) }

var attachmentKindWords = words[AttachmentKind]{
	{AttachApplicationLetter, "县政府上报文件"},
	{AttachImplementationPlan, "实施规划"},
	{AttachResolutionMinutes, "常务会议纪要"},
	{AttachFundIntegrationCommitment, "整合方案与部门承诺"},
	{AttachLandGuarantee, "土地保障承诺"},
	{AttachVillagePlanProof, "村庄分类与规划批复"},
	{AttachIndustryPlanProof, "县级产业振兴规划摘录"},
	{AttachWorkTeamDoc, "专班文件"},
	{AttachZoneMap, "区位与布局图"},
	{AttachNonOverlapStatement, "不重复支持说明"},
	{AttachDefenceVideo, "答辩视频"},
	{AttachConsultationRecord, "群众意见记录"},
	{AttachFinanceCommitment, "市县财政承诺"},
	{AttachSitePhoto, "现场照片"},
	{AttachOther, "其他材料"},
}

// Label is the Chinese name, or the raw word when unknown.
func (v AttachmentKind) Label() string { return attachmentKindWords.label(v) }
