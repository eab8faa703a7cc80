package report

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// drawn makes documents; a plainText one holds only what a cell can say by itself, another whatever the format takes.
type drawn struct {
	*rapid.T
	plain bool
}

func (d drawn) text(label string, most int) string {
	letters := "村路桥果aZ09()%·"
	if !d.plain {
		letters += "=+-@'\"<>&_x0;；：:｜|、，,。/ \u2028\U00020000\t" // a byte order mark is cleaned away on reading, by intent
	}
	text := rapid.StringOfN(rapid.RuneFrom([]rune(letters)), 0, most, -1).Draw(d.T, label)
	return strings.ReplaceAll(strings.ReplaceAll(text, "\t", ""), "|", "")
}

func (d drawn) long(label string) string {
	letters := "项目建设\n甲"
	if !d.plain {
		letters += "\r\t =+-@"
	}
	text := rapid.StringOfN(rapid.RuneFrom([]rune(letters)), 0, 40, -1).Draw(d.T, label)
	if d.plain {
		return strings.TrimSpace(text)
	}
	return text
}

func (d drawn) count(label string) int64 { return rapid.Int64Range(0, 999_999_999).Draw(d.T, label) }

func (d drawn) wan(label string, least int64) money.Fen {
	return money.Fen(rapid.OneOf(rapid.Int64Range(least, 10), rapid.Int64Range(least, int64(money.Max/money.Yuan/8))).Draw(d.T, label)) * money.Yuan
}

func (d drawn) day(label string) proposal.Date {
	if rapid.Bool().Draw(d.T, label+" open") {
		return proposal.Date{}
	}
	from, to := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2200, 12, 31, 0, 0, 0, 0, time.UTC)
	return proposal.DateIn(time.Unix(rapid.Int64Range(from.Unix(), to.Unix()).Draw(d.T, label), 0), time.UTC)
}

func word[K ~string](d drawn, label string, list []K) K {
	return rapid.SampledFrom(append(list, "")).Draw(d.T, label)
}

func some[V any](d drawn, label string, of func(i int) V) []V {
	out := make([]V, rapid.IntRange(0, 3).Draw(d.T, label))
	for i := range out {
		out[i] = of(i)
	}
	return out
}

func (d drawn) funds() []proposal.ProjectFund {
	if !d.plain {
		return some(d, "funds", func(int) proposal.ProjectFund {
			return proposal.ProjectFund{Source: rapid.SampledFrom(append(proposal.FundSources(), "")).Draw(d.T, "source"), Amount: d.wan("amount", 0),
				IntegratedItemID: rapid.SampledFrom([]string{"", "INT00", "INT01", "INT99"}).Draw(d.T, "item")}
		})
	}
	out := []proposal.ProjectFund{}
	for _, source := range proposal.FundSources() {
		if rapid.Bool().Draw(d.T, "given") {
			out = append(out, proposal.ProjectFund{Source: source, Amount: d.wan("amount", 1)})
			if source == proposal.SourceIntegrated {
				out[len(out)-1].IntegratedItemID = "INT00"
				if rapid.Bool().Draw(d.T, "two") {
					out = append(out, proposal.ProjectFund{Source: source, Amount: d.wan("amount", 1), IntegratedItemID: rapid.SampledFrom([]string{"", "INT01", "INT99"}).Draw(d.T, "item")})
				}
			}
		}
	}
	return out
}

func (d drawn) document() *proposal.Proposal {
	doc := proposal.Blank(proposal.Head{})
	doc.Zone.Name = d.text("zone", 9)
	for i := range rapid.IntRange(0, 4).Draw(d.T, "villages") {
		doc.Zone.Villages = append(doc.Zone.Villages, proposal.Village{Code: fmt.Sprintf("37068690%04d", i), Name: rapid.SampledFrom([]string{"甲村", "甲村", "乙村", "丙、丁村", "370686900001", ""}).Draw(d.T, "village"),
			TownCode: fmt.Sprintf("37068690%d", i%2), TownName: rapid.SampledFrom([]string{"云溪镇", "寺坡镇"}).Draw(d.T, "town")})
	}
	for i := range 2 {
		doc.FundPlan.Integrated = append(doc.FundPlan.Integrated, proposal.IntegratedItem{ID: fmt.Sprintf("INT%02d", i), Programme: d.text("programme", 5)})
	}
	places := func(label string, codes ...string) []string {
		if !d.plain {
			codes = append(codes, "")
		}
		return some(d, label, func(int) string { return rapid.SampledFrom(codes).Draw(d.T, "code") })
	}
	for i := range rapid.IntRange(1, 3).Draw(d.T, "projects") {
		p := proposal.Project{ID: fmt.Sprintf("P-%d", i), Name: d.text("name", 9), ContentCategory: word(d, "category", proposal.ContentCategories()),
			LibraryType: word(d, "library", proposal.LibraryTypes()), LibrarySubType: d.text("sub", 9), Nature: word(d, "nature", proposal.Natures()),
			ImplementationMode: word(d, "mode", proposal.ImplementationModes()), FundUse: word(d, "use", proposal.FundUses()),
			TownCodes: places("towns", "370686900", "370686901", "999999999"), VillageCodes: places("places", "370686900000", "370686900001", "370686900003", "999999999999"),
			ResponsibleDept: d.text("dept", 9), Implementer: d.text("implementer", 9), StartDate: d.day("start"), EndDate: d.day("end"), ContentAndScale: d.long("content"),
			Beneficiaries: proposal.Beneficiaries{Households: d.count("h"), Persons: d.count("p"), PovertyRelievedPersons: d.count("r"), MonitoredPersons: d.count("m")},
			BenefitLinkage: proposal.BenefitLinkage{DirectHouseholds: d.count("direct"), PovertyOrMonitoredHouseholds: d.count("poor"), Description: d.long("description"),
				Modes: some(d, "modes", func(int) proposal.LinkageMode {
					if d.plain {
						return rapid.SampledFrom(proposal.LinkageModes()).Draw(d.T, "mode")
					}
					return word(d, "mode", proposal.LinkageModes())
				})},
			AssetType:        word(d, "asset", proposal.AssetTypes()),
			NegativeListTags: some(d, "tags", func(i int) string { return strings.TrimSpace("类" + d.text("tag", 9)) }),
			PerformanceTargets: some(d, "targets", func(int) proposal.PerformanceTarget {
				return proposal.PerformanceTarget{Kind: word(d, "kind", proposal.TargetKinds()), Name: d.text("target", 9), Value: d.text("value", 9)}
			}),
			Funds: d.funds(), TotalInvestment: d.wan("total", 0)}
		doc.Projects = append(doc.Projects, p)
	}
	return doc
}

func TestEveryTableComesBackAsItWent(t *testing.T) {
	for name, plainText := range map[string]bool{"plain documents into an empty draft": true, "any document over itself": false} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				doc := drawn{rt, plainText}.document()
				base := doc
				if plainText {
					base = emptied(doc)
				}
				read, err := ReadProjects(projectBook(t, doc), base)
				if diff := cmp.Diff(doc.Projects, read.Projects, cmpopts.EquateComparable(proposal.Date{}), cmpopts.EquateEmpty()); err != nil || diff != "" {
					rt.Fatalf("%s\n%s", said(read, err), diff)
				}
			})
		})
	}
}

// TestWhatNoCellCanHoldStaysInTheDraft: too long a text is marked in the cell and kept by the import.
func TestWhatNoCellCanHoldStaysInTheDraft(t *testing.T) {
	doc := theSample(t, "A01")
	doc.Projects = doc.Projects[:2]
	doc.Projects[0].ContentAndScale = strings.Repeat("𠮷", 20_000)
	doc.Projects[1].PerformanceTargets = []proposal.PerformanceTarget{{Name: "a:b｜c", Value: "x"}}
	book := projectBook(t, doc)
	read, err := ReadProjects(book, doc)
	if diff := cmp.Diff(doc.Projects, read.Projects, cmpopts.EquateComparable(proposal.Date{})); err != nil || diff != "" {
		t.Error(said(read, err), diff)
	}
	read, err = ReadProjects(book, emptied(doc))
	if got := said(read, err); !strings.Contains(got, "项目表!L6") || !strings.Contains(got, "项目表!AK7") {
		t.Errorf("into an empty draft: %s", got)
	}
}

// FuzzContainer mutates the file, FuzzSheet the sheet inside a file that is whole.
func FuzzContainer(f *testing.F) {
	doc := theSample(f, "A01")
	f.Add(projectBook(f, emptied(doc)))
	f.Add(crafted(f, nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		if read, err := ReadProjects(data, doc); err == nil {
			readAgain(t, doc, read)
		}
	})
}

func FuzzSheet(f *testing.F) {
	doc := theSample(f, "A01")
	f.Add(oneCell(`<c><v>1</v></c>`)[sheet1])
	f.Add(oneCell(`<c t="inlineStr"><is><t>1,234.5万元</t></is></c>`)[sheet1])
	f.Add(oneCell(`<c t="s" s="1"><f>A1</f><v>0</v></c>`)[sheet1])
	f.Add(sheetXML(heads()+aRow("P01", "一个项目", "产业发展", "1", "1", "0", "0", "3", "INT01 1\nINT02 2")+aRow("合计")) + `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		if read, err := ReadProjects(crafted(t, map[string]string{sheet1: sheet, shared: `<sst><si><t>x</t></si></sst>`}), doc); err == nil {
			readAgain(t, doc, read)
		}
	})
}

// readAgain: what was read is what a document may hold.
func readAgain(t *testing.T, doc *proposal.Proposal, read ProjectsRead) {
	t.Helper()
	again := *doc
	again.Projects = read.Projects
	back, _, err := proposal.DecodeDraft(proposal.Canonical(&again))
	if err != nil {
		t.Fatal(err)
	}
	if changes := proposal.Diff(&again, back); len(changes) > 0 {
		t.Error(changes)
	}
}

func FuzzCells(f *testing.F) {
	for _, text := range []string{"1,234.5万元", "0.30000000000000004", "2023年3月", "1e-5", "２０２３．３．１", "INT01 100", "44986", "99999999999999999999"} {
		f.Add(text, true)
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, number bool) {
		c := foreignCell{text: text}
		if number {
			c.kind = numberCell
		}
		if amount, _, err := wanOf(c); err == nil && (amount < 0 || amount%money.Yuan != 0 || amount > money.Max) {
			t.Errorf("%q is read as %d", text, amount)
		}
		if count, _, err := countIn(c); err == nil && (count < 0 || count > 1_000_000_000) {
			t.Errorf("%q is read as %d", text, count)
		}
		if day, _, err := dayOf(c, true, false); err == nil && !day.IsZero() && (day.Start(time.UTC).Year() < firstYear || day.Start(time.UTC).Year() > finalYear) {
			t.Errorf("%q is read as %s", text, day)
		}
	})
}
