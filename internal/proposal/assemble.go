package proposal

import (
	"bytes"

	"xianjie/internal/fault"
)

// Assemble makes the typed document of a kept draft; a section not in the map is empty. The bodies must be canonical ones, as
// Split, DecodeSection and DecodeProject return them; anything else is fault.Internal.
func Assemble(head Head, sections map[SectionName][]byte, projects [][]byte, attachments []Attachment, submission Submission) (*Proposal, error) {
	p, _, err := DecodeDraft(AssembleJSON(head, sections, projects, attachments, submission))
	if err != nil {
		return nil, fault.Wrap(fault.Internal, "已保存的申报内容无法读取,请联系系统管理员", err)
	}
	return p, nil
}

// AssembleJSON is the canonical JSON of the same document, put together from the kept bodies without decoding them.
func AssembleJSON(head Head, sections map[SectionName][]byte, projects [][]byte, attachments []Attachment, submission Submission) []byte {
	frame := Blank(head)
	frame.Attachments, frame.Submission = attachments, submission
	body := func(name SectionName) []byte {
		if kept := sections[name]; len(kept) > 0 {
			return kept
		}
		part, _ := stored(name) // name is one of Sections()
		return part.write(nil, frame)
	}
	size := 4 << 10
	for _, kept := range sections {
		size += len(kept)
	}
	for _, kept := range projects {
		size += len(kept) + 1
	}
	b := append(make([]byte, 0, size), '{')
	b = append(append(b, inner(headPart.write(nil, frame))...), ',')
	b = appendZone(append(b, `"zone":`...), body(SectionZone), body(SectionVillages), body(SectionIndustries))
	b = append(append(b, `,"plan":`...), body(SectionPlan)...)
	b = append(append(b, `,"fundPlan":`...), body(SectionFundPlan)...)
	b = append(b, `,"projects":[`...)
	for i, project := range projects {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, project...)
	}
	b = append(append(b, `],`...), inner(body(SectionMechanism))...)
	b = append(append(b, ','), inner(body(SectionPapers))...)
	b = attachmentRows.write(append(b, `,"attachments":`...), &frame.Attachments)
	b = submissionShape.write(append(b, `,"submission":`...), &frame.Submission)
	return append(b, '}')
}

// inner is an object's members without its braces.
func inner(object []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimPrefix(object, []byte{'{'}), []byte{'}'})
}

// appendZone puts villages and industries where the canonical zone has them: before combinedWith. Inside a string every
// quotation mark is escaped, so the key is found nowhere else.
func appendZone(b, zone, villages, industries []byte) []byte {
	before, after, _ := bytes.Cut(zone, []byte(`,"combinedWith":`))
	b = append(append(append(b, before...), `,"villages":`...), villages...)
	b = append(append(b, `,"industries":`...), industries...)
	return append(append(b, `,"combinedWith":`...), after...)
}
