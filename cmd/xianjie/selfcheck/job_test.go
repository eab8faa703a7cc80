package selfcheck

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"xianjie/internal/sample"
)

// checkedAt is the instant every golden page shows.
var checkedAt = time.Date(2022, 12, 1, 1, 30, 0, 0, time.UTC)

// desk is a folder with the sample pack and applications.
func desk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "pack.json", sample.Pack())
	for _, id := range sample.IDs() {
		put(t, dir, id+".json", sample.Application(id))
	}
	return dir
}

func put(t *testing.T, dir, name string, body []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), body, 0o600); err != nil {
		t.Fatal(err)
	}
}

// run runs a job in a folder and answers with exit code and both outputs.
func run(t *testing.T, dir string, j Job) (code int, out, complaints string) {
	t.Helper()
	t.Chdir(dir)
	var stdout, stderr bytes.Buffer
	j.Stdout, j.Stderr, j.Now = &stdout, &stderr, checkedAt
	if j.Batch == "" {
		j.Batch = "pack.json"
	}
	code, err := j.Run()
	if err != nil {
		t.Fatal(err)
	}
	return code, stdout.String(), stderr.String()
}
