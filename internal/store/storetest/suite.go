package storetest

import "testing"

// scenario is one sentence about the store and the code that tries to break it.
type scenario struct {
	sentence string
	body     func(t *testing.T, w *world)
}

// Run is the conformance suite: everything the centre's ports promise, on one database. fresh makes an empty, migrated one.
func Run(t *testing.T, fresh func(testing.TB) string) {
	t.Helper()
	for _, group := range []struct {
		name      string
		scenarios []scenario
	}{
		{"transaction", transactionScenarios()},
		{"application", applicationScenarios()},
		{"list", listScenarios()},
		{"face", faceScenarios()},
		{"draft", draftScenarios()},
		{"quota", quotaScenarios()},
		{"desk", deskScenarios()},
		{"batch", batchScenarios()},
		{"file", fileScenarios()},
		{"review", reviewScenarios()},
		{"defence", defenceScenarios()},
		{"site check", siteScenarios()},
		{"notice", noticeScenarios()},
		{"plan change", append(planChangeScenarios(), planDoctors()...)},
		{"fund ledger", append(fundAppendOnly(), fundDoctors()...)},
		{"append-only", appendOnlyScenarios()},
		{"audit", auditScenarios()},
		{"receipt", receiptScenarios()},
		{"identity", identityScenarios()},
		{"doctor", doctorScenarios()},
	} {
		t.Run(group.name, func(t *testing.T) {
			t.Parallel()
			for _, s := range group.scenarios {
				t.Run(s.sentence, func(t *testing.T) { s.body(t, newWorld(t, fresh)) })
			}
		})
	}
}
