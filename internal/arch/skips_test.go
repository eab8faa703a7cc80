package arch

import (
	"fmt"
	"go/ast"
	"slices"
)

// skips finds tests that may leave something out: Skip on a *testing.T (or B, F, TB), and testing.Short. rapid's own T may
// discard a draw.
func skips(s source) (found []string) {
	name := local(s.tree, "testing")
	if name == "" {
		return nil
	}
	forbidden := []string{"Skip", "Skipf", "SkipNow"}
	// Parameters of the test library's types, by name; a name used for both kinds counts as the test library's.
	handles := map[string]bool{}
	ast.Inspect(s.tree, func(n ast.Node) bool {
		field, ok := n.(*ast.Field)
		if !ok {
			return true
		}
		kind := field.Type
		if star, ok := kind.(*ast.StarExpr); ok {
			kind = star.X
		}
		if sel, ok := kind.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == name {
				for _, ident := range field.Names {
					handles[ident.Name] = true
				}
			}
		}
		return true
	})
	ast.Inspect(s.tree, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := sel.X.(*ast.Ident); ok {
			if handles[x.Name] && slices.Contains(forbidden, sel.Sel.Name) || x.Name == name && sel.Sel.Name == "Short" {
				found = append(found, fmt.Sprintf("%s: %s.%s; nothing is left out of a test", s.at(n), x.Name, sel.Sel.Name))
			}
		}
		return true
	})
	return found
}
