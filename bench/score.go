package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/jackc/pgx/v5"

	"xianjie/bench/bare"
	"xianjie/internal/review"
)

// marking is one side's saves: every connection has reviews of its own and goes round them, so each save names the version the one before
// made, and no two meet.
type marking struct {
	panel *panel
	own   [][]*sheetOn // by connection
}

// sheetOn is one review as its expert's page holds it.
type sheetOn struct {
	task    int
	version int64
	total   review.Points
}

func newMarking(p *panel) *marking {
	m := &marking{panel: p, own: make([][]*sheetOn, connections)}
	for i := range p.tasks {
		m.own[i%connections] = append(m.own[i%connections], &sheetOn{task: i, version: p.tasks[i].Version})
	}
	return m
}

// turn fills the next sheet of a connection, other scores each time, and is what there is to send.
func (m *marking) turn(conn, n int) (on *sheetOn, version int64, body []byte, err error) {
	own := m.own[conn]
	on = own[n%len(own)]
	sheet := filled(m.panel.rubric, n/len(own)+on.task)
	if body, err = json.Marshal(sheet, json.Deterministic(true)); err != nil {
		return nil, 0, nil, err
	}
	version = on.version
	on.version, on.total = version+1, m.panel.rubric.Total(sheet)
	return on, version, body, nil
}

// filled is a full sheet with every reason an expert would have to write.
func filled(r review.Rubric, n int) review.Sheet {
	s := review.Sheet{Scores: map[string]review.Points{}, Reasons: map[string]string{},
		Comment: "项目布局与衔接资金投向基本一致,资金整合有据,联农带农机制较为完整;部分项目前期手续有待完善,建议补齐用地和环评材料后实施。"}
	i := 0
	for _, d := range r.Dimensions {
		for _, item := range d.Items {
			steps := int(item.Max / r.Step)
			points := r.Step * review.Points(steps-(n+i)%(steps/2+1))
			s.Scores[item.Code] = points
			if points < item.Anchor {
				s.Reasons[item.Code] = "申报材料中的依据不足,与现场情况有出入"
			}
			i++
		}
	}
	return s
}

// score is S4: an expert saves a full sheet as a draft.
func (b *bench) score(ctx context.Context, rounds int, lasting time.Duration) (figure, error) {
	f := figure{id: "S4", what: "保存一份评分", verb: "%.2f", first: 0.35, aim: 0.8, least: true}
	p := &b.data.panel
	tasks := make([]bare.Task, len(p.tasks))
	for i, t := range p.tasks {
		tasks[i] = bare.Task{ID: t.ID, Application: t.ApplicationID, Expert: t.ExpertID}
	}
	if err := bare.PrepareReviews(ctx, b.pool, tasks); err != nil {
		return f, err
	}
	at, against := newMarking(p), newMarking(p)
	ours := &side{name: "S4 本系统", at: b.ours, pool: b.pool, status: http.StatusOK, each: func(conn, n int) ([]byte, error) {
		on, version, body, err := at.turn(conn, n)
		if err != nil {
			return nil, err
		}
		t := p.tasks[on.task]
		return request(http.MethodPut, apiBase+"/reviews/"+t.ID, body, "Cookie", cookie(p.seats[t.ExpertID].token), "If-Match", fmt.Sprintf(`"%d"`, version)), nil
	}}
	theirs := &side{name: "S4 对照", at: b.bare, pool: b.pool, status: http.StatusOK, each: func(conn, n int) ([]byte, error) {
		on, version, body, err := against.turn(conn, n)
		if err != nil {
			return nil, err
		}
		return request(http.MethodPut, "/reviews/"+p.tasks[on.task].ID, body, "If-Match", fmt.Sprint(version)), nil
	}}
	if err := compare(ctx, rounds, lasting, ours, theirs); err != nil {
		return f, err
	}
	f.ours, f.theirs, f.value = ours.show(), theirs.show(), ours.rates.over(theirs.rates)
	return f, errors.Join(
		b.scored(ctx, at, "SELECT id, version, total FROM reviews", "SELECT count(*) FROM audit_entries WHERE stream LIKE 'review/%'", int(ours.asked.Load())),
		b.scored(ctx, against, "SELECT id, version, total FROM bare.reviews", "SELECT count(*) FROM bare.review_audit", int(theirs.asked.Load())))
}

// scored holds that every answered save is there: each review as last sent and in the version so many saves make, and one audit entry each.
func (b *bench) scored(ctx context.Context, m *marking, reviews, audit string, saves int) error {
	want := map[string]sheetOn{}
	for _, own := range m.own {
		for _, on := range own {
			want[m.panel.tasks[on.task].ID] = *on
		}
	}
	rows, err := b.pool.Query(ctx, reviews)
	if err != nil {
		return err
	}
	var id string
	var have sheetOn
	var wrong []error
	made := 0
	_, err = pgx.ForEachRow(rows, []any{&id, &have.version, &have.total}, func() error {
		if w := want[id]; w.version != have.version || w.total != have.total {
			wrong = append(wrong, fmt.Errorf("评分 %s 为第 %d 版 %s 分,应为第 %d 版 %s 分", id, have.version, have.total, w.version, w.total))
		}
		delete(want, id)
		made += int(have.version) - 1
		return nil
	})
	if err != nil {
		return err
	}
	var entries int
	if err := b.pool.QueryRow(ctx, audit).Scan(&entries); err != nil {
		return err
	}
	if len(want) > 0 || made != saves || entries != saves {
		wrong = append(wrong, fmt.Errorf("保存了 %d 次,表中 %d 次,审计 %d 条,缺 %d 份", saves, made, entries, len(want)))
	}
	return errors.Join(wrong...)
}
