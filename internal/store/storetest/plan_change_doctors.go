package storetest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"xianjie/internal/store"
	"xianjie/workflow"
)

// planDoctors harm an account with an approved change past the store; the doctor must say so.
func planDoctors() []scenario {
	out := []scenario{}
	for _, h := range []harm{
		{"", "", ""},
		{"资金账的条目和分项目规划数", "P18", "UPDATE fund_shares SET planned = planned + 1 WHERE project = 'P18' AND line = 'LINKAGE_CITY'"},
		{"资金账的条目和分项目规划数", "LINKAGE_CITY", "UPDATE fund_lines SET ceiling = ceiling + 1 WHERE line = 'LINKAGE_CITY'"},
		{"资金账的条目和分项目规划数", "INTEGRATED/INT01", "UPDATE fund_lines SET department = 'x' WHERE line = 'INTEGRATED/INT01'"},
		{"资金账的条目和分项目规划数", "OTHER", "INSERT INTO fund_lines SELECT application_id, 'OTHER', batch_id, 99, 'OTHER', '', '', '', committed, 1, 0 FROM fund_lines WHERE line = 'SOCIAL'"},
		{"资金账的条目和分项目规划数", "缺 SOCIAL P02", "DELETE FROM fund_shares WHERE project = 'P02' AND line = 'SOCIAL'"},
		{"资金账的条目和分项目规划数", "P18", "UPDATE fund_accounts SET plan_version = 1; UPDATE fund_shares SET planned = 0 WHERE project = 'P18'"},
		{"批准的规划第 1 版出自立项", "第 3 版", "INSERT INTO fund_plans SELECT application_id, 3, batch_id, body, digest, pack_version, findings, 'nothing', approved_city, approved_by, approved_at FROM fund_plans WHERE version = 1"},
		{"批准的规划第 1 版出自立项", "第 2 版", "UPDATE plan_changes SET state = 'REJECTED'"},
		{"批准的规划第 1 版出自立项", "第 2 版", "UPDATE plan_changes SET city_reasons = '[{}]'"},
		{"批准的变更成为一版", "c2", "INSERT INTO plan_changes SELECT 'c2', application_id, batch_id, 2, state, base, reason, kinds, body, digest, differences, city_reasons, findings, pack_version, version FROM plan_changes"},
		{"变更的状态就是最后一步所到", "c1", "UPDATE plan_changes SET state = 'WITHDRAWN'"},
		{"变更的状态就是最后一步所到", "c1", "INSERT INTO plan_change_steps SELECT change_id, 3, action, 'SIGNED', to_state, role, 'acc-9', name, opinion, happened_at FROM plan_change_steps WHERE number = 2"},
		{"须市级同意的变更经市级批准", "c1", "UPDATE plan_changes SET city_reasons = '[{}]'"},
		{"已提交的月报", "2023-01", "INSERT INTO monthly_reports SELECT application_id, '2023-01', batch_id, 1, '2023-02-01 00:00:00+00:00', 'acc-9', '县', '', '2023-02-01 00:00:00+00:00' FROM fund_accounts"},
		{"变更后的规划与其摘要", "c2", "INSERT INTO plan_changes SELECT 'c2', application_id, batch_id, 2, 'REJECTED', base, reason, kinds, '{}', digest, differences, city_reasons, findings, pack_version, version FROM plan_changes"},
	} {
		name := "the doctor finds " + h.complaint + ": " + strings.Join(append(strings.Fields(h.sql), "", "", "", "", "")[:5], " ")
		if h.complaint == "" {
			name = "the doctor is silent on an approved change"
		}
		out = append(out, scenario{name, func(t *testing.T, w *world) {
			w.changed(t)
			w.exec(t, h.sql)
			found, err := w.Doctor(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			about := func(c string) bool { return strings.Contains(c, "规划") || strings.Contains(c, "变更") }
			hit := slices.ContainsFunc(found, func(c store.Complaint) bool {
				return h.complaint != "" && strings.HasPrefix(c.Invariant, h.complaint) && strings.Contains(c.String(), h.row) ||
					h.complaint == "" && about(c.Invariant)
			})
			if hit != (h.complaint != "") {
				t.Errorf("%q: %v", h.sql, found)
			}
		}})
	}
	return out
}

// changed approves one change of an account.
func (w *world) changed(t *testing.T) {
	t.Helper()
	a, doc := w.awardedOn(t)
	next := *doc
	next.Projects = slices.Clone(doc.Projects)
	for i := range next.Projects {
		next.Projects[i].Funds = slices.Clone(next.Projects[i].Funds)
	}
	moved := &next.Projects[0].Funds[0]
	moved.Amount, next.Projects[1].Funds[0].Amount = moved.Amount-100, next.Projects[1].Funds[0].Amount+100
	c := w.proposed(t, a, "c1", &next)
	lines, shares := workflow.FundLines(&next, 200000000)
	w.in(t, func(tx workflow.Tx) error {
		if err := tx.InsertChangeStep("c1", 2, changeStep(workflow.SignChangeAction, workflow.ChangeProposed, workflow.ChangeApproved, "acc-2")); err != nil {
			return err
		}
		c.State = workflow.ChangeApproved
		if err := tx.SavePlanChange(&c); err != nil {
			return err
		}
		if err := tx.LayFundPlan(planOf(a, 2, &next, "c1"), lines, shares, map[string]bool{}); err != nil {
			return err
		}
		account, err := tx.LockFundAccount(a.ID)
		if err != nil {
			return err
		}
		account.PlanVersion = 2
		return tx.SaveFundAccount(&account)
	})
}
