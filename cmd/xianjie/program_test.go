package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"xianjie/internal/sample"
)

// built is the program under test: the real one, built once.
var built string

func TestMain(m *testing.M) {
	os.Exit(withProgram(m))
}

func withProgram(m *testing.M) int {
	dir, err := os.MkdirTemp("", "xianjie-program-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	built = filepath.Join(dir, "xianjie")
	if runtime.GOOS == "windows" {
		built += ".exe"
	}
	build := exec.Command("go", "build", "-buildvcs=false", "-o", built, ".")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// program prepares one run in a folder. No setting of the tester's own environment reaches it.
func program(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command(built, args...)
	cmd.Dir = dir
	for _, setting := range os.Environ() {
		if !strings.HasPrefix(setting, "XIANJIE_") {
			cmd.Env = append(cmd.Env, setting)
		}
	}
	return cmd
}

// outcome is what a finished run left.
type outcome struct {
	code int
	out  string
	err  string
}

// runs takes the program to its end.
func runs(t *testing.T, cmd *exec.Cmd) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		t.Fatal(err)
	}
	return outcome{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// must runs the program and fails the test unless it succeeds.
func must(t *testing.T, dir string, args ...string) string {
	t.Helper()
	got := runs(t, program(dir, args...))
	if got.code != 0 {
		t.Fatalf("xianjie %s: exit %d\n%s%s", strings.Join(args, " "), got.code, got.out, got.err)
	}
	return got.out
}

// stick is a folder with the sample pack and applications, as a clerk's USB stick has them.
func stick(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string][]byte{"pack.json": sample.Pack()}
	for _, id := range sample.IDs() {
		files[id+".json"] = sample.Application(id)
	}
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(dir, name), body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTheCommandLineAnswersInChinese(t *testing.T) {
	tests := []struct {
		name string
		args []string
		code int
		out  string
		err  string
	}{
		{"alone it shows its commands", nil, 0, "xianjie <命令> --help", ""},
		{"help of a command shows flags and environment", []string{"serve", "--help"}, 0, "XIANJIE_LISTEN", ""},
		{"help of a group shows its commands", []string{"admin", "account", "--help"}, 0, "reset-password", ""},
		{"the version", []string{"version"}, 0, "衔接 dev", ""},
		{"an unknown command", []string{"frob"}, 2, "", "命令写得不对"},
		{"an unknown flag names the command whose help to read", []string{"check", "--frob"}, 2, "", "xianjie check --help"},
		{"check without a pack", []string{"check", "A01.json"}, 2, "", "没有写政策包"},
		{"check without files", []string{"check", "--batch", "pack.json"}, 2, "", "没有写要检查的申报文件"},
		{"check with both from standard input", []string{"check", "--batch", "-", "-"}, 2, "", "不能都从标准输入读"},
		{"two databases", []string{"doctor", "--db", "sqlite:a", "--db-file", "b"}, 2, "", "只能给一个"},
		{"an address that is none", []string{"doctor", "--db", "mysql:x"}, 2, "", "sqlite:文件路径"},
		{"a database that is not there", []string{"doctor"}, 2, "", "没有数据库文件 data/xianjie.db"},
		{"a database that does not answer", []string{"doctor", "--db", "postgres://x@127.0.0.1:1/x"}, 2, "", "数据库"},
		{"roles can be listed without a database", []string{"admin", "grant", "list"}, 0, "city_reviewer", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := stick(t)
			got := runs(t, program(dir, tt.args...))
			if got.code != tt.code || !strings.Contains(got.out, tt.out) || !strings.Contains(got.err, tt.err) {
				t.Errorf("exit %d, want %d; out %q; err %q", got.code, tt.code, got.out, got.err)
			}
			if (tt.err == "") != (got.err == "") {
				t.Errorf("said on standard error: %q", got.err)
			}
			if _, err := os.Stat(filepath.Join(dir, "data")); err == nil {
				t.Error("a command that needs no database made one")
			}
		})
	}
}
