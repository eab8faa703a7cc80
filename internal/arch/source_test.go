package arch

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// exact are the packages where an amount, a ratio or a score lives: no binary fraction may come near them.
var exact = []string{"workflow", "policy", "internal/proposal", "internal/review", "internal/funds", "internal/money"}

// lineLimit is the length of a file that is asking to be two.
const lineLimit = 300

// source is one parsed file.
type source struct {
	path string // from the module's root
	fset *token.FileSet
	tree *ast.File
}

// dir is the package's path within the module.
func (s source) dir() string { return path.Dir(s.path) }

// test reports whether the file is compiled for tests only.
func (s source) test() bool { return strings.HasSuffix(s.path, "_test.go") }

// at is where a node stands, as editors read it.
func (s source) at(n ast.Node) string {
	p := s.fset.Position(n.Pos())
	return fmt.Sprintf("%s:%d", s.path, p.Line)
}

// lines counts the file's lines.
func (s source) lines() int { return s.fset.File(s.tree.FileStart).LineCount() }

// parse reads one file; body nil reads it from the module.
func parse(t *testing.T, file string, body any) source {
	t.Helper()
	return parseInto(t, token.NewFileSet(), file, body)
}

// parseInto is parse with the positions kept in a set of the caller's, for files that are looked at together.
func parseInto(t *testing.T, fset *token.FileSet, file string, body any) source {
	t.Helper()
	tree, err := parser.ParseFile(fset, path.Join(root, file), body, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return source{file, fset, tree}
}

// local is the name a file knows an imported package by, "" when it does not import it.
func local(tree *ast.File, imported string) string {
	for _, spec := range tree.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err != nil || p != imported {
			continue
		}
		if spec.Name != nil {
			return spec.Name.Name
		}
		return path.Base(imported)
	}
	return ""
}

// clocks finds readings of the machine's clock.
func clocks(s source) (found []string) {
	name := local(s.tree, "time")
	if name == "" {
		return nil
	}
	forbidden := []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}
	ast.Inspect(s.tree, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == name && slices.Contains(forbidden, sel.Sel.Name) {
				found = append(found, fmt.Sprintf("%s: time.%s in a pure package; take the instant as an argument", s.at(n), sel.Sel.Name))
			}
		}
		return true
	})
	return found
}

// floats finds binary fractions: types, literals and the readers that make them.
func floats(s source) (found []string) {
	names := []string{"float32", "float64", "complex64", "complex128", "ParseFloat", "Float64", "Float32"}
	ast.Inspect(s.tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if slices.Contains(names, n.Name) {
				found = append(found, fmt.Sprintf("%s: %s; money and ratios are integers", s.at(n), n.Name))
			}
		case *ast.BasicLit:
			if n.Kind == token.FLOAT || n.Kind == token.IMAG {
				found = append(found, fmt.Sprintf("%s: %s; money and ratios are integers", s.at(n), n.Value))
			}
		}
		return true
	})
	return found
}

// inits finds init functions.
func inits(s source) (found []string) {
	for _, decl := range s.tree.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
			found = append(found, s.at(f)+": func init; let main call it")
		}
	}
	return found
}

// unfinished is how people mark what is left to do.
var unfinished = regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b`)

// leftovers finds comments that say something is left to do.
func leftovers(s source) (found []string) {
	for _, group := range s.tree.Comments {
		for _, c := range group.List {
			if mark := unfinished.FindString(c.Text); mark != "" {
				found = append(found, fmt.Sprintf("%s: %s; finish it or open an issue", s.at(c), mark))
			}
		}
	}
	return found
}

// reflections finds files that import reflect or unsafe.
func reflections(s source) (found []string) {
	for _, name := range []string{"reflect", "unsafe"} {
		if local(s.tree, name) != "" {
			found = append(found, s.path+": imports "+name+"; the house does without")
		}
	}
	return found
}

func TestSourcesKeepTheHouseRules(t *testing.T) {
	for _, file := range goFiles(t) {
		s := parse(t, file, nil)
		found := append(inits(s), leftovers(s)...)
		if n := s.lines(); n > lineLimit {
			found = append(found, fmt.Sprintf("%s: %d lines; over %d it is asking to be two", file, n, lineLimit))
		}
		if s.test() {
			found = append(found, skips(s)...)
		} else {
			found = append(found, reflections(s)...)
			if slices.Contains(pure, s.dir()) {
				found = append(found, clocks(s)...)
			}
			if slices.Contains(exact, s.dir()) {
				found = append(found, floats(s)...)
			}
			if anyUnder([]string{"workflow", "policy/..."}, s.dir()) != "" {
				found = append(found, thresholds(s)...)
			}
		}
		for _, wrong := range found {
			t.Error(wrong)
		}
	}
}
