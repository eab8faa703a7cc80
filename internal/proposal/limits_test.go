package proposal_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// withProjects is small with n projects.
func withProjects(t testing.TB, n int) []byte {
	t.Helper()
	from, to := strings.Index(small, `{"id":"P01"`), strings.Index(small, `{"id":"P02"`)
	one := strings.TrimRight(small[from:to], ",\n")
	var b strings.Builder
	b.WriteString(small[:from])
	for i := range n {
		b.WriteString(strings.Replace(one, "P01", fmt.Sprintf("N%05d", i), 1) + ",")
	}
	return []byte(b.String() + small[to:])
}

// allocated is how many bytes do takes from the heap.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestManyProjectsAreReadInBoundedMemory(t *testing.T) {
	data := withProjects(t, 9_998)
	var p *proposal.Proposal
	var err error
	used := allocated(func() { p, _, err = proposal.Decode(data) })
	if err != nil || len(p.Projects) != 9_999 {
		t.Fatal(err, placesOf(err))
	}
	if used > 8*uint64(len(data)) {
		t.Errorf("%d bytes allocated for a document of %d", used, len(data))
	}
	if again, _, err := proposal.Decode(proposal.Canonical(p)); err != nil || proposal.CoreDigest(again) != proposal.CoreDigest(p) {
		t.Error("the large document is not the same after its canonical form", err)
	}
}

func TestListsEnd(t *testing.T) {
	fund := `{"source":"SOCIAL","amount":900}`
	for _, tt := range []struct {
		name     string
		document []byte
		pointer  string
		limit    string
	}{
		{"projects", withProjects(t, 10_000), "/projects", "超过 10000 行"},
		{"villages", []byte(edited(t, `"villages":[`, `"villages":[`+strings.Repeat(`{},`, 10_000))), "/zone/villages", "超过 10000 行"},
		{"texts", []byte(edited(t, `"现代农业产业园"`, `""`+strings.Repeat(`,""`, 1_000))), "/zone/combinedWith", "超过 1000 行"},
		{"sources of one project", []byte(edited(t, fund, fund+strings.Repeat(","+fund, 64))), "/projects/0/funds", "超过 64 行"},
	} {
		_, _, err := proposal.Decode(tt.document)
		places := placesOf(err)
		if fault.CodeOf(err) != fault.Invalid || len(places) != 1 || places[0].Location != tt.pointer || !strings.Contains(places[0].Message, tt.limit) {
			t.Errorf("%s: %v %v", tt.name, err, places)
		}
	}
}

func TestAHostileDocumentGetsAShortAnswer(t *testing.T) {
	keys := strings.Builder{}
	for i := range 50_000 {
		fmt.Fprintf(&keys, `"k%d":0,`, i)
	}
	data := []byte(edited(t, `"zone":{`, `"zone":{`+keys.String()))
	var err error
	used := allocated(func() { _, _, err = proposal.Decode(data) })
	places := placesOf(err)
	if len(places) != 201 || places[200].Message != "另有 49800 处同类情况,未逐一列出" {
		t.Errorf("%d places, last %v", len(places), places[len(places)-1])
	}
	if used > 8*uint64(len(data)) {
		t.Errorf("%d bytes allocated to refuse a document of %d", used, len(data))
	}

	_, _, err = proposal.Decode([]byte(edited(t, `"现代农业产业园"`, `0`+strings.Repeat(`,0`, 999))))
	if places := placesOf(err); len(places) != 201 || places[200].Message != "另有 800 处同类情况,未逐一列出" {
		t.Errorf("%d places, last %v", len(places), places[len(places)-1])
	}

	_, gaps, err := proposal.DecodeDraft([]byte(edited(t, `"villages":[`, `"villages":[`+strings.Repeat(`{},`, 1_000))))
	if err != nil || len(gaps) != 201 || gaps[200].Message != "另有 11800 处同类情况,未逐一列出" {
		t.Errorf("%v; %d gaps, last %v", err, len(gaps), gaps[len(gaps)-1])
	}
}

func TestALongTextIsClippedInMessages(t *testing.T) {
	_, _, err := proposal.Decode([]byte(edited(t, `"CITY_SELECTED"`, `"`+strings.Repeat("县", 10_000)+`"`)))
	if places := placesOf(err); len(places) != 1 || len([]rune(places[0].Message)) > 150 {
		t.Errorf("%v", places)
	}
}
