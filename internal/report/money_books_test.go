package report

import (
	"fmt"
	"io"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// amountAt is an amount of a row as it reads back; a dash or an empty cell is no amount.
func amountAt(t testing.TB, row []string, column int) money.Fen {
	t.Helper()
	if column >= len(row) {
		t.Fatalf("no column %d in %q", column, row)
	}
	f, err := money.ParseWan(row[column])
	if err != nil {
		t.Fatalf("%v in %q", err, row)
	}
	return f
}

// found is the one row that has a text in a column.
func found(t testing.TB, rows [][]string, column int, text string) []string {
	t.Helper()
	for _, r := range rows {
		if column < len(r) && r[column] == text {
			return r
		}
	}
	t.Fatalf("no row has %q in column %d: %q", text, column, rows)
	return nil
}

func someFen(rt *rapid.T, label string) money.Fen {
	return money.Fen(rapid.Int64Range(0, int64(money.Max)/1000).Draw(rt, label))
}

func someLayers(rt *rapid.T) Layers {
	return Layers{someFen(rt, "planned"), someFen(rt, "committed"), someFen(rt, "allocated"), someFen(rt, "disbursed"), someFen(rt, "spent")}
}

func TestNoBookHasAFormulaOrAnEmptyName(t *testing.T) {
	for name, write := range books(t) {
		f := opened(t, written(t, write))
		for _, sheet := range f.GetSheetList() {
			for i, row := range rowsOf(t, f, sheet) {
				for j := range row {
					if formula, err := f.GetCellFormula(sheet, fmt.Sprintf("%s%d", columnName(j), i+1)); err != nil || formula != "" {
						t.Errorf("%s, %s: formula %q, %v", name, sheet, formula, err)
					}
				}
			}
			if visible, err := f.GetSheetVisible(sheet); err != nil || !visible {
				t.Errorf("%s: %s is hidden", name, sheet)
			}
		}
	}
}

func columnName(j int) string {
	if j < 26 {
		return string(rune('A' + j))
	}
	return string(rune('A'+j/26-1)) + string(rune('A'+j%26))
}

func TestSumsOfTheSummaryAreThoseOfItsLines(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := Summary{Cover: aCover(t), Region: "山东省"}
		want := map[string]money.Fen{}
		for i := range rapid.IntRange(0, 12).Draw(rt, "rows") {
			r := SummaryRow{City: fmt.Sprintf("市%d", i/4), Funds: proposal.Sources{ProvUp: someFen(rt, "up"), City: someFen(rt, "city"), County: someFen(rt, "county"), Integrated: someFen(rt, "integrated"),
				Cooperation: someFen(rt, "cooperation"), Social: someFen(rt, "social"), SelfRaised: someFen(rt, "self"), Other: someFen(rt, "other")}}
			s.Rows = append(s.Rows, r)
			f := r.Funds
			for _, key := range []string{r.City + "小计", "合计"} {
				want[key] += f.ProvUp + f.City + f.County + f.Integrated + f.Cooperation + f.Social + f.SelfRaised + f.Other
			}
		}
		rows := rowsOf(t, opened(t, written(t, func(w io.Writer) error { return SummaryBook(w, s) })), "汇总表")
		for key, sum := range want {
			if len(s.Rows) <= 4 && key != "合计" {
				continue // one city's sum is the sum
			}
			if got := amountAt(t, found(t, rows, 2, key), 18); got != sum {
				rt.Errorf("%s: %s, want %s", key, got, sum)
			}
		}
	})
}

func TestOneCitysSumIsTheSum(t *testing.T) {
	s := aSummary(t)
	s.Rows = s.Rows[:2]
	for _, row := range rowsOf(t, opened(t, written(t, func(w io.Writer) error { return SummaryBook(w, s) })), "汇总表") {
		if len(row) > 2 && row[2] == "烟台市小计" {
			t.Errorf("the same sum twice: %q", row)
		}
	}
}

func TestTheMatrixAddsUpBothWays(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := aMatrix(t)
		m.Placed = nil
		bySource := make([]Layers, len(m.Sources))
		byProject := make([]Layers, len(m.Projects)+1)
		for range rapid.IntRange(0, 30).Draw(rt, "placed") {
			p := Placement{rapid.IntRange(0, len(m.Sources)-1).Draw(rt, "source"), rapid.IntRange(Unplaced, len(m.Projects)-1).Draw(rt, "project"), someLayers(rt)}
			m.Placed = append(m.Placed, p)
			bySource[p.Source] = bySource[p.Source].plus(p.Layers)
			to := p.Project
			if to == Unplaced {
				to = len(m.Projects)
			}
			byProject[to] = byProject[to].plus(p.Layers)
		}
		f := opened(t, written(t, func(w io.Writer) error { return FundMatrixBook(w, m) }))
		rows, all := rowsOf(t, f, "按资金来源"), totalOf(bySource)
		for i, want := range []money.Fen{all.Planned, all.Committed, all.Allocated, all.Disbursed, all.Spent, all.Committed - all.Allocated, all.Allocated - all.Disbursed, all.Disbursed - all.Spent} {
			if got := amountAt(t, found(t, rows, 0, "合计"), sourceColumns+i); got != want {
				rt.Errorf("合计, column %d: %s, want %s", i, got, want)
			}
		}
		linkage := totalOf(bySource[:5])
		if got := amountAt(t, found(t, rows, 0, "衔接资金小计"), sourceColumns+4); got != linkage.Spent {
			rt.Errorf("衔接资金小计: %s, want %s", got, linkage.Spent)
		}
		for _, l := range fiveLayers {
			rows := rowsOf(t, f, l.name)
			sums := found(t, rows, 1, "合计")
			for s := range m.Sources {
				if got := amountAt(t, sums, 2+s); got != l.of(bySource[s]) {
					rt.Errorf("%s, source %d: %s, want %s", l.name, s, got, l.of(bySource[s]))
				}
			}
			for p, project := range m.Projects {
				if got := amountAt(t, found(t, rows, 0, project.No), 2+len(m.Sources)+1); got != l.of(byProject[p]) {
					rt.Errorf("%s, project %s: %s, want %s", l.name, project.No, got, l.of(byProject[p]))
				}
			}
			if got := amountAt(t, sums, 2+len(m.Sources)+1); got != l.of(all) {
				rt.Errorf("%s: %s, want %s", l.name, got, l.of(all))
			}
		}
	})
}

func TestTheMatrixSaysWhereThePlanDoesNotBalance(t *testing.T) {
	f := opened(t, written(t, func(w io.Writer) error { return FundMatrixBook(w, aMatrix(t)) }))
	rows := rowsOf(t, f, "按资金来源")
	for source, want := range map[string]string{"省级以上衔接资金": "平", "市级衔接资金": "平", "　高标准农田建设": "差 0.0001 万元", "整合行业资金": "差 0.0001 万元", "合计": "差 0.0001 万元"} {
		if got := found(t, rows, 0, source)[sourceColumns+12]; got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
	for _, part := range []string{"　中央", "　省级", "　未分中央、省级"} {
		if got := found(t, rows, 0, part); got[sourceColumns+firstGap] != "" || got[sourceColumns+arrivedRate] != "" {
			t.Errorf("part of what the plan left undivided has no 到位率: %q", got)
		}
	}
	if got := found(t, rowsOf(t, f, "下达"), 1, "到位率（下达÷承诺）"); got[2] != "" || got[3] != "" || got[4] != "" || got[5] != "1" {
		t.Errorf("到位率: %q", got)
	}
	checks := found(t, rowsOf(t, f, "规划"), 1, "核对")
	if checks[4] != "平" || checks[7] != "差 0.0001 万元" || checks[len(checks)-1] != "差 0.0001 万元" || checks[len(checks)-2] != "平" {
		t.Errorf("核对: %q", checks)
	}
	if got := check(3, 1); got.text != "超 0.000002 万元" || got.tone != red {
		t.Errorf("above the plan: %+v", got)
	}
	if got := check(1, 1); got.text != "平" || got.tone != plain {
		t.Errorf("as planned: %+v", got)
	}
}

func TestAllocatedMoneyOfNoProjectMakesNoProjectShort(t *testing.T) {
	l := Layers{Disbursed: 5, Spent: 2}.withProject()
	if l[firstGap] != (cell{}) || l[firstGap+1] != (cell{}) || l[firstGap+2] != fen(3) {
		t.Errorf("%+v", l)
	}
	if l := (Layers{Committed: 9, Allocated: 4, Disbursed: 5}).withProject(); l[firstGap] != fen(5) || l[firstGap+1] != fen(-1) {
		t.Errorf("more paid than was allocated must show: %+v", l)
	}
}

func TestTheLedgerSumsWhatIsInForceKindByKind(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := Ledger{Cover: aCover(t), Region: "栖霞市", Kinds: []string{"下达", "拨付", "支出"}}
		want := map[string]money.Fen{}
		for i := range rapid.IntRange(0, 30).Draw(rt, "entries") {
			e := LedgerEntry{No: i + 1, Kind: rapid.SampledFrom([]string{"下达", "拨付", "支出", "冲正"}).Draw(rt, "kind"), Effective: rapid.Bool().Draw(rt, "effective"),
				Amount: money.Fen(rapid.Int64Range(-int64(money.Max)/100, int64(money.Max)/100).Draw(rt, "amount"))}
			l.Entries = append(l.Entries, e)
			counted := money.Fen(0)
			if e.Effective {
				counted = e.Amount
			}
			want[e.Kind] += counted
		}
		rows := rowsOf(t, opened(t, written(t, func(w io.Writer) error { return LedgerBook(w, l) })), "资金台账")
		for i, e := range l.Entries {
			if got := amountAt(t, rows[bookHeadRows+i], 9); got != e.Amount {
				rt.Errorf("entry %d: %s, want %s", e.No, got, e.Amount)
			}
		}
		var order []string
		for _, row := range rows[bookHeadRows+len(l.Entries):] {
			if len(row) > 9 && row[3] == "合计" {
				order = append(order, row[2])
				if got := amountAt(t, row, 9); got != want[row[2]] {
					rt.Errorf("%s: %s, want %s", row[2], got, want[row[2]])
				}
			}
		}
		if len(order) != len(want) || !slices.IsSortedFunc(order, func(a, b string) int {
			at := []string{"下达", "拨付", "支出", "冲正"}
			return slices.Index(at, a) - slices.Index(at, b)
		}) {
			rt.Errorf("sums of %q, want those of %v", order, want)
		}
	})
}

func TestTheLedgerSaysWhatTakesBackWhat(t *testing.T) {
	e := LedgerEntry{Reverses: 3}
	if e.reversal() != "冲正第 3 笔" {
		t.Error(e.reversal())
	}
	if e = (LedgerEntry{ReversedBy: 7}); e.reversal() != "被第 7 笔冲正" {
		t.Error(e.reversal())
	}
	rows := rowsOf(t, opened(t, written(t, func(w io.Writer) error { return LedgerBook(w, aLedger(t, 21)) })), "资金台账")
	if got := found(t, rows, 2, "下达"); got[9] != "123.456789" {
		t.Errorf("%q", got)
	}
	if got := found(t, rows, 2, "支出退回"); got[9] != "-123.456792" {
		t.Errorf("%q", got)
	}
	for _, row := range rows {
		if row[0] == "" && len(row) > 9 && row[2] == "下达" && row[7] != "已生效 2 笔，未计入 1 笔" {
			t.Errorf("%q", row)
		}
	}
}
