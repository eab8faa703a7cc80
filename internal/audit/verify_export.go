package audit

import "io"

// Report is the outcome of verifying an export.
type Report struct {
	Header  Header
	Entries int64
	Streams int
	Faults  []Fault // by stream and number; empty when all is well
}

// VerifyExport reads an export and verifies its entries against each other and against the heads in its header. The error is
// that of ReadExport: the file itself is not readable. Memory stays near 200 bytes per entry.
func VerifyExport(r io.Reader) (Report, error) {
	var v Verifier
	var report Report
	header, err := ReadExport(r, func(e Entry) error {
		report.Entries++
		v.Add(e)
		return nil
	})
	if err != nil {
		return Report{}, err
	}
	report.Header = header
	report.Faults = v.Finish(header.Heads)
	report.Streams = len(v.chains)
	return report, nil
}
