package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"xianjie/internal/store"
)

// A process killed between placing a file and its commit leaves a file without a row: it goes, files that rows name stay.
func TestOrphanedFilesGoAndNamedOnesStay(t *testing.T) {
	onEach(t, func(t *testing.T, dsn string) {
		folder := filepath.Join(t.TempDir(), "files")
		practice(t, dsn, folder)
		s, err := store.Open(t.Context(), dsn, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		h, err := openHouse(s, folder, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := h.Close(); err != nil {
				t.Error(err)
			}
		}()
		named := kept(t, h)
		staged, err := h.files.Stage(t.Context(), strings.NewReader("%PDF-1.7 nobody names this"), 1<<10)
		if err == nil {
			err = staged.Place()
		}
		if err != nil {
			t.Fatal(err)
		}
		if gone, err := h.forgetOrphans(t.Context(), time.Now().Add(-time.Hour)); gone != 0 || err != nil {
			t.Errorf("%d fresh files went: %v", gone, err)
		}
		if gone, err := h.forgetOrphans(t.Context(), time.Now().Add(time.Hour)); gone != 1 || err != nil {
			t.Errorf("%d files went: %v", gone, err)
		}
		if after := kept(t, h); after != named {
			t.Errorf("%d files were kept, now %d", named, after)
		}
	})
}

func kept(t *testing.T, h *house) int {
	t.Helper()
	n := 0
	if err := h.files.List(func(string, int64, time.Time) error { n++; return nil }); err != nil {
		t.Fatal(err)
	}
	return n
}
