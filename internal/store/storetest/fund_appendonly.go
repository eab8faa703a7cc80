package storetest

import (
	"strings"
	"testing"
)

// fundAppendOnly go past the store with the product's own connection and try to change what the ledger only adds to, and to put down
// what no ledger may say.
func fundAppendOnly() []scenario {
	kept := func(t *testing.T, w *world) {
		w.awardedOn(t)
		w.exec(t, strings.ReplaceAll(ledgerRows, "{hash}", "'"+strings.Repeat("a", 64)+"'"))
		w.exec(t, `INSERT INTO fund_decisions VALUES ('e3', FALSE, '不对', 'city_finance', 'acc-2', '市财政局', '2023-03-03 00:00:00+00:00');
			INSERT INTO fund_periods SELECT batch_id, '2023-02-28', 'acc-9', '省财政厅', '2023-03-04 00:00:00+00:00' FROM fund_accounts`)
	}
	out := []scenario{}
	for table, column := range map[string]string{"fund_plans": "findings", "fund_entries": "payee", "fund_parts": "project", "fund_decisions": "name", "fund_periods": "name"} {
		out = append(out, scenario{table, func(t *testing.T, w *world) {
			kept(t, w)
			for _, attempt := range []string{"UPDATE " + table + " SET " + column + " = 'x'", "DELETE FROM " + table} {
				if _, err := w.raw.Exec(attempt); err == nil {
					t.Errorf("went through: %s", attempt)
				}
			}
			if n := w.count(t, "SELECT count(*) FROM "+table+" WHERE "+column+" = 'x'"); n != 0 {
				t.Errorf("%d rows changed", n)
			}
		}})
	}
	return append(out, scenario{"what no ledger may say is refused by the database", func(t *testing.T, w *world) {
		kept(t, w)
		for name, statement := range map[string]string{
			"two entries of one number":       strings.Replace(another("ALLOCATE", "ALLOCATED", "TRUE", "1", "NULL", "FALSE"), "batch_id, 4,", "batch_id, 3,", 1),
			"two entries of one key":          strings.Replace(another("ALLOCATE", "ALLOCATED", "TRUE", "1", "NULL", "FALSE"), "4, 'e4'", "4, 'e3'", 1),
			"an amount of nothing":            another("ALLOCATE", "ALLOCATED", "TRUE", "0", "NULL", "FALSE"),
			"less than nothing":               another("ALLOCATE", "ALLOCATED", "TRUE", "-1", "NULL", "FALSE"),
			"a reversal of nothing":           another("REVERSE", "ALLOCATED", "FALSE", "1", "NULL", "FALSE"),
			"a plain entry that reverses one": another("RECALL", "ALLOCATED", "FALSE", "1000", "'e1'", "FALSE"),
			"a second try beside the first":   strings.Replace(another("REVERSE", "ALLOCATED", "FALSE", "1000", "'e1'", "FALSE"), "'原因', 'e1', 1", "'原因', 'e1', 0", 1),
			"a second decision":               "INSERT INTO fund_decisions VALUES ('e3', TRUE, '', 'city_finance', 'acc-3', '市财政局', '2023-03-05 00:00:00+00:00')",
			"a month closed twice":            "INSERT INTO fund_periods SELECT batch_id, through, closed_by, name, closed_at FROM fund_periods",
			"disbursed beyond allocated":      "UPDATE fund_cells SET disbursed = 1",
			"spent beyond disbursed":          "UPDATE fund_cells SET spent = 1",
			"a reservation beyond what is in": "UPDATE fund_cells SET disbursed_in = 1",
			"a share beyond its plan":         "UPDATE fund_shares SET allocated = planned + 1",
			"a line beyond its ceiling":       "UPDATE fund_lines SET allocated = ceiling + 1",
			"a cell of no planned share":      "INSERT INTO fund_cells SELECT application_id, 'LINKAGE_CITY', 'CITY', 'P99', 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM fund_accounts",
		} {
			if _, err := w.raw.Exec(strings.Split(statement, ";")[0]); err == nil {
				t.Errorf("%s went through", name)
			}
		}
	}})
}
