package api_test

import (
	"strings"
	"testing"
)

// moreSocial is a change that raises P02 of A01 (785 万元) from 180 by an amount of social money.
func moreSocial(base, project, plan string) string {
	return `{"baseVersion":` + base + `,"reason":"冷库设备涨价","projects":[{"id":"P02","patch":{"totalInvestment":` + project + `,"funds":[` +
		`{"source":"LINKAGE_PROV_UP","amount":211},{"source":"LINKAGE_COUNTY","amount":222},{"source":"INTEGRATED","amount":160,"integratedItemId":"INT04"},` +
		`{"source":"SOCIAL","amount":` + plan + `},{"source":"SELF_RAISED","amount":12}]}}],"fundPlan":{"social":` + plan + `}}`
}

func TestAPlanIsChangedFromItsProposalToTheCity(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		path := c.path() + "/plan-changes"
		body := strings.Replace(moreSocial("1", "863.5", "258.5"), `"social":258.5`, `"social":978.5`, 1)
		if c.filer.send("POST", path, body).refused(404, "not_found"); len(c.filer.get("/todos").want(200).body) == 0 {
			t.Fatal("no todos")
		}
		w.awarded(c)
		elsewhere := w.as("county_filer", "370683")
		before := w.heads()
		r := c.filer.send("POST", path+"?dryRun=true", body).want(200)
		if r.at("cityNeeded") != true || !strings.Contains(r.text("cityReasons.0.text"), "78.5 ÷ 785 = 10.00%") || r.text("kinds.0.kind") != "AMOUNT" || r.count("blockedBy") != 0 ||
			r.count("differences") != 3 || r.count("findings") < 30 {
			t.Errorf("a try: %s", clip(r.body))
		}
		bad := strings.Replace(body, `"social":978.5`, `"social":978`, 1)
		if r := c.filer.send("POST", path+"?dryRun=true", bad).want(200); r.text("blockedBy.0.rule") != "F07" || r.text("blockedBy.0.location") != "/fundPlan/social" {
			t.Errorf("a try that cannot go on: %s", clip(r.body))
		}
		if r := c.filer.send("POST", path, bad).refused(409, "refused"); !strings.Contains(r.text("detail"), "F07") || r.count("findings") < 30 {
			t.Errorf("refused by a rule: %s", clip(r.body))
		}
		c.signer.send("POST", path, body).refused(403, "forbidden")
		elsewhere.send("POST", path, body).refused(404, "not_found")
		c.filer.send("POST", path, strings.Replace(body, `"baseVersion":1`, `"baseVersion":2`, 1)).refused(412, "stale")
		if r := c.filer.send("POST", path, `{"baseVersion":1,"reason":"x","projects":[{"id":"P02","patch":{"name":1,"colour":2}}]}`).refused(422, "invalid"); !strings.Contains(string(r.body), "/projects/0/patch/colour") {
			t.Errorf("a wrong patch: %s", clip(r.body))
		}
		if after := w.heads(); after != before {
			t.Error("tries and refusals left a trace")
		}
		made := c.filer.send("POST", path, body, "Idempotency-Key", "change-1").want(201)
		if again := c.filer.send("POST", path, body, "Idempotency-Key", "change-1").want(201); again.text("id") != made.text("id") {
			t.Error("the same change was proposed twice")
		}
		c.filer.send("POST", path, body).refused(409, "refused")
		change := "/plan-changes/" + made.text("id")
		act := func(p *person, action, reason, tag string) *reply {
			return p.send("POST", change+"/actions", `{"action":"`+action+`","reason":"`+reason+`"}`, "If-Match", tag)
		}
		if r := c.signer.get("/todos").want(200); r.text("items.0.changeId") != made.text("id") || r.text("items.0.actions.0.label") != "签报" {
			t.Errorf("the signer's todos: %s", clip(r.body))
		}
		city := w.as("city_reviewer", "370600")
		elsewhere.get(change).refused(404, "not_found")
		w.as("city_reviewer", "370800").get(change).refused(404, "not_found")
		act(w.as("city_reviewer", "370800"), "approve", "", `"1"`).refused(404, "not_found")
		w.as("review_secretary", "370000").get(change).refused(403, "forbidden")
		act(c.filer, "sign", "", `"1"`).refused(403, "forbidden")
		act(city, "approve", "", `"1"`).refused(409, "refused")
		act(c.signer, "sign", "", `"2"`).refused(412, "stale")
		act(c.signer, "sign", "", "").refused(428, "precondition_required")
		act(c.signer, "reject", "", `"1"`).refused(422, "invalid")
		signed := act(c.signer, "sign", "", `"1"`).want(200)
		if signed.text("state") != "SIGNED" || signed.count("actions") != 0 {
			t.Errorf("signed: %s", clip(signed.body))
		}
		if r := city.get("/todos").want(200); r.text("items.0.changeId") != made.text("id") {
			t.Errorf("the city's todos: %s", clip(r.body))
		}
		if r := city.get(change).want(200); r.text("actions.0.action") != "approve" || r.count("steps") != 2 || r.tag() != signed.tag() {
			t.Errorf("as the city sees it: %s", clip(r.body))
		}
		if r := act(city, "approve", "同意", signed.tag()).want(200); r.text("state") != "APPROVED" || r.number("planVersion") != 2 {
			t.Errorf("approved: %s", clip(r.body))
		}
		m := c.money()
		if v := m.treasury.get("/funds/lines?application=" + c.id).want(200); v.number("plan") != 2 || v.at("total.planned").(float64) != 7058.5 {
			t.Errorf("the account: %s", clip(v.body))
		}
		plans := c.path() + "/plans"
		if r := w.as("auditor", "370000").get(plans).want(200); r.number("total") != 2 || r.text("items.1.changeId") != made.text("id") || r.at("items.1.approvedCity") != true {
			t.Errorf("plans: %s", clip(r.body))
		}
		first := c.filer.get(plans + "/1").want(200)
		if first.at("document.fundPlan.social").(float64) != 900 || c.filer.get(plans+"/2").want(200).at("document.fundPlan.social").(float64) != 978.5 {
			t.Errorf("the first plan did not stay: %s", clip(first.body))
		}
		c.filer.send("GET", plans+"/1", "", "If-None-Match", first.tag()).want(304)
		c.filer.get(plans+"/3").refused(404, "not_found")
		if r := c.filer.get(plans + "/1/diff/2").want(200); r.number("total") != 3 || r.text("items.0.to") != "978.5 万元" {
			t.Errorf("difference: %s", clip(r.body))
		}
		if r := c.filer.get(path).want(200); r.number("total") != 1 || r.text("items.0.stateLabel") != "已批准" {
			t.Errorf("list: %s", clip(r.body))
		}
		elsewhere.get(plans).refused(404, "not_found")
		w.healthyMoney()
	})
}
