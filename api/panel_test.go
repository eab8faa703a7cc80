package api_test

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"xianjie/internal/sample"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// round is a batch under review: its applications stand in the written stage, nobody is drawn yet.
type round struct {
	w                       *world
	apps                    []*county
	admin, money, secretary *person
	experts                 []*person
}

// writtenOnly is the sample pack without defence and site check.
func writtenOnly() []byte {
	return []byte(strings.Replace(string(sample.Pack()), `"params": {`, `"params": {"stages": ["EXPERT_REVIEW", "PUBLIC_NOTICE"], `, 1))
}

// eachRound runs body in a fresh round on each database.
func eachRound(t *testing.T, pack []byte, experts int, names []string, body func(t *testing.T, r *round)) {
	t.Helper()
	storetest.EachDSN(t, func(t *testing.T, dsn string) { body(t, newRound(t, dsn, pack, experts, names)) })
}

func newRound(t *testing.T, dsn string, pack []byte, experts int, names []string) *round {
	t.Helper()
	w := newWorld(t, dsn, nothingElse)
	w.openBatchOf(pack)
	r := &round{w: w, admin: w.as("prov_admin", "370000"), money: w.as("prov_finance", "370000"), secretary: w.as("review_secretary", "370000")}
	w.at("2022-12-05T09:00:00+08:00")
	for _, name := range names {
		r.apps = append(r.apps, w.draft(name).desks().submit())
	}
	for i, c := range r.apps {
		c.act(c.reviewer, `{"action":"accept"}`).want(200)
		shortlist := `{"action":"shortlist","opinion":"同意","rank":1,"minutesDocNo":"纪要","yellowRiverReason":"已比选"}`
		c.act(c.reviewer, shortlist).want(200)
		c.act(c.finance, shortlist).want(200)
		c.act(c.issue, `{"action":"report","cityDocNo":"市报〔2022〕`+string(rune('1'+i))+`号","yellowRiverReason":"已比选"}`).want(200)
	}
	w.at("2022-12-12T09:00:00+08:00")
	batch := r.admin.get("/batches/" + w.batch).want(200)
	r.admin.send("POST", "/batches/"+w.batch+"/actions", `{"action":"close_collection"}`, "If-Match", batch.tag()).want(200)
	for _, c := range r.apps {
		c.act(r.admin, `{"action":"start"}`).want(200)
		c.act(r.admin, `{"action":"pass","opinion":"通过"}`).want(200)
		c.act(r.money, `{"action":"pass","opinion":"通过"}`).want(200)
	}
	for i := range experts {
		r.expert(i)
	}
	return r
}

// expert makes the account of an expert, signs him in and enters him in the pool.
func (r *round) expert(i int) *person {
	r.w.t.Helper()
	login := "expert-" + string(rune('a'+i))
	id := r.w.account(login, "省级单位"+string(rune('甲'+i)), "expert", "370000")
	p := r.w.signIn(login)
	r.secretary.send("PUT", "/experts/"+id, `{"unit":"省级单位`+string(rune('甲'+i))+`","field":"农业","active":true}`, "If-Match", `"0"`).want(200)
	r.experts = append(r.experts, p)
	return p
}

// signIn is a browser signed in to an account that exists.
func (w *world) signIn(login string) *person {
	w.t.Helper()
	p := w.nobody()
	p.login = login
	p.send("POST", "/session", `{"login":"`+login+`","password":"`+password+`"}`).want(201)
	return p
}

// account is the id of the expert's account.
func (r *round) account(i int) string { return r.w.accounts[r.experts[i].login] }

func jsonText(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	must(t, err)
	return string(text)
}

// draw draws and publishes among some experts for some applications; nil is all.
func (r *round) draw(stage string, apps, experts []int) *reply {
	r.w.t.Helper()
	body := map[string]any{"stage": stage, "seed": "摇号", "reason": "首次抽取"}
	for _, i := range apps {
		body["applications"] = append(listOf(body["applications"]), r.apps[i].id)
	}
	for _, i := range experts {
		body["candidates"] = append(listOf(body["candidates"]), r.account(i))
	}
	path := "/batches/" + r.w.batch + "/draws"
	d := r.secretary.send("POST", path, jsonText(r.w.t, body)).want(201)
	return r.secretary.send("POST", path+"/"+d.text("id")+"/actions", `{"action":"publish"}`, "If-Match", d.tag()).want(200)
}

func listOf(v any) []any { list, _ := v.([]any); return list }

// task is the address of an expert's review of an application; "" when he has none.
func (r *round) task(i, app int) string {
	r.w.t.Helper()
	found := r.experts[i].get("/reviews?application=" + r.apps[app].id).want(200)
	if found.number("total") == 0 {
		return ""
	}
	return "/reviews/" + found.text("items.0.id")
}

// act does something to a review at the version its actor sees.
func (p *person) actOn(path, body string, headers ...string) *reply {
	p.w.t.Helper()
	tag := p.get(path).want(200).tag()
	return p.send("POST", path+"/actions", body, append([]string{"If-Match", tag}, headers...)...)
}

// sheetOf is full marks but for some items.
func sheetOf(task *reply, but map[string]float64) map[string]any {
	scores, reasons := map[string]float64{}, map[string]string{}
	for _, d := range task.at("rubric.dimensions").([]any) {
		for _, item := range d.(map[string]any)["items"].([]any) {
			item := item.(map[string]any)
			scores[item["code"].(string)] = item["max"].(float64)
		}
	}
	maps.Copy(scores, but)
	for code := range but {
		reasons[code] = "理由"
	}
	return map[string]any{"scores": scores, "reasons": reasons, "comment": "总体意见"}
}

// declared opens an expert's file.
func (r *round) declared(i, app int) string {
	r.w.t.Helper()
	path := r.task(i, app)
	if path == "" {
		r.w.t.Fatalf("expert %d has no task on application %d", i, app)
	}
	r.experts[i].actOn(path, `{"action":"declare"}`).want(200)
	return path
}

// submit hands in full marks but for some items.
func (r *round) submit(i, app int, but map[string]float64) string {
	r.w.t.Helper()
	path := r.declared(i, app)
	r.hand(i, path, but)
	return path
}

func (r *round) hand(i int, path string, but map[string]float64) {
	r.w.t.Helper()
	sheet := sheetOf(r.experts[i].get(path).want(200), but)
	r.experts[i].actOn(path, jsonText(r.w.t, map[string]any{"action": "submit", "sheet": sheet})).want(200)
}

// on are the experts who have a task on an application.
func (r *round) on(app int) []int {
	var on []int
	for i := range r.experts {
		if r.task(i, app) != "" {
			on = append(on, i)
		}
	}
	return on
}

// lock locks the ranking.
func (r *round) lock() *reply {
	r.w.t.Helper()
	batch := r.secretary.get("/batches/" + r.w.batch).want(200)
	return r.secretary.send("POST", "/batches/"+r.w.batch+"/ranking", `{"seed":"抽签"}`, "If-Match", batch.tag()).want(201)
}

// publish opens a notice of the batch, whoever writes notices.
func (r *round) publish() {
	r.w.t.Helper()
	must(r.w.t, r.w.store.InTx(r.w.t.Context(), func(tx workflow.Tx) error {
		now, err := tx.Now()
		if err != nil {
			return err
		}
		n := workflow.Notice{ID: "notice", BatchID: r.w.batch, State: workflow.NoticeDraft, Title: "公示", Body: "公示", Channel: "门户网站", Phone: "0531-12345678", CreatedBy: "x", CreatedAt: now, UpdatedAt: now, Entries: []workflow.NoticeEntry{}}
		if err := tx.InsertNotice(&n); err != nil {
			return err
		}
		closes := now.AddDate(0, 0, 10)
		n.State, n.OpensAt, n.ClosesAt = workflow.NoticeOpen, &now, &closes
		return tx.SaveNotice(&n)
	}))
}
