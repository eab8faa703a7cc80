package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

// theSample is a sample application.
func theSample(t testing.TB, id string) *proposal.Proposal {
	t.Helper()
	doc, _, err := proposal.Decode(sample.Application(id))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func projectBook(t testing.TB, doc *proposal.Proposal) []byte {
	t.Helper()
	on, err := proposal.ParseDate("2022-12-05")
	if err != nil {
		t.Fatal(err)
	}
	data, err := ProjectBook(ProjectTable{Doc: doc, No: "370686-01", On: on}, doc.Projects)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// emptied is a document without its projects, so that nothing can be kept from the draft.
func emptied(doc *proposal.Proposal) *proposal.Proposal {
	out := *doc
	out.Projects = []proposal.Project{}
	return &out
}

func TestEverySampleComesBackAsItWent(t *testing.T) {
	for _, id := range sample.IDs() {
		doc := theSample(t, id)
		data := projectBook(t, doc)
		for name, base := range map[string]*proposal.Proposal{"over itself": doc, "into an empty draft": emptied(doc)} {
			read, err := ReadProjects(data, base)
			if diff := cmp.Diff(doc.Projects, read.Projects, cmpopts.EquateComparable(proposal.Date{})); err != nil || diff != "" {
				t.Errorf("%s %s: %v\n%s", id, name, err, diff)
			}
			if len(read.Notes) > 0 {
				t.Errorf("%s %s: %v", id, name, read.Notes)
			}
		}
	}
}
