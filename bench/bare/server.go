// Package bare is the other side of figures S1 to S4: the same requests answered the plainest honest way, with net/http and
// pgx alone. It knows no session, no rights, no rules, no quota and no audit chain; what it does of the same work, it does by hand.
package bare

import (
	"net/http"
	"strconv"

	"github.com/jackc/pgx/v5/pgxpool"
)

// server answers from one pool.
type server struct{ pool *pgxpool.Pool }

// Handler serves the requests. The database must hold the product's own schema, filled, and what Prepare and PrepareReviews make.
func Handler(pool *pgxpool.Pool) http.Handler {
	s := server{pool}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /applications", s.list)
	mux.HandleFunc("GET /applications/{id}", s.read)
	mux.HandleFunc("POST /applications/{id}/submit", s.submit)
	mux.HandleFunc("PUT /reviews/{id}", s.score)
	return mux
}

// answer sends a body of JSON.
func answer(w http.ResponseWriter, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body) // a client that has gone needs no answer
}

func refuse(w http.ResponseWriter, status int, err error) { http.Error(w, err.Error(), status) }
