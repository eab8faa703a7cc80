package main

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"xianjie/internal/store/storetest"
)

// Officials reach the server over https through a proxy that ends it: they sign in, stay signed in and change things, and the browser
// is told to send the session over nothing else. A page of another site that would use their session is refused as without the proxy.
func TestBehindAnHTTPSProxyOfficialsWorkAsWithoutOne(t *testing.T) {
	dir, dsn := t.TempDir(), storetest.SQLite(t)
	password := onetime(t, must(t, dir, "admin", "init", "--db", dsn), "sysadmin")
	s := start(t, dir, "--db", dsn, "--secure-cookies", "--trusted-proxies", "127.0.0.1/32")
	behind, err := url.Parse("http://" + s.service)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httptest.NewTLSServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(behind)
		r.Out.Host = r.In.Host // as the README asks of a proxy
		r.SetXForwarded()
	}})
	t.Cleanup(proxy.Close)
	browser := proxy.Client()
	if browser.Jar, err = cookiejar.New(nil); err != nil {
		t.Fatal(err)
	}
	type reply struct {
		status  int
		header  http.Header
		cookies []*http.Cookie
		said    string
	}
	send := func(method, path, body, origin, site string) reply {
		t.Helper()
		request, err := http.NewRequestWithContext(t.Context(), method, proxy.URL+path, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Origin", origin)
		request.Header.Set("Sec-Fetch-Site", site)
		answer, err := browser.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		said, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		return reply{answer.StatusCode, answer.Header, answer.Cookies(), string(said)}
	}

	page := send(http.MethodGet, "/", "", "", "none")
	if page.status != http.StatusOK || page.header.Get("Strict-Transport-Security") == "" || page.header.Get("Cross-Origin-Opener-Policy") != "same-origin" {
		t.Errorf("the page: %d %v", page.status, page.header)
	}
	in := send(http.MethodPost, "/api/v1/session", `{"login":"sysadmin","password":"`+password+`"}`, proxy.URL, "same-origin")
	if in.status != http.StatusCreated || len(in.cookies) != 1 || !in.cookies[0].Secure || !in.cookies[0].HttpOnly {
		t.Fatalf("sign-in: %d %v %s", in.status, in.cookies, in.said)
	}
	if me := send(http.MethodGet, "/api/v1/session", "", "", "same-origin"); me.status != http.StatusOK || !strings.Contains(me.said, `"sysadmin"`) {
		t.Errorf("the session: %d %s", me.status, me.said)
	}
	if cross := send(http.MethodDelete, "/api/v1/session", "", "https://elsewhere.example", "cross-site"); cross.status != http.StatusForbidden {
		t.Errorf("another site's page ends the session: %d %s", cross.status, cross.said)
	}
	if out := send(http.MethodDelete, "/api/v1/session", "", proxy.URL, "same-origin"); out.status >= 300 {
		t.Errorf("sign-out: %d %s", out.status, out.said)
	}
}
