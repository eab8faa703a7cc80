package dossier

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"time"
)

// Builder gathers a dossier, file by file in the order they are to have.
type Builder struct {
	manifest Manifest
	parts    []part
	names    namer
}

// part is one file and how its bytes come; nil body: a kept file.
type part struct {
	Entry
	body func(io.Writer) error
}

// NewBuilder begins a dossier; of its head everything but Format, Version, Omitted and Files is to be filled in.
func NewBuilder(head Manifest) *Builder {
	head.Format, head.Version, head.Omitted, head.Files = format, version, []Omission{}, []Entry{}
	head.MadeAt = head.MadeAt.UTC().Truncate(time.Microsecond)
	return &Builder{manifest: head, names: namer{fold(AttachmentsFile): true}}
}

// Omit says that something is left out, and why.
func (b *Builder) Omit(what, why string) {
	b.manifest.Omitted = append(b.manifest.Omitted, Omission{what, why})
}

// Text adds a file that is at hand.
func (b *Builder) Text(path, mediaType string, text []byte) {
	b.parts = append(b.parts, part{Entry{path, mediaType, int64(len(text)), digestOf(text)}, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	}})
}

// JSON adds a file of the dossier's own format.
func (b *Builder) JSON(path string, v any) error {
	text, err := encode(v)
	if err == nil {
		b.Text(path, "application/json", text)
	}
	return err
}

// Stream adds a file too long to hold. It is written twice, now to be measured and later for good, and must be the same both times.
func (b *Builder) Stream(path, mediaType string, write func(io.Writer) error) error {
	m := newMeter(io.Discard)
	if err := write(m); err != nil {
		return err
	}
	b.parts = append(b.parts, part{Entry{path, mediaType, m.size, m.digest()}, write})
	return nil
}

// Attach adds an attachment by its content hash and answers with its path.
func (b *Builder) Attach(label, fileName, mediaType, sha string, size int64) string {
	return b.keep(attachedFolder, label, fileName, mediaType, sha, size)
}

// Photo adds a photo of the site check and answers with its path.
func (b *Builder) Photo(label, fileName, mediaType, sha string, size int64) string {
	return b.keep(photoFolder, label, fileName, mediaType, sha, size)
}

// Voucher adds a file of the ledger and answers with its path.
func (b *Builder) Voucher(label, fileName, mediaType, sha string, size int64) string {
	return b.keep(voucherFolder, label, fileName, mediaType, sha, size)
}

func (b *Builder) keep(folder, label, fileName, mediaType, sha string, size int64) string {
	path := b.names.name(folder, label, fileName)
	b.parts = append(b.parts, part{Entry: Entry{path, mediaType, size, sha}})
	return path
}

// Seal ends the gathering: the guide for people is put in front and the manifest is fixed. Errors: TooLarge, Internal.
func (b *Builder) Seal() (*Plan, error) {
	parts := b.parts
	b.parts = nil
	b.Text(GuideFile, "text/plain; charset=utf-8", guide(b.manifest, parts))
	b.parts = append(b.parts, parts...)
	for _, p := range b.parts {
		b.manifest.Files = append(b.manifest.Files, p.Entry)
	}
	if err := b.manifest.check(); err != nil {
		return nil, err
	}
	text, err := encode(b.manifest)
	if err != nil {
		return nil, err
	}
	return &Plan{Manifest: b.manifest, Digest: digestOf(text), text: text, parts: b.parts}, nil
}

// Plan is a dossier ready to be written.
type Plan struct {
	Manifest Manifest
	Digest   string // hex SHA-256 of manifest.json

	text  []byte
	parts []part
}

// meter measures what passes through.
type meter struct {
	to   io.Writer
	size int64
	sum  interface {
		io.Writer
		Sum([]byte) []byte
	}
}

func newMeter(to io.Writer) *meter { return &meter{to: to, sum: sha256.New()} }

// Write implements io.Writer.
func (m *meter) Write(b []byte) (int, error) {
	n, err := m.to.Write(b)
	m.size += int64(n)
	_, _ = m.sum.Write(b[:n]) // a hash takes everything
	return n, err
}

func (m *meter) digest() string { return hex.EncodeToString(m.sum.Sum(nil)) }
