package policy

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

// reporter is what a plain test, a benchmark and a property check have in common.
type reporter interface {
	Helper()
	Fatal(args ...any)
}

// load reads one sample application afresh, so that a test may change it.
func load(t reporter, id string) *proposal.Proposal {
	t.Helper()
	doc, gaps, err := proposal.Decode(sample.Application(id))
	if err != nil || len(gaps) > 0 {
		t.Fatal(err, gaps)
	}
	return doc
}

// reference is the 2022 pack.
func reference(t testing.TB) *Pack {
	t.Helper()
	pack, err := ParsePack(sample.Pack())
	if err != nil {
		t.Fatalf("%+v", err)
	}
	return pack
}

// edited is the 2022 pack with pieces of its text replaced; each must be there.
func edited(t testing.TB, replacements ...string) *Pack {
	t.Helper()
	pack, err := ParsePack([]byte(rewrite(t, replacements...)))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return pack
}

func rewrite(t testing.TB, replacements ...string) string {
	t.Helper()
	text := string(sample.Pack())
	for i := 0; i < len(replacements); i += 2 {
		if !strings.Contains(text, replacements[i]) {
			t.Fatalf("the pack has no %q", replacements[i])
		}
		text = strings.Replace(text, replacements[i], replacements[i+1], 1)
	}
	return text
}

// finding is one rule's finding on a document under a pack.
func finding(doc *proposal.Proposal, pack *Pack, rule RuleID) Finding {
	all := Evaluate(Input{Doc: doc, Pack: pack})
	return all[slices.IndexFunc(all, func(f Finding) bool { return f.Rule == rule })]
}

// verdicts is every rule's verdict.
func verdicts(findings []Finding) map[RuleID]Verdict {
	out := map[RuleID]Verdict{}
	for _, f := range findings {
		out[f.Rule] = f.Verdict
	}
	return out
}

// amount reads 万元 text.
func amount(t testing.TB, wan string) money.Fen {
	t.Helper()
	fen, err := money.ParseWan(wan)
	if err != nil {
		t.Fatal(err)
	}
	return fen
}

// fund sets the 衔接资金 and one integrated line, in 万元: "2000+1500+500 2000".
func fund(t testing.TB, doc *proposal.Proposal, linkage, integrated string) {
	t.Helper()
	parts := strings.Split(linkage, "+")
	doc.FundPlan.Linkage = proposal.Linkage{ProvUp: amount(t, parts[0]), City: amount(t, parts[1]), County: amount(t, parts[2])}
	doc.FundPlan.Integrated = []proposal.IntegratedItem{{
		ID: "INT01", Department: "市水利局", Level: proposal.LevelCity, Status: proposal.FundCommitted, Amount: amount(t, integrated),
	}}
}

func date(t testing.TB, text string) proposal.Date {
	t.Helper()
	d, err := proposal.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func instant(t testing.TB, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// chinese reports whether a text is written for officials.
func chinese(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
