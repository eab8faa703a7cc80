package api

import (
	"testing"

	"xianjie/internal/fault"
)

func TestIfMatchIsOneStrongVersion(t *testing.T) {
	tests := []struct {
		header string
		want   int64
		code   fault.Code
	}{
		{`"7"`, 7, ""}, {` "7" `, 7, ""}, {`"0"`, 0, ""}, {`"7-abc"`, 7, ""}, {`"9223372036854775807"`, 9223372036854775807, ""},
		{``, 0, fault.NeedsVersion}, {` `, 0, fault.NeedsVersion}, {`*`, 0, fault.Malformed}, {`W/"7"`, 0, fault.Malformed}, {`7`, 0, fault.Malformed},
		{`"7`, 0, fault.Malformed}, {`"`, 0, fault.Malformed}, {`""`, 0, fault.Malformed}, {`"7","8"`, 0, fault.Malformed}, {`"7", "8"`, 0, fault.Malformed},
		{`"-7"`, 0, fault.Malformed}, {`"+7"`, 0, fault.Malformed}, {`"07"`, 0, fault.Malformed}, {`"7.0"`, 0, fault.Malformed}, {`"abc"`, 0, fault.Malformed},
		{`"9223372036854775808"`, 0, fault.Malformed},
	}
	for _, tt := range tests {
		got, err := Matching{IfMatch: tt.header}.version()
		if fault.CodeOf(err) != tt.code || got != tt.want {
			t.Errorf("%q: %d, %v", tt.header, got, err)
		}
	}
}

func TestIfNoneMatchIsAnyOfAList(t *testing.T) {
	for header, want := range map[string]bool{``: false, `"a"`: true, `W/"a"`: true, `"b"`: false, `"b", "a"`: true, `"b",W/"a"`: true, `*`: true, `a`: false, `"A"`: false} {
		if got := (Conditional{IfNoneMatch: header}).has(`"a"`); got != want {
			t.Errorf("%q: %v", header, got)
		}
	}
}

func TestAStampTellsItsPartsApart(t *testing.T) {
	stamps := map[stamp]string{}
	for name, p := range map[string]stamp{
		"nothing": newStamp(), "empty text": newStamp().text(""), "ab": newStamp().text("ab"), "a b": newStamp().text("a").text("b"), "ba": newStamp().text("ba"),
		"1": newStamp().number(1), "256": newStamp().number(256), "1 2": newStamp().number(1).number(2), "2 1": newStamp().number(2).number(1), "-1": newStamp().number(-1),
	} {
		if other, there := stamps[p]; there {
			t.Errorf("%s and %s have one stamp", name, other)
		}
		stamps[p] = name
	}
}
