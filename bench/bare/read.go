package bare

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/jackc/pgx/v5"
)

// read answers one application with its document, put together from the kept rows: one query for each of the four tables.
func (s server) read(w http.ResponseWriter, r *http.Request) {
	body, err := s.assemble(r.Context(), r.PathValue("id"))
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		refuse(w, http.StatusNotFound, err)
	case err != nil:
		refuse(w, http.StatusInternalServerError, err)
	default:
		answer(w, body)
	}
}

func (s server) assemble(ctx context.Context, id string) ([]byte, error) {
	var head row
	if err := head.scan(s.pool.QueryRow(ctx, "SELECT "+columns+" FROM "+tables+" WHERE a.id = $1", id)); err != nil {
		return nil, err
	}
	text, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Write(text[:len(text)-1])
	for _, part := range []struct{ name, query string }{
		{"sections", "SELECT body FROM sections WHERE application_id = $1 ORDER BY name"},
		{"projects", "SELECT body FROM projects WHERE application_id = $1 ORDER BY position, id"},
		{"attachments", `SELECT json_build_object('id', doc_id, 'kind', kind, 'fileName', file_name, 'sha256', sha256)::text
			FROM attachments WHERE application_id = $1 AND removed_at IS NULL ORDER BY uploaded_at, id`},
	} {
		out.WriteString(`,"` + part.name + `":[`)
		if err := s.bodies(ctx, &out, part.query, id); err != nil {
			return nil, err
		}
		out.WriteByte(']')
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// bodies writes the kept JSON of each row as it is.
func (s server) bodies(ctx context.Context, out *bytes.Buffer, query, id string) error {
	rows, err := s.pool.Query(ctx, query, id)
	if err != nil {
		return err
	}
	defer rows.Close()
	for n := 0; rows.Next(); n++ {
		var body []byte
		if err := rows.Scan(&body); err != nil {
			return err
		}
		if n > 0 {
			out.WriteByte(',')
		}
		out.Write(body)
	}
	return rows.Err()
}
