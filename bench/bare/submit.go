package bare

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
)

// proposal is as much of the document as its row shows.
type proposal struct {
	Zone struct {
		Name     string `json:"name"`
		Villages []struct {
			Code string `json:"code"`
		} `json:"villages"`
	} `json:"zone"`
	Projects []struct {
		ID    string `json:"id"`
		Funds []struct {
			Source string  `json:"source"`
			Amount float64 `json:"amount"`
		} `json:"funds"`
		TotalInvestment float64 `json:"totalInvestment"`
	} `json:"projects"`
}

// total is the investment in 分.
func (p *proposal) total() int64 {
	var sum float64
	for i := range p.Projects {
		sum += p.Projects[i].TotalInvestment
	}
	return int64(math.Round(sum * 1e6))
}

var errMoved = errors.New("not a draft any more, or another version")

// submit takes a whole proposal and keeps it as the application's snapshot.
func (s server) submit(w http.ResponseWriter, r *http.Request) {
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
	var doc proposal
	if err := json.Unmarshal(body, &doc); err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	id := r.PathValue("id")
	err = pgx.BeginFunc(r.Context(), s.pool, func(tx pgx.Tx) error { return keep(r.Context(), tx, id, version, &doc, body) })
	if err != nil {
		refuse(w, http.StatusConflict, err)
		return
	}
	out, err := json.Marshal(map[string]any{"id": id, "state": "SUBMITTED", "version": version + 1})
	if err != nil {
		refuse(w, http.StatusInternalServerError, err)
		return
	}
	answer(w, out)
}

// keep is the one transaction: lock, update, snapshot, history, audit.
func keep(ctx context.Context, tx pgx.Tx, id string, version int64, doc *proposal, body []byte) error {
	var state string
	var have int64
	if err := tx.QueryRow(ctx, "SELECT state, version FROM bare.applications WHERE id = $1 FOR UPDATE", id).Scan(&state, &have); err != nil {
		return err
	}
	if state != "DRAFT" || have != version {
		return errMoved
	}
	now, sum := time.Now(), sha256.Sum256(body)
	digest := hex.EncodeToString(sum[:])
	if _, err := tx.Exec(ctx, `UPDATE bare.applications SET state = 'SUBMITTED', version = version + 1, title = $2, villages = $3, projects = $4,
		total = $5, submitted_at = $6 WHERE id = $1`, id, doc.Zone.Name, len(doc.Zone.Villages), len(doc.Projects), doc.total(), now); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, "INSERT INTO bare.snapshots (application_id, number, digest, body, taken_at) VALUES ($1, 1, $2, $3, $4)",
		id, digest, string(body), now); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `INSERT INTO bare.history (application_id, action, from_state, to_state, happened_at)
		VALUES ($1, 'submit', 'DRAFT', 'SUBMITTED', $2)`, id, now); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, "INSERT INTO bare.audit (application_id, action, digest, happened_at) VALUES ($1, 'submit', $2, $3)", id, digest, now)
	return err
}
