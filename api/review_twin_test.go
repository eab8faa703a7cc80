package api_test

import (
	"bytes"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"xianjie/internal/review"
	"xianjie/internal/sample"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// Two worlds differ in nothing but what one expert thinks of one application. Whoever has no business knowing it asks every GET route there
// is, and must be told the same in both, to the byte: what differs anywhere is a leak, whether a number, a version, a count or an order.
//
// A route added later is tried by itself. Its path parameters are filled from the world; one that nobody named here is tried with every id
// the world ever gave out.

// opinion is what the watched expert hands in.
type opinion struct {
	but    map[string]float64
	vetoes map[string]string
}

// opinions are the differences tried. Their totals stay within the outlier bound of the others: a flag is the one thing an expert may
// learn of his colleagues (domain 4.4.4).
func opinions() []struct {
	name        string
	left, right opinion
} {
	high := opinion{but: map[string]float64{"S1.1": 8}}
	return []struct {
		name        string
		left, right opinion
	}{
		{"the scores differ", high, opinion{but: map[string]float64{"S1.1": 4.5, "C4.1": 3.5, "S5.1": 2}}},
		{"the scores and the veto ticks differ", high, opinion{but: map[string]float64{"S1.1": 2}, vetoes: map[string]string{"DEBT": "举债", "LAND": "占地"}}},
	}
}

func TestNobodyLearnsAnothersScoresBeforePublication(t *testing.T) {
	databases := []struct {
		name string
		dsn  func(testing.TB) string
	}{{"sqlite", storetest.SQLite}, {"postgres", storetest.Postgres}}
	packs := []struct {
		name string
		text []byte
	}{{"with a defence", sample.Pack()}, {"written only", writtenOnly()}}
	for i, o := range opinions() {
		p, db := packs[i], databases[i] // each difference over the pack and on the database that the other does not meet
		t.Run(o.name+"/"+p.name+"/"+db.name, func(t *testing.T) {
			left, right := newTwin(t, db.dsn(t), p.text, o.left), newTwin(t, db.dsn(t), p.text, o.right)
			for k, phase := range left.phases() {
				phase.do()
				right.phases()[k].do()
				compareAll(t, phase, left, right)
			}
		})
	}
}

func compareAll(t *testing.T, phase phase, left, right *twin) {
	t.Helper()
	outsiders := slices.DeleteFunc(left.outsiders(), func(name string) bool { return slices.Contains(phase.spared, name) })
	if asked := compare(t, phase.name, left, right, outsiders); asked < 7*60 {
		t.Errorf("%s: only %d questions asked", phase.name, asked)
	}
	if !phase.told {
		compare(t, phase.name, left, right, organisers)
	} else if left.tells("secretary") == right.tells("secretary") {
		t.Errorf("%s: the worlds do not differ even for the secretary: nothing was compared", phase.name)
	}
}

// organisers may learn the scores once the stage has closed.
var organisers = []string{"secretary", "admin", "money", "auditor"}

// twin is one of the worlds with everybody who asks in it.
type twin struct {
	*round
	said    opinion
	after   string // the state a closed written stage leads to
	watched int    // the expert whose word differs
	people  map[string]*person
	params  map[string][]string
	task    string // of the watched expert
	last    string // task of the one who hands in last
}

func newTwin(t *testing.T, dsn string, pack []byte, said opinion) *twin {
	t.Helper()
	tw := &twin{round: newRound(t, dsn, pack, 8, []string{"A01", "A02"}), said: said, after: "DEFENCE", watched: 1}
	if bytes.Equal(pack, writtenOnly()) {
		tw.after = "REVIEWED"
	}
	tw.draw("WRITTEN", []int{0}, []int{0, 1, 2, 3, 4})
	tw.draw("WRITTEN", []int{1}, []int{3, 4, 5, 6, 7})
	c, w := tw.apps[0], tw.w
	tw.people = map[string]*person{"expert of the same application": tw.experts[0], "expert elsewhere": tw.experts[5], "recused expert": tw.experts[2],
		"county filer": c.filer, "county elsewhere": tw.apps[1].filer, "city": c.reviewer,
		"site inspector": w.as("site_inspector", "370000"), "city auditor": w.as("auditor", "370600"),
		"sysadmin": w.as("sysadmin", "370000"), "auditadmin": w.as("auditadmin", "370000"), "public": w.nobody(),
		"secretary": tw.secretary, "admin": tw.admin, "money": tw.money, "auditor": w.as("auditor", "370000")}
	tw.inspect("site-inspector-370000")
	file := c.filer.get(c.path() + "/attachments").want(200)
	tw.params = map[string][]string{"id": {c.id, tw.apps[1].id}, "batchId": {w.batch}, "projectId": {c.doc.Projects[0].ID}, "n": {"1"}, "m": {"1", "2"},
		"name": {"zone", "villages", "industries", "fundPlan", "plan", "mechanism", "papers"}, "attachmentId": {file.text("items.0.id")},
		"accountId": {"none"}, "grantId": {"none"}, "kind": {"application", "batch", "review", "expert"},
		"reviewId": {"none"}}
	listed := tw.admin.get("/reviews?pageSize=200").want(200)
	for i := range listed.count("items") {
		tw.params["reviewId"] = append(tw.params["reviewId"], listed.text("items."+strconv.Itoa(i)+".id"))
	}
	return tw
}

// inspect gives the site check of the first application to an account, whoever assigns inspectors.
func (tw *twin) inspect(login string) {
	tw.w.t.Helper()
	must(tw.w.t, tw.w.store.InTx(tw.w.t.Context(), func(tx workflow.Tx) error {
		if _, err := tx.LockApplication(tw.apps[0].id); err != nil {
			return err
		}
		now, err := tx.Now()
		if err != nil {
			return err
		}
		return tx.SaveSiteCheck(&workflow.SiteSheet{ApplicationID: tw.apps[0].id, BatchID: tw.w.batch, Inspectors: []string{tw.w.accounts[login]},
			Items: []workflow.SiteFinding{}, Verdict: review.SitePass, UpdatedAt: now})
	}))
}

// phase is a stretch of the review; told says that the organisers may know the scores by then, spared are outsiders who see a trace of them
// that tells nothing.
type phase struct {
	name   string
	told   bool
	do     func()
	spared []string
}

func (tw *twin) phases() []phase {
	all := []phase{
		{name: "while the stage is open", do: tw.open},
		{name: "when all have handed in", do: tw.allIn},
		{name: "when the stage has closed", told: true, do: tw.close},
	}
	if tw.after == "REVIEWED" {
		all = append(all, phase{name: "when the ranking is locked", told: true, do: func() { tw.lock() },
			spared: []string{"auditadmin"}}) // the record keeps the digest of the locked file, to hold it to
	}
	return all
}

func (tw *twin) open() {
	tw.submit(0, 0, map[string]float64{"S1.1": 7})
	tw.task = tw.declared(tw.watched, 0)
	p := tw.experts[tw.watched]
	sheet := sheetOf(p.get(tw.task).want(200), tw.said.but)
	sheet["vetoes"] = tw.said.vetoes
	if tw.said.vetoes == nil {
		sheet["vetoes"] = map[string]string{}
	}
	p.send("PUT", tw.task, jsonText(tw.w.t, sheet), "If-Match", p.get(tw.task).tag()).want(200)
	p.actOn(tw.task, `{"action":"submit"}`).want(200)
	gone := tw.declared(2, 0)
	tw.experts[2].actOn(gone, `{"action":"recuse","reason":"相识"}`).want(200)
	tw.submit(3, 0, nil)
	tw.last = tw.declared(4, 0)
	for _, i := range tw.on(1) {
		tw.submit(i, 1, nil)
	}
}

func (tw *twin) allIn() { tw.hand(4, tw.last, nil) }

func (tw *twin) close() {
	for _, c := range tw.apps {
		if got := c.act(tw.secretary, `{"action":"close","opinion":"结束"}`).want(200).text("application.state"); got != tw.after {
			tw.w.t.Fatalf("after closing: %s, want %s", got, tw.after)
		}
	}
}

// outsiders are those who may not learn a score before publication.
func (tw *twin) outsiders() []string {
	var names []string
	for name := range tw.people {
		if !slices.Contains(organisers, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// tells is what somebody is told of the watched task.
func (tw *twin) tells(who string) string { return string(tw.people[who].get(tw.task).body) }

// compare asks both worlds the same and reports where they answer differently.
func compare(t *testing.T, when string, left, right *twin, names []string) int {
	t.Helper()
	asked := 0
	for _, url := range left.urls() {
		for _, name := range names {
			l, r := left.ask(name, url), right.ask(name, url)
			asked++
			if l != r {
				t.Errorf("%s, %s learns from GET %s what another expert thinks:\n%s", when, name, url, firstDifference(l, r))
			}
		}
	}
	return asked
}

// requestNumber is the one part of a refusal that is different every time.
var requestNumber = regexp.MustCompile(`"request":"[A-Z2-7]+",?`)

// ask is everything one person is told by one address.
func (tw *twin) ask(who, url string) string {
	tw.w.t.Helper()
	if !strings.HasPrefix(url, "/api/v1") {
		url = tw.w.url + url
	}
	r := tw.people[who].get(strings.TrimPrefix(url, "/api/v1"))
	var told bytes.Buffer
	fmt.Fprintln(&told, r.status, r.header.Get("ETag"), r.header.Get("Content-Type"), r.header.Get("Content-Length"), r.header.Get("Content-Disposition"),
		r.header.Get("Location"), r.header.Get("Retry-After"), r.header.Get("Allow"))
	told.Write(requestNumber.ReplaceAll(r.body, nil))
	return told.String()
}

func firstDifference(l, r string) string {
	n := 0
	for n < min(len(l), len(r)) && l[n] == r[n] {
		n++
	}
	from := max(0, n-120)
	return "…" + l[from:min(len(l), n+80)] + "…\n…" + r[from:min(len(r), n+80)] + "…"
}

var param = regexp.MustCompile(`\{(\w+)\}`)

// variants are the ways a list is asked for that could tell more than the list.
var variants = map[string][]string{
	"/api/v1/applications": {"?sort=-updatedAt", "?sort=updatedAt", "?sort=state", "?state=EXPERT_REVIEW", "?q=370686", "?page=1&pageSize=1"},
	"/api/v1/reviews":      {"?mine=true", "?state=SUBMITTED", "?state=RECUSED", "?stage=WRITTEN", "?page=1&pageSize=1"},
	"/api/v1/todos":        {"?done=true"},
}

// urls are all addresses of every GET route the server runs, filled from the world.
func (tw *twin) urls() []string {
	tw.w.t.Helper()
	var all []string
	for _, route := range tw.w.server.Routes() {
		if route.Method != http.MethodGet && route.Method != http.MethodHead {
			continue
		}
		filled := []string{route.Path}
		for _, m := range param.FindAllStringSubmatch(route.Path, -1) {
			var next []string
			for _, path := range filled {
				for _, value := range tw.values(m[1]) {
					next = append(next, strings.Replace(path, m[0], value, 1))
				}
			}
			filled = next
		}
		all = append(all, filled...)
		for _, query := range variants[route.Path] {
			all = append(all, route.Path+query)
		}
	}
	for _, id := range tw.params["reviewId"] {
		all = append(all, "/api/v1/audit/streams/review/"+id)
	}
	return append(all, "/api/v1/reviews?application="+tw.apps[0].id, "/api/v1/batches/"+tw.w.batch+"/shortlist?city=370600")
}

// values are what a path parameter is tried with; one without a list gets every id ever given out.
func (tw *twin) values(name string) []string {
	if list, known := tw.params[name]; known {
		return list
	}
	ids := make([]string, tw.w.ids.Load())
	for i := range ids {
		ids[i] = "id-" + strconv.Itoa(i+1)
	}
	return ids
}
