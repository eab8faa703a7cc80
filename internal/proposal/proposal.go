// Package proposal is the document a county writes: zone, villages, industries, fund plan, projects, mechanism and papers.
// It knows the document's exact JSON form (schemaVersion 1.0), its totals, canonical bytes, digest and differences; it knows
// no rule, no state and no person. Field names in JSON are those of the field's format description; amounts are 万元
// decimals kept as money.Fen. Unlike other domain types these carry JSON tags, because the document's written form is the noun.
package proposal

import (
	"time"

	"xianjie/internal/money"
)

// SchemaVersion is the only format read and written.
const SchemaVersion = "1.0"

// Proposal is one complete application document.
type Proposal struct {
	Note               string             `json:"_note,omitzero"`
	SchemaVersion      string             `json:"schemaVersion"`
	ApplicationID      string             `json:"applicationId"`
	BatchCode          string             `json:"batchCode"`
	Channel            Channel            `json:"channel"`
	Province           Place              `json:"province"`
	City               Place              `json:"city"`
	County             Place              `json:"county"`
	Zone               Zone               `json:"zone"`
	Plan               Plan               `json:"plan"`
	FundPlan           FundPlan           `json:"fundPlan"`
	Projects           []Project          `json:"projects"`
	Mechanism          Mechanism          `json:"mechanism"`
	LandGuarantee      LandGuarantee      `json:"landGuarantee"`
	PublicConsultation PublicConsultation `json:"publicConsultation"`
	Resolution         *Resolution        `json:"resolution"`
	OfficialLetter     OfficialLetter     `json:"officialLetter"`
	Attachments        []Attachment       `json:"attachments"`
	Submission         Submission         `json:"submission"`
}

// Place is an administrative division.
type Place struct {
	Code string `json:"code"` // 6 digits
	Name string `json:"name"`
}

// Zone is the 衔接推进区 (PromotionZone).
type Zone struct {
	Name         string     `json:"name"`
	Contiguous   bool       `json:"contiguous"`
	AreaKm2      Hundredths `json:"areaKm2"`
	Villages     []Village  `json:"villages"`
	Industries   []Industry `json:"industries"`
	CombinedWith []string   `json:"combinedWith"`
}

// Village is one 行政村.
type Village struct {
	Code                   string      `json:"code"` // 12 digits
	Name                   string      `json:"name"`
	TownCode               string      `json:"townCode"` // 9 digits
	TownName               string      `json:"townName"`
	Type                   VillageType `json:"type"`
	PlanStatus             PlanStatus  `json:"planStatus"`
	Households             int64       `json:"households"`
	Population             int64       `json:"population"`
	PovertyRelievedPersons int64       `json:"povertyRelievedPersons"` // 脱贫享受政策人口
	MonitoredPersons       int64       `json:"monitoredPersons"`       // 监测帮扶对象
	FirstSecretary         bool        `json:"firstSecretaryStationed"`
	CollectiveIncome       money.Fen   `json:"collectiveIncomeWan"`
}

// Industry is one 特色优势农业产业.
type Industry struct {
	Name                 string    `json:"name"`
	Chain                string    `json:"chain"`
	InCountyIndustryPlan bool      `json:"inCountyIndustryPlan"`
	PlanReference        string    `json:"planReference"`
	AnnualOutput         money.Fen `json:"annualOutputWan"`
}

// Plan is the 实施规划; both dates are included in the term.
type Plan struct {
	Title     string `json:"title"`
	StartDate Date   `json:"startDate"`
	EndDate   Date   `json:"endDate"`
}

// FundPlan is the 资金规划表.
type FundPlan struct {
	Linkage     Linkage          `json:"linkage"`
	Integrated  []IntegratedItem `json:"integrated"`
	Cooperation money.Fen        `json:"cooperation"`
	Social      money.Fen        `json:"social"`
	SelfRaised  money.Fen        `json:"selfRaised"`
	Other       money.Fen        `json:"other"`
}

// Linkage is the 衔接资金 by level.
type Linkage struct {
	ProvUp money.Fen `json:"LINKAGE_PROV_UP"` // 省级以上(中央 + 省)
	City   money.Fen `json:"LINKAGE_CITY"`
	County money.Fen `json:"LINKAGE_COUNTY"`
}

// IntegratedItem is one line of 整合行业资金.
type IntegratedItem struct {
	ID         string     `json:"id"`
	Department string     `json:"department"`
	Programme  string     `json:"programme"`
	Level      Level      `json:"level"`
	Amount     money.Fen  `json:"amount"`
	Status     FundStatus `json:"status"`
}

// Project is one 实施项目.
type Project struct {
	ID                 string              `json:"id"`
	Name               string              `json:"name"`
	ContentCategory    ContentCategory     `json:"contentCategory"`
	LibraryType        LibraryType         `json:"libraryType"`
	LibrarySubType     string              `json:"librarySubType"`
	Nature             Nature              `json:"nature"`
	ImplementationMode ImplementationMode  `json:"implementationMode"`
	FundUse            FundUse             `json:"fundUse"`
	TownCodes          []string            `json:"townCodes"`
	VillageCodes       []string            `json:"villageCodes"` // empty: a 乡镇级公共服务项目
	ResponsibleDept    string              `json:"responsibleDept"`
	Implementer        string              `json:"implementer"`
	StartDate          Date                `json:"startDate"`
	EndDate            Date                `json:"endDate"`
	ContentAndScale    string              `json:"contentAndScale"`
	Beneficiaries      Beneficiaries       `json:"beneficiaries"`
	BenefitLinkage     BenefitLinkage      `json:"benefitLinkage"`
	AssetType          AssetType           `json:"assetType"`
	NegativeListTags   []string            `json:"negativeListTags"`
	PerformanceTargets []PerformanceTarget `json:"performanceTargets"`
	Funds              []ProjectFund       `json:"funds"`
	TotalInvestment    money.Fen           `json:"totalInvestment"`
}

// Beneficiaries are the people a project serves.
type Beneficiaries struct {
	Households             int64 `json:"households"`
	Persons                int64 `json:"persons"`
	PovertyRelievedPersons int64 `json:"povertyRelievedPersons"`
	MonitoredPersons       int64 `json:"monitoredPersons"`
}

// BenefitLinkage is the 利益联结 of a project.
type BenefitLinkage struct {
	Modes                        []LinkageMode `json:"modes"`
	DirectHouseholds             int64         `json:"directHouseholds"`
	PovertyOrMonitoredHouseholds int64         `json:"povertyOrMonitoredHouseholds"`
	Description                  string        `json:"description"`
}

// PerformanceTarget is one 绩效目标.
type PerformanceTarget struct {
	Kind  TargetKind `json:"kind"`
	Name  string     `json:"name"`
	Value string     `json:"value"`
}

// ProjectFund is one source of a project's money; an INTEGRATED one points at fundPlan.integrated[].id.
type ProjectFund struct {
	Source           FundSource `json:"source"`
	Amount           money.Fen  `json:"amount"`
	IntegratedItemID string     `json:"integratedItemId,omitzero"`
}

// Mechanism is the 组织机制 (004 三.3).
type Mechanism struct {
	PrincipalLeadersStudied bool     `json:"principalLeadersStudied"`
	StudyDate               Date     `json:"studyDate"`
	LeadLeaderPost          string   `json:"leadLeaderPost"` // a post, never a person's name
	LeadDepartments         []string `json:"leadDepartments"`
	CoordinationMechanism   bool     `json:"coordinationMechanism"`
	WorkTeam                bool     `json:"workTeam"`
	WorkTeamDocNo           string   `json:"workTeamDocNo"`
}

// LandGuarantee is the 土地保障 (004 三.4).
type LandGuarantee struct {
	Committed bool       `json:"committed"`
	QuotaMu   Hundredths `json:"quotaMu"`
}

// PublicConsultation is the 群众意见征求 (004 一.2⑤).
type PublicConsultation struct {
	VillagesConsulted int64  `json:"villagesConsulted"`
	Meetings          int64  `json:"meetings"`
	Summary           string `json:"summary"`
}

// Resolution is the 县政府常务会议决议; nil in Proposal means none was given.
type Resolution struct {
	Body                string   `json:"body"`
	MeetingNo           string   `json:"meetingNo"`
	Date                Date     `json:"date"`
	Decision            Decision `json:"decision"`
	MinutesAttachmentID string   `json:"minutesAttachmentId,omitzero"`
}

// OfficialLetter is the 县政府上报文件.
type OfficialLetter struct {
	Issuer     string   `json:"issuer"`
	DocNo      string   `json:"docNo"`
	Date       Date     `json:"date"`
	Addressees []string `json:"addressees"`
}

// Attachment names one file; SHA256 is null until the file itself is kept.
type Attachment struct {
	ID       string         `json:"id"`
	Kind     AttachmentKind `json:"kind"`
	FileName string         `json:"fileName"`
	SHA256   *string        `json:"sha256"`
}

// Submission holds the two instants of the record, nil when not yet.
type Submission struct {
	CountySubmittedAt *time.Time `json:"countySubmittedAt"`
	CityReportedAt    *time.Time `json:"cityReportedAt"`
}
