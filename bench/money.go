package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"xianjie/bench/ledger"
	"xianjie/internal/store"
)

// The size of H9: random operations, by how many at once, over how many awards.
const (
	moneyOperations = 100_000
	moneyWorkers    = 16
	moneyAwards     = 24
)

// moneyHolds is H9: after a hundred thousand random operations by sixteen at once every balance is what its entries come to, to the 分, and no
// layer exceeds the one above it. What is counted is what does not hold. It takes minutes and is measured only when it is asked for by name.
func moneyHolds(ctx context.Context) (f figure, err error) {
	f = figure{id: "H9", what: fmt.Sprintf("资金台账 %d 笔随机操作(%d 个并发、%d 件立项)之后不符之处", moneyOperations, moneyWorkers, moneyAwards), theirs: "—", verb: "%.0f 处",
		first: 0.5, aim: 0.5}
	dsn, drop, err := freshDatabase(ctx)
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, drop()) }()
	kept, err := store.Open(ctx, dsn, store.Options{Migrate: true})
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	bank, err := ledger.Open(ctx, kept, moneyAwards)
	if err != nil {
		return f, err
	}
	began := time.Now()
	tally, err := bank.Play(ctx, moneyWorkers, moneyOperations, 1)
	if err != nil {
		return f, err
	}
	took := time.Since(began)
	wrong, err := bank.Recount(ctx)
	if err != nil {
		return f, err
	}
	found, err := kept.Doctor(ctx)
	if err != nil {
		return f, err
	}
	for _, c := range ledger.Complaints(found) {
		wrong = append(wrong, c.String())
	}
	for _, w := range wrong {
		say("H9 不符:%s", w)
	}
	f.ours = fmt.Sprintf("记 %d 笔、拒 %d 笔,每秒 %.0f 次", tally.Made(), tally.Refused, float64(moneyOperations)/took.Seconds())
	f.value = spread{float64(len(wrong))}
	return f, nil
}
