package api_test

import (
	"strings"
	"testing"
)

func TestExpertsAreEnteredAndDrawnByAPublishedSeed(t *testing.T) {
	eachRound(t, writtenOnly(), 6, []string{"A01", "A02"}, func(t *testing.T, r *round) {
		pool := r.admin.get("/experts").want(200)
		if pool.number("total") != 6 || pool.text("items.0.code") != "E01" || pool.text("items.5.code") != "E06" {
			t.Errorf("pool: %s", clip(pool.body))
		}
		r.admin.get("/experts", "If-None-Match", pool.tag()).want(304)
		if waiting := r.secretary.get("/experts").want(200); waiting.count("mayRegister") != 0 {
			t.Errorf("all are entered, yet waiting: %s", clip(waiting.body))
		}
		fresh := r.w.account("expert-new", "省级单位新", "expert", "370000")
		if waiting := r.secretary.get("/experts", "If-None-Match", pool.tag()).want(200); waiting.count("mayRegister") != 1 || waiting.text("mayRegister.0.accountId") != fresh {
			t.Errorf("waiting to be entered: %s", clip(waiting.body))
		}
		if others := r.admin.get("/experts").want(200); others.count("mayRegister") != 0 {
			t.Errorf("told to whoever does not keep the pool: %s", clip(others.body))
		}
		one := "/experts/" + r.account(0)
		local := `{"unit":"烟台大学","nativeCity":"370600","served":["370832"],"active":true}`
		r.admin.send("PUT", one, local, "If-Match", `"1"`).refused(403, "forbidden")
		r.secretary.send("PUT", one, local, "If-Match", `"0"`).refused(412, "stale")
		r.secretary.send("PUT", one, local).refused(428, "precondition_required")
		if wrong := r.secretary.send("PUT", one, `{"unit":" ","nativeCity":"370686","served":["999999"],"active":true}`, "If-Match", `"1"`).refused(422, "invalid"); wrong.count("errors") != 3 {
			t.Errorf("wrong: %s", clip(wrong.body))
		}
		saved := r.secretary.send("PUT", one, local, "If-Match", `"1"`).want(200)
		if saved.tag() != `"2"` || saved.text("nativeCity.name") != "烟台市" || saved.text("served.0.name") != "梁山县" || saved.at("workCity") != nil {
			t.Errorf("saved: %s", clip(saved.body))
		}
		draws := "/batches/" + r.w.batch + "/draws"
		body := `{"stage":"WRITTEN","seed":"2022年12月12日上证指数","reason":"首次抽取"}`
		r.admin.send("POST", draws, body).refused(403, "forbidden")
		first := r.secretary.send("POST", draws, body, "Idempotency-Key", "d1").want(201)
		if again := r.secretary.send("POST", draws, body, "Idempotency-Key", "d1").want(201); again.text("id") != first.text("id") {
			t.Error("one request drew twice")
		}
		second := r.secretary.send("POST", draws, body).want(201)
		if first.text("digest") != second.text("digest") || jsonText(t, first.at("pairs")) != jsonText(t, second.at("pairs")) || len(first.text("digest")) != 64 {
			t.Error("one seed drew differently")
		}
		described(t, "Draw", first)
		if first.count("pairs") != 10 || first.count("conflicts") != 2 || !strings.Contains(first.text("conflicts.0.detail")+first.text("conflicts.1.detail"), "烟台市") {
			t.Errorf("draw: %s", clip(first.body))
		}
		if strings.Contains(jsonText(t, first.at("pairs"))+jsonText(t, first.at("candidates")), r.account(1)) {
			t.Error("a list for people names accounts")
		}
		on := func(d *reply, action string) *reply {
			return r.secretary.send("POST", draws+"/"+d.text("id")+"/actions", action, "If-Match", d.tag())
		}
		on(second, `{"action":"discard"}`).refused(422, "invalid")
		on(second, `{"action":"discard","reason":"重复"}`).want(200)
		if n := r.admin.get("/batches/" + r.w.batch).want(200).number("reviewPack"); n != 0 {
			t.Errorf("the pack is pinned at %d before anything was published", n)
		}
		on(first, `{"action":"publish"}`).want(200)
		on(first, `{"action":"publish"}`).refused(409, "refused")
		if n := r.admin.get("/batches/" + r.w.batch).want(200).number("reviewPack"); n != 1 {
			t.Errorf("the pack is pinned at %d", n)
		}
		r.secretary.send("POST", draws, body).refused(409, "refused") // nothing left to draw
		if all := r.admin.get(draws + "?stage=WRITTEN").want(200); all.number("total") != 2 {
			t.Errorf("draws: %s", clip(all.body))
		}
		p := r.admin.get("/batches/" + r.w.batch + "/panels").want(200)
		if p.number("pool") != 6 || p.count("items") != 2 || p.count("items.0.stages.0.experts") != 5 || p.number("items.0.stages.0.submitted") != 0 {
			t.Errorf("panels: %s", clip(p.body))
		}
	})
}
