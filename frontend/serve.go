package frontend

import (
	"crypto/rand"
	_ "embed"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// unbuilt is what a program without the web inside shows.
//
//go:embed unbuilt.html
var unbuilt string

// nonceMark is where index.html takes the answer's nonce.
const nonceMark = "__CSP_NONCE__"

// Server serves the web. Pages are addresses of the web's own router, so every navigation gets index.html; a file that is not there
// is not found, never a page.
type Server struct {
	files  fs.FS
	index  string // index.html with its nonceMark
	secure bool
}

// NewServer serves the files of a build; secure says that the outside speaks HTTPS.
func NewServer(files fs.FS, secure bool) (*Server, error) {
	index, err := fs.ReadFile(files, "index.html")
	if errors.Is(err, fs.ErrNotExist) {
		index, err = []byte(unbuilt), nil
	}
	return &Server{files: files, index: string(index), secure: secure}, err
}

// ServeHTTP answers GET and HEAD.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if s.secure { // over plain http browsers heed neither, and complain
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "网页只能查看", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if s.file(w, r, name) {
		return
	}
	if strings.HasPrefix(name+"/", "assets/") || path.Ext(name) != "" || !navigation(r) {
		http.Error(w, "没有这个文件", http.StatusNotFound)
		return
	}
	s.page(w, r)
}

// navigation reports whether a browser asks for a page, not a script for data.
func navigation(r *http.Request) bool {
	accept := r.Header.Get("Accept")
	return accept == "" || strings.Contains(accept, "text/html") || strings.Contains(accept, "*/*")
}

// policy lets a page use what this server sends and nothing else. Styles that the components write carry the answer's nonce;
// blob: is for files the page itself fetched, shown in a frame or as a picture.
func policy(nonce string) string {
	return "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; " +
		"img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self' blob:; media-src 'self' blob:; " +
		"object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
}

// page sends index.html, fresh each time: it names the scripts of this very build.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	nonce := rand.Text()
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", policy(nonce))
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	if r.Method == http.MethodGet {
		_, _ = w.Write([]byte(strings.ReplaceAll(s.index, nonceMark, nonce))) // the reader may have gone
	}
}
