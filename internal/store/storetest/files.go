package storetest

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

func attachment(a workflow.Application, id, docID string) workflow.Attachment {
	return workflow.Attachment{ID: id, ApplicationID: a.ID, DocID: docID, Kind: "OTHER", FileName: "会议纪要.pdf", Size: 12, MediaType: "application/pdf",
		SHA256: digest("file"), UploadedBy: "acc-1", UploadedName: "县乡村振兴局 填报岗", UploadedAt: day(3)}
}

func fileScenarios() []scenario {
	return []scenario{
		{"an attachment comes back, its number is given once among those not removed", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			f := attachment(a, "f1", "ATT01")
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertAttachment(f); err != nil {
					return err
				}
				if err := tx.InsertAttachment(attachment(a, "f2", "ATT01")); fault.CodeOf(err) != fault.Refused {
					t.Errorf("the number twice: %v", err)
				}
				return nil
			})
			got, err := w.Attachment(context.Background(), "f1")
			if diff := cmp.Diff(f, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
			if diff := cmp.Diff([]workflow.Attachment{f}, w.document(t, a).Attachments); diff != "" {
				t.Error(diff)
			}
		}},
		{"a removed attachment stays for the snapshots, a purged one goes", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			for id, docID := range map[string]string{"f1": "ATT01", "f2": "ATT02"} {
				w.in(t, func(tx workflow.Tx) error { return tx.InsertAttachment(attachment(a, id, docID)) })
			}
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { _, err := tx.RemoveAttachment("other", "f1", false, day(4)); return err })
			w.in(t, func(tx workflow.Tx) error {
				gone, err := tx.RemoveAttachment(a.ID, "f1", false, day(4))
				if gone.RemovedAt == nil || !gone.RemovedAt.Equal(day(4)) {
					t.Errorf("%+v", gone)
				}
				return err
			})
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { _, err := tx.RemoveAttachment(a.ID, "f1", false, day(5)); return err })
			w.in(t, func(tx workflow.Tx) error { _, err := tx.RemoveAttachment(a.ID, "f2", true, day(4)); return err })
			if n := len(w.document(t, a).Attachments); n != 0 {
				t.Errorf("%d in the draft", n)
			}
			kept, err := w.ReadAttachments(context.Background(), a.ID)
			if err != nil || len(kept) != 1 || kept[0].ID != "f1" {
				t.Errorf("%+v %v", kept, err)
			}
			w.in(t, func(tx workflow.Tx) error { return tx.InsertAttachment(attachment(a, "f3", "ATT01")) })
		}},
		{"a blob named by an attachment cannot be dropped, an unnamed one can", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			w.in(t, func(tx workflow.Tx) error { return tx.InsertAttachment(attachment(a, "f1", "ATT01")) })
			look := func(want bool) {
				t.Helper()
				w.in(t, func(tx workflow.Tx) error {
					named, err := tx.LockBlob(digest("file"))
					if named != want {
						t.Errorf("named: %v, want %v", named, want)
					}
					return err
				})
			}
			look(true)
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.DropBlob(digest("file")) })
			w.in(t, func(tx workflow.Tx) error { _, err := tx.RemoveAttachment(a.ID, "f1", true, day(4)); return err })
			look(false)
			for _, want := range []bool{true, false} {
				known, err := w.BlobKnown(context.Background(), digest("file"))
				if err != nil || known != want {
					t.Errorf("known: %v, want %v, %v", known, want, err)
				}
				w.in(t, func(tx workflow.Tx) error { return tx.DropBlob(digest("file")) })
			}
		}},
		{"whoever uploads a content waits for whoever is removing it", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			w.in(t, func(tx workflow.Tx) error { _, err := tx.LockBlob(digest("file")); return err })
			locked, drop := make(chan struct{}), make(chan struct{})
			removed := make(chan error)
			go func() {
				removed <- w.InTx(context.Background(), func(tx workflow.Tx) error {
					_, err := tx.LockBlob(digest("file"))
					close(locked)
					<-drop
					if err != nil {
						return err
					}
					return tx.DropBlob(digest("file"))
				})
			}()
			<-locked
			uploaded := make(chan error)
			go func() {
				uploaded <- w.InTx(context.Background(), func(tx workflow.Tx) error { return tx.InsertAttachment(attachment(a, "f1", "ATT01")) })
			}()
			select {
			case err := <-uploaded:
				t.Fatalf("the upload did not wait: %v", err)
			case <-time.After(100 * time.Millisecond):
			}
			close(drop)
			if err := <-removed; err != nil {
				t.Fatal(err)
			}
			if err := <-uploaded; err != nil {
				t.Fatal(err)
			}
			if known, err := w.BlobKnown(context.Background(), digest("file")); err != nil || !known {
				t.Errorf("the blob row is gone under a live attachment: %v", err)
			}
		}},
	}
}
