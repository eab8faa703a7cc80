package api

import (
	"context"
	"crypto/rand"

	"xianjie/internal/identity"
	"xianjie/workflow"
)

// visit is what is known of one request while it is being answered. It travels in the context and belongs to one goroutine.
type visit struct {
	id      string           // shown to the person with a failure, and in the log
	address string           // of the client, as the address policy sees it
	account identity.Account // set by entry
	actor   workflow.Actor   // the account as the centre knows it
	token   string           // of the session, set by entry
	lease   *lease           // of the caller-made key, nil without one
	body    []byte           // as received, set by intake
	cause   error            // what went wrong beyond the person's doing; for the log only
}

type visitKey struct{}

func withVisit(ctx context.Context, v *visit) context.Context {
	return context.WithValue(ctx, visitKey{}, v)
}

// visitOf is never nil: outside a request it is an empty visit.
func visitOf(ctx context.Context) *visit {
	if v, ok := ctx.Value(visitKey{}).(*visit); ok {
		return v
	}
	return &visit{}
}

// actorOf is who is asking.
func actorOf(ctx context.Context) workflow.Actor { return visitOf(ctx).actor }

// newVisitID is a fresh request number: 26 letters and digits. A number sent by the client is never taken over, so that nobody
// can write into somebody else's trail.
func newVisitID() string { return rand.Text() }
