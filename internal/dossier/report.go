package dossier

import (
	"errors"
	"fmt"
)

// Finding is one thing wrong: in which file, and what, where.
type Finding struct {
	File    string
	Message string
}

// String is the finding as a sentence.
func (f Finding) String() string { return f.File + "：" + f.Message }

// Report is the outcome of a check.
type Report struct {
	Manifest Manifest
	Digest   string    // hex SHA-256 of manifest.json, to be compared with the server's record
	Size     int64     // bytes of all files
	Checked  []string  // what was found in order, in sentences
	Notes    []string  // what could not be checked, and why
	Findings []Finding // none when all is well
}

// add takes a flaw into the report; any other error ends the check.
func (r *Report) add(err error) error {
	var f *flaw
	if errors.As(err, &f) {
		r.Findings = append(r.Findings, f.Finding)
		return nil
	}
	return err
}

// wrong adds a finding.
func (r *Report) wrong(file, format string, args ...any) {
	r.Findings = append(r.Findings, Finding{file, fmt.Sprintf(format, args...)})
}

// sound adds a sentence on what was found in order, unless something was found wrong since before.
func (r *Report) sound(before int, format string, args ...any) {
	if len(r.Findings) == before {
		r.Checked = append(r.Checked, fmt.Sprintf(format, args...))
	}
}

// note adds a sentence on what could not be checked.
func (r *Report) note(format string, args ...any) {
	r.Notes = append(r.Notes, fmt.Sprintf(format, args...))
}
