package paper

import (
	"testing"

	"xianjie/internal/money"
)

func TestAmountsOfAMatrixLineUp(t *testing.T) {
	rows := []FundRow{{Layers: [5]money.Fen{4_300_250_000, 1, 0, -1_234_567_890_000, money.Max}}}
	places := finest(rows)
	if places != money.LedgerPlaces || finest(nil) != leastPlaces {
		t.Errorf("%d places", places)
	}
	for i, want := range []string{"4,300.250000", "0.000001", "0.000000", "-1,234,567.890000", "9,007,199.254740"} {
		if got := lined(rows[0].Layers[i], places); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if got := lined(999*money.Wan, leastPlaces); got != "999.00" {
		t.Error(got)
	}
}
