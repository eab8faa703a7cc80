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
//	edit.go, draft.go, section.go, project.go, attachment.go   how a draft is filled in, and what a return slip leaves open
//	sight.go                       what a person may see: the one visibility function
//	offers.go, todo.go             what a person may do now, from the same table and guards
//	face.go                        what lists show, and when the county's draft and everyone else's snapshot show the same
//	ports.go                       what a store must promise
//
// What guarantees what:
//
//	one step at a time     the application's row is locked first; SaveApplication also demands the version
//	deadline               Tx.Now is read after the lock is held, from the database; windows are half-open
//	quota Q01, Q02         a partial unique index over live claims
//	会签                    a partial unique index over live signatures of (application, round, action, role)
//	drafts stay private    lists, searches and sorts go by the sealed face for whoever may not see the draft (Sight.Veil)
//	all or nothing         one transaction per command; the receipt of an Idempotency-Key is written inside it
package workflow
