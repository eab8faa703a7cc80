// Package frontend holds the web as it is built (scripts/web.sh) and serves it: the pages, their scripts and styles, ready compressed.
package frontend

import (
	"embed"
	"io/fs"
)

// The folder always holds .keep, so that the program compiles before the web has been built.
//
//go:embed all:dist
var dist embed.FS

// Built is the embedded web.
func Built() fs.FS {
	built, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the folder's name is a constant above
	}
	return built
}
