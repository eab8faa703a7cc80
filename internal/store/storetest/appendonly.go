package storetest

import (
	"testing"

	"xianjie/workflow"
)

// appendOnlyScenarios go past the store with the product's own connection and try to change what may only be added.
func appendOnlyScenarios() []scenario {
	rows := func(t *testing.T, w *world) {
		b := w.batch(t)
		a := w.draft(t, b, "370686", "栖霞市")
		w.in(t, func(tx workflow.Tx) error {
			if err := tx.AppendAudit(entry(workflow.Stream(a.ID), "create")); err != nil {
				return err
			}
			if err := tx.InsertStep(&workflow.Step{ApplicationID: a.ID, Action: "submit", From: "DRAFT", To: "SUBMITTED", Role: "county_signer", AccountID: "acc-1", At: day(2)}); err != nil {
				return err
			}
			if err := tx.InsertSnapshot(workflow.Snapshot{ApplicationID: a.ID, No: 1, Action: "submit", Digest: digest("x"), CoreDigest: digest("x"), Body: []byte("{}"), PackVersion: 1, TakenAt: day(2), TakenBy: "acc-1"}); err != nil {
				return err
			}
			if err := tx.InsertPack(packOf(b, 1, day(1))); err != nil {
				return err
			}
			if err := tx.PublishPack(b.ID, 1, day(1)); err != nil {
				return err
			}
			n := noticeOf(b, "n1", a)
			if err := tx.InsertNotice(&n); err != nil {
				return err
			}
			if err := tx.InsertAward(awardOf(a, n)); err != nil {
				return err
			}
			if err := tx.InsertSimulation(workflow.Simulation{ID: "m1", BatchID: b.ID, Title: "村数", Patch: []byte("{}"), Result: []byte("{}"), CreatedBy: "acc-1", CreatedAt: day(2)}); err != nil {
				return err
			}
			return tx.InsertSignature(signature(a, "s1", workflow.Shortlist, workflow.CityReviewer))
		})
		judged(t, w)
	}
	out := []scenario{}
	for table, column := range map[string]string{"audit_entries": "reason", "steps": "opinion", "snapshots": "body", "packs": "body", "signatures": "opinion",
		"review_events": "reason", "results": "body", "rankings": "name", "awards": "doc_no", "simulations": "result"} {
		out = append(out, scenario{table, func(t *testing.T, w *world) {
			rows(t, w)
			attempts := []string{
				"UPDATE " + table + " SET " + column + " = 'x'",
				"DELETE FROM " + table,
			}
			if w.postgres() {
				attempts = append(attempts, "TRUNCATE "+table+" CASCADE")
			} else {
				attempts = append(attempts, "REPLACE INTO "+table+" SELECT * FROM "+table, "INSERT OR REPLACE INTO "+table+" SELECT * FROM "+table,
					"UPDATE OR REPLACE "+table+" SET "+column+" = 'x'")
			}
			for _, attempt := range attempts {
				if _, err := w.raw.Exec(attempt); err == nil {
					t.Errorf("went through: %s", attempt)
				}
			}
			if n := w.count(t, "SELECT count(*) FROM "+table+" WHERE "+column+" <> 'x'"); n != 1 {
				t.Errorf("%d rows left as they were", n)
			}
		}})
	}
	return append(out, scenario{"a signature is voided once and nothing else of it changes", func(t *testing.T, w *world) {
		rows(t, w)
		at := "'2022-12-09 00:00:00+00:00'"
		for _, attempt := range []struct {
			statement string
			goes      bool
		}{
			{"UPDATE signatures SET voided_at = " + at + ", opinion = 'x'", false},
			{"UPDATE signatures SET voided_at = " + at + ", role = 'prov_admin'", false},
			{"UPDATE signatures SET voided_at = " + at + ", signed_at = " + at, false},
			{"UPDATE signatures SET voided_at = NULL", false},
			{"UPDATE signatures SET voided_at = " + at, true},
			{"UPDATE signatures SET voided_at = '2022-12-10 00:00:00+00:00'", false},
			{"UPDATE signatures SET voided_at = NULL", false},
		} {
			if _, err := w.raw.Exec(attempt.statement); (err == nil) != attempt.goes {
				t.Errorf("%s: %v", attempt.statement, err)
			}
		}
	}}, scenario{"a working pack may still change", func(t *testing.T, w *world) {
		b := w.batch(t)
		w.in(t, func(tx workflow.Tx) error { return tx.InsertPack(packOf(b, 1, day(1))) })
		for _, statement := range []string{"UPDATE packs SET body = 'x'", "DELETE FROM packs"} {
			if _, err := w.raw.Exec(statement); err != nil {
				t.Errorf("%s: %v", statement, err)
			}
		}
	}})
}

// judged leaves one row in each table of review that may only be added to.
func judged(t *testing.T, w *world) {
	t.Helper()
	_, a, r := w.panel(t)
	w.in(t, func(tx workflow.Tx) error {
		if err := tx.InsertReviewEvent(workflow.ReviewEvent{ReviewID: r.ID, BatchID: r.BatchID, Kind: "declare", AccountID: "id-x1", At: day(4)}); err != nil {
			return err
		}
		if err := tx.InsertResult(workflow.Result{ApplicationID: a.ID, BatchID: a.BatchID, Kind: workflow.ResultWritten, PackVersion: 1, At: day(5), By: "sec"}); err != nil {
			return err
		}
		return tx.InsertRanking(&workflow.Ranking{BatchID: a.BatchID, Digest: digest("k"), LockedBy: "sec", LockedAt: day(6)})
	})
}
