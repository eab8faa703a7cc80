package api

// DocumentProject is one 实施项目.
type DocumentProject struct {
	ID                 string                `json:"id" doc:"项目编号,1 至 32 个字母、数字、- 或 _"`
	Name               string                `json:"name" required:"false"`
	ContentCategory    string                `json:"contentCategory" required:"false" enum:",INDUSTRY,CONSTRUCTION,GOVERNANCE,TALENT,EMPLOYMENT,CONSOLIDATION" doc:"六大内容"`
	LibraryType        string                `json:"libraryType" required:"false" enum:",INDUSTRY_DEVELOPMENT,EMPLOYMENT_PROJECT,RURAL_CONSTRUCTION,RELOCATION_FOLLOWUP,THREE_GUARANTEES,GOVERNANCE_CIVILITY,MANAGEMENT_FEE,OTHER" doc:"项目库一级类型"`
	LibrarySubType     string                `json:"librarySubType" required:"false"`
	Nature             string                `json:"nature" required:"false" enum:",新建,改扩建,续建" doc:"建设性质"`
	ImplementationMode string                `json:"implementationMode" required:"false" enum:",REWARD_FOR_SUBSIDY,WORK_RELIEF,LOAN_INTEREST,PURCHASE_SERVICE,DIRECT" doc:"实施方式"`
	FundUse            string                `json:"fundUse" required:"false" enum:",CONSTRUCTION,ASSET_PURCHASE,EQUITY_PURCHASE" doc:"资金使用方式"`
	TownCodes          []string              `json:"townCodes" required:"false"`
	VillageCodes       []string              `json:"villageCodes" required:"false" doc:"为空表示乡镇级公共服务项目"`
	ResponsibleDept    string                `json:"responsibleDept" required:"false"`
	Implementer        string                `json:"implementer" required:"false"`
	StartDate          civil                 `json:"startDate" required:"false"`
	EndDate            civil                 `json:"endDate" required:"false"`
	ContentAndScale    string                `json:"contentAndScale" required:"false"`
	Beneficiaries      documentBeneficiaries `json:"beneficiaries" required:"false"`
	BenefitLinkage     documentBenefit       `json:"benefitLinkage" required:"false" doc:"利益联结"`
	AssetType          string                `json:"assetType" required:"false" enum:",OPERATING,PUBLIC,HOUSEHOLD,NONE" doc:"预计形成资产"`
	NegativeListTags   []string              `json:"negativeListTags" required:"false" doc:"负面清单标记"`
	PerformanceTargets []documentTarget      `json:"performanceTargets" required:"false" doc:"绩效目标"`
	Funds              []documentFund        `json:"funds" required:"false" doc:"资金来源"`
	TotalInvestment    wan                   `json:"totalInvestment" required:"false" doc:"总投资,万元"`
}

// documentBeneficiaries are the people a project serves.
type documentBeneficiaries struct {
	Households             int64 `json:"households" minimum:"0"`
	Persons                int64 `json:"persons" minimum:"0"`
	PovertyRelievedPersons int64 `json:"povertyRelievedPersons" minimum:"0"`
	MonitoredPersons       int64 `json:"monitoredPersons" minimum:"0"`
}

// documentBenefit is the 利益联结 of a project.
type documentBenefit struct {
	Modes                        []string `json:"modes" enum:"PRODUCTION,ORDER,SERVICE,EMPLOYMENT,LAND_TRANSFER,ASSET_LEASE,SHARE,DIVIDEND" doc:"联结方式"`
	DirectHouseholds             int64    `json:"directHouseholds" minimum:"0"`
	PovertyOrMonitoredHouseholds int64    `json:"povertyOrMonitoredHouseholds" minimum:"0"`
	Description                  string   `json:"description"`
}

// documentTarget is one 绩效目标.
type documentTarget struct {
	Kind  string `json:"kind" enum:",OUTPUT_QUANTITY,OUTPUT_QUALITY,OUTPUT_TIME,OUTPUT_COST,BENEFIT_ECONOMIC,BENEFIT_SOCIAL,BENEFIT_ECOLOGICAL,BENEFIT_SUSTAINABLE,SATISFACTION"`
	Name  string `json:"name"`
	Value string `json:"value"`
}

// documentFund is one source of a project's money.
type documentFund struct {
	Source           string `json:"source" enum:",LINKAGE_PROV_UP,LINKAGE_CITY,LINKAGE_COUNTY,INTEGRATED,COOPERATION,SOCIAL,SELF_RAISED,OTHER" doc:"资金来源"`
	Amount           wan    `json:"amount" doc:"万元"`
	IntegratedItemID string `json:"integratedItemId,omitzero" doc:"来源为 INTEGRATED 时对应资金规划表的条目"`
}
