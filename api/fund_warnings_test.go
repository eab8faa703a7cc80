package api_test

import (
	"fmt"
	"testing"
)

// TestTheListOfWarningsSaysWhatEachAccountDoes holds 预警清单 against the page of the award, and shows it to nobody else.
func TestTheListOfWarningsSaysWhatEachAccountDoes(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		w.awarded(c)
		m := c.money()
		if r := m.province.get("/funds/warnings").want(200); r.count("items") != 0 || r.count("paces") != 1 || r.number("paces.0.want") != 0 {
			t.Fatalf("before anything is due: %s", clip(r.body))
		}
		e := m.province.enter(m.entry("d1", "ALLOCATE", "LINKAGE_PROV_UP", "CENTRAL", "2023-01-05", 1200, nil)).want(201)
		m.province2.send("POST", "/funds/entries/"+e.text("id")+"/actions", `{"action":"confirm"}`).want(200)
		w.at("2023-06-30T09:00:00+08:00") // six of twelve months and six since the award: half of what came should be spent, and all of it should have come
		_, err := w.centre.Sweep(t.Context())
		must(t, err)
		m = c.money()
		r := m.province.get("/funds/warnings").want(200)
		if r.text("items.0.code") != "PROGRESS" || r.number("items.0.want") != 600 || r.number("items.0.have") != 0 || r.number("items.0.lacking") != 600 ||
			r.text("items.0.should") != "50.00%" || r.text("items.0.is") != "0.00%" || r.text("items.0.source") != "" {
			t.Errorf("spending lags: %s", clip(r.body))
		}
		if r.text("items.1.code") != "ALLOCATED-6" || r.number("items.1.want") != 2000 || r.number("items.1.have") != 1200 || r.number("items.1.lacking") != 800 ||
			r.text("items.1.source") != "LINKAGE_PROV_UP" || r.text("items.1.since") != "2023-06-22" {
			t.Errorf("the money has not come: %s", clip(r.body))
		}
		if r.number("paces.0.want") != 600 || r.text("paces.0.due") != "50.00%" || r.count("limits") != 4 || r.text("limits.2.share") != "60%" {
			t.Errorf("by what it was judged: %s", clip(r.body))
		}
		page := m.province.get("/funds/lines?application=" + c.id).want(200)
		if page.count("warnings") != r.count("items") {
			t.Fatalf("the page has %d warnings, the list %d", page.count("warnings"), r.count("items"))
		}
		for i := range page.count("warnings") {
			on, in := fmt.Sprintf("warnings.%d.", i), fmt.Sprintf("items.%d.", i)
			if page.text(on+"code") != r.text(in+"code") || page.text(on+"text") != r.text(in+"text") {
				t.Errorf("%s: the page says %q, the list %q", r.text(in+"code"), page.text(on+"text"), r.text(in+"text"))
			}
		}
		w.at("2024-01-10T09:00:00+08:00") // what was promised must have arrived
		_, err = w.centre.Sweep(t.Context())
		must(t, err)
		m = c.money()
		r = m.treasury.get("/funds/warnings").want(200)
		if r.text("items.0.orderId") == "" || r.text("items.0.code") != "F03" || r.number("items.0.want") != 4000 || r.number("items.0.have") != 1200 || r.number("items.0.lacking") != 2800 {
			t.Errorf("the promised money: %s", clip(r.body))
		}
		if r := w.as("county_finance", "371326").get("/funds/warnings").want(200); r.count("items")+r.count("paces")+r.count("limits") != 0 {
			t.Errorf("another county sees %s", clip(r.body))
		}
	})
}
