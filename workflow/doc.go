// Package workflow is the centre of 衔接: the nouns of an application's life, its states, the one literal transition table, and the one
// path (Service.Do) by which an application moves. It is pure: it reads no clock, file or environment, and reaches databases only
// through the ports it declares.
//
// Read in this order:
//
//	state.go, action.go, role.go   the words
//	transition.go                  the whole process as one table; a step not in it cannot happen
//	guards*.go, effects.go         what the rows' conditions and consequences mean
//	do.go, sign.go, complete.go    the path: lock, who, row, facts, rules and guards, signatures, effects, snapshot, history, audit
//	edit.go, draft.go, section.go, project.go, projecttable.go, attachment.go   how a draft is filled in, and what a return slip leaves open
//	confirmation.go, pledge*.go    who stands up for which money and project, with which paper, and what lapses when something changes
//	experts.go, draws.go, sheets.go, ranking.go   专家库, 抽取, 评分 and 排名: who judges, what each gave, what it comes to
//	notices.go, objections.go, awards.go   公示, 异议 and 立项: the list is frozen when it opens, the period is half-open
//	fund.go, fund_*.go, voucher.go   资金: accounts, entries, the second pair of eyes, periods, matrix, promise against arrival
//	supervision*.go                督办单: opened when what was promised has not arrived
//	change_table.go, change_*.go   项目变更: edits over the approved plan, judged again, laid over the account as its next version
//	dossier*.go                    卷宗: everything one person may see of one application, on record before he gets it
//	simulations.go                 what-if over frozen applications, kept apart and never promoted
//	sight.go                       what a person may see: the one visibility function
//	offers.go, todo.go             what a person may do now, from the same table and guards
//	face.go                        what lists show, and when the county's draft and everyone else's snapshot show the same
//	defence*.go, site*.go          视频答辩 and 现场核查: the drawn order, who came, what was found on site
//	ports.go                       what a store must promise
//
// What guarantees what:
//
//	one step at a time     the application's row is locked first; SaveApplication also demands the version
//	deadline               Tx.Now is read after the lock is held, from the database; windows are half-open
//	quota Q01, Q02         a partial unique index over live claims
//	会签                    a partial unique index over live signatures of (application, round, action, role)
//	抽取                    a partial unique index over published draws of (batch, stage, base); a draw is replayed before it stands
//	评分                    a sheet is handed in under the lock on its application, so it comes before the stage's close, or is refused
//	drafts stay private    lists, searches and sorts go by the sealed face for whoever may not see the draft (Sight.Veil)
//	确认                   nothing is marked lapsed: content and paper are compared whenever someone looks, under the lock when it counts
//	资金                   every entry is made under its account's lock; CHECKs of lines, shares and cells stand behind it; a waiting entry
//	                       counts as its worst case, so that whatever is confirmed or rejected breaks no limit
//	公示期, 异议           an objection shares the notice's row, an award locks it; both read the clock after that, so that no
//	                       objection accepted before the end escapes an award
//	all or nothing         one transaction per command; the receipt of an Idempotency-Key is written inside it
package workflow
