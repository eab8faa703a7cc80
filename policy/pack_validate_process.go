package policy

import (
	"slices"
	"strings"

	"xianjie/internal/proposal"
)

func (c *packCheck) paperParams() {
	m := &c.pack.Params
	words(c, "/params/requiredAttachments", m.RequiredAttachments, "必备附件")
	c.texts("/params/resolutionBodies", m.ResolutionBodies, "有权作决议的会议")
	c.filled("/params/letterIssuerSuffix", m.LetterIssuerSuffix, "上报文件的发文单位名称(如 人民政府)")
	c.texts("/params/letterAddressees", m.LetterAddressees, "上报文件的主送单位")
	c.texts("/params/leadDepartments", m.LeadDepartments, "牵头部门")
}

func (c *packCheck) processParams() {
	m := &c.pack.Params
	switch county := m.CountyDeadline; {
	case m.ProvinceDeadline.IsZero():
		c.wrong("/params/provinceDeadline", "请填写报省截止时刻(不含该时刻),如 2022-12-11T00:00:00+08:00 表示 12 月 10 日 24 时")
	case county != nil && !county.Before(m.ProvinceDeadline):
		c.wrong("/params/countyDeadline", "县报市截止时刻应早于报省截止时刻")
	}
	c.submitBlocking()
	c.requireConfirmed()
	c.within("/params/cityReturnDays", m.CityReturnDays, 1, mostDays)
	c.within("/params/provinceReturnMax", m.ProvinceReturnMax, 0, mostDays)
	c.within("/params/provinceReturnDays", m.ProvinceReturnDays, 1, mostDays)
	c.within("/params/hearingWorkdays", m.HearingWorkdays, 1, mostDays)
}

// submitBlocking must name rules that can block, or "ALL" alone.
func (c *packCheck) submitBlocking() {
	list := c.pack.Params.SubmitBlocking
	c.texts("/params/submitBlocking", list, "提交时必须通过的规则(全部用 ALL)")
	for i, id := range list {
		place := at("/params/submitBlocking/", i, "")
		rule, known := ruleByID(RuleID(id))
		switch {
		case id == allRules && len(list) > 1:
			c.wrong(place, "ALL 表示全部规则,不能与其他规则号并列")
		case id == allRules:
		case !known:
			c.wrong(place, "规则“"+id+"”不存在,请填检查规则表中的规则号")
		case rule.Severity == Warning:
			c.wrong(place, "规则 "+id+" 只作提示,不会阻断提交,请从清单中删去")
		}
	}
}

// requireConfirmed must name what can be confirmed, each once.
func (c *packCheck) requireConfirmed() {
	known := []Confirmable{ConfirmIntegrated, ConfirmLinkageCounty, ConfirmLinkageCity, ConfirmProject}
	seen := map[string]bool{}
	for i, what := range c.pack.Params.RequireConfirmed {
		place := at("/params/requireConfirmed/", i, "")
		if !slices.Contains(known, what) {
			c.wrong(place, "“"+string(what)+"”不能要求确认,请填 INTEGRATED(整合资金条目)、LINKAGE_COUNTY(县级衔接资金)、LINKAGE_CITY(市级衔接资金)或 PROJECT(项目)")
		}
		c.unique(place, string(what), seen, "须确认的内容")
	}
}

func (c *packCheck) calendarParams() {
	m, x := &c.pack.Params, &c.pack.index
	x.holiday = c.dates("/params/holidays", m.Holidays)
	x.extraWorkday = c.dates("/params/extraWorkdays", m.ExtraWorkdays)
	for i, d := range m.ExtraWorkdays {
		if x.holiday[d] {
			c.wrong(at("/params/extraWorkdays/", i, ""), d.String()+" 同时列为放假日和上班日,请只保留一处")
		}
	}
}

func (c *packCheck) dates(place string, list []proposal.Date) map[proposal.Date]bool {
	set := make(map[proposal.Date]bool, len(list))
	for i, d := range list {
		switch {
		case d.IsZero():
			c.wrong(at(place+"/", i, ""), "请填写日期")
		case set[d]:
			c.wrong(at(place+"/", i, ""), "日期 "+d.String()+" 重复,请只保留一处")
		}
		set[d] = true
	}
	return set
}

func (c *packCheck) limits() {
	d, a := c.pack.Params.DocumentLimits, c.pack.Params.AttachmentLimits
	c.within("/params/documentLimits/maxProjects", d.MaxProjects, 1, mostRows)
	c.within("/params/documentLimits/maxVillages", d.MaxVillages, 1, mostRows)
	c.within("/params/documentLimits/maxIntegrated", d.MaxIntegrated, 1, mostRows)
	c.within("/params/attachmentLimits/maxFiles", a.MaxFiles, 1, mostRows)
	c.fileLimit("/params/attachmentLimits", a.MaxFileBytes, a.MediaTypes)
	seen := map[string]bool{}
	for i, k := range a.ByKind {
		place := at("/params/attachmentLimits/byKind/", i, "")
		if k.Kind.Label() == string(k.Kind) {
			c.wrong(place+"/kind", "附件类别“"+string(k.Kind)+"”不存在,请对照格式说明改正")
		}
		c.unique(place+"/kind", string(k.Kind), seen, "附件类别")
		c.fileLimit(place, k.MaxFileBytes, k.MediaTypes)
	}
}

func (c *packCheck) fileLimit(place string, bytes int64, types []string) {
	if bytes < 1 || bytes > mostFileBytes {
		c.wrong(place+"/maxFileBytes", "单个附件大小上限应在 1 字节到 1 GB 之间")
	}
	c.texts(place+"/mediaTypes", types, "允许的文件类型")
	for i, t := range types {
		kind, sub, ok := strings.Cut(t, "/")
		if !ok || blank(kind) || blank(sub) || strings.ToLower(t) != t || strings.ContainsAny(t, " ;") {
			c.wrong(at(place+"/mediaTypes/", i, ""), "文件类型“"+t+"”写法不对,应如 application/pdf(小写,不带参数)")
		}
	}
}
