package store_test

import (
	"context"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/migrations"
	"xianjie/policy"
	"xianjie/workflow"
)

// A database that already holds applications: their sealed faces are what the snapshots say, not what a county is writing.
func TestTheSealedFaceOfRowsThatWereThereIsTakenFromTheirSnapshot(t *testing.T) {
	empty(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		s := storetest.Open(t, dsn, store.Options{Migrate: true, MaxConns: 2})
		doc, _, err := proposal.Decode(sample.Application("A02")) // its amounts have decimals
		if err != nil {
			t.Fatal(err)
		}
		body, sums, now := proposal.Canonical(doc), proposal.Totals(doc), time.Date(2022, 12, 1, 0, 0, 0, 0, time.UTC)
		frozen := workflow.Face{Title: doc.Zone.Name, Summary: workflow.Summary{Villages: len(doc.Zone.Villages), Projects: len(doc.Projects), Linkage: sums.Linkage,
			ProvUp: doc.FundPlan.Linkage.ProvUp, Integrated: sums.Integrated, Total: sums.Investment,
			Failed: []policy.RuleID{"V01", "P02", "D09"}, Warned: []policy.RuleID{"F10"}, Waived: []policy.RuleID{"V01", "P02"}}}
		live := workflow.Face{Title: "正在写的", Summary: workflow.Summary{Villages: 1, Projects: 2, Linkage: 3, ProvUp: 4, Integrated: 5, Total: 6,
			Failed: []policy.RuleID{"F06"}, Warned: []policy.RuleID{}, Waived: []policy.RuleID{}}}
		submitted := live
		frozen.Summary.Unconfirmed = workflow.Unconfirmed(doc, nil)
		submitted.Summary.Unconfirmed = frozen.Summary.Unconfirmed - 1 // the county's money was confirmed
		blank := workflow.Face{Summary: workflow.Summary{Failed: []policy.RuleID{}, Warned: []policy.RuleID{}, Waived: []policy.RuleID{}}}
		findings := []policy.Finding{{Rule: "V01", Verdict: policy.Fail, Waived: "函〔2022〕1号"}, {Rule: "F01", Verdict: policy.Pass}, {Rule: "P02", Verdict: policy.Fail},
			{Rule: "F10", Verdict: policy.Warn}, {Rule: "D09", Verdict: policy.Fail}}
		tests := map[workflow.State]struct{ live, sealed workflow.Face }{
			workflow.Draft:              {live, blank},
			workflow.Submitted:          {submitted, submitted},
			workflow.ReturnedByCity:     {live, frozen},
			workflow.ReturnedByProvince: {live, frozen},
			workflow.Withdrawn:          {frozen, frozen},
		}
		b := workflow.Batch{ID: "b", Code: "B", Year: 2022, State: workflow.BatchCollecting, CreatedAt: now, UpdatedAt: now}
		err = s.InTx(ctx, func(tx workflow.Tx) error {
			if err := tx.InsertBatch(&b); err != nil {
				return err
			}
			for state := range tests {
				a := workflow.Application{ID: string(state), BatchID: b.ID, CityCode: "370800", CityName: "济宁市", CountyCode: "370832", CountyName: "梁山县",
					Face: live, State: state, StateSince: now, Round: 1, CreatedAt: now, UpdatedAt: now}
				if state != workflow.Draft {
					a.SnapshotNo = 1
				}
				if err := tx.InsertApplication(&a); err != nil {
					return err
				}
				if state == workflow.Draft {
					continue
				}
				if err := tx.InsertSnapshot(workflow.Snapshot{ApplicationID: a.ID, No: 1, Action: workflow.Submit, Digest: proposal.Digest(body),
					CoreDigest: proposal.CoreDigest(doc), Body: body, PackVersion: 1, Findings: findings, TakenAt: now, TakenBy: "x"}); err != nil {
					return err
				}
				if err := tx.InsertWaiver(workflow.Waiver{ID: a.ID, ApplicationID: a.ID, Rule: "P02", Reason: "x", DocNo: "x", GrantedBy: "x", GrantedAt: now}); err != nil {
					return err
				}
			}
			for _, state := range []workflow.State{workflow.Submitted, workflow.ReturnedByCity} {
				c := workflow.Confirmation{ID: string(state), ApplicationID: string(state), Kind: workflow.PledgeLine, Line: "LINKAGE_COUNTY", Department: "x",
					Content: workflow.Content{Amount: doc.FundPlan.Linkage.County}, AccountID: "x", SnapshotNo: 1, ConfirmedAt: now.Add(-time.Hour)}
				if state == workflow.ReturnedByCity {
					c.ConfirmedAt = now.Add(time.Hour) // after the snapshot: the county's own affair
				}
				if err := tx.InsertConfirmation(c); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		dialect, folder := goose.DialectPostgres, "postgres"
		if strings.HasPrefix(dsn, "sqlite:") {
			dialect, folder = goose.DialectSQLite3, "sqlite"
		}
		files, err := fs.Sub(migrations.FS, folder)
		if err != nil {
			t.Fatal(err)
		}
		provider, err := goose.NewProvider(dialect, connect(t, dsn), files)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := provider.DownTo(ctx, 7); err != nil {
			t.Fatal(err)
		}
		if _, err := provider.Up(ctx); err != nil {
			t.Fatal(err)
		}
		for state, want := range tests {
			got, err := storetest.Open(t, dsn, store.Options{}).Application(ctx, string(state))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([2]workflow.Face{want.live, want.sealed}, [2]workflow.Face{got.Face, got.Sealed}); diff != "" {
				t.Errorf("%s: %s", state, diff)
			}
		}
	})
}
