package api

import (
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// Route is one thing that may be asked of this server, and what policy/access is asked about it.
type Route struct {
	Method, Path   string // path as a template, base included
	Object, Action string // "" where nothing is asked
	Public         bool   // needs no session
}

// Routes lists every route there is, by path and method. What echo serves besides the described operations is public and has no
// object.
func (s *Server) Routes() []Route {
	var all []Route
	for _, o := range s.operations() {
		all = append(all, Route{o.Method, Base + o.Path, fact[string](o, metaObject), fact[string](o, metaAction), fact[bool](o, metaPublic)})
	}
	for _, r := range s.echo.Routes() {
		if !slices.ContainsFunc(all, func(known Route) bool { return known.Method == r.Method && echoed(known.Path) == r.Path }) {
			all = append(all, Route{Method: r.Method, Path: r.Path, Public: true})
		}
	}
	slices.SortFunc(all, func(a, b Route) int { return strings.Compare(a.Path+" "+a.Method, b.Path+" "+b.Method) })
	return all
}

// echoed is a path as echo spells it.
func echoed(path string) string { return strings.NewReplacer("{", ":", "}", "").Replace(path) }

// operations lists every described operation by path and method.
func (s *Server) operations() []*huma.Operation {
	var all []*huma.Operation
	for _, item := range s.api.OpenAPI().Paths {
		for _, o := range []*huma.Operation{item.Get, item.Head, item.Post, item.Put, item.Patch, item.Delete} {
			if o != nil {
				all = append(all, o)
			}
		}
	}
	slices.SortFunc(all, func(a, b *huma.Operation) int { return strings.Compare(a.Path+" "+a.Method, b.Path+" "+b.Method) })
	return all
}
