package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"xianjie/bench/bare"
)

// submitsEach is how many submits one round makes on each side.
const submitsEach = 330

// submit is S1: a county hands up its application. Ours assembles the kept draft, judges it, takes the quota's slot and keeps
// snapshot, history and audit; the bare side is sent the whole document and keeps it.
func (b *bench) submit(ctx context.Context, rounds int) (figure, error) {
	f := figure{id: "S1", what: "提交一份申报(60 个项目)", verb: "%.2f", first: 0.35, aim: 0.80, least: true}
	if need := submitsEach * (rounds + 1); need > len(b.data.drafts) {
		return f, fmt.Errorf("%d 轮要 %d 份草稿,只有 %d 份", rounds, need, len(b.data.drafts))
	}
	ids := make([]string, 0, len(b.data.drafts))
	for _, a := range b.data.drafts {
		ids = append(ids, a.ID)
	}
	if err := bare.Prepare(ctx, b.pool, ids); err != nil {
		return f, err
	}
	ours := &side{name: "S1 本系统", at: b.ours, pool: b.pool, status: http.StatusOK, most: submitsEach, next: func(n int) []byte {
		a := b.data.drafts[n]
		return request(http.MethodPost, apiBase+"/applications/"+a.ID+"/actions", []byte(`{"action":"submit"}`),
			"Cookie", cookie(b.data.people.signers[a.CountyCode]), "If-Match", fmt.Sprintf(`"%d"`, a.Version))
	}}
	theirs := &side{name: "S1 对照", at: b.bare, pool: b.pool, status: http.StatusOK, most: submitsEach, next: func(n int) []byte {
		return request(http.MethodPost, "/applications/"+b.data.drafts[n].ID+"/submit", b.data.document, "If-Match", "1")
	}}
	if err := compare(ctx, rounds, time.Hour, ours, theirs); err != nil {
		return f, err
	}
	f.ours, f.theirs, f.value = ours.show(), theirs.show(), ours.rates.over(theirs.rates)
	return f, b.kept(ctx, int(ours.asked.Load()), int(theirs.asked.Load()))
}

// kept holds that every answered submit left what it must.
func (b *bench) kept(ctx context.Context, ours, theirs int) error {
	var wrong []error
	for _, count := range []struct {
		query string
		want  int
	}{
		{"SELECT count(*) FROM applications WHERE id LIKE 'd%' AND state = 'SUBMITTED'", ours},
		{"SELECT count(*) FROM snapshots WHERE application_id LIKE 'd%'", ours},
		{"SELECT count(*) FROM steps", ours},
		{"SELECT count(*) FROM claims WHERE released_at IS NULL", ours},
		{"SELECT count(*) FROM audit_entries WHERE stream LIKE 'application/%'", ours},
		{"SELECT count(*) FROM bare.snapshots", theirs},
	} {
		var n int
		if err := b.pool.QueryRow(ctx, count.query).Scan(&n); err != nil {
			return err
		}
		if n != count.want {
			wrong = append(wrong, fmt.Errorf("“%s”为 %d,应为 %d", count.query, n, count.want))
		}
	}
	return errors.Join(wrong...)
}
