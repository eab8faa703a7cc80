package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/review"
)

func TestDimensionsAreReadOutOfTheKeptText(t *testing.T) {
	wanted := []string{"S1", "C4"}
	tests := []struct {
		name, text string
		want       map[string]review.Points
		wrong      bool
	}{
		{"those named, wherever they stand", `{"C1":1,"C4":10.5,"S1":21.83}`, map[string]review.Points{"S1": 2183, "C4": 1050}, false},
		{"with white space, as PostgreSQL may keep it", `{"S1": 20 , "C4": 0}`, map[string]review.Points{"S1": 2000, "C4": 0}, false},
		{"a code that only begins alike is another", `{"S10":5,"XS1":6}`, nil, false},
		{"none at all", `{}`, nil, false},
		{"no number", `{"S1":"x"}`, nil, true},
		{"cut off", `{"S1":2`, nil, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := dimensions(tt.text, wanted)
			if (err != nil) != tt.wrong || cmp.Diff(tt.want, got) != "" {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
}
