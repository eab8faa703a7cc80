//go:build unix

package paper

import (
	"os"
	"syscall"
)

// mapped is a file's content, mapped: 50 MB of typefaces then weigh neither on the heap nor, but for the glyphs printed, on memory. It stays
// for the life of the process.
func mapped(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	return syscall.Mmap(int(file.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_PRIVATE)
}
