package proposal

// part is one section seen as a piece of the whole document.
type part struct {
	section SectionName
	stored  bool     // kept as one body
	above   []string // keys between the document and the section's own body
	kind[Proposal]
}

func partOf[V any](section SectionName, stored bool, k kind[V], get func(*Proposal) *V, above ...string) part {
	return part{section, stored, above, lift(k, get)}
}

// parts covers every key of the document but the note exactly once, in the order a difference is shown.
var parts = []part{
	headPart,
	partOf(SectionZone, true, asObject(zoneShape.pick("name", "contiguous", "areaKm2", "combinedWith")), zoneOf, "zone"),
	partOf(SectionVillages, true, villageRows, func(p *Proposal) *[]Village { return &p.Zone.Villages }, "zone", "villages"),
	partOf(SectionIndustries, true, industryRows, func(p *Proposal) *[]Industry { return &p.Zone.Industries }, "zone", "industries"),
	partOf(SectionPlan, true, asObject(&planShape), func(p *Proposal) *Plan { return &p.Plan }, "plan"),
	partOf(SectionFundPlan, true, asObject(&fundPlanShape), func(p *Proposal) *FundPlan { return &p.FundPlan }, "fundPlan"),
	projectsPart,
	partOf(SectionMechanism, true, asObject(proposalShape.pick("mechanism", "landGuarantee", "publicConsultation")), self),
	partOf(SectionPapers, true, asObject(proposalShape.pick("resolution", "officialLetter")), self),
	partOf(SectionAttachments, false, attachmentRows, func(p *Proposal) *[]Attachment { return &p.Attachments }, "attachments"),
	partOf(SectionSubmission, false, asObject(&submissionShape), func(p *Proposal) *Submission { return &p.Submission }, "submission"),
}

var headPart = partOf(SectionHead, false, asObject(proposalShape.pick("schemaVersion", "applicationId", "batchCode", "channel", "province", "city", "county")), self)

var projectsPart = partOf(SectionProjects, false, projectRows, func(p *Proposal) *[]Project { return &p.Projects }, "projects")

func self(p *Proposal) *Proposal { return p }

func zoneOf(p *Proposal) *Zone { return &p.Zone }

// compare adds the section's changes, placed in the whole document.
func (s *part) compare(d *differ, old, new *Proposal) {
	mark := len(d.changes)
	s.diff(d, old, new)
	if len(d.changes) == mark {
		return
	}
	prefix := ""
	for _, key := range s.above {
		prefix += "/" + key
	}
	for i := mark; i < len(d.changes); i++ {
		d.changes[i].Section = string(s.section)
		d.changes[i].Pointer = prefix + d.changes[i].Pointer
	}
}
