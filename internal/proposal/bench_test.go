package proposal_test

import (
	"strings"
	"testing"

	jsonv2 "github.com/go-json-experiment/json"

	"xianjie/internal/proposal"
)

// sixty is the reference document of the figures: 60 projects, about 87 KB.
func sixty(b *testing.B) (*proposal.Proposal, []byte) {
	b.Helper()
	p, _, err := proposal.Decode(withProjects(b, 59))
	if err != nil {
		b.Fatal(err)
	}
	for i := range p.Projects {
		p.Projects[i].ContentAndScale = strings.Repeat("新建标准化基地九百八十亩,配套棚架、土壤改良和良种。", 6)
	}
	body := proposal.Canonical(p)
	b.ReportAllocs()
	return p, body
}

func BenchmarkDecode(b *testing.B) {
	_, body := sixty(b)
	for b.Loop() {
		if _, _, err := proposal.Decode(body); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecodeByTags is the other side of Decode: the library alone, without places, bounds or refusals.
func BenchmarkDecodeByTags(b *testing.B) {
	_, body := sixty(b)
	for b.Loop() {
		var p proposal.Proposal
		if err := jsonv2.Unmarshal(body, &p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCanonical(b *testing.B) {
	p, _ := sixty(b)
	for b.Loop() {
		proposal.Canonical(p)
	}
}

func BenchmarkAssembleJSON(b *testing.B) {
	p, _ := sixty(b)
	sections, rows := proposal.Split(p)
	projects := bodies(rows)
	for b.Loop() {
		proposal.AssembleJSON(p.Head(), sections, projects, p.Attachments, p.Submission)
	}
}

func BenchmarkDecodeProject(b *testing.B) {
	p, _ := sixty(b)
	_, rows := proposal.Split(p)
	for b.Loop() {
		if _, _, err := proposal.DecodeProject(rows[0].Body); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDiff(b *testing.B) {
	p, body := sixty(b)
	other, _, err := proposal.Decode(body)
	if err != nil {
		b.Fatal(err)
	}
	other.Projects[7].TotalInvestment++
	for b.Loop() {
		if len(proposal.Diff(p, other)) != 1 {
			b.Fatal("one change expected")
		}
	}
}

func BenchmarkTotals(b *testing.B) {
	p, _ := sixty(b)
	for b.Loop() {
		proposal.Totals(p)
	}
}

func BenchmarkCoreDigest(b *testing.B) {
	p, _ := sixty(b)
	for b.Loop() {
		proposal.CoreDigest(p)
	}
}
