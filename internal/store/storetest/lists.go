package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/policy"
	"xianjie/workflow"
)

// everything sees every application of the province.
func everything() workflow.Sight {
	return workflow.Sight{Windows: []workflow.Window{{Region: "370000", Drafts: true}}}
}

// counties fills a batch: the number of each application names its county.
func (w *world) counties(t *testing.T) (workflow.Batch, map[string]workflow.Application) {
	t.Helper()
	b := w.batch(t)
	out := map[string]workflow.Application{}
	for i, c := range []struct {
		county, name, title string
		state               workflow.State
	}{
		{"370602", "芝罘区", "Alpha_100%推进区", workflow.Draft},
		{"370686", "栖霞市", "beta推进区", workflow.Submitted},
		{"370687", "海阳市", "Alphax100y推进区", workflow.Shortlisted},
		{"370702", "潍城区", `反斜杠\推进区`, workflow.CityReview},
		{"130102", "长安区", "外省推进区", workflow.Reported},
	} {
		a := newDraft(b, c.county, c.name)
		a.Title, a.State = c.title, c.state
		a.Summary.Linkage = money.Fen(100 - i)
		if i > 0 {
			at := day(10 - i)
			a.SubmittedAt = &at
			a.Summary.Failed = []policy.RuleID{"F06", "V01"}
		}
		w.in(t, func(tx workflow.Tx) error { return tx.InsertApplication(&a) })
		out[c.county] = a
	}
	return b, out
}

func listScenarios() []scenario {
	return []scenario{
		{"a list holds exactly what the sight sees, for every window", func(t *testing.T, w *world) {
			b, all := w.counties(t)
			after := []workflow.State{workflow.Submitted, workflow.Shortlisted}
			for _, windows := range [][]workflow.Window{
				nil, {}, {{Region: "370000"}}, {{Region: "370600"}}, {{Region: "370686"}}, {{Region: "130000"}}, {{Region: "370999"}},
				{{Region: "370000", States: after}}, {{Region: "370600", States: []workflow.State{}}}, {{Region: "37"}}, {{Region: "000000"}}, {{Region: ""}},
				{{Region: "37%600"}}, {{Region: "370600", States: after}, {Region: "130102"}}, {{Region: "370686"}, {Region: "370686"}},
			} {
				sight := workflow.Sight{Windows: windows}
				want := []string{}
				for _, a := range all {
					if sight.Sees(a) {
						want = append(want, a.No)
					}
				}
				slices.Sort(want)
				page, err := w.Applications(context.Background(), workflow.Query{Sight: sight, BatchID: b.ID})
				if diff := cmp.Diff(want, numbers(page)); err != nil || diff != "" || page.Total != len(want) {
					t.Errorf("%+v: %v total %d %s", windows, err, page.Total, diff)
				}
				first, err := w.Applications(context.Background(), workflow.Query{Sight: sight, BatchID: b.ID, PageSize: 1})
				if err != nil || first.Total != len(want) { // the count must not tell of what is not seen
					t.Errorf("%+v: total %d beside a page of one, want %d, %v", windows, first.Total, len(want), err)
				}
			}
		}},
		{"search is literal, without regard to case, and stays within the sight", func(t *testing.T, w *world) {
			_, all := w.counties(t)
			for search, want := range map[string][]string{
				"alpha_100%": {"370602"}, "ALPHA": {"370602", "370687"}, "%": {"370602"}, "_": {"370602"}, `\`: {"370702"},
				"栖霞": {"370686"}, "370687-01": {"370687"}, "' OR 1=1 --": {}, "  beta ": {"370686"}, "外省": {},
			} {
				page, err := w.Applications(context.Background(), workflow.Query{Sight: everything(), Search: search})
				names := []string{}
				for _, county := range want {
					names = append(names, all[county].No)
				}
				if diff := cmp.Diff(names, numbers(page)); err != nil || diff != "" {
					t.Errorf("%q: %v %s", search, err, diff)
				}
			}
		}},
		{"filters narrow by name", func(t *testing.T, w *world) {
			b, _ := w.counties(t)
			w.counties(t) // another batch
			for _, tt := range []struct {
				name string
				q    workflow.Query
				want int
			}{
				{"batch", workflow.Query{BatchID: b.ID}, 4},
				{"city", workflow.Query{City: "370600"}, 6},
				{"county", workflow.Query{County: "370686"}, 2},
				{"channel", workflow.Query{Channel: "CITY_SELECTED"}, 8},
				{"another channel", workflow.Query{Channel: "KEY_COUNTY"}, 0},
				{"states", workflow.Query{States: []workflow.State{workflow.Draft, workflow.CityReview}}, 4},
				{"failing rule", workflow.Query{Rule: "F06"}, 6},
				{"part of a rule's name", workflow.Query{Rule: "F0"}, 0},
				{"wildcard for a rule", workflow.Query{Rule: "%"}, 0},
			} {
				tt.q.Sight = everything()
				page, err := w.Applications(context.Background(), tt.q)
				if err != nil || len(page.Items) != tt.want || page.Total != tt.want {
					t.Errorf("%s: %d of %d, %v; want %d", tt.name, len(page.Items), page.Total, err, tt.want)
				}
			}
		}},
		{"sorting knows its columns, absent values come last and ties are broken", func(t *testing.T, w *world) {
			b, _ := w.counties(t)
			for sort, want := range map[string][]string{
				"":             {"370602", "370686", "370687", "370702"},
				"-no":          {"370702", "370687", "370686", "370602"},
				"linkage":      {"370702", "370687", "370686", "370602"},
				"-linkage":     {"370602", "370686", "370687", "370702"},
				"state":        {"370602", "370686", "370702", "370687"},
				"submittedAt":  {"370702", "370687", "370686", "370602"},
				"-submittedAt": {"370686", "370687", "370702", "370602"},
				"-county":      {"370702", "370687", "370686", "370602"},
			} {
				page, err := w.Applications(context.Background(), workflow.Query{Sight: everything(), BatchID: b.ID, Sort: sort})
				got := []string{}
				for _, a := range page.Items {
					got = append(got, a.CountyCode)
				}
				if diff := cmp.Diff(want, got); err != nil || diff != "" {
					t.Errorf("%q: %v %s", sort, err, diff)
				}
			}
			for _, sort := range []string{"title", "integrated", "total", "reportedAt", "-updatedAt"} {
				if _, err := w.Applications(context.Background(), workflow.Query{Sight: everything(), Sort: sort}); err != nil {
					t.Errorf("%q: %v", sort, err)
				}
			}
			for _, sort := range []string{"id; DROP TABLE applications", "--no", "search_text", "-"} {
				_, err := w.Applications(context.Background(), workflow.Query{Sight: everything(), Sort: sort})
				if fault.CodeOf(err) != fault.Invalid {
					t.Errorf("%q: got %v, want invalid", sort, err)
				}
			}
		}},
		{"pages cover the list once and know the total", func(t *testing.T, w *world) {
			b := w.batch(t)
			for i := range 7 {
				w.draft(t, b, fmt.Sprintf("3706%02d", i+10), "同名")
			}
			for _, size := range []int{1, 2, 3, 7, 8} {
				seen := map[string]bool{}
				for page := 1; page <= 8; page++ {
					got, err := w.Applications(context.Background(), workflow.Query{Sight: everything(), Sort: "title", Page: page, PageSize: size})
					if err != nil || got.Total != 7 || got.Items == nil {
						t.Fatalf("page %d of %d: total %d, %v", page, size, got.Total, err)
					}
					for _, a := range got.Items {
						if seen[a.ID] {
							t.Errorf("size %d: %s twice", size, a.No)
						}
						seen[a.ID] = true
					}
				}
				if len(seen) != 7 {
					t.Errorf("size %d: %d of 7 seen", size, len(seen))
				}
			}
			got, err := w.Applications(context.Background(), workflow.Query{Sight: everything(), Page: -3, PageSize: 100_000})
			if err != nil || got.Page != 1 || got.PageSize != 200 {
				t.Errorf("bounds: page %d size %d %v", got.Page, got.PageSize, err)
			}
		}},
	}
}

func numbers(page workflow.Page[workflow.Application]) []string {
	out := make([]string, len(page.Items))
	for i, a := range page.Items {
		out[i] = a.No
	}
	return out
}
