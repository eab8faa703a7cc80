package api_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"xianjie/internal/proposal"
	"xianjie/workflow"
)

const (
	paperKind = string(proposal.AttachFundIntegrationCommitment)
	given     = "/confirmations"
)

// bureau signs in an account of one department of the case's county.
func (c *county) bureau(login, unit string) *person {
	c.w.t.Helper()
	c.w.account(login, unit, "county_department", c.doc.County.Code)
	return c.w.signIn(login)
}

// pledge is one line or project in a view of confirmations.
func (r *reply) pledge(line string) map[string]any {
	r.t.Helper()
	for _, item := range r.want(200).at("items").([]any) {
		if p := item.(map[string]any); p["line"] == line {
			return p
		}
	}
	r.t.Fatalf("%s does not list %s", r.what, line)
	return nil
}

func items(file string, lines ...string) string {
	parts := make([]string, len(lines))
	for i, line := range lines {
		kind, rest, digest := "LINE", line, ""
		if strings.HasPrefix(line, "P") {
			kind = "PROJECT"
		}
		if at, seen, ok := strings.Cut(rest, "="); ok {
			rest, digest = at, seen
		}
		parts[i] = fmt.Sprintf(`{"kind":%q,"line":%q,"digest":%q}`, kind, rest, digest)
	}
	return fmt.Sprintf(`{"items":[%s],"attachmentId":%q}`, strings.Join(parts, ","), file)
}

func TestADepartmentConfirmsItsLinesAndProjectsAtOnce(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		water, roads := c.bureau("water", "栖霞市水利局"), c.bureau("roads", "市交通运输局")
		water.upload(c.id, "RESOLUTION_MINUTES", "", "纪要.pdf", paper("x")).refused(403, "forbidden")
		file := water.upload(c.id, paperKind, "", "水利局承诺.pdf", paper("water"), "Idempotency-Key", "u").want(201).text("attachment.id")
		letter := c.filer.get(c.path() + "/attachments").want(200).text("items.0.id")
		if todo := water.get("/todos").want(200); todo.count("items.0.confirm") != 3 || todo.text("items.0.confirm.0.line") != "INT02" {
			t.Errorf("todo: %s", clip(todo.body))
		}
		seen := water.get(c.path() + given).pledge("INT02")
		if seen["mine"] != true || seen["state"] != "UNCONFIRMED" || seen["confirmation"] != nil {
			t.Errorf("before: %v", seen)
		}
		water.send("POST", c.path()+given, `{}`).refused(422, "invalid")
		water.send("POST", c.path()+given, `{"line":"INT02","items":[{"kind":"LINE","line":"INT02"}]}`).refused(422, "invalid")
		water.send("POST", c.path()+given, items("", "INT02")).refused(422, "invalid")
		water.send("POST", c.path()+given, items(letter, "INT02")).refused(422, "invalid")
		water.send("POST", c.path()+given, items("no-such-file", "INT02")).refused(422, "invalid")
		roads.send("POST", c.path()+given, items(file, "INT02")).refused(403, "forbidden")
		if r := water.send("POST", c.path()+given, items(file, "INT02", "INT01", "P10", "P11")).refused(403, "forbidden"); r.count("errors") != 2 {
			t.Errorf("what is wrong: %s", clip(r.body))
		}
		water.send("POST", c.path()+given, items(file, "INT02="+strings.Repeat("0", 64))).refused(412, "stale")
		if n := water.get(c.path() + given).number("lines.confirmed"); n != 0 {
			t.Errorf("%d confirmed by refused commands", n)
		}
		elsewhere := w.asUnit("county_department", "370832", "县水利局")
		elsewhere.send("POST", c.path()+given, items(file, "INT02")).refused(404, "not_found")
		elsewhere.get(c.path()+given).refused(404, "not_found")
		elsewhere.upload(c.id, paperKind, "", "x.pdf", paper("x")).refused(404, "not_found")
		all := items(file, "INT02="+seen["digest"].(string), "P11", "P12")
		done := water.send("POST", c.path()+given, all, "Idempotency-Key", "c").want(201)
		again := water.send("POST", c.path()+given, all, "Idempotency-Key", "c").want(201)
		if done.tag() != again.tag() || !bytes.Equal(done.body, again.body) {
			t.Errorf("the repeated command was answered anew: %s %s", done.tag(), again.tag())
		}
		if water.get("/todos").want(200).count("items") != 0 {
			t.Error("there is still something to confirm")
		}
		view := c.filer.get(c.path() + given)
		now := view.pledge("INT02")
		if now["state"] != "CONFIRMED" || fmt.Sprint(now["committed"]) != "460" || now["confirmation"].(map[string]any)["fileName"] != "水利局承诺.pdf" {
			t.Errorf("after: %v", now)
		}
		if view.number("lines.confirmed") != 1 || view.number("lines.count") != 6 || view.number("lines.confirmedAmount") != 460 ||
			view.number("lines.unconfirmedAmount") != 3540 || view.number("projects.confirmed") != 2 || view.pledge("LINKAGE_PROV_UP")["committed"] == now["committed"] {
			t.Errorf("sums: %s", clip(view.body))
		}
		if up := view.pledge("LINKAGE_PROV_UP"); fmt.Sprint(up["committed"]) != "0" || up["state"] != "BY_AWARD" {
			t.Errorf("before the award: %v", up)
		}
		tag := ""
		for _, item := range c.filer.get(c.path() + "/attachments").want(200).at("items").([]any) {
			if f := item.(map[string]any); f["id"] == file {
				tag = `"` + f["sha256"].(string) + `"`
			}
		}
		water.send("DELETE", "/attachments/"+file, "", "If-Match", tag).refused(403, "forbidden")
		c.filer.send("DELETE", "/attachments/"+file, "", "If-Match", tag).want(200)
		if gone := c.filer.get(c.path() + given).pledge("INT02"); gone["state"] != "LAPSED" || len(gone["why"].([]any)) != 1 || gone["confirmation"] == nil {
			t.Errorf("without its paper: %v", gone)
		}
		water.send("POST", c.path()+given, items(file, "INT02")).refused(422, "invalid")
		if r := c.filer.get("/applications?unconfirmed=true").want(200); r.number("total") != 1 || r.number("items.0.summary.unconfirmed") != 33 {
			t.Errorf("list: %s", clip(r.body))
		}
		c.filer.send("DELETE", c.path(), "", "If-Match", c.version(c.filer)).want(204)
		if n := w.kept(); n != 0 {
			t.Errorf("%d files outlive their draft", n)
		}
	})
}

func TestTheCityConfirmsItsMoneyAgainstTheSnapshot(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		c.finance.send("POST", c.path()+given, `{"line":"LINKAGE_CITY"}`).refused(404, "not_found")
		w.as("county_finance", c.doc.County.Code).send("POST", c.path()+given, `{"line":"LINKAGE_CITY"}`).refused(403, "forbidden")
		if open := c.filer.get(c.path()).want(200); open.at("live") != true {
			t.Errorf("a draft is not open to its county: %s", clip(open.body))
		}
		c.submit()
		for _, path := range []string{c.path(), c.path() + given} {
			if frozen := c.filer.get(path).want(200); frozen.at("live") != false {
				t.Errorf("%s is still open to its county after it was handed in", path)
			}
		}
		if todo := c.finance.get("/todos").want(200); todo.text("items.0.confirm.0.line") != "LINKAGE_CITY" {
			t.Errorf("todo: %s", clip(todo.body))
		}
		c.reviewer.send("POST", c.path()+given, `{"line":"LINKAGE_CITY"}`).refused(403, "forbidden")
		w.as("city_finance", "370800").send("POST", c.path()+given, `{"line":"LINKAGE_CITY"}`).refused(404, "not_found")
		c.finance.send("POST", c.path()+given, `{"line":"LINKAGE_CITY"}`).want(201)
		for _, p := range []*person{c.finance, c.filer, w.as("prov_finance", "370000"), w.as("auditor", "370600")} {
			if city := p.get(c.path() + given).pledge("LINKAGE_CITY"); city["state"] != "CONFIRMED" || fmt.Sprint(city["committed"]) != "1200" {
				t.Errorf("%s reads %v", p.login, city)
			}
		}
		c.reach(workflow.Shortlisted)
		c.finance.send("POST", c.path()+given, `{"line":"LINKAGE_CITY"}`).refused(409, "refused")
	})
}
