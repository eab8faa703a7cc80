package frontend_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"xianjie/frontend"
)

var build = fstest.MapFS{
	"index.html":            {Data: []byte(`<meta content="__CSP_NONCE__">页面`)},
	".keep":                 {},
	"favicon.svg":           {Data: []byte("<svg/>")},
	"assets/app-1234.js":    {Data: []byte("plain script")},
	"assets/app-1234.js.br": {Data: []byte("br")},
	"assets/app-1234.js.gz": {Data: []byte("gz")},
	"assets/only.css":       {Data: []byte("plain style")},
	"assets/only.css.gz":    {Data: []byte("gz")},
}

func ask(t *testing.T, files fstest.MapFS, secure bool, method, path string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	s, err := frontend.NewServer(files, secure)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestEveryAddressOfAPageGetsThePage(t *testing.T) {
	for _, path := range []string{"/", "/applications/01a2/edit", "/funds?city=370600"} {
		w := ask(t, build, false, "GET", path, "Accept", "text/html,*/*;q=0.8")
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "页面") || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v %s", path, w.Code, w.Header(), w.Body)
		}
	}
}

// What stands in the root is all a browser shows that cannot run the pages, and no script may be needed to show it.
func TestABrowserTooOldForThePagesIsToldWhichAreNot(t *testing.T) {
	index, err := os.ReadFile("index.html")
	if err != nil {
		t.Fatal(err)
	}
	w := ask(t, fstest.MapFS{"index.html": {Data: index}}, false, "GET", "/applications")
	root := regexp.MustCompile(`(?s)<div id="root">(.*?)</div>`).FindStringSubmatch(w.Body.String())
	if len(root) != 2 || strings.Contains(root[1], "<script") || strings.Contains(root[1], "style=") {
		t.Fatalf("the root: %q", root)
	}
	for _, want := range []string{"正在打开", "刷新", "Chrome 86", "Edge 86", "Firefox 98", "360"} {
		if !strings.Contains(root[1], want) {
			t.Errorf("%s is not said: %s", want, root[1])
		}
	}
}

func TestEachPageHasItsOwnNonceAndAStrictPolicy(t *testing.T) {
	seen := map[string]bool{}
	nonce := regexp.MustCompile(`content="([A-Z2-7]{20,})"`)
	for range 3 {
		w := ask(t, build, false, "GET", "/")
		found := nonce.FindStringSubmatch(w.Body.String())
		if len(found) != 2 || seen[found[1]] {
			t.Fatalf("nonce %v in %s", found, w.Body)
		}
		seen[found[1]] = true
		policy := w.Header().Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'self'", "script-src 'self';", "'nonce-" + found[1] + "'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"} {
			if !strings.Contains(policy, want) {
				t.Errorf("policy lacks %s: %s", want, policy)
			}
		}
		if strings.Contains(policy, "unsafe-eval") || strings.Contains(policy, "script-src 'self' '") {
			t.Errorf("scripts from anywhere else: %s", policy)
		}
	}
}

func TestAMissingFileIsNotAPage(t *testing.T) {
	for _, c := range [][]string{
		{"GET", "/assets/gone-1.js", "Accept", "*/*"},
		{"GET", "/assets/", "Accept", "text/html"},
		{"GET", "/assets", "Accept", "application/json"},
		{"GET", "/logo.png", "Accept", "text/html"},
		{"GET", "/.keep"},
		{"GET", "/assets/app-1234.js.br"},
		{"GET", "/../serve.go"},
		{"GET", "/funds", "Accept", "application/json"},
	} {
		if w := ask(t, build, false, c[0], c[1], c[2:]...); w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), "页面") {
			t.Errorf("%v: %d %s", c, w.Code, w.Body)
		}
	}
	if w := ask(t, build, false, "POST", "/"); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("a page takes a POST: %d", w.Code)
	}
}

func TestFilesComeAsTheBrowserTakesThem(t *testing.T) {
	for _, c := range []struct{ path, accept, coding, body string }{
		{"/assets/app-1234.js", "gzip, deflate, br", "br", "br"},
		{"/assets/app-1234.js", "gzip, deflate", "gzip", "gz"}, // all a browser offers without https
		{"/assets/app-1234.js", "br;q=0, gzip;q=0.5", "gzip", "gz"},
		{"/assets/app-1234.js", "", "", "plain script"},
		{"/assets/app-1234.js", "bread", "", "plain script"},
		{"/assets/only.css", "br, gzip", "gzip", "gz"},
		{"/assets/only.css", "br", "", "plain style"},
	} {
		w := ask(t, build, false, "GET", c.path, "Accept-Encoding", c.accept)
		if w.Code != http.StatusOK || w.Header().Get("Content-Encoding") != c.coding || w.Body.String() != c.body || w.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s as %q: %d %v %s", c.path, c.accept, w.Code, w.Header(), w.Body)
		}
	}
}

func TestNamedFilesAreKeptOthersAskedFor(t *testing.T) {
	if got := ask(t, build, false, "GET", "/assets/only.css").Header().Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
		t.Error(got)
	}
	w := ask(t, build, false, "GET", "/favicon.svg")
	if w.Header().Get("Cache-Control") != "no-cache" || w.Header().Get("Content-Type") != "image/svg+xml" || w.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Error(w.Header())
	}
	if w := ask(t, build, false, "HEAD", "/"); w.Code != http.StatusOK || w.Body.Len() != 0 {
		t.Error("HEAD", w.Code, w.Body)
	}
}

func TestOnlyHTTPSIsInsistedOnWhereItIsSpoken(t *testing.T) {
	if got := ask(t, build, false, "GET", "/").Header().Get("Strict-Transport-Security"); got != "" {
		t.Error("plain http insists on https: ", got)
	}
	if got := ask(t, build, true, "GET", "/").Header().Get("Strict-Transport-Security"); got == "" {
		t.Error("https is not insisted on")
	}
}

func TestAProgramWithoutTheWebSaysSo(t *testing.T) {
	w := ask(t, fstest.MapFS{".keep": {}}, false, "GET", "/")
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "没有放入网页") {
		t.Error(w.Code, w.Body)
	}
}
