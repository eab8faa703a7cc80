package arch

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// pure are the packages that decide: their sources read no clock, no file, no network, and know no library of the outside.
var pure = []string{
	"workflow", "policy", "internal/proposal", "internal/review", "internal/funds", "internal/audit", "internal/money",
	"internal/fault", "internal/dossier",
}

// doors names, for a library, the only packages that may import it, tests included. bench holds the bare rivals we are measured
// against and stands outside.
var doors = []struct {
	library string
	by      []string
}{
	{"gorm.io/...", []string{"internal/store/..."}},
	{"github.com/jackc/pgx/v5/...", []string{"internal/store/..."}},
	{"modernc.org/sqlite/...", []string{"internal/store/..."}},
	{"github.com/pressly/goose/v3/...", []string{"internal/store/..."}},
	{"github.com/casbin/casbin/v2/...", []string{"policy/access"}},
	{"github.com/labstack/echo/v4/...", []string{"api/..."}},
	{"github.com/labstack/echo/v5/...", nil},
	{"github.com/labstack/echo-contrib/...", []string{"api/..."}},
	{"github.com/danielgtaylor/huma/v2/...", []string{"api/..."}},
	{"github.com/alecthomas/kong/...", []string{"cmd/..."}},
	{"github.com/xuri/excelize/v2/...", []string{"internal/report", "internal/office"}},
	{"github.com/signintech/gopdf/...", []string{"internal/paper"}},
}

// unreachable may not be needed by a pure package, not even by way of another.
var unreachable = []string{
	"github.com/labstack/...", "github.com/danielgtaylor/huma/v2/...", "gorm.io/...", "github.com/casbin/...",
	"net/http", "database/sql",
}

// unasked may not be imported by a pure package itself: its business is elsewhere.
var unasked = []string{"os/...", "io/ioutil", "log/...", "net/...", "reflect", "unsafe", "flag", "runtime/..."}

// shut says in words that a package may not import a library, "" when it may.
func shut(from, library string) string {
	if under("bench/...", from) {
		return ""
	}
	for _, d := range doors {
		if under(d.library, library) && anyUnder(d.by, from) == "" {
			return fmt.Sprintf("%s imports %s, which is for %s alone", from, library, whom(d.by))
		}
	}
	if slices.Contains(pure, from) {
		if name := anyUnder(append(slices.Clone(unreachable), unasked...), library); name != "" {
			return fmt.Sprintf("%s is pure and may not import %s (%s)", from, library, name)
		}
	}
	return ""
}

// way is the shortest chain of imports from one package to a library under one of the names, nil when there is none.
func way(all map[string]pkg, from string, names []string) []string {
	queue, seen := [][]string{{from}}, map[string]bool{from: true}
	for ; len(queue) > 0; queue = queue[1:] {
		chain := queue[0]
		at := chain[len(chain)-1]
		if anyUnder(names, at) != "" {
			return chain
		}
		for _, next := range all[at].Imports {
			if !seen[next] {
				seen[next] = true
				queue = append(queue, append(slices.Clone(chain), next))
			}
		}
	}
	return nil
}

func TestLibrariesComeInByTheirDoors(t *testing.T) {
	for path, p := range load(t) {
		from := inside(path)
		if from == "" {
			continue
		}
		for _, library := range p.Imports {
			if wrong := shut(from, library); wrong != "" {
				t.Error(wrong)
			}
		}
		for _, library := range slices.Concat(p.TestImports, p.XTestImports) {
			for _, d := range doors {
				if under(d.library, library) && anyUnder(d.by, from) == "" && !under("bench/...", from) {
					t.Errorf("a test of %s imports %s, which is for %s alone", from, library, whom(d.by))
				}
			}
		}
	}
}

func TestPurePackagesReachNoServerAndNoDatabase(t *testing.T) {
	all := load(t)
	for _, name := range pure {
		if chain := way(all, module+"/"+name, unreachable); chain != nil {
			t.Errorf("%s is pure but needs %s: %s", name, chain[len(chain)-1], strings.Join(chain, " → "))
		}
	}
}

func TestDoorsAndWaysAreSeen(t *testing.T) {
	tests := []struct{ name, from, library, want string }{
		{"the store keeps with gorm", "internal/store", "gorm.io/gorm/clause", ""},
		{"nobody else keeps with gorm", "api", "gorm.io/gorm", "api imports gorm.io/gorm, which is for internal/store"},
		{"a command does not open gorm", "cmd/xianjie", "gorm.io/driver/postgres", "which is for internal/store"},
		{"only access asks casbin", "workflow", "github.com/casbin/casbin/v2", "which is for policy/access"},
		{"the other echo stays out", "api", "github.com/labstack/echo/v5", "which is for nobody alone"},
		{"the rules know no HTTP", "policy", "net/http", "policy is pure and may not import net/http"},
		{"the rules read no file", "policy", "os", "policy is pure and may not import os"},
		{"the API may speak HTTP", "api", "net/http", ""},
		{"the rivals are free", "bench", "gorm.io/gorm", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := shut(tt.from, tt.library)
			if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want it to say %q", got, tt.want)
			}
		})
	}
	t.Run("a detour is found", func(t *testing.T) {
		all := map[string]pkg{"a": {Imports: []string{"b", "c"}}, "b": {Imports: []string{"net/http"}}}
		if got := strings.Join(way(all, "a", unreachable), " "); got != "a b net/http" {
			t.Errorf("got %q", got)
		}
		if got := way(all, "c", unreachable); got != nil {
			t.Errorf("got %q, want no way", got)
		}
	})
}
