package workflow_test

import (
	"slices"
	"strings"
	"testing"

	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

// The table of a change and the policy must name the same people.
func TestTheTableOfAChangeAndTheAccessPolicyNameTheSameRoles(t *testing.T) {
	door, err := access.New()
	must(t, err)
	by := map[workflow.ChangeAction][]workflow.Role{}
	for _, row := range workflow.ChangeTransitions() {
		by[row.Action] = append(by[row.Action], row.By)
	}
	for action, want := range by {
		for _, role := range workflow.Roles() {
			if may := door.May(string(role), policy.Root().Code, "370686", access.PlanChange, string(action)); may != slices.Contains(want, role) {
				t.Errorf("%s by %s: policy says %v, table says %v", action, role, may, !may)
			}
		}
	}
}

func TestEveryRowOfAChangeHasWordsAndLeadsSomewhere(t *testing.T) {
	left, seen := map[workflow.ChangeState]bool{}, map[string]bool{}
	for _, row := range workflow.ChangeTransitions() {
		left[row.From] = true
		for _, label := range []string{row.Action.Label(), row.To.Label(), row.By.Label()} {
			if label == "" || strings.ContainsAny(label, "abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
				t.Errorf("%s %s has no Chinese name: %q", row.From, row.Action, label)
			}
		}
		if key := string(row.From) + " " + string(row.Action); seen[key] {
			t.Errorf("two rows for %s", key)
		} else {
			seen[key] = true
		}
	}
	for _, row := range workflow.ChangeTransitions() {
		for _, to := range []workflow.ChangeState{row.To, row.ToCity} {
			if to != "" && to.Open() != left[to] {
				t.Errorf("%s: open %v, left %v", to, to.Open(), left[to])
			}
		}
		agrees := row.To == workflow.ChangeApproved
		if agrees && (!row.Judge || !row.Apart) {
			t.Errorf("%s by %s agrees without judging or to its own", row.Action, row.By)
		}
	}
}
