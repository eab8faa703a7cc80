package policy

import (
	"errors"
	"slices"
	"testing"

	"xianjie/internal/fault"
)

func TestABatchDemandsNoConfirmationUnlessItSaysSo(t *testing.T) {
	all := []Confirmable{ConfirmIntegrated, ConfirmLinkageCounty, ConfirmLinkageCity, ConfirmProject}
	for _, tt := range []struct {
		name string
		pack *Pack
		want []Confirmable
	}{
		{"nothing said", reference(t), nil},
		{"an empty list", edited(t, param(`"requireConfirmed": []`)...), nil},
		{"one kind", edited(t, param(`"requireConfirmed": ["INTEGRATED"]`)...), all[:1]},
		{"every kind", edited(t, param(`"requireConfirmed": ["INTEGRATED", "LINKAGE_COUNTY", "LINKAGE_CITY", "PROJECT"]`)...), all},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, what := range all {
				if got := tt.pack.RequiresConfirmed(what); got != slices.Contains(tt.want, what) {
					t.Errorf("%s: %v", what, got)
				}
			}
			if tt.pack.Params.RequireConfirmed == nil {
				t.Error("the pack was not completed")
			}
		})
	}
}

func TestOnlyWhatSomebodyConfirmsCanBeDemanded(t *testing.T) {
	for list, want := range map[string][]string{
		`["SOCIAL"]`:                    {"/params/requireConfirmed/0"},
		`["LINKAGE_PROV_UP"]`:           {"/params/requireConfirmed/0"},
		`["PROJECT", "PROJECT"]`:        {"/params/requireConfirmed/1"},
		`["INTEGRATED", "", "PROJECT"]`: {"/params/requireConfirmed/1", "/params/requireConfirmed/1"},
	} {
		_, err := ParsePack([]byte(rewrite(t, param(`"requireConfirmed": `+list)...)))
		var f *fault.Error
		if !errors.As(err, &f) {
			t.Errorf("%s: %v", list, err)
			continue
		}
		var got []string
		for _, place := range f.Places {
			got = append(got, place.Location)
			if !chinese(place.Message) {
				t.Errorf("%s: %q is not for the reader", list, place.Message)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: places %v, want %v", list, got, want)
		}
	}
}
