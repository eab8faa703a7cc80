package api_test

import (
	"fmt"
	"strings"
	"testing"

	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

func TestTheRecordIsSearched(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		w.at("2022-11-15T09:01:00+08:00")
		clerk := w.as("auditadmin", "370000")
		all := clerk.get("/audit").want(200)
		total := all.number("total")
		if all.count("items") != min(total, 50) || all.text("items.0.action") != "signed_in" {
			t.Errorf("the newest comes first: %s", clip(all.body))
		}
		if oldest := clerk.get("/audit?sort=at&pageSize=1").want(200); oldest.number("total") != total || oldest.text("items.0.action") != "account_created" {
			t.Errorf("the oldest comes first: %s", clip(oldest.body))
		}
		submitted := clerk.get("/audit?kind=application&action=submit").want(200)
		for path, want := range map[string]string{"stream": "application/" + c.id, "actionLabel": "提交上报", "fromLabel": "草稿", "toLabel": "已上报市",
			"roleLabel": "县政府签报人", "regionName": "栖霞市"} {
			if got := submitted.text("items.0." + path); got != want {
				t.Errorf("%s is %q, want %q", path, got, want)
			}
		}
		if title := submitted.text("items.0.streamTitle"); !strings.HasPrefix(title, "370686-01 ") || !strings.Contains(title, c.doc.Zone.Name) {
			t.Errorf("the stream is about %q", title)
		}
		for query, want := range map[string]int{"stream=application/none": 0, "kind=batch": 3, "from=2022-11-15&to=2022-11-15": total,
			"from=2022-11-16": 0, "to=2022-11-14": 0, "action=grant_added&q=county_signer": 1} {
			if got := clerk.get("/audit?" + query).want(200).number("total"); got != want {
				t.Errorf("%s finds %v, want %v", query, got, want)
			}
		}
		clerk.get("/audit?from=15.11.2022").refused(422, "invalid")
		if mine := clerk.get("/audit?person=auditadmin-370000&action=signed_in").want(200); mine.number("total") != 1 {
			t.Errorf("found by login: %s", clip(mine.body))
		}
	})
}

func TestEveryActTheRecordHoldsHasAName(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		w.draft("A01").desks().submit()
		clerk := w.as("auditadmin", "370000")
		r := clerk.get("/audit?pageSize=200").want(200)
		for i := range r.count("items") {
			at := fmt.Sprintf("items.%d.", i)
			if r.text(at+"actionLabel") == r.text(at+"action") {
				t.Errorf("%s of %s has no name", r.text(at+"action"), r.text(at+"stream"))
			}
		}
		words := clerk.get("/audit/words").want(200)
		if words.text("items.0.code") != "application" || words.text("items.0.actions.0.label") != "建立申报" {
			t.Errorf("words: %s", clip(words.body))
		}
		w.as("county_filer", "370686").get("/audit/words").refused(403, "forbidden")
	})
}

func TestTheRecordIsVerifiedWhileTheSystemRuns(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		w := newWorld(t, dsn, nothingElse)
		w.openBatch()
		c := w.draft("A01").desks().submit()
		clerk, city := w.as("auditor", "370000"), w.as("auditor", "370600")
		if last := clerk.get("/audit/verifications/last").want(200); last.at("last") != nil {
			t.Errorf("verified by nobody: %s", clip(last.body))
		}
		stream := "/audit/streams/application/" + c.id + "/verification"
		for _, p := range []*person{clerk, city} {
			if r := p.get(stream).want(200); r.number("faults") != 0 || r.number("sound") != r.number("seq") || r.number("seq") < 3 {
				t.Errorf("one stream: %s", clip(r.body))
			}
		}
		entries := clerk.get("/audit").want(200).number("total")
		done := clerk.send("POST", "/audit/verifications", "").want(201)
		if done.number("faults") != 0 || done.number("entries") != entries || len(done.text("digest")) != 64 {
			t.Errorf("all streams: %s", clip(done.body))
		}
		last := clerk.get("/audit/verifications/last").want(200)
		if last.text("last.digest") != done.text("digest") || last.text("last.at") != done.text("at") || last.number("last.entries") != entries {
			t.Errorf("kept: %s", clip(last.body))
		}
		if kept := clerk.get("/audit?stream=" + workflow.VerificationStream).want(200); kept.number("total") != 1 || kept.text("items.0.actionLabel") != "核验全部流水" {
			t.Errorf("who verified is not on record: %s", clip(kept.body))
		}
		city.send("POST", "/audit/verifications", "").refused(404, "not_found")
		city.get("/audit/verifications/last").refused(404, "not_found")
		w.as("sysadmin", "370000").send("POST", "/audit/verifications", "").refused(403, "forbidden")

		tamper(t, dsn, fmt.Sprintf("UPDATE audit_entries SET reason = '改过的意见' WHERE stream = 'application/%s' AND seq = 2", c.id))
		if r := clerk.get(stream).want(200); r.number("faults") != 1 || r.number("sound") != 1 || r.text("places.0.kind") != "changed" || r.number("places.0.seq") != 2 {
			t.Errorf("a changed entry: %s", clip(r.body))
		}
		broken := clerk.send("POST", "/audit/verifications", "").want(201)
		if broken.number("faults") != 1 || broken.text("faultList.0.stream") != "application/"+c.id || !strings.Contains(broken.text("faultList.0.message"), "第 2 条") {
			t.Errorf("a changed entry among all: %s", clip(broken.body))
		}
		if last := clerk.get("/audit/verifications/last").want(200); last.number("last.faults") != 1 || last.count("last.faultList") != 0 {
			t.Errorf("kept: %s", clip(last.body))
		}
	})
}

// tamper does to the entries what the database's triggers forbid, as who owns the database can.
func tamper(t *testing.T, dsn, statement string) {
	t.Helper()
	raw, err := store.Connect(dsn, 1)
	must(t, err)
	defer raw.Close()
	drop := "DROP TRIGGER audit_entries_appended ON audit_entries"
	if strings.HasPrefix(dsn, "sqlite:") {
		drop = "DROP TRIGGER audit_entries_appended_update"
	}
	for _, sql := range []string{drop, statement} {
		_, err := raw.ExecContext(t.Context(), sql)
		must(t, err)
	}
}
