package api_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"xianjie/api"
	"xianjie/internal/identity"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

func TestEveryAnswerIsHardened(t *testing.T) {
	w := lightWorld(t, nothingElse)
	p := w.as("county_filer", "370686")
	seen := map[string]bool{}
	for _, path := range []string{"/applications", "/applications/none", "/nowhere", "/session", w.url + "/healthz", w.url + "/nowhere"} {
		r := p.get(path)
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
			"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", "Vary": "Accept-Encoding, Cookie"} {
			if got := strings.Join(r.header.Values(name), ", "); got != want {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
		if cache := r.header.Get("Cache-Control"); cache != "no-store" && cache != "private, no-cache" {
			t.Errorf("%s: Cache-Control %q", path, cache)
		}
		if id := r.header.Get("X-Request-Id"); len(id) < 20 || seen[id] {
			t.Errorf("%s: request number %q", path, id)
		} else {
			seen[id] = true
		}
	}
	if r := p.send("PATCH", "/applications", "{}"); !strings.Contains(r.header.Get("Allow"), "GET") {
		t.Errorf("Allow: %q", r.header.Get("Allow"))
	}
}

func TestHealthTellsWhetherTheDatabaseAnswers(t *testing.T) {
	broken := errors.New("connection refused")
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		var fails bool
		w := newWorld(t, dsn, func(d *api.Deps) {
			ping := d.Ready
			d.Ready = func(ctx context.Context) error {
				if fails {
					return broken
				}
				return ping(ctx)
			}
		})
		p := w.nobody()
		for _, path := range []string{w.url + "/readyz", "/readyz"} {
			fails = false
			if r := p.get(path).want(200); r.text("status") != "ready" || r.text("version") != "test" {
				t.Errorf("ready: %s", r.body)
			}
			fails = true
			if r := p.get(path).refused(503, "unavailable"); r.header.Get("Retry-After") == "" || strings.Contains(string(r.body), "refused") {
				t.Errorf("not ready: %v %s", r.header, r.body)
			}
		}
		p.get(w.url + "/healthz").want(200)
		if !strings.Contains(w.log.String(), "connection refused") {
			t.Error("the cause is not in the log")
		}
	})
}

// fallen is a store that panics when it is read; slow one that waits for the request to end.
type fallen struct{ workflow.Store }

func (fallen) Batches(context.Context) ([]workflow.Batch, error) {
	panic("the floor gave way: secret-detail")
}

type slow struct{ workflow.Store }

func (slow) Batches(ctx context.Context) ([]workflow.Batch, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestAPanicIsAnOrdinaryFailure(t *testing.T) {
	w := lightWorld(t, func(d *api.Deps) { d.Store = fallen{d.Store} })
	p := w.nobody()
	w.account("filer", "县", "county_filer", "370686")
	r := p.send("POST", "/session", `{"login":"filer","password":"`+password+`"}`).refused(500, "internal")
	if strings.Contains(string(r.body), "secret-detail") || !strings.Contains(w.log.String(), "secret-detail") || !strings.Contains(w.log.String(), r.text("request")) {
		t.Errorf("the stack belongs into the log alone: %s", r.body)
	}
}

func TestARequestThatTakesTooLongIsToldSo(t *testing.T) {
	w := lightWorld(t, func(d *api.Deps) { d.Store, d.Limits.Answer = slow{d.Store}, 300*time.Millisecond })
	w.account("filer", "县", "county_filer", "370686")
	r := w.nobody().send("POST", "/session", `{"login":"filer","password":"`+password+`"}`).refused(503, "unavailable")
	if r.header.Get("Retry-After") == "" {
		t.Error("nobody says when to come back")
	}
}

func TestABodyThatDoesNotComeIsNotWaitedForLong(t *testing.T) {
	w := lightWorld(t, func(d *api.Deps) { d.Limits.Answer = 400 * time.Millisecond })
	reader := &endless{head: strings.NewReader(""), most: 0}
	stuck := make(chan struct{})
	t.Cleanup(func() { close(stuck) })
	began := time.Now()
	r, err := http.NewRequest("POST", w.url+api.Base+"/session", waiting{reader, stuck})
	must(t, err)
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err == nil {
		defer answer.Body.Close()
		if answer.StatusCode < 400 {
			t.Errorf("status %d", answer.StatusCode)
		}
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("waited %s", took)
	}
}

// waiting is a body that never goes on.
type waiting struct {
	*endless
	stuck chan struct{}
}

func (w waiting) Read([]byte) (int, error) { <-w.stuck; return 0, context.Canceled }

func TestMetricsStayBounded(t *testing.T) {
	w := lightWorld(t, nothingElse)
	p := w.nobody()
	for _, path := range []string{"/random1", "/random2", "/applications/a", "/applications/b", "/applications/c/sections/x?q=secret"} {
		p.get(path)
	}
	p.send("BREW", "/applications", "")
	rec := httptest.NewRecorder()
	w.server.MetricsHandler().ServeHTTP(rec, httptest.NewRequest("GET", "/metrics", http.NoBody))
	text := rec.Body.String()
	for _, wrong := range []string{"random", "secret", "applications/a", "BREW", "host="} {
		if strings.Contains(text, wrong) {
			t.Errorf("the metrics say %q", wrong)
		}
	}
	for _, want := range []string{`route="/api/v1/applications/:id"`, `route="none"`, `method="other"`, "xianjie_http_request_seconds_bucket", "go_goroutines"} {
		if !strings.Contains(text, want) {
			t.Errorf("the metrics lack %s", want)
		}
	}
	p.get(w.url+"/metrics").refused(404, "not_found")
}

func TestTheLogNamesNoSecretsAndNoQueries(t *testing.T) {
	w := lightWorld(t, nothingElse)
	p := w.as("county_filer", "370686")
	p.get("/applications?q=" + "geheimnis").want(200)
	p.send("POST", "/applications", `{"_note":"vertraulich"}`)
	p.send("POST", "/session", `{"login":"geheimlogin","password":"geheimpass"}`)
	log := w.log.String()
	for _, wrong := range []string{"geheim", "vertraulich", "xianjie=", password} {
		if strings.Contains(log, wrong) {
			t.Errorf("the log says %q", wrong)
		}
	}
	for _, want := range []string{"path=/api/v1/applications", "status=200", "method=GET", "account=", "address=127.0.0.1", "request="} {
		if !strings.Contains(log, want) {
			t.Errorf("the log lacks %q", want)
		}
	}
}

func TestAForgedAddressIsBelievedOnlyFromAProxy(t *testing.T) {
	for name, trusted := range map[string][]string{"198.51.100.7": {"127.0.0.1", "::1"}, "127.0.0.1": nil} {
		policy, err := identity.ParseAddressPolicy(trusted)
		must(t, err)
		w := lightWorld(t, func(d *api.Deps) { d.Addresses = policy })
		w.nobody().get("/session", "X-Forwarded-For", "198.51.100.7")
		if !strings.Contains(w.log.String(), "address="+name) {
			t.Errorf("with %v trusted: %s", trusted, w.log.String())
		}
	}
}
