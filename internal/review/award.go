package review

// Awarded are the applications above the award line, best first: the 合格线 is reached and, when MaxAwards is set, no more than so
// many are awarded; applications that share the last place inside it are awarded only when all of them fit. Never nil.
func (s Setup) Awarded(rows []Row) []string { return s.above(rows, s.Rank(rows)) }

func (s Setup) above(rows []Row, places []Place) []string {
	composites := make(map[string]Points, len(rows))
	for _, r := range rows {
		composites[r.Application] = r.Composite
	}
	ids := []string{}
	for _, p := range places {
		last := p.Rank + len(p.Tied)
		if composites[p.Application] >= s.PassLine && (s.MaxAwards == 0 || last <= s.MaxAwards) {
			ids = append(ids, p.Application)
		}
	}
	return ids
}

// standing is a ranking with the applications above the award line.
type standing struct {
	order   []string // scored, best first
	points  map[string]Points
	awarded map[string]bool
}

func (s Setup) standing(cases []Case) standing {
	st := standing{points: map[string]Points{}, awarded: map[string]bool{}}
	rows := make([]Row, 0, len(cases))
	for _, c := range cases {
		if row, ok := s.row(c); ok {
			rows = append(rows, row)
			st.points[row.Application] = row.Composite
		}
	}
	places := s.Rank(rows)
	for _, p := range places {
		st.order = append(st.order, p.Application)
	}
	for _, id := range s.above(rows, places) {
		st.awarded[id] = true
	}
	return st
}

// row works one application out; false when it has no composite.
func (s Setup) row(c Case) (Row, bool) {
	written := s.Aggregate(c.Marks)
	var defence *StageResult
	if c.Defence != nil {
		r := s.Aggregate(*c.Defence)
		defence = &r
	}
	composite := s.Compose(written, defence, c.Site)
	if composite.Points == nil {
		return Row{}, false
	}
	row := c.Row
	row.Composite, row.Written, row.Dims = *composite.Points, *written.Mean, written.Dims
	return row, true
}
