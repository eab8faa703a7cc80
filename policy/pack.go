package policy

import (
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
)

// Pack is one batch's policy pack: every parameter and list the rules and the process read. A Pack from ParsePack is valid,
// complete and never changed; a published one is only superseded (design decision 7). Its types carry JSON tags because the
// imported file is the noun.
type Pack struct {
	Note                string          `json:"_note,omitzero"`
	BatchCode           string          `json:"batchCode"`
	Title               string          `json:"title"`
	Basis               string          `json:"basis"`    // 依据文号
	Timezone            string          `json:"timezone"` // IANA name: dates and shown times are in it
	Params              Params          `json:"params"`
	Review              review.Setup    `json:"review"` // 评分表, 汇总口径, 抽取办法; absent members are completed, a given list replaces its default whole
	Cities              []CityEntry     `json:"cities"`
	Counties            []CountyEntry   `json:"counties,omitempty"` // overrides of the city's class (A2)
	KeyCounties         []NamedRegion   `json:"keyCounties"`
	YellowRiverCounties []NamedRegion   `json:"yellowRiverCounties"`
	ExclusionAreas      []ExclusionArea `json:"exclusionAreas"`

	ref   PackRef
	index packIndex
}

// PackRef names the version of a pack a verdict was given under; zero for a pack read from a file.
type PackRef struct {
	Version int    `json:"version,omitzero"`
	DocNo   string `json:"docNo,omitzero"` // document that orders the version
}

// As is the same pack known under a version; findings then carry it.
func (p *Pack) As(ref PackRef) *Pack {
	named := *p
	named.ref = ref
	return &named
}

// Ref is the version given by As.
func (p *Pack) Ref() PackRef { return p.ref }

// RegionClass is the 扶贫区域东中西归类.
type RegionClass string

// The values of RegionClass.
const (
	East    RegionClass = "EAST"
	Central RegionClass = "CENTRAL"
	West    RegionClass = "WEST"
)

// Label is the Chinese name, or the raw word when unknown.
func (c RegionClass) Label() string {
	switch c {
	case East:
		return "东部"
	case Central:
		return "中部"
	case West:
		return "西部"
	}
	return string(c)
}

// NamedRegion is a division code with its name, which must agree with the division table.
type NamedRegion struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// CityEntry is a city of the batch. RegionClass is null when none of its counties may use the city channel.
type CityEntry struct {
	Code         string       `json:"code"`
	Name         string       `json:"name"`
	RegionClass  *RegionClass `json:"regionClass"`
	HasKeyCounty bool         `json:"hasKeyCounty"`
}

// CountyEntry gives one county a class other than its city's.
type CountyEntry struct {
	Code        string      `json:"code"`
	Name        string      `json:"name"`
	RegionClass RegionClass `json:"regionClass"`
}

// Programme is one of the five kinds of areas already provided for (004 一.3).
type Programme string

// The values of Programme.
const (
	FirstBatchZone     Programme = "FIRST_BATCH_ZONE"
	RuralReformPilot   Programme = "RURAL_REFORM_PILOT"
	PastoralComplex    Programme = "PASTORAL_COMPLEX"
	LotteryOldAreaDemo Programme = "LOTTERY_OLD_AREA_DEMO"
	QiluModelDemo      Programme = "QILU_MODEL_DEMO"
)

// The lengths of 行政区划代码; a shorter code is the beginning of the longer ones inside it.
const (
	countyDigits  = 6
	townDigits    = 9
	villageDigits = 12
)

// ExclusionArea is one area of a Programme. Codes are villages, towns or counties as Scope says.
type ExclusionArea struct {
	Programme     Programme `json:"programme"`
	Title         string    `json:"title"`
	CountyCode    string    `json:"countyCode"`
	Scope         Scope     `json:"scope"`
	Codes         []string  `json:"codes"`
	ApprovedDocNo string    `json:"approvedDocNo,omitzero"`
}

// Scope is the grain of an exclusion area.
type Scope string

// The values of Scope.
const (
	ScopeVillage Scope = "VILLAGE"
	ScopeTown    Scope = "TOWN"
	ScopeCounty  Scope = "COUNTY"
)

// Params are the thresholds, word lists and switches of a batch. Those absent from the imported file are completed from
// defaults.json, the one place of defaults; amounts are 万元 in JSON.
type Params struct {
	Year int `json:"year"` // 年度; when absent, the four-digit year inside batchCode

	// Money.
	KeyCountyLinkage            money.Fen                 `json:"keyCountyLinkageWan"`
	KeyCountyExact              bool                      `json:"keyCountyExact"` // A4: 省级以上 must equal, not only reach
	CityChannelMinLinkage       money.Fen                 `json:"cityChannelMinLinkageWan"`
	Tiers                       map[RegionClass]money.Fen `json:"tierWan"`
	MinIntegratedRatio          Ratio                     `json:"minIntegratedRatio"`
	IntegratedCountsCooperation bool                      `json:"integratedCountsCooperation"` // A6
	IntegratedBasis             proposal.FundStatus       `json:"integratedBasis"`             // A7: COMMITTED counts both, IN_PLACE only that
	IndustryShareWarnBelow      Ratio                     `json:"industryShareWarnBelow"`

	// Zone and projects.
	MinVillages              int                        `json:"minVillages"`
	VillageCountEligibleOnly bool                       `json:"villageCountEligibleOnly"` // A10
	AllowedVillageTypes      []proposal.VillageType     `json:"allowedVillageTypes"`      // A11
	MaxTownsForContiguity    int                        `json:"maxTownsForContiguity"`
	IndustryCount            CountRange                 `json:"industryCount"` // A9
	MaxPlanMonths            int                        `json:"maxPlanMonths"` // A21
	ContentCategories        []proposal.ContentCategory `json:"contentCategories"`
	NegativeListTags         []NegativeTag              `json:"negativeListTags"`

	// Channels and quotas.
	Quota                        Quota `json:"quota"`
	NonKeyCountyInKeyCityAllowed bool  `json:"nonKeyCountyInKeyCityAllowed"` // A17

	// Papers.
	RequiredAttachments []proposal.AttachmentKind `json:"requiredAttachments"`
	ResolutionBodies    []string                  `json:"resolutionBodies"` // A22: how the deciding meeting's name must end
	LetterIssuerSuffix  string                    `json:"letterIssuerSuffix"`
	LetterAddressees    []string                  `json:"letterAddressees"` // city bureaus, without the city's name
	LeadDepartments     []string                  `json:"leadDepartments"`  // 牵头部门, without 县/市/区

	// Process.
	ProvinceDeadline time.Time  `json:"provinceDeadline"` // first instant that is too late
	CountyDeadline   *time.Time `json:"countyDeadline"`   // likewise; null when not set (A16)
	SubmitBlocking   []string   `json:"submitBlocking"`   // rules that stop the county's submit, or only "ALL"

	RequireConfirmed []Confirmable `json:"requireConfirmed"` // what must be confirmed before submit and shortlist; none: it is only shown

	CityReturnDays     int  `json:"cityReturnDays"` // calendar days to mend after a city's return
	ProvinceReturnMax  int  `json:"provinceReturnMax"`
	ProvinceReturnDays int  `json:"provinceReturnDays"`
	FormalCheckEarly   bool `json:"formalCheckStartsBeforeDeadlineWhenAllReported"`

	ReapplyAfterWithdraw       bool            `json:"reapplyAfterWithdraw"`
	ReapplyAfterNotShortlisted bool            `json:"reapplyAfterNotShortlisted"`
	HearingWorkdays            int             `json:"hearingWorkdays"`  // 申辩期
	PublicNoticeDays           int             `json:"publicNoticeDays"` // 公示期, counted by PublicNoticeBasis
	PublicNoticeBasis          NoticeBasis     `json:"publicNoticeBasis"`
	SupervisionPhone           string          `json:"supervisionPhone"` // 监督电话, shown on every notice
	Stages                     []Stage         `json:"stages"`           // review stages this batch uses, in order; written review and public notice always
	Holidays                   []proposal.Date `json:"holidays"`         // weekdays that are days off
	ExtraWorkdays              []proposal.Date `json:"extraWorkdays"`    // weekend days that are worked

	// The money after the award.
	Funds FundParams `json:"funds"`

	// Limits of what is taken in.
	DocumentLimits   DocumentLimits   `json:"documentLimits"`
	AttachmentLimits AttachmentLimits `json:"attachmentLimits"`
}

// CountRange is an inclusive range.
type CountRange struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// Quota bounds how many live applications there may be.
type Quota struct {
	PerKeyCounty  int `json:"perKeyCounty"`
	PerCounty     int `json:"perCounty"` // any other county
	PerNonKeyCity int `json:"perNonKeyCity"`
}

// NegativeTag is one known mark of the 负面清单.
type NegativeTag struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// Confirmable is what a batch may demand confirmed by the bureau concerned.
type Confirmable string

// The values of Confirmable.
const (
	ConfirmIntegrated    Confirmable = "INTEGRATED"     // each integrated item, by its department
	ConfirmLinkageCounty Confirmable = "LINKAGE_COUNTY" // by the county finance bureau
	ConfirmLinkageCity   Confirmable = "LINKAGE_CITY"   // by the city finance bureau, so only before shortlist
	ConfirmProject       Confirmable = "PROJECT"        // each project, by its department
)

// Stage is a review stage a batch may use or leave out.
type Stage string

// The stages, in the order of the process.
const (
	StageExpertReview Stage = "EXPERT_REVIEW"
	StageDefence      Stage = "DEFENCE"
	StageSiteCheck    Stage = "SITE_CHECK"
	StagePublicNotice Stage = "PUBLIC_NOTICE"
)

// NoticeBasis is how the days of a 公示期 are counted.
type NoticeBasis string

// The values of NoticeBasis.
const (
	CalendarDays NoticeBasis = "CALENDAR"
	WorkingDays  NoticeBasis = "WORKDAYS"
)

// DocumentLimits bound the rows of one document.
type DocumentLimits struct {
	MaxProjects   int `json:"maxProjects"`
	MaxVillages   int `json:"maxVillages"`
	MaxIntegrated int `json:"maxIntegrated"`
}

// AttachmentLimits bound the files of one application. ByKind replaces both limits for its kind.
type AttachmentLimits struct {
	MaxFiles     int         `json:"maxFiles"`
	MaxFileBytes int64       `json:"maxFileBytes"`
	MediaTypes   []string    `json:"mediaTypes"`
	ByKind       []KindLimit `json:"byKind"`
}

// KindLimit is what one attachment kind may be.
type KindLimit struct {
	Kind         proposal.AttachmentKind `json:"kind"`
	MaxFileBytes int64                   `json:"maxFileBytes"`
	MediaTypes   []string                `json:"mediaTypes"`
}
