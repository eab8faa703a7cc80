package proposal_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

func bodies(rows []proposal.ProjectRow) [][]byte {
	out := make([][]byte, len(rows))
	for i, row := range rows {
		out[i] = row.Body
	}
	return out
}

func TestSplitAndAssembleGiveTheSameDocument(t *testing.T) {
	documents := map[string][]byte{"small": []byte(small), "a text that looks like a key": []byte(edited(t, `"现代农业产业园"`, `",\"combinedWith\":[],","combinedWith"`, "云溪推进区", `},\"combinedWith\":`))}
	for _, id := range sample.IDs() {
		documents[id] = sample.Application(id)
	}
	for name, data := range documents {
		t.Run(name, func(t *testing.T) {
			p, _, err := proposal.Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			sections, rows := proposal.Split(p)
			want := proposal.Canonical(p)
			if got := proposal.AssembleJSON(p.Head(), sections, bodies(rows), p.Attachments, p.Submission); !bytes.Equal(got, want) {
				t.Errorf("assembled\n%s\nwant\n%s", got, want)
			}
			back, err := proposal.Assemble(p.Head(), sections, bodies(rows), p.Attachments, p.Submission)
			if err != nil || !bytes.Equal(proposal.Canonical(back), want) {
				t.Errorf("assembled document differs, error %v", err)
			}
			for section, body := range sections {
				if again, err := proposal.DecodeSection(section, body); err != nil || !bytes.Equal(again, body) {
					t.Errorf("%s: %s, %v; want %s", section, again, err, body)
				}
			}
			for i, row := range rows {
				project, again, err := proposal.DecodeProject(row.Body)
				if err != nil || project.ID != row.ID || !bytes.Equal(again, row.Body) || row.ID != p.Projects[i].ID {
					t.Errorf("project %s: %s, %v; want %s", row.ID, again, err, row.Body)
				}
			}
		})
	}
}

func TestSectionBodies(t *testing.T) {
	sections, rows := proposal.Split(proposal.Blank(proposal.Head{}))
	if len(rows) != 0 {
		t.Errorf("a blank draft has projects: %v", rows)
	}
	want := map[proposal.SectionName]string{
		"zone":       `{"name":"","contiguous":false,"areaKm2":0,"combinedWith":[]}`,
		"villages":   `[]`,
		"industries": `[]`,
		"fundPlan":   `{"linkage":{"LINKAGE_PROV_UP":0,"LINKAGE_CITY":0,"LINKAGE_COUNTY":0},"integrated":[],"cooperation":0,"social":0,"selfRaised":0,"other":0}`,
		"plan":       `{"title":"","startDate":"","endDate":""}`,
		"mechanism": `{"mechanism":{"principalLeadersStudied":false,"studyDate":"","leadLeaderPost":"","leadDepartments":[],"coordinationMechanism":false,"workTeam":false,"workTeamDocNo":""},` +
			`"landGuarantee":{"committed":false,"quotaMu":0},"publicConsultation":{"villagesConsulted":0,"meetings":0,"summary":""}}`,
		"papers": `{"resolution":null,"officialLetter":{"issuer":"","docNo":"","date":"","addressees":[]}}`,
	}
	for _, name := range proposal.Sections() {
		if diff := cmp.Diff(want[name], string(sections[name])); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
		empty := "{}"
		if strings.HasPrefix(want[name], "[") {
			empty = "[]"
		}
		if body, err := proposal.DecodeSection(name, []byte(empty)); err != nil || string(body) != want[name] {
			t.Errorf("%s from %s: %s, %v", name, empty, body, err)
		}
	}
	if len(sections) != len(want) {
		t.Errorf("%d sections, want %d", len(sections), len(want))
	}
}

func TestADraftWithoutAnySectionIsTheBlankOne(t *testing.T) {
	head := proposal.Head{ApplicationID: "a", BatchCode: "b", Channel: proposal.KeyCounty, County: proposal.Place{Code: "370686", Name: "栖霞市"}}
	got := proposal.AssembleJSON(head, nil, nil, nil, proposal.Submission{})
	if want := proposal.Canonical(proposal.Blank(head)); !bytes.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if p, err := proposal.Assemble(head, nil, nil, nil, proposal.Submission{}); err != nil || p.Projects == nil || p.Head() != head {
		t.Errorf("%v %v", p, err)
	}
}

func TestASectionIsReadAsStrictlyAsADocument(t *testing.T) {
	tests := []struct {
		name    string
		section proposal.SectionName
		body    string
		code    fault.Code
		pointer string
		says    string
	}{
		{"an unknown section", "scores", `{}`, fault.NotFound, "", ""},
		{"projects are rows, not a section", proposal.SectionProjects, `[]`, fault.NotFound, "", ""},
		{"a key of another section", proposal.SectionZone, `{"villages":[]}`, fault.Invalid, "/villages", "没有“villages”"},
		{"a village in a wrong place of a list", proposal.SectionVillages, `[{},{"type":"X"}]`, fault.Invalid, "/1/type", "第 2 个村的 type(村庄类型)"},
		{"one item number twice", proposal.SectionFundPlan, `{"integrated":[{"id":"A"},{"id":"A"}]}`, fault.Invalid, "/integrated/1/id", "编号同为 A"},
		{"trailing text", proposal.SectionPlan, `{} {}`, fault.Malformed, "", "多余内容"},
		{"null", proposal.SectionPlan, `null`, fault.Invalid, "", "不能填 null"},
		{"empty", proposal.SectionVillages, ``, fault.Malformed, "", "内容是空的"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			body, err := proposal.DecodeSection(tt.section, []byte(tt.body))
			places := placesOf(err)
			if fault.CodeOf(err) != tt.code || body != nil {
				t.Fatalf("%s, %v", body, err)
			}
			if tt.says != "" && (len(places) != 1 || places[0].Location != tt.pointer || !strings.Contains(places[0].Message, tt.says)) {
				t.Errorf("places %v, want %s …%s…", places, tt.pointer, tt.says)
			}
		})
	}
}

func TestAProjectNeedsItsNumberOnly(t *testing.T) {
	project, body, err := proposal.DecodeProject([]byte(`{"id":"P-1_x"}`))
	if err != nil || project.ID != "P-1_x" || project.Funds == nil || !bytes.Contains(body, []byte(`"funds":[],"totalInvestment":0}`)) {
		t.Errorf("%v, %s, %v", project, body, err)
	}
	for _, bad := range []string{`{}`, `{"id":""}`, `{"id":"a b"}`, `{"id":"` + strings.Repeat("a", 33) + `"}`, `{"id":"项目"}`, `{"id":"a/b"}`} {
		if _, _, err := proposal.DecodeProject([]byte(bad)); fault.CodeOf(err) != fault.Invalid || placesOf(err)[0].Location != "/id" {
			t.Errorf("%s: %v %v", bad, err, placesOf(err))
		}
	}
}

func TestSpoiltBodiesAreAnInternalFault(t *testing.T) {
	good, rows := proposal.Split(decoded(t))
	for _, section := range proposal.Sections() {
		for _, spoilt := range []string{"{", "}", `{"x":1}`, `["`, "null"} {
			sections := map[proposal.SectionName][]byte{}
			for name, body := range good {
				sections[name] = slices.Clone(body)
			}
			sections[section] = []byte(spoilt)
			if p, err := proposal.Assemble(proposal.Head{}, sections, bodies(rows), nil, proposal.Submission{}); fault.CodeOf(err) != fault.Internal || p != nil {
				t.Errorf("%s as %s: %v", section, spoilt, err)
			}
		}
	}
}
