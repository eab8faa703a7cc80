package workflow

import (
	"cmp"
	"context"
	"slices"

	"xianjie/internal/funds"
	"xianjie/internal/proposal"
)

// FundDepth is how deep a summary goes.
type FundDepth int

// The depths, each with those before it.
const (
	ByProvince FundDepth = iota
	ByCity
	ByCounty
	ByZone
	ByProject
)

// The columns of a summary besides the sources themselves: 省级以上 by whose money it is.
const (
	ColumnCentral  = "LINKAGE_CENTRAL"
	ColumnProvince = "LINKAGE_PROVINCE"
)

// Undivided stands for the level of what is planned of 省级以上, which the plan does not part into central and provincial.
const Undivided = funds.Level("UNDIVIDED")

// FundNode is one row of a summary: a region, a zone or a project, with its sums. Children are the rows below it in the list.
type FundNode struct {
	Depth         FundDepth
	Code          string // of the region, or the project's id
	Name          string
	ApplicationID string // from ByZone on
	Total         funds.Amounts
	Columns       map[string]funds.Amounts      // by source, and central and province apart
	Levels        map[funds.Level]funds.Amounts // by level of every source; they add up to Total
	Zones         int
	Amber         int // zones that are amber
}

// FundSummary adds the money of awards up, province → city → county → zone → project, in the order of the regions. Every row is the sum of
// those below it.
func (s *Service) FundSummary(ctx context.Context, actor Actor, q FundQuery, depth FundDepth) ([]FundNode, error) {
	q.Sight = s.fundSight(actor)
	q.ByProject = depth == ByProject
	sums, err := s.store.FundSums(ctx, q)
	if err != nil {
		return nil, err
	}
	apps := map[string]Application{}
	if err := s.awardedOnes(ctx, q, func(a Application) { apps[a.ID] = a }); err != nil {
		return nil, err
	}
	orders, err := s.store.Orders(ctx, FundQuery{Sight: q.Sight, BatchID: q.BatchID, City: q.City, County: q.County, ApplicationID: q.ApplicationID, Live: true})
	if err != nil {
		return nil, err
	}
	amber := map[string]bool{}
	for _, o := range orders {
		amber[o.ApplicationID] = amber[o.ApplicationID] || o.Amber()
	}
	names := map[string]string{}
	if depth == ByProject {
		if names, err = s.projectNames(ctx, apps); err != nil {
			return nil, err
		}
	}
	return summarise(sums, apps, amber, names, depth), nil
}

// awardedOnes hands every application with an account that the query reaches to do.
func (s *Service) awardedOnes(ctx context.Context, q FundQuery, do func(Application)) error {
	for page := 1; ; page++ {
		found, err := s.store.Applications(ctx, Query{Sight: q.Sight, BatchID: q.BatchID, City: q.City, County: q.County, States: []State{Awarded}, Page: page, PageSize: awardPage})
		if err != nil {
			return err
		}
		for _, a := range found.Items {
			do(q.Sight.Veil(a))
		}
		if page*awardPage >= found.Total {
			return nil
		}
	}
}

// projectNames are the names of the projects of approved plans, by application and id.
func (s *Service) projectNames(ctx context.Context, apps map[string]Application) (map[string]string, error) {
	names := map[string]string{}
	for id := range apps {
		account, err := s.store.ReadFundAccount(ctx, id)
		if err != nil {
			return nil, err
		}
		doc, err := s.approvedPlan(ctx, account)
		if err != nil {
			return nil, err
		}
		for _, p := range doc.Projects {
			names[id+"/"+p.ID] = p.Name
		}
	}
	return names, nil
}

func summarise(sums []FundSum, apps map[string]Application, amber map[string]bool, names map[string]string, depth FundDepth) []FundNode {
	nodes := map[string]*FundNode{}
	zones := map[string]bool{}
	for _, sum := range sums {
		app, known := apps[sum.ApplicationID]
		if !known {
			continue
		}
		fresh := !zones[app.ID]
		zones[app.ID] = true
		for key, made := range rowsOf(app, sum, names, depth) {
			node, ok := nodes[key]
			if !ok {
				made.Columns, made.Levels = map[string]funds.Amounts{}, map[funds.Level]funds.Amounts{}
				node = &made
				nodes[key] = node
			}
			node.add(sum)
			if fresh && made.Depth < ByProject {
				node.Zones++
				if amber[app.ID] {
					node.Amber++
				}
			}
		}
	}
	keys := make([]string, 0, len(nodes))
	for key := range nodes {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	out := make([]FundNode, len(keys))
	for i, key := range keys {
		out[i] = *nodes[key]
	}
	return out
}

// rowsOf are the rows a sum belongs to, by a key that sorts each before what lies below it.
func rowsOf(a Application, sum FundSum, names map[string]string, depth FundDepth) map[string]FundNode {
	rows := map[string]FundNode{"": {Depth: ByProvince, Name: "合计"}}
	keys := []struct {
		key  string
		node FundNode
	}{
		{a.CityCode, FundNode{Depth: ByCity, Code: a.CityCode, Name: a.CityName}},
		{a.CityCode + a.CountyCode, FundNode{Depth: ByCounty, Code: a.CountyCode, Name: a.CountyName}},
		{a.CityCode + a.CountyCode + a.No + a.ID, FundNode{Depth: ByZone, Code: a.CountyCode, Name: a.Title, ApplicationID: a.ID}},
		{a.CityCode + a.CountyCode + a.No + a.ID + "/" + sum.Project, FundNode{Depth: ByProject, Code: sum.Project,
			Name: cmp.Or(names[a.ID+"/"+sum.Project], sum.Project), ApplicationID: a.ID}},
	}
	for _, k := range keys {
		if k.node.Depth <= depth {
			rows[k.key] = k.node
		}
	}
	return rows
}

// add takes a sum in: into the total, its level, its source, and for 省级以上 its level in that source.
func (n *FundNode) add(sum FundSum) {
	n.Total = n.Total.Plus(sum.Amounts)
	level := sum.Level
	if level == funds.NoLevel && sum.Source == string(proposal.SourceLinkageProvUp) {
		level = Undivided
	}
	n.Levels[level] = n.Levels[level].Plus(sum.Amounts)
	n.Columns[sum.Source] = n.Columns[sum.Source].Plus(sum.Amounts)
	if sum.Source != string(proposal.SourceLinkageProvUp) {
		return
	}
	switch sum.Level {
	case funds.Central:
		n.Columns[ColumnCentral] = n.Columns[ColumnCentral].Plus(sum.Amounts)
	case funds.Province:
		n.Columns[ColumnProvince] = n.Columns[ColumnProvince].Plus(sum.Amounts)
	}
}
