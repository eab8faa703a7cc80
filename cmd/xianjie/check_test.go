package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"

	"xianjie/internal/sample"
)

func TestCheckRunsFromAStick(t *testing.T) {
	tests := []struct {
		name  string
		args  []string
		stdin []byte
		code  int
		out   string
		err   string
	}{
		{"all pass", []string{"A01.json", "A02.json", "A03.json"}, nil, 0, "合格 3 份", ""},
		{"some fail", []string{"A0*.json"}, nil, 1, "不合格 3 份", ""},
		{"one is unreadable, the others are checked", []string{"A01.json", "A99.json"}, nil, 2, "合格 1 份", "A99.json：找不到这个文件"},
		{"from standard input", []string{"-"}, sample.Application("A06"), 1, "报省时限（D04", ""},
		{"a flag may stand behind the files", []string{"A01.json", "--no-color"}, nil, 0, "结论：合格。", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cmd := program(stick(t), append([]string{"check", "--batch", "pack.json"}, tt.args...)...)
			cmd.Stdin = bytes.NewReader(tt.stdin)
			got := runs(t, cmd)
			if got.code != tt.code || !strings.Contains(got.out, tt.out) || !strings.Contains(got.err, tt.err) || (tt.err == "") != (got.err == "") {
				t.Errorf("exit %d, want %d\n%s%s", got.code, tt.code, got.out, got.err)
			}
			if strings.Contains(got.out, "\x1b") {
				t.Error("coloured although no terminal reads it")
			}
		})
	}
}

func TestCheckLeavesNothingBehind(t *testing.T) {
	dir := stick(t)
	before := list(t, dir)
	runs(t, program(dir, "check", "--batch", "pack.json", "A0*.json"))
	if diff := cmp.Diff(before, list(t, dir)); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
}

func list(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestCheckJSONEqualsTheExpectedVerdicts(t *testing.T) {
	type answer struct {
		BatchCode string `json:"batchCode"`
		Results   []struct {
			ApplicationID string   `json:"applicationId"`
			Overall       string   `json:"overall"`
			Failed        []string `json:"failed"`
			Warned        []string `json:"warned"`
			Checks        map[string]struct {
				Verdict string `json:"verdict"`
			} `json:"checks"`
		} `json:"results"`
	}
	got := runs(t, program(stick(t), "check", "--batch", "pack.json", "--json", "A0*.json"))
	if got.code != 1 || got.err != "" {
		t.Fatalf("exit %d\n%s", got.code, got.err)
	}
	var have, want answer
	if err := json.Unmarshal([]byte(got.out), &have); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(sample.Expected(), &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAFullDiskIsNoSuccess(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	cmd := program(stick(t), "check", "--batch", "pack.json", "A01.json")
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = full, &stderr
	if err := cmd.Run(); err == nil || !strings.Contains(stderr.String(), "no space left") {
		t.Errorf("got %v, %q", err, stderr.String())
	}
}
