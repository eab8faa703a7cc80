package storetest

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/money"
	"xianjie/policy"
	"xianjie/workflow"
)

// mended fills a batch with applications whose county is answering a return: in the live drafts the amounts run the one way, in the
// sealed faces the other, and every word and rule is in one face only.
func (w *world) mended(t *testing.T) workflow.Batch {
	t.Helper()
	b := w.batch(t)
	for i, county := range []string{"370602", "370686", "370702"} {
		a := newDraft(b, county, "县"+county)
		a.State = workflow.ReturnedByCity
		face := func(word string, amount money.Fen, rule policy.RuleID) workflow.Face {
			return workflow.Face{Title: word + county, Summary: workflow.Summary{Linkage: amount, Integrated: amount, Total: amount, Failed: []policy.RuleID{rule}}}
		}
		a.Face, a.Sealed = face("b活", money.Fen(10+i), "F06"), face("a封", money.Fen(3-i), "V01")
		a.Face.Summary.Unconfirmed = 2
		w.in(t, func(tx workflow.Tx) error { return tx.InsertApplication(&a) })
	}
	return b
}

// counties are the counties of a page, in order.
func countiesOf(page workflow.Page[workflow.Application]) []string {
	out := []string{}
	for _, a := range page.Items {
		out = append(out, a.CountyCode)
	}
	return out
}

func faceScenarios() []scenario {
	province := workflow.Window{Region: "370000"}
	inside := func(region string, states ...workflow.State) workflow.Window {
		return workflow.Window{Region: region, States: states, Drafts: true}
	}
	three := []string{"370602", "370686", "370702"}
	sights := []struct {
		name    string
		windows []workflow.Window
		live    []string // the counties whose draft is seen
		order   []string // by amount
	}{
		{"nobody's drafts", []workflow.Window{province}, nil, []string{"370702", "370686", "370602"}},
		{"everybody's drafts", []workflow.Window{inside("370000")}, three, three},
		{"one county's drafts", []workflow.Window{province, inside("370602")}, []string{"370602"}, []string{"370702", "370686", "370602"}},
		{"another county's drafts", []workflow.Window{province, inside("370702")}, []string{"370702"}, []string{"370686", "370602", "370702"}},
		{"a city's drafts", []workflow.Window{inside("370600"), province}, []string{"370602", "370686"}, []string{"370702", "370602", "370686"}},
		{"drafts in another state", []workflow.Window{province, inside("370000", workflow.Draft)}, nil, []string{"370702", "370686", "370602"}},
		{"drafts of no state", []workflow.Window{province, {Region: "370000", States: []workflow.State{}, Drafts: true}}, nil, []string{"370702", "370686", "370602"}},
		{"one county alone", []workflow.Window{inside("370686")}, []string{"370686"}, []string{"370686"}},
	}
	return []scenario{
		{"sorting goes by the face that is seen", func(t *testing.T, w *world) {
			b := w.mended(t)
			for _, s := range sights {
				for _, word := range []string{"linkage", "integrated", "total"} {
					for sort, want := range map[string][]string{word: s.order, "-" + word: reversed(s.order)} {
						page, err := w.Applications(context.Background(), workflow.Query{Sight: workflow.Sight{Windows: s.windows}, BatchID: b.ID, Sort: sort})
						if diff := cmp.Diff(want, countiesOf(page)); err != nil || diff != "" {
							t.Errorf("%s by %s: %v %s", s.name, sort, err, diff)
						}
					}
				}
				page, err := w.Applications(context.Background(), workflow.Query{Sight: workflow.Sight{Windows: s.windows}, BatchID: b.ID, Sort: "title"})
				want := slices.DeleteFunc(slices.Clone(three), func(c string) bool { return !slices.Contains(s.order, c) })
				slices.SortStableFunc(want, func(a, b string) int {
					return rank(slices.Contains(s.live, a)) - rank(slices.Contains(s.live, b)) // 封 before 活
				})
				if diff := cmp.Diff(want, countiesOf(page)); err != nil || diff != "" {
					t.Errorf("%s by title: %v %s", s.name, err, diff)
				}
			}
		}},
		{"search, failing rule and count go by the face that is seen", func(t *testing.T, w *world) {
			b := w.mended(t)
			for _, s := range sights {
				sealed := slices.DeleteFunc(slices.Sorted(slices.Values(s.order)), func(c string) bool { return slices.Contains(s.live, c) })
				live := append([]string{}, s.live...)
				for _, tt := range []struct {
					name string
					q    workflow.Query
					want []string
				}{
					{"live word", workflow.Query{Search: "b活"}, live},
					{"sealed word", workflow.Query{Search: "a封"}, sealed},
					{"live rule", workflow.Query{Rule: "F06"}, live},
					{"sealed rule", workflow.Query{Rule: "V01"}, sealed},
					{"unconfirmed only while live", workflow.Query{Unconfirmed: true}, live},
					{"live word and sealed rule", workflow.Query{Search: "b活", Rule: "V01"}, []string{}},
				} {
					tt.q.Sight, tt.q.BatchID = workflow.Sight{Windows: s.windows}, b.ID
					page, err := w.Applications(context.Background(), tt.q)
					if diff := cmp.Diff(tt.want, countiesOf(page)); err != nil || diff != "" || page.Total != len(tt.want) {
						t.Errorf("%s, %s: %v total %d %s", s.name, tt.name, err, page.Total, diff)
					}
					tt.q.PageSize = 1 // has the total counted
					if page, err = w.Applications(context.Background(), tt.q); err != nil || page.Total != len(tt.want) {
						t.Errorf("%s, %s: counted %d, %v", s.name, tt.name, page.Total, err)
					}
				}
			}
		}},
	}
}

func rank(last bool) int {
	if last {
		return 1
	}
	return 0
}

func reversed(in []string) []string {
	out := slices.Clone(in)
	slices.Reverse(out)
	return out
}
