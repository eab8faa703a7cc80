package main

import (
	"net/http"

	"xianjie/frontend"
)

// withFront puts the web beside the API: what the API does not own belongs to the web's pages.
func withFront(api http.Handler, secure bool) (http.Handler, error) {
	web, err := frontend.NewServer(frontend.Built(), secure)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", web)
	for _, own := range []string{"/api/", "/healthz", "/readyz"} {
		mux.Handle(own, api)
	}
	return mux, nil
}
