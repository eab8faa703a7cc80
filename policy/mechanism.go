package policy

import (
	"slices"
	"strings"
)

// mechanismComplete is D07 (三.3): leaders have studied it, a deputy leads, both bureaus head it, there is a standing
// coordination and a work team.
func mechanismComplete(f *facts) outcome {
	m := f.doc.Mechanism
	var missing offenders
	miss := func(is bool, what, cell string) {
		if is {
			missing.add(what, cell)
		}
	}
	miss(!m.PrincipalLeadersStudied, "主要负责同志研究部署", "/mechanism/principalLeadersStudied")
	miss(m.StudyDate.IsZero(), "研究日期", "/mechanism/studyDate")
	miss(blank(m.LeadLeaderPost), "分管领导职务", "/mechanism/leadLeaderPost")
	miss(!m.CoordinationMechanism, "协调机制", "/mechanism/coordinationMechanism")
	miss(!m.WorkTeam, "工作专班", "/mechanism/workTeam")
	for _, department := range f.pack.Params.LeadDepartments {
		heads := func(d string) bool { return strings.HasSuffix(strings.TrimSpace(d), department) }
		miss(!slices.ContainsFunc(m.LeadDepartments, heads), "牵头部门("+department+")", "/mechanism/leadDepartments")
	}
	if missing.count == 0 {
		return passed(noneOf(0, "机制、专班、牵头部门"), "/mechanism")
	}
	return failed(noneOf(missing.count, "缺"+missing.all()), "请补齐组织机制并附佐证:"+missing.all(), slices.Compact(missing.places)...)
}
