package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"xianjie/internal/sample"
)

// transcript collects refusals for a golden file, request numbers left out.
type transcript struct{ b strings.Builder }

func (tr *transcript) add(name string, r *reply) {
	var v map[string]any
	if err := json.Unmarshal(r.body, &v); err != nil {
		r.t.Fatalf("%s: %v\n%s", r.what, err, clip(r.body))
	}
	delete(v, "request")
	delete(v, "findings")
	text, err := json.MarshalIndent(v, "  ", "  ")
	must(r.t, err)
	fmt.Fprintf(&tr.b, "%s\n  %d %s", name, r.status, r.header.Get("Content-Type"))
	if after := r.header.Get("Retry-After"); after != "" {
		fmt.Fprintf(&tr.b, " Retry-After: %s", after)
	}
	fmt.Fprintf(&tr.b, "\n  %s\n\n", text)
}

// edited is a sample with one text replaced; the replacement must take place.
func edited(t *testing.T, old, new string) string {
	t.Helper()
	text := string(sample.Application("A01"))
	if !strings.Contains(text, old) {
		t.Fatalf("the sample has no %q", old)
	}
	return strings.Replace(text, old, new, 1)
}

func TestEachRefusalSaysWhatToDo(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		f, plan := c.filer, c.path()+"/sections/plan"
		village := `"code": "370686901201",`
		good := `{"title":"x","startDate":"2023-01-01","endDate":"2024-12-31"}`
		project := func(funds string) string { return `{"id":"P77","name":"x","funds":` + funds + `}` }
		var many bytes.Buffer
		for i := range 9999 {
			fmt.Fprintf(&many, `,{"id":"P%d"}`, i)
		}
		crowd := `{"schemaVersion":"1.0","batchCode":"` + c.doc.BatchCode + `","channel":"CITY_SELECTED","county":{"code":"370686","name":"栖霞市"},"projects":[` + many.String()[1:] + `]}`
		list := func(query string) func() *reply { return func() *reply { return f.get("/applications?" + query) } }
		post := func(path, body string, headers ...string) func() *reply {
			return func() *reply { return f.send("POST", path, body, headers...) }
		}
		put := func(path, body string, headers ...string) func() *reply {
			return func() *reply { return f.send("PUT", path, body, headers...) }
		}
		version := f.get(c.path()).tag()
		tests := []struct {
			name   string
			send   func() *reply
			status int
			code   string
		}{
			{"no session", func() *reply { return w.nobody().get("/session") }, 401, "signed_out"},
			{"a wrong password", func() *reply {
				return w.nobody().send("POST", "/session", `{"login":"nobody","password":"hunter2-secret"}`)
			}, 401, "signed_out"},
			{"a password that is no text", func() *reply { return w.nobody().send("POST", "/session", `{"login":"nobody","password":73317331}`) }, 422, "invalid"},
			{"not my right", post("/batches", string(sample.Pack())), 403, "forbidden"},
			{"an unknown address", func() *reply { return f.get("/nowhere") }, 404, "not_found"},
			{"an unknown method", func() *reply { return f.send("PATCH", "/applications", "{}") }, 405, "method_not_allowed"},
			{"an unknown application", func() *reply { return f.get("/applications/none") }, 404, "not_found"},
			{"text that is no JSON", put(c.path()+"/project-order", "{\n \"ids\": [\"P01\",\n}", "If-Match", version), 400, "malformed"},
			{"no text at all", put(c.path()+"/project-order", " ", "If-Match", version), 400, "malformed"},
			{"two values", put(c.path()+"/project-order", `{"ids":["P01"]} {}`, "If-Match", version), 400, "malformed"},
			{"text that is not UTF-8", put(c.path()+"/project-order", "{\"ids\":[\"\xff\"]}", "If-Match", version), 400, "malformed"},
			{"nesting without end", put(c.path()+"/project-order", strings.Repeat("[", 100000), "If-Match", version), 400, "malformed"},
			{"a body where none belongs", func() *reply { return f.send("GET", "/session", "{}") }, 400, "malformed"},
			{"an unknown key", post(c.path()+"/actions", `{"action":"submit","force":true}`, "If-Match", version), 422, "invalid"},
			{"a key twice", post(c.path()+"/actions", `{"action":"submit","opinion":"a","opinion":"b"}`, "If-Match", version), 422, "invalid"},
			{"a key in other letters", post(c.path()+"/actions", `{"Action":"submit"}`, "If-Match", version), 422, "invalid"},
			{"a missing key", post(c.path()+"/actions", `{}`, "If-Match", version), 422, "invalid"},
			{"several faults at once", post(c.path()+"/actions", `{"action":"bribe","rank":-1,"opinion":5}`, "If-Match", version), 422, "invalid"},
			{"text no database can keep", post(c.path()+"/actions", `{"action":"submit","opinion":"a\u0000b"}`, "If-Match", version), 422, "invalid"},
			{"another content type", post(c.path()+"/actions", `{"action":"submit"}`, "If-Match", version, "Content-Type", "text/plain"), 415, "unsupported"},
			{"another character set", post(c.path()+"/actions", `{"action":"submit"}`, "If-Match", version, "Content-Type", "application/json; charset=gbk"), 415, "unsupported"},
			{"a command of two megabytes", post(c.path()+"/actions", `{"action":"submit","opinion":"`+strings.Repeat("x", 2<<20)+`"}`, "If-Match", version), 413, "too_large"},
			{"a document of five megabytes", post("/applications", `{"_note":"`+strings.Repeat("x", 5<<20)+`"}`), 413, "too_large"},
			{"no version", put(plan, good), 428, "precondition_required"},
			{"any version", put(plan, good, "If-Match", "*"), 400, "malformed"},
			{"a weak version", put(plan, good, "If-Match", `W/"1"`), 400, "malformed"},
			{"a bare version", put(plan, good, "If-Match", `1`), 400, "malformed"},
			{"two versions", put(plan, good, "If-Match", `"1", "2"`), 400, "malformed"},
			{"a version that is no number", put(plan, good, "If-Match", `"abc"`), 400, "malformed"},
			{"an old version", put(plan, good, "If-Match", `"99"`), 412, "stale"},
			{"an unknown section", put(c.path()+"/sections/secrets", good, "If-Match", `"1"`), 422, "invalid"},
			{"9,999 projects", post("/applications", crowd), 422, "invalid"},
			{"a village whose code stands twice", post("/applications", edited(t, village, `"code": "370686901201", "code": "370686901202",`)), 422, "invalid"},
			{"five decimals of 万元 are kept, seven are not", post(c.path()+"/projects", project(`[{"source":"SOCIAL","amount":1.0000001}]`)), 422, "invalid"},
			{"an amount of 1e18", post(c.path()+"/projects", project(`[{"source":"SOCIAL","amount":1e18}]`)), 422, "invalid"},
			{"an amount of a trillion trillions", post(c.path()+"/projects", project(`[{"source":"SOCIAL","amount":1000000000000000000}]`)), 422, "invalid"},
			{"an amount as text", post(c.path()+"/projects", project(`[{"source":"SOCIAL","amount":"1"}]`)), 422, "invalid"},
			{"the 30th of February", put(plan, `{"title":"x","startDate":"2023-02-30","endDate":""}`, "If-Match", `"1"`), 422, "invalid"},
			{"an unknown channel", post("/applications", edited(t, `"CITY_SELECTED"`, `"BACK_DOOR"`)), 422, "invalid"},
			{"another county's draft", post("/applications", string(sample.Application("A02"))), 403, "forbidden"},
			{"an unknown filter", list("colour=red"), 422, "invalid"},
			{"an unknown order", list("sort=secret"), 422, "invalid"},
			{"an unknown state", list("state=DRAFT,LOST"), 422, "invalid"},
			{"a page of a thousand", list("pageSize=1000"), 422, "invalid"},
			{"page zero", list("page=0"), 422, "invalid"},
			{"a page that is no number", list("page=one"), 422, "invalid"},
			{"a query no database can keep", list("q=%00"), 400, "malformed"},
			{"a query that is not UTF-8", list("q=%ff"), 400, "malformed"},
			{"a path no database can keep", func() *reply { return f.get("/applications/%00") }, 400, "malformed"},
			{"a city that is none", func() *reply { return c.reviewer.get("/batches/" + w.batch + "/shortlist") }, 422, "invalid"},
			{"a step of a draft the city may not see", func() *reply {
				return c.reviewer.send("POST", c.path()+"/actions", `{"action":"accept"}`, "If-Match", version)
			}, 404, "not_found"},
			{"somebody else's step", func() *reply { return c.act(c.signer, `{"action":"accept"}`) }, 403, "forbidden"},
			{"a patch that is a list", func() *reply { return f.send("PATCH", plan, `[1]`, "If-Match", `"1"`) }, 422, "invalid"},
			{"a key that is too long", post(c.path()+"/projects", `{"id":"P88"}`, "Idempotency-Key", strings.Repeat("k", 201)), 400, "malformed"},
		}
		before := w.heads()
		var tr transcript
		for _, tt := range tests {
			r := tt.send()
			if r.status != tt.status || r.header.Get("Content-Type") != "application/problem+json" || r.text("code") != tt.code {
				t.Errorf("%s: %d %s\n%s", tt.name, r.status, r.header.Get("Content-Type"), clip(r.body))
				continue
			}
			tr.add(tt.name, r)
		}
		if w.heads() != before {
			t.Error("a refusal left a trace")
		}
		for _, secret := range []string{"hunter2-secret", "73317331", password} {
			if strings.Contains(tr.b.String(), secret) || strings.Contains(w.log.String(), secret) {
				t.Errorf("the secret %q is said again", secret)
			}
		}
		golden(t, "refusals.golden", tr.b.String())
	})
}

func TestNegativeAmountsAndDoubledVillagesAreKeptInADraftAndJudged(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		r := c.filer.send("POST", c.path()+"/projects", `{"id":"P77","name":"x","funds":[{"source":"SOCIAL","amount":-1}],"totalInvestment":0.00005}`).want(201)
		if !strings.Contains(string(r.body), `"rule":"F08"`) {
			t.Errorf("a negative amount changed no finding: %s", clip(r.body))
		}
		kept := c.filer.get(c.path() + "/projects/P77").want(200)
		if !strings.Contains(string(kept.body), `"amount":-1`) || !strings.Contains(string(kept.body), `"totalInvestment":0.00005`) {
			t.Errorf("the amounts are not kept as written: %s", clip(kept.body))
		}
		villages := c.filer.get(c.path() + "/sections/villages").want(200)
		var list []json.RawMessage
		must(t, json.Unmarshal(villages.body, &list))
		twice, err := json.Marshal(append(list, list[0]))
		must(t, err)
		r = c.filer.send("PUT", c.path()+"/sections/villages", string(twice), "If-Match", villages.tag()).want(200)
		if !strings.Contains(string(r.body), `"verdict":"FAIL"`) {
			t.Errorf("a village twice changed no finding: %s", clip(r.body))
		}
	})
}

// endless is a body that goes on and counts what was read of it.
type endless struct {
	head io.Reader
	read atomic.Int64
	most int64
}

func (e *endless) Read(p []byte) (int, error) {
	if n, err := e.head.Read(p); err == nil {
		return n, nil
	}
	if e.read.Load() >= e.most {
		return 0, io.EOF
	}
	clear(p)
	e.read.Add(int64(len(p)))
	return len(p), nil
}

func TestAHundredMegabytesAreRefusedWithoutBeingRead(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		form, contentType := formOf(t, "ZONE_MAP", "", "大图.pdf", paper("x"))
		cut := bytes.Index(form, []byte("%%EOF"))
		body := &endless{head: bytes.NewReader(form[:cut]), most: 4 << 30}
		r, err := http.NewRequest("POST", w.url+"/api/v1"+c.path()+"/attachments", body)
		must(t, err)
		r.Header.Set("Content-Type", contentType)
		answer, err := c.filer.http.Do(r)
		if err == nil {
			defer answer.Body.Close()
			if answer.StatusCode != http.StatusRequestEntityTooLarge {
				text, _ := io.ReadAll(answer.Body)
				t.Errorf("status %d %s", answer.StatusCode, text)
			}
		}
		if read := body.read.Load(); read > 120<<20 {
			t.Errorf("%d MB were read of a file that may have far less", read>>20)
		}
		if n := c.filer.get(c.path() + "/attachments").want(200).count("items"); n != len(c.doc.Attachments) {
			t.Errorf("%d files", n)
		}
	})
}
