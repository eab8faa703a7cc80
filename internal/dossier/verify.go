package dossier

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"xianjie/internal/proposal"
)

// Verify checks a dossier offline: the zip, every file against the manifest, and the files against each other. What is wrong stands in
// the report; the error is a fault.Malformed for what is no dossier or cannot be read. Memory is bounded, whatever the file claims.
func Verify(from io.ReaderAt, size int64) (Report, error) {
	v := &verifier{held: map[string][]byte{}}
	err := v.run(from, size)
	if err = v.add(err); err != nil {
		return Report{}, err
	}
	return v.Report, nil
}

// verifier is one check under way.
type verifier struct {
	Report
	*container
	held map[string][]byte // small files that others are held against; only those whose digest is right
	flow *Flow             // nil when it cannot be read
	doc  *proposal.Proposal

	trail     *trail // nil without an audit extract
	fundTrail *trail // of the money; likewise
}

func (v *verifier) run(from io.ReaderAt, size int64) error {
	var err error
	if v.container, err = open(from, size); err != nil {
		return err
	}
	if err := v.manifest(); err != nil {
		return err
	}
	if v.inventory(); len(v.Findings) > 0 {
		return nil
	}
	if err := v.contents(); err != nil {
		return err
	}
	v.linked()
	return nil
}

// manifest reads manifest.json.
func (v *verifier) manifest() error {
	i := slices.IndexFunc(v.entries, func(e packed) bool { return e.name == ManifestFile })
	text, err := v.text(v.entries[i], maxManifest)
	if err != nil {
		return err
	}
	m, err := decode[Manifest]("清单", text)
	if err != nil {
		return flawed(ManifestFile, "%s", sentence(err))
	}
	if m.Format != format || m.Version != version {
		return flawed(ManifestFile, "格式 %.40q 版本 %d 不受支持，请用导出它的程序版本核验", m.Format, m.Version)
	}
	if err := m.check(); err != nil {
		return flawed(ManifestFile, "%s", sentence(err))
	}
	v.Manifest, v.Digest = m, digestOf(text)
	return v.made(m.MadeAt)
}

// inventory compares the zip's list with the manifest's.
func (v *verifier) inventory() {
	listed, present := map[string]bool{ManifestFile: true}, map[string]bool{}
	for _, f := range v.Manifest.Files {
		listed[f.Path] = true
	}
	for _, e := range v.entries {
		switch {
		case present[e.name]:
			v.wrong(e.shown(), "在压缩包中出现多次")
		case !listed[e.name]:
			v.wrong(e.shown(), "不在清单上，是另外放进去的")
		}
		present[e.name] = true
	}
	for _, f := range v.Manifest.Files {
		if !present[f.Path] {
			v.wrong(f.Path, "清单上有，压缩包中没有，被删去或改名")
		}
	}
	for i, e := range v.entries {
		if len(v.Findings) == 0 && (i == 0 && e.name != ManifestFile || i > 0 && e.name != v.Manifest.Files[i-1].Path) {
			v.wrong(e.shown(), "在压缩包中的次序与清单不同，被重新打包")
		}
	}
	for _, must := range []string{GuideFile, ProposalFile, FlowFile, AttachmentsFile} {
		if !listed[must] {
			v.wrong(must, "卷宗应有此文件，清单上却没有")
		}
	}
	v.sound(0, "压缩包：%d 个文件与清单一一对应，次序相符，没有多出、缺少或藏在文件之间的内容。", len(v.entries))
}

// contents holds every file to its size and digest, and keeps those that others are held against.
func (v *verifier) contents() error {
	before := len(v.Findings)
	for i, f := range v.Manifest.Files {
		v.Size += f.Size
		m, err := v.content(v.entries[i+1], f)
		if err = v.add(err); err != nil {
			return unreadable(err)
		}
		if m != nil && m.digest() != f.SHA256 {
			v.wrong(f.Path, "内容与清单摘要不符（清单 %.12s…，实际 %.12s…），文件被改动", f.SHA256, m.digest())
			delete(v.held, f.Path)
		}
	}
	v.sound(before, "内容：%d 个文件共 %d 字节，每个文件的大小、校验码和 SHA-256 摘要都与清单一致。", len(v.Manifest.Files), v.Size)
	return nil
}

// content reads one file through a meter; nil when it says it has another size than the manifest.
func (v *verifier) content(e packed, f Entry) (*meter, error) {
	if e.size != f.Size {
		return nil, flawed(f.Path, "清单记 %d 字节，压缩包记 %d 字节", f.Size, e.size)
	}
	var keep bytes.Buffer
	m := newMeter(io.Discard)
	switch {
	case f.Path == AuditFile:
		return m, v.auditFile(e, m, f.Path, v.Manifest.AuditStream, &v.trail)
	case f.Path == FundAuditFile:
		return m, v.auditFile(e, m, f.Path, "fund/"+v.application(), &v.fundTrail)
	case v.linkable(f.Path):
		m.to = &keep
	}
	if err := v.read(e, m); err != nil {
		return nil, err
	}
	if m.to == &keep {
		v.held[f.Path] = keep.Bytes()
	}
	return m, nil
}

// linkable are the files that say something about others. Of the snapshots only the one in force is needed in full.
func (v *verifier) linkable(path string) bool {
	return slices.Contains([]string{ProposalFile, FlowFile, AttachmentsFile, StandingFile, RankingFile, FundsFile,
		SnapshotFile(v.Manifest.Current.SnapshotNo), v.lastPlan()}, path)
}

// application is the id of the application, which the stream is named for.
func (v *verifier) application() string {
	_, id, _ := strings.Cut(v.Manifest.AuditStream, "/")
	return id
}

// lastPlan is where the plan in force lies; versions count up without a gap, so it is the one without a successor.
func (v *verifier) lastPlan() string {
	n := 1
	for v.sha(PlanFile(n+1)) != "" {
		n++
	}
	return PlanFile(n)
}

// sha is the digest the manifest gives for a file, "" when it is not listed.
func (v *verifier) sha(path string) string {
	for _, f := range v.Manifest.Files {
		if f.Path == path {
			return f.SHA256
		}
	}
	return ""
}

// sentence is an error as the second half of a finding.
func sentence(err error) string {
	text := err.Error()
	if _, after, ok := strings.Cut(text, ": "); ok { // the code of a fault is not for people
		text = after
	}
	return text
}
