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
	send := func(method, path, body, origin, site string) (*http.Response, string) {
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
		return answer, string(said)
	}

	page, _ := send(http.MethodGet, "/", "", "", "none")
	if page.StatusCode != http.StatusOK || page.Header.Get("Strict-Transport-Security") == "" || page.Header.Get("Cross-Origin-Opener-Policy") != "same-origin" {
		t.Errorf("the page: %d %v", page.StatusCode, page.Header)
	}
	in, said := send(http.MethodPost, "/api/v1/session", `{"login":"sysadmin","password":"`+password+`"}`, proxy.URL, "same-origin")
	if in.StatusCode != http.StatusCreated || len(in.Cookies()) != 1 || !in.Cookies()[0].Secure || !in.Cookies()[0].HttpOnly {
		t.Fatalf("sign-in: %d %v %s", in.StatusCode, in.Cookies(), said)
	}
	if me, said := send(http.MethodGet, "/api/v1/session", "", "", "same-origin"); me.StatusCode != http.StatusOK || !strings.Contains(said, `"sysadmin"`) {
		t.Errorf("the session: %d %s", me.StatusCode, said)
	}
	if cross, said := send(http.MethodDelete, "/api/v1/session", "", "https://elsewhere.example", "cross-site"); cross.StatusCode != http.StatusForbidden {
		t.Errorf("another site's page ends the session: %d %s", cross.StatusCode, said)
	}
	if out, said := send(http.MethodDelete, "/api/v1/session", "", proxy.URL, "same-origin"); out.StatusCode >= 300 {
		t.Errorf("sign-out: %d %s", out.StatusCode, said)
	}
}
