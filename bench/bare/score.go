package bare

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// reviewSchema is what a saved score writes into.
const reviewSchema = `
CREATE SCHEMA IF NOT EXISTS bare;
CREATE TABLE bare.reviews (
	id             TEXT PRIMARY KEY,
	application_id TEXT NOT NULL,
	expert_id      TEXT NOT NULL,
	sheet          TEXT NOT NULL,
	total          BIGINT NOT NULL,
	version        BIGINT NOT NULL,
	updated_at     TIMESTAMPTZ NOT NULL
);
CREATE TABLE bare.review_audit (
	id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	review_id   TEXT NOT NULL,
	expert_id   TEXT NOT NULL,
	action      TEXT NOT NULL,
	happened_at TIMESTAMPTZ NOT NULL
);`

// Task is one review as it starts: of version 1, with an empty sheet.
type Task struct{ ID, Application, Expert string }

// PrepareReviews makes the tables of the bare score and fills in the tasks.
func PrepareReviews(ctx context.Context, pool *pgxpool.Pool, tasks []Task) error {
	if _, err := pool.Exec(ctx, reviewSchema); err != nil {
		return err
	}
	_, err := pool.CopyFrom(ctx, pgx.Identifier{"bare", "reviews"}, []string{"id", "application_id", "expert_id", "sheet", "total", "version", "updated_at"},
		pgx.CopyFromSlice(len(tasks), func(i int) ([]any, error) {
			return []any{tasks[i].ID, tasks[i].Application, tasks[i].Expert, "{}", 0, 1, time.Now()}, nil
		}))
	return err
}

// sheet is an expert's sheet.
type sheet struct {
	Scores  map[string]float64 `json:"scores"`
	Reasons map[string]string  `json:"reasons,omitempty"`
	Vetoes  map[string]string  `json:"vetoes,omitempty"`
	Comment string             `json:"comment"`
}

// total is the sum in hundredths of a point.
func (s *sheet) total() int64 {
	var sum float64
	for _, p := range s.Scores {
		sum += p
	}
	return int64(math.Round(sum * 100))
}

// scored is the review as it is answered.
type scored struct {
	ID      string    `json:"id"`
	Version int64     `json:"version"`
	Total   float64   `json:"total"`
	Sheet   sheet     `json:"sheet"`
	Updated time.Time `json:"updatedAt"`
}

// score keeps a sheet as it stands.
func (s server) score(w http.ResponseWriter, r *http.Request) {
	version, err := strconv.ParseInt(r.Header.Get("If-Match"), 10, 64)
	if err != nil {
		refuse(w, http.StatusPreconditionRequired, err)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	out := scored{ID: r.PathValue("id"), Version: version + 1, Updated: time.Now().UTC()}
	if err := json.Unmarshal(body, &out.Sheet); err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	total := out.Sheet.total()
	out.Total = float64(total) / 100
	if err := pgx.BeginFunc(r.Context(), s.pool, func(tx pgx.Tx) error { return mark(r.Context(), tx, &out, version, total, body) }); err != nil {
		refuse(w, http.StatusConflict, err)
		return
	}
	text, err := json.Marshal(out)
	if err != nil {
		refuse(w, http.StatusInternalServerError, err)
		return
	}
	answer(w, text)
}

var errOtherVersion = errors.New("another version")

// mark is the one transaction: lock and look at the version, update, audit.
func mark(ctx context.Context, tx pgx.Tx, out *scored, version, total int64, body []byte) error {
	var have int64
	var expert string
	if err := tx.QueryRow(ctx, "SELECT version, expert_id FROM bare.reviews WHERE id = $1 FOR UPDATE", out.ID).Scan(&have, &expert); err != nil {
		return err
	}
	if have != version {
		return errOtherVersion
	}
	if _, err := tx.Exec(ctx, "UPDATE bare.reviews SET sheet = $2, total = $3, version = version + 1, updated_at = $4 WHERE id = $1",
		out.ID, string(body), total, out.Updated); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, "INSERT INTO bare.review_audit (review_id, expert_id, action, happened_at) VALUES ($1, $2, 'save', $3)", out.ID, expert, out.Updated)
	return err
}
