package workflow_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestTranscriptsReadAsTheyHappened plays every scenario of testdata on both databases. The right side of each line is what
// really came back; -update rewrites it and a person reads the difference.
func TestTranscriptsReadAsTheyHappened(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			script, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			clock := newClock()
			storetest.EachDSN(t, func(t *testing.T, dsn string) {
				clock.reset()
				s := storetest.Open(t, dsn, store.Options{Clock: clock.now})
				got := newStage(t, s, clock).play(context.Background(), string(script))
				if *update {
					if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
					return
				}
				if diff := cmp.Diff(string(script), got); diff != "" {
					t.Errorf("the transcript reads differently now (-kept +happened):\n%s", diff)
				}
			})
		})
	}
}
