package api_test

import (
	"bytes"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"xianjie/internal/sample"
)

func TestTwoClerksSavingOneSectionLoseNothing(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		plan := c.path() + "/sections/plan"
		seen := c.filer.get(plan).want(200).tag()
		c.filer.send("PUT", plan, `{"title":"第一人","startDate":"","endDate":""}`, "If-Match", seen).want(200)
		c.filer.send("PUT", plan, `{"title":"第二人","startDate":"","endDate":""}`, "If-Match", seen).refused(412, "stale")
		now := c.filer.get(plan).want(200)
		if now.text("title") != "第一人" {
			t.Errorf("the first clerk's words are gone: %s", clip(now.body))
		}
		c.filer.send("PUT", plan, `{"title":"第二人","startDate":"","endDate":""}`, "If-Match", now.tag()).want(200)
		fund := c.filer.get(c.path() + "/sections/fundPlan").want(200)
		c.filer.send("PUT", c.path()+"/sections/fundPlan", string(fund.body), "If-Match", fund.tag()).want(200)
	})
}

func TestTwoSignersPressingSubmitAtOnceSubmitOnce(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		version := c.version(c.signer)
		var ok, stale, other atomic.Int64
		var wg sync.WaitGroup
		for range 6 {
			p := w.as("county_signer", "370686")
			wg.Go(func() {
				switch p.send("POST", c.path()+"/actions", `{"action":"submit"}`, "If-Match", version).status {
				case http.StatusOK:
					ok.Add(1)
				case http.StatusPreconditionFailed, http.StatusConflict:
					stale.Add(1)
				default:
					other.Add(1)
				}
			})
		}
		wg.Wait()
		if ok.Load() != 1 || stale.Load() != 5 {
			t.Errorf("submitted %d times, refused %d, otherwise %d", ok.Load(), stale.Load(), other.Load())
		}
		if n := c.signer.get(c.path() + "/snapshots").want(200).count("items"); n != 1 {
			t.Errorf("%d snapshots", n)
		}
	})
}

func TestTheSameRequestSentTwiceActsOnce(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		version := c.version(c.signer)
		send := func(body, key string) *reply {
			return c.signer.send("POST", c.path()+"/actions", body, "If-Match", version, "Idempotency-Key", key)
		}
		c.signer.send("POST", c.path()+"/actions", `{"action":"submit"}`, "If-Match", `"1"`, "Idempotency-Key", "k1").refused(412, "stale") // frees the key
		first := send(`{"action":"submit"}`, "k1").want(200)
		again := send(`{"action":"submit"}`, "k1").want(200)
		if !bytes.Equal(first.body, again.body) || first.tag() != again.tag() {
			t.Errorf("the repetition is answered otherwise:\n%s\n%s", clip(first.body), clip(again.body))
		}
		if first.header.Get("Idempotency-Replayed") != "" || again.header.Get("Idempotency-Replayed") != "true" {
			t.Error("the repetition is not marked")
		}
		send(`{"action":"submit","opinion":"x"}`, "k1").refused(422, "invalid")
		send(`{"action":"submit"}`, "k2").refused(409, "refused")
		if n := c.signer.get(c.path() + "/history").want(200).count("items"); n != 1 {
			t.Errorf("%d steps", n)
		}
		elsewhere := w.as("county_filer", "370832")
		a, b := elsewhere.send("POST", "/applications", string(sample.Application("A02")), "Idempotency-Key", "k1").want(201),
			elsewhere.send("POST", "/applications", string(sample.Application("A02")), "Idempotency-Key", "k1").want(201)
		if a.text("application.id") != b.text("application.id") {
			t.Error("one draft asked for twice became two")
		}
	})
}

func TestOneKeyAtOnceActsOnce(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		filer := w.as("county_filer", "370686")
		ids := make(chan string, 8)
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				r := filer.send("POST", "/applications", string(sample.Application("A01")), "Idempotency-Key", "same")
				if r.status == http.StatusCreated {
					ids <- r.text("application.id")
				} else if r.status != http.StatusConflict {
					t.Errorf("%d %s", r.status, clip(r.body))
				}
			})
		}
		wg.Wait()
		close(ids)
		var made []string
		for id := range ids {
			if !slices.Contains(made, id) {
				made = append(made, id)
			}
		}
		if n := filer.get("/applications").want(200).number("total"); len(made) != 1 || n != 1 {
			t.Errorf("%d drafts, answers name %v", n, made)
		}
	})
}
