package funds

import "xianjie/internal/money"

// Level is the 级次 whose money it is; "" where money has none.
type Level string

// The levels. 省级以上 of a plan is split into CENTRAL and PROVINCE when it is allocated.
const (
	Central  Level = "CENTRAL"
	Province Level = "PROVINCE"
	City     Level = "CITY"
	County   Level = "COUNTY"
	NoLevel  Level = ""
)

// Label is the Chinese name, or the raw word when unknown.
func (l Level) Label() string {
	switch l {
	case Central:
		return "中央"
	case Province:
		return "省级"
	case City:
		return "市级"
	case County:
		return "县级"
	case NoLevel:
		return "不分级次"
	}
	return string(l)
}

// Line is one line of the approved fund plan.
type Line struct {
	Key        string // unique in its account: the source, or INTEGRATED/ and the item's id
	Source     string // LINKAGE_PROV_UP, LINKAGE_CITY, LINKAGE_COUNTY, INTEGRATED, COOPERATION, SOCIAL, SELF_RAISED, OTHER
	Levels     []Level
	Department string // of an integrated item
	Programme  string // likewise
	Order      int    // place in the plan, from 1

	Ceiling   money.Fen // at most this may be allocated: the award for 省级以上, else what is planned
	Allocated money.Fen // taken of it, reserved included
}

// Has reports whether the line knows a level.
func (l Line) Has(level Level) bool {
	for _, known := range l.Levels {
		if known == level {
			return true
		}
	}
	return false
}

// Share is what the plan gives one project of one line.
type Share struct {
	Line, Project string
	Planned       money.Fen
	Allocated     money.Fen // taken of it over all levels, reserved included
}

// Key names one cell.
type Key struct {
	Line    string
	Level   Level
	Project string
}

// Cell is what has come of one line, level and project. In and Out are reserved by waiting entries.
type Cell struct {
	Key
	Allocated, Disbursed, Spent          money.Fen
	AllocatedIn, DisbursedIn, SpentIn    money.Fen
	AllocatedOut, DisbursedOut, SpentOut money.Fen
}

// Part is one project's part of an entry.
type Part struct {
	Project string
	Amount  money.Fen
}

// Total adds parts up.
func Total(parts []Part) money.Fen {
	var sum money.Fen
	for _, p := range parts {
		sum += p.Amount
	}
	return sum
}
