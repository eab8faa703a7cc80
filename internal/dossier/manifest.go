package dossier

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/strictjson"
)

const (
	format  = "xianjie-dossier"
	version = 1
)

// Manifest is manifest.json: what the dossier is of, who had it made when, what his view leaves out, and every file.
type Manifest struct {
	Format      string     `json:"format"`
	Version     int        `json:"version"`
	Nonce       string     `json:"nonce"` // keeps the digest from being guessed at
	MadeAt      time.Time  `json:"madeAt"`
	MadeBy      Maker      `json:"madeBy"`
	Application Subject    `json:"application"`
	Current     Current    `json:"current"`
	AuditStream string     `json:"auditStream"` // where the server has this dossier on record
	Omitted     []Omission `json:"omitted"`
	Files       []Entry    `json:"files"`
}

// Maker is the post that had the dossier made.
type Maker struct {
	Role  string `json:"role"`
	Label string `json:"label"`
	Name  string `json:"name"` // unit and post
}

// Subject is the application.
type Subject struct {
	ID         string `json:"id"`
	No         string `json:"no"`
	BatchCode  string `json:"batchCode"`
	City       Place  `json:"city"`
	County     Place  `json:"county"`
	Zone       string `json:"zone"`
	State      string `json:"state"`
	StateLabel string `json:"stateLabel"`
}

// Place is a division.
type Place struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// Current says what the proposal is: the county's live draft, or the snapshot in force (SnapshotNo, 0 before the first submit); and what it
// comes to.
type Current struct {
	Live       bool   `json:"live"`
	SnapshotNo int    `json:"snapshotNo"`
	Totals     Totals `json:"totals"`
}

// Totals are the three sums people know an application by, in 万元.
type Totals struct {
	Linkage    money.Fen `json:"linkage"`
	Integrated money.Fen `json:"integrated"`
	Investment money.Fen `json:"investment"`
}

// TotalsOf adds a document up.
func TotalsOf(doc *proposal.Proposal) Totals {
	t := proposal.Totals(doc)
	return Totals{t.Linkage, t.Integrated, t.Investment}
}

// Omission is something the reader's view leaves out, and why.
type Omission struct {
	What string `json:"what"`
	Why  string `json:"why"`
}

// Entry is one file.
type Entry struct {
	Path      string `json:"path"`
	MediaType string `json:"mediaType"`
	Size      int64  `json:"size"`
	SHA256    string `json:"sha256"`
}

// digestOf is the hex SHA-256 of a text.
func digestOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// encode is the one JSON form of the dossier's own files: indented for people, keys in the order of the format.
func encode(v any) ([]byte, error) {
	text, err := json.Marshal(v, json.Deterministic(true), jsontext.WithIndent("  "))
	if err != nil {
		return nil, fault.Wrap(fault.Internal, "卷宗写不出来", err)
	}
	return append(text, '\n'), nil
}

// decode reads a file of the dossier strictly; there is one spelling of each content.
func decode[T any](what string, text []byte) (T, error) {
	var v T
	if err := strictjson.Read(what, text, &v); err != nil {
		return v, err
	}
	again, err := encode(v)
	if err == nil && !bytes.Equal(again, text) {
		err = fault.New(fault.Invalid, "%s 第 %d 字节起不是系统写出的样子", what, 1+firstDifference(again, text))
	}
	return v, err
}

// firstDifference is the index of the first byte in which two texts differ.
func firstDifference(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// check holds the manifest to the bounds of a dossier and to names that are safe to unpack and distinct on every disk.
func (m Manifest) check() error {
	total, seen := int64(0), map[string]bool{fold(ManifestFile): true}
	for _, f := range m.Files {
		key := fold(f.Path)
		switch {
		case !safe(f.Path):
			return fault.New(fault.Invalid, "清单所列文件名“%s”不安全", f.Path)
		case seen[key]:
			return fault.New(fault.Invalid, "清单所列文件名“%s”重复（不分大小写）", f.Path)
		case f.Size < 0 || (!keptAsIs(f.Path) && f.Size > maxText):
			return fault.New(fault.TooLarge, "“%s”有 %d 字节，超过卷宗单个文本文件上限 %d 字节", f.Path, f.Size, int64(maxText))
		}
		seen[key] = true
		if total += f.Size; total > maxTotal || f.Size > maxTotal {
			return fault.New(fault.TooLarge, "卷宗合计超过上限 %d 字节，请改为逐个下载附件", int64(maxTotal))
		}
	}
	if len(m.Files) >= maxEntries {
		return fault.New(fault.TooLarge, "卷宗有 %d 个文件，超过上限 %d 个", len(m.Files), maxEntries-1)
	}
	return nil
}
