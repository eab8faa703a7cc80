package store

import (
	"context"
	"fmt"
	"strings"
)

// namedRows bounds how many rows a complaint names.
const namedRows = 20

// Complaint is one sentence that should hold of the data and does not.
type Complaint struct {
	Invariant string   // Chinese: what should hold
	Rows      []string // where it does not: ids, at most 20
	Total     int      // how many places in all
}

// String is the complaint as one line.
func (c Complaint) String() string {
	more := ""
	if c.Total > len(c.Rows) {
		more = " 等"
	}
	return fmt.Sprintf("%s——不符 %d 处:%s%s", c.Invariant, c.Total, strings.Join(c.Rows, "、"), more)
}

// add counts one more place.
func (c *Complaint) add(row string) {
	if c.Total++; len(c.Rows) < namedRows {
		c.Rows = append(c.Rows, row)
	}
}

// complaints keeps those that found something.
func complaints(all ...Complaint) []Complaint {
	var out []Complaint
	for _, c := range all {
		if c.Total > 0 {
			out = append(out, c)
		}
	}
	return out
}

// Doctor examines the data and changes nothing; none means that all is well. It may run on live data: every examination reads
// one consistent state.
func (s *Store) Doctor(ctx context.Context) ([]Complaint, error) {
	var out []Complaint
	for _, i := range invariants {
		c, err := s.examine(ctx, i)
		if err != nil {
			return nil, err
		}
		out = append(out, complaints(c)...)
	}
	for _, deep := range []func(context.Context) ([]Complaint, error){s.examineSnapshots, s.examineSummaries, s.examinePacks, s.examineOrders, s.examineSites,
		s.examineResults, s.examineNotices, s.examineFunds, s.examinePlans, s.examineAudit} {
		found, err := deep(ctx)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// examine runs one query; each row it returns is a place where the sentence does not hold.
func (s *Store) examine(ctx context.Context, i invariant) (Complaint, error) {
	r, done := s.reading(ctx)
	defer done()
	c := Complaint{Invariant: i.sentence}
	rows, err := r.db.Raw(i.query).Rows()
	if err != nil {
		return c, failed("检查“"+i.sentence+"”", err)
	}
	defer rows.Close()
	for rows.Next() {
		var row string
		if err := rows.Scan(&row); err != nil {
			return c, failed("检查“"+i.sentence+"”", err)
		}
		c.add(row)
	}
	return c, failed("检查“"+i.sentence+"”", rows.Err())
}
