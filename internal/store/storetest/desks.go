package storetest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
	"xianjie/workflow"
)

func signature(a workflow.Application, id string, action workflow.Action, role workflow.Role) workflow.Signature {
	return workflow.Signature{ID: id, ApplicationID: a.ID, Action: action, Round: a.Round, SnapshotNo: 1, Role: role, AccountID: "acc-2", Name: "某市振兴局 审核岗",
		Opinion: "同意", Input: workflow.Input{Rank: 1, MinutesDocNo: "〔2022〕3号", Items: []workflow.ReturnItem{{Section: "zone", Fields: []string{"name"}}}}, SignedAt: day(4)}
}

// confirmation is a finance bureau's word for its line, given with an attachment or "" none.
func confirmation(a workflow.Application, id, file string) workflow.Confirmation {
	return workflow.Confirmation{ID: id, ApplicationID: a.ID, Kind: workflow.PledgeLine, Line: "LINKAGE_COUNTY", Department: "财政局", AttachmentID: file,
		SnapshotNo: 1, AccountID: "acc-1", Name: "财政局 经办岗", ConfirmedAt: day(3)}
}

func deskScenarios() []scenario {
	return []scenario{
		{"a bureau signs an action once in a round, and again after its signature was voided", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertSignature(signature(a, "s1", workflow.Shortlist, workflow.CityReviewer)); err != nil {
					return err
				}
				if err := tx.InsertSignature(signature(a, "s2", workflow.Shortlist, workflow.CityReviewer)); fault.CodeOf(err) != fault.Refused {
					t.Errorf("a second signature: %v", err)
				}
				if err := tx.InsertSignature(signature(a, "s3", workflow.Shortlist, workflow.CityFinance)); err != nil {
					return err
				}
				if err := tx.InsertSignature(signature(a, "s4", workflow.Return, workflow.CityReviewer)); err != nil {
					return err
				}
				if err := tx.VoidSignatures(a.ID, a.Round, workflow.Return, day(5)); err != nil {
					return err
				}
				return tx.InsertSignature(signature(a, "s5", workflow.Shortlist, workflow.CityReviewer))
			})
			around, err := w.ReadSurroundings(context.Background(), a, workflow.WantSignatures)
			want := []workflow.Signature{signature(a, "s4", workflow.Return, workflow.CityReviewer), signature(a, "s5", workflow.Shortlist, workflow.CityReviewer)}
			if diff := cmp.Diff(want, around.Signatures); err != nil || diff != "" {
				t.Error(err, diff)
			}
			a.Round++
			if around, _ := w.ReadSurroundings(context.Background(), a, workflow.WantSignatures); len(around.Signatures) != 0 {
				t.Errorf("signatures of another round: %+v", around.Signatures)
			}
			desk, err := w.Desk(context.Background(), a.ID)
			if err != nil || len(desk.Signatures) != 4 || desk.Signatures[0].VoidedAt == nil || !desk.Signatures[0].VoidedAt.Equal(day(5)) {
				t.Errorf("%+v %v", desk.Signatures, err)
			}
		}},
		{"one return slip is open at a time", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			slip := workflow.ReturnSlip{ID: "r1", ApplicationID: a.ID, Round: 2, By: workflow.CityReviewer, ByName: "审核岗", Opinion: "补正",
				Items: []workflow.ReturnItem{{Section: "fundPlan", Row: "I01", Fields: []string{"amount"}, Note: "核对"}}, DueAt: day(20), ReturnedAt: day(5)}
			second := slip
			second.ID = "r2"
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertReturn(slip); err != nil {
					return err
				}
				if err := tx.InsertReturn(second); fault.CodeOf(err) != fault.Refused {
					t.Errorf("a second open slip: %v", err)
				}
				return nil
			})
			around, err := w.ReadSurroundings(context.Background(), a, workflow.WantReturn)
			if diff := cmp.Diff(&slip, around.Return); err != nil || diff != "" {
				t.Error(err, diff)
			}
			w.in(t, func(tx workflow.Tx) error { return tx.AnswerReturn("r1", day(6)) })
			w.in(t, func(tx workflow.Tx) error { return tx.AnswerReturn("r1", day(7)) })
			w.in(t, func(tx workflow.Tx) error { return tx.InsertReturn(second) })
			desk, err := w.Desk(context.Background(), a.ID)
			if err != nil || len(desk.Returns) != 2 || !desk.Returns[0].AnsweredAt.Equal(day(6)) {
				t.Errorf("%+v %v", desk.Returns, err)
			}
		}},
		{"a rule is waived once, and again only after the waiver expired", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			expires := day(10)
			first := workflow.Waiver{ID: "w1", ApplicationID: a.ID, Rule: "V01", Reason: "山区", DocNo: "〔2022〕9号", GrantedBy: "acc-9", GrantedName: "省局", GrantedAt: day(5), ExpiresAt: &expires}
			early, late := first, first
			early.ID, early.GrantedAt = "w2", day(10).Add(-1000)
			late.ID, late.GrantedAt, late.ExpiresAt = "w3", day(10), nil
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertWaiver(first); err != nil {
					return err
				}
				if err := tx.InsertWaiver(early); fault.CodeOf(err) != fault.Refused {
					t.Errorf("while the first is in force: %v", err)
				}
				return tx.InsertWaiver(late)
			})
			around, err := w.ReadSurroundings(context.Background(), a, workflow.WantWaivers)
			if diff := cmp.Diff([]workflow.Waiver{first, late}, around.Waivers); err != nil || diff != "" {
				t.Error(err, diff)
			}
		}},
		{"confirmations are kept one after another", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			first := confirmation(a, "c1", "")
			first.Content.Amount = -5
			second := confirmation(a, "c2", "f1")
			second.Kind, second.Line, second.ConfirmedAt, second.SnapshotNo = workflow.PledgeProject, "P01", day(4), 2
			second.Content = workflow.Content{Amount: 7, Department: "县水利局", Programme: "饮水", Level: proposal.LevelCity, Towns: []string{"370686104"},
				Villages: []string{"370686104201", "370686104202"}, Period: "2023-03-01至2024-10-31",
				Funds: []proposal.ProjectFund{{Source: proposal.SourceIntegrated, Amount: 7, IntegratedItemID: "INT01"}}}
			file := attachment(a, "f1", "ATT01")
			second.DocID, second.FileName, second.SHA256 = file.DocID, file.FileName, file.SHA256
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertAttachment(file); err != nil {
					return err
				}
				if err := tx.InsertConfirmation(second); err != nil {
					return err
				}
				return tx.InsertConfirmation(first)
			})
			around, err := w.ReadSurroundings(context.Background(), a, workflow.WantConfirmations)
			if diff := cmp.Diff([]workflow.Confirmation{first, second}, around.Confirmations); err != nil || diff != "" {
				t.Error(err, diff)
			}
		}},
		{"a confirmation cannot name a file that is another application's or none, nor can its file be purged", func(t *testing.T, w *world) {
			b := w.batch(t)
			a, other := w.draft(t, b, "370686", "栖霞市"), w.draft(t, b, "370687", "海阳市")
			w.in(t, func(tx workflow.Tx) error { return tx.InsertAttachment(attachment(other, "f2", "ATT01")) })
			for _, file := range []string{"f2", "nowhere"} {
				if err := w.InTx(context.Background(), func(tx workflow.Tx) error { return tx.InsertConfirmation(confirmation(a, "c1", file)) }); err == nil {
					t.Errorf("a confirmation named %s", file)
				}
			}
			w.in(t, func(tx workflow.Tx) error { return tx.InsertConfirmation(confirmation(other, "c2", "f2")) })
			purge := func(tx workflow.Tx) error {
				_, err := tx.RemoveAttachment(other.ID, "f2", true, day(5))
				return err
			}
			if err := w.InTx(context.Background(), purge); err == nil {
				t.Error("the file of a confirmation was purged")
			}
			w.in(t, func(tx workflow.Tx) error {
				_, err := tx.RemoveAttachment(other.ID, "f2", false, day(5))
				return err
			})
			around, err := w.ReadSurroundings(context.Background(), other, workflow.WantConfirmations)
			if err != nil || len(around.Confirmations) != 1 || around.Confirmations[0].FileName == "" {
				t.Errorf("%v %+v", err, around.Confirmations)
			}
		}},
		{"steps are numbered without gaps and found by whoever took them, newest first", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			want := []workflow.Step{}
			for i, action := range []workflow.Action{workflow.Submit, workflow.Accept, workflow.Return} {
				s := workflow.Step{ApplicationID: a.ID, Action: action, From: workflow.Draft, To: workflow.Submitted, Role: workflow.CountySigner, AccountID: "acc-1",
					Name: "县政府", Opinion: "同意", SnapshotNo: 1, PackVersion: 1, Blocked: []policy.RuleID{"F06"}, At: day(3 + i)}
				w.in(t, func(tx workflow.Tx) error { return tx.InsertStep(&s) })
				if s.Seq != i+1 {
					t.Errorf("seq %d, want %d", s.Seq, i+1)
				}
				want = append(want, s)
			}
			got, err := w.Steps(context.Background(), a.ID)
			if diff := cmp.Diff(want, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
			page, err := w.Handled(context.Background(), "acc-1", 1, 2)
			if err != nil || page.Total != 3 || len(page.Items) != 2 || page.Items[0].Action != workflow.Return {
				t.Errorf("%+v %v", page, err)
			}
			if page, err := w.Handled(context.Background(), "acc-0", 1, 2); err != nil || page.Total != 0 || page.Items == nil {
				t.Errorf("%+v %v", page, err)
			}
		}},
		{"surroundings hold what is wanted and nothing else", surroundingsScenario},
	}
}

func surroundingsScenario(t *testing.T, w *world) {
	b := w.batch(t)
	mine := w.moved(t, w.draft(t, b, "370686", "栖霞市"), workflow.Shortlisted)
	sameCounty := w.moved(t, w.draft(t, b, "370686", "栖霞市"), workflow.Withdrawn)
	sameCity := w.moved(t, w.draft(t, b, "370602", "芝罘区"), workflow.Shortlisted)
	w.draft(t, b, "370687", "海阳市")                                            // a draft is nobody's business
	w.moved(t, w.draft(t, b, "370702", "潍城区"), workflow.Shortlisted)          // another city
	w.moved(t, w.draft(t, w.batch(t), "370602", "芝罘区"), workflow.Shortlisted) // another batch
	for _, c := range []struct {
		a     workflow.Application
		rule  policy.RuleID
		scope string
	}{{mine, "Q01", "370686"}, {sameCity, "Q01", "370602"}, {sameCity, "Q02", "370600"}} {
		if taken, _, err := claim(w.Store, c.a, c.rule, c.scope, 1); !taken || err != nil {
			t.Fatal(taken, err)
		}
	}
	around, err := w.ReadSurroundings(context.Background(), mine, workflow.WantCityPeers|workflow.WantCountyPeers|workflow.WantClaims|workflow.WantWaiting)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]workflow.Application{sameCity, sameCounty}, around.CityPeers); diff != "" {
		t.Errorf("city peers: %s", diff)
	}
	if diff := cmp.Diff([]workflow.Application{sameCounty}, around.CountyPeers); diff != "" {
		t.Errorf("county peers: %s", diff)
	}
	if len(around.Claims) != 2 || around.Claims[0].ApplicationID != mine.ID || around.Claims[1].ApplicationID != sameCity.ID {
		t.Errorf("claims: %+v", around.Claims)
	}
	if around.Waiting != 2 {
		t.Errorf("waiting: %d", around.Waiting)
	}
	none, err := w.ReadSurroundings(context.Background(), mine, 0)
	if diff := cmp.Diff(workflow.Surroundings{}, none); err != nil || diff != "" {
		t.Error(err, diff)
	}
}
