package selfcheck

import (
	"fmt"
	"io"
	"time"

	"xianjie/cmd/xianjie/infile"
	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/typeset"
	"xianjie/policy"
)

// The exit codes of `check`.
const (
	AllPass    = 0 // every application passes; warnings are allowed
	SomeFail   = 1 // some rule failed
	Unreadable = 2 // the pack or a file could not be read; the other files were checked all the same
)

// Job is one run of the command. Nothing but the named files and the three streams is touched.
type Job struct {
	Batch  string    // the policy pack's file, "-" for Stdin
	Files  []string  // application files, patterns, or "-" for Stdin
	Now    time.Time // shown on the page
	JSON   bool      // the machine's form instead of the page
	Colour bool      // colour the page

	Stdin  io.Reader
	Stdout io.Writer // verdicts
	Stderr io.Writer // what could not be read
}

// checked is one application with its verdicts.
type checked struct {
	name     string // file, as given
	text     []byte
	doc      *proposal.Proposal
	gaps     []fault.Place // inner keys the file lacks; read as empty
	pack     *policy.Pack
	findings []policy.Finding // in the order of the catalogue
}

// overall folds the findings.
func (c *checked) overall() string { return policy.Overall(c.findings) }

// Run checks every file and answers with the exit code. The error is one of writing; what cannot be read is told on Stderr.
func (j Job) Run() (int, error) {
	out := &typeset.Sticky{To: j.Stdout}
	pack, ok := j.pack()
	if !ok {
		return Unreadable, nil
	}
	code := AllPass
	files := infile.Expand(j.Files)
	var rows []row
	var all []checked
	for _, name := range files {
		c, ok := j.check(pack, name)
		if !ok {
			code = Unreadable
			rows = append(rows, row{name: name, id: "-", county: "-"})
			continue
		}
		if code == AllPass && c.overall() == string(policy.Fail) {
			code = SomeFail
		}
		if j.JSON {
			c.text = nil
			all = append(all, c)
			continue
		}
		(&page{to: out, ink: ink{j.Colour}, checked: &c, now: j.Now}).print()
		rows = append(rows, rowOf(&c))
	}
	switch {
	case j.JSON:
		writeJSON(out, pack.BatchCode, all)
	case len(files) > 1:
		summary(out, ink{j.Colour}, rows)
	}
	return code, out.Err
}

func (j Job) pack() (*policy.Pack, bool) {
	text, err := infile.Read(j.Batch, j.Stdin)
	if err == nil {
		var pack *policy.Pack
		if pack, err = policy.ParsePack(text); err == nil {
			return pack, true
		}
	}
	fmt.Fprintln(j.Stderr, "政策包无法使用，一份申报也没有检查：")
	infile.Explain(j.Stderr, j.Batch, text, err)
	return nil, false
}

func (j Job) check(pack *policy.Pack, name string) (checked, bool) {
	text, err := infile.Read(name, j.Stdin)
	if err == nil {
		var doc *proposal.Proposal
		var gaps []fault.Place
		if doc, gaps, err = proposal.Decode(text); err == nil {
			return checked{
				name: name, text: text, doc: doc, gaps: gaps, pack: pack,
				findings: policy.Evaluate(policy.Input{Doc: doc, Pack: pack}),
			}, true
		}
	}
	fmt.Fprintln(j.Stderr, "这份申报读不了，没有检查：")
	infile.Explain(j.Stderr, name, text, err)
	return checked{}, false
}
