package typeset

import (
	"fmt"
	"io"
	"strings"
)

// The measures of a printed page, in columns: it fits an office terminal and, in a monospaced face, a sheet of A4.
const (
	PageColumns = 80
	MinText     = 20 // however far a text is indented
)

// Bullet prints a text behind its mark, wrapped, each further line as far in as the first.
func Bullet(w io.Writer, mark, text string) {
	indent := Columns(mark)
	for i, line := range Wrap(text, max(PageColumns-indent, MinText)) {
		if i > 0 {
			mark = strings.Repeat(" ", indent)
		}
		fmt.Fprintf(w, "%s%s\n", mark, line)
	}
}
