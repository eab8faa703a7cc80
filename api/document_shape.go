package api

import "time"

// The types of this file and of document_shape_project.go spell out, for the OpenAPI document, the format that internal/proposal
// reads and writes. Nothing is decoded into them; a test holds them to proposal's own types.

// ProposalDocument is a whole application document.
type ProposalDocument struct {
	Note               string                 `json:"_note,omitzero" doc:"备注,读入时忽略"`
	SchemaVersion      string                 `json:"schemaVersion" enum:"1.0"`
	ApplicationID      string                 `json:"applicationId" required:"false" doc:"申报编号;新建时不必填"`
	BatchCode          string                 `json:"batchCode" doc:"批次代码"`
	Channel            string                 `json:"channel" enum:"KEY_COUNTY,CITY_SELECTED" doc:"申报通道:重点县、市择优"`
	Province           documentPlace          `json:"province" required:"false"`
	City               documentPlace          `json:"city" required:"false"`
	County             documentPlace          `json:"county"`
	Zone               documentZone           `json:"zone" required:"false" doc:"衔接推进区"`
	Plan               documentPlan           `json:"plan" required:"false" doc:"实施规划"`
	FundPlan           documentFundPlan       `json:"fundPlan" required:"false" doc:"资金规划表"`
	Projects           []DocumentProject      `json:"projects" required:"false" doc:"实施项目"`
	Mechanism          documentMechanism      `json:"mechanism" required:"false" doc:"组织机制"`
	LandGuarantee      documentLand           `json:"landGuarantee" required:"false" doc:"土地保障"`
	PublicConsultation documentConsultation   `json:"publicConsultation" required:"false" doc:"群众意见征求"`
	Resolution         *documentResolution    `json:"resolution" required:"false" doc:"县政府常务会议决议,null 表示没有"`
	OfficialLetter     documentOfficialLetter `json:"officialLetter" required:"false" doc:"县政府上报文件"`
	Attachments        []documentAttachment   `json:"attachments" required:"false" doc:"附件"`
	Submission         documentSubmission     `json:"submission" required:"false" doc:"报送时刻"`
}

// documentPlace is an administrative division.
type documentPlace struct {
	Code string `json:"code" doc:"6 位行政区划代码"`
	Name string `json:"name"`
}

// documentZone is the 衔接推进区.
type documentZone struct {
	Name         string             `json:"name"`
	Contiguous   bool               `json:"contiguous" doc:"集中连片"`
	AreaKm2      hundredths         `json:"areaKm2" doc:"面积,平方公里,至多 2 位小数"`
	Villages     []documentVillage  `json:"villages"`
	Industries   []documentIndustry `json:"industries"`
	CombinedWith []string           `json:"combinedWith" doc:"结合的示范片区等"`
}

// sectionZone is the zone without its villages and industries.
type sectionZone struct {
	Name         string     `json:"name"`
	Contiguous   bool       `json:"contiguous" doc:"集中连片"`
	AreaKm2      hundredths `json:"areaKm2" doc:"面积,平方公里,至多 2 位小数"`
	CombinedWith []string   `json:"combinedWith" doc:"结合的示范片区等"`
}

// documentVillage is one 行政村.
type documentVillage struct {
	Code                   string `json:"code" doc:"12 位村代码"`
	Name                   string `json:"name"`
	TownCode               string `json:"townCode" doc:"9 位乡镇代码"`
	TownName               string `json:"townName"`
	Type                   string `json:"type" enum:",CLUSTER_UPGRADE,CHARACTER_PROTECT,SUBURBAN_MERGE,RELOCATE_MERGE,URBAN_VILLAGE,OTHER" doc:"村庄类型"`
	PlanStatus             string `json:"planStatus" enum:",APPROVED,COMPILED,IN_PROGRESS,NONE" doc:"村庄规划状态"`
	Households             int64  `json:"households" minimum:"0"`
	Population             int64  `json:"population" minimum:"0"`
	PovertyRelievedPersons int64  `json:"povertyRelievedPersons" minimum:"0" doc:"脱贫享受政策人口"`
	MonitoredPersons       int64  `json:"monitoredPersons" minimum:"0" doc:"监测帮扶对象"`
	FirstSecretary         bool   `json:"firstSecretaryStationed" doc:"派驻第一书记"`
	CollectiveIncome       wan    `json:"collectiveIncomeWan" doc:"村集体收入,万元"`
}

// documentIndustry is one 特色优势农业产业.
type documentIndustry struct {
	Name                 string `json:"name"`
	Chain                string `json:"chain"`
	InCountyIndustryPlan bool   `json:"inCountyIndustryPlan"`
	PlanReference        string `json:"planReference"`
	AnnualOutput         wan    `json:"annualOutputWan" doc:"年产值,万元"`
}

// documentPlan is the 实施规划.
type documentPlan struct {
	Title     string `json:"title"`
	StartDate civil  `json:"startDate"`
	EndDate   civil  `json:"endDate"`
}

// documentFundPlan is the 资金规划表.
type documentFundPlan struct {
	Linkage     documentLinkage      `json:"linkage" doc:"衔接资金"`
	Integrated  []documentIntegrated `json:"integrated" doc:"整合行业资金"`
	Cooperation wan                  `json:"cooperation" doc:"协作资金,万元"`
	Social      wan                  `json:"social" doc:"社会资金,万元"`
	SelfRaised  wan                  `json:"selfRaised" doc:"自筹,万元"`
	Other       wan                  `json:"other" doc:"其他,万元"`
}

// documentLinkage is the 衔接资金 by level.
type documentLinkage struct {
	ProvUp wan `json:"LINKAGE_PROV_UP" doc:"省级以上,万元"`
	City   wan `json:"LINKAGE_CITY" doc:"市级,万元"`
	County wan `json:"LINKAGE_COUNTY" doc:"县级,万元"`
}

// documentIntegrated is one line of 整合行业资金.
type documentIntegrated struct {
	ID         string `json:"id"`
	Department string `json:"department"`
	Programme  string `json:"programme"`
	Level      string `json:"level" enum:",CENTRAL,PROVINCE,CITY,COUNTY" doc:"资金级次"`
	Amount     wan    `json:"amount" doc:"万元"`
	Status     string `json:"status" enum:",COMMITTED,IN_PLACE" doc:"资金状态"`
}

// documentMechanism is the 组织机制.
type documentMechanism struct {
	PrincipalLeadersStudied bool     `json:"principalLeadersStudied"`
	StudyDate               civil    `json:"studyDate"`
	LeadLeaderPost          string   `json:"leadLeaderPost" doc:"牵头领导职务,不写姓名"`
	LeadDepartments         []string `json:"leadDepartments"`
	CoordinationMechanism   bool     `json:"coordinationMechanism"`
	WorkTeam                bool     `json:"workTeam"`
	WorkTeamDocNo           string   `json:"workTeamDocNo"`
}

// sectionMechanism is what the section mechanism holds.
type sectionMechanism struct {
	Mechanism          documentMechanism    `json:"mechanism"`
	LandGuarantee      documentLand         `json:"landGuarantee"`
	PublicConsultation documentConsultation `json:"publicConsultation"`
}

// documentLand is the 土地保障.
type documentLand struct {
	Committed bool       `json:"committed"`
	QuotaMu   hundredths `json:"quotaMu" doc:"亩,至多 2 位小数"`
}

// documentConsultation is the 群众意见征求.
type documentConsultation struct {
	VillagesConsulted int64  `json:"villagesConsulted" minimum:"0"`
	Meetings          int64  `json:"meetings" minimum:"0"`
	Summary           string `json:"summary"`
}

// sectionPapers is what the section papers holds.
type sectionPapers struct {
	Resolution     *documentResolution    `json:"resolution"`
	OfficialLetter documentOfficialLetter `json:"officialLetter"`
}

// documentResolution is the 县政府常务会议决议.
type documentResolution struct {
	Body                string `json:"body"`
	MeetingNo           string `json:"meetingNo"`
	Date                civil  `json:"date"`
	Decision            string `json:"decision" enum:",APPROVED,DEFERRED,REJECTED"`
	MinutesAttachmentID string `json:"minutesAttachmentId,omitzero"`
}

// documentOfficialLetter is the 县政府上报文件.
type documentOfficialLetter struct {
	Issuer     string   `json:"issuer"`
	DocNo      string   `json:"docNo"`
	Date       civil    `json:"date"`
	Addressees []string `json:"addressees"`
}

// documentAttachment names one file.
type documentAttachment struct {
	ID       string  `json:"id"`
	Kind     string  `json:"kind" enum:",APPLICATION_LETTER,IMPLEMENTATION_PLAN,RESOLUTION_MINUTES,FUND_INTEGRATION_COMMITMENT,LAND_GUARANTEE,VILLAGE_PLAN_PROOF,INDUSTRY_PLAN_PROOF,WORK_TEAM_DOC,ZONE_MAP,NON_OVERLAP_STATEMENT,DEFENCE_VIDEO,CONSULTATION_RECORD,FINANCE_COMMITMENT,SITE_PHOTO,OTHER"`
	FileName string  `json:"fileName"`
	SHA256   *string `json:"sha256" doc:"文件内容的 SHA-256;尚未上传为 null"`
}

// documentSubmission holds the two instants of the record.
type documentSubmission struct {
	CountySubmittedAt *time.Time `json:"countySubmittedAt"`
	CityReportedAt    *time.Time `json:"cityReportedAt"`
}
