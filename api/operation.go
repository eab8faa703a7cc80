package api

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// operation states one route.
type operation struct {
	id      string
	method  string
	path    string
	summary string
	tag     string
	// object and action are what policy/access is asked before the handler runs; action step leaves the question to the centre,
	// which knows the step.
	object, action string
	public         bool // no session needed
	status         int  // of success; 0 is 200
	intake         intake
	says           string // more than the summary, for the document
	answers        map[string]*huma.Response
}

// step is the action of routes whose right depends on what the request asks for.
const step = "step"

// The places in an operation's metadata where middleware looks.
const (
	metaObject = "object"
	metaAction = "action"
	metaPublic = "public"
	metaIntake = "intake"
)

// intake is how a request's body is taken in.
type intake int

const (
	noBody   intake = iota
	command         // a small JSON object, checked against its type
	brief           // a command from somebody without a session
	document        // JSON with a codec of its own
	stream          // taken by the handler as it comes
)

// register adds a route; its handler may return any error.
func register[I, O any](s *Server, op operation, do func(context.Context, *I) (*O, error)) {
	huma.Register(s.api, op.huma(s.deps.Limits), func(ctx context.Context, in *I) (*O, error) {
		out, err := do(ctx, in)
		switch before := (*replayed)(nil); {
		case errors.As(err, &before):
			return nil, before
		case err != nil:
			return nil, problemOf(ctx, err)
		}
		return out, nil
	})
}

func (op operation) huma(limits Limits) huma.Operation {
	o := huma.Operation{
		OperationID: op.id, Method: op.method, Path: op.path, Summary: op.summary, Description: op.says, Tags: []string{op.tag},
		DefaultStatus: op.status, Responses: maps.Clone(op.answers),
		Metadata: map[string]any{metaObject: op.object, metaAction: op.action, metaPublic: op.public, metaIntake: op.intake},
		Errors:   op.errors(), MaxBodyBytes: op.intake.limit(limits) + 1,
		SkipValidateBody: op.intake == document,
		BodyReadTimeout:  -1, // the whole request has one deadline
	}
	if op.public {
		o.Security = []map[string][]string{}
	}
	return o
}

// limit is the most bytes a body may have.
func (i intake) limit(limits Limits) int64 {
	switch i {
	case document:
		return limits.Document
	case brief:
		return limits.Brief
	default:
		return limits.Command
	}
}

// errors are the refusals worth documenting for a route.
func (op operation) errors() []int {
	codes := []int{http.StatusServiceUnavailable}
	if !op.public {
		codes = append(codes, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound)
	}
	if op.method != http.MethodGet && op.method != http.MethodHead {
		codes = append(codes, http.StatusBadRequest, http.StatusConflict)
	}
	if op.intake != noBody {
		codes = append(codes, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	}
	if slices.Contains([]string{http.MethodPut, http.MethodPatch, http.MethodDelete}, op.method) {
		codes = append(codes, http.StatusPreconditionFailed, http.StatusPreconditionRequired)
	}
	if op.public && op.object == objectSession {
		codes = append(codes, http.StatusUnauthorized)
	}
	if op.public && op.method == http.MethodPost {
		codes = append(codes, http.StatusTooManyRequests)
	}
	if op.public && strings.Contains(op.path, "{") {
		codes = append(codes, http.StatusNotFound)
	}
	return codes
}

// fact reads one entry of a running operation's metadata; the zero value when absent.
func fact[T any](op *huma.Operation, key string) T {
	v, _ := op.Metadata[key].(T)
	return v
}
