package api

import (
	"cmp"
	"context"

	"xianjie/workflow"
)

// fundNode is one row of a summary.
type fundNode struct {
	Depth         string            `json:"depth" enum:"province,city,county,zone,project"`
	Code          string            `json:"code" doc:"区划代码,或项目编号"`
	Name          string            `json:"name"`
	ApplicationID string            `json:"applicationId" doc:"推进区以下才有"`
	Zones         int               `json:"zones" doc:"推进区数"`
	Amber         int               `json:"amber" doc:"其中亮黄灯的"`
	Total         Layers            `json:"total"`
	Columns       map[string]Layers `json:"columns" doc:"按来源;省级以上另分 LINKAGE_CENTRAL、LINKAGE_PROVINCE"`
	Levels        map[string]Layers `json:"levels" doc:"按级次,合计等于 total;NONE 为不分级次,UNDIVIDED 为省级以上未分中央、省级的规划数"`
}

// depths are the rows of a summary by name, in order.
var depths = []string{"province", "city", "county", "zone", "project"}

func depthNamed(name string) workflow.FundDepth {
	for i, d := range depths {
		if d == name {
			return workflow.FundDepth(i)
		}
	}
	return workflow.ByZone
}

func nodeView(n workflow.FundNode) fundNode {
	out := fundNode{Depth: depths[n.Depth], Code: n.Code, Name: n.Name, ApplicationID: n.ApplicationID, Zones: n.Zones, Amber: n.Amber, Total: layersOf(n.Total),
		Columns: make(map[string]Layers, len(n.Columns)), Levels: make(map[string]Layers, len(n.Levels))}
	for column, amounts := range n.Columns {
		out.Columns[column] = layersOf(amounts)
	}
	for level, amounts := range n.Levels {
		out.Levels[cmp.Or(string(level), "NONE")] = layersOf(amounts)
	}
	return out
}

func (s *Server) getFundSummary(ctx context.Context, in *struct {
	FundScope
	By string `query:"by" enum:"province,city,county,zone,project," doc:"到哪一层;不写为 zone"`
}) (*answer[list[fundNode]], error) {
	nodes, err := s.deps.Workflow.FundSummary(ctx, actorOf(ctx), in.query(), depthNamed(in.By))
	if err != nil {
		return nil, err
	}
	return answered(whole(each(nodes, nodeView)), ""), nil
}
