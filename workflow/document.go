package workflow

import (
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// head is the identity part of an application's document; the document's applicationId is the human number.
func head(a Application) proposal.Head {
	province := policy.Root()
	return proposal.Head{ApplicationID: a.No, BatchCode: a.BatchCode, Channel: proposal.Channel(a.Channel),
		Province: proposal.Place{Code: province.Code, Name: province.Name},
		City:     proposal.Place{Code: a.CityCode, Name: a.CityName}, County: proposal.Place{Code: a.CountyCode, Name: a.CountyName}}
}

func submission(a Application) proposal.Submission {
	return proposal.Submission{CountySubmittedAt: a.SubmittedAt, CityReportedAt: a.ReportedAt}
}

// assemble makes the typed document of a kept draft.
func assemble(a Application, kept Document) (*proposal.Proposal, error) {
	return proposal.Assemble(head(a), bodies(kept), rows(kept), attachmentsOf(kept.Attachments), submission(a))
}

// AssembleJSON is the canonical document of a kept draft, put together from the stored bodies without decoding them.
func AssembleJSON(a Application, kept Document) []byte {
	return proposal.AssembleJSON(head(a), bodies(kept), rows(kept), attachmentsOf(kept.Attachments), submission(a))
}

func bodies(kept Document) map[proposal.SectionName][]byte {
	out := make(map[proposal.SectionName][]byte, len(kept.Sections))
	for name, section := range kept.Sections {
		out[name] = section.Body
	}
	return out
}

func rows(kept Document) [][]byte {
	out := make([][]byte, len(kept.Projects))
	for i, row := range kept.Projects {
		out[i] = row.Body
	}
	return out
}

func attachmentsOf(kept []Attachment) []proposal.Attachment {
	out := make([]proposal.Attachment, len(kept))
	for i, a := range kept {
		sha := a.SHA256
		out[i] = proposal.Attachment{ID: a.DocID, Kind: proposal.AttachmentKind(a.Kind), FileName: a.FileName, SHA256: &sha}
	}
	return out
}

// faceOf is what lists show of a document, its findings and what was confirmed of it.
func faceOf(doc *proposal.Proposal, findings []policy.Finding, given []Confirmation) Face {
	t := proposal.Totals(doc)
	s := Summary{Villages: len(doc.Zone.Villages), Projects: len(doc.Projects), Linkage: t.Linkage, ProvUp: doc.FundPlan.Linkage.ProvUp,
		Integrated: t.Integrated, Total: t.Investment, Unconfirmed: Unconfirmed(doc, given)}
	s.judge(findings)
	return Face{Title: doc.Zone.Name, Summary: s}
}

// judge replaces the rule lists of a summary.
func (s *Summary) judge(findings []policy.Finding) {
	s.Failed, s.Warned, s.Waived = []policy.RuleID{}, []policy.RuleID{}, []policy.RuleID{}
	for _, f := range findings {
		switch f.Verdict {
		case policy.Fail:
			s.Failed = append(s.Failed, f.Rule)
			if f.Waived != "" {
				s.Waived = append(s.Waived, f.Rule)
			}
		case policy.Warn:
			s.Warned = append(s.Warned, f.Rule)
		}
	}
}
