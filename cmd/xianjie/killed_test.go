package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"xianjie/internal/demo"
	"xianjie/internal/store"
)

// killings is how often each database's server is killed in the middle of its work.
const killings = 6

// practice fills a database with the demonstration's accounts and practice batch.
func practice(t *testing.T, dsn, folder string) {
	t.Helper()
	s, err := store.Open(t.Context(), dsn, store.Options{Migrate: true})
	if err != nil {
		t.Fatal(err)
	}
	h, err := openHouse(s, folder, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := h.Close(); err != nil {
			t.Error(err)
		}
	}()
	cast, err := demo.Cast()
	if err != nil {
		t.Fatal(err)
	}
	actors, err := demo.Enrol(t.Context(), h.accounts, cast)
	if err == nil {
		err = demo.Practice(t.Context(), demo.Stage{Service: h.work, Store: h.store, Files: h.files, Actors: actors})
	}
	if err != nil {
		t.Fatal(err)
	}
}

// clerk is 栖霞市's filer at work on its draft's plan.
type clerk struct {
	t       *testing.T
	session *http.Cookie
	path    string
	etag    string
	title   string
}

func (s *running) clerk() *clerk {
	s.t.Helper()
	status, session := s.signIn("370686-tb", demo.Password)
	if status != http.StatusOK && status != http.StatusCreated {
		s.t.Fatalf("sign in: %d", status)
	}
	body := get(s.t, s.service, "/api/v1/applications?state=DRAFT", session).body
	var page struct{ Items []struct{ ID string } }
	if err := json.Unmarshal([]byte(body), &page); err != nil || len(page.Items) != 1 {
		s.t.Fatalf("%v: %s", err, body)
	}
	c := &clerk{t: s.t, session: session, path: "/api/v1/applications/" + page.Items[0].ID + "/sections/plan"}
	c.look(s.service)
	return c
}

// look reads the plan as it is kept.
func (c *clerk) look(address string) {
	c.t.Helper()
	r := get(c.t, address, c.path, c.session)
	var plan struct{ Title string }
	if err := json.Unmarshal([]byte(r.body), &plan); err != nil || r.status != http.StatusOK {
		c.t.Fatalf("%d %v: %s", r.status, err, r.body)
	}
	c.etag, c.title = r.header.Get("ETag"), plan.Title
}

// save saves a title; ok is false when no answer came.
func (c *clerk) save(ctx context.Context, address, title string) (ok bool) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPatch, "http://"+address+c.path, strings.NewReader(fmt.Sprintf(`{"title":%q}`, title)))
	if err != nil {
		c.t.Fatal(err)
	}
	request.AddCookie(c.session)
	request.Header.Set("Content-Type", "application/merge-patch+json")
	request.Header.Set("If-Match", c.etag)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return false
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		c.t.Errorf("a save was answered %d", response.StatusCode)
		return false
	}
	c.etag, c.title = response.Header.Get("ETag"), title
	return true
}

// What was acknowledged before the power went is there afterwards, nothing is there half or twice, and the data does not
// contradict itself.
func TestAServerKilledAtWorkLosesNothingItAcknowledged(t *testing.T) {
	onEach(t, func(t *testing.T, dsn string) {
		dir := t.TempDir()
		practice(t, dsn, filepath.Join(dir, "files"))
		for round := range killings {
			s := start(t, dir, "--db", dsn, "--files", filepath.Join(dir, "files"))
			c := s.clerk()
			go func() {
				time.Sleep(time.Duration(20+rand.IntN(200)) * time.Millisecond)
				_ = s.cmd.Process.Kill() // as a power cut would
			}()
			acknowledged, n := c.title, 0
			for c.save(t.Context(), s.service, fmt.Sprintf("第%d轮第%d次", round, n)) {
				acknowledged, n = c.title, n+1
			}
			<-s.ended
			again := start(t, dir, "--db", dsn, "--files", filepath.Join(dir, "files"))
			c.look(again.service)
			if last := fmt.Sprintf("第%d轮第%d次", round, n); c.title != acknowledged && c.title != last {
				t.Errorf("acknowledged %q, in flight %q, kept %q", acknowledged, last, c.title)
			}
			if code := again.stop(); code != 0 {
				t.Errorf("the restarted server ended with %d", code)
			}
			if got := runs(t, program(dir, "doctor", "--db", dsn)); got.code != 0 || got.out != "" {
				t.Errorf("doctor after killing %d: exit %d\n%s%s", round+1, got.code, got.out, got.err)
			}
		}
	})
}
