package arch

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// nothing is an importer that finds no package: to see which names are a package's own variables, only its own files are needed.
type nothing struct{}

func (nothing) Import(string) (*types.Package, error) { return nil, errors.New("not looked at") }

// changes finds statements in one package that change one of its package variables: assigned to (whole, element or field),
// counted, deleted from or cleared.
func changes(files []source) (found []string) {
	fset, trees := files[0].fset, make([]*ast.File, 0, len(files))
	for _, s := range files {
		trees = append(trees, s.tree)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: nothing{}, Error: func(error) {}, FakeImportC: true}
	// The error tells of the packages that were not looked at; the package itself is complete enough.
	own, _ := conf.Check(files[0].dir(), fset, trees, info)
	for _, s := range files {
		blame := func(n ast.Node, target ast.Expr) {
			if v, ok := info.Uses[base(target)].(*types.Var); ok && own != nil && v.Parent() == own.Scope() {
				found = append(found, fmt.Sprintf("%s: package variable %s is changed", s.at(n), v.Name()))
			}
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					for _, target := range n.Lhs {
						blame(n, target)
					}
				}
			case *ast.IncDecStmt:
				blame(n, n.X)
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && slices.Contains([]string{"delete", "clear"}, f.Name) && len(n.Args) > 0 {
					blame(n, n.Args[0])
				}
			}
			return true
		})
	}
	return found
}

// base is the variable an assignable expression begins with.
func base(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.ParenExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return nil
		}
	}
}

func TestPackageVariablesNeverChange(t *testing.T) {
	fset := token.NewFileSet()
	packages := map[string][]source{}
	for _, file := range goFiles(t) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		s := parseInto(t, fset, file, nil)
		packages[s.dir()] = append(packages[s.dir()], s)
	}
	for _, files := range packages {
		for _, wrong := range changes(files) {
			t.Error(wrong)
		}
	}
}
