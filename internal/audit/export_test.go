package audit

import (
	"bytes"
	"errors"
	"iter"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
)

func sequence(entries []Entry) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// file is an export of one stream of n entries.
func file(t testing.TB, n int) (string, []Entry) {
	t.Helper()
	entries := stream(t, victim, n)
	heads := []Head{Start(victim)}
	if n > 0 {
		heads = []Head{entries[n-1].Head()}
	}
	var out bytes.Buffer
	if err := Export(&out, Header{Scope: victim, ExportedAt: noon, Heads: heads}, sequence(entries)); err != nil {
		t.Fatal(err)
	}
	return out.String(), entries
}

func TestWhatIsExportedIsReadBackExactly(t *testing.T) {
	for _, n := range []int{0, 1, 20} {
		text, entries := file(t, n)
		var got []Entry
		header, err := ReadExport(iotest.OneByteReader(strings.NewReader(text)), func(e Entry) error { got = append(got, e); return nil })
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) != len(got) || (n > 0 && cmp.Diff(entries, got) != "") {
			t.Error(cmp.Diff(entries, got))
		}
		if header.Scope != victim || !header.ExportedAt.Equal(noon) || len(header.Heads) != 1 {
			t.Errorf("header %+v", header)
		}
		report, err := VerifyExport(strings.NewReader(text))
		if err != nil || len(report.Faults) != 0 || report.Entries != int64(n) || report.Streams != 1 {
			t.Errorf("report %+v, %v", report, err)
		}
	}
}

func TestAnExportShowsWhatWasTamperedWithBefore(t *testing.T) {
	entries := stream(t, victim, 9)
	heads := []Head{entries[8].Head()}
	entries[3].Reason = "改"
	var out bytes.Buffer
	if err := Export(&out, Header{Scope: "*", ExportedAt: noon, Heads: heads}, sequence(entries[:8])); err != nil {
		t.Fatal(err)
	}
	report, err := VerifyExport(&out)
	if err != nil || len(report.Faults) != 2 || report.Faults[0].Kind != Changed || report.Faults[0].Seq != 4 || report.Faults[1].Kind != Cut || report.Faults[1].Seq != 9 {
		t.Errorf("%+v, %v", report.Faults, err)
	}
}

func TestReadExportRefuses(t *testing.T) {
	good, _ := file(t, 3) // lines: header, head, three entries, end
	edit := func(n int, change func(string) string) string {
		lines := strings.SplitAfter(good, "\n")
		lines[n-1] = change(lines[n-1])
		return strings.Join(lines, "")
	}
	replace := func(old, with string) func(string) string {
		return func(s string) string { return strings.Replace(s, old, with, 1) }
	}
	drop := func(string) string { return "" }
	tests := []struct{ name, text, want string }{
		{"an empty file", "", "第 1 行"},
		{"another kind of file", "{\"hello\":1}\n", "第 1 行"},
		{"another format", edit(1, replace(exportFormat, "else")), "第 1 行：不是审计流水导出文件"},
		{"a later version", edit(1, replace(`"version":1`, `"version":2`)), "文件版本 2"},
		{"an instant of export in local time", edit(1, replace(`00Z`, `00+08:00`)), "第 1 行：导出时刻"},
		{"a byte order mark", "\ufeff" + good, "第 1 行"},
		{"no header", edit(1, drop), "第 1 行"},
		{"a missing head line", edit(2, drop), "第 2 行：此处应为链头行"},
		{"an unknown key", edit(3, replace(`"stream"`, `"extra":1,"stream"`)), "第 3 行"},
		{"a key twice", edit(3, replace(`"seq":1`, `"seq":1,"seq":1`)), "第 3 行"},
		{"a key in capitals", edit(3, replace(`"seq"`, `"Seq"`)), "第 3 行"},
		{"a number as text", edit(3, replace(`"seq":1`, `"seq":"1"`)), "第 3 行"},
		{"a fraction as number", edit(3, replace(`"seq":1`, `"seq":1.5`)), "第 3 行"},
		{"two kinds in a line", edit(3, replace(`{"entry"`, `{"end":{"entries":0,"sha256":""},"entry"`)), "第 3 行"},
		{"an empty line", edit(3, func(s string) string { return "\n" + s }), "第 3 行"},
		{"an instant without microseconds", edit(3, replace(`.000000Z`, `Z`)), "第 3 行：时刻写法不规范"},
		{"an instant with an hour of one digit", edit(3, replace(`T04:`, `T4:`)), "第 3 行：时刻写法不规范"},
		{"an instant that does not exist", edit(3, replace(`2022-12-10T`, `2022-02-30T`)), "第 3 行：时刻写法不规范"},
		{"a changed reason", edit(4, replace(`第 1 次`, `第 9 次`)), "第 6 行：文件内容与末行的校验和不符"},
		{"a changed head", edit(2, replace(`"seq":3`, `"seq":2`)), "校验和不符"},
		{"a missing entry", edit(4, drop), "第 5 行：声明 3 条记录，实有 2 条"},
		{"a head line among the entries", edit(4, func(s string) string { return strings.SplitAfter(good, "\n")[1] + s }), "第 4 行：此处应为记录行"},
		{"a missing end", edit(6, drop), "第 6 行：文件不完整"},
		{"a half end", good[:len(good)-9], "第 6 行：文件不完整"},
		{"something after the end", good + " ", "第 7 行：结束行之后还有内容"},
		{"invalid UTF-8", edit(4, replace(`第`, "\xff")), "第 4 行"},
		{"a line without end", good[:len(good)-1] + strings.Repeat(" ", maxLine+1), "第 6 行：一行过长"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadExport(strings.NewReader(tt.text), func(Entry) error { return nil })
			if fault.CodeOf(err) != fault.Malformed || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if _, err := VerifyExport(strings.NewReader(tt.text)); err == nil {
				t.Error("verified")
			}
		})
	}
}

func TestErrorsAreHandedOn(t *testing.T) {
	text, entries := file(t, 3)
	stop := errors.New("stop")
	if _, err := ReadExport(strings.NewReader(text), func(Entry) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("the reader's error became %v", err)
	}
	if _, err := ReadExport(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(text))), func(Entry) error { return nil }); fault.CodeOf(err) != fault.Malformed {
		t.Errorf("a broken disk became %v", err)
	}
	failing := func(yield func(Entry, error) bool) {
		if yield(entries[0], nil) {
			yield(Entry{}, stop)
		}
	}
	var out bytes.Buffer
	if err := Export(&out, Header{ExportedAt: noon}, failing); !errors.Is(err, stop) {
		t.Errorf("the source's error became %v", err)
	}
	if _, err := VerifyExport(&out); err == nil {
		t.Error("a broken off export was verified")
	}
	if err := Export(fullDisk{}, Header{ExportedAt: noon}, sequence(stream(t, "s", 500))); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("a full disk became %v", err)
	}
	if err := Export(fullDisk{}, Header{ExportedAt: noon}, sequence(nil)); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("a full disk at the last moment became %v", err)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func FuzzReadExport(f *testing.F) {
	for _, n := range []int{0, 1, 3} {
		text, _ := file(f, n)
		f.Add([]byte(text))
		f.Add([]byte(strings.Replace(text, "seq", "Seq", 1)))
		f.Add([]byte(text[:len(text)/2]))
	}
	f.Add([]byte(`{"header":{"format":"xianjie-audit-export","version":1,"scope":"","exportedAt":"2022-12-10T04:00:00.000000Z","heads":9223372036854775807}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var entries []Entry
		header, err := ReadExport(bytes.NewReader(text), func(e Entry) error { entries = append(entries, e); return nil })
		if err != nil {
			if fault.CodeOf(err) != fault.Malformed {
				t.Fatalf("not a malformed file: %v", err)
			}
			return
		}
		Verify(entries, header.Heads) // must not panic, whatever was read
		var again bytes.Buffer
		if err := Export(&again, header, sequence(entries)); err != nil {
			t.Fatal(err)
		}
		var second []Entry
		if _, err := ReadExport(&again, func(e Entry) error { second = append(second, e); return nil }); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(entries, second); diff != "" {
			t.Fatal(diff)
		}
	})
}
