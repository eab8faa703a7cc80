package store

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"xianjie/internal/audit"
	"xianjie/workflow"
)

// AuditList implements workflow.Reader.
func (s *Store) AuditList(ctx context.Context, q workflow.AuditQuery) (workflow.Page[audit.Entry], error) {
	page, size := paging(q.Page, q.PageSize)
	out := workflow.Page[audit.Entry]{Items: []audit.Entry{}, Page: page, PageSize: size}
	r, done := s.reading(ctx)
	defer done()
	var total int64
	if err := narrowAudit(r.db.Model(&entryRow{}), q).Count(&total).Error; err != nil {
		return out, failed("读取审计流水", err)
	}
	order := "happened_at DESC, stream DESC, seq DESC"
	if q.Oldest {
		order = "happened_at, stream, seq"
	}
	var rows []entryRow
	err := narrowAudit(r.db, q).Order(order).Limit(size).Offset((page - 1) * size).Find(&rows).Error
	out.Items, out.Total = entries(rows), int(total)
	return out, failed("读取审计流水", err)
}

func narrowAudit(db *gorm.DB, q workflow.AuditQuery) *gorm.DB {
	if q.Stream != "" {
		db = db.Where("stream = ?", q.Stream)
	} else if q.Kind != "" {
		db = db.Where(`stream LIKE ? ESCAPE '\'`, escapeLike(q.Kind)+"/%")
	}
	if q.Action != "" {
		db = db.Where("action = ?", q.Action)
	}
	if person := strings.TrimSpace(q.Person); person != "" {
		part := "%" + escapeLike(strings.ToLower(person)) + "%"
		db = db.Where(`(lower(actor) LIKE ? ESCAPE '\' OR account_id IN (SELECT id FROM accounts WHERE search_text LIKE ? ESCAPE '\'))`,
			part, part)
	}
	if text := strings.TrimSpace(q.Text); text != "" {
		part := "%" + escapeLike(strings.ToLower(text)) + "%"
		db = db.Where(`(lower(object) LIKE ? ESCAPE '\' OR lower(reason) LIKE ? ESCAPE '\')`, part, part)
	}
	if q.From != nil {
		db = db.Where("happened_at >= ?", instant(*q.From))
	}
	if q.To != nil {
		db = db.Where("happened_at < ?", instant(*q.To))
	}
	return db
}

// titles tells what the streams of a kind are about, by the id after the slash. The title of an application is the one others than
// its county see.
var titles = map[string]string{
	"application": "SELECT id, number || ' ' || sealed_title AS title FROM applications WHERE id IN ?",
	"fund":        "SELECT id, number || ' ' || sealed_title AS title FROM applications WHERE id IN ?",
	"review":      "SELECT r.id, a.number || ' ' || r.expert_code AS title FROM reviews AS r JOIN applications AS a ON a.id = r.application_id WHERE r.id IN ?",
	"batch":       "SELECT id, title FROM batches WHERE id IN ?",
	"notice":      "SELECT id, title FROM notices WHERE id IN ?",
	"expert":      "SELECT id, name AS title FROM accounts WHERE id IN ?",
	"account":     "SELECT id, login || ' ' || name AS title FROM accounts WHERE id IN ?",
}

// StreamTitles implements workflow.Reader.
func (s *Store) StreamTitles(ctx context.Context, streams []string) (map[string]string, error) {
	wanted := map[string][]string{}
	for _, stream := range streams {
		kind, id, _ := strings.Cut(stream, "/")
		wanted[kind] = append(wanted[kind], id)
	}
	r, done := s.reading(ctx)
	defer done()
	out := make(map[string]string, len(streams))
	for kind, ids := range wanted {
		if titles[kind] == "" {
			continue
		}
		var rows []struct{ ID, Title string }
		if err := r.db.Raw(titles[kind], ids).Scan(&rows).Error; err != nil {
			return nil, failed("读取审计流水", err)
		}
		for _, row := range rows {
			out[kind+"/"+row.ID] = strings.TrimSpace(row.Title)
		}
	}
	return out, nil
}
