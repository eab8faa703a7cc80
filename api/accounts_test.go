package api_test

import (
	"slices"
	"testing"
)

func TestAccountsAreFoundByStateRegionAndOrder(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		sys := w.as("sysadmin", "370000")
		w.as("county_filer", "370686")
		w.as("city_reviewer", "370600")
		w.as("county_filer", "371002")
		id := w.account("gone", "某单位", "", "")
		sys.send("POST", "/accounts/"+id+"/actions", `{"action":"disable","reason":"调离"}`, "If-Match", sys.get("/accounts/"+id).want(200).tag()).want(200)
		for query, want := range map[string]int{"state=disabled": 1, "region=370600": 2, "region=370600&role=county_filer": 1, "region=370686": 1} {
			if r := sys.get("/accounts?" + query).want(200); r.number("total") != want {
				t.Errorf("%s: %s", query, clip(r.body))
			}
		}
		all := sys.get("/accounts").want(200).number("total")
		if active := sys.get("/accounts?state=active").want(200).number("total"); active != all-1 {
			t.Errorf("%d of %d are active", active, all)
		}
		if r := sys.get("/accounts?sort=-login&pageSize=1").want(200); r.text("items.0.login") != "sysadmin-370000" {
			t.Errorf("by login, the last first: %s", clip(r.body))
		}
		sys.get("/accounts?sort=password").refused(422, "invalid")
		sys.get("/accounts?region=37").refused(422, "invalid")
	})
}

func TestTheRolesThatMayBeGrantedAreListed(t *testing.T) {
	w := lightWorld(t, nothingElse)
	r := w.as("secadmin", "370000").get("/roles").want(200)
	levels := map[string][]string{}
	for _, item := range r.at("items").([]any) {
		role := item.(map[string]any)
		for _, l := range role["levels"].([]any) {
			levels[role["role"].(string)] = append(levels[role["role"].(string)], l.(string))
		}
	}
	for role, want := range map[string][]string{"county_filer": {"COUNTY"}, "inspector": {"PROVINCE", "CITY"}, "sysadmin": {"PROVINCE"}, "public": nil, "system": nil} {
		if !slices.Equal(levels[role], want) {
			t.Errorf("%s may be granted at %v, want %v", role, levels[role], want)
		}
	}
	if r.text("items.0.role") != "county_filer" || r.count("items.0.clashes") == 0 || r.text("items.0.clashes.0.reason") == "" {
		t.Errorf("what may not meet: %s", clip(r.body))
	}
	w.as("prov_admin", "370000").get("/roles").refused(403, "forbidden")
}
