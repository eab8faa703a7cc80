package api_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

func TestMoneyFromAllocationToSpendingAndBack(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		w.as("county_finance", c.doc.County.Code).send("POST", c.path()+"/confirmations", `{"line":"LINKAGE_COUNTY"}`).want(201)
		c.submit()
		w.awarded(c)
		m := c.money()
		view := "/funds/lines?application=" + c.id
		if v := m.treasury.get(view).want(200); v.number("award") != 2000 || v.number("total.planned") != 6980 || v.number("total.allocated") != 0 {
			t.Fatalf("opened: %s", clip(v.body))
		} else if v.text("lines.0.commitment.state") != "BY_AWARD" || v.text("lines.1.commitment.state") != "UNCONFIRMED" || v.number("lines.1.committed") != 0 ||
			v.text("lines.2.commitment.state") != "CONFIRMED" || v.number("lines.2.committed") != 800 || v.at("lines.7.commitment") != nil {
			t.Errorf("commitments: %s", clip(v.body))
		}
		central := m.entry("d1", "ALLOCATE", "LINKAGE_PROV_UP", "CENTRAL", "2023-01-05", 1200, nil)
		waiting := m.province.enter(central).want(201)
		if waiting.text("state") != "PENDING" || waiting.count("parts") < 5 {
			t.Errorf("1200 should wait for a second pair of eyes: %s", clip(waiting.body))
		}
		m.treasury.enter(m.entry("p0", "DISBURSE", "LINKAGE_PROV_UP", "CENTRAL", "2023-01-06", nil, parts("P01", 1))).refused(409, "refused")
		act := "/funds/entries/" + waiting.text("id") + "/actions"
		for who, want := range map[*person]bool{m.province: false, m.province2: true, m.treasury: false, m.city: false} {
			if todos := who.get("/todos").want(200); strings.Contains(string(todos.body), waiting.text("id")) != want {
				t.Errorf("%s: %s", who.login, clip(todos.body))
			}
		}
		for who, want := range map[*person]string{m.province: "reject", m.province2: "confirm reject", m.city: ""} {
			if got := who.get("/funds/entries/" + waiting.text("id")).want(200).acts(); got != want {
				t.Errorf("%s is offered %q on a waiting entry, want %q", who.login, got, want)
			}
		}
		m.province.send("POST", act, `{"action":"confirm"}`).refused(409, "refused")
		m.treasury.send("POST", act, `{"action":"confirm"}`).refused(403, "forbidden")
		m.province2.send("POST", act, `{"action":"reject"}`).refused(422, "invalid")
		if r := m.province2.send("POST", act, `{"action":"confirm"}`).want(200); r.text("state") != "POSTED" {
			t.Errorf("confirmed: %s", clip(r.body))
		}
		m.province2.send("POST", act, `{"action":"confirm"}`).refused(409, "refused")
		m.province.enter(m.entry("d2", "ALLOCATE", "LINKAGE_PROV_UP", "PROVINCE", "2023-01-05", 800.000001, nil)).refused(409, "refused")
		second := m.province.enter(m.entry("d2", "ALLOCATE", "LINKAGE_PROV_UP", "PROVINCE", "2023-01-05", 800, nil)).want(201)
		m.province2.send("POST", "/funds/entries/"+second.text("id")+"/actions", `{"action":"confirm"}`).want(200)
		m.city.enter(m.entry("c1", "ALLOCATE", "LINKAGE_CITY", "CITY", "2023-01-07", nil, parts("P01", 50.5, "P03", 20))).want(201)
		v := m.treasury.get(view).want(200)
		if v.number("lines.0.allocated") != 2000 || v.number("lines.0.levels.0.allocated") != 1200 || v.at("lines.1.allocated").(float64) != 70.5 {
			t.Errorf("allocated: %s", clip(v.body))
		}
		m.treasury.enter(m.entry("p1", "DISBURSE", "LINKAGE_CITY", "CITY", "2023-01-08", nil, parts("P01", 50.500001))).refused(409, "refused")
		m.treasury.enter(m.entry("p1", "DISBURSE", "LINKAGE_CITY", "CITY", "2023-01-08", nil, parts("P01", 50.5))).want(201)
		m.treasury.enter(m.entry("s0", "SPEND", "LINKAGE_CITY", "CITY", "2023-01-09", nil, parts("P01", 60))).refused(409, "refused")
		spent := m.treasury.enter(m.entry("s1", "SPEND", "LINKAGE_CITY", "CITY", "2023-01-09", nil, parts("P01", 50.25))).want(201)
		m.treasury.enter(m.entry("b0", "GIVE_BACK", "LINKAGE_CITY", "CITY", "2023-01-09", nil, parts("P01", 0.250001))).refused(409, "refused")
		m.treasury.enter(m.entry("b1", "GIVE_BACK", "LINKAGE_CITY", "CITY", "2023-01-09", nil, parts("P01", 0.25))).want(201)
		undo := map[string]any{"reverses": spent.text("id"), "reason": "凭证重复登记", "payee": nil}
		reverse := m.entry("r1", "REVERSE", "", "", "2023-01-10", nil, undo)
		if got := m.treasury.get("/funds/entries/"+spent.text("id")).want(200).acts() + m.city.get("/funds/entries/"+spent.text("id")).want(200).acts(); got != "reverse" {
			t.Errorf("an entry in force is offered %q", got)
		}
		m.city.enter(reverse).refused(403, "forbidden")
		reversed := m.treasury.enter(reverse).want(201)
		for _, id := range []string{spent.text("id"), reversed.text("id")} {
			if got := m.treasury.get("/funds/entries/" + id).want(200).acts(); got != "" {
				t.Errorf("what was reversed, and the reversal, are offered %q", got)
			}
		}
		if again := m.treasury.enter(reverse).want(201); again.text("id") != reversed.text("id") {
			t.Error("the same reversal was made twice")
		}
		m.treasury.enter(m.entry("r2", "REVERSE", "", "", "2023-01-10", nil, undo)).refused(409, "refused")
		r := m.treasury.enter(m.entry("r3", "REVERSE", "", "", "2023-01-10", nil, map[string]any{"reverses": reversed.text("id"), "reason": "冲错"})).refused(409, "refused")
		if !strings.Contains(r.text("detail"), "本身就是冲正") {
			t.Errorf("a reversal of a reversal: %s", r.text("detail"))
		}
		if v := m.treasury.get(view).want(200); v.number("total.spent") != 0 || v.at("total.disbursed").(float64) != 50.25 || v.number("progress.of") != 12 {
			t.Errorf("after the reversal: %s", clip(v.body))
		}
		if list := m.treasury.get("/funds/entries?application=" + c.id + "&kind=SPEND,REVERSE&sort=-no").want(200); list.number("total") != 2 ||
			list.text("items.0.kind") != "REVERSE" || list.text("items.1.reversedBy") != reversed.text("id") {
			t.Errorf("ledger: %s", clip(list.body))
		}
		if list := w.as("county_finance", "370683").get("/funds/entries").want(200); list.number("total") != 0 {
			t.Errorf("another county sees %s", clip(list.body))
		}
		w.as("county_finance", "370683").get("/vouchers/"+m.voucher).refused(404, "not_found")
		w.as("county_finance", "370683").get(view).refused(404, "not_found")
		w.as("review_secretary", "370000").get(view).refused(403, "forbidden")
		sum := w.as("auditor", "370000").get("/funds/summary?by=project").want(200)
		if sum.at("items.0.total.disbursed").(float64) != 50.25 || sum.number("items.0.zones") != 1 || sum.number("items.3.columns.LINKAGE_CENTRAL.allocated") != 1200 {
			t.Errorf("summary: %s", clip(sum.body))
		}
		w.healthyMoney()
	})
}

func TestAnEntryThatIsNotRightSaysWhere(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		w.awarded(c)
		m := c.money()
		m.city.enter(m.entry("c1", "ALLOCATE", "LINKAGE_CITY", "CITY", "2023-01-07", nil, parts("P01", 50, "P03", 20))).want(201)
		other := m.entry("c1", "ALLOCATE", "LINKAGE_CITY", "CITY", "2023-01-07", nil, parts("P01", 51, "P03", 20))
		if r := m.city.enter(other).refused(422, "invalid"); !strings.Contains(string(r.body), "第 1 笔") {
			t.Errorf("the same key with other content: %s", clip(r.body))
		}
		for name, body := range map[string]string{
			"/amount 8 decimals":     m.entry("x", "ALLOCATE", "LINKAGE_CITY", "CITY", "2023-01-07", 0.1234567, nil),
			"/level":                 m.entry("x", "ALLOCATE", "LINKAGE_CITY", "CENTRAL", "2023-01-07", 1, nil),
			"/line":                  m.entry("x", "ALLOCATE", "INTEGRATED/NONE", "CITY", "2023-01-07", 1, nil),
			"/date future":           m.entry("x", "ALLOCATE", "LINKAGE_CITY", "CITY", "2023-01-11", 1, nil),
			"/date before the award": m.entry("x", "ALLOCATE", "LINKAGE_CITY", "CITY", "2022-12-21", 1, nil),
			"/vouchers":              m.entry("x", "ALLOCATE", "LINKAGE_CITY", "CITY", "2023-01-07", 1, map[string]any{"vouchers": nil}),
			"/vouchers unknown":      m.entry("x", "ALLOCATE", "LINKAGE_CITY", "CITY", "2023-01-07", 1, map[string]any{"vouchers": []string{"nope"}}),
			"/parts":                 m.entry("x", "DISBURSE", "LINKAGE_CITY", "CITY", "2023-01-07", 1, nil),
			"/payee":                 m.entry("x", "DISBURSE", "LINKAGE_CITY", "CITY", "2023-01-07", nil, map[string]any{"parts": parts("P01", 1)["parts"], "payee": ""}),
			"/amount sum":            m.entry("x", "DISBURSE", "LINKAGE_CITY", "CITY", "2023-01-07", 3, parts("P01", 1, "P03", 1)),
			"/parts/1/project":       m.entry("x", "DISBURSE", "LINKAGE_CITY", "CITY", "2023-01-07", nil, parts("P01", 1, "P01", 1)),
			"/parts/0/amount":        m.entry("x", "DISBURSE", "LINKAGE_CITY", "CITY", "2023-01-07", nil, parts("P01", -1)),
			"/parts two spent":       m.entry("x", "SPEND", "LINKAGE_CITY", "CITY", "2023-01-07", nil, parts("P01", 1, "P03", 1)),
			"/reverses":              m.entry("x", "REVERSE", "", "", "2023-01-10", nil, map[string]any{"reverses": "nope", "reason": "x"}),
			"/docNo":                 m.entry("x", "ALLOCATE", "LINKAGE_CITY", "CITY", "2023-01-07", 1, map[string]any{"docNo": ""}),
		} {
			who := m.city
			if strings.Contains(body, "DISBURSE") || strings.Contains(body, "SPEND") {
				who = m.treasury
			}
			r := who.enter(body).refused(422, "invalid")
			if place, _, _ := strings.Cut(name, " "); !strings.Contains(string(r.body), place+`"`) {
				t.Errorf("%s: %s", name, clip(r.body))
			}
		}
		if r := m.treasury.enter(m.entry("y", "DISBURSE", "LINKAGE_CITY", "CITY", "2023-01-07", nil, parts("P99", 1))).refused(409, "refused"); !strings.Contains(r.text("detail"), "P99") {
			t.Errorf("a project without a share: %s", r.text("detail"))
		}
		if v := m.city.get("/funds/lines?application=" + c.id).want(200); v.number("total.allocated") != 70 || v.number("total.disbursed") != 0 {
			t.Errorf("something was half done: %s", clip(v.body))
		}
	})
}

func TestAClosedPeriodTakesOnlyLaterReversals(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		w.awarded(c)
		m := c.money()
		first := m.city.enter(m.entry("c1", "ALLOCATE", "LINKAGE_CITY", "CITY", "2023-01-07", nil, parts("P01", 50))).want(201)
		big := m.province.enter(m.entry("d1", "ALLOCATE", "LINKAGE_PROV_UP", "CENTRAL", "2023-01-05", 1200, nil)).want(201)
		w.at("2023-02-03T09:00:00+08:00")
		closing := func(who *person, through string) *reply {
			return who.send("POST", "/funds/periods", `{"batch":"`+w.batch+`","through":"`+through+`"}`)
		}
		closing(m.treasury, "2023-01-31").refused(403, "forbidden")
		closing(m.province, "2023-01-30").refused(422, "invalid")
		closing(m.province, "2023-02-28").refused(422, "invalid")
		if r := closing(m.province, "2023-01-31").refused(409, "refused"); !strings.Contains(r.text("detail"), "1 笔待复核") {
			t.Errorf("an entry waits: %s", r.text("detail"))
		}
		m.province.send("POST", "/funds/entries/"+big.text("id")+"/actions", `{"action":"reject","reason":"文号有误,撤回"}`).want(200)
		closing(m.province, "2023-01-31").want(201)
		closing(m.province, "2023-01-31").refused(409, "refused")
		m.city.enter(m.entry("c2", "ALLOCATE", "LINKAGE_CITY", "CITY", "2023-01-31", nil, parts("P03", 1))).refused(409, "refused")
		undo := map[string]any{"reverses": first.text("id"), "reason": "下达数有误"}
		m.city.enter(m.entry("r1", "REVERSE", "", "", "2023-01-31", nil, undo)).refused(409, "refused")
		m.city.enter(m.entry("r1", "REVERSE", "", "", "2023-02-01", nil, undo)).want(201)
		if r := m.treasury.get("/funds/periods?batch=" + w.batch).want(200); r.text("items.0.through") != "2023-01-31" {
			t.Errorf("periods: %s", clip(r.body))
		}
		w.healthyMoney()
	})
}

// acts are the names of what an answer offers, in order.
func (r *reply) acts() string {
	found := []string{}
	for i := range r.count("actions") {
		found = append(found, r.text("actions."+strconv.Itoa(i)+".action"))
	}
	return strings.Join(found, " ")
}

func TestTheLedgerOffersEachPersonTheKindsOfHisPost(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		w.awarded(c)
		m := c.money()
		for _, tt := range []struct {
			who        *person
			line, want string
		}{
			{m.city, "LINKAGE_CITY", "[ALLOCATE RECALL]"},
			{m.city, "LINKAGE_COUNTY", "[]"},
			{m.treasury, "LINKAGE_CITY", "[DISBURSE SPEND REFUND GIVE_BACK]"},
			{m.treasury, "LINKAGE_COUNTY", "[ALLOCATE DISBURSE SPEND REFUND GIVE_BACK RECALL]"},
			{w.as("auditor", "370000"), "LINKAGE_CITY", "[]"},
		} {
			view, got := tt.who.get("/funds/lines?application="+c.id).want(200), "no such line"
			for i := range view.count("lines") {
				if at := "lines." + strconv.Itoa(i); view.text(at+".line") == tt.line {
					got = fmt.Sprint(view.at(at + ".kinds"))
				}
			}
			if got != tt.want {
				t.Errorf("%s on %s: %s, want %s", tt.who.login, tt.line, got, tt.want)
			}
		}
	})
}
