package files

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"xianjie/internal/fault"
)

// MaxName is the longest file name kept, in characters; longer ones lose the end of their stem, not their extension.
const MaxName = 200

// maxExtension is the longest end after a dot, dot included, that counts as an extension when a name is cut.
const maxExtension = 12

// CleanName makes a sender's file name harmless: the part after the last slash of either kind, without control and invisible
// characters and text-direction overrides, without characters that a Windows disk refuses, white space folded, no leading or
// trailing dots or blanks, no device names, at most MaxName characters, in Unicode form C. Cleaning twice changes nothing. A
// name of which nothing remains is Invalid.
func CleanName(name string) (string, error) {
	name = strings.ToValidUTF8(name, "")
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = norm.NFC.String(strings.Map(harmless, name))
	name = trim(strings.Join(strings.Fields(name), " "))
	stem, _, _ := strings.Cut(name, ".")
	if slices.Contains(deviceNames(), strings.ToUpper(strings.TrimSpace(stem))) {
		name = "_" + name
	}
	if characters := []rune(name); len(characters) > MaxName {
		extension := []rune(path.Ext(name))
		if len(extension) > maxExtension {
			extension = nil
		}
		name = trim(strings.TrimRight(string(characters[:MaxName-len(extension)]), " .") + string(extension))
	}
	if name == "" {
		return "", fault.New(fault.Invalid, "文件名为空，请为文件取名后再上传")
	}
	return name, nil
}

func trim(name string) string { return strings.Trim(name, " .") }

// harmless drops or replaces one character.
func harmless(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Cs), r == unicode.ReplacementChar:
		return -1
	case strings.ContainsRune(`<>:"|?*`, r):
		return '_'
	default:
		return r
	}
}

// deviceNames open a device and not a file on Windows, whatever the extension.
func deviceNames() []string {
	return []string{"CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
		"LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9"}
}
