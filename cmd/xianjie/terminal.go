package main

import (
	"os"
	"runtime"
)

// colourful reports whether a file is a terminal that shows colours and whose owner wants them (no-color.org). The old Windows
// console shows the codes instead of colours; the new one says that it is new.
func colourful(file *os.File) bool {
	info, err := file.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	return runtime.GOOS != "windows" || os.Getenv("WT_SESSION") != ""
}
