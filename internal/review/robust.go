package review

import "slices"

// Case is everything the advice on a ranking needs to know of one application.
type Case struct {
	Row                 // tie-break facts; composite, written mean and dimension means are worked out from the marks
	Marks   []Mark      // written
	Defence *[]Mark     // nil when the batch has no defence
	Site    *SiteResult // nil when the batch has no site check
}

// Robustness says how far a ranking hangs on single experts. It is advice for the province alone: the rule stays the official one.
type Robustness struct {
	Rows   []Steadiness // scored applications, best first; never nil
	Movers []Mover      // experts without whom others would be awarded, by code; nil when there are none
}

// Steadiness is how far one application's composite could have differed.
type Steadiness struct {
	Application string
	Composite   Points
	Low, High   Points // the lowest and highest of the official composite and those without any one expert
	LowWithout  string // the expert whose absence gives Low; "" when Low is the official composite
	HighWithout string // likewise
	Plain       Points // with plain means, nothing dropped
	Adjusted    Points // with every expert's severity taken out
	Awarded     bool   // above the award line: 合格线 and 立项数上限

	AwardedPlain, AwardedAdjusted bool

	TurnedBy []string // experts without whom this application's award would change; nil when none
}

// Mover is an expert whose removal from the whole review moves the award line.
type Mover struct {
	Expert string
	Gains  []string // applications that would be awarded without the expert
	Loses  []string // applications that would no longer be
}

// Robustness works the whole ranking out again without each expert, with plain means, and with severity taken out. An expert
// without whom a stage would have too few experts stays in it: there the sheet could not have been missing.
func (s Setup) Robustness(cases []Case) Robustness {
	plain := s
	plain.TrimFrom = 0 // never trimmed
	official, byPlain, bySeverity := s.standing(cases), plain.standing(cases), s.standing(s.adjusted(cases))
	out := Robustness{Rows: make([]Steadiness, len(official.order))}
	for i, id := range official.order {
		points := official.points[id]
		out.Rows[i] = Steadiness{
			Application: id, Composite: points, Low: points, High: points, Plain: byPlain.points[id], Adjusted: bySeverity.points[id],
			Awarded: official.awarded[id], AwardedPlain: byPlain.awarded[id], AwardedAdjusted: bySeverity.awarded[id],
		}
	}
	for _, expert := range experts(cases) {
		without := s.standing(s.without(cases, expert))
		mover := Mover{Expert: expert}
		for i := range out.Rows {
			out.Rows[i].try(expert, without, &mover)
		}
		if mover.Gains != nil || mover.Loses != nil {
			out.Movers = append(out.Movers, mover)
		}
	}
	return out
}

// try notes what one expert's absence does to an application.
func (r *Steadiness) try(expert string, without standing, mover *Mover) {
	points := without.points[r.Application]
	if points < r.Low {
		r.Low, r.LowWithout = points, expert
	}
	if points > r.High {
		r.High, r.HighWithout = points, expert
	}
	if without.awarded[r.Application] == r.Awarded {
		return
	}
	r.TurnedBy = append(r.TurnedBy, expert)
	if r.Awarded {
		mover.Loses = append(mover.Loses, r.Application)
	} else {
		mover.Gains = append(mover.Gains, r.Application)
	}
}

// experts are the codes that count somewhere, sorted.
func experts(cases []Case) []string {
	var list []string
	for _, c := range cases {
		for _, marks := range c.stages() {
			for _, m := range marks {
				if !m.Recused {
					list = append(list, m.Expert)
				}
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// without is the review as it were without one expert, where a stage has experts enough.
func (s Setup) without(cases []Case, expert string) []Case {
	out := make([]Case, len(cases))
	for i, c := range cases {
		out[i] = c.changed(func(_ int, marks []Mark) []Mark {
			rest := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.Recused || m.Expert == expert })
			if len(rest) < s.MinExperts {
				return marks
			}
			return rest
		})
	}
	return out
}

// stages are the marks of the stages in use, written first.
func (c Case) stages() [][]Mark {
	if c.Defence == nil {
		return [][]Mark{c.Marks}
	}
	return [][]Mark{c.Marks, *c.Defence}
}

// changed is a copy with each stage's marks replaced.
func (c Case) changed(change func(stage int, marks []Mark) []Mark) Case {
	c.Marks = change(0, c.Marks)
	if c.Defence != nil {
		marks := change(1, *c.Defence)
		c.Defence = &marks
	}
	return c
}
