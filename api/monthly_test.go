package api_test

import (
	"fmt"
	"strings"
	"testing"
)

// monthly is the body of a report: every project of A01 at one percentage, but for those told apart.
func (c *county) monthly(percent int, apart map[string]string) string {
	lines := make([]string, len(c.doc.Projects))
	for i, p := range c.doc.Projects {
		lines[i] = fmt.Sprintf(`{"project":%q,"percent":%d,"progress":"正在施工"}`, p.ID, percent)
		if other, ok := apart[p.ID]; ok {
			lines[i] = other
		}
	}
	return `{"lines":[` + strings.Join(lines, ",") + `]}`
}

func TestAMonthIsReportedLockedAndShownBesideTheNext(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		months := c.path() + "/monthly-reports"
		c.filer.get(months).refused(404, "not_found")
		w.awarded(c)
		december, january := months+"/2022-12", months+"/2023-01"

		// From the month of the award to the present one, by the clock of Beijing: 2022-12-22 0:00 there is still the 21st in UTC.
		if r := c.filer.get(months).want(200); r.number("total") != 2 || r.text("items.0.month") != "2023-01" || r.text("items.1.month") != "2022-12" || r.number("items.0.version") != 0 {
			t.Errorf("months: %s", clip(r.body))
		}
		for _, month := range []string{"2022-11", "2023-02"} {
			c.filer.get(months+"/"+month).refused(404, "not_found")
			c.filer.send("PUT", months+"/"+month, c.monthly(1, nil), "If-Match", `"0"`).refused(404, "not_found")
		}
		c.filer.get(months+"/2023-13").refused(422, "invalid")

		// What may not stand.
		save := func(p *person, path, body, tag string) *reply { return p.send("PUT", path, body, "If-Match", tag) }
		for _, wrong := range []string{
			`{"lines":[{"project":"P01","percent":101}]}`, `{"lines":[{"project":"P01","percent":-1}]}`, `{"lines":[{"project":"P01","percent":0.5}]}`,
			`{"lines":[{"project":"P99","percent":1}]}`, `{"lines":[{"project":"P01","percent":1},{"project":"P01","percent":2}]}`,
			`{"lines":[{"project":"P01","percent":1,"progress":"` + strings.Repeat("长", 201) + `"}]}`,
			`{"lines":[{"project":"P01","percent":1,"problem":"` + strings.Repeat("长", 501) + `"}]}`,
		} {
			save(c.filer, december, wrong, `"0"`).refused(422, "invalid")
		}

		// Kept with its gaps, and by version.
		first := save(c.filer, december, `{"lines":[{"project":"P02","percent":35,"progress":"冷库主体完工","problem":"`+strings.Repeat("长", 500)+`"}]}`, `"0"`).want(200)
		if first.tag() != `"1"` || first.count("lines") != len(c.doc.Projects) || first.at("lines.0.percent") != nil || first.number("lines.1.percent") != 35 || first.at("lines.1.before") != nil {
			t.Errorf("kept: %s", clip(first.body))
		}
		save(c.filer, december, c.monthly(1, nil), `"0"`).refused(412, "stale")
		save(c.filer, december, c.monthly(1, nil), "").refused(428, "precondition_required")

		// Who may write, and who may read.
		act := func(p *person, path, action, tag string, headers ...string) *reply {
			return p.send("POST", path+"/actions", `{"action":"`+action+`","reason":"与现场不符"}`, append([]string{"If-Match", tag}, headers...)...)
		}
		city, elsewhere := w.as("city_reviewer", "370600"), w.as("county_filer", "370683")
		for _, p := range []*person{c.signer, city, w.as("prov_admin", "370000")} {
			save(p, december, c.monthly(1, nil), `"1"`).refused(403, "forbidden")
			act(p, december, "submit", `"1"`).refused(403, "forbidden")
		}
		save(elsewhere, december, c.monthly(1, nil), `"1"`).refused(404, "not_found")
		for _, p := range []*person{c.signer, w.as("county_department", "370686"), w.as("county_finance", "370686"), city, w.as("city_finance", "370600"), w.as("prov_admin", "370000"),
			w.as("prov_finance", "370000"), w.as("inspector", "370000"), w.as("auditor", "370000")} {
			if r := p.get(december).want(200); r.number("lines.1.percent") != 35 || r.count("actions") != 0 {
				t.Errorf("%s reads %s", p.login, clip(r.body))
			}
		}
		for _, p := range []*person{elsewhere, w.as("city_reviewer", "370800")} {
			p.get(december).refused(404, "not_found")
			p.get(months).refused(404, "not_found")
		}
		w.as("review_secretary", "370000").get(december).refused(403, "forbidden")
		w.as("expert", "370000").get(december).refused(403, "forbidden")

		// Handed in whole, and locked.
		if r := act(c.filer, december, "submit", `"1"`).refused(422, "invalid"); !strings.Contains(string(r.body), "/lines/0/percent") || strings.Contains(string(r.body), "/lines/1/") {
			t.Errorf("gaps: %s", clip(r.body))
		}
		act(c.filer, december, "return", `"1"`).refused(403, "forbidden")
		act(city, december, "return", `"1"`).refused(409, "refused")
		whole := save(c.filer, december, c.monthly(20, map[string]string{"P02": `{"project":"P02","percent":35,"progress":"冷库主体完工"}`}), `"1"`).want(200)
		handed := act(c.filer, december, "submit", whole.tag(), "Idempotency-Key", "monthly-1").want(200)
		if again := act(c.filer, december, "submit", whole.tag(), "Idempotency-Key", "monthly-1").want(200); again.tag() != handed.tag() {
			t.Error("handed in twice")
		}
		if handed.at("submittedAt") == nil || handed.count("actions") != 0 {
			t.Errorf("handed in: %s", clip(handed.body))
		}
		save(c.filer, december, c.monthly(21, nil), handed.tag()).refused(409, "refused")
		act(c.filer, december, "submit", handed.tag()).refused(409, "refused")

		// The next month shows it; the present one does not show itself.
		if r := c.filer.get(january).want(200); r.number("lines.1.before.percent") != 35 || r.text("lines.1.before.month") != "2022-12" ||
			r.text("lines.1.before.progress") != "冷库主体完工" || r.at("lines.1.percent") != nil {
			t.Errorf("january: %s", clip(r.body))
		}

		// Given back with a reason, set right, handed in again.
		if r := act(city, december, "return", handed.tag()).want(200); r.text("returnReason") != "与现场不符" || r.at("submittedAt") != nil || r.number("lines.1.percent") != 35 {
			t.Errorf("given back: %s", clip(r.body))
		}
		if r := c.filer.get(january).want(200); r.at("lines.1.before") != nil {
			t.Errorf("a report given back counts: %s", clip(r.body))
		}
		set := save(c.filer, december, c.monthly(30, nil), `"4"`).want(200)
		if r := act(c.filer, december, "submit", set.tag()).want(200); r.text("returnReason") != "" {
			t.Errorf("handed in again: %s", clip(r.body))
		}
		if r := w.as("auditor", "370000").get("/audit/streams/fund/" + c.id).want(200); !strings.Contains(string(r.body), "提交月报") ||
			!strings.Contains(string(r.body), "退回月报") || !strings.Contains(string(r.body), "2022-12 月报") {
			t.Errorf("audit: %s", clip(r.body))
		}
	})
}

func TestAMonthsSpendingIsTheLedgers(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		w.awarded(c)
		w.at("2023-02-10T09:00:00+08:00")
		m := c.money()
		enter := func(who *person, key, kind, date string, amount float64) *reply {
			return who.enter(m.entry(key, kind, "LINKAGE_COUNTY", "COUNTY", date, nil, parts("P02", amount))).want(201)
		}
		enter(m.treasury, "a1", "ALLOCATE", "2023-01-03", 10)
		enter(m.treasury, "d1", "DISBURSE", "2023-01-04", 10)
		enter(m.treasury, "s1", "SPEND", "2023-01-31", 4.25)
		enter(m.treasury, "s2", "SPEND", "2023-02-01", 2.5)
		enter(m.treasury, "r1", "REFUND", "2023-02-10", 3)
		for month, want := range map[string][2]string{"2022-12": {"0", "0"}, "2023-01": {"4.25", "4.25"}, "2023-02": {"-0.5", "3.75"}} {
			r := c.filer.get(c.path() + "/monthly-reports/" + month).want(200)
			for _, at := range []string{"lines.1.", ""} {
				if got := [2]string{fmt.Sprint(r.at(at + "spentInMonth")), fmt.Sprint(r.at(at + "spentSoFar"))}; got != want {
					t.Errorf("%s %s: %v, not %v", month, at, got, want)
				}
			}
			if got := fmt.Sprint(r.at("lines.0.spentSoFar")); got != "0" {
				t.Errorf("%s: P01 spent %s", month, got)
			}
		}
	})
}
