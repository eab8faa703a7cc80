package api_test

import (
	"context"

	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/workflow"
)

// proposed takes applications past the review by the store alone and lets both bureaus propose them; the batch ends its collection.
func (w *world) proposed(cases ...*county) *person {
	w.t.Helper()
	w.at("2022-12-12T09:00:00+08:00")
	admin, money := w.as("prov_admin", "370000"), w.as("prov_finance", "370000")
	b := admin.get("/batches/" + w.batch).want(200)
	admin.send("POST", "/batches/"+w.batch+"/actions", `{"action":"close_collection"}`, "If-Match", b.tag()).want(200)
	must(w.t, w.store.InTx(context.Background(), func(tx workflow.Tx) error {
		now, err := tx.Now()
		if err != nil {
			return err
		}
		reported := now.AddDate(0, 0, -4) // in time
		ranking := workflow.Ranking{BatchID: w.batch, Digest: proposal.Digest(nil), LockedBy: "secretary", Name: "评审组织员", LockedAt: now}
		for i, c := range cases {
			app, err := tx.LockApplication(c.id)
			if err != nil {
				return err
			}
			points := review.Points(90_00 - i)
			if err := tx.InsertResult(workflow.Result{ApplicationID: c.id, BatchID: w.batch, Kind: workflow.ResultComposite,
				Composite: &review.Composite{Points: &points, Status: review.Scored, Working: "书面均分 91.37"}, PackVersion: 1, At: now, By: "secretary"}); err != nil {
				return err
			}
			ranking.Places = append(ranking.Places, review.Place{Application: c.id, Rank: i + 1})
			app.State, app.StateSince, app.Round, app.UpdatedAt, app.ReportedAt = workflow.Reviewed, now, app.Round+1, now, &reported
			if err := tx.SaveApplication(&app); err != nil {
				return err
			}
		}
		return tx.InsertRanking(&ranking)
	}))
	for _, c := range cases {
		for _, p := range []*person{admin, money} {
			c.act(p, `{"action":"propose","opinion":"同意拟立项"}`).want(200)
		}
	}
	return admin
}

// notice drafts and opens a notice of everything proposed.
func (w *world) notice(admin *person) *reply {
	w.t.Helper()
	draft := admin.send("POST", "/batches/"+w.batch+"/notices", "").want(201)
	return admin.send("POST", "/notices/"+draft.text("id")+"/actions", `{"action":"open"}`, "If-Match", draft.tag()).want(200)
}
