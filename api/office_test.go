package api_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"xianjie/api"
	"xianjie/internal/audit"
	"xianjie/internal/sample"
	"xianjie/internal/store/storetest"
)

func TestABatchIsMadePublishedAndSuperseded(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		w := newWorld(t, dsn, nothingElse)
		admin, county := w.as("prov_admin", "370000"), w.as("county_filer", "370686")
		made := admin.send("POST", "/batches", string(sample.Pack()), "Idempotency-Key", "b").want(201)
		admin.send("POST", "/batches", string(sample.Pack()), "Idempotency-Key", "b").want(201)
		admin.send("POST", "/batches", string(sample.Pack())).refused(409, "refused")
		path := "/batches/" + made.text("id")
		county.get(path).refused(404, "not_found")
		if n := county.get("/batches").want(200).number("total"); n != 0 {
			t.Errorf("the county sees %d batches in preparation", n)
		}
		admin.send("PUT", path+"/pack", string(sample.Pack()), "If-Match", `"9"`).refused(412, "stale")
		now := admin.send("PUT", path+"/pack", string(sample.Pack()), "If-Match", made.tag()).want(200)
		admin.send("PUT", path+"/pack", `{"batchCode":5}`, "If-Match", now.tag()).refused(422, "invalid")
		now = admin.send("POST", path+"/actions", `{"action":"publish"}`, "If-Match", now.tag()).want(200)
		admin.send("PUT", path+"/pack", string(sample.Pack()), "If-Match", now.tag()).refused(409, "refused")
		county.get(path).want(200)
		next := `{"docNo":"鲁乡振字〔2022〕7号","pack":` + string(sample.Pack()) + `}`
		county.send("POST", path+"/pack", next, "If-Match", now.tag()).refused(403, "forbidden")
		now = admin.send("POST", path+"/pack", next, "If-Match", now.tag()).want(200)
		if now.number("packVersion") != 2 || county.get(path+"/packs").want(200).number("total") != 2 {
			t.Errorf("superseded: %s", clip(now.body))
		}
		pack := county.get(path + "/pack?version=1").want(200)
		if pack.text("batchCode") != made.text("code") {
			t.Errorf("pack: %s", clip(pack.body))
		}
		if r := county.get(path + "/regions").want(200); r.count("cities") < 10 || r.number("packVersion") != 2 {
			t.Errorf("regions: %s", clip(r.body))
		}
		county.get(path+"/pack?version=9").refused(404, "not_found")
		admin.send("POST", path+"/actions", `{"action":"close_collection"}`, "If-Match", now.tag()).refused(409, "refused")
		if n := county.get("/regions").want(200).number("total"); n != 153 {
			t.Errorf("%d divisions", n)
		}
	})
}

func TestWaiversAreRecorded(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A05").desks()
		c.submit()
		admin := w.as("prov_admin", "370000")
		body := `{"rule":"V01","reason":"山区村庄居住集中","docNo":"鲁乡振函〔2022〕101号"}`
		version := c.version(admin)
		granted := admin.send("POST", c.path()+"/waivers", body, "If-Match", version, "Idempotency-Key", "w").want(201)
		admin.send("POST", c.path()+"/waivers", body, "If-Match", version, "Idempotency-Key", "w").want(201)
		admin.send("POST", c.path()+"/waivers", body, "If-Match", version).refused(412, "stale")
		admin.send("POST", c.path()+"/waivers", `{"rule":"F06","reason":"x","docNo":"x"}`, "If-Match", granted.tag()).refused(422, "invalid")
		if r := c.filer.get(c.path() + "/waivers").want(200); r.number("total") != 1 || r.text("items.0.rule") != "V01" {
			t.Errorf("waivers: %s", clip(r.body))
		}
	})
}

func TestTheRecordIsReadAndExported(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		clerk, city := w.as("auditadmin", "370000"), w.as("auditor", "370600")
		stream := "/audit/streams/application/" + c.id
		for _, p := range []*person{clerk, city} {
			first := p.get(stream + "?limit=2").want(200)
			if first.count("items") != 2 || first.number("next") != 2 || first.text("items.0.action") != "create" {
				t.Errorf("stream: %s", clip(first.body))
			}
			if rest := p.get(stream + "?after=2").want(200); rest.number("items.0.seq") != 3 || rest.at("next") != nil {
				t.Errorf("rest: %s", clip(rest.body))
			}
			file := p.get(stream + "/export").want(200)
			if report, err := audit.VerifyExport(bytes.NewReader(file.body)); err != nil || len(report.Faults) > 0 {
				t.Errorf("the export does not verify: %v %+v", err, report)
			}
		}
		for _, path := range []string{"/audit", "/audit/export", "/audit/checkpoints", "/audit/streams/batch/" + w.batch, "/audit/streams/account/" + w.accounts["auditor-370600"]} {
			clerk.get(path).want(200)
			city.get(path).refused(404, "not_found")
		}
		far := w.as("auditor", "370800")
		far.get(stream).refused(404, "not_found")
		far.get(stream+"/export").refused(404, "not_found")
		all := clerk.get("/audit/export").want(200)
		if report, err := audit.VerifyExport(bytes.NewReader(all.body)); err != nil || len(report.Faults) > 0 {
			t.Errorf("the whole export does not verify: %v %+v", err, report)
		}
		point := clerk.get("/audit/checkpoints").want(200)
		if len(point.text("digest")) != 64 || point.number("streams") < 4 {
			t.Errorf("checkpoint: %s", clip(point.body))
		}
	})
}

func TestADraftIsEditedPieceByPiece(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		projects := c.filer.get(c.path() + "/projects").want(200)
		if projects.number("total") != len(c.doc.Projects) {
			t.Errorf("%d projects", projects.number("total"))
		}
		p := c.filer.get(c.path() + "/projects/P01").want(200)
		saved := c.filer.send("PATCH", c.path()+"/projects/P01", `{"name":"改名的项目"}`, "If-Match", p.tag()).want(200)
		now := c.filer.get(c.path() + "/projects/P01").want(200)
		if now.text("name") != "改名的项目" || now.tag() != saved.tag() {
			t.Errorf("patched: %s", clip(now.body))
		}
		if strings.Replace(string(p.body), `"name":"`+p.text("name"), `"name":"改名的项目`, 1) != string(now.body) {
			t.Error("the patch changed more than the name")
		}
		c.filer.send("PATCH", c.path()+"/projects/P01", `{"id":"P99"}`, "If-Match", now.tag()).refused(422, "invalid")
		c.filer.send("PUT", c.path()+"/projects/P01", string(p.body), "If-Match", p.tag()).refused(412, "stale")
		c.filer.send("PUT", c.path()+"/projects/P01", string(p.body), "If-Match", now.tag()).want(200)
		made := c.filer.send("POST", c.path()+"/projects", `{"id":"P88","name":"新项目"}`).want(201)
		if made.count("changed") == 0 {
			t.Errorf("an unfunded project changed no finding: %s", clip(made.body))
		}
		c.filer.send("POST", c.path()+"/projects", `{"id":"P88"}`).refused(409, "refused")
		ids := []string{"P88"}
		for _, project := range c.doc.Projects {
			ids = append(ids, project.ID)
		}
		order, err := json.Marshal(map[string]any{"ids": ids})
		must(t, err)
		c.filer.send("PUT", c.path()+"/project-order", `{"ids":["P88"]}`, "If-Match", c.version(c.filer)).refused(422, "invalid")
		c.filer.send("PUT", c.path()+"/project-order", string(order), "If-Match", c.version(c.filer)).want(200)
		if first := c.filer.get(c.path() + "/projects").want(200).text("items.0.id"); first != "P88" {
			t.Errorf("first is %s", first)
		}
		c.filer.send("DELETE", c.path()+"/projects/P88", "").refused(428, "precondition_required")
		c.filer.send("DELETE", c.path()+"/projects/P88", "", "If-Match", `"1"`).want(200)
		c.filer.get(c.path()+"/projects/P88").refused(404, "not_found")
		for i := range c.filer.get(c.path() + "/sections").want(200).count("items") {
			s := c.filer.get(c.path() + "/sections").at("items").([]any)[i].(map[string]any)
			body, err := json.Marshal(s["body"])
			must(t, err)
			r := c.filer.get(c.path() + "/sections/" + s["name"].(string)).want(200)
			c.filer.send("PUT", c.path()+"/sections/"+s["name"].(string), string(body), "If-Match", r.tag()).want(200)
		}
		whole := c.filer.send("PUT", c.path(), string(sample.Application("A01")), "If-Match", c.version(c.filer)).want(200)
		if whole.text("application.title") == "" {
			t.Errorf("imported: %s", clip(whole.body))
		}
		c.filer.send("PUT", c.path(), string(sample.Application("A02")), "If-Match", whole.tag()).refused(422, "invalid")
		c.filer.send("DELETE", c.path(), "", "If-Match", `"1"`).refused(412, "stale")
		c.filer.send("DELETE", c.path(), "", "If-Match", whole.tag()).want(204)
	})
}

// narrowed is a policy in which nobody may read the record of a county.
type narrowed struct{ api.Access }

func (n narrowed) May(role, grant, region, object, action string) bool {
	return n.Access.May(role, grant, region, object, action) && (object != "audit" || strings.HasSuffix(region, "00"))
}

func TestTheRecordOfAnApplicationNeedsARightOverItsCounty(t *testing.T) {
	eachWorldWith(t, func(d *api.Deps) { d.Access = narrowed{d.Access} }, func(t *testing.T, w *world) {
		c := w.draft("A01")
		city := w.as("auditor", "370600")
		city.get(c.path()).want(200)
		city.get("/audit/streams/application/"+c.id).refused(404, "not_found")
	})
}
