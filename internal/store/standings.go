package store

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/review"
	"xianjie/workflow"
)

// standings are a batch's applications with the columns of their results that a ranking looks at, in one statement.
const standings = `SELECT a.id, a.number, a.integrated, a.linkage, w.points, w.dims, c.points FROM applications AS a
	LEFT JOIN results AS w ON w.application_id = a.id AND w.kind = 'WRITTEN'
	LEFT JOIN results AS c ON c.application_id = a.id AND c.kind = 'COMPOSITE'
	WHERE a.batch_id = ? AND a.state IN ? ORDER BY a.id`

// Standings implements workflow.Tx.
func (t *tx) Standings(batchID string, states []workflow.State, dims []string) ([]workflow.Standing, error) {
	lock := " FOR NO KEY UPDATE OF a"
	if t.lite {
		lock = ""
	}
	return standingsOf(t.db.Raw(standings+lock, batchID, states), dims)
}

// ReadStandings implements workflow.ReviewReader.
func (s *Store) ReadStandings(ctx context.Context, batchID string, states []workflow.State, dims []string) ([]workflow.Standing, error) {
	r, done := s.reading(ctx)
	defer done()
	return standingsOf(r.db.Raw(standings, batchID, states), dims)
}

func standingsOf(query *gorm.DB, dims []string) ([]workflow.Standing, error) {
	out := []workflow.Standing{}
	err := each(query, func(scan func(...any) error) error {
		var s workflow.Standing
		var integrated, linkage int64
		var written, known, composite any // as the driver has them: NULL is nil, and pointers would cost as much as the rest
		if err := scan(&s.ID, &s.No, &integrated, &linkage, &written, &known, &composite); err != nil {
			return err
		}
		s.Integrated, s.Linkage, s.Written, s.Composite = money.Fen(integrated), money.Fen(linkage), pointed(written), pointed(composite)
		var err error
		if text, ok := known.(string); ok {
			s.Dims, err = dimensions(text, dims)
		}
		out = append(out, s)
		return err
	})
	return out, failed("读取评审结果", err)
}

// each hands every row of a query to do.
func each(query *gorm.DB, do func(scan func(...any) error) error) error {
	rows, err := query.Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

func pointed(value any) *review.Points {
	n, ok := value.(int64)
	if !ok {
		return nil
	}
	p := review.Points(n)
	return &p
}

// dimensions picks some members of the kept JSON object of dimension means: codes hold nothing that JSON escapes, and points are plain
// numbers, so the text need not be taken apart whole, three thousand times.
func dimensions(text string, codes []string) (map[string]review.Points, error) {
	var found map[string]review.Points
	for _, code := range codes {
		_, rest, ok := strings.Cut(text, `"`+code+`":`)
		if !ok {
			continue
		}
		end := strings.IndexAny(rest, ",}")
		if end < 0 {
			return nil, fault.New(fault.Internal, "保存的维度分读不懂")
		}
		p, err := review.ParsePoints(strings.TrimSpace(rest[:end]))
		if err != nil {
			return nil, err
		}
		if found == nil {
			found = make(map[string]review.Points, len(codes))
		}
		found[code] = p
	}
	return found, nil
}
