package proposal

import "strings"

// SectionName names a part of the document. The first seven are kept as one body each (design decision 14), projects as one
// row each; the others come from the application itself and its files.
type SectionName string

// The sections.
const (
	SectionZone       SectionName = "zone"       // {name, contiguous, areaKm2, combinedWith}
	SectionVillages   SectionName = "villages"   // [Village]
	SectionIndustries SectionName = "industries" // [Industry]
	SectionFundPlan   SectionName = "fundPlan"   // FundPlan
	SectionPlan       SectionName = "plan"       // Plan
	SectionMechanism  SectionName = "mechanism"  // {mechanism, landGuarantee, publicConsultation}
	SectionPapers     SectionName = "papers"     // {resolution, officialLetter}

	SectionProjects    SectionName = "projects"
	SectionHead        SectionName = "head"
	SectionAttachments SectionName = "attachments"
	SectionSubmission  SectionName = "submission"
)

// Sections are the sections kept as one body, in the order people fill them in.
func Sections() []SectionName {
	return []SectionName{SectionZone, SectionVillages, SectionIndustries, SectionFundPlan, SectionPlan, SectionMechanism, SectionPapers}
}

// Label is the section's Chinese name, or the raw word when unknown.
func (n SectionName) Label() string { return sectionWords.label(n) }

var sectionWords = words[SectionName]{
	{SectionHead, "申报标识"},
	{SectionZone, "推进区"},
	{SectionVillages, "行政村"},
	{SectionIndustries, "特色产业"},
	{SectionFundPlan, "资金规划表"},
	{SectionPlan, "实施规划"},
	{SectionProjects, "实施项目"},
	{SectionMechanism, "组织与保障"},
	{SectionPapers, "决议与上报文件"},
	{SectionAttachments, "附件"},
	{SectionSubmission, "报送时刻"},
}

func sectionOptions() string {
	var names []string
	for _, name := range Sections() {
		names = append(names, string(name)+"("+name.Label()+")")
	}
	return strings.Join(names, "、")
}

// FieldLabel is the Chinese name of a field of a section or of its rows, keys joined by dots as in Change.Field:
// ("projects", "benefitLinkage.modes") is 利益联结的联结方式. known is false when the format has no such field.
func FieldLabel(section SectionName, field string) (label string, known bool) {
	path := strings.Split(field, ".")
	for i := range parts {
		if parts[i].section == section {
			if label, known = parts[i].name(path); known {
				return label, true
			}
		}
	}
	if section == SectionFundPlan {
		return integratedShape.name(path)
	}
	return "", false
}
