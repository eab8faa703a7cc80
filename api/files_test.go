package api_test

import (
	"bytes"
	"io/fs"
	"net/http"
	"os"
	"strings"
	"testing"
)

func TestADownloadNeverRunsInThePage(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		list := c.filer.get(c.path() + "/attachments").want(200)
		path, sha := "/attachments/"+list.text("items.0.id"), list.text("items.0.sha256")
		whole := c.filer.get(path).want(200)
		if !bytes.Equal(whole.body, paper("A01"+list.text("items.0.docId"))) || whole.tag() != `"`+sha+`"` {
			t.Error("another file came back")
		}
		for name, want := range map[string]string{"Content-Type": "application/pdf", "X-Content-Type-Options": "nosniff",
			"Content-Security-Policy": "sandbox; default-src 'none'", "Cross-Origin-Resource-Policy": "same-origin"} {
			if got := whole.header.Get(name); got != want {
				t.Errorf("%s: %q", name, got)
			}
		}
		if d := whole.header.Get("Content-Disposition"); !strings.HasPrefix(d, "attachment;") || !strings.Contains(d, "filename*=UTF-8''") {
			t.Errorf("disposition %q", d)
		}
		if part := c.filer.get(path, "Range", "bytes=0-3").want(http.StatusPartialContent); string(part.body) != "%PDF" {
			t.Errorf("a part: %q", part.body)
		}
		c.filer.get(path, "Range", "bytes=999999-").want(http.StatusRequestedRangeNotSatisfiable)
		c.filer.get(path, "If-None-Match", whole.tag()).want(http.StatusNotModified)
		head := c.filer.send("HEAD", path, "").want(200)
		if len(head.body) != 0 || head.header.Get("Content-Length") == "" || head.header.Get("Content-Type") != "application/pdf" {
			t.Errorf("head: %v", head.header)
		}
	})
}

func TestUploadsAreRefusedWithoutLeavingAnything(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		kept := w.kept()
		form := func(body string, headers ...string) func() *reply {
			return func() *reply {
				return c.filer.send("POST", c.path()+"/attachments", body, append([]string{"Content-Type", "multipart/form-data; boundary=b"}, headers...)...)
			}
		}
		part := func(name, value string) string {
			return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"
		}
		file := "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"图.pdf\"\r\n\r\n" + string(paper("x")) + "\r\n"
		html := strings.Replace(file, string(paper("x")), "<html><script>alert(1)</script></html>", 1)
		tests := []struct {
			name   string
			send   func() *reply
			status int
		}{
			{"no form", func() *reply { return c.filer.send("POST", c.path()+"/attachments", "{}") }, 415},
			{"no kind", form(file + "--b--\r\n"), 422},
			{"the kind behind the file", form(file + part("kind", "ZONE_MAP") + "--b--\r\n"), 422},
			{"no file", form(part("kind", "ZONE_MAP") + "--b--\r\n"), 422},
			{"an empty file", form(part("kind", "ZONE_MAP") + strings.Replace(file, string(paper("x")), "", 1) + "--b--\r\n"), 422},
			{"an unknown kind", form(part("kind", "BRIBE") + file + "--b--\r\n"), 422},
			{"an unknown field", form(part("kind", "ZONE_MAP") + part("path", "/etc") + file + "--b--\r\n"), 422},
			{"a field twice", form(part("kind", "ZONE_MAP") + part("kind", "OTHER") + file + "--b--\r\n"), 422},
			{"two files", form(part("kind", "ZONE_MAP") + file + file + "--b--\r\n"), 422},
			{"a page in a file's clothes", form(part("kind", "ZONE_MAP") + html + "--b--\r\n"), 415},
			{"a form that breaks off", form(part("kind", "ZONE_MAP") + file[:len(file)-9]), 400},
			{"fields without end", form(part("kind", strings.Repeat("x", 1<<20)) + file + "--b--\r\n"), 413},
			{"a number that is taken", form(part("kind", "ZONE_MAP") + part("docId", c.doc.Attachments[0].ID) + file + "--b--\r\n"), 409},
			{"not the signer's to upload", func() *reply { return c.signer.upload(c.id, "ZONE_MAP", "", "图.pdf", paper("x")) }, 403},
		}
		before := w.heads()
		for _, tt := range tests {
			r := tt.send()
			if r.status != tt.status || r.header.Get("Content-Type") != "application/problem+json" {
				t.Errorf("%s: %d, want %d %s", tt.name, r.status, tt.status, clip(r.body))
			}
		}
		if w.heads() != before {
			t.Error("a refused upload left a trace in the record")
		}
		if now := w.kept(); now != kept {
			t.Errorf("%d files on disk, before %d", now, kept)
		}
	})
}

// kept counts the files on disk, staged ones too.
func (w *world) kept() int {
	w.t.Helper()
	n := 0
	must(w.t, fs.WalkDir(os.DirFS(w.folder), ".", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			n++
		}
		return err
	}))
	return n
}

func TestAnUploadSentTwiceIsKeptOnce(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		first := c.filer.upload(c.id, "SITE_PHOTO", "", "图.pdf", paper("new"), "Idempotency-Key", "u1")
		if first.status == http.StatusUnsupportedMediaType {
			t.Fatalf("the pack takes no PDF as a photo: %s", clip(first.body))
		}
		first.want(201)
		again := c.filer.upload(c.id, "SITE_PHOTO", "", "图.pdf", paper("new"), "Idempotency-Key", "u1").want(201)
		if first.text("attachment.id") != again.text("attachment.id") || again.header.Get("Idempotency-Replayed") != "true" || again.tag() != first.tag() {
			t.Errorf("two files:\n%s\n%s", clip(first.body), clip(again.body))
		}
		c.filer.upload(c.id, "SITE_PHOTO", "", "图.pdf", paper("other"), "Idempotency-Key", "u1").refused(422, "invalid")
		path := "/attachments/" + first.text("attachment.id")
		c.filer.send("DELETE", path, "").refused(428, "precondition_required")
		c.filer.send("DELETE", path, "", "If-Match", `"no-such-content"`).refused(412, "stale")
		c.filer.send("DELETE", path, "", "If-Match", `"`+first.text("attachment.sha256")+`"`).want(200)
		c.filer.get(path).refused(404, "not_found")
	})
}
