package api_test

import (
	"strings"
	"testing"
)

// TestRefusalsOfReviewReadWell lists what the review office is refused with, as its people read it. Nothing refused leaves a trace.
func TestRefusalsOfReviewReadWell(t *testing.T) {
	eachRound(t, writtenOnly(), 6, []string{"A01"}, func(t *testing.T, r *round) {
		draws, at, batch := "/batches/"+r.w.batch+"/draws", "/batches/"+r.w.batch+"/ranking", r.secretary.get("/batches/"+r.w.batch).want(200)
		r.draw("WRITTEN", nil, []int{0, 1, 2, 3, 4})
		shut, open := r.task(0, 0), r.declared(1, 0)
		p, q, office, county := r.experts[0], r.experts[1], r.secretary, r.apps[0].filer
		sheet := jsonText(t, sheetOf(q.get(open).want(200), nil))
		put := func(body string) func() *reply {
			return func() *reply { return q.send("PUT", open, body, "If-Match", `"2"`) }
		}
		act := func(who *person, path, body, tag string) func() *reply {
			return func() *reply { return who.send("POST", path+"/actions", body, "If-Match", tag) }
		}
		tests := []refusal{
			{"a sheet before declaring", func() *reply { return p.send("PUT", shut, sheet, "If-Match", `"1"`) }, 409, "refused"},
			{"a workbook before declaring", func() *reply { return p.get(shut + "/sheet.xlsx") }, 409, "refused"},
			{"declaring twice", act(q, open, `{"action":"declare"}`, `"2"`), 409, "refused"},
			{"an act without its version", func() *reply { return q.send("POST", open+"/actions", `{"action":"submit"}`) }, 428, "precondition_required"},
			{"an act on an older version", act(q, open, `{"action":"submit"}`, `"1"`), 412, "stale"},
			{"an act that is none", act(q, open, `{"action":"approve"}`, `"2"`), 422, "invalid"},
			{"a reason where none belongs", act(q, open, `{"action":"submit","reason":"x"}`, `"2"`), 422, "invalid"},
			{"recusing without a reason", act(q, open, `{"action":"recuse"}`, `"2"`), 422, "invalid"},
			{"explaining what is not flagged", act(q, open, `{"action":"explain","text":"x"}`, `"2"`), 409, "refused"},
			{"reopening one's own sheet", act(q, open, `{"action":"reopen","reason":"x"}`, `"2"`), 403, "forbidden"},
			{"reopening what was not handed in", act(office, open, `{"action":"reopen","reason":"x"}`, `"2"`), 409, "refused"},
			{"0.3 of a step of 0.5", put(`{"scores":{"S1.1":0.3}}`), 422, "invalid"},
			{"101 points", put(`{"scores":{"S1.1":101}}`), 422, "invalid"},
			{"three decimals", put(`{"scores":{"S1.1":0.125}}`), 422, "invalid"},
			{"a score as text", put(`{"scores":{"S1.1":"8"}}`), 422, "invalid"},
			{"an item the rubric has not", put(`{"scores":{"S9.9":1}}`), 422, "invalid"},
			{"an item scored twice", put(`{"scores":{"S1.1":1,"S1.1":2}}`), 422, "invalid"},
			{"no scores at all", put(`{}`), 422, "invalid"},
			{"a total of one's own", put(`{"scores":{},"total":100}`), 422, "invalid"},
			{"the secretary scoring", func() *reply { return office.send("PUT", open, sheet, "If-Match", `"2"`) }, 403, "forbidden"},
			{"the county asking for reviews", func() *reply { return county.get("/reviews") }, 403, "forbidden"},
			{"another's review", func() *reply { return p.get(open) }, 404, "not_found"},
			{"a text as a workbook", func() *reply {
				return q.send("POST", open+"/sheet.xlsx", "x", "If-Match", `"2"`, "Content-Type", "text/plain")
			}, 415, "unsupported"},
			{"an archive that is none", func() *reply {
				return q.send("POST", open+"/sheet.xlsx", "PK", "If-Match", `"2"`, "Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
			}, 415, "unsupported"},
			{"a draw for the site check", func() *reply { return office.send("POST", draws, `{"stage":"SITE","reason":"x"}`) }, 422, "invalid"},
			{"a draw without a reason", func() *reply { return office.send("POST", draws, `{"stage":"WRITTEN","reason":" "}`) }, 422, "invalid"},
			{"a draw of unknown experts", func() *reply {
				return office.send("POST", draws, `{"stage":"WRITTEN","reason":"x","candidates":["nobody"]}`)
			}, 422, "invalid"},
			{"a draw with nothing to draw", func() *reply { return office.send("POST", draws, `{"stage":"WRITTEN","reason":"x"}`) }, 409, "refused"},
			{"a draw that is not there", func() *reply {
				return office.send("POST", draws+"/none/actions", `{"action":"publish"}`, "If-Match", `"1"`)
			}, 404, "not_found"},
			{"an expert without an account", func() *reply {
				return office.send("PUT", "/experts/none", `{"unit":"x","active":true}`, "If-Match", `"0"`)
			}, 404, "not_found"},
			{"a ranking that is not locked", func() *reply { return r.admin.get(at) }, 404, "not_found"},
			{"a ranking before publication", func() *reply { return county.get(at) }, 404, "not_found"},
			{"locking over an older batch", func() *reply { return office.send("POST", at, `{}`, "If-Match", batch.tag()) }, 412, "stale"},
			{"locking with work left", func() *reply {
				return office.send("POST", at, `{}`, "If-Match", office.get("/batches/"+r.w.batch).tag())
			}, 409, "refused"},
			{"a county locking", func() *reply { return county.send("POST", at, `{}`, "If-Match", `"1"`) }, 403, "forbidden"},
			{"closing with sheets missing", func() *reply { return r.apps[0].act(office, `{"action":"close","opinion":"x"}`) }, 409, "refused"},
		}
		before := r.w.heads()
		var tr transcript
		for _, tt := range tests {
			got := tt.send()
			if got.status != tt.status || got.header.Get("Content-Type") != "application/problem+json" || got.text("code") != tt.code {
				t.Errorf("%s: %d %s\n%s", tt.name, got.status, got.header.Get("Content-Type"), clip(got.body))
				continue
			}
			tr.add(tt.name, got)
		}
		if r.w.heads() != before {
			t.Error("a refusal left a trace")
		}
		if strings.Contains(tr.b.String(), r.account(1)) {
			t.Error("a refusal names an account")
		}
		golden(t, "review_refusals.golden", tr.b.String())
	})
}

// refusal is one question and the answer it must get.
type refusal struct {
	name   string
	send   func() *reply
	status int
	code   string
}
