package store

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

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
	order, err := orderOf(q.Sort)
	if err != nil {
		return out, err
	}
	r, done := s.reading(ctx)
	defer done()
	found, err := applications(narrow(r.db.Table(applicationTables), q).Order(order).Limit(size).Offset((page - 1) * size))
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
	if q.Rule != "" {
		db = db.Where(`a.failed LIKE ? ESCAPE '\'`, "% "+escapeLike(string(q.Rule))+" %")
	}
	if search := strings.TrimSpace(q.Search); search != "" {
		db = db.Where(`a.search_text LIKE ? ESCAPE '\'`, "%"+escapeLike(strings.ToLower(search))+"%")
	}
	return db
}

// sightSQL is workflow.Sight.Sees as a condition. An empty sight sees nothing.
func sightSQL(sight workflow.Sight) (string, []any) {
	var windows []string
	var args []any
	for _, w := range sight.Windows {
		condition, value, ok := regionSQL(w.Region)
		if !ok || w.States != nil && len(w.States) == 0 {
			continue
		}
		args = append(args, value)
		if w.States != nil {
			condition += " AND a.state IN ?"
			args = append(args, w.States)
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

// sortColumn is what a list may be sorted by; states stand in the order of the process.
func sortColumn(name string) (string, bool) {
	switch name {
	case "", "no":
		return "a.number", true
	case "title":
		return "a.title", true
	case "county":
		return "a.county_code", true
	case "state":
		return stateRank(), true
	case "linkage", "integrated", "total":
		return "a." + name, true
	case "submittedAt":
		return "a.submitted_at", true
	case "reportedAt":
		return "a.reported_at", true
	case "updatedAt":
		return "a.updated_at", true
	default:
		return "", false
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
func orderOf(sort string) (string, error) {
	name, descending := strings.CutPrefix(sort, "-")
	column, ok := sortColumn(name)
	if !ok || sort == "-" {
		return "", fault.At("不能这样排序", []fault.Place{{Location: "query.sort",
			Message: "“" + sort + "”不是可排序的栏目,可用:no、title、county、state、linkage、integrated、total、submittedAt、reportedAt、updatedAt,前加 - 为倒序"}})
	}
	direction := " ASC"
	if descending {
		direction = " DESC"
	}
	return column + direction + " NULLS LAST, a.id" + direction, nil
}
