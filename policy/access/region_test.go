package access

import (
	"testing"

	"pgregory.net/rapid"
)

func TestCovers(t *testing.T) {
	d := door(t)
	tests := []struct {
		name          string
		grant, region string
		want          bool
	}{
		{"a province covers itself", "370000", "370000", true},
		{"a province covers its city", "370000", "370600", true},
		{"a province covers its county", "370000", "370686", true},
		{"a province covers no other province's county", "370000", "380686", false},
		{"a city covers its county", "370600", "370686", true},
		{"a city does not cover the next city", "370600", "370700", false},
		{"a city does not cover the next city's county", "370600", "370786", false},
		{"a city does not cover its province", "370600", "370000", false},
		{"a county covers itself", "370686", "370686", true},
		{"a county does not cover its neighbour", "370686", "370687", false},
		{"a county does not cover its city", "370686", "370600", false},
		{"a county seat ending in 01 is a county", "370601", "370602", false},
		{"a four-digit city code is malformed", "3706", "370686", false},
		{"a village code is malformed", "370686", "370686001001", false},
		{"a seven-digit code does not even cover itself", "3706861", "3706861", false},
		{"all zeros cover nothing", "000000", "370686", false},
		{"letters cover nothing", "37xxxx", "37xxxx", false},
		{"a county under no city is malformed", "370086", "370086", false},
		{"full-width digits are malformed", "３７", "３７", false},
		{"nothing covers nothing", "", "", false},
		{"leading blanks are malformed", " 37000", " 37000", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := covers(tt.grant, tt.region); got != tt.want {
				t.Errorf("covers(%q, %q) = %v", tt.grant, tt.region, got)
			}
			if d.Covers(tt.grant, tt.region) != tt.want {
				t.Error("the door disagrees")
			}
		})
	}
}

func TestCoversIsAPartialOrderOnCodes(t *testing.T) {
	code := rapid.StringMatching(`(37|41)(00|06|07)(00|01|86)`)
	rapid.Check(t, func(r *rapid.T) {
		a, b, c := code.Draw(r, "a"), code.Draw(r, "b"), code.Draw(r, "c")
		if covers(a, b) && covers(b, c) && !covers(a, c) {
			r.Fatalf("%s covers %s covers %s, but not across", a, b, c)
		}
		if covers(a, b) && covers(b, a) && a != b {
			r.Fatalf("%s and %s cover each other", a, b)
		}
		if levelOf(a) != "" && !covers(a, a) {
			r.Fatalf("%s does not cover itself", a)
		}
	})
}

func TestEachProbeStandsInItsRelation(t *testing.T) {
	for _, r := range []relation{other, below, above, own} {
		if got := relate(probeGrant, probe(r)); got != r {
			t.Errorf("probe of %d stands in %d", r, got)
		}
	}
}
