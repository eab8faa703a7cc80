package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

func TestANoticeFromDraftToAward(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		a, b := w.draft("A01").desks().submit(), w.draft("A02").desks().submit()
		admin := w.proposed(a, b)
		money, auditor, stranger := w.as("prov_finance", "370000"), w.as("auditor", "370000"), w.nobody()
		list := "/batches/" + w.batch + "/notices"
		a.filer.send("POST", list, "").refused(403, "forbidden")
		draft := admin.send("POST", list, "", "Idempotency-Key", "n1").want(201)
		if again := admin.send("POST", list, "", "Idempotency-Key", "n1").want(201); again.text("id") != draft.text("id") {
			t.Error("the same key made two notices")
		}
		path := "/notices/" + draft.text("id")
		a.filer.get(path).refused(404, "not_found")
		stranger.get("/public"+path).refused(404, "not_found")
		stranger.send("POST", "/public"+path+"/objections", `{"text":"草稿"}`).refused(404, "not_found")
		for who, want := range map[*person]int{admin: 1, auditor: 1, a.filer: 0, b.reviewer: 0, w.as("auditor", "370600"): 0} {
			if n := who.get(list).want(200).number("total"); n != want {
				t.Errorf("%s sees %d drafts, want %d", who.login, n, want)
			}
		}
		if n := stranger.get("/public/notices").want(200).number("total"); n != 0 {
			t.Errorf("the public sees %d drafts", n)
		}
		text := `{"title":"公示","body":"名单如下。【名单】自【公示起止日期】。电话【监督电话】。","channel":"门户网站","phone":"12317"}`
		admin.send("PUT", path, text).refused(428, "precondition_required")
		admin.send("PUT", path, text, "If-Match", `"9"`).refused(412, "stale")
		admin.send("PUT", path, `{"title":"公示","body":"x","channel":"","phone":"12317"}`, "If-Match", draft.tag()).refused(422, "invalid")
		kept := admin.send("PUT", path, text, "If-Match", draft.tag()).want(200)
		admin.send("POST", path+"/actions", `{"action":"burn"}`, "If-Match", kept.tag()).refused(422, "invalid")
		money.send("POST", path+"/actions", `{"action":"open"}`, "If-Match", kept.tag()).refused(403, "forbidden")
		opened := admin.send("POST", path+"/actions", `{"action":"open"}`, "If-Match", kept.tag()).want(200)
		public := stranger.get("/public" + path).want(200)
		if public.number("entries.0.amount") != 2000 || public.number("entries.1.rank") != 2 || public.at("accepting") != true ||
			public.text("closesAt") != "2022-12-21T16:00:00Z" || !strings.Contains(public.text("text"), "2022年12月12日至2022年12月21日") {
			t.Errorf("public: %s", clip(public.body))
		}
		stranger.get("/public"+path, "If-None-Match", public.tag()).want(http.StatusNotModified)
		admin.send("POST", path+"/actions", `{"action":"close"}`, "If-Match", opened.tag()).refused(409, "refused")
		filed := stranger.send("POST", "/public"+path+"/objections", `{"applicationNo":"370686-01","text":"项目用地未落实","contact":"0535-5200000"}`).want(201)
		receipt := "/public/objections/" + filed.text("receiptNo")
		stranger.send("POST", "/public"+path+"/objections", `{"text":"","contact":"x"}`).refused(422, "invalid")
		stranger.send("POST", "/public"+path+"/objections", `{"applicationNo":"370999-01","text":"x"}`).refused(422, "invalid")
		stranger.get("/public/objections/YY20221212-00000000").refused(404, "not_found")
		a.filer.get(path+"/objections").refused(403, "forbidden")
		w.as("auditor", "370600").get(path+"/objections").refused(404, "not_found")
		o := auditor.get(path + "/objections").want(200)
		if o.text("items.0.contact") != "0535-5200000" || o.text("items.0.state") != "OPEN" {
			t.Errorf("objections: %s", clip(o.body))
		}
		answer := "/objections/" + o.text("items.0.id") + "/actions"
		award := `{"action":"award","opinion":"立项","awardDocNo":"鲁乡振发〔2023〕5号"}`
		w.at("2022-12-22T00:00:00+08:00")
		stranger.send("POST", "/public"+path+"/objections", `{"text":"期满后"}`).refused(409, "refused")
		if r := stranger.get("/public"+path, "If-None-Match", public.tag()).want(200); r.at("accepting") != false {
			t.Errorf("still accepting: %s", clip(r.body))
		}
		a.act(admin, award).refused(409, "refused")
		auditor.send("POST", answer, `{"action":"answer","upheld":false,"answer":"x"}`, "If-Match", `"1"`).refused(403, "forbidden")
		admin.send("POST", answer, `{"action":"answer","upheld":false,"answer":"经核查,用地已批复"}`).refused(428, "precondition_required")
		admin.send("POST", answer, `{"action":"answer","upheld":false,"answer":"经核查,用地已批复"}`, "If-Match", `"9"`).refused(412, "stale")
		admin.send("POST", answer, `{"action":"answer","upheld":false,"answer":"经核查,用地已批复"}`, "If-Match", `"1"`).want(200)
		admin.send("POST", answer, `{"action":"answer","upheld":true,"answer":"改判"}`, "If-Match", `"2"`).refused(409, "refused")
		if r := stranger.get(receipt).want(200); r.text("state") != "DISMISSED" || strings.Contains(string(r.body), "0535") || strings.Contains(string(r.body), "用地未落实") {
			t.Errorf("receipt: %s", clip(r.body))
		}
		admin.send("POST", path+"/actions", `{"action":"close"}`, "If-Match", opened.tag()).want(200)
		for _, c := range []*county{a, b} {
			c.act(admin, award).want(200)
			c.act(money, award).want(200)
		}
		for who, want := range map[*person]int{admin: 2, auditor: 2, a.filer: 1, a.reviewer: 1, b.signer: 1, w.as("county_filer", "370683"): 0} {
			if r := who.get("/awards?batch=" + w.batch).want(200); r.number("total") != want {
				t.Errorf("%s sees %s", who.login, clip(r.body))
			}
		}
		if r := a.filer.get("/awards").want(200); r.number("items.0.amount") != 2000 || r.text("items.0.no") != "370686-01" {
			t.Errorf("award: %s", clip(r.body))
		}
	})
}

// Nothing of the review, no contact and no account may reach whoever has no session.
func TestThePublicReadsNoSecrets(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		a := w.draft("A01").desks().submit()
		admin := w.proposed(a)
		n := w.notice(admin)
		stranger := w.nobody()
		path := "/public/notices/" + n.text("id")
		filed := stranger.send("POST", path+"/objections", `{"applicationNo":"370686-01","text":"内容只给办理人看","contact":"0535-5200000"}`).want(201)
		for _, r := range []*reply{stranger.get("/public/notices"), stranger.get(path), stranger.get("/public/objections/" + filed.text("receiptNo")), filed} {
			for _, secret := range []string{a.id, "90.00", "9000", "91.37", "0535-5200000", "内容只给办理人看", "createdBy", "accountId", "version", "contact", "secretary", "batchId"} {
				if strings.Contains(string(r.body), secret) {
					t.Errorf("%s tells %q: %s", r.what, secret, clip(r.body))
				}
			}
		}
	})
}

// The buttons of a notice and of an objection are those that would be accepted: by right, by state, by the clock.
func TestANoticeOffersWhatMayBeDoneWithIt(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		admin := w.proposed(w.draft("A01").desks().submit())
		money, auditor := w.as("prov_finance", "370000"), w.as("auditor", "370000")
		path := "/notices/" + admin.send("POST", "/batches/"+w.batch+"/notices", "").want(201).text("id")
		offers := func(what string, p *person, from string, want ...string) *reply {
			t.Helper()
			r := p.get(from).want(200)
			for i, act := range want {
				if got := r.text(fmt.Sprintf("actions.%d.action", i)); got != act {
					t.Errorf("%s: %s is offered %q, want %q", what, p.login, got, act)
				}
			}
			if n := r.count("actions"); n != len(want) {
				t.Errorf("%s: %s is offered %d acts, want %v", what, p.login, n, want)
			}
			return r
		}
		draft := offers("a draft", admin, path, "update", "open")
		offers("a draft", money, path)
		offers("a draft", auditor, path)
		if draft.text("endsIfOpened") != "2022-12-21T16:00:00Z" || draft.count("issuers") != 2 || draft.text("issuers.0") != "山东省乡村振兴局" {
			t.Errorf("draft: %s", clip(draft.body))
		}
		admin.send("POST", path+"/actions", `{"action":"open"}`, "If-Match", draft.tag()).want(200)
		if opened := offers("an open notice", admin, path); opened.at("endsIfOpened") != nil {
			t.Errorf("opened: %s", clip(opened.body))
		}
		w.nobody().send("POST", "/public"+path+"/objections", `{"text":"用地未落实"}`).want(201)
		if r := admin.get(path + "/objections").want(200); r.text("items.0.actions.0.action") != "answer" {
			t.Errorf("objection: %s", clip(r.body))
		}
		if r := money.get(path + "/objections").want(200); r.count("items.0.actions") != 0 {
			t.Errorf("objection: %s", clip(r.body))
		}
		before := admin.get(path).want(200)
		w.at("2022-12-22T00:00:00+08:00")
		offers("a notice whose period is over", money, path)
		over := offers("a notice whose period is over", admin, path, "close")
		admin.get(path, "If-None-Match", before.tag()).want(200) // what may be done has changed, though the notice has not
		admin.send("POST", path+"/actions", `{"action":"close"}`, "If-Match", over.tag()).want(200)
		offers("a closed notice", admin, path)
	})
}

func TestObjectionsAreCountedByAddressAndInAll(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		a := w.draft("A01").desks().submit()
		path := "/public/notices/" + w.notice(w.proposed(a)).text("id") + "/objections"
		stranger := w.nobody()
		taken := 0
		var last *reply
		for range 20 {
			if last = stranger.send("POST", path, `{"text":"又一件"}`); last.status != 201 {
				break
			}
			taken++
		}
		last.refused(429, "too_many")
		if after := last.header.Get("Retry-After"); after == "" || after == "0" || taken != 11 {
			t.Errorf("%d taken, then Retry-After %q", taken, after)
		}
		w.at("2022-12-12T09:01:00+08:00")
		stranger.send("POST", path, `{"text":"过了一分钟"}`).want(201)
		large := fmt.Sprintf(`{"text":"x","contact":"%s"}`, strings.Repeat("x", 70<<10))
		stranger.send("POST", path, large).refused(413, "too_large")
		stranger.send("POST", path, `{"text":"x"}`, "Content-Type", "text/plain").refused(415, "unsupported")
		stranger.send("POST", path, `{"text":"x","force":1}`).refused(422, "invalid")
		stranger.send("POST", path, `{"text":"x"}`, "Sec-Fetch-Site", "cross-site").refused(403, "cross_site")
		w.at("2022-12-12T10:30:00+08:00")
		stranger.send("POST", path, `{"text":"同源页面"}`, "Sec-Fetch-Site", "same-origin", "Origin", w.url).want(201)
	})
}

func TestAWhatIfIsKeptApart(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		w.at("2022-11-29T10:20:00+08:00")
		a := w.draft("A01").desks().submit()
		admin := w.proposed(a)
		list := "/batches/" + w.batch + "/simulations"
		body := `{"title":"村数下限","params":{"minVillages":60}}`
		made := admin.send("POST", list, body, "Idempotency-Key", "s1").want(201)
		if again := admin.send("POST", list, body, "Idempotency-Key", "s1").want(201); again.text("id") != made.text("id") {
			t.Error("the same key simulated twice")
		}
		if made.text("mark") != "推演" || made.number("before.passing") != 1 || made.number("after.passing") != 0 || made.text("applications.0.flips.0.rule") != "V01" {
			t.Errorf("simulation: %s", clip(made.body))
		}
		r := admin.send("POST", list, `{"title":"x","params":{"minVillages":-1,"publicNoticeDays":0}}`).refused(422, "invalid")
		if r.text("errors.0.location") != "/params/minVillages" || r.count("errors") != 2 {
			t.Errorf("places: %s", clip(r.body))
		}
		admin.send("POST", list, `{"title":"x","params":[]}`).refused(422, "invalid")
		a.filer.send("POST", list, body).refused(403, "forbidden")
		w.as("auditor", "370000").get("/simulations/" + made.text("id")).want(200)
		w.as("auditor", "370600").get("/simulations/"+made.text("id")).refused(404, "not_found")
		if n := w.as("auditor", "370000").get(list).want(200).number("total"); n != 1 {
			t.Errorf("%d simulations", n)
		}
		for _, r := range routes(t) {
			if strings.Contains(r.path, "simulation") && r.method != http.MethodGet && r.action != "create" {
				t.Errorf("%s %s could write a simulation back", r.method, r.path)
			}
		}
	})
}
