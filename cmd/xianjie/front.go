package main

import (
	_ "embed"
	"net/http"
	"strings"

	"xianjie/api"
)

// frontPage is the start page of a server without a web front end: it names the API and its description.
//
//go:embed front.html
var frontPage string

// withFront puts the start page at "/" and leaves everything else to the API.
func withFront(rest http.Handler) http.Handler {
	page := strings.ReplaceAll(frontPage, "{{base}}", api.Base)
	mux := http.NewServeMux()
	mux.Handle("/", rest)
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		h := w.Header()
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		_, _ = w.Write([]byte(page)) // the reader may have gone
	})
	return mux
}
