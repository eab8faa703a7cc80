package api_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"xianjie/api"
)

// reply is what came back.
type reply struct {
	t      *testing.T
	what   string
	status int
	header http.Header
	body   []byte
}

// send makes one request below the API's base; headers come in pairs.
func (p *person) send(method, path, body string, headers ...string) *reply {
	p.w.t.Helper()
	return p.stream(method, path, strings.NewReader(body), headers...)
}

func (p *person) stream(method, path string, body io.Reader, headers ...string) *reply {
	p.w.t.Helper()
	if !strings.HasPrefix(path, "http") {
		path = p.w.url + api.Base + path
	}
	r, err := http.NewRequest(method, path, body)
	must(p.w.t, err)
	if method != "GET" && method != "HEAD" && method != "DELETE" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i+1] == "" {
			r.Header.Del(headers[i])
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := p.http.Do(r)
	must(p.w.t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	must(p.w.t, err)
	return &reply{t: p.w.t, what: method + " " + strings.TrimPrefix(path, p.w.url), status: answer.StatusCode, header: answer.Header, body: text}
}

func (p *person) get(path string, headers ...string) *reply {
	p.w.t.Helper()
	return p.send("GET", path, "", headers...)
}

// want ends the test unless the status is the one expected.
func (r *reply) want(status int) *reply {
	r.t.Helper()
	if r.status != status {
		r.t.Fatalf("%s: status %d, want %d\n%s", r.what, r.status, status, clip(r.body))
	}
	return r
}

// refused is want for a problem with a code.
func (r *reply) refused(status int, code string) *reply {
	r.t.Helper()
	r.want(status)
	if got := r.header.Get("Content-Type"); got != "application/problem+json" {
		r.t.Fatalf("%s: content type %q\n%s", r.what, got, clip(r.body))
	}
	if got := r.text("code"); got != code {
		r.t.Fatalf("%s: code %q, want %q\n%s", r.what, got, code, clip(r.body))
	}
	return r
}

func clip(b []byte) string { return string(b[:min(len(b), 1500)]) }

func (r *reply) tag() string { return r.header.Get("ETag") }

// version is the part of the tag that counts writes; what may follow it is of who asks.
func (r *reply) version() string {
	version, _, _ := strings.Cut(strings.Trim(r.tag(), `"`), "-")
	return version
}

// at finds a value by its path: "application.county.code", "items.0.id".
func (r *reply) at(path string) any {
	r.t.Helper()
	var v any
	if err := json.Unmarshal(r.body, &v); err != nil {
		r.t.Fatalf("%s: %v\n%s", r.what, err, clip(r.body))
	}
	for key := range strings.SplitSeq(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			v = in[key]
		case []any:
			n, err := strconv.Atoi(key)
			if err != nil || n >= len(in) {
				r.t.Fatalf("%s: nothing at %s\n%s", r.what, path, clip(r.body))
			}
			v = in[n]
		default:
			r.t.Fatalf("%s: nothing at %s\n%s", r.what, path, clip(r.body))
		}
	}
	return v
}

func (r *reply) text(path string) string {
	r.t.Helper()
	s, ok := r.at(path).(string)
	if !ok {
		r.t.Fatalf("%s: %s is no text\n%s", r.what, path, clip(r.body))
	}
	return s
}

func (r *reply) number(path string) int {
	r.t.Helper()
	n, ok := r.at(path).(float64)
	if !ok {
		r.t.Fatalf("%s: %s is no number\n%s", r.what, path, clip(r.body))
	}
	return int(n)
}

func (r *reply) count(path string) int {
	r.t.Helper()
	list, ok := r.at(path).([]any)
	if !ok {
		r.t.Fatalf("%s: %s is no list\n%s", r.what, path, clip(r.body))
	}
	return len(list)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
