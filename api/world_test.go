package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/api"
	"xianjie/internal/files"
	"xianjie/internal/identity"
	"xianjie/internal/sample"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

var update = flag.Bool("update", false, "write the golden files anew")

// password opens every account of a test world.
const password = "Qixia-2022-xianjie"

// world is a running server with the real service, store, files and identity behind it, at a clock the test sets.
type world struct {
	t      *testing.T
	url    string
	store  *store.Store
	people *identity.Service
	server *api.Server
	log    *safeBuffer
	clock  atomic.Int64
	batch  string
	folder string

	mu       sync.Mutex
	accounts map[string]string // login → account id
}

// safeBuffer is a log that may be written and read at once.
type safeBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *safeBuffer) String() string { b.mu.Lock(); defer b.mu.Unlock(); return b.buf.String() }

// eachWorld runs body in a fresh world on each database, a batch collecting.
func eachWorld(t *testing.T, body func(t *testing.T, w *world)) {
	t.Helper()
	eachWorldWith(t, nothingElse, body)
}

func eachWorldWith(t *testing.T, adjust func(*api.Deps), body func(t *testing.T, w *world)) {
	t.Helper()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		w := newWorld(t, dsn, adjust)
		w.openBatch()
		body(t, w)
	})
}

func newWorld(t *testing.T, dsn string, adjust func(*api.Deps)) *world {
	t.Helper()
	long := identity.SessionLimits{Idle: 100 * 24 * time.Hour, Absolute: 200 * 24 * time.Hour, TouchEvery: time.Hour}
	return newWorldWith(t, dsn, long, adjust)
}

func newWorldWith(t *testing.T, dsn string, sessions identity.SessionLimits, adjust func(*api.Deps)) *world {
	t.Helper()
	w := &world{t: t, log: &safeBuffer{}, accounts: map[string]string{}, folder: filepath.Join(t.TempDir(), "files")}
	w.at("2022-11-15T09:00:00+08:00")
	now := func() time.Time { return time.UnixMicro(w.clock.Load()).UTC() }
	w.store = storetest.Open(t, dsn, store.Options{Clock: now})
	door, err := access.New()
	must(t, err)
	cfg := identity.Defaults()
	cfg.Clock, cfg.Hashing.Memory, cfg.Hashing.Time = now, 8, 1
	cfg.Session = sessions
	cfg.RegionExists = func(code string) bool { _, ok := policy.RegionByCode(code); return ok }
	w.people, err = identity.New(w.store.Identity(), door, cfg)
	must(t, err)
	kept, err := files.New(w.folder)
	must(t, err)
	t.Cleanup(func() { must(t, kept.Close()) })
	var ids atomic.Int64
	deps := api.Deps{Store: w.store, Identity: w.people, Files: kept, Access: door, Version: "test",
		Workflow: workflow.New(w.store, door, func() string { return "id-" + strconv.FormatInt(ids.Add(1), 10) }),
		Ready:    w.store.Ping, Log: slog.New(slog.NewTextHandler(w.log, nil))}
	adjust(&deps)
	w.server = api.New(deps)
	running := httptest.NewServer(w.server.Handler())
	t.Cleanup(running.Close)
	w.url = running.URL
	return w
}

// at sets the deciding clock.
func (w *world) at(instant string) {
	w.t.Helper()
	when, err := time.Parse(time.RFC3339, instant)
	must(w.t, err)
	w.clock.Store(when.UnixMicro())
}

func (w *world) openBatch() {
	w.t.Helper()
	admin := w.as("prov_admin", "370000")
	r := admin.send("POST", "/batches", string(sample.Pack())).want(201)
	for _, move := range []string{"publish", "open"} {
		r = admin.send("POST", "/batches/"+r.text("id")+"/actions", `{"action":"`+move+`"}`, "If-Match", r.tag()).want(200)
	}
	w.batch = r.text("id")
}

// person is a signed-in browser.
type person struct {
	w     *world
	http  *http.Client
	login string
}

// nobody is a browser that has not signed in.
func (w *world) nobody() *person {
	jar, err := cookiejar.New(nil)
	must(w.t, err)
	return &person{w: w, http: &http.Client{Jar: jar}}
}

// as signs in an account holding one role in one region; the account is made when there is none.
func (w *world) as(role, region string) *person {
	w.t.Helper()
	return w.asUnit(role, region, region+role)
}

func (w *world) asUnit(role, region, unit string) *person {
	w.t.Helper()
	login := strings.ReplaceAll(role, "_", "-") + "-" + region
	w.account(login, unit, role, region)
	p := w.nobody()
	p.login = login
	p.send("POST", "/session", `{"login":"`+login+`","password":"`+password+`"}`).want(201)
	return p
}

// account makes an account and its grant once and answers with its id.
func (w *world) account(login, unit, role, region string) string {
	w.t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	if id, ok := w.accounts[login]; ok {
		return id
	}
	ctx := context.Background()
	a, _, err := w.people.CreateAccount(ctx, identity.Console, "", identity.NewAccount{Login: login, Name: unit + "岗位", Unit: unit,
		Password: identity.NewSecret(password), KeepPassword: true})
	must(w.t, err)
	if role != "" {
		_, _, err = w.people.AddGrant(ctx, identity.Act{By: identity.Console, Account: a.ID}, role, region)
		must(w.t, err)
	}
	w.accounts[login] = a.ID
	return a.ID
}

// reply is what came back.
type reply struct {
	t      *testing.T
	what   string
	status int
	header http.Header
	body   []byte
}

// send makes one request below the API's base; headers come in pairs.
func (p *person) send(method, path, body string, headers ...string) *reply {
	p.w.t.Helper()
	return p.stream(method, path, strings.NewReader(body), headers...)
}

func (p *person) stream(method, path string, body io.Reader, headers ...string) *reply {
	p.w.t.Helper()
	if !strings.HasPrefix(path, "http") {
		path = p.w.url + api.Base + path
	}
	r, err := http.NewRequest(method, path, body)
	must(p.w.t, err)
	if method != "GET" && method != "HEAD" && method != "DELETE" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i+1] == "" {
			r.Header.Del(headers[i])
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := p.http.Do(r)
	must(p.w.t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	must(p.w.t, err)
	return &reply{t: p.w.t, what: method + " " + strings.TrimPrefix(path, p.w.url), status: answer.StatusCode, header: answer.Header, body: text}
}

func (p *person) get(path string, headers ...string) *reply {
	p.w.t.Helper()
	return p.send("GET", path, "", headers...)
}

// want ends the test unless the status is the one expected.
func (r *reply) want(status int) *reply {
	r.t.Helper()
	if r.status != status {
		r.t.Fatalf("%s: status %d, want %d\n%s", r.what, r.status, status, clip(r.body))
	}
	return r
}

// refused is want for a problem with a code.
func (r *reply) refused(status int, code string) *reply {
	r.t.Helper()
	r.want(status)
	if got := r.header.Get("Content-Type"); got != "application/problem+json" {
		r.t.Fatalf("%s: content type %q\n%s", r.what, got, clip(r.body))
	}
	if got := r.text("code"); got != code {
		r.t.Fatalf("%s: code %q, want %q\n%s", r.what, got, code, clip(r.body))
	}
	return r
}

func clip(b []byte) string { return string(b[:min(len(b), 1500)]) }

func (r *reply) tag() string { return r.header.Get("ETag") }

// at finds a value by its path: "application.county.code", "items.0.id".
func (r *reply) at(path string) any {
	r.t.Helper()
	var v any
	if err := json.Unmarshal(r.body, &v); err != nil {
		r.t.Fatalf("%s: %v\n%s", r.what, err, clip(r.body))
	}
	for key := range strings.SplitSeq(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			v = in[key]
		case []any:
			n, err := strconv.Atoi(key)
			if err != nil || n >= len(in) {
				r.t.Fatalf("%s: nothing at %s\n%s", r.what, path, clip(r.body))
			}
			v = in[n]
		default:
			r.t.Fatalf("%s: nothing at %s\n%s", r.what, path, clip(r.body))
		}
	}
	return v
}

func (r *reply) text(path string) string {
	r.t.Helper()
	s, ok := r.at(path).(string)
	if !ok {
		r.t.Fatalf("%s: %s is no text\n%s", r.what, path, clip(r.body))
	}
	return s
}

func (r *reply) number(path string) int {
	r.t.Helper()
	n, ok := r.at(path).(float64)
	if !ok {
		r.t.Fatalf("%s: %s is no number\n%s", r.what, path, clip(r.body))
	}
	return int(n)
}

func (r *reply) count(path string) int {
	r.t.Helper()
	list, ok := r.at(path).([]any)
	if !ok {
		r.t.Fatalf("%s: %s is no list\n%s", r.what, path, clip(r.body))
	}
	return len(list)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// golden compares with, or with -update writes, a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		must(t, os.WriteFile(name, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(name)
	must(t, err)
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs; read the difference, then run with -update\n%s", name, diff)
	}
}

// nothingElse leaves the server as it is.
func nothingElse(*api.Deps) {}
