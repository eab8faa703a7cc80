// Package office opens a file the way its reader will: LibreOffice turns it into a PDF, poppler takes the text out. It is for tests alone,
// which thereby see a workbook or a letter with other eyes than those that wrote it. scripts/need.sh office installs both programs.
package office

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// patience is how long one conversion may take, in seconds; the first on a machine unpacks a profile.
const patience = "180"

// one conversion at a time in a process: each takes a processor and 300 MB.
var one sync.Mutex

// Convert is the file as a PDF, in a folder that goes with the test.
func Convert(t testing.TB, file string) (pdf string) {
	t.Helper()
	return As(t, file, "pdf")
}

// As is the file in another format LibreOffice writes, e.g. "csv" (the first sheet, UTF-8 when asked for by csv:… options).
func As(t testing.TB, file, format string) string {
	t.Helper()
	one.Lock()
	defer one.Unlock()
	dir := t.TempDir()
	// A profile of its own: two LibreOffices sharing one wait for each other, or refuse. timeout ends the whole process group.
	run(t, "timeout", "--kill-after=5", patience, "soffice", "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--norestore", "--convert-to", format, "--outdir", dir, file)
	suffix, _, _ := strings.Cut(format, ":")
	made := filepath.Join(dir, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+"."+suffix)
	if _, err := os.Stat(made); err != nil {
		t.Fatalf("LibreOffice could not open %s: %v", filepath.Base(file), err)
	}
	return made
}

// Text is what a PDF says, page after page (a form feed between), laid out as on paper.
func Text(t testing.TB, pdf string) string {
	t.Helper()
	return run(t, "pdftotext", "-layout", "-enc", "UTF-8", pdf, "-")
}

func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	var wrong strings.Builder
	cmd.Stderr = &wrong
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s(scripts/need.sh office installs what is missing)", name, err, out, wrong.String())
	}
	return string(out)
}
