package infile

import (
	"os"
	"path/filepath"
	"strings"
)

// Expand turns the names on the command line into files. A pattern the shell left alone (Windows does) becomes the files it
// matches, in order; one that matches nothing, like any other name, stays and is found unreadable with its own message.
func Expand(names []string) []string {
	var files []string
	for _, name := range names {
		files = append(files, matching(name)...)
	}
	return files
}

func matching(name string) []string {
	if name == Stdin || !strings.ContainsAny(name, "*?[") {
		return []string{name}
	}
	if _, err := os.Lstat(name); err == nil {
		return []string{name}
	}
	found, err := filepath.Glob(name)
	if err != nil || len(found) == 0 {
		return []string{name}
	}
	return found
}
