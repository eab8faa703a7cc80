package workflow_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

func TestEveryRowHasWordsForPeople(t *testing.T) {
	for _, row := range workflow.Transitions() {
		for what, label := range map[string]string{"action": row.Action.Label(), "from": row.From.Label(), "to": row.To.Label(), "role": row.By.Label()} {
			if label == "" || strings.ContainsAny(label, "abcdefghijklmnopqrstuvwxyz_") {
				t.Errorf("%s %s: %s has no Chinese name: %q", row.From, row.Action, what, label)
			}
		}
	}
}

func TestNoTwoRowsShareStateAndAction(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range workflow.Transitions() {
		key := string(row.From) + " " + string(row.Action)
		if seen[key] {
			t.Errorf("two rows for %s", key)
		}
		seen[key] = true
	}
}

func TestEveryStateIsReachedAndOnlyEndsAreLeftByNothing(t *testing.T) {
	reached := map[workflow.State]bool{workflow.Draft: true}
	left := map[workflow.State]bool{}
	for _, row := range workflow.Transitions() {
		reached[row.To], left[row.From] = true, true
	}
	for _, state := range workflow.States() {
		if !reached[state] {
			t.Errorf("%s is never reached", state)
		}
		if left[state] == state.Ended() {
			t.Errorf("%s: ended %v but left %v", state, state.Ended(), left[state])
		}
	}
}

// The table and the policy must name the same people: whoever a row names may take the action in his own region and no
// other role of the table's may.
func TestTheTableAndTheAccessPolicyNameTheSameRoles(t *testing.T) {
	door, err := access.New()
	if err != nil {
		t.Fatal(err)
	}
	signers := map[workflow.Action][]workflow.Role{}
	for _, row := range workflow.Transitions() {
		for _, role := range row.Signers() {
			if !slices.Contains(signers[row.Action], role) {
				signers[row.Action] = append(signers[row.Action], role)
			}
		}
	}
	root := policy.Root().Code
	for action, want := range signers {
		for _, role := range workflow.Roles() {
			may := door.May(string(role), root, "370686", "application", string(action))
			if may != slices.Contains(want, role) {
				t.Errorf("%s by %s: policy says %v, table says %v", action, role, may, !may)
			}
		}
	}
}

func TestThePictureIsTheTable(t *testing.T) {
	const golden = "testdata/process.mmd"
	if *update {
		if err := os.WriteFile(golden, []byte(workflow.Picture()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != workflow.Picture() {
		t.Error("the process picture is out of date: run make generate and read the difference")
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), "```mermaid\n"+workflow.Picture()+"```") {
		t.Error("the picture in README.md is out of date: copy testdata/process.mmd into it")
	}
}
