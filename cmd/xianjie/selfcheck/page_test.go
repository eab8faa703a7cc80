package selfcheck

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/typeset"
)

var update = flag.Bool("update", false, "rewrite the golden pages")

// golden compares with testdata/name, which -update rewrites. root is the package's own folder.
func golden(t *testing.T, root, name, got string) {
	t.Helper()
	file := filepath.Join(root, "testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestThePageAClerkReads(t *testing.T) {
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"A01", "A04", "A05", "A06"} {
		t.Run(id, func(t *testing.T) {
			_, out, complaints := run(t, desk(t), Job{Files: []string{id + ".json"}})
			if complaints != "" {
				t.Errorf("unexpected complaint: %s", complaints)
			}
			golden(t, root, id+".txt", out)
		})
	}
	t.Run("several files end with a summary", func(t *testing.T) {
		_, out, _ := run(t, desk(t), Job{Files: []string{"A0?.json", "A99.json"}})
		golden(t, root, "summary.txt", out[lastSheet(out):])
	})
}

// lastSheet is where the summary begins.
func lastSheet(out string) int {
	return strings.LastIndex(out, strings.Repeat("=", typeset.PageColumns))
}
