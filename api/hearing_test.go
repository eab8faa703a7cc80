package api_test

import (
	"strings"
	"testing"

	"xianjie/workflow"
)

func TestWhyACountyIsToBeDisqualifiedIsOnRecordWithTheSignature(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit().reach(workflow.FormalCheck)
		admin := w.as("prov_admin", "370000")
		if none := c.filer.get(c.path() + "/consultations").want(200); none.at("hearing") != nil {
			t.Errorf("accused of nothing: %s", clip(none.body))
		}
		c.act(admin, `{"action":"disqualify","opinion":"经核实","clause":"四.3","facts":"同一项目两次申报"}`).want(200)
		signed := admin.get(c.path() + "/consultations").want(200)
		if signed.text("signatures.0.action") != "disqualify" || signed.text("signatures.0.clause") != "四.3" || signed.text("signatures.0.facts") != "同一项目两次申报" {
			t.Errorf("signed: %s", clip(signed.body))
		}
		for _, p := range []*person{admin, c.filer, c.signer, c.reviewer, w.as("county_department", c.doc.County.Code), w.as("auditor", "370000")} {
			told := p.get(c.path() + "/consultations").want(200)
			if told.text("hearing.clause") != "四.3" || told.text("hearing.facts") != "同一项目两次申报" || told.text("hearing.by.label") == "" ||
				told.text("hearing.until") != "2022-11-18T16:00:00Z" {
				t.Errorf("%s is told %s", p.login, clip(told.body))
			}
			described(t, "Consultations", told)
		}
		if own := c.filer.get(c.path() + "/consultations").want(200); own.count("signatures") != 0 || strings.Contains(string(own.body), "经核实") || strings.Contains(string(own.body), signed.text("signatures.0.name")) {
			t.Errorf("the county reads what the desks keep to themselves: %s", clip(own.body))
		}
		w.as("county_filer", "370832").get(c.path()+"/consultations").refused(404, "not_found")

		agree := `{"action":"disqualify","opinion":"同意"}`
		w.at("2022-11-18T23:59:59+08:00")
		c.act(w.as("prov_finance", "370000"), agree).refused(409, "refused")
		w.at("2022-11-19T00:00:00+08:00")
		c.act(w.as("prov_finance", "370000"), agree).want(200)
		if decided := w.as("county_filer", c.doc.County.Code).get(c.path() + "/consultations").want(200); decided.text("hearing.facts") != "同一项目两次申报" {
			t.Errorf("once it is decided: %s", clip(decided.body))
		}
	})
}
