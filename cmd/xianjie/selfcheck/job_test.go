package selfcheck

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
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

func TestTheExitCodeTellsTheWorst(t *testing.T) {
	broken := bytes.Replace(sample.Application("A01"), []byte(`"areaKm2": `), []byte(`"areaKm2": -`), 1)
	withMark := append([]byte("\xef\xbb\xbf"), sample.Application("A01")...)
	otherBatch := bytes.Replace(sample.Application("A01"), []byte("SD-XJTJQ-2023-02"), []byte("SD-XJTJQ-2022-01"), 1)
	tests := []struct {
		name      string
		files     []string
		want      int
		complaint []string // parts of what is told on stderr; nil when nothing is
		out       string   // part of the page
	}{
		{"all pass", []string{"A01.json", "A02.json", "A03.json"}, AllPass, nil, "合格 3 份"},
		{"one fails", []string{"A01.json", "A04.json"}, SomeFail, nil, "合格 1 份，不合格 1 份"},
		{"a warning alone is a pass", []string{"warn.json"}, AllPass, nil, "结论：合格，有提请注意的事项。"},
		{"unreadable outweighs failing, and the rest is checked", []string{"broken.json", "A04.json"}, Unreadable,
			[]string{"broken.json", "第 22 行：", "推进区"}, "整合比例（F06"},
		{"a byte order mark is no obstacle", []string{"mark.json"}, AllPass, nil, "结论：合格。"},
		{"a file that is not there", []string{"A99.json"}, Unreadable, []string{"A99.json：找不到这个文件"}, ""},
		{"a pattern that matches nothing", []string{"B*.json"}, Unreadable, []string{"B*.json：找不到这个文件"}, ""},
		{"a pattern the shell left alone", []string{"A0[12].json"}, AllPass, nil, "合格 2 份"},
		{"a file whose name looks like a pattern", []string{"[1].json"}, AllPass, nil, "[1].json"},
		{"a folder", []string{"folder"}, Unreadable, []string{"这是文件夹", "*.json"}, ""},
		{"an empty file", []string{"empty.json"}, Unreadable, []string{"文件是空的"}, ""},
		{"a text cut off in the middle", []string{"cut.json"}, Unreadable, []string{"cut.json：内容无法读取。第 22 行", "中断"}, ""},
		{"a text cut off inside a character", []string{"half.json"}, Unreadable, []string{"half.json：第 20 行：", "没有复制完整"}, ""},
		{"a text in GBK", []string{"gbk.json"}, Unreadable, []string{"gbk.json：第 2 行：文件不是 UTF-8 编码", "另存为"}, ""},
		{"a text in UTF-16", []string{"utf16.json"}, Unreadable, []string{"UTF-16"}, ""},
		{"a workbook", []string{"book.xlsx"}, Unreadable, []string{"Excel"}, ""},
		{"a missing inner key is read as empty and told", []string{"gap.json"}, AllPass, nil, "文件里没有、按空处理的（1 处）"},
		{"another batch's file is told", []string{"other.json"}, AllPass, nil, "申报文件写的批次是 SD-XJTJQ-2022-01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := desk(t)
			a01 := sample.Application("A01")
			put(t, dir, "broken.json", broken)
			put(t, dir, "mark.json", withMark)
			put(t, dir, "other.json", otherBatch)
			put(t, dir, "warn.json", bytes.Replace(a01, []byte(`"contiguous": true`), []byte(`"contiguous": false`), 1))
			put(t, dir, "gap.json", bytes.Replace(a01, []byte(`"firstSecretaryStationed": true,`), nil, 1))
			put(t, dir, "[1].json", a01)
			put(t, dir, "empty.json", []byte(" \n"))
			put(t, dir, "cut.json", a01[:bytes.Index(a01, []byte("areaKm2"))])
			put(t, dir, "half.json", a01[:bytes.Index(a01, []byte("云"))+1])
			put(t, dir, "gbk.json", []byte("{\n \"_note\": \"\xc9\xbd\xb6\xab\"}"))
			put(t, dir, "utf16.json", []byte("\xff\xfe{\x00"))
			put(t, dir, "book.xlsx", []byte("PK\x03\x04…"))
			if err := os.Mkdir(filepath.Join(dir, "folder"), 0o700); err != nil {
				t.Fatal(err)
			}
			code, out, complaints := run(t, dir, Job{Files: tt.files})
			if code != tt.want {
				t.Errorf("exit %d, want %d", code, tt.want)
			}
			if !strings.Contains(out, tt.out) {
				t.Errorf("the page lacks %q:\n%s", tt.out, out)
			}
			if (complaints == "") != (tt.complaint == nil) {
				t.Errorf("complaints: %s", complaints)
			}
			for _, part := range tt.complaint {
				if !strings.Contains(complaints, part) {
					t.Errorf("complaints lack %q:\n%s", part, complaints)
				}
			}
		})
	}
}

func TestAnUnusablePackStopsTheRun(t *testing.T) {
	tests := []struct{ name, pack, want string }{
		{"absent", "", "找不到这个文件"},
		{"not JSON", "{\n\"batchCode\": oops}", "第 2 行附近：政策包不是完整的 JSON"},
		{"an unknown key", string(bytes.Replace(sample.Pack(), []byte(`"minVillages"`), []byte(`"minVillage"`), 1)), "第 17 行：没有这个字段"},
		{"a wrong amount", string(bytes.Replace(sample.Pack(), []byte(`"EAST": 2000`), []byte(`"EAST": -1`), 1)), "第 11 行："},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := desk(t)
			if tt.pack != "" {
				put(t, dir, "mine.json", []byte(tt.pack))
			}
			code, out, complaints := run(t, dir, Job{Batch: "mine.json", Files: []string{"A01.json"}})
			if code != Unreadable || out != "" || !strings.Contains(complaints, tt.want) || !strings.Contains(complaints, "mine.json") {
				t.Errorf("exit %d, page %q, complaints:\n%s", code, out, complaints)
			}
		})
	}
}

func TestStandardInputIsAFile(t *testing.T) {
	code, out, complaints := run(t, desk(t), Job{Files: []string{"-"}, Stdin: bytes.NewReader(sample.Application("A04"))})
	if code != SomeFail || !strings.Contains(out, "标准输入（申报号 A04）") {
		t.Errorf("exit %d, complaints %q, page:\n%s", code, complaints, out)
	}
}

func TestColourIsOnlyPaint(t *testing.T) {
	dir := desk(t)
	_, plain, _ := run(t, dir, Job{Files: []string{"A05.json", "A01.json"}})
	_, painted, _ := run(t, dir, Job{Files: []string{"A05.json", "A01.json"}, Colour: true})
	bare := regexp.MustCompile(`\x1b\[[0-9]+m`).ReplaceAllString(painted, "")
	if painted == plain || bare != plain {
		t.Error("colour changes more than colour, or nothing")
	}
	if strings.Contains(plain, "\x1b") {
		t.Error("a page without colour carries colour")
	}
}

func TestAFullDiskIsReported(t *testing.T) {
	dir := desk(t)
	t.Chdir(dir)
	for _, asJSON := range []bool{false, true} {
		j := Job{Batch: "pack.json", Files: []string{"A01.json"}, JSON: asJSON, Stdout: &full{}, Stderr: io.Discard}
		if _, err := j.Run(); !errors.Is(err, errFull) {
			t.Errorf("json=%v: got %v", asJSON, err)
		}
	}
}

// full is a disk that has no room for the first piece; what follows would look whole.
type full struct{ tried bool }

var errFull = errors.New("no space left")

func (f *full) Write(b []byte) (int, error) {
	if f.tried {
		return len(b), nil
	}
	f.tried = true
	return 0, errFull
}
