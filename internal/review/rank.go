package review

import (
	"cmp"
	"math/bits"
	"slices"

	"xianjie/internal/money"
)

// Row is one application as the ranking sees it.
type Row struct {
	Application string
	Composite   Points
	Written     Points
	Dims        map[string]Points
	Integrated  money.Fen
	Linkage     money.Fen
	Lot         int // drawn lot, 0 when none was drawn; the smaller goes first
}

// Place is an application's place.
type Place struct {
	Application string
	Rank        int      // from 1; equal rows share a rank until a lot is drawn
	Tied        []string // applications only a lot can part from this one; nil when none
	DecidedBy   TieKey   // the key that parted it from the next better row; "" when the composite did
}

// Rank orders rows by composite, then by the keys of TieBreak (4.4.3). Rows equal in everything share a rank and name each other
// in Tied; the next rank counts them (1, 2, 2, 4). A lot decides only where every row of such a group has one: half a draw
// decides nothing. A dimension that is not known counts as 0. Places come best first, equal ones by application.
func (s Setup) Rank(rows []Row) []Place {
	keys := s.TieBreak
	byLot := slices.Contains(keys, ByLot)
	order := make([]*Row, len(rows))
	for i := range rows {
		order[i] = &rows[i]
	}
	slices.SortFunc(order, func(a, b *Row) int {
		if c := cmp.Compare(b.Composite, a.Composite); c != 0 {
			return c
		}
		c, _ := parted(keys, a, b)
		return cmp.Or(c, cmp.Compare(a.Application, b.Application))
	})
	places := make([]Place, 0, len(rows))
	var better *Row
	for len(order) > 0 {
		n := 1
		for n < len(order) && equal(keys, order[0], order[n]) {
			n++
		}
		group := order[:n]
		places = appendGroup(places, group, decidedBy(keys, better, group[0]), byLot)
		better, order = group[n-1], order[n:]
	}
	return places
}

// appendGroup places rows equal in all but the lot.
func appendGroup(places []Place, group []*Row, by TieKey, byLot bool) []Place {
	first := len(places)
	if !byLot || slices.ContainsFunc(group, func(r *Row) bool { return r.Lot <= 0 }) {
		return appendTied(places, group, first+1, by)
	}
	slices.SortFunc(group, func(a, b *Row) int {
		return cmp.Or(cmp.Compare(a.Lot, b.Lot), cmp.Compare(a.Application, b.Application))
	})
	for len(group) > 0 {
		n := 1
		for n < len(group) && group[n].Lot == group[0].Lot {
			n++
		}
		places = appendTied(places, group[:n], len(places)+1, by)
		by, group = ByLot, group[n:]
	}
	return places
}

// appendTied places rows that share a rank.
func appendTied(places []Place, group []*Row, rank int, by TieKey) []Place {
	for i, r := range group {
		p := Place{Application: r.Application, Rank: rank, DecidedBy: by}
		for j, other := range group {
			if i != j {
				p.Tied = append(p.Tied, other.Application)
			}
		}
		places = append(places, p)
	}
	return places
}

func equal(keys []TieKey, a, b *Row) bool {
	if a.Composite != b.Composite {
		return false
	}
	c, _ := parted(keys, a, b)
	return c == 0
}

func decidedBy(keys []TieKey, better, row *Row) TieKey {
	if better == nil || better.Composite != row.Composite {
		return ""
	}
	_, key := parted(keys, better, row)
	return key
}

// parted compares rows of one composite by every key but the lot; negative when a goes first, with the key that decided.
func parted(keys []TieKey, a, b *Row) (int, TieKey) {
	for _, key := range keys {
		c := 0
		switch key {
		case ByWritten:
			c = cmp.Compare(b.Written, a.Written)
		case ByIntegration:
			c = compareRatios(b, a)
		case ByLot:
		default:
			c = cmp.Compare(b.Dims[string(key)], a.Dims[string(key)])
		}
		if c != 0 {
			return c, key
		}
	}
	return 0, ""
}

// compareRatios compares 整合 ÷ 衔接 exactly, as products of 128 bits. Without a linkage amount there is no ratio: it counts as 0.
func compareRatios(a, b *Row) int {
	an, ad := ratio(a)
	bn, bd := ratio(b)
	ah, al := bits.Mul64(an, bd)
	bh, bl := bits.Mul64(bn, ad)
	return cmp.Or(cmp.Compare(ah, bh), cmp.Compare(al, bl))
}

func ratio(r *Row) (num, den uint64) {
	if r.Linkage <= 0 || r.Integrated <= 0 {
		return 0, 1
	}
	return uint64(r.Integrated), uint64(r.Linkage)
}
