package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"xianjie/internal/audit"
)

// exported is an export of one stream of three entries, with its head.
func exported(t *testing.T) []byte {
	t.Helper()
	noon := time.Date(2022, 12, 10, 4, 0, 0, 0, time.UTC)
	head := audit.Start("application/A01")
	var entries []audit.Entry
	for i := range 3 {
		e, err := audit.Next(head, audit.Entry{At: noon.Add(time.Duration(i) * time.Minute), Actor: "签报岗", Action: "submit", Reason: fmt.Sprintf("理由%d", i)})
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
		head = e.Head()
	}
	var file bytes.Buffer
	err := audit.Export(&file, audit.Header{Scope: "application/A01", ExportedAt: noon, Heads: []audit.Head{head}}, func(yield func(audit.Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestVerifyTellsASoundFileFromATamperedOne(t *testing.T) {
	sound := exported(t)
	lines := bytes.SplitAfter(sound, []byte("\n"))
	tests := []struct {
		name string
		file []byte
		code int
		out  string
		err  string
	}{
		{"sound", sound, 0, "完好", ""},
		{"a reason changed and the sum left", bytes.Replace(sound, []byte("理由1"), []byte("理由9"), 1), 2, "", "校验和不符"},
		{"cut off", sound[:len(sound)-len(lines[len(lines)-2])], 2, "", "文件不完整"},
		{"something else", []byte("{}\n"), 2, "", "第 1 行"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "流水.jsonl"), tt.file, 0o600); err != nil {
				t.Fatal(err)
			}
			got := runs(t, program(dir, "verify", "流水.jsonl"))
			if got.code != tt.code || !strings.Contains(got.out, tt.out) || !strings.Contains(got.err, tt.err) {
				t.Errorf("exit %d, want %d\n%s%s", got.code, tt.code, got.out, got.err)
			}
			cmd := program(dir, "verify", "-")
			cmd.Stdin = bytes.NewReader(tt.file)
			if piped := runs(t, cmd); piped.code != tt.code {
				t.Errorf("from standard input: exit %d, want %d", piped.code, tt.code)
			}
		})
	}
	t.Run("no such file", func(t *testing.T) {
		if got := runs(t, program(t.TempDir(), "verify", "none")); got.code != 2 || !strings.Contains(got.err, "文件打不开") {
			t.Errorf("exit %d, %q", got.code, got.err)
		}
	})
}

func TestVerifyListsWhatWasTamperedWithBeforeTheExport(t *testing.T) {
	noon := time.Date(2022, 12, 10, 4, 0, 0, 0, time.UTC)
	first, err := audit.Next(audit.Start("s"), audit.Entry{At: noon, Action: "submit", Reason: "原话"})
	if err != nil {
		t.Fatal(err)
	}
	forged := first
	forged.Reason = "改过的话"
	var file bytes.Buffer
	err = audit.Export(&file, audit.Header{Scope: "s", ExportedAt: noon, Heads: []audit.Head{first.Head()}}, func(yield func(audit.Entry, error) bool) {
		yield(forged, nil)
	})
	if err != nil {
		t.Fatal(err)
	}
	cmd := program(t.TempDir(), "verify", "-")
	cmd.Stdin = &file
	got := runs(t, cmd)
	if got.code != 1 || !strings.Contains(got.out, "流水 s 第 1 条") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}
