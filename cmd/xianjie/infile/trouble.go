package infile

import (
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/fault"
	"xianjie/internal/typeset"
)

// Explain tells a person why a file could not be read: the file, then each wrong spot with its line, place and remedy.
func Explain(w io.Writer, name string, text []byte, err error) {
	var f *fault.Error
	if !errors.As(err, &f) {
		f = fault.Wrap(fault.Internal, "读取时发生意外错误："+err.Error(), err)
	}
	if f.Code != fault.Invalid {
		typeset.Bullet(w, Shown(name)+"：", brokenAt(text, f)+typeset.Official(f.Message))
		return
	}
	fmt.Fprintf(w, "%s：%s\n", Shown(name), heading(f))
	lines := Locate(text, Locations(f.Places))
	for _, p := range f.Places {
		typeset.Bullet(w, "  · ", LineOf(p, lines, "第 %d 行：")+typeset.Official(p.Message))
	}
}

// heading is the fault's own sentence, when it says more than its only place does.
func heading(f *fault.Error) string {
	if len(f.Places) == 1 {
		return "有 1 处需要改正"
	}
	return typeset.Official(f.Message)
}

// LineOf says on which line a place stands; "" when the place is no single one.
func LineOf(p fault.Place, lines map[string]int, form string) string {
	if p.Location == "" {
		return ""
	}
	return fmt.Sprintf(form, lines[p.Location])
}

// brokenAt is the line where the text itself breaks off or cannot be read, "" when that is not known.
func brokenAt(text []byte, f *fault.Error) string {
	var syntax *jsontext.SyntacticError
	var coding *notUTF8
	switch {
	case len(f.Places) > 0: // the message has line and column
	case errors.As(f.Cause, &coding):
		return fmt.Sprintf("第 %d 行：", lineAt(text, int64(coding.offset)))
	case errors.As(f.Cause, &syntax):
		return fmt.Sprintf("第 %d 行附近：", lineAt(text, syntax.ByteOffset))
	}
	return ""
}

// Locations are the pointers of places.
func Locations(places []fault.Place) []string {
	out := make([]string, len(places))
	for i, p := range places {
		out[i] = p.Location
	}
	return out
}

// Shown is how a person knows an input.
func Shown(name string) string {
	if name == Stdin {
		return "标准输入"
	}
	return name
}
