package api_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"xianjie/internal/review"
	"xianjie/workflow"
)

func TestTheRankingIsLockedReadAndRecomputed(t *testing.T) {
	eachRound(t, writtenOnly(), 7, []string{"A01", "A02", "A03"}, func(t *testing.T, r *round) {
		r.draw("WRITTEN", nil, nil)
		for app := range r.apps {
			for n, i := range r.on(app) {
				if n == 0 && app == 0 {
					continue
				}
				r.submit(i, app, map[string]float64{"S1.1": 8 - float64(n%3)/2, "C4.1": float64(6 - app%2)})
			}
		}
		first := r.on(0)[0]
		path := r.declared(first, 0)
		at := "/batches/" + r.w.batch + "/ranking"
		files := []string{at, at + ".json", at + ".xlsx", at + "/verification"}
		waiting := r.secretary.get(at + "/desk").want(200)
		if waiting.count("pending") != 3 || waiting.number("locked") != 0 || waiting.text("actions.0.label") != "锁定排名" || waiting.count("actions.0.blockedBy") != 2 {
			t.Errorf("before the marks are in: %s", clip(waiting.body))
		}
		described(t, "RankingDesk", waiting)
		if theirs := r.admin.get(at + "/desk").want(200); theirs.count("actions") != 0 {
			t.Errorf("offered to whoever may not lock: %s", clip(theirs.body))
		}
		r.apps[0].filer.get(at+"/desk").refused(404, "not_found")
		r.experts[0].get(at+"/desk").refused(403, "forbidden")
		for _, p := range []*person{r.admin, r.apps[0].filer, r.apps[0].reviewer} {
			for _, file := range files {
				p.get(file).refused(404, "not_found")
			}
		}
		r.experts[0].get(at).refused(403, "forbidden")
		batch := r.secretary.get("/batches/" + r.w.batch).want(200)
		r.secretary.send("POST", at, `{}`, "If-Match", batch.tag()).refused(409, "refused")
		r.apps[0].act(r.secretary, `{"action":"close","opinion":"结束"}`).refused(409, "refused")
		r.hand(first, path, nil)
		for _, c := range r.apps {
			if got := c.act(r.secretary, `{"action":"close","opinion":"结束"}`).want(200).text("application.state"); got != "REVIEWED" {
				t.Fatalf("after closing: %s", got)
			}
		}
		r.admin.send("POST", at, `{}`, "If-Match", batch.tag()).refused(403, "forbidden")
		if ready := r.secretary.get(at + "/desk").want(200); ready.number("reviewed") != 3 || ready.count("pending") != 0 || ready.count("actions.0.blockedBy") != 0 {
			t.Errorf("all reviewed: %s", clip(ready.body))
		}
		locked := r.lock()
		if again := r.secretary.get(at + "/desk").want(200); again.number("locked") != 1 || again.text("actions.0.label") != "重新锁定排名" || again.count("actions.0.blockedBy") != 1 {
			t.Errorf("locked already, and nothing has changed since: %s", clip(again.body))
		} else if why := r.secretary.send("POST", at, `{}`, "If-Match", locked.tag()).refused(409, "refused"); why.text("detail") != again.text("actions.0.blockedBy.0.message") {
			t.Errorf("the desk says %q, the lock %q", again.text("actions.0.blockedBy.0.message"), why.text("detail"))
		}
		if locked.version() != r.secretary.get("/batches/"+r.w.batch).version() || locked.count("places") != 3 {
			t.Errorf("locked: %s %s", locked.tag(), clip(locked.body))
		}
		k := r.admin.get(at).want(200)
		r.admin.get(at, "If-None-Match", k.tag()).want(304)
		if k.count("rows") != 3 || k.number("rows.0.rank") != 1 || k.text("rows.0.written.working") == "" || k.text("rows.0.working") == "" || k.at("rows.0.defence") != nil ||
			!strings.Contains(k.text("advice.note"), "仅供参考") || k.count("advice.rows") != 3 || len(k.text("digest")) != 64 {
			t.Errorf("ranking: %s", clip(k.body))
		}
		if k.text("params.dimensions.0.name") == "" || k.text("params.dimensions.0.stage") != "WRITTEN" {
			t.Errorf("the dimensions have no names: %s", clip(k.body))
		}
		fates := map[string]int{}
		for i := range k.count("rows.0.written.marks") {
			fates[k.text(fmt.Sprintf("rows.0.written.marks.%d.fate", i))]++
		}
		if fates["KEPT"] != k.count("rows.0.written.kept") || fates["DROPPED"] != k.count("rows.0.written.dropped") {
			t.Errorf("marks: %v %s", fates, clip(k.body))
		}
		proof := r.admin.get(at + "/verification").want(200)
		if proof.at("same") != true || proof.text("recomputed") != k.text("digest") || proof.number("cases") != 3 || proof.count("differences") != 0 {
			t.Errorf("recomputed by the server: %s", clip(proof.body))
		}
		described(t, "RankingVerified", proof)
		for i := range r.experts {
			if bytes.Contains(k.body, []byte(r.account(i))) || bytes.Contains(k.body, []byte("省级单位")) {
				t.Error("the ranking names an expert")
			}
		}
		described(t, "Ranking", k)
		described(t, "LockedRanking", locked)
		file := r.admin.get(at + ".json").want(200)
		kept, err := r.w.store.Audit(context.Background(), workflow.BatchStream(r.w.batch), 0, 1000)
		must(t, err)
		if last := kept[len(kept)-1]; last.Action != "export" || last.Object != "排名复算文件" || last.AccountID == "" {
			t.Errorf("nobody kept who took the file away: %+v", last)
		}
		if sum := sha256.Sum256(file.body); hex.EncodeToString(sum[:]) != k.text("digest") || file.header.Get("Content-Type") != "application/json" {
			t.Errorf("the file is not what was locked: %s", clip(file.body))
		}
		if name := file.header.Get("Content-Disposition"); !strings.Contains(name, "filename*=UTF-8''") || !strings.Contains(name, "%E6%8E%92%E5%90%8D") {
			t.Errorf("file name: %s", name)
		}
		read, err := review.ReadFile(file.body)
		must(t, err)
		again := read.Recompute()
		if len(again.Differences) > 0 || len(again.Cases) != 3 {
			t.Errorf("recomputed: %+v", again.Differences)
		}
		var order []string
		for i := range k.count("rows") {
			order = append(order, k.text("rows."+string(rune('0'+i))+".no"))
		}
		var recomputed []string
		for _, tier := range again.TieBreak[0].Order {
			recomputed = append(recomputed, tier...)
		}
		if !slices.Equal(order, recomputed) {
			t.Errorf("order %v, recomputed %v", order, recomputed)
		}
		r.admin.get(at + ".xlsx").want(200)
		for _, p := range []*person{r.apps[0].filer, r.apps[0].reviewer} {
			for _, file := range files {
				p.get(file).refused(404, "not_found")
			}
		}
		r.publish()
		seen := r.apps[0].filer.get(at).want(200)
		described(t, "Ranking", seen)
		if bytes.Contains(seen.body, []byte(`"advice"`)) || seen.count("rows") != 3 || seen.at("published") != true || seen.tag() == k.tag() {
			t.Errorf("the county's ranking: %s", clip(seen.body))
		}
		if r.admin.get(at).want(200).tag() == seen.tag() {
			t.Error("the advice has the tag of the ranking without it")
		}
		if same := r.apps[0].reviewer.get(at + ".json").want(200); !bytes.Equal(same.body, file.body) {
			t.Error("another file for the city")
		}
		r.experts[0].get(at).refused(403, "forbidden")

		out := `{"action":"disqualify","opinion":"经核实","clause":"四.3","facts":"同一项目两次申报"}`
		r.apps[2].act(r.admin, out).want(200)
		r.w.at("2023-06-01T09:00:00+08:00") // the county's days to answer are over
		r.apps[2].act(r.w.as("prov_finance", "370000"), `{"action":"disqualify","opinion":"同意"}`).want(200)
		r.secretary = r.w.as("review_secretary", "370000") // the session of before has ended meanwhile
		if fewer := r.secretary.get(at + "/desk").want(200); fewer.number("reviewed") != 2 || fewer.count("actions.0.blockedBy") != 0 {
			t.Errorf("the list has changed since: %s", clip(fewer.body))
		}
		if second := r.lock(); second.count("places") != 2 {
			t.Errorf("locked anew: %s", clip(second.body))
		}
	})
}
