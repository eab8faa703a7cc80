package office

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestALetterIsReadBackInChinese(t *testing.T) {
	file := filepath.Join(t.TempDir(), "信.txt")
	if err := os.WriteFile(file, []byte("\uFEFF集中推进区项目表\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := Text(t, Convert(t, file)); !strings.Contains(got, "集中推进区项目表") {
		t.Errorf("the PDF says %q", got)
	}
}
