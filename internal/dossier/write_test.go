package dossier

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

func TestAKeptFileThatChangedEndsTheDossier(t *testing.T) {
	m := story(t, 8, 1)
	victim := m.plan.Manifest.Files[len(m.plan.Manifest.Files)-2]
	tests := []struct {
		name  string
		spoil func(folder)
		ready bool // only reading it through tells
	}{
		{"it is gone", func(f folder) { delete(f, victim.SHA256) }, false},
		{"it is shorter", func(f folder) { f[victim.SHA256] = f[victim.SHA256][1:] }, false},
		{"it is longer", func(f folder) { f[victim.SHA256] = append(bytes.Clone(f[victim.SHA256]), 'x') }, false},
		{"a bit of it has turned", func(f folder) {
			f[victim.SHA256] = bytes.Clone(f[victim.SHA256])
			f[victim.SHA256][7] ^= 1
		}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			kept := folder{}
			for sha, body := range m.kept {
				kept[sha] = body
			}
			tt.spoil(kept)
			if err := m.plan.Ready(kept.open); (err == nil) != tt.ready {
				t.Errorf("before writing: %v", err)
			}
			var text bytes.Buffer
			err := m.plan.Write(&text, kept.open)
			if err == nil || tt.ready && !strings.Contains(err.Error(), victim.Path) {
				t.Errorf("written: %v", err)
			}
			if r, err := verify(text.Bytes()); fault.CodeOf(err) != fault.Malformed {
				t.Errorf("what was written is a dossier: %v, %v", r.Findings, err)
			}
		})
	}
}

func TestAStreamThatChangesBetweenMeasuringAndWritingEndsTheDossier(t *testing.T) {
	b, n := NewBuilder(Manifest{MadeAt: noon}), 0
	must(t, b.Stream(AuditFile, "application/jsonl", func(w io.Writer) error {
		n++
		_, err := fmt.Fprint(w, n)
		return err
	}))
	plan, err := b.Seal()
	must(t, err)
	if err := plan.Write(io.Discard, folder{}.open); err == nil {
		t.Error("written")
	}
}

func TestAReaderThatHasGoneEndsTheDossier(t *testing.T) {
	m := story(t, 8, 1)
	if err := m.plan.Write(brokenPipe{}, m.kept.open); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("got %v", err)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errGone }

func TestMoreThanADossierHoldsIsRefusedBeforeItIsWritten(t *testing.T) {
	for name, fill := range map[string]func(*Builder){
		"too many files": func(b *Builder) {
			for i := range maxEntries {
				b.Attach(fmt.Sprint(i), "a.pdf", "application/pdf", "x", 1)
			}
		},
		"too many bytes": func(b *Builder) { b.Attach("ATT01", "a.pdf", "application/pdf", "x", maxTotal) },
		"too long a text": func(b *Builder) {
			b.parts = append(b.parts, part{Entry: Entry{ProposalFile, "application/json", maxText + 1, "x"}})
		},
	} {
		b := NewBuilder(Manifest{MadeAt: noon})
		fill(b)
		if _, err := b.Seal(); fault.CodeOf(err) != fault.TooLarge {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNamesOfKeptFilesAreHarmlessAndDistinct(t *testing.T) {
	tests := []struct{ label, file, want string }{
		{"ATT01", "报告.pdf", "附件/ATT01-报告.pdf"},
		{"ATT01", "报告.PDF", "附件/ATT01-报告(2).PDF"},
		{"ATT01", "../../etc/passwd", "附件/ATT01-.._.._etc_passwd"},
		{"ATT02", `C:\a\b.pdf`, "附件/ATT02-C__a_b.pdf"},
		{"ATT03", "a\u202efdp.exe\x00", "附件/ATT03-afdp.exe"},
		{"ATT04", strings.Repeat("长", 100) + ".pdf", "附件/ATT04-" + strings.Repeat("长", 63) + ".pdf"},
		{"ATT04", strings.Repeat("长", 101) + ".pdf", "附件/ATT04-" + strings.Repeat("长", 62) + "(2).pdf"},
		{"", " . ", "附件/-"},
	}
	n := namer{}
	for _, tt := range tests {
		if got := n.name("附件", tt.label, tt.file); got != tt.want || !safe(got) || len(got) > maxName+len("附件/") {
			t.Errorf("%q %q: %q (safe: %v), want %q", tt.label, tt.file, got, safe(got), tt.want)
		}
	}
	for name, want := range map[string]bool{"a": true, "a/b/c": true, "a/b/c/d": false, "": false, "/a": false, "a//b": false, "a/./b": false, "a/..": false,
		`a\b`: false, "a:b": false, "a.": false, "AUX": false, "com1.txt": false, "a\x00": false, "e\u0301": false, "\xff": false} {
		if safe(name) != want {
			t.Errorf("%q is safe: %v", name, !want)
		}
	}
}

// Whatever is handed in under whatever name, what is written is found sound.
func TestWhatIsWrittenIsSound(t *testing.T) {
	doc, _, err := proposal.DecodeDraft([]byte(`{"schemaVersion":"1.0","batchCode":"B","channel":"KEY_COUNTY","county":{"code":"370686","name":"栖霞市"}}`))
	must(t, err)
	rapid.Check(t, func(r *rapid.T) {
		kept, papers := folder{}, []Attached{}
		at := time.UnixMicro(rapid.Int64Range(0, 4_000_000_000_000_000).Draw(r, "at"))
		b := NewBuilder(Manifest{Nonce: rapid.String().Draw(r, "nonce"), MadeAt: at.Add(315532800 * time.Second), MadeBy: Maker{Name: rapid.String().Draw(r, "name")},
			Current: Current{Live: true, Totals: TotalsOf(doc)}, AuditStream: stream, Application: Subject{Zone: rapid.String().Draw(r, "zone")}})
		b.Text(ProposalFile, "application/json", proposal.Canonical(doc))
		must(t, b.JSON(FlowFile, Flow{}))
		for range rapid.IntRange(0, 6).Draw(r, "files") {
			name, body := rapid.String().Draw(r, "file"), rapid.SliceOf(rapid.Byte()).Draw(r, "body")
			sha := kept.keep(body)
			papers = append(papers, Attached{SHA256: sha, DocID: "x", Path: b.Attach(rapid.SampledFrom([]string{"A", "a", ""}).Draw(r, "label"), name, "", sha, int64(len(body)))})
		}
		must(t, b.JSON(AttachmentsFile, papers))
		if rapid.Bool().Draw(r, "omit") {
			b.Omit(rapid.String().Draw(r, "what"), rapid.String().Draw(r, "why"))
		}
		plan, err := b.Seal()
		must(t, err)
		var text bytes.Buffer
		must(t, plan.Write(&text, kept.open))
		if got := told(text.Bytes()); got != "" {
			r.Fatal(got)
		}
		if text.Len() == 0 {
			r.Fatal("nothing written")
		}
		where, bit := rapid.IntRange(0, text.Len()-1).Draw(r, "where"), rapid.IntRange(0, 7).Draw(r, "bit")
		sound := unpack(t, text.Bytes())
		text.Bytes()[where] ^= 1 << bit
		if told(text.Bytes()) == "" && fmt.Sprint(unpack(t, text.Bytes())) != fmt.Sprint(sound) {
			r.Fatalf("byte %d changed, and nobody noticed", where)
		}
	})
}

func FuzzVerify(f *testing.F) {
	m := story(f, 8, 2)
	f.Add(m.text)
	f.Add(m.text[:len(m.text)-1])
	f.Add(box{}.pack(f))
	f.Add([]byte("PK\x05\x06"))
	sound := unpack(f, m.text)
	f.Add(sound[:3].relist(f).pack(f))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := verify(text)
		if err != nil && fault.CodeOf(err) != fault.Malformed {
			t.Fatal(err)
		}
		if err == nil && len(r.Findings) == 0 && r.Digest != m.plan.Digest {
			t.Fatalf("another dossier is sound: %s", r.Digest)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	m := story(b, 60, 3)
	b.SetBytes(int64(len(m.text)))
	b.ReportAllocs()
	for b.Loop() {
		must(b, m.plan.Write(io.Discard, m.kept.open))
	}
}

func BenchmarkVerify(b *testing.B) {
	m := story(b, 60, 3)
	b.SetBytes(int64(len(m.text)))
	b.ReportAllocs()
	for b.Loop() {
		if r, err := verify(m.text); err != nil || len(r.Findings) > 0 {
			b.Fatal(err, r.Findings)
		}
	}
}
