package scoresheet

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/sample"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// run works files out in a folder that holds the sample file and some spoilt ones.
func run(t *testing.T, j Job) (code int, out, complaints string) {
	t.Helper()
	dir := t.TempDir()
	text := string(sample.Scoring())
	for name, body := range map[string]string{
		"scoring.json": text,
		"wrong.json":   strings.Replace(text, `"85.17"`, `"85.16"`, 1),
		"broken.json":  strings.Replace(text, `86.5`, `86.505`, 1),
		"cut.json":     text[:len(text)/2],
		"plain.json":   `{"cases":[{"id":"甲","written":[{"expert":"E1","total":80},{"expert":"E2","total":80.5},{"expert":"E3","total":81}]}],"tieBreak":[{"id":"T","rows":[{"app":"甲","composite":"80.50","written":"80.50"},{"app":"乙","composite":"80.50","written":"80.50"}]}]}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	var stdout, stderr bytes.Buffer
	j.Stdout, j.Stderr = &stdout, &stderr
	code, err := j.Run()
	if err != nil {
		t.Fatal(err)
	}
	return code, stdout.String(), stderr.String()
}

func TestTheExitCodeTellsTheWorst(t *testing.T) {
	tests := []struct {
		name      string
		job       Job
		code      int
		out       string
		complaint string
	}{
		{"all agrees", Job{Files: []string{"scoring.json"}}, Agrees, "文件写明的结果与复算一致", ""},
		{"a file that states nothing", Job{Files: []string{"plain.json"}}, Agrees, "与 乙 完全相同，须抽签", ""},
		{"one mean differs", Job{Files: []string{"wrong.json"}}, Differs, "1. S1 书面均分：文件写 85.16，算得 85.17", ""},
		{"in the JSON form it is said beside it", Job{Files: []string{"wrong.json"}, JSON: true}, Differs, `"mean": "85.17"`, "wrong.json：S1 书面均分：文件写 85.16，算得 85.17"},
		{"a score that cannot be kept", Job{Files: []string{"broken.json"}}, Unreadable, "", "“86.505”的小数超过 2 位"},
		{"a text cut off", Job{Files: []string{"cut.json"}}, Unreadable, "", "行附近"},
		{"unreadable outweighs differing, and the rest is worked out", Job{Files: []string{"none.json", "wrong.json", "scoring.json"}}, Unreadable, "不一致", "none.json：找不到这个文件"},
		{"a pattern the shell left alone", Job{Files: []string{"[sw]*.json"}}, Differs, "一致", ""},
		{"standard input", Job{Files: []string{"-"}, Stdin: bytes.NewReader(sample.Scoring())}, Agrees, "标准输入", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			code, out, complaints := run(t, tt.job)
			if code != tt.code || !strings.Contains(out, tt.out) || !strings.Contains(complaints, tt.complaint) || (complaints == "") != (tt.complaint == "") {
				t.Errorf("exit %d, want %d\n%s%s", code, tt.code, out, complaints)
			}
		})
	}
}

func TestThePageAndTheJSONAreKept(t *testing.T) {
	for name, job := range map[string]Job{"page.txt": {Files: []string{"scoring.json"}}, "scoring.json": {Files: []string{"scoring.json"}, JSON: true}, "plain.json": {Files: []string{"plain.json"}, JSON: true}} {
		golden, err := filepath.Abs(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			_, got, _ := run(t, job)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
