package api_test

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"xianjie/api"
	"xianjie/policy/access"
)

// route is one line of testdata/routes.csv: what may be asked of this server, and by whom.
type route struct {
	method, path   string
	object, action string
	public         bool
}

// routes reads the reviewed table.
func routes(t *testing.T) []route {
	t.Helper()
	f, err := os.Open("testdata/routes.csv")
	must(t, err)
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment, r.TrimLeadingSpace = '#', true
	rows, err := r.ReadAll()
	must(t, err)
	out := make([]route, len(rows))
	for i, row := range rows {
		out[i] = route{method: row[0], path: row[1], object: row[2], action: row[3], public: row[4] == "public"}
	}
	return out
}

func TestTheRunningRoutesAreTheReviewedTable(t *testing.T) {
	want := routes(t)
	door, err := access.New()
	must(t, err)
	running := api.New(api.Deps{}).Routes()
	for _, r := range running {
		i := slices.IndexFunc(want, func(w route) bool { return w.method == r.Method && w.path == r.Path })
		if i < 0 {
			t.Errorf("%s %s is served but not in routes.csv", r.Method, r.Path)
			continue
		}
		if got := (route{r.Method, r.Path, r.Object, r.Action, r.Public}); got != want[i] {
			t.Errorf("%s %s runs as %+v, routes.csv says %+v", r.Method, r.Path, got, want[i])
		}
		if !r.Public && r.Object != "session" && r.Action != "step" && !door.Knows(r.Object, r.Action) {
			t.Errorf("%s %s: nobody is ever allowed %s on %s", r.Method, r.Path, r.Action, r.Object)
		}
	}
	if len(running) != len(want) {
		t.Errorf("%d routes run, routes.csv has %d", len(running), len(want))
	}
}

// filled puts the ids of a case into a path.
func (r route) filled(c *county, file string) string {
	return strings.NewReplacer("{id}", c.id, "{batchId}", c.w.batch, "{name}", "plan", "{projectId}", c.doc.Projects[0].ID, "{n}", "1", "{m}", "1", "{month}", "2022-11",
		"{attachmentId}", file, "{photoId}", "no-such-photo", "{accountId}", "no-such-account", "{grantId}", "no-such-grant", "{kind}", "application",
		"{noticeId}", "no-such-notice", "{objectionId}", "no-such-objection", "{receiptNo}", "YY20230301-NONE", "{simulationId}", "no-such-simulation",
		"{changeId}", "no-such-change", "{drawId}", "no-such-draw", "{reviewId}", "no-such-review").Replace(strings.TrimPrefix(r.path, api.Base))
}

// body is a body where the method has one.
func (r route) body(text string) string {
	if r.method == http.MethodGet || r.method == http.MethodHead || r.method == http.MethodDelete || strings.HasSuffix(r.path, "/checks") ||
		r.method == http.MethodPost && strings.HasSuffix(r.path, "/notices") {
		return ""
	}
	return text
}

// url is the path, for routes outside the base with their host.
func (r route) url(c *county, file string) string {
	if !strings.HasPrefix(r.path, api.Base) {
		return c.w.url + r.path
	}
	return r.filled(c, file)
}

func TestNobodyGetsAnywhereWithoutASession(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		stranger := w.nobody()
		for _, r := range routes(t) {
			answer := stranger.send(r.method, r.url(c, "id-3"), r.body("{}"), "If-Match", `"1"`)
			switch {
			case r.public && (answer.status == http.StatusUnauthorized || answer.status == http.StatusForbidden || answer.status >= 500):
				t.Errorf("%s is public, yet %d", answer.what, answer.status)
			case !r.public && r.method == http.MethodHead && answer.status != http.StatusUnauthorized:
				t.Errorf("%s answers %d to a stranger", answer.what, answer.status)
			case !r.public && r.method != http.MethodHead:
				answer.refused(http.StatusUnauthorized, "signed_out")
			}
		}
	})
}

// posts is every role with a region of its own and one elsewhere, seen from the county of A01.
func posts() []struct{ role, own, other string } {
	return []struct{ role, own, other string }{
		{"county_filer", "370686", "370832"}, {"county_signer", "370686", "370832"}, {"county_department", "370686", "370832"},
		{"county_finance", "370686", "370832"}, {"city_reviewer", "370600", "370800"}, {"city_finance", "370600", "370800"},
		{"city_signer", "370600", "370800"}, {"auditor", "370600", "370800"}, {"inspector", "370600", "370800"},
		{"prov_admin", "370000", ""}, {"prov_finance", "370000", ""}, {"review_secretary", "370000", ""}, {"expert", "370000", ""},
		{"site_inspector", "370000", ""}, {"sysadmin", "370000", ""}, {"secadmin", "370000", ""}, {"auditadmin", "370000", ""},
	}
}

// TestEveryRouteForEveryRole tries each route as each role: who has no right is told so (403), who has one gets past the gate, and
// nothing that was refused leaves a trace. Bodies are empty objects, so that what passes the gate stops at its content.
func TestEveryRouteForEveryRole(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		door, err := access.New()
		must(t, err)
		c := w.draft("A01").desks().submit()
		file := c.filer.get(c.path() + "/attachments").want(200).text("items.0.id")
		for _, post := range posts() {
			p := w.as(post.role, post.own)
			before := w.heads()
			for _, r := range routes(t) {
				if r.public || r.path == api.Base+"/session" && r.method == http.MethodDelete {
					continue
				}
				action := r.action
				if action == "step" {
					action = "read"
				}
				may := r.object == "session" || door.May(post.role, post.own, post.own, r.object, action)
				if w.heads() != before {
					t.Errorf("%s left a trace before %s", post.role, r.path)
				}
				answer := p.send(r.method, r.url(c, file), r.body("{}"))
				if now := w.heads(); r.action == "export" && answer.status == http.StatusOK { // what is taken away is kept on record
					if now == before {
						t.Errorf("%s took %s away and left no trace", post.role, r.path)
					}
					before = now
				}
				if gated := answer.status == http.StatusForbidden; gated == may {
					t.Errorf("%s as %s: %d, but may = %v", answer.what, post.role, answer.status, may)
				}
				if answer.status >= 500 {
					t.Errorf("%s as %s: %d %s", answer.what, post.role, answer.status, clip(answer.body))
				}
				if r.action == "export" && answer.status == http.StatusOK {
					before = w.heads() // what was taken away is on record
				}
			}
			if after := w.heads(); after != before {
				t.Errorf("%s left a trace: %s, before %s", post.role, after, before)
			}
		}
	})
}

// heads is the state of every audit stream: whatever was changed shows there.
func (w *world) heads() string {
	w.t.Helper()
	heads, err := w.store.AuditHeads(w.t.Context())
	must(w.t, err)
	text, err := json.Marshal(heads)
	must(w.t, err)
	return string(text)
}

// bodies pass the checks of content, so that only visibility stands in the way.
func bodies(c *county) map[string]string {
	return map[string]string{
		"/applications/{id}":                                 `{"schemaVersion":"1.0","batchCode":"` + c.doc.BatchCode + `","channel":"CITY_SELECTED","county":{"code":"370686","name":"栖霞市"}}`,
		"/applications/{id}/sections/{name}":                 `{"title":"x"}`,
		"/applications/{id}/projects":                        `{"id":"P99"}`,
		"/applications/{id}/projects/{projectId}":            `{"id":"` + c.doc.Projects[0].ID + `"}`,
		"/applications/{id}/project-order":                   `{"ids":["` + c.doc.Projects[0].ID + `"]}`,
		"/applications/{id}/actions":                         `{"action":"accept"}`,
		"/applications/{id}/waivers":                         `{"rule":"V01","reason":"x","docNo":"x"}`,
		"/applications/{id}/confirmations":                   `{"line":"LINKAGE_COUNTY"}`,
		"/applications/{id}/checks":                          ``,
		"/applications/{id}/attachments":                     ``,
		"/applications/{id}/defence":                         `{"meetingAt":"2030-01-01T00:00:00Z"}`,
		"/applications/{id}/site-check":                      `{"items":[]}`,
		"/applications/{id}/site-check/inspectors":           `{"inspectors":["x"]}`,
		"/applications/{id}/plan-changes":                    `{"baseVersion":1,"reason":"x","removed":["P01"]}`,
		"/applications/{id}/site-check/actions":              `{"action":"submit"}`,
		"/applications/{id}/monthly-reports/{month}":         `{"lines":[]}`,
		"/applications/{id}/monthly-reports/{month}/actions": `{"action":"submit"}`,
	}
}

// TestSomebodyElsesApplicationDoesNotExist asks every route about an application from elsewhere: the answer is the same as for an
// id that was never given out.
func TestSomebodyElsesApplicationDoesNotExist(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		file := c.filer.get(c.path() + "/attachments").want(200)
		asked := 0
		for _, post := range posts() {
			if post.other == "" {
				continue
			}
			p := w.as(post.role, post.other)
			before := w.heads()
			for _, r := range routes(t) {
				about := strings.Contains(r.path, "/applications/{id}") || strings.Contains(r.path, "{attachmentId}") || strings.Contains(r.path, "/audit/streams")
				if !about {
					continue
				}
				body := r.body(bodies(c)[strings.TrimPrefix(r.path, api.Base)])
				tag := `"1"`
				if strings.Contains(r.path, "{attachmentId}") {
					tag = `"` + file.text("items.0.sha256") + `"`
				}
				here := p.send(r.method, r.filled(c, file.text("items.0.id")), body, "If-Match", tag)
				nowhere := *c
				nowhere.id = "no-such-id"
				there := p.send(r.method, r.filled(&nowhere, "no-such-file"), body, "If-Match", tag)
				asked++
				if here.status != there.status || here.status != http.StatusNotFound && here.status != http.StatusForbidden && here.status != http.StatusUnsupportedMediaType {
					t.Errorf("%s as %s of %s: %d, and %d when there is none\n%s", here.what, post.role, post.other, here.status, there.status, clip(here.body))
				}
				if r.method != http.MethodHead && without(here, "request") != without(there, "request") {
					t.Errorf("%s as %s of %s tells more than for an unknown id:\n%s\n%s", here.what, post.role, post.other, clip(here.body), clip(there.body))
				}
			}
			if w.heads() != before {
				t.Errorf("%s of %s left a trace", post.role, post.other)
			}
		}
		if asked < 200 {
			t.Errorf("only %d questions asked", asked)
		}
	})
}

// without is a JSON object without one member.
func without(r *reply, name string) string {
	r.t.Helper()
	var v map[string]any
	if err := json.Unmarshal(r.body, &v); err != nil {
		r.t.Fatalf("%s: %v\n%s", r.what, err, clip(r.body))
	}
	delete(v, name)
	text, err := json.Marshal(v)
	must(r.t, err)
	return string(text)
}
