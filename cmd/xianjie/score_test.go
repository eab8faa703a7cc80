package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"

	"xianjie/internal/sample"
)

func TestScoreAgreesWithTheSampleFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "scoring.json"), sample.Scoring(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := must(t, dir, "score", "scoring.json"); !strings.Contains(out, "(79+80+82.5+84)÷4=81.375→81.38") {
		t.Error(out)
	}
	type figures struct {
		Written   any `json:"written"`
		Defence   any `json:"defence"`
		Composite any `json:"composite"`
		Status    any `json:"status"`
	}
	var want struct {
		Cases []struct {
			ID       string  `json:"id"`
			Expected figures `json:"expected"`
		} `json:"cases"`
		TieBreak []struct {
			ID            string `json:"id"`
			ExpectedOrder any    `json:"expectedOrder"`
		} `json:"tieBreak"`
	}
	var got struct {
		Cases []struct {
			ID string `json:"id"`
			figures
		} `json:"cases"`
		TieBreak []struct {
			ID    string `json:"id"`
			Order any    `json:"order"`
		} `json:"tieBreak"`
	}
	if err := json.Unmarshal(sample.Scoring(), &want); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(must(t, dir, "score", "--json", "scoring.json")), &got, json.RejectUnknownMembers(true)); err != nil {
		t.Fatal(err)
	}
	for i, c := range want.Cases {
		if diff := cmp.Diff(c.Expected, got.Cases[i].figures); diff != "" || c.ID != got.Cases[i].ID {
			t.Errorf("%s:\n%s", c.ID, diff)
		}
	}
	for i, tie := range want.TieBreak {
		if diff := cmp.Diff(tie.ExpectedOrder, got.TieBreak[i].Order); diff != "" || tie.ID != got.TieBreak[i].ID {
			t.Errorf("%s:\n%s", tie.ID, diff)
		}
	}
}

func TestScoreWithoutAFileSaysHow(t *testing.T) {
	if got := runs(t, program(t.TempDir(), "score")); got.code != 2 || !strings.Contains(got.err, "没有写评分文件") {
		t.Errorf("exit %d\n%s%s", got.code, got.out, got.err)
	}
}
