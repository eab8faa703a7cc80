package money_test

import (
	"encoding/json"
	"os"
	"strconv"
	"testing"

	"xianjie/internal/money"
)

// TestTheWebReadsAmountsTheSameWay: frontend/src/lib/money.ts reads the same file.
func TestTheWebReadsAmountsTheSameWay(t *testing.T) {
	body, err := os.ReadFile("../../frontend/fixtures/money.json")
	if err != nil {
		t.Fatal(err)
	}
	var shared struct {
		Exact   []struct{ Text, Fen, Plain string }
		Refused []string
		Sums    []struct {
			Of    []string
			Plain string
		}
	}
	if err := json.Unmarshal(body, &shared); err != nil {
		t.Fatal(err)
	}
	if len(shared.Exact) == 0 || len(shared.Refused) == 0 || len(shared.Sums) == 0 {
		t.Fatal("the file holds no cases")
	}
	for _, tt := range shared.Exact {
		got, err := money.ParseWan(tt.Text)
		if err != nil || strconv.FormatInt(int64(got), 10) != tt.Fen || got.String() != tt.Plain {
			t.Errorf("%q: %d %s, %v; want %s %s", tt.Text, got, got, err, tt.Fen, tt.Plain)
		}
	}
	for _, text := range shared.Refused {
		if got, err := money.ParseWan(text); err == nil {
			t.Errorf("%q is read as %s", text, got)
		}
	}
	for _, tt := range shared.Sums {
		var all []money.Fen
		for _, text := range tt.Of {
			each, err := money.ParseWan(text)
			if err != nil {
				t.Errorf("%q: %v", text, err)
			}
			all = append(all, each)
		}
		if got := money.Sum(all...).String(); got != tt.Plain {
			t.Errorf("%v add up to %s, want %s", tt.Of, got, tt.Plain)
		}
	}
}
