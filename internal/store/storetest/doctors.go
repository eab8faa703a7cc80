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
	a.Title, a.Summary.Unconfirmed = doc.Zone.Name, workflow.Unconfirmed(doc, nil)
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
		{"启用动态码的账号", "acc-2f", "INSERT INTO accounts (id, login, name, unit, search_text, password_hash, disabled, must_change, version, created_by, created_at, updated_at, second_factor) SELECT 'acc-2f', 'acc-2f', 'x', 'x', '', '', FALSE, FALSE, 1, 'x', created_at, created_at, TRUE FROM applications"},
		{"版本从 1 起", "{id}", "PRAGMA ignore_check_constraints = ON; UPDATE applications SET version = 0"},
		{"发布过的公示有起止时刻", "n1", "PRAGMA ignore_check_constraints = ON; " + published + "; UPDATE notices SET closed_at = '2022-12-11 00:00:00+00:00'"},
		{"发布过的公示有起止时刻", "n1", "PRAGMA ignore_check_constraints = ON; " + published + "; UPDATE notices SET closes_at = NULL, state = 'OPEN'"},
		{"立项的奖补额大于零", "{id}", "PRAGMA ignore_check_constraints = ON; " + published + "; INSERT INTO awards SELECT id, batch_id, 'doc', 0, 'n1', 'x', '2022-12-12 00:00:00+00:00' FROM applications"},
		{"附件有文件登记", "f1", "PRAGMA foreign_keys = OFF; DELETE FROM blobs"},
	}
}

// panelSQL assigns one expert of the pool to the application by a published draw.
const panelSQL = `INSERT INTO accounts (id, login, name, unit, search_text, password_hash, disabled, must_change, version, created_by, created_at, updated_at)
	SELECT 'x1', 'x1', 'n', 'u', '', '', FALSE, FALSE, 1, 'console', created_at, updated_at FROM batches;
	INSERT INTO experts (account_id, code, unit, field, native_city, work_city, served, active, version, updated_at) SELECT 'x1', 'E01', 'u', '', '', '', '[]', TRUE, 1, created_at FROM batches;
	INSERT INTO draws (id, batch_id, stage, number, base, state, reason, input, drawn, version, created_by, created_name, created_at, decided_by)
	SELECT 'd1', id, 'WRITTEN', 1, 0, 'PUBLISHED', 'r', '{}', '{}', 1, 'x', '', created_at, 'x' FROM batches;
	INSERT INTO reviews (id, batch_id, application_id, stage, expert_id, expert_code, draw_id, snapshot_no, state, sheet, total, version, explanation, explained_for, recuse_reason, created_at, updated_at)
	SELECT 'r1', batch_id, id, 'WRITTEN', 'x1', 'E01', 'd1', 1, 'ASSIGNED', '{}', 0, 1, '', 0, '', created_at, updated_at FROM applications;
	UPDATE batches SET review_pack = 1`

// published is a notice that names the application and is over; awarding and objecting add to it.
const published = `INSERT INTO notices (id, batch_id, number, state, title, body, channel, phone, entries, opens_at, closes_at, closed_at, version, created_by, created_at, updated_at) SELECT 'n1', id, 1, 'CLOSED', 't', 'b', '', '', '[{"applicationId":"' || (SELECT max(id) FROM applications) || '","no":"1","city":"","county":"","title":"","villages":1,"rank":1,"amount":2}]', '2022-12-02 00:00:00+00:00', '2022-12-12 00:00:00+00:00', '2022-12-12 00:00:00+00:00', 1, 'x', created_at, updated_at FROM batches; INSERT INTO notice_applications SELECT 'n1', id, batch_id FROM applications`

func awarding(on string) string {
	return `; INSERT INTO awards SELECT id, batch_id, 'doc', 1, 'n1', 'x', '` + on + ` 00:00:00+00:00' FROM applications`
}

func objecting(on string) string {
	return `; INSERT INTO objections (id, receipt_no, notice_id, batch_id, application_id, text, contact, filed_at, answer, handled_by, handled_name, version) SELECT 'o1', 'YY-1', 'n1', id, '', 'x', '', '` + on + ` 00:00:00+00:00', '', '', '', 1 FROM batches`
}

// confirming is a county's word for a line, given for what is yet to be handed in.
const confirming = `INSERT INTO confirmations (id, application_id, batch_id, line, department, amount, account_id, name, confirmed_at, snapshot_no)
	SELECT 'c1', id, batch_id, 'LINKAGE_COUNTY', '', 1, 'x', '', created_at, 2 FROM applications`

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
		{"资金确认所附的是本申报的承诺文件", "c1", confirming + "; UPDATE confirmations SET attachment_id = 'f1'"},
		{"资金确认属于已有的", "c1", confirming + "; UPDATE confirmations SET snapshot_no = 3"},
		{"资金确认属于已有的", "c1", confirming + "; UPDATE confirmations SET snapshot_no = 0"},
		{"已发布的批次", "lone", "INSERT INTO batches SELECT 'lone', 'lone', title, year, basis_doc_no, state, version, 0, created_at, updated_at, 0 FROM batches"},
		{"交分的评审与最后一次", "r1", panelSQL + "; UPDATE reviews SET state = 'SUBMITTED', declared_at = created_at, submitted_at = created_at"},
		{"评审分派出自", "r1", panelSQL + "; UPDATE draws SET state = 'PROPOSED'"},
		{"开始评审的批次", "{batch}", "UPDATE batches SET review_pack = 1"},
		{"开始评审的批次", "{batch}", panelSQL + "; UPDATE batches SET review_pack = 0"},
		{"离开书面评审的申报", "{id}", "UPDATE applications SET state = 'DEFENCE'"},
		{"离开书面评审的申报", "{id}", "UPDATE applications SET state = 'EXPERT_REVIEW'; INSERT INTO results (application_id, kind, batch_id, body, pack_version, kept_at, kept_by) SELECT id, 'WRITTEN', batch_id, '{}', 1, created_at, 'x' FROM applications"},
		{"评审完成的申报", "{id}", "UPDATE applications SET state = 'REVIEWED'"},
		{"评审完成的申报", "{id}", "INSERT INTO results (application_id, kind, batch_id, body, pack_version, kept_at, kept_by) SELECT id, 'COMPOSITE', batch_id, '{}', 1, created_at, 'x' FROM applications"},
		{"批次记着最新", "{batch}", "UPDATE batches SET pack_version = 2"},
		{"已立项的申报有一份立项", "{id}", "UPDATE applications SET state = 'AWARDED'"},
		{"已立项的申报有一份立项", "{id}", published + awarding("2022-12-12")},
		{"立项的奖补额大于零", "{id}", published + awarding("2022-12-11")},
		{"立项的奖补额大于零", "{id}", published + awarding("2022-12-12") + "; DELETE FROM notice_applications"},
		{"立项的申报没有未答复的异议", "{id}", published + awarding("2022-12-12") + objecting("2022-12-05")},
		{"公示名单上未撤下的申报", "{id}", published},
		{"立项的奖补额就是", "{id}", published + awarding("2022-12-12")},
		{"公示名单与其检索一致", "n1", published + "; DELETE FROM notice_applications"},
		{"异议都在公示期内受理", "YY-1", published + objecting("2022-12-12")},
		{"异议都在公示期内受理", "YY-1", published + objecting("2022-12-01")},
		{"已结束评审的批次没有待定", "{id}", "UPDATE batches SET state = 'AWARDED'; UPDATE applications SET state = 'PUBLIC_NOTICE'"},
		{"文件登记有附件", strings.Repeat("0", 64), "INSERT INTO blobs (sha256) VALUES ('" + strings.Repeat("0", 64) + "')"},
		{"答辩次序在一批内", "{batch}", "INSERT INTO defences (application_id, batch_id, place, seed, attendance, minutes, version, updated_at) SELECT id, batch_id, 2, 's', '[]', '', 1, created_at FROM applications"},
		{"登记过参会的答辩", "{id}", "INSERT INTO defences SELECT id, batch_id, 1, 's', created_at, '[{\"present\":false}]', '', created_at, 1, created_at FROM applications"},
		{"登记过参会的答辩", "{id}", "INSERT INTO defences SELECT id, batch_id, 1, 's', NULL, '[{\"present\":true}]', '', created_at, 1, created_at FROM applications"},
		{"提交的核查单有提交人", "{id}", "INSERT INTO site_checks SELECT id, batch_id, '2022-12-01', '[]', 'PASS', 0, '', 1, created_at, 'nobody', created_at FROM applications"},
		{"提交的核查单填写完整", "{id}", "INSERT INTO site_checks SELECT id, batch_id, '2022-12-01', '[]', 'PASS', 0, '', 1, created_at, 'nobody', created_at FROM applications"},
		{"停用的账号", "someone", `INSERT INTO accounts (id, login, name, unit, search_text, password_hash, disabled, must_change, version, created_by, created_at, updated_at)
		SELECT 'x', 'someone', 'n', 'u', '', '', TRUE, FALSE, 1, 'console', created_at, updated_at FROM batches;
		INSERT INTO sessions (token_hash, account_id, address, user_agent, created_at, seen_at, idle_until, ends_at)
		SELECT '` + strings.Repeat("0", 64) + `', 'x', '', '', created_at, created_at, created_at, created_at FROM batches`},
		{"定稿内容与其摘要", "{id} 第 2 份", "INSERT INTO snapshots SELECT application_id, 2, batch_id, action, digest, core_digest, '{}', 1, findings, taken_at, taken_by FROM snapshots"},
		{"定稿能读出", "{id} 第 2 份", "INSERT INTO snapshots SELECT application_id, 2, batch_id, action, digest, digest, body, 1, findings, taken_at, taken_by FROM snapshots"},
		{"列表所示", "{id}", "UPDATE applications SET sealed_integrated = sealed_integrated + 1"},
		{"列表所示", "{id}", "UPDATE applications SET unconfirmed = 7, sealed_unconfirmed = 7"},
		{"没有人在填报的申报", "{id}", "UPDATE applications SET unconfirmed = unconfirmed + 1"},
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
	out = append(out, stageDoctors()...)
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
