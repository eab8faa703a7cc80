package api_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
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
	papers "xianjie/internal/paper"
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

// press prints for every test world: its typefaces are read once. scripts/fonts.sh fetches them.
var press = papers.NewPress(filepath.Join("..", "fonts"), 2)

// world is a running server with the real service, store, files and identity behind it, at a clock the test sets.
type world struct {
	t      *testing.T
	url    string
	store  *store.Store
	people *identity.Service
	server *api.Server
	centre *workflow.Service
	log    *safeBuffer
	clock  atomic.Int64
	batch  string
	folder string
	cut    atomic.Bool // transactions of accounts break off after their last write

	ids atomic.Int64 // handed out so far: "id-1" …

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

// lightWorld is a world without a batch on one database, for what no database can change.
func lightWorld(t *testing.T, adjust func(*api.Deps)) *world {
	t.Helper()
	return newWorld(t, storetest.SQLite(t), adjust)
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
	var people atomic.Int64
	cfg.NewID = func() (string, error) { return fmt.Sprintf("account-%04d", people.Add(1)), nil } // the same in every world made alike
	w.people, err = identity.New(cutting{w.store.Identity(), &w.cut}, door, cfg)
	must(t, err)
	kept, err := files.New(w.folder)
	must(t, err)
	t.Cleanup(func() { must(t, kept.Close()) })
	deps := api.Deps{Store: w.store, Identity: w.people, Files: kept, Access: door, Version: "test",
		Workflow: workflow.New(w.store, door, func() string { return "id-" + strconv.FormatInt(w.ids.Add(1), 10) }),
		Press:    press, Ready: w.store.Ping, Log: slog.New(slog.NewTextHandler(w.log, nil))}
	adjust(&deps)
	w.server, w.centre = api.New(deps), deps.Workflow
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

func (w *world) openBatch() { w.t.Helper(); w.openBatchOf(sample.Pack()) }

func (w *world) openBatchOf(pack []byte) {
	w.t.Helper()
	admin := w.as("prov_admin", "370000")
	r := admin.send("POST", "/batches", string(pack)).want(201)
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
