package store

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/policy"
	"xianjie/workflow"
)

const (
	defaultPageSize = 50
	maxPageSize     = 200
)

// Applications implements workflow.Reader. What the Sight does not open is neither listed nor counted.
func (s *Store) Applications(ctx context.Context, q workflow.Query) (workflow.Page[workflow.Application], error) {
	page, size := paging(q.Page, q.PageSize)
	out := workflow.Page[workflow.Application]{Items: []workflow.Application{}, Page: page, PageSize: size}
	order, err := orderOf(q.Sight, q.Sort)
	if err != nil {
		return out, err
	}
	r, done := s.reading(ctx)
	defer done()
	found, err := applications(narrow(r.db.Table(applicationTables), q).Clauses(order).Limit(size).Offset((page - 1) * size))
	if err != nil {
		return out, failed("读取申报列表", err)
	}
	out.Items, out.Total = found, (page-1)*size+len(found)
	if len(found) > 0 && len(found) < size || page == 1 && len(found) == 0 {
		return out, nil // the last page tells the total by itself
	}
	var total int64
	err = narrow(r.db.Table("applications AS a"), q).Count(&total).Error
	out.Total = int(total)
	return out, failed("读取申报列表", err)
}

// paging puts page and size into their bounds.
func paging(page, size int) (int, int) {
	if size < 1 {
		size = defaultPageSize
	}
	return max(page, 1), min(size, maxPageSize)
}

// narrow adds the conditions of a query, the Sight first.
func narrow(db *gorm.DB, q workflow.Query) *gorm.DB {
	seen, args := sightSQL(q.Sight)
	db = db.Where(seen, args...)
	for _, c := range []struct{ column, value string }{
		{"a.batch_id", q.BatchID}, {"a.city_code", q.City}, {"a.county_code", q.County}, {"a.channel", q.Channel},
	} {
		if c.value != "" {
			db = db.Where(c.column+" = ?", c.value)
		}
	}
	if len(q.States) > 0 {
		db = db.Where("a.state IN ?", q.States)
	}
	if q.IDs != nil {
		db = db.Where("a.id IN ?", q.IDs)
	}
	if q.Rule != "" {
		db = db.Where(like(q.Sight, "failed", " "+string(q.Rule)+" "))
	}
	if q.Unconfirmed {
		seen, args := faced(q.Sight, "unconfirmed")
		db = db.Where(seen+" > 0", args...)
	}
	if search := strings.TrimSpace(q.Search); search != "" {
		db = db.Where(like(q.Sight, "search_text", strings.ToLower(search)))
	}
	return db
}

// like looks for a text in a column of the face that is seen.
func like(sight workflow.Sight, column, text string) clause.Expr {
	seen, args := faced(sight, column)
	return gorm.Expr(seen+` LIKE ? ESCAPE '\'`, append(args, "%"+escapeLike(text)+"%")...)
}

// sightSQL is workflow.Sight.Sees as a condition. An empty sight sees nothing.
func sightSQL(sight workflow.Sight) (string, []any) {
	var windows []string
	var args []any
	for _, w := range sight.Windows {
		condition, value, ok := regionSQL(w.Region)
		if !ok || w.States != nil && len(w.States) == 0 || w.Applications != nil && len(w.Applications) == 0 {
			continue
		}
		args = append(args, value)
		if w.States != nil {
			condition += " AND a.state IN ?"
			args = append(args, w.States)
		}
		if w.Applications != nil {
			condition += " AND a.id IN ?"
			args = append(args, w.Applications)
		}
		windows = append(windows, "("+condition+")")
	}
	if len(windows) == 0 {
		return "1 = 0", nil
	}
	return "(" + strings.Join(windows, " OR ") + ")", args
}

// regionSQL is policy.Covers as a condition; a malformed code covers nothing.
func regionSQL(code string) (condition string, value any, ok bool) {
	switch {
	case !policy.Covers(code, code):
		return "", nil, false
	case code[2:] == "0000":
		return "a.county_code LIKE ?", code[:2] + "%", true
	case code[4:] == "00":
		return "a.city_code = ?", code, true
	default:
		return "a.county_code = ?", code, true
	}
}

// escapeLike makes a text stand for itself in a LIKE pattern with ESCAPE '\'.
func escapeLike(text string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(text)
}

// sortColumn is what a list may be sorted by, "" when it may not; states stand in the order of the process, and what is written in
// the document is taken from the face that is seen.
func sortColumn(sight workflow.Sight, name string) (string, []any) {
	switch name {
	case "", "no":
		return "a.number", nil
	case "county":
		return "a.county_code", nil
	case "state":
		return stateRank(), nil
	case "title", "linkage", "integrated", "total":
		return faced(sight, name)
	case "submittedAt":
		return "a.submitted_at", nil
	case "reportedAt":
		return "a.reported_at", nil
	case "updatedAt":
		return "a.updated_at", nil
	default:
		return "", nil
	}
}

// stateRank numbers the states in the order of the process.
func stateRank() string {
	var b strings.Builder
	b.WriteString("CASE a.state")
	for i, s := range workflow.States() {
		fmt.Fprintf(&b, " WHEN '%s' THEN %d", s, i)
	}
	b.WriteString(" END")
	return b.String()
}

// orderOf is the ORDER BY of a sort word ("-" first for descending). Absent values come last either way, and the id decides
// between equals so that pages never overlap.
func orderOf(sight workflow.Sight, sort string) (clause.OrderBy, error) {
	name, descending := strings.CutPrefix(sort, "-")
	column, args := sortColumn(sight, name)
	if column == "" || sort == "-" {
		return clause.OrderBy{}, fault.At("不能这样排序", []fault.Place{{Location: "query.sort",
			Message: "“" + sort + "”不是可排序的栏目,可用:no、title、county、state、linkage、integrated、total、submittedAt、reportedAt、updatedAt,前加 - 为倒序"}})
	}
	direction := " ASC"
	if descending {
		direction = " DESC"
	}
	return clause.OrderBy{Expression: gorm.Expr(column+direction+" NULLS LAST, a.id"+direction, args...)}, nil
}
