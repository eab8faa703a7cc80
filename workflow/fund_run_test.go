package workflow_test

import (
	"context"
	"testing"

	"xianjie/bench/ledger"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
)

// healthyMoney lets the doctor look at the money, and recounts every balance from the entries.
func healthyMoney(t *testing.T, b *ledger.Bank) {
	t.Helper()
	found, err := b.Store.Doctor(context.Background())
	must(t, err)
	for _, c := range ledger.Complaints(found) {
		t.Error(c)
	}
	wrong, err := b.Recount(context.Background())
	must(t, err)
	for _, w := range wrong {
		t.Error(w)
	}
}

func openBank(t *testing.T, s *store.Store, n int) *ledger.Bank {
	t.Helper()
	b, err := ledger.Open(context.Background(), s, n)
	must(t, err)
	return b
}

// randomOperations is how many the tests play; `make bench` plays a hundred thousand (H9).
const randomOperations = 1500

func TestRandomOperationsByManyAtOnceLeaveEveryBalanceExact(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b := openBank(t, s, 3)
		tally, err := b.Play(context.Background(), 16, randomOperations, 1)
		must(t, err)
		t.Logf("%+v", tally)
		if tally.Posted == 0 || tally.Waiting == 0 || tally.Confirmed == 0 || tally.Rejected == 0 || tally.Reversed == 0 || tally.Refused == 0 || tally.Made() < randomOperations/3 {
			t.Errorf("hardly anything happened: %+v", tally)
		}
		healthyMoney(t, b)
	})
}
