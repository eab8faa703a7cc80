package scoresheet

import (
	"fmt"
	"io"

	"xianjie/cmd/xianjie/infile"
	"xianjie/internal/review"
	"xianjie/internal/typeset"
)

// The exit codes of `score`.
const (
	Agrees     = 0 // whatever the files state is what comes out
	Differs    = 1 // some stated result is not what comes out
	Unreadable = 2 // a file could not be read; the others were worked out all the same
)

// Job is one run of the command. Nothing but the named files and the three streams is touched.
type Job struct {
	Files []string // scoring files, patterns, or "-" for Stdin
	JSON  bool     // the machine's form instead of the page

	Stdin  io.Reader
	Stdout io.Writer // results
	Stderr io.Writer // what could not be read, and in the JSON form what differs
}

// worked is one file with what comes out.
type worked struct {
	name string
	file review.File
	review.Recomputed
}

// Run works every file out and answers with the exit code. The error is one of writing; what cannot be read is told on Stderr.
func (j Job) Run() (int, error) {
	out := &typeset.Sticky{To: j.Stdout}
	code := Agrees
	var all []worked
	for _, name := range infile.Expand(j.Files) {
		w, ok := j.work(name)
		if !ok {
			code = Unreadable
			continue
		}
		if len(w.Differences) > 0 && code == Agrees {
			code = Differs
		}
		all = append(all, w)
		if !j.JSON {
			(&page{to: out, worked: &w}).print()
		}
	}
	if j.JSON {
		for _, w := range all {
			for _, d := range w.Differences {
				typeset.Bullet(j.Stderr, infile.Shown(w.name)+"：", typeset.Official(d.Message))
			}
		}
		if err := writeJSON(out, all); err != nil {
			return code, err
		}
	}
	return code, out.Err
}

func (j Job) work(name string) (worked, bool) {
	text, err := infile.Read(name, j.Stdin)
	if err == nil {
		var file review.File
		if file, err = review.ReadFile(text); err == nil {
			return worked{name, file, file.Recompute()}, true
		}
	}
	fmt.Fprintln(j.Stderr, "这份评分文件读不了，没有复算：")
	infile.Explain(j.Stderr, name, text, err)
	return worked{}, false
}
