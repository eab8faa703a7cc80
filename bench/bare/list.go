package bare

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
)

// listed is one page.
type listed struct {
	Items    []row `json:"items"`
	Total    int   `json:"total"`
	Page     int   `json:"page"`
	PageSize int   `json:"pageSize"`
}

const listQuery = "SELECT " + columns + ", count(*) OVER () FROM " + tables + `
	WHERE a.city_code = $1 AND a.state = ANY($2) AND a.search_text LIKE $3
	ORDER BY a.number, a.id LIMIT $4`

// list answers one page of applications by city, states and a word, in one query.
func (s server) list(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	size, err := strconv.Atoi(q.Get("pageSize"))
	if err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	out := listed{Items: make([]row, 0, size), Page: 1, PageSize: size}
	if err := s.page(r.Context(), &out, q.Get("city"), strings.Split(q.Get("state"), ","), "%"+q.Get("q")+"%"); err != nil {
		refuse(w, http.StatusInternalServerError, err)
		return
	}
	body, err := json.Marshal(out)
	if err != nil {
		refuse(w, http.StatusInternalServerError, err)
		return
	}
	answer(w, body)
}

func (s server) page(ctx context.Context, out *listed, city string, states []string, word string) error {
	rows, err := s.pool.Query(ctx, listQuery, city, states, word, out.PageSize)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var item row
		if err := item.scan(rows, &out.Total); err != nil {
			return err
		}
		out.Items = append(out.Items, item)
	}
	return rows.Err()
}
