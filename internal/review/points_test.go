package review

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPointsAreReadExactly(t *testing.T) {
	for text, want := range map[string]Points{
		"0": 0, "86.5": 8650, "86.50": 8650, "0.01": 1, "100": Full, "78.500": 7850, "007": 700, "0.1": 10, "10000": 1_000_000,
	} {
		if got, err := ParsePoints(text); err != nil || got != want {
			t.Errorf("%s: %d, %v; want %d", text, got, err, want)
		}
	}
	for text, says := range map[string]string{
		"": "不是普通小数", "86,5": "普通小数", "8e1": "普通小数", "+1": "普通小数", "null": "普通小数", `"1"`: "普通小数", "85.005": "小数超过 2 位", "0.001": "小数超过 2 位",
		"-0.01": "是负数", "-1": "是负数", "10000.01": "过大", strings.Repeat("9", 40): "过大", ".5": "普通小数", "5.": "普通小数", "NaN": "普通小数",
	} {
		if got, err := ParsePoints(text); err == nil || got != 0 || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %d, %v; want …%s…", text, got, err, says)
		}
	}
	if _, err := ParsePoints(strings.Repeat("分", 1000)); len([]rune(err.Error())) > 80 {
		t.Error("the refused text is repeated whole")
	}
}

func TestPointsAreShownShortAndFixed(t *testing.T) {
	for p, want := range map[Points][2]string{
		8650: {"86.5", "86.50"}, 8500: {"85", "85.00"}, 1: {"0.01", "0.01"}, 0: {"0", "0.00"}, Full: {"100", "100.00"}, -5: {"-0.05", "-0.05"}, -1250: {"-12.5", "-12.50"},
	} {
		if p.String() != want[0] || p.Fixed() != want[1] {
			t.Errorf("%d: %s %s, want %v", int64(p), p, p.Fixed(), want)
		}
	}
}

func TestPointsSurviveJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Points(rapid.Int64Range(0, 1_000_000).Draw(t, "points"))
		body, err := json.Marshal([]any{p, Fixed(p), Short(p)})
		if err != nil {
			t.Fatal(err)
		}
		var number []Points
		if err := json.Unmarshal([]byte("["+p.String()+","+p.Fixed()+"]"), &number); err != nil || number[0] != p || number[1] != p {
			t.Fatalf("%d is read as %v, %v", int64(p), number, err)
		}
		var text struct {
			A Fixed
			B Short
		}
		if err := json.Unmarshal([]byte(`{"A":"`+p.Fixed()+`","B":"`+p.String()+`"}`), &text); err != nil || Points(text.A) != p || Points(text.B) != p {
			t.Fatalf("%s: %+v, %v", body, text, err)
		}
	})
}

func TestATextOfPointsIsATextOrANumberAndNothingElse(t *testing.T) {
	for _, text := range []string{`"85.005"`, `"-1"`, `""`, `"`, `null`, `true`, `"\u0038"`, `"8"5`} {
		p := Fixed(7)
		if err := p.UnmarshalJSON([]byte(text)); err == nil || p != 7 {
			t.Errorf("%s: %s, %v", text, p, err)
		}
	}
}

func FuzzPoints(f *testing.F) {
	for _, text := range []string{"0", "86.5", "86.50", "0.005", "-1", "-0", "1e5", "", ".", "1.", ".5", "+1", "10000", "10000.01", "00", "null", `"1"`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParsePoints(text)
		if err != nil {
			if p != 0 {
				t.Fatalf("%q is refused and yet gives %s", text, p)
			}
			return
		}
		exact, ok := new(big.Rat).SetString(text)
		if !ok || exact.Cmp(big.NewRat(int64(p), 100)) != 0 {
			t.Fatalf("%q is read as %s", text, p)
		}
		if again, err := ParsePoints(p.Fixed()); err != nil || again != p || p < 0 {
			t.Fatalf("%q is written %s and read as %s, %v", text, p.Fixed(), again, err)
		}
	})
}
