package api_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/store/storetest"
)

// writing is what a county writes while it answers a return; two worlds differ in nothing else.
type writing struct {
	title    string
	provUp   string // 万元
	villages int    // kept of ten
	name     string // of the first project
	confirm  string // what the county confirms meanwhile
}

var (
	much   = writing{"写了又写的推进区", "5999.5", 10, "扩建后的项目", `{"line":"LINKAGE_COUNTY"}`}
	little = writing{"改得面目全非的推进区", "1", 3, "砍掉大半的项目", `{"items":[{"kind":"PROJECT","line":"P10"}]}`}
)

// returned brings A01 back to its county, which writes; the other two stand beside it in the lists.
func (w *world) returned(by func(*county), wrote writing, open []string) *county {
	w.t.Helper()
	w.at("2022-11-29T10:20:00+08:00")
	for _, name := range []string{"A02", "A03"} {
		w.draft(name).desks().submit()
	}
	c := w.draft("A01").desks().submit()
	w.at("2022-12-08T10:00:00+08:00")
	by(c)
	w.clock.Add(time.Hour.Microseconds())
	patch := func(section, body string) {
		at := c.path() + "/sections/" + section
		c.filer.send("PATCH", at, body, "If-Match", c.filer.get(at).want(200).tag()).want(200)
	}
	patch("zone", `{"name":"`+wrote.title+`"}`)
	if len(open) > 1 {
		patch("fundPlan", `{"linkage":{"LINKAGE_PROV_UP":`+wrote.provUp+`,"LINKAGE_COUNTY":`+wrote.provUp+`}}`)
		villages := c.filer.get(c.path() + "/sections/villages").want(200)
		var all []json.RawMessage
		must(w.t, json.Unmarshal(villages.body, &all))
		kept, err := json.Marshal(all[:wrote.villages])
		must(w.t, err)
		c.filer.send("PUT", c.path()+"/sections/villages", string(kept), "If-Match", villages.tag()).want(200)
		project := c.filer.get(c.path() + "/projects/P01").want(200)
		c.filer.send("PATCH", c.path()+"/projects/P01", `{"name":"`+wrote.name+`"}`, "If-Match", project.tag()).want(200)
	}
	for _, p := range []*person{w.asUnit("county_department", c.doc.County.Code, "市交通运输局"), w.as("county_finance", c.doc.County.Code)} {
		if strings.Contains(wrote.confirm, "P10") == strings.HasPrefix(p.login, "county-department") {
			p.send("POST", c.path()+"/confirmations", wrote.confirm).want(201)
		}
	}
	return c
}

// openSections is the body of a return that opens some sections whole.
func openSections(sections []string) string {
	items := make([]string, len(sections))
	for i, name := range sections {
		items[i] = `{"section":"` + name + `"}`
	}
	return `{"action":"return","opinion":"请补正","items":[` + strings.Join(items, ",") + `]}`
}

func returnedByCity(c *county) {
	c.act(c.reviewer, `{"action":"accept"}`).want(200)
	c.act(c.reviewer, openSections([]string{"zone", "fundPlan", "villages", "projects"})).want(200)
}

func returnedByProvince(c *county) {
	c.act(c.reviewer, `{"action":"accept"}`).want(200)
	c.act(c.reviewer, `{"action":"shortlist","opinion":"同意","rank":1,"minutesDocNo":"会议纪要〔2022〕8号"}`).want(200)
	c.act(c.finance, `{"action":"shortlist","opinion":"同意"}`).want(200)
	c.act(c.issue, `{"action":"report","cityDocNo":"烟乡振〔2022〕45号"}`).want(200)
	c.w.at("2022-12-12T09:00:00+08:00")
	admin := c.w.as("prov_admin", "370000")
	c.act(admin, `{"action":"start"}`).want(200)
	c.act(admin, openSections([]string{"zone"})).want(200)
}

// requestID is another each time.
var requestID = regexp.MustCompile(`"request":"[A-Z0-9]+"`)

// told is everything the city and the province are told: every list in every order, every search and rule, every way to look at
// the one application, and what they are answered when they try what they may not.
func (c *county) told() string {
	c.w.t.Helper()
	var out strings.Builder
	paths := []string{"", "/checks", "/snapshots", "/snapshots/1", "/snapshots/1/diff/0", "/history", "/consultations", "/confirmations", "/waivers",
		"/attachments", "/sections", "/sections/zone", "/projects", "/projects/P01", "/dossier.zip"}
	for i := range paths {
		paths[i] = c.path() + paths[i]
	}
	paths = append(paths, "/todos", "/todos?done=true", "/batches/"+c.w.batch+"/shortlist?city=370600",
		"/batches/"+c.w.batch+"/summary.xlsx?city=370600", "/applications.xlsx", "/applications.xlsx?sort=-total&q=推进区")
	lists := []string{"/applications?state=RETURNED_BY_CITY", "/applications?unconfirmed=true", "/applications?pageSize=1"}
	for _, word := range []string{"no", "title", "county", "state", "linkage", "integrated", "total", "submittedAt", "reportedAt", "updatedAt"} {
		lists = append(lists, "/applications?sort="+word, "/applications?sort=-"+word, "/applications?pageSize=1&page=2&sort=-"+word)
	}
	for _, rule := range []string{"V01", "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "D02", "D06", "D09", "P01"} {
		lists = append(lists, "/applications?rule="+rule)
	}
	for _, word := range []string{"推进区", "写了又写", "面目全非", "果韵云溪", "栖霞"} {
		lists = append(lists, "/applications?q="+word)
	}
	tell := func(p *person, r *reply) {
		fmt.Fprintf(&out, "%s %s %d %s %s\n", p.login, r.what, r.status, r.tag(), r.body)
	}
	for _, p := range []*person{c.reviewer, c.finance, c.issue, c.w.as("prov_admin", "370000"), c.w.as("prov_finance", "370000"), c.w.as("review_secretary", "370000")} {
		for _, path := range append(paths, lists...) {
			tell(p, p.get(path))
		}
		tell(p, p.send("POST", c.path()+"/checks", "", "Content-Type", ""))
		if p.login == "prov-admin-370000" {
			tell(p, p.send("POST", c.path()+"/waivers", `{"rule":"V01","reason":"x","docNo":"x"}`, "If-Match", c.version(p)))
		}
	}
	return requestID.ReplaceAllString(out.String(), "")
}

// eachKind runs body with a maker of fresh databases of each kind.
func eachKind(t *testing.T, body func(t *testing.T, fresh func(testing.TB) string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { body(t, storetest.SQLite) })
	t.Run("postgres", func(t *testing.T) { body(t, storetest.Postgres) })
}

// What a county writes while it answers a return is its own affair until it hands it in. A withdrawal, or the end of the window,
// hands nothing in.
func TestNobodyAboveCanTellWhatACountyIsWriting(t *testing.T) {
	for _, tt := range []struct {
		name string
		by   func(*county)
		open []string
		end  func(*county)
	}{
		{"returned by the city, then withdrawn", returnedByCity, []string{"zone", "fundPlan", "villages", "projects"}, func(c *county) {
			c.act(c.signer, `{"action":"withdraw","opinion":"不再申报"}`).want(200)
		}},
		{"returned by the province, then out of time", returnedByProvince, []string{"zone"}, func(c *county) {
			c.w.at("2023-01-20T09:00:00+08:00")
			moved, err := c.w.centre.Sweep(c.w.t.Context())
			must(c.w.t, err)
			if len(moved) != 1 {
				c.w.t.Fatalf("%d applications moved by themselves", len(moved))
			}
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			eachKind(t, func(t *testing.T, fresh func(testing.TB) string) {
				play := func(wrote writing) (during, after string) {
					w := newWorld(t, fresh(t), nothingElse)
					w.openBatch()
					c := w.returned(tt.by, wrote, tt.open)
					during = c.told()
					tt.end(c)
					after = c.told()
					complaints, err := w.store.Doctor(t.Context())
					must(t, err)
					if len(complaints) > 0 {
						t.Errorf("the doctor complains: %v", complaints)
					}
					return during, after
				}
				during, after := play(much)
				again, afterAgain := play(little)
				if diff := cmp.Diff(strings.Split(during, "\n"), strings.Split(again, "\n")); diff != "" {
					t.Errorf("while it writes: %s", diff)
				}
				if diff := cmp.Diff(strings.Split(after, "\n"), strings.Split(afterAgain, "\n")); diff != "" {
					t.Errorf("afterwards: %s", diff)
				}
				for _, word := range []string{"5999.5", "写了又写", "扩建后"} {
					if strings.Contains(strings.ReplaceAll(during+after, "/applications?q="+word, ""), word) {
						t.Errorf("%q has come through", word)
					}
				}
			})
		})
	}
}

func TestTheCountyItselfSeesWhatItIsWriting(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.returned(returnedByCity, little, []string{"zone", "fundPlan", "villages", "projects"})
		for _, p := range []*person{c.filer, c.signer, w.as("auditor", "370600")} {
			for _, path := range []string{"/applications?q=面目全非", "/applications?rule=V01", "/applications?sort=-total"} {
				r := p.get(path).want(200)
				if r.number("total") != 1 || r.text("items.0.title") != little.title || r.number("items.0.summary.provUp") != 1 || r.number("items.0.summary.villages") != 3 {
					t.Errorf("%s %s: %s", p.login, path, clip(r.body))
				}
			}
			if r := p.get("/applications?q=果韵云溪").want(200); r.number("total") != 0 {
				t.Errorf("%s finds the title that was: %s", p.login, clip(r.body))
			}
			if r := p.get(c.path()).want(200); r.text("title") != little.title || r.text("document.zone.name") != little.title {
				t.Errorf("%s: %s", p.login, clip(r.body))
			}
		}
		if r := c.reviewer.get("/applications?q=果韵云溪").want(200); r.number("total") != 1 || r.number("items.0.summary.provUp") != 2000 || r.number("items.0.summary.villages") != 10 {
			t.Errorf("the city: %s", clip(r.body))
		}
	})
}

func TestAWaiverGrantedDuringAReturnIsSeenByAll(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A05").desks().submit()
		c.act(c.reviewer, `{"action":"accept"}`).want(200)
		c.act(c.reviewer, openSections([]string{"zone", "plan"})).want(200)
		admin := w.as("prov_admin", "370000")
		granted := admin.send("POST", c.path()+"/waivers", `{"rule":"V01","reason":"山区村庄居住集中","docNo":"鲁乡振函〔2022〕101号"}`, "If-Match", c.version(admin)).want(201)
		if granted.text("application.summary.waived.0") != "V01" {
			t.Errorf("granted: %s", clip(granted.body))
		}
		for _, p := range []*person{c.filer, c.reviewer, admin} {
			if r := p.get(c.path()).want(200); r.count("summary.waived") != 1 || r.text("summary.waived.0") != "V01" {
				t.Errorf("%s: %s", p.login, clip(r.body))
			}
		}
	})
}
