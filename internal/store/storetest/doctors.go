package storetest

import (
	"context"
	"strings"
	"testing"

	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/workflow"
)

// healthy makes one application that was recommended by its city, with everything that belongs to it.
func (w *world) healthy(t *testing.T) workflow.Application {
	t.Helper()
	doc, _, err := proposal.Decode(sample.Application("A01"))
	if err != nil {
		t.Fatal(err)
	}
	body, sums := proposal.Canonical(doc), proposal.Totals(doc)
	b := w.batch(t)
	a := w.draft(t, b, "370686", "栖霞市")
	pack := packOf(b, 1, day(1))
	pack.Digest, pack.PublishedAt = proposal.Digest(pack.Body), &b.CreatedAt
	b.PackVersion = 1
	submitted := day(3)
	a.State, a.Round, a.SnapshotNo, a.SubmittedAt = workflow.Shortlisted, 4, 1, &submitted
	a.Summary = workflow.Summary{Villages: len(doc.Zone.Villages), Projects: len(doc.Projects), Linkage: sums.Linkage,
		ProvUp: doc.FundPlan.Linkage.ProvUp, Integrated: sums.Integrated, Total: sums.Investment}
	a.Title = doc.Zone.Name
	a.Sealed = a.Face
	signed := signature(a, "s1", workflow.Shortlist, workflow.CityReviewer)
	signed.Round = 3
	w.in(t, func(tx workflow.Tx) error {
		for _, write := range []func() error{
			func() error { return tx.InsertPack(pack) },
			func() error { return tx.SaveBatch(&b) },
			func() error { return tx.SaveApplication(&a) },
			func() error {
				return tx.InsertSnapshot(workflow.Snapshot{ApplicationID: a.ID, No: 1, Action: workflow.Submit, Digest: proposal.Digest(body),
					CoreDigest: proposal.CoreDigest(doc), Body: body, PackVersion: 1, TakenAt: day(3), TakenBy: "acc-1"})
			},
			func() error { return history(tx, a.ID) },
			func() error { return tx.InsertSignature(signed) },
			func() error { return tx.InsertAttachment(attachment(a, "f1", "ATT01")) },
			func() error { return tx.AppendAudit(entry(workflow.Stream(a.ID), "submit")) },
			func() error { return tx.AppendAudit(entry(workflow.Stream(a.ID), "accept")) },
		} {
			if err := write(); err != nil {
				return err
			}
		}
		return nil
	})
	if taken, _, err := claim(w.Store, a, "Q01", a.CountyCode, 1); !taken || err != nil {
		t.Fatal(taken, err)
	}
	if taken, _, err := claim(w.Store, a, "Q02", a.CityCode, 1); !taken || err != nil {
		t.Fatal(taken, err)
	}
	return a
}

// history takes an application from its draft to the recommendation, a first signature included.
func history(tx workflow.Tx, id string) error {
	path := []workflow.State{workflow.Draft, workflow.Submitted, workflow.CityReview, workflow.CityReview, workflow.Shortlisted}
	actions := []workflow.Action{workflow.Submit, workflow.Accept, workflow.Shortlist, workflow.Shortlist}
	for i, action := range actions {
		err := tx.InsertStep(&workflow.Step{ApplicationID: id, Action: action, From: path[i], To: path[i+1], Role: workflow.CityReviewer, AccountID: "acc-2", At: day(4 + i)})
		if err != nil {
			return err
		}
	}
	return nil
}

// harm is what may have happened to the data, and the sentence of the doctor that must answer.
type harm struct {
	complaint string // its beginning
	row       string // {id} is the application's
	sql       string // several statements are separated by ";"
}

// unguarded are harms that constraints forbid; only SQLite lets a connection put them aside.
func unguarded() []harm {
	return []harm{
		{"版本从 1 起", "{id}", "PRAGMA ignore_check_constraints = ON; UPDATE applications SET version = 0"},
		{"附件有文件登记", "f1", "PRAGMA foreign_keys = OFF; DELETE FROM blobs"},
	}
}

func harms() []harm {
	return []harm{
		{"在办申报持有本县名额", "{id}", "UPDATE claims SET released_at = claimed_at WHERE rule = 'Q01'"},
		{"在办申报持有本县名额", "{id}", "UPDATE claims SET scope = '370687' WHERE rule = 'Q01'"},
		{"未上报、撤回", "{id}", "UPDATE applications SET state = 'WITHDRAWN'"},
		{"市级推荐的申报持有本市名额", "{id}", "UPDATE claims SET released_at = claimed_at WHERE rule = 'Q02'"},
		{"市级推荐的申报持有本市名额", "{id}", "UPDATE applications SET state = 'NOT_SHORTLISTED', overdue = TRUE; UPDATE claims SET released_at = claimed_at"},
		{"重点帮扶县和未经推荐", "{id}", "UPDATE applications SET state = 'CITY_REVIEW'"},
		{"重点帮扶县和未经推荐", "{id}", "UPDATE applications SET channel = 'KEY_COUNTY'"},
		{"取消资格的县有当年", "{id}", "UPDATE applications SET state = 'DISQUALIFIED'"},
		{"年度锁定出自", "2022 370686", "INSERT INTO year_locks (year, county_code, application_id, clause, locked_at) VALUES (2022, '370686', '{id}', '', '2022-12-09 00:00:00+00:00')"},
		{"办理记录逐条相接", "{id} 第 5 条", "INSERT INTO steps SELECT application_id, 5, batch_id, action, 'REPORTED', 'SHORTLISTED', role, account_id, name, opinion, snapshot_no, pack_version, blocked, happened_at FROM steps WHERE seq = 1"},
		{"办理记录逐条相接", "{id} 第 6 条", "INSERT INTO steps SELECT application_id, 6, batch_id, action, 'SHORTLISTED', 'SHORTLISTED', role, account_id, name, opinion, snapshot_no, pack_version, blocked, happened_at FROM steps WHERE seq = 1"},
		{"申报的状态就是最后一条", "{id}", "UPDATE applications SET state = 'REPORTED'"},
		{"申报的轮次等于", "{id}", "UPDATE applications SET round = 5"},
		{"上报后有上报时刻", "{id}", "UPDATE applications SET submitted_at = NULL"},
		{"上报后有上报时刻", "{id}", "UPDATE applications SET state = 'REPORTED', reported_at = NULL"},
		{"上报过的申报有定稿", "{id}", "UPDATE applications SET snapshot_no = 2"},
		{"上报过的申报有定稿", "{id}", "UPDATE applications SET snapshot_no = 0"},
		{"上报过的申报有定稿", "{id}", "INSERT INTO snapshots SELECT application_id, 3, batch_id, action, digest, core_digest, body, pack_version, findings, taken_at, taken_by FROM snapshots; UPDATE applications SET snapshot_no = 3"},
		{"定稿所依据的参数版本", "{id} 第 2 份", "INSERT INTO snapshots SELECT application_id, 2, batch_id, action, digest, core_digest, body, 9, findings, taken_at, taken_by FROM snapshots"},
		{"往轮的会签", "s2", "INSERT INTO signatures SELECT 's2', application_id, batch_id, 'return', round, snapshot_no, role, account_id, name, opinion, input, signed_at, NULL FROM signatures"},
		{"往轮的会签", "s2", "INSERT INTO signatures SELECT 's2', application_id, batch_id, action, 9, snapshot_no, role, account_id, name, opinion, input, signed_at, NULL FROM signatures"},
		{"退回补正中的申报", "{id}", "UPDATE applications SET state = 'RETURNED_BY_CITY'"},
		{"未答复的退回单", "r1", "INSERT INTO return_slips (id, application_id, batch_id, round, by_role, by_name, opinion, items, due_at, returned_at) SELECT 'r1', id, batch_id, 2, 'x', '', '', '[]', created_at, created_at FROM applications"},
		{"已发布的批次", "lone", "INSERT INTO batches SELECT 'lone', 'lone', title, year, basis_doc_no, state, version, 0, created_at, updated_at FROM batches"},
		{"批次记着最新", "{batch}", "UPDATE batches SET pack_version = 2"},
		{"文件登记有附件", strings.Repeat("0", 64), "INSERT INTO blobs (sha256) VALUES ('" + strings.Repeat("0", 64) + "')"},
		{"停用的账号", "someone", `INSERT INTO accounts (id, login, name, unit, search_text, password_hash, disabled, must_change, version, created_by, created_at, updated_at)
		SELECT 'x', 'someone', 'n', 'u', '', '', TRUE, FALSE, 1, 'console', created_at, updated_at FROM batches;
		INSERT INTO sessions (token_hash, account_id, address, user_agent, created_at, seen_at, idle_until, ends_at)
		SELECT '` + strings.Repeat("0", 64) + `', 'x', '', '', created_at, created_at, created_at, created_at FROM batches`},
		{"定稿内容与其摘要", "{id} 第 2 份", "INSERT INTO snapshots SELECT application_id, 2, batch_id, action, digest, core_digest, '{}', 1, findings, taken_at, taken_by FROM snapshots"},
		{"定稿能读出", "{id} 第 2 份", "INSERT INTO snapshots SELECT application_id, 2, batch_id, action, digest, digest, body, 1, findings, taken_at, taken_by FROM snapshots"},
		{"列表所示", "{id}", "UPDATE applications SET sealed_integrated = sealed_integrated + 1"},
		{"列表所示", "{id}", "UPDATE applications SET sealed_villages = sealed_villages + 1"},
		{"列表所示", "{id}", "UPDATE applications SET sealed_title = 'x'"},
		{"没有人在填报", "{id}", "UPDATE applications SET title = 'x'"},
		{"没有人在填报", "{id}", "UPDATE applications SET waived = ' V01 '"},
		{"从未上报的草稿", "{id}", "UPDATE applications SET state = 'DRAFT'"},
		{"政策参数与其摘要", "{batch} 第 2 版", "INSERT INTO packs SELECT batch_id, 2, doc_no, effective_at, digest, '{}', published_at, created_by, created_at FROM packs; UPDATE batches SET pack_version = 2"},
		{"审计流水完整", "{stream}", "UPDATE audit_heads SET seq = 3"},
		{"审计流水完整", "{stream}", "UPDATE audit_heads SET hash = '" + strings.Repeat("0", 64) + "'"},
	}
}

func doctorScenarios() []scenario {
	out := []scenario{
		{"it is silent on an empty database", func(t *testing.T, w *world) { w.sound(t) }},
		{"it is silent on sound data", func(t *testing.T, w *world) {
			w.healthy(t)
			w.sound(t)
		}},
	}
	for _, h := range harms() {
		out = append(out, scenario{h.complaint + ": " + strings.Join(strings.Fields(h.sql)[:4], " "), func(t *testing.T, w *world) { w.harmed(t, h) }})
	}
	for _, h := range unguarded() {
		out = append(out, scenario{h.complaint, func(t *testing.T, w *world) {
			if !w.postgres() {
				w.harmed(t, h)
			}
		}})
	}
	return out
}

func (w *world) sound(t *testing.T) {
	t.Helper()
	found, err := w.Doctor(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range found {
		t.Error(c)
	}
}

// harmed does the harm past the store and looks for the complaint.
func (w *world) harmed(t *testing.T, h harm) {
	t.Helper()
	a := w.healthy(t)
	w.raw.SetMaxOpenConns(1) // what one statement puts aside must be aside for the next
	names := strings.NewReplacer("{id}", a.ID, "{stream}", workflow.Stream(a.ID), "{batch}", a.BatchID)
	for statement := range strings.SplitSeq(names.Replace(h.sql), ";") {
		if _, err := w.raw.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	found, err := w.Doctor(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range found {
		if strings.HasPrefix(c.Invariant, h.complaint) && c.Total > 0 && strings.Contains(c.String(), names.Replace(h.row)) {
			return
		}
	}
	t.Errorf("%s\nnot answered by “%s…” naming %s, but by %v", h.sql, h.complaint, names.Replace(h.row), found)
}
