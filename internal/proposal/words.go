package proposal

// The closed word lists of the document. An empty value means "not yet filled in" and is allowed in a draft; any other
// unknown word is refused by the codec with its place.

// Channel is the 申报通道.
type Channel string

// The values of Channel.
const (
	KeyCounty    Channel = "KEY_COUNTY"
	CitySelected Channel = "CITY_SELECTED"
)

// VillageType is the 村庄类型.
type VillageType string

// The values of VillageType.
const (
	VillageClusterUpgrade   VillageType = "CLUSTER_UPGRADE"
	VillageCharacterProtect VillageType = "CHARACTER_PROTECT"
	VillageSuburbanMerge    VillageType = "SUBURBAN_MERGE"
	VillageRelocateMerge    VillageType = "RELOCATE_MERGE"
	VillageUrbanVillage     VillageType = "URBAN_VILLAGE"
	VillageOther            VillageType = "OTHER"
)

// PlanStatus is the 村庄规划状态.
type PlanStatus string

// The values of PlanStatus.
const (
	PlanApproved   PlanStatus = "APPROVED"
	PlanCompiled   PlanStatus = "COMPILED"
	PlanInProgress PlanStatus = "IN_PROGRESS"
	PlanNone       PlanStatus = "NONE"
)

// Level is the 资金级次.
type Level string

// The values of Level.
const (
	LevelCentral  Level = "CENTRAL"
	LevelProvince Level = "PROVINCE"
	LevelCity     Level = "CITY"
	LevelCounty   Level = "COUNTY"
)

// FundStatus is the 资金状态.
type FundStatus string

// The values of FundStatus.
const (
	FundCommitted FundStatus = "COMMITTED"
	FundInPlace   FundStatus = "IN_PLACE"
)

// ContentCategory is the 六大内容.
type ContentCategory string

// The values of ContentCategory.
const (
	ContentIndustry      ContentCategory = "INDUSTRY"
	ContentConstruction  ContentCategory = "CONSTRUCTION"
	ContentGovernance    ContentCategory = "GOVERNANCE"
	ContentTalent        ContentCategory = "TALENT"
	ContentEmployment    ContentCategory = "EMPLOYMENT"
	ContentConsolidation ContentCategory = "CONSOLIDATION"
)

// LibraryType is the 项目库一级类型.
type LibraryType string

// The values of LibraryType.
const (
	LibraryIndustryDevelopment LibraryType = "INDUSTRY_DEVELOPMENT"
	LibraryEmploymentProject   LibraryType = "EMPLOYMENT_PROJECT"
	LibraryRuralConstruction   LibraryType = "RURAL_CONSTRUCTION"
	LibraryRelocationFollowup  LibraryType = "RELOCATION_FOLLOWUP"
	LibraryThreeGuarantees     LibraryType = "THREE_GUARANTEES"
	LibraryGovernanceCivility  LibraryType = "GOVERNANCE_CIVILITY"
	LibraryManagementFee       LibraryType = "MANAGEMENT_FEE"
	LibraryOther               LibraryType = "OTHER"
)

// Nature is the 建设性质.
type Nature string

// The values of Nature.
const (
	NatureNewBuild  Nature = "新建"
	NatureExpansion Nature = "改扩建"
	NatureContinued Nature = "续建"
)

// ImplementationMode is the 实施方式.
type ImplementationMode string

// The values of ImplementationMode.
const (
	ModeRewardForSubsidy ImplementationMode = "REWARD_FOR_SUBSIDY"
	ModeWorkRelief       ImplementationMode = "WORK_RELIEF"
	ModeLoanInterest     ImplementationMode = "LOAN_INTEREST"
	ModePurchaseService  ImplementationMode = "PURCHASE_SERVICE"
	ModeDirect           ImplementationMode = "DIRECT"
)

// FundUse is the 资金使用方式.
type FundUse string

// The values of FundUse.
const (
	UseConstruction   FundUse = "CONSTRUCTION"
	UseAssetPurchase  FundUse = "ASSET_PURCHASE"
	UseEquityPurchase FundUse = "EQUITY_PURCHASE"
)

// LinkageMode is the 利益联结方式.
type LinkageMode string

// The values of LinkageMode.
const (
	LinkProduction   LinkageMode = "PRODUCTION"
	LinkOrder        LinkageMode = "ORDER"
	LinkService      LinkageMode = "SERVICE"
	LinkEmployment   LinkageMode = "EMPLOYMENT"
	LinkLandTransfer LinkageMode = "LAND_TRANSFER"
	LinkAssetLease   LinkageMode = "ASSET_LEASE"
	LinkShare        LinkageMode = "SHARE"
	LinkDividend     LinkageMode = "DIVIDEND"
)

// AssetType is the 预计形成资产.
type AssetType string

// The values of AssetType.
const (
	AssetOperating AssetType = "OPERATING"
	AssetPublic    AssetType = "PUBLIC"
	AssetHousehold AssetType = "HOUSEHOLD"
	AssetNone      AssetType = "NONE"
)

// TargetKind is the 绩效指标类别.
type TargetKind string

// The values of TargetKind.
const (
	TargetOutputQuantity     TargetKind = "OUTPUT_QUANTITY"
	TargetOutputQuality      TargetKind = "OUTPUT_QUALITY"
	TargetOutputTime         TargetKind = "OUTPUT_TIME"
	TargetOutputCost         TargetKind = "OUTPUT_COST"
	TargetBenefitEconomic    TargetKind = "BENEFIT_ECONOMIC"
	TargetBenefitSocial      TargetKind = "BENEFIT_SOCIAL"
	TargetBenefitEcological  TargetKind = "BENEFIT_ECOLOGICAL"
	TargetBenefitSustainable TargetKind = "BENEFIT_SUSTAINABLE"
	TargetSatisfaction       TargetKind = "SATISFACTION"
)

// FundSource is the 资金来源.
type FundSource string

// The values of FundSource.
const (
	SourceLinkageProvUp FundSource = "LINKAGE_PROV_UP"
	SourceLinkageCity   FundSource = "LINKAGE_CITY"
	SourceLinkageCounty FundSource = "LINKAGE_COUNTY"
	SourceIntegrated    FundSource = "INTEGRATED"
	SourceCooperation   FundSource = "COOPERATION"
	SourceSocial        FundSource = "SOCIAL"
	SourceSelfRaised    FundSource = "SELF_RAISED"
	SourceOther         FundSource = "OTHER"
)

// Decision is the 会议结论.
type Decision string

// The values of Decision.
const (
	DecisionApproved Decision = "APPROVED"
	DecisionDeferred Decision = "DEFERRED"
	DecisionRejected Decision = "REJECTED"
)

// AttachmentKind is the 附件类别.
type AttachmentKind string

// The values of AttachmentKind.
const (
	AttachApplicationLetter         AttachmentKind = "APPLICATION_LETTER"
	AttachImplementationPlan        AttachmentKind = "IMPLEMENTATION_PLAN"
	AttachResolutionMinutes         AttachmentKind = "RESOLUTION_MINUTES"
	AttachFundIntegrationCommitment AttachmentKind = "FUND_INTEGRATION_COMMITMENT"
	AttachLandGuarantee             AttachmentKind = "LAND_GUARANTEE"
	AttachVillagePlanProof          AttachmentKind = "VILLAGE_PLAN_PROOF"
	AttachIndustryPlanProof         AttachmentKind = "INDUSTRY_PLAN_PROOF"
	AttachWorkTeamDoc               AttachmentKind = "WORK_TEAM_DOC"
	AttachZoneMap                   AttachmentKind = "ZONE_MAP"
	AttachNonOverlapStatement       AttachmentKind = "NON_OVERLAP_STATEMENT"
	AttachDefenceVideo              AttachmentKind = "DEFENCE_VIDEO"
	AttachConsultationRecord        AttachmentKind = "CONSULTATION_RECORD"
	AttachFinanceCommitment         AttachmentKind = "FINANCE_COMMITMENT"
	AttachSitePhoto                 AttachmentKind = "SITE_PHOTO"
	AttachOther                     AttachmentKind = "OTHER"
)
