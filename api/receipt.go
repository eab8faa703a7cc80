package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/workflow"
)

// headerKey carries the caller-made key of a command.
const headerKey = "Idempotency-Key"

// keyLimit is the longest key taken.
const keyLimit = 200

// lease is the hold of one request on its caller-made key.
type lease struct {
	token string
	kept  bool // the answer is written in the command's own transaction
}

// Keyed documents the header on commands; the middleware reads it.
type Keyed struct {
	IdempotencyKey string `header:"Idempotency-Key" maxLength:"200" doc:"操作编号,由调用方生成(如 UUID)。同号同文得到同一应答;同号异文答 422;前一次仍在办理时答 409"`
}

// once gives a command with a caller-made key exactly one result: a repetition gets the kept answer.
func (s *Server) once(ctx huma.Context, next func(huma.Context)) {
	key := ctx.Header(headerKey)
	op := ctx.Operation()
	if key == "" || op.Method != http.MethodPost || fact[bool](op, metaPublic) || fact[intake](op, metaIntake) == stream {
		next(ctx)
		return
	}
	v := visitOf(ctx.Context())
	replay, err := s.lease(ctx.Context(), key, v.body, ctx.URL().Path)
	switch {
	case err != nil:
		s.refuse(ctx, err)
	case replay != nil:
		resend(humaecho.UnwrapV4(ctx).Response(), replay)
	default:
		next(ctx)
		s.release(ctx.Context(), humaecho.UnwrapV4(ctx).Response().Status)
	}
}

// lease takes the key for this request, or finds the answer already given under it.
func (s *Server) lease(ctx context.Context, key string, content ...any) (*workflow.Answer, error) {
	if err := goodKey(key); err != nil {
		return nil, err
	}
	v := visitOf(ctx)
	token, replay, err := s.deps.Store.Begin(ctx, v.actor.AccountID, key, digest(content))
	if err != nil || replay != nil {
		return replay, err
	}
	v.lease = &lease{token: token}
	return nil, nil
}

// ownOnce leases the key of a command whose handler reads its own body, if it has one; the answer a finished one gave is returned as the error
// that repeats it.
func (s *Server) ownOnce(ctx context.Context, key string, content ...any) error {
	if key == "" {
		return nil
	}
	replay, err := s.lease(ctx, key, content...)
	if err == nil && replay != nil {
		return &replayed{replay}
	}
	return err
}

// release frees a key whose command came to nothing, so that it may be tried again. A kept answer stays.
func (s *Server) release(ctx context.Context, status int) {
	v := visitOf(ctx)
	if v.lease == nil || v.lease.kept && status < http.StatusBadRequest {
		return
	}
	if err := s.deps.Store.Abandon(context.WithoutCancel(ctx), v.lease.token); err != nil {
		v.cause = errors.Join(v.cause, err) // the lease runs out by itself
	}
}

func goodKey(key string) error {
	bad := len(key) > keyLimit
	for i := range len(key) {
		bad = bad || key[i] <= ' ' || key[i] > '~'
	}
	if !bad {
		return nil
	}
	return &fault.Error{Code: fault.Malformed, Message: "操作编号(Idempotency-Key)应为 1 至 200 个可见的 ASCII 字符,如 UUID",
		Places: []fault.Place{{Location: "header.Idempotency-Key", Message: "格式不正确"}}}
}

// digest tells contents apart; each part is closed so that none runs into the next.
func digest(content []any) string {
	sum := sha256.New()
	for _, part := range content {
		switch part := part.(type) {
		case string:
			sum.Write([]byte(part))
		case []byte:
			sum.Write(part)
		}
		sum.Write([]byte{0})
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// receipt binds the request's key to a command: view makes the answer the caller gets from the command's result.
func receipt[R, B any](ctx context.Context, view func(R) *answer[B]) *workflow.Receipt {
	held := visitOf(ctx).lease
	if held == nil {
		return nil
	}
	return &workflow.Receipt{Token: held.token, Encode: func(result any) workflow.Answer {
		r, ok := result.(R)
		if !ok {
			return workflow.Answer{Status: http.StatusInternalServerError}
		}
		held.kept = true
		a := view(r)
		return workflow.Answer{Status: a.Status, ETag: a.ETag, Body: encoded(a.Body)}
	}}
}

// accountReceipt is receipt for the commands of internal/identity.
func accountReceipt(ctx context.Context, view func(identity.Account) *answer[account]) *identity.Receipt {
	kept := receipt(ctx, view)
	if kept == nil {
		return nil
	}
	return &identity.Receipt{Token: kept.Token, Encode: func(a identity.Account) identity.Answer { return identity.Answer(kept.Encode(a)) }}
}

func encoded(v any) []byte {
	var buf bytes.Buffer
	_ = marshal(&buf, v) // a buffer takes everything, and answers are plain structs
	return buf.Bytes()
}

// resend gives the kept answer once more.
func resend(w http.ResponseWriter, a *workflow.Answer) {
	h := w.Header()
	h.Set("Content-Type", mediaJSON)
	h.Set("Idempotency-Replayed", "true")
	if a.ETag != "" {
		h.Set("ETag", a.ETag)
	}
	w.WriteHeader(a.Status)
	_, _ = w.Write(a.Body) // a client that has gone needs no answer
}
