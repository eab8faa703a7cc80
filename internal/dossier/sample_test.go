package dossier

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"xianjie/internal/audit"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

var noon = time.Date(2022, 12, 10, 4, 0, 0, 123456000, time.UTC)

const stream = "application/A01"

// folder is kept files by content hash.
type folder map[string][]byte

type opened struct{ *bytes.Reader }

func (opened) Close() error { return nil }

func (f folder) open(sha string) (io.ReadSeekCloser, int64, error) {
	body, ok := f[sha]
	if !ok {
		return nil, 0, os.ErrNotExist
	}
	return opened{bytes.NewReader(body)}, int64(len(body)), nil
}

func (f folder) keep(body []byte) string {
	sha := digestOf(body)
	f[sha] = body
	return sha
}

// made is a dossier as a county's whole story makes it.
type made struct {
	plan *Plan
	kept folder
	text []byte // the zip
}

// story makes a dossier with so many projects and snapshots, papers handed in, a stream, a ranking.
func story(t testing.TB, projects, snapshots int) made {
	t.Helper()
	return storyWith(t, projects, snapshots, func(*Builder, []byte) {})
}

// storyWith is a story with more in it; more is handed the proposal in force.
func storyWith(t testing.TB, projects, snapshots int, more func(b *Builder, body []byte)) made {
	t.Helper()
	doc, _, err := proposal.Decode(sample.Application("A01"))
	must(t, err)
	for len(doc.Projects) < projects {
		p := doc.Projects[len(doc.Projects)%8]
		p.ID = fmt.Sprintf("P%02d", len(doc.Projects)+1)
		doc.Projects = append(doc.Projects, p)
	}
	kept := folder{}
	var papers []Attached
	for i := range doc.Attachments {
		a := &doc.Attachments[i]
		sha := kept.keep(bytes.Repeat([]byte(a.FileName+"正文"), 300+i))
		a.SHA256 = &sha
		papers = append(papers, Attached{DocID: a.ID, Kind: string(a.Kind), KindLabel: a.Kind.Label(), FileName: a.FileName, SHA256: sha,
			Size: int64(len(kept[sha])), UploadedBy: "填报岗", UploadedAt: noon})
	}
	w := &writer{t: t, head: audit.Start(stream), state: "DRAFT"}
	var bodies [][]byte
	for n := 1; n <= snapshots; n++ {
		doc.Zone.Name = fmt.Sprintf("推进区第%d稿", n)
		bodies = append(bodies, proposal.Canonical(doc))
		action := "submit"
		if n > 1 {
			w.step("return", "RETURNED_BY_CITY", "请补正", digestOf(bodies[n-2]))
			action = "resubmit"
		}
		sha := digestOf(bodies[n-1])
		w.flow.Snapshots = append(w.flow.Snapshots, SnapshotRow{No: n, Action: action, Label: "提交上报", Digest: sha, PackVersion: 1, TakenAt: w.at()})
		w.step(action, "SUBMITTED", "", sha)
	}
	b := NewBuilder(Manifest{Nonce: "nonce", MadeAt: noon, MadeBy: Maker{"auditor", "审计纪检", "省审计厅 审计岗"},
		Application: Subject{ID: "A01", No: doc.ApplicationID, Zone: doc.Zone.Name, State: w.state, StateLabel: "已上报市"},
		Current:     Current{SnapshotNo: snapshots, Totals: TotalsOf(doc)}, AuditStream: stream})
	b.Text(ProposalFile, "application/json", bodies[snapshots-1])
	for n, body := range bodies {
		b.Text(SnapshotFile(n+1), "application/json", body)
		must(t, b.JSON(FindingsFile(n+1), []string{"V01 通过", "F06 通过", strings.Repeat("算式", n+9)}))
	}
	must(t, b.JSON(FlowFile, w.flow))
	must(t, b.JSON(StandingFile, Standing{RankingNo: 1, RankingDigest: digestOf(sample.Scoring()), LockedAt: noon, Rank: 1, Results: []Result{}}))
	b.Text(RankingFile, "application/json", sample.Scoring())
	must(t, b.Stream(AuditFile, "application/jsonl", func(to io.Writer) error {
		return audit.Export(to, audit.Header{Scope: stream, ExportedAt: noon, Heads: []audit.Head{w.head}}, func(yield func(audit.Entry, error) bool) {
			for _, e := range w.entries {
				if !yield(e, nil) {
					return
				}
			}
		})
	}))
	more(b, bodies[snapshots-1])
	for i := range papers {
		papers[i].Path = b.Attach(papers[i].DocID, papers[i].FileName, "application/pdf", papers[i].SHA256, papers[i].Size)
	}
	must(t, b.JSON(AttachmentsFile, papers))
	plan, err := b.Seal()
	must(t, err)
	must(t, plan.Ready(kept.open))
	var text bytes.Buffer
	must(t, plan.Write(&text, kept.open))
	return made{plan, kept, text.Bytes()}
}

// writer writes a story's steps and, beside each, its audit entry.
type writer struct {
	t       testing.TB
	head    audit.Head
	entries []audit.Entry
	flow    Flow
	state   string
}

func (w *writer) at() time.Time { return noon.Add(time.Duration(len(w.entries)-100) * time.Hour) }

func (w *writer) step(action, to, opinion, sha string) {
	at, from := w.at(), w.state
	e, err := audit.Next(w.head, audit.Entry{At: at, AccountID: "acc", Actor: "某岗", Role: "county_signer", Action: action, From: from, To: to,
		Reason: opinion, AfterDigest: sha, Address: "10.0.0.1"})
	must(w.t, err)
	w.entries, w.head, w.state = append(w.entries, e), e.Head(), to
	w.flow.Steps = append(w.flow.Steps, Step{Seq: len(w.flow.Steps) + 1, Action: action, Label: action, From: from, To: to, Role: "county_signer",
		Name: "某岗", Opinion: opinion, SnapshotNo: len(w.flow.Snapshots), PassedOver: []string{}, At: at})
}

// file is one file of an unpacked dossier.
type file struct {
	name string
	body []byte
}

// box is a dossier taken apart, to be put together otherwise.
type box []file

func unpack(t testing.TB, text []byte) box {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	must(t, err)
	var all box
	for _, f := range archive.File {
		body, err := f.Open()
		must(t, err)
		content, err := io.ReadAll(body)
		must(t, err)
		all = append(all, file{f.Name, content})
	}
	return all
}

// pack puts a box together as Write does.
func (b box) pack(t testing.TB) []byte { t.Helper(); return b.packed(t, func(*zip.FileHeader) {}) }

func (b box) packed(t testing.TB, adjust func(*zip.FileHeader)) []byte {
	t.Helper()
	var text bytes.Buffer
	archive := zip.NewWriter(&text)
	for _, f := range b {
		h := &zip.FileHeader{Name: f.name, Method: method(f.name), Flags: flagUTF8, Modified: noon.In(beijing())}
		adjust(h)
		w, err := archive.CreateHeader(h)
		must(t, err)
		if !strings.HasSuffix(f.name, "/") {
			_, err = w.Write(f.body)
			must(t, err)
		}
	}
	must(t, archive.Close())
	return text.Bytes()
}

func (b box) at(name string) int {
	return slices.IndexFunc(b, func(f file) bool { return f.name == name })
}

// change puts other text in place of some; it must be there.
func (b box) change(t testing.TB, name, from, to string) {
	t.Helper()
	i := b.at(name)
	if i < 0 || !bytes.Contains(b[i].body, []byte(from)) {
		t.Fatalf("%s has no %q", name, from)
	}
	b[i].body = bytes.Replace(b[i].body, []byte(from), []byte(to), 1)
}

// relist makes the manifest anew for what is in the box, as a forger would.
func (b box) relist(t testing.TB) box {
	t.Helper()
	m, err := decode[Manifest]("清单", b[0].body)
	must(t, err)
	m.Files = nil
	for _, f := range b[1:] {
		m.Files = append(m.Files, Entry{f.name, "application/json", int64(len(f.body)), digestOf(f.body)})
	}
	text, err := encode(m)
	must(t, err)
	b[0].body = text
	return b
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func verify(text []byte) (Report, error) { return Verify(bytes.NewReader(text), int64(len(text))) }

// told is a report or refusal as one text.
func told(text []byte) string {
	r, err := verify(text)
	if err != nil {
		return "unreadable: " + err.Error()
	}
	var lines []string
	for _, f := range r.Findings {
		lines = append(lines, f.String())
	}
	return strings.Join(lines, "\n")
}

var errGone = errors.New("gone")
