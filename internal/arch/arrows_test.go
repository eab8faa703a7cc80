package arch

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// room is one package of the house (or, with "/...", a package and those below it) and the rooms its shipped files may import.
// What is not drawn is forbidden, a package without a room too.
type room struct {
	name string
	to   []string
}

// house is the plan of design.md §1. Every room may import internal/fault, the one error type; the rooms named "wiring" may
// import everything; a room may import what lies below its own name.
var house = []room{
	{"cmd/...", wiring},
	{"bench/...", wiring},
	{"api/...", []string{
		"workflow", "policy", "policy/access", "internal/proposal", "internal/review", "internal/funds", "internal/audit",
		"internal/money", "internal/identity", "internal/files", "internal/report", "internal/paper", "internal/typeset", "internal/dossier",
	}},
	{"workflow", []string{
		"policy", "internal/proposal", "internal/review", "internal/funds", "internal/audit", "internal/money", "internal/dossier",
	}},
	{"policy", []string{"internal/proposal", "internal/review", "internal/strictjson", "internal/money"}},
	{"policy/access", nil},
	{"internal/store/...", []string{
		"workflow", "policy", "internal/proposal", "internal/review", "internal/funds", "internal/audit", "internal/money",
		"internal/identity", "migrations",
	}},
	{"internal/store/storetest", wiring},
	{"internal/proposal", []string{"internal/money"}},
	{"internal/review", []string{"internal/strictjson", "internal/money"}},
	{"internal/strictjson", nil},
	{"internal/funds", []string{"internal/money"}},
	{"internal/paper", []string{"internal/report", "internal/review", "internal/money", "internal/proposal", "internal/typeset"}},
	{"internal/report", []string{"internal/review", "internal/money", "internal/proposal", "internal/typeset"}},
	{"internal/audit", nil},
	{"internal/dossier", []string{"internal/funds", "internal/proposal", "internal/review", "internal/audit", "internal/money", "internal/strictjson"}},
	{"internal/money", nil},
	{"internal/fault", nil},
	{"internal/identity", nil},
	{"internal/files", nil},
	{"internal/sample", nil},
	{"internal/typeset", nil},
	{"internal/office", nil},
	{"internal/demo", []string{
		"workflow", "policy", "internal/proposal", "internal/review", "internal/funds", "internal/audit", "internal/money", "internal/identity", "internal/files",
		"internal/sample", "internal/typeset",
	}},
	{"frontend", nil},
	{"migrations", nil},
}

// wiring is the right to import every room.
var wiring = []string{"cmd/...", "api/...", "workflow", "policy/...", "internal/...", "migrations", "frontend"}

// closed are rooms only some may enter, whatever their own list says; tests may enter every room.
var closed = map[string][]string{
	"internal/sample":          {"cmd/...", "bench/...", "internal/demo", "internal/store/storetest"},
	"internal/demo":            {"cmd/..."},
	"internal/typeset":         {"cmd/...", "api/...", "internal/demo", "internal/report", "internal/paper"},
	"internal/store/storetest": {},
	"internal/office":          {},
}

// roomOf is the narrowest room a package belongs to.
func roomOf(path string) (room, bool) {
	var found room
	for _, r := range house {
		if under(r.name, path) && len(r.name) > len(found.name) {
			found = r
		}
	}
	return found, found.name != ""
}

// whom lists packages for a sentence.
func whom(packages []string) string {
	if len(packages) == 0 {
		return "nobody"
	}
	return strings.Join(packages, ", ")
}

// arrow says in words what is wrong with one package importing another, "" when the arrow is drawn.
func arrow(from, to string) string {
	r, ok := roomOf(from)
	if !ok {
		return fmt.Sprintf("package %s is not in the plan of the house: draw it in design.md §1 and here", from)
	}
	if guests, shut := closed[to]; shut && anyUnder(guests, from) == "" {
		return fmt.Sprintf("%s imports %s, which is for %s and tests alone", from, to, whom(guests))
	}
	if to == "internal/fault" || strings.HasPrefix(to, strings.TrimSuffix(r.name, "/...")+"/") && strings.HasSuffix(r.name, "/...") {
		return ""
	}
	if anyUnder(r.to, to) == "" {
		return fmt.Sprintf("%s imports %s: no such arrow is drawn; %s may import %s", from, to, r.name,
			whom(append(slices.Clone(r.to), "internal/fault")))
	}
	return ""
}

func TestPackagesImportOnlyAlongTheArrows(t *testing.T) {
	for path, p := range load(t) {
		from := inside(path)
		if from == "" {
			continue
		}
		if _, ok := roomOf(from); !ok && len(p.Imports) > 0 {
			t.Error(arrow(from, ""))
			continue
		}
		for _, imported := range p.Imports {
			if to := inside(imported); to != "" {
				if wrong := arrow(from, to); wrong != "" {
					t.Error(wrong)
				}
			}
		}
	}
}

func TestArrowNamesWhatIsForbidden(t *testing.T) {
	tests := []struct {
		name, from, to string
		want           string // part of the sentence, "" when allowed
	}{
		{"the centre may read the rules", "workflow", "policy", ""},
		{"the rubric is data of the pack", "policy", "internal/review", ""},
		{"the rubric does not know the pack", "internal/review", "policy", "no such arrow"},
		{"the rules may not know the centre", "policy", "workflow", "policy imports workflow: no such arrow"},
		{"the store may not know the API", "internal/store", "api", "no such arrow"},
		{"the API may not reach past the centre", "api", "internal/store", "no such arrow"},
		{"the centre may not know who decides rights", "workflow", "policy/access", "no such arrow"},
		{"a command wires everything", "cmd/xianjie", "internal/store", ""},
		{"a command may show the samples", "cmd/xianjie/walk", "internal/sample", ""},
		{"the API may not serve the samples", "api", "internal/sample", "internal/sample, which is for"},
		{"nothing shipped enters the conformance suite", "cmd/xianjie", "internal/store/storetest", "which is for nobody and tests alone"},
		{"nothing shipped starts an office", "internal/report", "internal/office", "which is for nobody and tests alone"},
		{"the store may have rooms of its own", "internal/store", "internal/store/sqlite", ""},
		{"the rules and the rights stay apart", "policy", "policy/access", "no such arrow"},
		{"every room may speak of faults", "internal/audit", "internal/fault", ""},
		{"an undrawn package is refused", "internal/util", "internal/fault", "not in the plan"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := arrow(tt.from, tt.to)
			if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want it to say %q", got, tt.want)
			}
		})
	}
}
