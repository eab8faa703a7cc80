package funds

import "xianjie/internal/money"

// Book is the part of an account an entry looks at: one line, with its shares and cells.
type Book struct {
	Line   Line
	Shares map[string]Share // by project
	Cells  map[Key]Cell
}

// Move is one change of one layer, applied to every part of an entry.
type Move struct {
	Line  string
	Level Level
	Layer Layer // ALLOCATED, DISBURSED or SPENT
	Adds  bool
	Parts []Part
}

// Undo is the move that takes another back.
func (m Move) Undo() Move {
	m.Adds = !m.Adds
	return m
}

// Breach says which limit a move would break: by how much and where.
type Breach struct {
	Part    int // index into the move's parts; -1 for the whole
	Project string
	Layer   Layer     // that would be exceeded or fall short
	Against Layer     // the layer that bounds it; "" for the award's ceiling, or zero
	Have    money.Fen // what there would be
	Bound   money.Fen // what is allowed
	Over    money.Fen // how much is too much
	Ceiling bool      // the award's or line's ceiling, not a project's share
	Absent  bool      // the project has no share of this line
}

// Check lists every limit a move would break, none when it may be made; waiting entries count as if they took what they reserve and
// brought nothing.
func (b *Book) Check(m Move) []Breach {
	var breaches []Breach
	for i, p := range m.Parts {
		if _, known := b.Shares[p.Project]; !known {
			breaches = append(breaches, Breach{Part: i, Project: p.Project, Layer: m.Layer, Absent: true, Over: p.Amount})
			continue
		}
		cell := b.Cells[Key{m.Line, m.Level, p.Project}]
		if breach, broken := cell.check(m, p); broken {
			breach.Part, breach.Project = i, p.Project
			breaches = append(breaches, breach)
		}
		if share := b.Shares[p.Project]; m.Layer == Allocated && m.Adds && share.Allocated+p.Amount > share.Planned {
			breaches = append(breaches, Breach{Part: i, Project: p.Project, Layer: Allocated, Against: Planned, Have: share.Allocated + p.Amount,
				Bound: share.Planned, Over: share.Allocated + p.Amount - share.Planned})
		}
	}
	if total := b.Line.Allocated + Total(m.Parts); m.Layer == Allocated && m.Adds && total > b.Line.Ceiling {
		breaches = append(breaches, Breach{Part: -1, Layer: Allocated, Have: total, Bound: b.Line.Ceiling, Over: total - b.Line.Ceiling, Ceiling: true})
	}
	return breaches
}

// check looks at one part in its own cell.
func (c Cell) check(m Move, p Part) (Breach, bool) {
	var after, bound money.Fen
	var against Layer
	switch {
	case m.Layer == Allocated && m.Adds:
		return Breach{}, false // shares and ceiling bound it
	case m.Layer == Disbursed && m.Adds:
		after, bound, against = c.Disbursed+c.DisbursedIn+p.Amount, c.Allocated-c.AllocatedOut, Allocated
	case m.Layer == Spent && m.Adds:
		after, bound, against = c.Spent+c.SpentIn+p.Amount, c.Disbursed-c.DisbursedOut, Disbursed
	case m.Layer == Allocated: // taken back: what is left must still carry what was paid out
		return short(Allocated, Disbursed, c.Allocated-c.AllocatedOut-p.Amount, c.Disbursed+c.DisbursedIn)
	case m.Layer == Disbursed:
		return short(Disbursed, Spent, c.Disbursed-c.DisbursedOut-p.Amount, c.Spent+c.SpentIn)
	default:
		return short(Spent, "", c.Spent-c.SpentOut-p.Amount, 0)
	}
	return Breach{Layer: m.Layer, Against: against, Have: after, Bound: bound, Over: after - bound}, after > bound
}

func short(layer, carries Layer, left, need money.Fen) (Breach, bool) {
	return Breach{Layer: layer, Against: carries, Have: left, Bound: need, Over: need - left}, left < need
}
