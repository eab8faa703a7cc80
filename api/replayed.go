package api

import (
	"io"
	"net/http"

	"xianjie/workflow"
)

// replayed is a kept answer on its way out of a handler. It goes as an error because it is not of the handler's type.
type replayed struct{ answer *workflow.Answer }

// Error implements error.
func (*replayed) Error() string { return "answered before" }

// GetStatus implements huma.StatusError.
func (r *replayed) GetStatus() int { return r.answer.Status }

// GetHeaders implements huma.HeadersError.
func (r *replayed) GetHeaders() http.Header {
	return http.Header{"Etag": {r.answer.ETag}, "Idempotency-Replayed": {"true"}}
}

func (r *replayed) writeJSON(w io.Writer) error {
	_, err := w.Write(r.answer.Body)
	return err
}
