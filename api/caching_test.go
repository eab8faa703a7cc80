package api_test

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"
)

func TestWhatHasNotChangedIsNotSentAgain(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		c.act(c.reviewer, `{"action":"accept"}`).want(200)
		file := c.filer.get(c.path() + "/attachments").want(200).text("items.0.id")
		paths := []string{"/applications", "/applications?state=CITY_REVIEW&q=" + "栖霞", c.path(), c.path() + "/sections", c.path() + "/sections/zone",
			c.path() + "/projects", c.path() + "/projects/" + c.doc.Projects[0].ID, c.path() + "/checks", c.path() + "/snapshots/1", c.path() + "/attachments",
			"/attachments/" + file, "/regions", "/batches", "/batches/" + w.batch, "/batches/" + w.batch + "/pack", "/batches/" + w.batch + "/regions"}
		for _, path := range paths {
			first := c.filer.get(path).want(200)
			if first.tag() == "" {
				t.Errorf("%s has no ETag", path)
				continue
			}
			for _, have := range []string{first.tag(), "W/" + first.tag(), `"old", ` + first.tag(), "*"} {
				again := c.filer.get(path, "If-None-Match", have).want(http.StatusNotModified)
				if len(again.body) > 0 || again.tag() != first.tag() && have != "*" {
					t.Errorf("%s: 304 with %d bytes and ETag %s", path, len(again.body), again.tag())
				}
			}
			if second := c.filer.get(path, "If-None-Match", `"something else"`).want(200); !bytes.Equal(first.body, second.body) {
				t.Errorf("%s is answered otherwise the second time", path)
			}
		}
	})
}

// A page that already has an application must still learn that a button has changed, although the application itself has not.
func TestAChangedButtonIsAChangedAnswer(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		seen := c.signer.get(c.path()).want(200)
		w.at("2022-12-11T00:00:00+08:00")
		late := c.signer.get(c.path(), "If-None-Match", seen.tag()).want(200)
		if late.number("version") != seen.number("version") || late.count("actions.0.blockedBy") == 0 {
			t.Errorf("after the deadline: %s", clip(late.body))
		}
		list := c.filer.get("/applications").want(200)
		c.filer.send("PUT", c.path()+"/sections/plan", `{"title":"x","startDate":"","endDate":""}`, "If-Match", c.filer.get(c.path()+"/sections/plan").tag()).want(200)
		c.filer.get("/applications", "If-None-Match", list.tag()).want(200)
	})
}

func TestListsNarrowAndOrder(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		a, b := w.draft("A01").desks().submit(), w.draft("A02").desks().submit()
		admin := w.as("prov_admin", "370000")
		tests := []struct {
			query string
			want  []string
		}{
			{"", []string{a.id, b.id}},
			{"sort=-no", []string{b.id, a.id}},
			{"city=370800", []string{b.id}},
			{"county=370686", []string{a.id}},
			{"q=栖霞", []string{a.id}},
			{"q=%25", nil},
			{"state=CITY_REVIEW", nil},
			{"state=SUBMITTED,CITY_REVIEW", []string{a.id, b.id}},
			{"channel=KEY_COUNTY", nil},
			{"batch=" + w.batch, []string{a.id, b.id}},
			{"batch=none", nil},
			{"pageSize=1&page=2", []string{b.id}},
			{"page=9", nil},
		}
		for _, tt := range tests {
			r := admin.get("/applications?" + tt.query).want(200)
			var got []string
			for i := range r.count("items") {
				got = append(got, r.text("items."+string(rune('0'+i))+".id"))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q: %v, want %v", tt.query, got, tt.want)
			}
			if strings.Contains(string(r.body), `"items":null`) {
				t.Errorf("%q: items are null", tt.query)
			}
		}
	})
}

// Two worlds that differ only in what a person may not see answer him alike.
func TestTwinWorldsLookAlikeToWhoMayNotKnow(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		mine := w.draft("A02").desks()
		admin, auditor := w.as("prov_admin", "370000"), w.as("auditor", "370800")
		look := func() string {
			var all strings.Builder
			for _, p := range []*person{mine.filer, mine.signer, mine.reviewer, mine.finance, auditor} {
				for _, path := range []string{"/applications", "/applications?q=栖霞", "/applications?county=370686", "/applications?sort=-total", "/todos",
					"/batches/" + w.batch + "/shortlist?city=370600"} {
					r := p.get(path)
					all.WriteString(p.login + " " + path + " " + r.tag() + " " + without(r, "request") + "\n")
				}
			}
			return all.String()
		}
		before := look()
		other := w.draft("A01").desks()
		if n := admin.get("/applications").want(200).number("total"); n != 0 {
			t.Errorf("the province sees %d drafts", n)
		}
		if n := other.reviewer.get("/applications").want(200).number("total"); n != 0 {
			t.Errorf("the city sees %d drafts of its own county", n)
		}
		other.reviewer.get(other.path()).refused(404, "not_found")
		other.submit()
		if after := look(); after != before {
			t.Errorf("another city's application shows:\n%s\n%s", before, after)
		}
	})
}

func TestTheCountyDoesNotReadTheDesksNotes(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		w.at("2022-11-29T10:20:00+08:00")
		c := w.draft("A01").desks().submit()
		c.act(c.reviewer, `{"action":"accept","opinion":"内部受理意见"}`).want(200)
		c.act(c.reviewer, `{"action":"shortlist","opinion":"内部推荐意见","rank":1,"minutesDocNo":"会议纪要〔2022〕8号"}`).want(200)
		c.act(c.finance, `{"action":"shortlist","opinion":"内部会签意见"}`).want(200)
		for _, path := range []string{c.path(), c.path() + "/history", c.path() + "/consultations", "/applications"} {
			if r := c.filer.get(path).want(200); strings.Contains(string(r.body), "内部") || strings.Contains(string(r.body), `"rank":1`) {
				t.Errorf("%s tells the county: %s", path, clip(r.body))
			}
		}
		if r := c.finance.get(c.path()).want(200); r.number("rank") != 1 {
			t.Errorf("the city does not see its own ranking: %s", clip(r.body))
		}
		if r := c.finance.get(c.path() + "/consultations").want(200); !strings.Contains(string(r.body), "内部推荐意见") {
			t.Errorf("the other bureau cannot read the opinion: %s", clip(r.body))
		}
		c.act(c.issue, `{"action":"report","cityDocNo":"烟乡振〔2022〕45号"}`).want(200)
		admin := w.as("prov_admin", "370000")
		w.at("2022-12-12T09:00:00+08:00")
		c.act(admin, `{"action":"start"}`).want(200)
		c.act(admin, `{"action":"return","opinion":"请补正","items":[{"section":"plan","note":"x"}]}`).want(200)
		plan := c.filer.get(c.path() + "/sections/plan").want(200)
		saved := c.filer.send("PATCH", c.path()+"/sections/plan", `{"title":"补正后的全称"}`, "If-Match", plan.tag()).want(200)
		if saved.number("application.rank") != 0 {
			t.Errorf("a save tells the county its rank: %s", clip(saved.body))
		}
	})
}
