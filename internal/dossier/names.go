package dossier

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The folders and files of a dossier.
const (
	ManifestFile    = "manifest.json"
	GuideFile       = "目录.txt"
	ProposalFile    = "申报书/proposal.json"
	FlowFile        = "流转/steps.json"
	AuditFile       = "审计/stream.jsonl"
	SheetsFile      = "评审/评分表.json"
	StandingFile    = "评审/成绩.json"
	RankingFile     = "评审/排名.json"
	DefenceFile     = "评审/视频答辩.json"
	SiteFile        = "评审/现场核查.json"
	NoticesFile     = "决定/公示.json"
	ObjectionsFile  = "决定/异议.json"
	AwardFile       = "决定/立项.json"
	FundsFile       = "资金/资金账.json"
	VouchersFile    = "资金/凭证清单.json"
	FundAuditFile   = "审计/fund.jsonl"
	AttachmentsFile = "附件/附件清单.json"
	planFolder      = "资金/批准的规划"
	voucherFolder   = "资金/凭证"
	attachedFolder  = "附件"
	photoFolder     = "评审/核查照片"
	snapshotFolder  = "快照"
)

// SnapshotFile is where a snapshot's canonical body lies.
func SnapshotFile(no int) string { return snapshotFolder + "/" + strconv.Itoa(no) + ".json" }

// PlanFile is where a version of the approved plan lies.
func PlanFile(version int) string { return planFolder + "/" + strconv.Itoa(version) + ".json" }

// FindingsFile is where the verdicts kept with a snapshot lie.
func FindingsFile(no int) string { return snapshotFolder + "/" + strconv.Itoa(no) + ".findings.json" }

// keptAsIs reports whether a file is stored byte by byte: those people handed in, which are packed already.
func keptAsIs(name string) bool {
	folder := path.Dir(name)
	return (folder == attachedFolder && name != AttachmentsFile) || folder == photoFolder || folder == voucherFolder
}

// fold is a path as a disk that does not tell capitals apart knows it.
func fold(name string) string { return strings.ToLower(strings.ToUpper(norm.NFC.String(name))) }

// namer gives kept files names of their own.
type namer map[string]bool

// name is folder/label-file, cleaned, cut, and numbered when it is taken.
func (n namer) name(folder, label, file string) string {
	whole := clean(label + "-" + file)
	extension := path.Ext(whole)
	if len(extension) > 12 || strings.ContainsFunc(strings.TrimPrefix(extension, "."), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		extension = ""
	}
	stem := strings.TrimSuffix(whole, extension)
	for i := 1; ; i++ {
		mark := ""
		if i > 1 {
			mark = "(" + strconv.Itoa(i) + ")"
		}
		name := folder + "/" + cut(stem, maxName-len(mark)-len(extension)) + mark + extension
		if key := fold(name); !n[key] {
			n[key] = true
			return name
		}
	}
}

// clean makes one name harmless on every disk.
func clean(name string) string {
	name = norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.In(r, unicode.C, unicode.Zl, unicode.Zp), r == utf8.RuneError:
			return -1
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '_'
		default:
			return r
		}
	}, name))
	if name = strings.Trim(strings.Join(strings.Fields(name), " "), " ."); name == "" || reserved(name) {
		return "_" + name
	}
	return name
}

// cut shortens to at most room bytes, between two characters.
func cut(name string, room int) string {
	for len(name) > room {
		_, last := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-last]
	}
	return strings.TrimRight(name, " .")
}

// reserved reports whether Windows takes the name for a device.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem = strings.TrimSpace(stem)
	if len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) && stem[3] >= '1' && stem[3] <= '9' {
		return true
	}
	return slices.Contains([]string{"CON", "PRN", "AUX", "NUL"}, stem)
}

// safe reports whether unpacking a path can do nothing but make a file below the folder chosen.
func safe(name string) bool {
	if !utf8.ValidString(name) || !norm.NFC.IsNormalString(name) {
		return false
	}
	parts := strings.Split(name, "/")
	return len(parts) <= 3 && !slices.ContainsFunc(parts, func(part string) bool {
		return part != clean(part) || len(part) > maxName
	})
}
