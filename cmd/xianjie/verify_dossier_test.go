package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"xianjie/internal/demo"
)

// downloaded are the dossiers of a whole batch, walked by the real program, as the auditor downloads them: file name → state.
func downloaded(t *testing.T, dir string) map[string]string {
	t.Helper()
	must(t, dir, "demo", "--walk-only")
	s := start(t, dir)
	status, session := s.signIn("sheng-sj", demo.Password)
	if session == nil {
		t.Fatalf("sign-in %d\n%s", status, s.log.String())
	}
	var list struct {
		Items []struct{ ID, No, State string }
	}
	if err := json.Unmarshal([]byte(get(t, s.service, "/api/v1/applications?pageSize=200", session).body), &list); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, a := range list.Items {
		r := get(t, s.service, "/api/v1/applications/"+a.ID+"/dossier.zip", session)
		name := "卷宗" + a.No + ".zip"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(r.body), 0o600); err != nil {
			t.Fatal(err)
		}
		files[name] = a.State
		digest := strings.Trim(r.header.Get("ETag"), `"`)
		if record := get(t, s.service, "/api/v1/audit/streams/application/"+a.ID+"?limit=200", session); len(digest) != 64 || !strings.Contains(record.body, digest) {
			t.Errorf("%s: the server has no record of %q", name, digest)
		}
		if got := runs(t, program(dir, "verify", name)); !strings.Contains(got.out, digest) {
			t.Errorf("%s: exit %d, the sheet does not name the digest %s:\n%s%s", name, got.code, digest, got.out, got.err)
		}
	}
	return files
}

func TestVerifyChecksTheDossiersOfARealRun(t *testing.T) {
	dir := t.TempDir()
	files := downloaded(t, dir)
	if len(files) != 6 {
		t.Fatalf("%d dossiers", len(files))
	}
	awarded := ""
	for name, state := range files {
		got := runs(t, program(dir, "verify", name))
		if got.code != 0 || !strings.Contains(got.out, "结论      完好") || got.err != "" {
			t.Errorf("%s: exit %d\n%s%s", name, got.code, got.out, got.err)
		}
		if state == "AWARDED" {
			awarded = name
		}
	}
	got := runs(t, program(dir, "verify", awarded))
	for _, says := range []string{"卷宗核验单", "√ 快照：2 份", "√ 审计：", "√ 排名：", "清单摘要", "没有数字签名"} {
		if !strings.Contains(got.out, says) {
			t.Errorf("the sheet does not say %q:\n%s", says, got.out)
		}
	}
	sound, err := os.ReadFile(filepath.Join(dir, awarded))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		file []byte
		code int
		says string
	}{
		{"as downloaded, under another name", sound, 0, "完好"},
		{"a byte of a file changed", flipped(sound, bytes.Index(sound, []byte("ATT04"))+200), 1, "附件/ATT04"},
		{"cut off", sound[:len(sound)-100], 2, "文件不完整"},
		{"something added", append(bytes.Clone(sound), "x"...), 2, "文件不完整"},
		{"an empty archive", []byte("PK\x05\x06" + strings.Repeat("\x00", 18)), 2, "不是卷宗"},
		{"a picture", []byte("\xff\xd8\xff\xe0\x00\x10JFIF"), 2, "第 1 行"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := os.WriteFile(filepath.Join(dir, "文件.jsonl"), tt.file, 0o600); err != nil {
				t.Fatal(err)
			}
			got := runs(t, program(dir, "verify", "文件.jsonl"))
			if got.code != tt.code || !strings.Contains(got.out+got.err, tt.says) {
				t.Errorf("exit %d, want %d\n%s%s", got.code, tt.code, got.out, got.err)
			}
			piped := program(dir, "verify", "-")
			piped.Stdin = bytes.NewReader(tt.file)
			if again := runs(t, piped); again.code != tt.code || !strings.Contains(again.out+again.err, tt.says) {
				t.Errorf("from standard input: exit %d, want %d\n%s%s", again.code, tt.code, again.out, again.err)
			}
		})
	}
}

func flipped(text []byte, at int) []byte {
	text = bytes.Clone(text)
	text[at] ^= 1
	return text
}
