package access

import (
	"strings"
	"testing"

	"xianjie/internal/fault"
)

func TestConflict(t *testing.T) {
	d := door(t)
	// The only pairs of grantable roles that may meet; all others of the cross product clash.
	free := map[string]bool{"expert inspector": true, "site_inspector inspector": true, "prov_admin inspector": true,
		"prov_finance inspector": true, "review_secretary inspector": true}
	for i, a := range d.Roles() {
		for _, b := range d.Roles()[i+1:] {
			if len(a.Levels) == 0 || len(b.Levels) == 0 {
				continue
			}
			t.Run(a.ID+" with "+b.ID, func(t *testing.T) {
				allowed := free[a.ID+" "+b.ID]
				for _, roles := range [][]string{{a.ID, b.ID}, {b.ID, a.ID}, {a.ID, a.ID, b.ID}} {
					x, y, clash := d.Conflict(roles)
					if clash == allowed {
						t.Errorf("%v clash = %v", roles, clash)
					}
					if clash && d.Reason(x, y) == "" {
						t.Errorf("%s and %s clash without a reason", x, y)
					}
				}
			})
		}
	}
	for _, roles := range [][]string{nil, {"expert"}, {"county_filer", "county_filer"}, {"nobody", "expert"}} {
		if a, b, clash := d.Conflict(roles); clash {
			t.Errorf("%v clash over %s and %s", roles, a, b)
		}
	}
	if d.Reason("expert", "inspector") != "" {
		t.Error("a reason for what is allowed")
	}
	if got := d.Reason("city_finance", "city_reviewer"); !strings.Contains(got, "会签") {
		t.Errorf("reason %q does not speak of the co-signature", got)
	}
}

func TestGrantable(t *testing.T) {
	d := door(t)
	tests := []struct {
		name, role, region, want string // want is part of the message, "" when it stands
	}{
		{"a filer on a county", "county_filer", "370686", ""},
		{"a filer on a city", "county_filer", "370600", "只能授在县级上"},
		{"a reviewer on a city", "city_reviewer", "370600", ""},
		{"a reviewer on a county", "city_reviewer", "370686", "只能授在市级上"},
		{"the province's administrator on a city", "prov_admin", "370600", "只能授在省级上"},
		{"an auditor on a city", "auditor", "370600", ""},
		{"an auditor on the province", "auditor", "370000", ""},
		{"an auditor on a county", "auditor", "370686", "市级或省级"},
		{"an unknown role", "king", "370000", "没有“king”"},
		{"the public", "public", "370000", "不授予任何账号"},
		{"the program", "system", "370000", "不授予任何账号"},
		{"a malformed region", "county_filer", "3706", "6 位行政区划代码"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := d.Grantable(tt.role, tt.region)
			if tt.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
	if d.Title("expert") != "评审专家" || d.Title("king") != "king" {
		t.Error("titles")
	}
}
