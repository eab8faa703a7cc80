package main

import (
	"strings"
	"testing"
)

func TestAFigureIsJudgedByItsMedian(t *testing.T) {
	tests := []struct {
		name   string
		figure figure
		want   string
	}{
		{"a ratio exactly at the first bound is enough", figure{value: spread{0.5}, first: 0.5, aim: 3, least: true}, "达到首期"},
		{"a ratio just below it is not", figure{value: spread{0.499}, first: 0.5, aim: 3, least: true}, "未达首期"},
		{"one slow round does not decide", figure{value: spread{0.1, 0.6, 0.7}, first: 0.5, aim: 3, least: true}, "达到首期"},
		{"a count exactly at its aim has reached it", figure{value: spread{25}, first: 60, aim: 25}, "达到目标"},
		{"a count above the first bound is missed", figure{value: spread{60.1}, first: 60, aim: 25}, "未达首期"},
		{"a line without a first bound decides nothing", figure{value: spread{0.1}, aim: 3, least: true}, "参考"},
		{"such a line may still reach its aim", figure{value: spread{3}, aim: 3, least: true}, "达到目标"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.figure.verdict(); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if got := tt.figure.missed(); got != (tt.want == "未达首期") {
				t.Errorf("missed is %v with verdict %s", got, tt.want)
			}
		})
	}
}

func TestRatiosAreTakenRoundByRound(t *testing.T) {
	// The machine slowed to a third in the second round: the ratio stays.
	got := spread{100, 30}.over(spread{200, 60})
	if len(got) != 2 || got[0] != 0.5 || got[1] != 0.5 {
		t.Errorf("got %v, want 0.5 twice", got)
	}
	if m := (spread{4, 1, 2, 3}).median(); m != 2.5 {
		t.Errorf("median of four is %v, want 2.5", m)
	}
}

func TestTheTableStandsStraightWithChinese(t *testing.T) {
	var out strings.Builder
	printTable(&out, []figure{{id: "S1", what: "提交", ours: "1/秒", theirs: "—", value: spread{1}, verb: "%.2f"}})
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 3 {
		t.Fatalf("got %d lines:\n%s", len(lines), out.String())
	}
	for _, line := range lines[1:] {
		if width(line) != width(lines[0]) {
			t.Errorf("%d columns, the head has %d:\n%s", width(line), width(lines[0]), out.String())
		}
	}
}

func TestARequestIsWrittenOutWhole(t *testing.T) {
	got := string(request("POST", "/x", []byte("{}"), "If-Match", `"1"`))
	want := "POST /x HTTP/1.1\r\nHost: bench\r\nIf-Match: \"1\"\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
	if got != want {
		t.Errorf("got %q", got)
	}
}
