package storetest

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/workflow"
)

// sheet saves a site check of an application that the named accounts fill in.
func (w *world) sheet(t testing.TB, a workflow.Application, inspectors ...string) workflow.SiteSheet {
	t.Helper()
	c := workflow.SiteSheet{ApplicationID: a.ID, BatchID: a.BatchID, Inspectors: inspectors, Items: []workflow.SiteFinding{{Item: "VILLAGES"}}, UpdatedAt: day(3)}
	w.in(t, func(tx workflow.Tx) error { return tx.SaveSiteCheck(&c) })
	return c
}

func sitePhoto(a workflow.Application, id, content string) workflow.SitePhoto {
	return workflow.SitePhoto{ID: id, ApplicationID: a.ID, BatchID: a.BatchID, Item: "VILLAGES", FileName: "村口.jpg", Size: 9, MediaType: "image/jpeg",
		SHA256: digest(content), UploadedBy: "id-east", UploadedName: "核查一组", UploadedAt: day(4)}
}

// handedIn is a whole sheet that was submitted.
func handedIn(c workflow.SiteSheet, by string) workflow.SiteSheet {
	on, at := proposal.DateIn(day(5), time.UTC), day(6)
	c.CheckedOn, c.Verdict, c.Deduction, c.Comment, c.SubmittedAt, c.SubmittedBy, c.UpdatedAt = &on, review.SiteIssues, 150, "专班例会不全", &at, by, day(6)
	c.Items = []workflow.SiteFinding{{Item: "VILLAGES", Place: "/zone/villages/0/households", Claimed: "户数:456 户", Finding: workflow.FindingFalse, Note: "实有 310 户"}}
	return c
}

// dates compares civil dates, whose parts are their own.
func dates() cmp.Option {
	return cmp.Comparer(func(a, b proposal.Date) bool { return a == b })
}

func siteScenarios() []scenario {
	return []scenario{
		{"a site check comes back with its inspectors and their posts, in and out of a transaction", func(t *testing.T, w *world) {
			east, west := w.account(t, "east", "site_inspector"), w.account(t, "west", "site_inspector")
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			c := w.sheet(t, a, west.ID, east.ID)
			if c.Version != 1 {
				t.Errorf("version %d", c.Version)
			}
			want := handedIn(c, east.ID)
			w.in(t, func(tx workflow.Tx) error { return tx.SaveSiteCheck(&want) })
			want.Inspectors, want.Names, want.Version = []string{east.ID, west.ID}, []string{east.Name, west.Name}, 2
			got, err := w.ReadSiteCheck(context.Background(), a.ID)
			if diff := cmp.Diff(want, got, dates()); err != nil || diff != "" {
				t.Error(err, diff)
			}
			all, err := w.ReadSiteChecks(context.Background(), a.BatchID)
			if diff := cmp.Diff([]workflow.SiteSheet{want}, all, dates()); err != nil || diff != "" {
				t.Error(err, diff)
			}
			around, err := w.ReadSurroundings(context.Background(), a, workflow.WantSite)
			if diff := cmp.Diff(&want, around.Site, dates()); err != nil || diff != "" {
				t.Error(err, diff)
			}
			want.SubmittedAt, want.SubmittedBy, want.CheckedOn, want.Inspectors = nil, "", nil, []string{west.ID}
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.SaveSiteCheck(&want); err != nil {
					return err
				}
				opened, err := tx.SiteCheckOf(a.ID)
				if opened.SubmittedAt != nil || opened.SubmittedBy != "" || opened.CheckedOn != nil || !slices.Equal(opened.Inspectors, []string{west.ID}) {
					t.Errorf("opened again: %+v", opened)
				}
				return err
			})
			for account, n := range map[string]int{east.ID: 0, west.ID: 1} {
				if assigned, err := w.Assigned(context.Background(), account); err != nil || len(assigned) != n {
					t.Errorf("%s is assigned %v, want %d; %v", account, assigned, n, err)
				}
			}
		}},
		{"there is one sheet to an application, and one saved over an older version is stale", func(t *testing.T, w *world) {
			east := w.account(t, "east", "site_inspector")
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { _, err := tx.SiteCheckOf(a.ID); return err })
			mine := w.sheet(t, a, east.ID)
			theirs, second := mine, mine
			second.Version = 0
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.SaveSiteCheck(&second) })
			w.in(t, func(tx workflow.Tx) error { return tx.SaveSiteCheck(&mine) })
			theirs.Inspectors = []string{}
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.SaveSiteCheck(&theirs) })
			if got, _ := w.ReadSiteCheck(context.Background(), a.ID); len(got.Inspectors) != 1 {
				t.Error("a stale save changed who checks")
			}
		}},
		{"the database keeps no sheet that was handed in without date and verdict, and no deduction without issues", func(t *testing.T, w *world) {
			east := w.account(t, "east", "site_inspector")
			for name, spoil := range map[string]func(*workflow.SiteSheet){
				"no date":                   func(c *workflow.SiteSheet) { c.CheckedOn = nil },
				"no verdict":                func(c *workflow.SiteSheet) { c.Verdict, c.Deduction = "", 0 },
				"a deduction with a pass":   func(c *workflow.SiteSheet) { c.Verdict = review.SitePass },
				"a deduction beyond a full": func(c *workflow.SiteSheet) { c.Deduction = review.Full + 1 },
				"an inspector without account": func(c *workflow.SiteSheet) {
					c.Inspectors = []string{"nobody"}
				},
			} {
				c := handedIn(w.sheet(t, w.draft(t, w.batch(t), "370686", "栖霞市"), east.ID), east.ID)
				spoil(&c)
				if err := w.InTx(context.Background(), func(tx workflow.Tx) error { return tx.SaveSiteCheck(&c) }); err == nil {
					t.Errorf("%s was kept", name)
				}
			}
		}},
		{"photos come back oldest first, and only their own application removes them", func(t *testing.T, w *world) {
			b := w.batch(t)
			a, other := w.draft(t, b, "370686", "栖霞市"), w.draft(t, b, "370687", "海阳市")
			w.sheet(t, a)
			first, second := sitePhoto(a, "p2", "one"), sitePhoto(a, "p1", "two")
			second.UploadedAt = day(5)
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertSitePhoto(second); err != nil {
					return err
				}
				return tx.InsertSitePhoto(first)
			})
			got, err := w.SitePhotos(context.Background(), a.ID)
			if diff := cmp.Diff([]workflow.SitePhoto{first, second}, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
			one, err := w.SitePhoto(context.Background(), "p1")
			if diff := cmp.Diff(second, one); err != nil || diff != "" {
				t.Error(err, diff)
			}
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { _, err := tx.RemoveSitePhoto(other.ID, "p1"); return err })
			w.in(t, func(tx workflow.Tx) error {
				if gone, err := tx.RemoveSitePhoto(a.ID, "p1"); err != nil || gone.SHA256 != second.SHA256 {
					t.Errorf("%+v %v", gone, err)
				}
				left, err := tx.SitePhotosOf(a.ID)
				if diff := cmp.Diff([]workflow.SitePhoto{first}, left); diff != "" {
					t.Error(diff)
				}
				return err
			})
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { _, err := tx.RemoveSitePhoto(a.ID, "p1"); return err })
			if _, err := w.SitePhoto(context.Background(), "p1"); fault.CodeOf(err) != fault.NotFound {
				t.Error(err)
			}
		}},
		{"a blob goes only when neither a photo nor an attachment names it", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			w.sheet(t, a)
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertSitePhoto(sitePhoto(a, "p1", "file")); err != nil {
					return err
				}
				if err := tx.InsertSitePhoto(sitePhoto(a, "p2", "file")); err != nil {
					return err
				}
				return tx.InsertAttachment(attachment(a, "f1", "ATT01")) // the same content
			})
			for _, remove := range []func(tx workflow.Tx) error{
				func(tx workflow.Tx) error { _, err := tx.RemoveAttachment(a.ID, "f1", true, day(5)); return err },
				func(tx workflow.Tx) error { _, err := tx.RemoveSitePhoto(a.ID, "p1"); return err },
				func(tx workflow.Tx) error { _, err := tx.RemoveSitePhoto(a.ID, "p2"); return err },
			} {
				w.in(t, func(tx workflow.Tx) error {
					if named, err := tx.LockBlob(digest("file")); !named || err != nil {
						t.Errorf("named: %v, %v", named, err)
					}
					return nil
				})
				w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.DropBlob(digest("file")) })
				w.in(t, remove)
			}
			w.in(t, func(tx workflow.Tx) error {
				if named, err := tx.LockBlob(digest("file")); named || err != nil {
					t.Errorf("named: %v, %v", named, err)
				}
				return tx.DropBlob(digest("file"))
			})
			if known, err := w.BlobKnown(context.Background(), digest("file")); known || err != nil {
				t.Errorf("known: %v, %v", known, err)
			}
		}},
		{"a person is an account that is not disabled, holders those of a role", func(t *testing.T, w *world) {
			east, west := w.account(t, "east", "site_inspector", "expert"), w.account(t, "west", "site_inspector")
			w.account(t, "north", "expert")
			if _, err := w.raw.Exec("UPDATE accounts SET disabled = TRUE WHERE id = '" + west.ID + "'"); err != nil {
				t.Fatal(err)
			}
			w.in(t, func(tx workflow.Tx) error {
				for account, want := range map[string]workflow.Person{"nobody": {}, west.ID: {},
					east.ID: {Login: east.Login, Name: east.Name, Grants: []workflow.Grant{{Role: workflow.SiteInspector, Region: "370686"}, {Role: workflow.Expert, Region: "370686"}}}} {
					got, err := tx.Person(account)
					if diff := cmp.Diff(want, got); err != nil || diff != "" {
						t.Error(account, err, diff)
					}
				}
				return nil
			})
			got, err := w.Holders(context.Background(), workflow.SiteInspector)
			if diff := cmp.Diff([]workflow.Holder{{AccountID: east.ID, Name: east.Name, Unit: east.Unit}}, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
		}},
	}
}
