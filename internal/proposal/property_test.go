package proposal_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"xianjie/internal/proposal"
)

func TestDecodeUndoesCanonical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyProposal().Draw(t, "document")
		body := proposal.Canonical(p)
		back, gaps, err := proposal.Decode(body)
		if err != nil || gaps != nil {
			t.Fatalf("%v %v, gaps %v in\n%s", err, placesOf(err), gaps, body)
		}
		if diff := cmp.Diff(p, back, dates); diff != "" {
			t.Fatal(diff)
		}
		if changes := proposal.Diff(p, back); changes != nil {
			t.Fatalf("equal documents differ:\n%s", lines(changes))
		}
	})
}

func TestAssembledBytesAreTheCanonicalOnes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyProposal().Draw(t, "document")
		sections, projects := proposal.Split(p)
		if got, want := proposal.AssembleJSON(p.Head(), sections, bodies(projects), p.Attachments, p.Submission), proposal.Canonical(p); !bytes.Equal(got, want) {
			t.Fatalf("%s\nwant\n%s", got, want)
		}
	})
}

// Two documents differ in a word for people exactly when they differ in content; order is the only thing that may differ unseen.
func TestADifferenceIsNeverMissed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyProposal().Draw(t, "old"), anyProposal().Draw(t, "new")
		changes := proposal.Diff(a, b)
		if bytes.Equal(proposal.Canonical(a), proposal.Canonical(b)) != (changes == nil) {
			t.Fatalf("changes: %s", lines(changes))
		}
		for _, c := range changes {
			if c.Section == "" || c.Pointer == "" || c.Kind == "" || c.String() == "" || (c.Field == "" && c.Row == "" && c.RowLabel == "") {
				t.Fatalf("a change says too little: %+v", c)
			}
		}
		if core := proposal.CoreChange(a, b); (core == nil) != (proposal.CoreDigest(a) == proposal.CoreDigest(b)) {
			t.Fatalf("core change %v", core)
		}
	})
}
