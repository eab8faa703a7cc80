package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"strings"
	"testing"

	"xianjie/internal/identity"
	"xianjie/workflow"
)

// picture is a JPG by its signature, different for each text.
func picture(text string) []byte { return append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), text...) }

// photo uploads one photo of a site check.
func (p *person) photo(app, item, name string, content []byte, headers ...string) *reply {
	p.w.t.Helper()
	var buf bytes.Buffer
	form := multipart.NewWriter(&buf)
	must(p.w.t, form.WriteField("item", item))
	part, err := form.CreatePart(textproto.MIMEHeader{"Content-Disposition": {fmt.Sprintf(`form-data; name="file"; filename=%q`, name)}, "Content-Type": {"image/jpeg"}})
	must(p.w.t, err)
	_, err = part.Write(content)
	must(p.w.t, err)
	must(p.w.t, form.Close())
	return p.stream("POST", "/applications/"+app+"/site-check/photos", &buf, append([]string{"Content-Type", form.FormDataContentType()}, headers...)...)
}

// reach puts a submitted application straight into a state of review, and its batch into review.
func (c *county) reach(to workflow.State) *county {
	c.w.t.Helper()
	ctx := c.w.t.Context()
	app, err := c.w.store.Application(ctx, c.id)
	must(c.w.t, err)
	b, err := c.w.store.ReadBatch(ctx, app.BatchID)
	must(c.w.t, err)
	must(c.w.t, c.w.store.InTx(ctx, func(tx workflow.Tx) error {
		app.State, app.Round, b.State = to, app.Round+1, workflow.BatchReviewing
		if err := tx.SaveBatch(&b); err != nil {
			return err
		}
		return tx.SaveApplication(&app)
	}))
	return c
}

func TestTheOrderOfTheDefenceIsDrawnOnceAndShownToEachAsFarAsHeMaySee(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit().reach(workflow.Defence)
		secretary, path := w.as("review_secretary", "370000"), "/batches/"+w.batch+"/defences"
		secretary.send("POST", path, `{"seed":"88-17-03","extra":1}`).refused(422, "invalid")
		first := secretary.send("POST", path, `{"seed":"88-17-03"}`, "Idempotency-Key", "draw-1").want(201)
		again := secretary.send("POST", path, `{"seed":"88-17-03"}`, "Idempotency-Key", "draw-1").want(201)
		if first.text("places.0.applicationId") != c.id || !bytes.Equal(first.body, again.body) || again.header.Get("Idempotency-Replayed") != "true" {
			t.Errorf("%s\n%s", clip(first.body), clip(again.body))
		}
		secretary.send("POST", path, `{}`).refused(409, "refused")
		c.signer.send("POST", path, `{}`).refused(403, "forbidden")

		record := c.path() + "/defence"
		secretary.send("PUT", record, `{"meetingAt":"2022-12-20T01:00:00Z"}`).refused(428, "precondition_required")
		secretary.send("PUT", record, `{}`, "If-Match", `"1"`).refused(422, "invalid")
		secretary.send("PUT", record, `{"meetingAt":"2022-12-20T01:00:00Z","minutes":"x"}`, "If-Match", `"1"`).refused(422, "invalid")
		r := secretary.send("PUT", record, `{"meetingAt":"2022-12-20T01:00:00Z"}`, "If-Match", `"1"`).want(200)
		secretary.send("PUT", record, `{"meetingAt":"2022-12-21T01:00:00Z"}`, "If-Match", `"1"`).refused(412, "stale")
		w.at("2022-12-20T10:00:00+08:00")
		held := `{"attendance":[{"unit":"栖霞市政府","post":"市长","present":true}],"minutes":"汇报八分钟"}`
		r = secretary.send("PUT", record, held, "If-Match", r.tag()).want(200)
		if r.text("heldAt") == "" || r.number("version") != 3 || r.tag() != `"3"` {
			t.Errorf("%s", clip(r.body))
		}

		whole := w.as("prov_admin", "370000").get(path).want(200)
		if whole.text("items.0.attendance.0.post") != "市长" || whole.at("items.0.whole") != true {
			t.Errorf("the province sees %s", clip(whole.body))
		}
		secretary.get(path, "If-None-Match", secretary.get(path).tag()).want(304)
		for _, p := range []*person{c.signer, c.reviewer} {
			r := p.get(path).want(200)
			if r.count("items") != 1 || r.number("items.0.order") != 1 || r.text("items.0.meetingAt") == "" || r.count("items.0.attendance") != 0 ||
				strings.Contains(string(r.body), "汇报") || r.at("items.0.heldAt") != nil {
				t.Errorf("%s sees %s", p.login, clip(r.body))
			}
		}
		if r := w.as("county_signer", "370832").get(path).want(200); r.count("items") != 0 {
			t.Errorf("another county sees %s", clip(r.body))
		}
		w.as("site_inspector", "370000").get(path).refused(403, "forbidden")
	})
}

// filled is a body that fills in a whole sheet, one finding false.
func filled(verdict, extra string) string {
	var items []map[string]string
	for item, place := range map[string]string{"VILLAGES": "/zone/villages/0/type", "INDUSTRY_BASE": "/zone/industries/0/annualOutputWan", "LAND": "/zone/areaKm2",
		"INTEGRATED_FUNDS": "/fundPlan/integrated/0/amount", "WORK_TEAM": "/plan/title", "AWARENESS": "/zone/villages/1/households"} {
		items = append(items, map[string]string{"item": item, "place": place, "finding": "TRUE"})
	}
	items = append(items, map[string]string{"item": "VILLAGES", "place": "/zone/villages/0/households", "finding": "FALSE", "note": "实有 310 户"})
	text, err := json.Marshal(items)
	if err != nil {
		panic(err)
	}
	return `{"checkedOn":"2022-12-20","verdict":"` + verdict + `"` + extra + `,"items":` + string(text) + `}`
}

func TestASiteCheckIsFilledInByItsInspectorsAndSeenOnceItIsHandedIn(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit().reach(workflow.SiteCheck)
		w.at("2022-12-21T10:00:00+08:00")
		secretary, province := w.as("review_secretary", "370000"), w.as("prov_admin", "370000")
		east := w.as("site_inspector", "370000")
		west := w.inspector("west")
		path := c.path() + "/site-check"
		list := secretary.get("/batches/" + w.batch + "/site-checks").want(200)
		if list.number("items.0.version") != 0 || list.count("mayAssign") != 2 {
			t.Errorf("%s", clip(list.body))
		}
		if r := province.get("/batches/" + w.batch + "/site-checks").want(200); r.count("mayAssign") != 0 {
			t.Errorf("who may be sent is the secretary's to know: %s", clip(r.body))
		}
		secretary.send("PUT", path+"/inspectors", `{"inspectors":["nobody"]}`, "If-Match", secretary.get(path).want(200).tag()).refused(422, "invalid")
		r := secretary.send("PUT", path+"/inspectors", `{"inspectors":["`+w.accounts[east.login]+`"]}`, "If-Match", `"0"`).want(200)
		trail := w.as("auditadmin", "370000").get("/audit?action=sitecheck_assign&q=" + east.login).want(200)
		if trail.number("total") != 1 || trail.text("items.0.objectLabel") != east.login+" "+r.text("inspectors.0.name") || strings.Contains(trail.text("items.0.object"), w.accounts[east.login]) {
			t.Errorf("the record does not say who is sent: %s", clip(trail.body))
		}

		east.send("PUT", path, `{"items":[{"item":"LAND","claimed":"typed"}]}`, "If-Match", r.tag()).refused(422, "invalid")
		east.send("PUT", path, `{"items":[]}`).refused(428, "precondition_required")
		saved := east.send("PUT", path, filled("ISSUES", `,"deduction":1.5`), "If-Match", r.tag()).want(200)
		if saved.text("items.6.claimed") != "村“下袁楼村”(370686901201)的户数:456 户" || saved.number("shares.false") != 1 || saved.at("deduction") != 1.5 {
			t.Errorf("%s", clip(saved.body))
		}
		east.send("PUT", path, `{"items":[]}`, "If-Match", r.tag()).refused(412, "stale")

		outsiders := map[*person]int{west: 404, c.signer: 403, c.reviewer: 403, w.as("county_filer", "370832"): 403, w.as("expert", "370000"): 403}
		for p, status := range outsiders {
			for _, what := range []string{path, path + "/photos"} {
				if r := p.get(what); r.status != status {
					t.Errorf("%s reads %s: %d, want %d", p.login, what, r.status, status)
				}
			}
		}
		west.send("PUT", path, `{"items":[]}`, "If-Match", saved.tag()).refused(404, "not_found")
		west.send("POST", path+"/actions", `{"action":"submit"}`, "If-Match", saved.tag()).refused(404, "not_found")
		before := province.get(path).want(200)
		if before.count("items") != 0 || before.at("whole") != false || before.number("done") != 6 || before.text("verdict") != "" || before.number("shares.of") != 0 {
			t.Errorf("before it is handed in the province sees %s", clip(before.body))
		}

		submit := func(p *person, tag string, more ...string) *reply {
			return p.send("POST", path+"/actions", `{"action":"submit"}`, append([]string{"If-Match", tag}, more...)...)
		}
		submit(east, saved.tag()).refused(422, "invalid")
		photo := east.photo(c.id, "VILLAGES", "村口.jpg", picture("one")).want(201)
		if list := province.get(path + "/photos").want(200); list.count("items") != 0 {
			t.Errorf("photos before it is handed in: %s", clip(list.body))
		}
		province.get("/site-photos/"+photo.text("id")).refused(404, "not_found")
		done := submit(east, saved.tag(), "Idempotency-Key", "s1").want(200)
		if again := submit(east, saved.tag(), "Idempotency-Key", "s1").want(200); !bytes.Equal(done.body, again.body) || done.text("submittedAt") == "" {
			t.Errorf("%s", clip(again.body))
		}
		submit(east, done.tag()).refused(409, "refused")
		if after := province.get(path).want(200); after.text("verdict") != "ISSUES" || after.text("verdictLabel") != "有问题" || after.number("shares.of") != 7 {
			t.Errorf("after it was handed in the province sees %s", clip(after.body))
		}
		province.get("/site-photos/" + photo.text("id")).want(200)
		east.send("DELETE", "/site-photos/"+photo.text("id"), "", "If-Match", photo.tag()).refused(409, "refused")

		province.send("POST", path+"/actions", `{"action":"reopen","reason":"日期有误"}`, "If-Match", done.tag()).refused(403, "forbidden")
		opened := secretary.send("POST", path+"/actions", `{"action":"reopen","reason":"日期有误"}`, "If-Match", done.tag()).want(200)
		if opened.at("submittedAt") != nil {
			t.Errorf("%s", clip(opened.body))
		}
		trail = w.as("auditor", "370000").get("/audit/streams/application/" + c.id).want(200)
		for _, kept := range []string{"sitecheck_kept", "实有 310 户", "sitecheck_reopen", "日期有误"} {
			if !strings.Contains(string(trail.body), kept) {
				t.Errorf("the audit stream has no %s", kept)
			}
		}
	})
}

// inspector signs in one more inspector.
func (w *world) inspector(login string) *person {
	w.t.Helper()
	w.account(login, login+"组", "site_inspector", "370000")
	p := w.nobody()
	p.login = login
	p.send("POST", "/session", `{"login":"`+login+`","password":"`+password+`"}`).want(201)
	return p
}

func TestAnInspectorWhoseGrantIsTakenAwayIsShutOutAtOnce(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit().reach(workflow.SiteCheck)
		west := w.inspector("west")
		path := c.path() + "/site-check"
		w.as("review_secretary", "370000").send("PUT", path+"/inspectors", `{"inspectors":["`+w.accounts["west"]+`"]}`, "If-Match", `"0"`).want(200)
		west.get(path).want(200)
		ctx := t.Context()
		a, err := w.people.Account(ctx, w.accounts["west"])
		must(t, err)
		_, err = w.people.RemoveGrant(ctx, identity.Act{By: identity.Console, Account: a.ID}, a.Grants[0].ID)
		must(t, err)
		before := w.heads()
		west.get(path).refused(403, "forbidden")
		west.send("PUT", path, `{"items":[]}`, "If-Match", `"1"`).refused(403, "forbidden")
		west.photo(c.id, "LAND", "x.jpg", picture("x")).refused(403, "forbidden")
		west.get(c.path()).refused(403, "forbidden")
		if w.heads() != before {
			t.Error("a refused act left a trace")
		}
	})
}

func TestPhotosAreTakenByContentAndLeaveNothingBehind(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit().reach(workflow.SiteCheck)
		east, west, secretary := w.as("site_inspector", "370000"), w.inspector("west"), w.as("review_secretary", "370000")
		path := c.path() + "/site-check"
		east.photo(c.id, "LAND", "x.jpg", picture("x")).refused(404, "not_found") // not yet his
		secretary.send("PUT", path+"/inspectors", `{"inspectors":["`+w.accounts[east.login]+`"]}`, "If-Match", `"0"`).want(200)
		kept, before := w.kept(), w.heads()
		png := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR rest")
		for _, tt := range []struct {
			name   string
			got    *reply
			status int
		}{
			{"a page in a photo's clothes", east.photo(c.id, "LAND", "x.jpg", []byte("<html><script>alert(1)</script></html>")), 415},
			{"a paper", east.photo(c.id, "LAND", "x.pdf", paper("x")), 415},
			{"a name that says otherwise", east.photo(c.id, "LAND", "x.jpg", png), 415},
			{"too large", east.photo(c.id, "LAND", "x.jpg", append(picture(""), make([]byte, 20<<20)...)), 413},
			{"empty", east.photo(c.id, "LAND", "x.jpg", nil), 422},
			{"of an unknown item", east.photo(c.id, "BRIBES", "x.jpg", picture("x")), 422},
			{"no form", east.send("POST", path+"/photos", `{}`), 415},
			{"another inspector's", west.photo(c.id, "LAND", "x.jpg", picture("x")), 404},
			{"a county's", c.signer.photo(c.id, "LAND", "x.jpg", picture("x")), 403},
			{"the secretary's", secretary.photo(c.id, "LAND", "x.jpg", picture("x")), 403},
		} {
			if tt.got.status != tt.status {
				t.Errorf("%s: %d, want %d %s", tt.name, tt.got.status, tt.status, clip(tt.got.body))
			}
		}
		if w.kept() != kept || w.heads() != before {
			t.Errorf("%d files on disk, before %d", w.kept(), kept)
		}
		first := east.photo(c.id, "LAND", "地块.png", png, "Idempotency-Key", "p1").want(201)
		again := east.photo(c.id, "LAND", "地块.png", png, "Idempotency-Key", "p1").want(201)
		if first.text("id") != again.text("id") || first.text("mediaType") != "image/png" || again.header.Get("Idempotency-Replayed") != "true" {
			t.Errorf("%s\n%s", clip(first.body), clip(again.body))
		}
		second := east.photo(c.id, "VILLAGES", "同一张.png", png).want(201) // the same bytes
		if w.kept() != kept+1 {
			t.Errorf("%d files, want %d", w.kept(), kept+1)
		}
		one := "/site-photos/" + first.text("id")
		r := east.get(one).want(200)
		if !bytes.Equal(r.body, png) || r.tag() != first.tag() || !strings.HasPrefix(r.header.Get("Content-Disposition"), "attachment;") ||
			r.header.Get("Content-Security-Policy") != "sandbox; default-src 'none'" || r.header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%v", r.header)
		}
		west.get(one).refused(404, "not_found")
		west.send("DELETE", one, "", "If-Match", first.tag()).refused(404, "not_found")
		c.signer.get(one).refused(403, "forbidden")
		east.send("DELETE", one, "").refused(428, "precondition_required")
		east.send("DELETE", one, "", "If-Match", `"other"`).refused(412, "stale")
		east.send("DELETE", one, "", "If-Match", first.tag()).want(http.StatusNoContent)
		east.get("/site-photos/" + second.text("id")).want(200)
		east.send("DELETE", "/site-photos/"+second.text("id"), "", "If-Match", second.tag()).want(http.StatusNoContent)
		if list := east.get(path + "/photos").want(200); list.count("items") != 0 || w.kept() != kept {
			t.Errorf("%d files, want %d; %s", w.kept(), kept, clip(list.body))
		}
	})
}
