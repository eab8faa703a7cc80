package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"
)

// list is S2: a page of fifty of three thousand applications, by region, states and a word.
func (b *bench) list(ctx context.Context, rounds int, lasting time.Duration) ([]figure, error) {
	all := b.lists()
	if len(all) == 0 {
		return nil, fmt.Errorf("没有一个市有 %d 件可列", pageSize)
	}
	if err := b.learn(ctx, all, b.sameList); err != nil {
		return nil, err
	}
	return b.reads(ctx, "S2", "列表 50/3000", all, bounds{first: 0.50, aim: 3}, rounds, lasting)
}

// bounds are a figure's requirements.
type bounds struct{ first, aim float64 }

// reads measures asking both sides for the same, and ours once more for what the reader has already.
func (b *bench) reads(ctx context.Context, id, what string, all []asked, need bounds, rounds int, lasting time.Duration) ([]figure, error) {
	turn := func(n int) asked { return all[n%len(all)] }
	plain := &side{name: id + " 本系统", at: b.ours, pool: b.pool, status: http.StatusOK, next: func(n int) []byte { return turn(n).ours() }}
	theirs := &side{name: id + " 对照", at: b.bare, pool: b.pool, status: http.StatusOK, next: func(n int) []byte { return turn(n).bare() }}
	known := &side{name: id + " 304", at: b.ours, pool: b.pool, status: http.StatusNotModified, next: func(n int) []byte { return turn(n).oursKnown() }}
	if err := compare(ctx, rounds, lasting, plain, theirs, known); err != nil {
		return nil, err
	}
	return []figure{
		{id: id, what: what, ours: plain.show(), theirs: theirs.show(), value: plain.rates.over(theirs.rates), verb: "%.2f",
			first: need.first, aim: need.aim, least: true},
		{id: id, what: what + ",内容未变(304)", ours: known.show(), theirs: theirs.show(), value: known.rates.over(theirs.rates), verb: "%.2f",
			aim: need.aim, least: true},
	}, nil
}

// sameList holds that both sides list the same applications with the same fields; what only ours says is left out.
func (b *bench) sameList(a asked, body []byte) error {
	other, err := b.bareBody(a)
	if err != nil {
		return err
	}
	type page struct {
		Items []map[string]json.RawMessage `json:"items"`
		Total int                          `json:"total"`
	}
	var ours, theirs page
	if err := json.Unmarshal(body, &ours); err != nil {
		return err
	}
	if err := json.Unmarshal(other, &theirs); err != nil {
		return err
	}
	if len(ours.Items) != pageSize || len(theirs.Items) != pageSize || ours.Total != theirs.Total {
		return fmt.Errorf("两边不同:%d 项共 %d 与 %d 项共 %d", len(ours.Items), ours.Total, len(theirs.Items), theirs.Total)
	}
	for i, item := range theirs.Items {
		for name, value := range item {
			if !slices.Equal(value, ours.Items[i][name]) {
				return fmt.Errorf("两边不同:第 %d 项的 %s 为 %s 与 %s", i+1, name, ours.Items[i][name], value)
			}
		}
	}
	return nil
}
