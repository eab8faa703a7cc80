package proposal_test

import (
	_ "embed"
	"errors"
	"strings"
	"testing"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// small is one complete document with every key filled in.
//
//go:embed testdata/small.json
var small string

// edited is small with each old text, which must occur, replaced once by the new one.
func edited(t testing.TB, oldNew ...string) string {
	t.Helper()
	out := small
	for i := 0; i < len(oldNew); i += 2 {
		if !strings.Contains(out, oldNew[i]) {
			t.Fatalf("the document does not contain %q", oldNew[i])
		}
		out = strings.Replace(out, oldNew[i], oldNew[i+1], 1)
	}
	return out
}

func decoded(t testing.TB, oldNew ...string) *proposal.Proposal {
	t.Helper()
	p, gaps, err := proposal.Decode([]byte(edited(t, oldNew...)))
	if err != nil || gaps != nil {
		t.Fatalf("gaps %v, error %v %v", gaps, err, placesOf(err))
	}
	return p
}

func placesOf(err error) []fault.Place {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Places
	}
	return nil
}
