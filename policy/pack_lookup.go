package policy

import (
	"slices"
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// allRules in SubmitBlocking stands for every blocking rule.
const allRules = "ALL"

// packIndex is what ParsePack works out once so that every lookup is one step.
type packIndex struct {
	zone          *time.Location
	integrated    Fraction
	industryShare Fraction
	keyCounty     map[string]bool
	keyCity       map[string]bool // cities with a key county
	yellowRiver   map[string]bool
	cityClass     map[string]RegionClass
	countyClass   map[string]RegionClass
	funds         fundIndex
	excluded      map[string]int // village, town or county code → exclusion area
	holiday       map[proposal.Date]bool
	extraWorkday  map[proposal.Date]bool
}

// Zone is where the batch's dates and shown times are.
func (p *Pack) Zone() *time.Location { return p.index.zone }

// ZoneLabel is how a local time is introduced: "北京时间".
func (p *Pack) ZoneLabel() string {
	if p.Timezone == "Asia/Shanghai" {
		return "北京时间"
	}
	return p.Timezone + "时间"
}

// IsKeyCounty reports whether a county is a 省乡村振兴重点帮扶县 of this batch.
func (p *Pack) IsKeyCounty(county string) bool { return p.index.keyCounty[county] }

// IsYellowRiver reports whether a county is a 沿黄县 of this batch.
func (p *Pack) IsYellowRiver(county string) bool { return p.index.yellowRiver[county] }

// CityHasKeyCounty reports whether any county of the city is a key county.
func (p *Pack) CityHasKeyCounty(city string) bool { return p.index.keyCity[city] }

// RegionClass is the county's own class, else its city's; "" when the batch gives neither (A2).
func (p *Pack) RegionClass(county, city string) RegionClass {
	if class, ok := p.index.countyClass[county]; ok {
		return class
	}
	return p.index.cityClass[city]
}

// Tier is the 定额补助 of a class; false when the batch has none.
func (p *Pack) Tier(class RegionClass) (money.Fen, bool) {
	amount, ok := p.Params.Tiers[class]
	return amount, ok
}

// MinIntegrated is the floor of 整合 ÷ 衔接 (F06).
func (p *Pack) MinIntegrated() Fraction { return p.index.integrated }

// MinIndustryShare is the share below which F09 warns.
func (p *Pack) MinIndustryShare() Fraction { return p.index.industryShare }

// Excluded finds the exclusion area that lists exactly this village, town or county code.
func (p *Pack) Excluded(code string) (ExclusionArea, bool) {
	i, ok := p.index.excluded[code]
	if !ok {
		return ExclusionArea{}, false
	}
	return p.ExclusionAreas[i], true
}

// SubmitBlocking are the rules whose FAIL stops the county's submit. It is nil when all of them do: Blockers reads it so.
func (p *Pack) SubmitBlocking() []RuleID {
	if slices.Contains(p.Params.SubmitBlocking, allRules) {
		return nil
	}
	ids := make([]RuleID, len(p.Params.SubmitBlocking))
	for i, id := range p.Params.SubmitBlocking {
		ids[i] = RuleID(id)
	}
	return ids
}

// AttachmentLimit is what one file of a kind may be.
func (p *Pack) AttachmentLimit(kind proposal.AttachmentKind) KindLimit {
	limits := p.Params.AttachmentLimits
	for _, k := range limits.ByKind {
		if k.Kind == kind {
			return KindLimit{k.Kind, k.MaxFileBytes, slices.Clone(k.MediaTypes)}
		}
	}
	return KindLimit{kind, limits.MaxFileBytes, slices.Clone(limits.MediaTypes)}
}

// Uses reports whether the batch uses a stage.
func (p *Pack) Uses(stage Stage) bool { return slices.Contains(p.Params.Stages, stage) }

// NegativeTagName is the Chinese name of a 负面清单 mark, or the raw mark when the batch does not know it.
func (p *Pack) NegativeTagName(code string) string {
	for _, tag := range p.Params.NegativeListTags {
		if tag.Code == code {
			return tag.Name
		}
	}
	return code
}

// RequiresConfirmed reports whether the batch demands a kind of line or project confirmed.
func (p *Pack) RequiresConfirmed(what Confirmable) bool {
	return slices.Contains(p.Params.RequireConfirmed, what)
}
