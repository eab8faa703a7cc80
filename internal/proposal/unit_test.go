package proposal_test

import (
	"testing"

	"xianjie/internal/proposal"
)

func TestOneUnitIsWrittenInManyWays(t *testing.T) {
	for _, tt := range []struct {
		name, county, a, b string
		want               bool
	}{
		{"the same words", "高唐县", "县农业农村局", "县农业农村局", true},
		{"the county's name in front", "高唐县", "高唐县农业农村局", "农业农村局", true},
		{"the county's rank in front", "高唐县", "县农业农村局", "农业农村局", true},
		{"name here, rank there", "高唐县", "高唐县农业农村局", "县农业农村局", true},
		{"a city of county rank", "栖霞市", "栖霞市交通运输局", "市交通运输局", true},
		{"a district", "兖州区", "区水利局", "兖州区水利局", true},
		{"a bureau of the party committee", "高唐县", "高唐县委组织部", "县委组织部", true},
		{"blanks around and inside do not count", "高唐县", " 县 农业农村局\u3000", "农业农村局", true},
		{"the rank is the county's own", "高唐县", "市交通运输局", "交通运输局", false},
		{"another county's bureau", "高唐县", "茌平区农业农村局", "农业农村局", false},
		{"the prefecture's bureau is not the county's", "栖霞市", "烟台市财政局", "市财政局", false},
		{"another bureau", "高唐县", "县水利局", "县农业农村局", false},
		{"a name that begins with the rank's character", "栖霞市", "栖霞市市场监督管理局", "市场监督管理局", true},
		{"nobody is the unit without a name", "高唐县", "", "", false},
		{"blanks are no name", "高唐县", " ", "\u3000", false},
		{"the bare county is no unit's short name", "高唐县", "高唐县", "县", false},
		{"without a county's name only the whole name counts", "", "县水利局", "水利局", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			county := proposal.Place{Name: tt.county}
			if got := county.SameUnit(tt.a, tt.b); got != tt.want {
				t.Errorf("SameUnit(%q, %q) in %s = %v", tt.a, tt.b, tt.county, got)
			}
			if county.SameUnit(tt.b, tt.a) != tt.want {
				t.Error("it depends on the order")
			}
		})
	}
}
