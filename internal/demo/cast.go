package demo

import (
	"maps"
	"slices"
	"strconv"

	"xianjie/internal/proposal"
	"xianjie/policy"
	"xianjie/workflow"
)

// Official is one account of the demonstration: a post, never a person.
type Official struct {
	Login  string
	Name   string // unit and post
	Unit   string
	Role   workflow.Role
	Region string
}

// Cast lists an account for every role: of the bureaus that handle money two, one to enter and one to confirm, and one of every department
// that promises integrated money.
func Cast() ([]Official, error) {
	docs, err := rehearsal()
	if err != nil {
		return nil, err
	}
	cast := provincial()
	seen := map[string]bool{}
	for _, id := range slices.Sorted(maps.Keys(docs)) {
		doc := docs[id]
		if !seen[doc.City.Code] {
			seen[doc.City.Code] = true
			cast = append(cast, municipal(doc.City)...)
		}
		cast = append(cast, county(doc)...)
	}
	return cast, nil
}

func provincial() []Official {
	root := policy.Root()
	post := func(login, unit, post string, role workflow.Role) Official {
		return Official{Login: login, Name: unit + post, Unit: unit, Role: role, Region: root.Code}
	}
	return []Official{
		post("sheng-zx", "省乡村振兴局", "管理员", workflow.ProvAdmin),
		post("sheng-cz", "省财政厅", "审核员", workflow.ProvFinance),
		post("sheng-cz2", "省财政厅", "复核员", workflow.ProvFinance),
		post("sheng-ps", "省评审中心", "评审组织员", workflow.ReviewSecretary),
		post("sheng-zj1", "省农业科学院", "评审专家", workflow.Expert),
		post("sheng-zj2", "山东农业大学", "评审专家", workflow.Expert),
		post("sheng-zj3", "省财政投资评审中心", "评审专家", workflow.Expert),
		post("sheng-zj4", "青岛农业大学", "评审专家", workflow.Expert),
		post("sheng-zj5", "省社会科学院", "评审专家", workflow.Expert),
		post("sheng-zj6", "省规划设计研究院", "评审专家", workflow.Expert),
		post("sheng-zj7", "鲁东大学", "评审专家", workflow.Expert),
		post("sheng-zj8", "临沂大学", "评审专家", workflow.Expert),
		post("sheng-zj9", "省水利科学研究院", "评审专家", workflow.Expert),
		post("sheng-hc1", "省核查组", "核查员甲", workflow.SiteInspector),
		post("sheng-hc2", "省核查组", "核查员乙", workflow.SiteInspector),
		post("sheng-dc", "省督查室", "督查员", workflow.Inspector),
		post("sheng-sj", "省审计厅", "审计员", workflow.Auditor),
		post("sysadmin", "省信息中心", "系统管理员", workflow.SysAdmin),
		post("secadmin", "省信息中心", "安全保密管理员", workflow.SecAdmin),
		post("auditadmin", "省信息中心", "安全审计管理员", workflow.AuditAdmin),
	}
}

func municipal(city proposal.Place) []Official {
	post := func(suffix, bureau, post string, role workflow.Role) Official {
		return Official{Login: city.Code + "-" + suffix, Name: city.Name + bureau + post, Unit: city.Name + bureau, Role: role, Region: city.Code}
	}
	return []Official{
		post("sh", "乡村振兴局", "审核员", workflow.CityReviewer),
		post("cz", "财政局", "审核员", workflow.CityFinance),
		post("cz2", "财政局", "复核员", workflow.CityFinance),
		post("qf", "乡村振兴局", "推荐签发人", workflow.CitySigner),
	}
}

func county(doc *proposal.Proposal) []Official {
	place := doc.County
	post := func(suffix, unit, post string, role workflow.Role) Official {
		return Official{Login: place.Code + "-" + suffix, Name: unit + post, Unit: unit, Role: role, Region: place.Code}
	}
	cast := []Official{
		post("tb", place.Name+"乡村振兴局", "填报员", workflow.CountyFiler),
		post("qb", place.Name+"人民政府", "签报人", workflow.CountySigner),
		post("cz", place.Name+"财政局", "经办人", workflow.CountyFinance),
		post("cz2", place.Name+"财政局", "复核人", workflow.CountyFinance),
	}
	for i, unit := range departments(doc) {
		suffix := "-bm"
		if i > 0 {
			suffix += strconv.Itoa(i + 1)
		}
		cast = append(cast, Official{Login: place.Code + suffix, Name: place.Name + "·" + unit + "经办人", Unit: unit, Role: workflow.CountyDepartment, Region: place.Code})
	}
	return cast
}

// departments are those that integrate money, in the order of the fund plan.
func departments(doc *proposal.Proposal) []string {
	var units []string
	for _, item := range doc.FundPlan.Integrated {
		if !slices.Contains(units, item.Department) {
			units = append(units, item.Department)
		}
	}
	return units
}
