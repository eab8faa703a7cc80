package api

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
)

// Wire hands a handler the request itself, for what is too large to be taken in whole.
type Wire struct{ request *http.Request }

// Resolve implements huma.Resolver.
func (w *Wire) Resolve(ctx huma.Context) []error {
	w.request = humaecho.UnwrapV4(ctx).Request()
	return nil
}

// streamed is an answer that is written by the handler as it goes.
type streamed struct {
	Body func(huma.Context)
}

// flow makes a streamed answer of an ordinary HTTP handler.
func flow(serve func(http.ResponseWriter, *http.Request)) *streamed {
	return &streamed{Body: func(ctx huma.Context) {
		c := humaecho.UnwrapV4(ctx)
		serve(c.Response(), c.Request())
	}}
}
