package api_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"
)

func TestASheetIsFilledInHandedInAndGivenBack(t *testing.T) {
	eachRound(t, writtenOnly(), 5, []string{"A01"}, func(t *testing.T, r *round) {
		r.draw("WRITTEN", nil, nil)
		p := r.experts[0]
		todo := p.get("/todos").want(200)
		path := r.task(0, 0)
		if todo.number("total") != 1 || "/reviews/"+todo.text("items.0.reviewId") != path || todo.at("items.0.application.summary") != nil {
			t.Errorf("to do: %s", clip(todo.body))
		}
		before := p.get(path).want(200)
		if bytes.Contains(before.body, []byte(`"document"`)) || before.count("rubric.dimensions") != 10 {
			t.Errorf("before declaring: %s", clip(before.body))
		}
		for _, shut := range []string{r.apps[0].path(), r.apps[0].path() + "/snapshots/1", r.apps[0].path() + "/attachments"} {
			p.get(shut).refused(404, "not_found")
		}
		p.get(path+"/sheet.xlsx").refused(409, "refused")
		p.send("PUT", path, `{"scores":{}}`, "If-Match", before.tag()).refused(409, "refused")
		p.actOn(path, `{"action":"declare","reason":"x"}`).refused(422, "invalid")
		p.actOn(path, `{"action":"declare"}`).want(200)
		open := p.get(path).want(200)
		if frozen := p.get(r.apps[0].path() + "/snapshots/" + strconv.Itoa(open.number("snapshotNo"))).want(200); jsonText(t, open.at("document")) != jsonText(t, frozen.at("document")) {
			t.Error("the document judged is not the frozen one")
		}
		described(t, "ReviewDetail", before)
		described(t, "ReviewDetail", open)
		draft := p.send("PUT", path, `{"scores":{"S1.1":8,"S1.2":0.5},"vetoes":{"DEBT":""}}`, "If-Match", open.tag()).want(200)
		if got := jsonText(t, draft.at("total")); got != "8.5" || draft.text("sheet.vetoes.DEBT") != "" {
			t.Errorf("draft: %s", clip(draft.body))
		}
		described(t, "ReviewRow", draft)
		p.send("PUT", path, `{"scores":{}}`, "If-Match", open.tag()).refused(412, "stale")
		tests := []struct{ name, sheet, place string }{
			{"off the step", `{"scores":{"S1.1":0.3}}`, "/scores/S1.1"},
			{"a hundred and one", `{"scores":{"S1.1":101}}`, "/scores/S1.1"},
			{"an unknown item", `{"scores":{"X9":1}}`, "/scores/X9"},
			{"an unknown veto", `{"scores":{},"vetoes":{"X9":"x"}}`, "/vetoes/X9"},
			{"a third decimal", `{"scores":{"S1.1":0.333}}`, "/scores/S1.1"},
			{"a text", `{"scores":{"S1.1":"8"}}`, "/scores/S1.1"},
			{"a negative score", `{"scores":{"S1.1":-1}}`, "/scores/S1.1"},
			{"an unknown member", `{"scores":{},"total":100}`, "/total"},
		}
		events := p.get(path + "/events").want(200).number("total")
		for _, tt := range tests {
			wrong := p.send("PUT", path, tt.sheet, "If-Match", draft.tag()).refused(422, "invalid")
			if wrong.count("errors") != 1 || wrong.text("errors.0.location") != tt.place {
				t.Errorf("%s: %s", tt.name, clip(wrong.body))
			}
		}
		low := sheetOf(open, map[string]float64{"S1.1": 1})
		low["reasons"] = map[string]string{}
		if wrong := p.actOn(path, jsonText(t, map[string]any{"action": "submit", "sheet": low})).refused(422, "invalid"); wrong.text("errors.0.location") != "/reasons/S1.1" {
			t.Errorf("a missing reason: %s", clip(wrong.body))
		}
		if gaps := p.actOn(path, `{"action":"submit"}`).refused(422, "invalid"); gaps.count("errors") != 23 {
			t.Errorf("%d gaps: %s", gaps.count("errors"), clip(gaps.body))
		}
		if now := p.get(path + "/events").want(200).number("total"); now != events {
			t.Errorf("refusals left %d events, before %d", now, events)
		}
		whole := jsonText(t, map[string]any{"action": "submit", "sheet": sheetOf(open, map[string]float64{"S1.1": 1})})
		tag := p.get(path).tag()
		send := func() *reply {
			return p.send("POST", path+"/actions", whole, "If-Match", tag, "Idempotency-Key", "s1").want(200)
		}
		once, twice := send(), send()
		if !bytes.Equal(once.body, twice.body) || once.tag() != twice.tag() || twice.header.Get("Idempotency-Replayed") != "true" || jsonText(t, once.at("total")) != "93" {
			t.Errorf("sent twice:\n%s\n%s", clip(once.body), clip(twice.body))
		}
		if now := p.get(path + "/events").want(200); now.number("total") != events+1 || jsonText(t, now.at("items.1.total")) != "93" {
			t.Errorf("one submit left: %s", clip(now.body))
		}
		p.send("PUT", path, `{"scores":{}}`, "If-Match", once.tag()).refused(409, "refused")
		hidden := r.secretary.get(path).want(200)
		for _, name := range []string{`"sheet"`, `"total"`, `"explanation"`} {
			if bytes.Contains(hidden.body[:bytes.Index(hidden.body, []byte(`"document"`))], []byte(name)) {
				t.Errorf("the secretary sees %s of an open stage: %s", name, clip(hidden.body))
			}
		}
		p.actOn(path, `{"action":"reopen","reason":"x"}`).refused(403, "forbidden")
		r.secretary.actOn(path, `{"action":"reopen"}`).refused(422, "invalid")
		back := r.secretary.actOn(path, `{"action":"reopen","reason":"漏看附件"}`).want(200)
		if bytes.Contains(back.body, []byte(`"sheet"`)) || bytes.Contains(back.body, []byte(`"total"`)) {
			t.Errorf("the sheet came back to the secretary: %s", clip(back.body))
		}
		if log := r.secretary.get(path + "/events").want(200); log.number("total") != 3 || bytes.Contains(log.body, []byte(`"sheet"`)) || log.at("items.1.total") != nil {
			t.Errorf("the secretary's record: %s", clip(log.body))
		}
		p.actOn(path, `{"action":"submit"}`).want(200)
		gone := p.actOn(path, `{"action":"recuse","reason":"与负责人相识"}`).want(200)
		if bytes.Contains(gone.body, []byte(`"sheet"`)) || gone.text("state") != "RECUSED" {
			t.Errorf("recused: %s", clip(gone.body))
		}
		if after := p.get(path).want(200); bytes.Contains(after.body, []byte(`"document"`)) || bytes.Contains(after.body, []byte(`"sheet"`)) {
			t.Errorf("the recused expert still reads: %s", clip(after.body))
		}
		p.get(r.apps[0].path()).refused(404, "not_found")
		p.get(path+"/sheet.xlsx").refused(404, "not_found")
	})
}

func TestAnOutlierIsAnsweredInWritingAndTheScoreStays(t *testing.T) {
	eachRound(t, writtenOnly(), 5, []string{"A01"}, func(t *testing.T, r *round) {
		r.draw("WRITTEN", nil, nil)
		for i := 1; i < 5; i++ {
			r.submit(i, 0, nil)
		}
		path := r.declared(0, 0)
		r.hand(0, path, map[string]float64{"S1.1": 0, "S1.2": 0})
		p := r.experts[0]
		if seen := p.get(path).want(200); seen.at("flagged") != true {
			t.Errorf("not flagged: %s", clip(seen.body))
		}
		if todo := p.get("/todos").want(200); todo.number("total") != 1 {
			t.Errorf("to do: %s", clip(todo.body))
		}
		if refused := r.apps[0].act(r.secretary, `{"action":"close","opinion":"结束"}`); refused.status != 409 || !strings.Contains(refused.text("detail")+string(refused.body), "书面说明") {
			t.Errorf("closed with an open outlier: %s", clip(refused.body))
		}
		p.actOn(path, `{"action":"explain"}`).refused(422, "invalid")
		r.experts[1].actOn(r.task(1, 0), `{"action":"explain","text":"x"}`).refused(409, "refused")
		told := p.actOn(path, `{"action":"explain","text":"联农带农一项只给了零分"}`).want(200)
		if told.text("explanation") == "" || jsonText(t, told.at("total")) != "83" {
			t.Errorf("explained: %s", clip(told.body))
		}
		for _, about := range []string{path, path + "/events"} {
			if seen := r.secretary.get(about).want(200); bytes.Contains(seen.body, []byte("只给了零分")) {
				t.Errorf("the secretary reads of the score while the stage is open: %s", clip(seen.body))
			}
		}
		r.apps[0].act(r.secretary, `{"action":"close","opinion":"结束"}`).want(200)
		if seen := r.secretary.get(path + "/events").want(200); !bytes.Contains(seen.body, []byte("只给了零分")) || !bytes.Contains(seen.body, []byte(`"total":83`)) {
			t.Errorf("after the stage: %s", clip(seen.body))
		}
	})
}
