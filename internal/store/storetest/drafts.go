package storetest

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
	"xianjie/workflow"
)

// put replaces a draft's content: the sections given and projects P01 … in order.
func (w *world) put(t testing.TB, a workflow.Application, sections map[proposal.SectionName][]byte, bodies ...string) {
	t.Helper()
	rows := make([]proposal.ProjectRow, len(bodies))
	for i, body := range bodies {
		rows[i] = proposal.ProjectRow{ID: fmt.Sprintf("P%02d", i+1), Body: []byte(body)}
	}
	w.in(t, func(tx workflow.Tx) error { return tx.PutDocument(a.ID, sections, rows) })
}

func (w *world) document(t testing.TB, a workflow.Application) workflow.Document {
	t.Helper()
	doc, err := w.ReadDocument(context.Background(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func projectIDs(doc workflow.Document) []string {
	out := []string{}
	for _, p := range doc.Projects {
		out = append(out, p.ID)
	}
	return out
}

func draftScenarios() []scenario {
	return []scenario{
		{"an empty draft has no nil parts", func(t *testing.T, w *world) {
			doc := w.document(t, w.draft(t, w.batch(t), "370686", "栖霞市"))
			if doc.Sections == nil || doc.Projects == nil || doc.Attachments == nil {
				t.Errorf("%+v", doc)
			}
		}},
		{"bodies come back byte for byte", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			body := []byte(`{"name":"𠮷 <&> \u0000 '\"","wan":4300.2500,"b": 1}`)
			w.put(t, a, map[proposal.SectionName][]byte{"zone": body}, string(body))
			doc := w.document(t, a)
			if !bytes.Equal(doc.Sections["zone"].Body, body) || !bytes.Equal(doc.Projects[0].Body, body) {
				t.Errorf("%s | %s", doc.Sections["zone"].Body, doc.Projects[0].Body)
			}
		}},
		{"all projects are replaced at once: what stays the same keeps its version, the sections stay", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			w.put(t, a, map[proposal.SectionName][]byte{"zone": []byte(`{}`)}, `{"a":1}`, `{"b":1}`, `{"c":1}`)
			w.in(t, func(tx workflow.Tx) error {
				return tx.PutProjects(a.ID, []proposal.ProjectRow{{ID: "P04", Body: []byte(`{"d":1}`)}, {ID: "P03", Body: []byte(`{"c":2}`)}, {ID: "P01", Body: []byte(`{"a":1}`)}})
			})
			doc := w.document(t, a)
			got := ""
			for _, p := range doc.Projects {
				got += fmt.Sprint(p.ID, p.Version, string(p.Body), " ")
			}
			if want := `P04 1{"d":1} P03 2{"c":2} P01 1{"a":1} `; strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") || len(doc.Sections) != 1 {
				t.Errorf("%s and %d sections", got, len(doc.Sections))
			}
		}},
		{"of two savers of one section the second is stale and the first one's text stands", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			save := func(version int64, body string) (v int64, err error) {
				err = w.InTx(context.Background(), func(tx workflow.Tx) error {
					v, err = tx.SaveSection(a.ID, workflow.Section{Name: "zone", Version: version, Body: []byte(body)})
					return err
				})
				return v, err
			}
			for i, body := range []string{`"一"`, `"二"`, `"三"`} {
				if v, err := save(int64(i), body); err != nil || v != int64(i+1) {
					t.Fatalf("save %d: version %d, %v", i, v, err)
				}
				if _, err := save(int64(i), `"迟"`); fault.CodeOf(err) != fault.Stale {
					t.Fatalf("second saver of version %d: %v", i, err)
				}
			}
			section, err := w.ReadSection(context.Background(), a.ID, "zone")
			if err != nil || section.Version != 3 || string(section.Body) != `"三"` {
				t.Errorf("%d %s %v", section.Version, section.Body, err)
			}
			never, err := w.ReadSection(context.Background(), a.ID, "plan")
			if err != nil || never.Version != 0 || never.Body != nil || never.Name != "plan" {
				t.Errorf("a section never saved: %+v %v", never, err)
			}
		}},
		{"of twenty who save a section's first version at once exactly one wins", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			var won atomic.Int32
			var all sync.WaitGroup
			for range 20 {
				all.Go(func() {
					err := w.InTx(context.Background(), func(tx workflow.Tx) error {
						_, err := tx.SaveSection(a.ID, workflow.Section{Name: "zone", Body: []byte("{}")})
						return err
					})
					if err == nil {
						won.Add(1)
					} else if fault.CodeOf(err) != fault.Stale {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if won.Load() != 1 {
				t.Errorf("%d won", won.Load())
			}
		}},
		{"an import keeps the version of what stays and raises the version of what changes", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			w.put(t, a, map[proposal.SectionName][]byte{"zone": []byte("1"), "plan": []byte("1"), "papers": []byte("1")}, "1", "1", "1")
			w.put(t, a, map[proposal.SectionName][]byte{"zone": []byte("1"), "plan": []byte("2")}, "1", "2")
			doc := w.document(t, a)
			want := workflow.Document{
				Sections:    map[proposal.SectionName]workflow.Section{"zone": {Name: "zone", Version: 1, Body: []byte("1")}, "plan": {Name: "plan", Version: 2, Body: []byte("2")}},
				Projects:    []workflow.ProjectRow{{ID: "P01", Version: 1, Body: []byte("1")}, {ID: "P02", Version: 2, Body: []byte("2")}},
				Attachments: []workflow.Attachment{},
			}
			if diff := cmp.Diff(want, doc); diff != "" {
				t.Error(diff)
			}
			w.put(t, a, nil)
			if doc := w.document(t, a); len(doc.Sections)+len(doc.Projects) != 0 {
				t.Errorf("an empty import leaves %+v", doc)
			}
		}},
		{"projects are added, saved, ordered and deleted over the version seen", projectScenario},
		{"thousands of projects are imported and reordered", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			bodies := slices.Repeat([]string{`{"name":"产业园"}`}, 2*500+7)
			w.put(t, a, nil, bodies...)
			ids := projectIDs(w.document(t, a))
			slices.Reverse(ids)
			w.in(t, func(tx workflow.Tx) error { return tx.OrderProjects(a.ID, ids) })
			if diff := cmp.Diff(ids, projectIDs(w.document(t, a))); diff != "" {
				t.Error(diff)
			}
			w.put(t, a, nil, bodies[0])
			if n := len(w.document(t, a).Projects); n != 1 {
				t.Errorf("%d projects left", n)
			}
		}},
		{"snapshots come back as frozen and lists leave out their bodies", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			s := workflow.Snapshot{ApplicationID: a.ID, No: 1, Action: workflow.Submit, Digest: digest("x"), CoreDigest: digest("y"), Body: []byte(`{"a":1}`),
				PackVersion: 2, Findings: []policy.Finding{{Rule: "F06", Name: "整合比例", Clause: "三.4", Severity: policy.Blocking, Verdict: policy.Fail,
					Figure: policy.Figure{Text: "49.99% < 50%", Ratio: "49.99"}, Advice: "增加整合资金", Places: []string{"/fundPlan"}}}, TakenAt: day(3), TakenBy: "acc-1"}
			w.in(t, func(tx workflow.Tx) error { return tx.InsertSnapshot(s) })
			got, err := w.ReadSnapshot(context.Background(), a.ID, 1)
			if diff := cmp.Diff(s, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
			list, err := w.Snapshots(context.Background(), a.ID)
			s.Body, s.Findings = nil, nil
			if diff := cmp.Diff([]workflow.Snapshot{s}, list); err != nil || diff != "" {
				t.Error(err, diff)
			}
			if _, err := w.ReadSnapshot(context.Background(), a.ID, 2); fault.CodeOf(err) != fault.NotFound {
				t.Error(err)
			}
		}},
	}
}

func projectScenario(t *testing.T, w *world) {
	a := w.draft(t, w.batch(t), "370686", "栖霞市")
	for _, id := range []string{"P01", "P02", "P03"} {
		w.in(t, func(tx workflow.Tx) error {
			return tx.InsertProject(a.ID, workflow.ProjectRow{ID: id, Version: 1, Body: []byte("1")})
		})
	}
	w.in(t, func(tx workflow.Tx) error {
		if err := tx.InsertProject(a.ID, workflow.ProjectRow{ID: "P02", Body: []byte("2")}); fault.CodeOf(err) != fault.Refused {
			t.Errorf("a second P02: %v", err)
		}
		_, err := tx.Document(a.ID) // still usable
		return err
	})
	w.in(t, func(tx workflow.Tx) error {
		v, err := tx.SaveProject(a.ID, workflow.ProjectRow{ID: "P02", Version: 1, Body: []byte("2")})
		if v != 2 {
			t.Errorf("version %d", v)
		}
		return err
	})
	w.refused(t, fault.Stale, func(tx workflow.Tx) error {
		_, err := tx.SaveProject(a.ID, workflow.ProjectRow{ID: "P02", Version: 1, Body: []byte("3")})
		return err
	})
	w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.DeleteProject(a.ID, "P02", 1) })
	w.refused(t, fault.NotFound, func(tx workflow.Tx) error { return tx.DeleteProject(a.ID, "P09", 1) })
	w.refused(t, fault.NotFound, func(tx workflow.Tx) error {
		_, err := tx.SaveProject(a.ID, workflow.ProjectRow{ID: "P09", Version: 1, Body: []byte("3")})
		return err
	})
	for _, ids := range [][]string{{"P01", "P02"}, {"P01", "P02", "P03", "P03"}, {"P01", "P02", "P04"}, {"P01", "P01", "P02"}, nil} {
		w.refused(t, fault.Invalid, func(tx workflow.Tx) error { return tx.OrderProjects(a.ID, ids) })
	}
	w.in(t, func(tx workflow.Tx) error { return tx.OrderProjects(a.ID, []string{"P03", "P01", "P02"}) })
	w.in(t, func(tx workflow.Tx) error { return tx.DeleteProject(a.ID, "P01", 1) })
	w.in(t, func(tx workflow.Tx) error {
		return tx.InsertProject(a.ID, workflow.ProjectRow{ID: "P04", Body: []byte("4")})
	})
	if diff := cmp.Diff([]string{"P03", "P02", "P04"}, projectIDs(w.document(t, a))); diff != "" {
		t.Error(diff)
	}
	row, err := w.ReadProject(context.Background(), a.ID, "P02")
	if err != nil || row.Version != 2 || string(row.Body) != "2" {
		t.Errorf("%+v %v", row, err)
	}
}
