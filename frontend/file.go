package frontend

import (
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// The kinds a system's own table may not know, or name without their character set.
var kinds = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".woff2": "font/woff2", ".bcmap": "application/octet-stream",
	".pfb": "application/octet-stream", ".ttf": "font/ttf", ".txt": "text/plain; charset=utf-8",
}

// file sends a file of the build when there is one of that name. What lies in assets/ is named for its content and never changes.
func (s *Server) file(w http.ResponseWriter, r *http.Request, name string) bool {
	if name == "" || name == "index.html" || strings.HasPrefix(path.Base(name), ".") || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") {
		return false
	}
	if info, err := fs.Stat(s.files, name); err != nil || info.IsDir() {
		return false
	}
	h := w.Header()
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	kind := kinds[path.Ext(name)]
	if kind == "" {
		kind = mime.TypeByExtension(path.Ext(name))
	}
	h.Set("Content-Type", kind)
	for _, packed := range []struct{ coding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if _, err := fs.Stat(s.files, name+packed.suffix); err == nil && accepts(r.Header.Get("Accept-Encoding"), packed.coding) {
			h.Set("Content-Encoding", packed.coding)
			return s.whole(w, r, name+packed.suffix)
		}
	}
	return s.whole(w, r, name)
}

// whole sends a file of the build from its first byte to its last: none is so long that a part would be asked for.
func (s *Server) whole(w http.ResponseWriter, r *http.Request, name string) bool {
	content, err := fs.ReadFile(s.files, name)
	if err != nil {
		return false
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(content) // the reader may have gone
	}
	return true
}

// accepts reports whether an Accept-Encoding allows a coding: it is named, and not with a weight of nothing.
func accepts(header, coding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		_, q, found := strings.Cut(weight, "=")
		if !found {
			return true
		}
		value, err := strconv.ParseFloat(strings.TrimSpace(q), 64)
		return err == nil && value > 0
	}
	return false
}
