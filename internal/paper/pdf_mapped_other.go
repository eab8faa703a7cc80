//go:build !unix

package paper

import "os"

// mapped is a file's content; where files cannot be mapped it is read.
func mapped(path string) ([]byte, error) { return os.ReadFile(path) }
