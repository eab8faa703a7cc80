package api_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

// claim sends a body under a length of the sender's own choosing, over a bare connection, and reads what comes back.
func (p *person) claim(path, contentType, match string, length int, body string) *reply {
	p.w.t.Helper()
	base, err := url.Parse(p.w.url)
	must(p.w.t, err)
	conn, err := net.Dial("tcp", base.Host)
	must(p.w.t, err)
	defer func() { _ = conn.Close() }()
	must(p.w.t, conn.SetDeadline(time.Now().Add(10*time.Second)))
	var cookies []string
	for _, c := range p.http.Jar.Cookies(base) {
		cookies = append(cookies, c.Name+"="+c.Value)
	}
	_, err = fmt.Fprintf(conn, "POST /api/v1%s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nContent-Type: %s\r\nIf-Match: %s\r\nContent-Length: %d\r\n\r\n%s",
		path, base.Host, strings.Join(cookies, "; "), contentType, match, length, body)
	must(p.w.t, err)
	if length > len(body) {
		must(p.w.t, conn.(*net.TCPConn).CloseWrite())
	}
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	must(p.w.t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	must(p.w.t, err)
	return &reply{t: p.w.t, what: "POST " + path, status: answer.StatusCode, header: answer.Header, body: text}
}

func TestAClaimedLengthIsNotTrusted(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		version, kept := c.version(c.signer), w.kept()
		const json = "application/json"
		form, formType := formOf(t, "ZONE_MAP", "", "图.pdf", paper("x"))
		submit := `{"action":"submit"}`
		before := w.heads()
		for _, tt := range []struct {
			name      string
			by        *person
			path      string
			mediaType string
			length    int
			body      string
			status    int
			code      string
		}{
			{"a command said to be two megabytes", c.signer, c.path() + "/actions", json, 2 << 20, submit, 413, "too_large"},
			{"a document said to be a gigabyte", c.filer, "/applications", json, 1 << 30, "{}", 413, "too_large"},
			{"a command shorter than said", c.signer, c.path() + "/actions", json, len(submit) + 7, submit, 400, "malformed"},
			{"a command longer than said", c.signer, c.path() + "/actions", json, len(submit) - 1, submit, 400, "malformed"},
			{"a command said to be nothing", c.signer, c.path() + "/actions", json, 0, submit, 400, "malformed"},
			{"a document shorter than said", c.filer, "/applications", json, 1000, "{", 400, "malformed"},
			{"a file shorter than said", c.filer, c.path() + "/attachments", formType, len(form), string(form[:len(form)-40]), 400, "malformed"},
			{"a file longer than said", c.filer, c.path() + "/attachments", formType, len(form) - 20, string(form), 400, "malformed"},
		} {
			r := tt.by.claim(tt.path, tt.mediaType, version, tt.length, tt.body)
			if r.status != tt.status || r.header.Get("Content-Type") != "application/problem+json" || r.text("code") != tt.code {
				t.Errorf("%s: %d %s, want %d %s", tt.name, r.status, clip(r.body), tt.status, tt.code)
			}
		}
		if w.heads() != before || w.kept() != kept {
			t.Error("a refusal left something")
		}
	})
}

func TestAFileWhoseNameContradictsItsContentIsRefused(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		kept, before := w.kept(), w.heads()
		png := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), bytes.Repeat([]byte{1}, 64)...)
		for name, content := range map[string][]byte{"现场.pdf": png, "现场.jpg": png, "现场": png, "现场.png": paper("x"), "现场.pdf.exe": paper("x")} {
			r := c.filer.upload(c.id, "SITE_PHOTO", "", name, content).refused(415, "unsupported")
			if !strings.Contains(r.text("detail"), "扩展名应为") || !strings.Contains(r.text("detail"), name) {
				t.Errorf("%s: %s", name, clip(r.body))
			}
		}
		if w.heads() != before || w.kept() != kept {
			t.Error("a refusal left something")
		}
		c.filer.upload(c.id, "SITE_PHOTO", "", "现场.png", png).want(201)
	})
}
