package proposal

// proposalShape is the document itself; its order is the canonical one. Source: applications/schema.md 顶层.
var proposalShape = shapeOf(
	at("_note", "数据说明", asNote(), func(p *Proposal) *string { return &p.Note }).needed(optional).unless(func(*Proposal) bool { return true }),
	at("schemaVersion", "格式版本", asExactly(SchemaVersion), func(p *Proposal) *string { return &p.SchemaVersion }).needed(always),
	at("applicationId", "申报号", asName(codeRunes), func(p *Proposal) *string { return &p.ApplicationID }).needed(whole),
	at("batchCode", "批次编号", asName(codeRunes), func(p *Proposal) *string { return &p.BatchCode }).needed(always),
	at("channel", "申报通道", asWord(channelWords), func(p *Proposal) *Channel { return &p.Channel }).needed(always),
	at("province", "省", asObject(&placeShape), func(p *Proposal) *Place { return &p.Province }).needed(whole),
	at("city", "市", asObject(&placeShape), func(p *Proposal) *Place { return &p.City }).needed(whole),
	at("county", "县", asObject(&countyShape), func(p *Proposal) *Place { return &p.County }).needed(always),
	at("zone", "推进区", asObject(&zoneShape), func(p *Proposal) *Zone { return &p.Zone }).needed(whole),
	at("plan", "实施规划", asObject(&planShape), func(p *Proposal) *Plan { return &p.Plan }).needed(whole),
	at("fundPlan", "资金规划表", asObject(&fundPlanShape), func(p *Proposal) *FundPlan { return &p.FundPlan }).needed(whole),
	at("projects", "实施项目", projectRows, func(p *Proposal) *[]Project { return &p.Projects }).needed(whole),
	at("mechanism", "组织机制", asObject(&mechanismShape), func(p *Proposal) *Mechanism { return &p.Mechanism }).needed(whole),
	at("landGuarantee", "土地保障", asObject(&landShape), func(p *Proposal) *LandGuarantee { return &p.LandGuarantee }).needed(whole),
	at("publicConsultation", "群众意见征求", asObject(&consultationShape), func(p *Proposal) *PublicConsultation { return &p.PublicConsultation }).needed(whole),
	at("resolution", "常务会议决议", asMaybe(&resolutionShape, resolutionSays), func(p *Proposal) **Resolution { return &p.Resolution }).needed(optional),
	at("officialLetter", "县政府上报文件", asObject(&letterShape), func(p *Proposal) *OfficialLetter { return &p.OfficialLetter }).needed(whole),
	at("attachments", "附件", attachmentRows, func(p *Proposal) *[]Attachment { return &p.Attachments }).needed(whole),
	at("submission", "报送时刻", asObject(&submissionShape), func(p *Proposal) *Submission { return &p.Submission }).needed(whole),
)

var placeShape = shapeOf(
	at("code", "行政区划代码", asCode(6), func(p *Place) *string { return &p.Code }).needed(whole),
	at("name", "名称", asName(nameRunes), func(p *Place) *string { return &p.Name }).needed(whole),
)

// countyShape is placeShape with a code even in a draft: a draft belongs to a county.
var countyShape = shapeOf(placeShape.fields[0].needed(always), placeShape.fields[1])

var planShape = shapeOf(
	at("title", "规划名称", asName(nameRunes), func(p *Plan) *string { return &p.Title }),
	at("startDate", "规划起始日期", asDate(), func(p *Plan) *Date { return &p.StartDate }),
	at("endDate", "规划终止日期", asDate(), func(p *Plan) *Date { return &p.EndDate }),
)
