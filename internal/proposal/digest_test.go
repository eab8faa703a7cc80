package proposal_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"xianjie/internal/proposal"
)

func TestDigestIsSHA256InHex(t *testing.T) {
	if got, want := proposal.Digest(nil), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestWhatNeedsANewResolution(t *testing.T) {
	tests := []struct {
		name   string
		oldNew []string
		want   string
	}{
		{"nothing", nil, ""},
		{"linkage of a level by one 分", []string{`"LINKAGE_CITY":1200`, `"LINKAGE_CITY":1200.000001`}, "资金"},
		{"social capital", []string{`"social":900`, `"social":901`}, "资金"},
		{"an integrated item's amount", []string{`"amount":1480,"status"`, `"amount":1481,"status"`}, "资金"},
		{"an integrated item's department", []string{`"department":"水利局"`, `"department":"水务局"`}, "资金"},
		{"money moved between sources of a project", []string{`"LINKAGE_CITY","amount":1200`, `"LINKAGE_COUNTY","amount":1200`}, "资金"},
		{"a project's total", []string{`"totalInvestment":2885`, `"totalInvestment":2886`}, "资金"},
		{"a village's code", []string{`"code":"370686901202"`, `"code":"370686901203"`}, "范围"},
		{"a village's town", []string{`"townCode":"370686901"`, `"townCode":"370686902"`}, "范围"},
		{"a project's content", []string{`980亩`, `970亩`}, "项目"},
		{"a project's village", []string{`"villageCodes":[]`, `"villageCodes":["370686901201"]`}, "项目"},
		{"a project's term", []string{`"endDate":"2023-12-31"`, `"endDate":"2024-01-31"`}, "项目"},
		{"a project's way of working", []string{`"implementationMode":"WORK_RELIEF"`, `"implementationMode":"DIRECT"`}, "项目"},
		{"a project renumbered", []string{`"id":"P02"`, `"id":"P03"`}, "资金、项目"},
		{"a village's population is none of them", []string{`"population":1526`, `"population":1527`}, ""},
		{"whether integrated money has come is none of them", []string{`"status":"COMMITTED"`, `"status":"IN_PLACE"`}, ""},
		{"who carries a project out is none of them", []string{`"implementer":"云溪镇"`, `"implementer":"云溪镇政府"`}, ""},
		{"a target is none of them", []string{`"value":"≥95%"`, `"value":"≥90%"`}, ""},
		{"a paper is none of them", []string{`栖政呈〔2022〕1号`, `栖政呈〔2022〕2号`}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			old, new := decoded(t), decoded(t, tt.oldNew...)
			before := proposal.Canonical(old)
			if got := strings.Join(proposal.CoreChange(old, new), "、"); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
			if same := proposal.CoreDigest(old) == proposal.CoreDigest(new); same != (tt.want == "") {
				t.Errorf("digests equal: %v", same)
			}
			if !bytes.Equal(proposal.Canonical(old), before) {
				t.Error("comparing put the document in another order")
			}
		})
	}
}

func TestAProjectRemovedChangesTheCoreAndNothingElse(t *testing.T) {
	old, new := decoded(t), decoded(t)
	new.Projects = new.Projects[:1]
	if got := proposal.CoreChange(old, new); !slices.Equal(got, []string{"资金", "项目"}) {
		t.Error(got)
	}
	if len(old.Projects) != 2 || old.Projects[0].ID != "P01" {
		t.Error("the compared documents were touched")
	}
}
