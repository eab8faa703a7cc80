package api

import (
	"context"

	"xianjie/policy"
	"xianjie/workflow"
)

// grantable is a role that may be granted, where it may stand, and what it may not meet.
type grantable struct {
	Role    string   `json:"role"`
	Label   string   `json:"label"`
	Levels  []string `json:"levels" enum:"PROVINCE,CITY,COUNTY" doc:"授权可以立在哪一级"`
	Clashes []clash  `json:"clashes" doc:"同一账号不能兼任的角色"`
}

// clash is a role that may not be held together with another, and why.
type clash struct {
	Role   string `json:"role"`
	Reason string `json:"reason"`
}

func (s *Server) listRoles(context.Context, *struct{}) (*answer[list[grantable]], error) {
	out := []grantable{}
	for _, role := range workflow.Roles() {
		g := grantable{Role: string(role), Label: role.Label(), Levels: s.levels(role), Clashes: []clash{}}
		if len(g.Levels) == 0 {
			continue
		}
		for _, other := range workflow.Roles() {
			if reason := s.deps.Identity.Clash(string(role), string(other)); reason != "" {
				g.Clashes = append(g.Clashes, clash{string(other), reason})
			}
		}
		out = append(out, g)
	}
	return answered(whole(out), ""), nil
}

// levels are those a role may be granted at, tried on the first division of each.
func (s *Server) levels(role workflow.Role) []string {
	out := []string{}
	for _, level := range []policy.RegionLevel{policy.LevelProvince, policy.LevelCity, policy.LevelCounty} {
		for _, r := range policy.Regions() {
			if r.Level == level {
				if s.deps.Identity.Grantable(string(role), r.Code) {
					out = append(out, string(level))
				}
				break
			}
		}
	}
	return out
}
