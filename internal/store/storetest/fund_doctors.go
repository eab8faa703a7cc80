package storetest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"xianjie/internal/store"
)

// ledgerRows are an account's three entries as the program leaves them: 1,000 分 in, all of it taken back, 500 more that wait.
// {id} is the application's.
const ledgerRows = `INSERT INTO fund_entries (id, application_id, batch_id, number, key, digest, seal, kind, line, level, layer, adds, dated, doc_no, payee, amount, reason, reverses,
	attempt, waits, role, account_id, name, entered_at) SELECT x.id, f.application_id, f.batch_id, x.number, x.id, {hash}, {hash}, x.kind, 'LINKAGE_CITY', 'CITY', 'ALLOCATED', x.adds,
	'2023-03-01', '文号', '', x.amount, x.reason, x.reverses, 0, x.waits, 'city_finance', 'acc-1', '市财政局', '2023-03-02 00:00:00+00:00'
	FROM fund_accounts AS f, (SELECT 'e1' AS id, 1 AS number, 'ALLOCATE' AS kind, TRUE AS adds, 1000 AS amount, '' AS reason, NULL AS reverses, FALSE AS waits
	UNION ALL SELECT 'e2', 2, 'REVERSE', FALSE, 1000, '记错', 'e1', FALSE UNION ALL SELECT 'e3', 3, 'ALLOCATE', TRUE, 500, '', NULL, TRUE) AS x;
	INSERT INTO fund_parts VALUES ('e1', 'P16', 1000), ('e2', 'P16', 1000), ('e3', 'P16', 500);
	UPDATE fund_accounts SET entries = 3;
	UPDATE fund_lines SET allocated = 500 WHERE line = 'LINKAGE_CITY';
	UPDATE fund_shares SET allocated = 500 WHERE line = 'LINKAGE_CITY' AND project = 'P16';
	INSERT INTO fund_cells SELECT application_id, 'LINKAGE_CITY', 'CITY', 'P16', 0, 0, 0, 500, 0, 0, 0, 0, 0 FROM fund_accounts`

// another is an entry beside them: its changes over a plain waiting allocation of 1 分 come first.
func another(kind, layer, adds, amount, reverses, waits string) string {
	return `INSERT INTO fund_entries SELECT 'e4', application_id, batch_id, 4, 'e4', digest, seal, '` + kind + `', line, level, '` + layer + `', ` + adds + `, '2023-03-01', doc_no, payee, ` + amount +
		`, '原因', ` + reverses + `, 1, ` + waits + `, role, account_id, name, '2023-03-05 00:00:00+00:00' FROM fund_entries WHERE id = 'e1'; INSERT INTO fund_parts VALUES ('e4', 'P16', ` + amount + `)`
}

// fundDoctors harm an account's money past the store; the doctor must say which rule of the ledger no longer holds, and where.
func fundDoctors() []scenario {
	out := []scenario{}
	for _, h := range []harm{
		{"资金账的奖补额就是立项的奖补额", "{id}", "UPDATE fund_accounts SET award = award + 1"},
		{"资金账的奖补额就是立项的奖补额", "{id}", "UPDATE fund_lines SET ceiling = ceiling + 1 WHERE line = 'LINKAGE_PROV_UP'"},
		{"资金账的余额等于分录之和", "{id} LINKAGE_CITY CITY P16", "UPDATE fund_cells SET allocated = 1"},
		{"资金账的余额等于分录之和", "{id} LINKAGE_CITY CITY P16", "UPDATE fund_cells SET allocated_in = 0"},
		{"资金账的余额等于分录之和", "{id} LINKAGE_CITY CITY P16", "DELETE FROM fund_cells"},
		{"资金账的余额等于分录之和", "{id} LINKAGE_CITY  P18", "INSERT INTO fund_cells SELECT application_id, 'LINKAGE_CITY', '', 'P18', 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM fund_accounts"},
		{"占用的规划数等于已下达与待复核之和", "{id} LINKAGE_CITY P16", "UPDATE fund_shares SET allocated = 0 WHERE project = 'P16' AND line = 'LINKAGE_CITY'"},
		{"占用的条目额度等于各项目占用之和", "{id} LINKAGE_CITY", "UPDATE fund_lines SET allocated = 499 WHERE line = 'LINKAGE_CITY'"},
		{"分录的金额等于各项目之和", "e3", "INSERT INTO fund_parts VALUES ('e3', 'P18', 1)"},
		{"分录编号从 1 连续", "{id}", "UPDATE fund_accounts SET entries = 4"},
		{"冲正与被冲正的分录", "e4", another("REVERSE", "ALLOCATED", "FALSE", "999", "'e1'", "FALSE")},
		{"冲正与被冲正的分录", "e4", another("REVERSE", "DISBURSED", "FALSE", "1000", "'e1'", "FALSE")},
		{"冲正与被冲正的分录", "e4", another("REVERSE", "ALLOCATED", "TRUE", "1000", "'e1'", "FALSE")},
		{"冲正与被冲正的分录", "e4", another("REVERSE", "ALLOCATED", "TRUE", "1000", "'e2'", "FALSE")},
		{"冲正与被冲正的分录", "e4", strings.ReplaceAll(another("REVERSE", "ALLOCATED", "FALSE", "1000", "'e1'", "FALSE"), "'P16'", "'P18'")},
		{"一笔分录至多被冲正一次", "e1", another("REVERSE", "ALLOCATED", "FALSE", "1000", "'e1'", "FALSE")},
		{"被冲正的分录已生效", "e3", another("REVERSE", "ALLOCATED", "FALSE", "500", "'e3'", "FALSE")},
		{"复核人不是登记人", "e3", "INSERT INTO fund_decisions VALUES ('e3', TRUE, '', 'city_finance', 'acc-1', '市财政局', '2023-03-03 00:00:00+00:00')"},
		{"复核人不是登记人", "e1", "INSERT INTO fund_decisions VALUES ('e1', TRUE, '', 'city_finance', 'acc-2', '市财政局', '2023-03-03 00:00:00+00:00')"},
		{"结账以后没有登记过账期以内的分录", "e4", "INSERT INTO fund_periods SELECT batch_id, '2023-03-31', 'acc-9', '省财政厅', '2023-03-04 00:00:00+00:00' FROM fund_accounts; " +
			another("ALLOCATE", "ALLOCATED", "TRUE", "1", "NULL", "TRUE")},
		{"审计流水里有每笔分录的封印", "e1", ""},
		{"分录与其封印相符", "{id} 第 1 笔", ""},
		{"批准的规划与其摘要相符", "{id} 第 2 版", "INSERT INTO fund_plans SELECT application_id, 2, batch_id, '{}', digest, pack_version, findings, 'c', approved_city, approved_by, approved_at FROM fund_plans"},
	} {
		title := h.sql
		if title == "" {
			title = "as written past the store"
		}
		name := "the doctor finds " + h.complaint + ": " + strings.Join(append(strings.Fields(title), "", "", "", "", "")[:7], " ")
		out = append(out, scenario{name, func(t *testing.T, w *world) {
			a, _ := w.awardedOn(t)
			w.exec(t, strings.ReplaceAll(ledgerRows, "{hash}", "'"+strings.Repeat("a", 64)+"'"))
			complains := func() bool {
				found, err := w.Doctor(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				return slices.ContainsFunc(found, func(c store.Complaint) bool {
					return strings.HasPrefix(c.Invariant, h.complaint) && strings.Contains(c.String(), strings.ReplaceAll(h.row, "{id}", a.ID))
				})
			}
			if h.sql != "" && complains() {
				t.Fatalf("the doctor complains of %s before any harm", h.complaint)
			}
			w.exec(t, h.sql)
			if !complains() {
				t.Errorf("the doctor misses %q", h.sql)
			}
		}})
	}
	return out
}

// exec runs statements past the store.
func (w *world) exec(t *testing.T, statements string) {
	t.Helper()
	for statement := range strings.SplitSeq(statements, ";") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		if _, err := w.raw.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}
