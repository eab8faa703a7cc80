package proposal

import "time"

// mechanismShape is the 组织机制. Source: applications/schema.md mechanism.
var mechanismShape = shapeOf(
	at("principalLeadersStudied", "党委政府主要负责同志研究部署", asFlag(), func(m *Mechanism) *bool { return &m.PrincipalLeadersStudied }),
	at("studyDate", "研究部署日期", asDate(), func(m *Mechanism) *Date { return &m.StudyDate }),
	at("leadLeaderPost", "分管领导职务", asName(nameRunes), func(m *Mechanism) *string { return &m.LeadLeaderPost }),
	at("leadDepartments", "牵头部门", asList(asName(nameRunes)), func(m *Mechanism) *[]string { return &m.LeadDepartments }),
	at("coordinationMechanism", "协调机制", asFlag(), func(m *Mechanism) *bool { return &m.CoordinationMechanism }),
	at("workTeam", "工作专班", asFlag(), func(m *Mechanism) *bool { return &m.WorkTeam }),
	at("workTeamDocNo", "工作专班文号", asName(nameRunes), func(m *Mechanism) *string { return &m.WorkTeamDocNo }),
)

var landShape = shapeOf(
	at("committed", "土地指标优先保障承诺", asFlag(), func(l *LandGuarantee) *bool { return &l.Committed }),
	at("quotaMu", "土地指标", asArea("亩"), func(l *LandGuarantee) *Hundredths { return &l.QuotaMu }),
)

var consultationShape = shapeOf(
	at("villagesConsulted", "征求意见村数", asCount("个"), func(c *PublicConsultation) *int64 { return &c.VillagesConsulted }),
	at("meetings", "会议次数", asCount("次"), func(c *PublicConsultation) *int64 { return &c.Meetings }),
	at("summary", "群众意见综述", asLong(), func(c *PublicConsultation) *string { return &c.Summary }),
)

var resolutionShape = shapeOf(
	at("body", "会议名称", asName(nameRunes), func(r *Resolution) *string { return &r.Body }),
	at("meetingNo", "会次", asName(nameRunes), func(r *Resolution) *string { return &r.MeetingNo }),
	at("date", "会议日期", asDate(), func(r *Resolution) *Date { return &r.Date }),
	at("decision", "会议结论", asWord(decisionWords), func(r *Resolution) *Decision { return &r.Decision }),
	at("minutesAttachmentId", "会议纪要附件编号", asID(), func(r *Resolution) *string { return &r.MinutesAttachmentID }).
		needed(optional).unless(func(r *Resolution) bool { return r.MinutesAttachmentID == "" }),
)

func resolutionSays(r *Resolution) string {
	return shownOr(r.Body + r.MeetingNo + " " + r.Date.String() + " " + r.Decision.Label())
}

var letterShape = shapeOf(
	at("issuer", "发文单位", asName(nameRunes), func(l *OfficialLetter) *string { return &l.Issuer }),
	at("docNo", "文号", asName(nameRunes), func(l *OfficialLetter) *string { return &l.DocNo }),
	at("date", "成文日期", asDate(), func(l *OfficialLetter) *Date { return &l.Date }),
	at("addressees", "主送机关", asList(asName(nameRunes)), func(l *OfficialLetter) *[]string { return &l.Addressees }),
)

var attachmentShape = shapeOf(
	at("id", "附件编号", asID(), func(a *Attachment) *string { return &a.ID }),
	at("kind", "附件类别", asWord(attachmentKindWords), func(a *Attachment) *AttachmentKind { return &a.Kind }),
	at("fileName", "文件名", asName(nameRunes), func(a *Attachment) *string { return &a.FileName }),
	at("sha256", "文件摘要", asDigest(), func(a *Attachment) **string { return &a.SHA256 }),
)

// attachmentRows are called by kind in Change.Row, as return slips name them.
var attachmentRows = asRows(&attachmentShape, row[Attachment]{
	measure: "个附件", limit: maxItems,
	key: func(a *Attachment) [2]string {
		if a.ID != "" {
			return [2]string{a.ID}
		}
		return [2]string{string(a.Kind), a.FileName}
	},
	number: func(a *Attachment) string { return a.ID },
	title:  func(a *Attachment) string { return called("附件", a.ID, or(a.FileName, a.Kind.Label()), "") },
	brief:  func(a *Attachment) string { return a.Kind.Label() },
	named:  func(a *Attachment) string { return string(a.Kind) },
})

var submissionShape = shapeOf(
	at("countySubmittedAt", "县报市时刻", asInstant(), func(s *Submission) **time.Time { return &s.CountySubmittedAt }),
	at("cityReportedAt", "市报省时刻", asInstant(), func(s *Submission) **time.Time { return &s.CityReportedAt }),
)
