package access

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func door(t testing.TB) *Door {
	t.Helper()
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// pairs holds, for each relation, grants and regions that stand so: every level, and malformed codes.
func pairs() map[string][][2]string {
	return map[string][][2]string{
		"own":   {{"370000", "370000"}, {"370600", "370600"}, {"370686", "370686"}},
		"below": {{"370000", "370600"}, {"370000", "370686"}, {"370600", "370686"}},
		"above": {{"370600", "370000"}, {"370686", "370000"}, {"370686", "370600"}},
		"other": {
			{"370600", "370700"}, {"370686", "370687"}, {"370686", "370786"}, {"370600", "370786"}, {"370000", "410000"}, {"370000", "410686"},
			{"", ""}, {"", "370000"}, {"370000", ""}, {"37", "3706"}, {"370000", "37068x"}, {"3700001", "3700001"}, {"000000", "370000"}, {"000000", "000000"},
			{"370086", "370086"}, {"370000", "370086"}, {"370000", "37068６"},
		},
	}
}

func TestEveryCellOfTheMatrixIsAsWritten(t *testing.T) {
	text, err := os.ReadFile("testdata/matrix.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readRows(string(text), 4)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{} // role object action relation
	d := door(t)
	for _, row := range rows {
		if !d.Knows(row[1], row[2]) {
			t.Errorf("matrix.csv names %s %s, the policy does not", row[1], row[2])
		}
		if _, ok := d.role(row[0]); !ok {
			t.Errorf("matrix.csv names the role %s, roles.csv does not", row[0])
		}
		for _, relation := range strings.Fields(row[3]) {
			want[strings.Join([]string{row[0], row[1], row[2], relation}, " ")] = true
		}
	}
	cells := 0
	for _, role := range d.Roles() {
		for _, o := range d.operations {
			for relation, codes := range pairs() {
				cells++
				key := strings.Join([]string{role.ID, o.object, o.action, relation}, " ")
				for _, c := range codes {
					if got := d.May(role.ID, c[0], c[1], o.object, o.action); got != want[key] {
						t.Errorf("%s (grant %q, region %q): got %v, want %v", key, c[0], c[1], got, want[key])
					}
				}
			}
		}
	}
	if cells != 19*len(d.operations)*4 {
		t.Errorf("tried %d cells of 19 roles", cells)
	}
}

func TestTheTableEqualsPlainCasbinForEveryCell(t *testing.T) {
	d := door(t)
	e, err := newEnforcer(modelText, policyText)
	if err != nil {
		t.Fatal(err)
	}
	for _, role := range append(d.Roles(), Role{ID: "nobody"}, Role{ID: ""}) {
		for _, o := range append(slices.Clone(d.operations), operation{object: "application", action: "publish"}, operation{object: "", action: ""}) {
			for _, codes := range pairs() {
				// The first three stand for a province, a city and a county; the malformed ones are tried at random below.
				for _, c := range codes[:3] {
					agree(t, d, e, role.ID, c[0], c[1], o)
				}
			}
		}
	}
}

func TestTheTableEqualsPlainCasbinForAnyCodes(t *testing.T) {
	d := door(t)
	e, err := newEnforcer(modelText, policyText)
	if err != nil {
		t.Fatal(err)
	}
	code := rapid.OneOf(rapid.StringMatching(`37(00|06|07)(00|86)`), rapid.StringMatching(`[0-9]{0,7}`), rapid.String())
	rapid.Check(t, func(r *rapid.T) {
		role := rapid.SampledFrom(d.roles).Draw(r, "role").ID
		o := rapid.SampledFrom(d.operations).Draw(r, "operation")
		agree(r, d, e, role, code.Draw(r, "grant"), code.Draw(r, "region"), o)
	})
}

type failer interface{ Errorf(string, ...any) }

func agree(t failer, d *Door, e enforcer, role, grant, region string, o operation) {
	want, err := e.ask(role, grant, region, o.object, o.action)
	if err != nil {
		t.Errorf("casbin: %v", err)
		return
	}
	if got := d.May(role, grant, region, o.object, o.action); got != want {
		t.Errorf("%s granted %q, %s %s in %q: table says %v, casbin %v", role, grant, o.object, o.action, region, got, want)
	}
}

func TestMatrixListsExactlyWhatMayBeDone(t *testing.T) {
	d := door(t)
	listed := map[operation]Right{}
	for _, r := range d.Matrix() {
		listed[operation{r.Role, r.Object, r.Action}] = r
		if r.Title == "" || r.Title == r.Role {
			t.Errorf("%s has no title", r.Role)
		}
	}
	for _, role := range d.Roles() {
		for _, o := range d.operations {
			r := listed[operation{role.ID, o.object, o.action}]
			for relation, shown := range map[string]bool{"own": r.Own, "below": r.Below, "above": r.Above, "other": r.Other} {
				c := pairs()[relation][0]
				if d.May(role.ID, c[0], c[1], o.object, o.action) != shown {
					t.Errorf("%s %s %s %s: the matrix shows %v", role.ID, o.object, o.action, relation, shown)
				}
			}
		}
	}
}

func BenchmarkMay(b *testing.B) {
	d := door(b)
	for b.Loop() {
		d.May("prov_finance", "370000", "370686", Application, "disqualify")
	}
}

func BenchmarkPlainCasbin(b *testing.B) {
	e, err := newEnforcer(modelText, policyText)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if ok, err := e.ask("prov_finance", "370000", "370686", Application, "disqualify"); !ok || err != nil {
			b.Fatal(ok, err)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		door(b)
	}
}
