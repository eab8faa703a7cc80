package api_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"xianjie/internal/dossier"
)

// checked verifies a downloaded dossier.
func checked(t *testing.T, r *reply) dossier.Report {
	t.Helper()
	report, err := dossier.Verify(bytes.NewReader(r.body), int64(len(r.body)))
	must(t, err)
	for _, f := range report.Findings {
		t.Errorf("a fresh dossier: %s", f)
	}
	if want := `"` + report.Digest + `"`; r.tag() != want {
		t.Errorf("the ETag %s is not the manifest's digest %s", r.tag(), want)
	}
	return report
}

// inside is one file of a dossier as an ordinary archive program reads it, "" when it is not there.
func (r *reply) inside(t *testing.T, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(r.body), int64(len(r.body)))
	must(t, err)
	for _, f := range archive.File {
		if f.Name == name {
			body, err := f.Open()
			must(t, err)
			text, err := io.ReadAll(body)
			must(t, err)
			must(t, body.Close())
			return string(text)
		}
	}
	return ""
}

func TestADossierProvesItselfAndIsOnRecordBeforeItIsRead(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		c.act(c.reviewer, `{"action":"accept"}`).want(200)
		auditor := w.as("auditor", "370000")
		for _, p := range []*person{c.filer, c.signer, c.reviewer, c.finance, w.as("prov_admin", "370000"), w.as("auditor", "370600"), auditor} {
			r := p.get(c.path() + "/dossier.zip").want(200)
			report := checked(t, r)
			record := auditor.get("/audit/streams/application/" + c.id + "?limit=200").want(200)
			last := record.at("items").([]any)[record.count("items")-1].(map[string]any)
			if last["action"] != "export" || last["object"] != "卷宗" || last["afterDigest"] != report.Digest || last["actor"] != report.Manifest.MadeBy.Name {
				t.Errorf("%s: the record ends with %v", p.login, last)
			}
			oversight := strings.HasPrefix(p.login, "auditor")
			if got := r.inside(t, dossier.AuditFile) != ""; got != oversight {
				t.Errorf("%s gets the audit stream: %v", p.login, got)
			}
			if !oversight && bytes.Contains(unpacked(t, r), []byte("127.0.0.1")) {
				t.Errorf("%s reads addresses", p.login)
			}
		}
	})
}

// unpacked is the text of a whole dossier.
func unpacked(t *testing.T, r *reply) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(r.body), int64(len(r.body)))
	must(t, err)
	var all bytes.Buffer
	for _, f := range archive.File {
		all.WriteString(f.Name + "\n" + r.inside(t, f.Name))
	}
	return all.Bytes()
}
