// Package store keeps everything in one database, SQLite or PostgreSQL, and implements the ports of workflow and identity. It is
// the only importer of gorm. One file holds one noun: its row, its reads, its writes.
//
// # What guarantees what
//
//	promise                                     held by
//	all of a command or nothing                 one transaction (InTx); on SQLite begun IMMEDIATE, so it holds the write lock
//	one change of an application at a time      row lock (LockApplication, NO KEY UPDATE), then the version in the UPDATE's WHERE
//	a save over an old version changes nothing  version column of applications, sections, projects, batches, accounts
//	Q01 and Q02 are never exceeded              partial unique index claims_live_slot (batch, rule, scope, slot) WHERE released_at IS NULL
//	one application holds one slot of a rule    partial unique index claims_live_holder
//	numbers are never given twice               application_numbers, raised by an upsert that locks its row; UNIQUE (batch, number)
//	one signature of a bureau in a round        partial unique index signatures_live WHERE voided_at IS NULL
//	one open return slip                        partial unique index return_slips_open WHERE answered_at IS NULL
//	one waiver of a rule in force               partial unique index waivers_live WHERE superseded_at IS NULL
//	one file for a number of the document       partial unique index attachments_live WHERE removed_at IS NULL
//	no file's bytes vanish under an upload      the lock on the row of blobs, taken by an upsert that changes nothing
//	history, snapshots, published packs and     triggers that refuse UPDATE, DELETE and TRUNCATE; on SQLite REPLACE as well, as long as
//	audit entries are only added                recursive_triggers is on; a signature may be voided once
//	an audit stream has no gaps                 the lock on its row of audit_heads, PRIMARY KEY (stream, seq), and the hash chain
//	an idempotency key runs once                PRIMARY KEY (account, key), the lease's token in the WHERE of KeepAnswer
//	attempts at passwords are all counted       upsert that locks the counter's row
//	grants change one after another             the lock on the row "administration" of locks
//	one award of an application                 PRIMARY KEY of awards; awards and simulations are only added (triggers)
//	no objection escapes an award               FOR SHARE by whoever objects against NO KEY UPDATE by the award, on the notice's row
//	a receipt number of an objection is unique  UNIQUE (receipt_no)
//	rows below an application carry its batch   FOREIGN KEY (application_id, batch_id) to applications (id, batch_id)
//	amounts, lengths, states are within bounds  CHECKs; on SQLite STRICT tables keep the types and CHECKs keep instants in UTC
//	deadlines are decided by one clock          Now asks the database at the call; Options.Clock exists for the walk and for tests
//	one replica migrates                        PostgreSQL's advisory lock, or an OS file lock beside the SQLite file
//
// # Failure
//
// Every error is an internal/fault. What passes by itself (a restarting server, a broken connection, too many connections, a lock
// or the time ran out, a full disk) is fault.Unavailable with RetryAfter; broken connections leave the pool by themselves. A
// deadlock or serialization failure is run again at most three times. "Insert, or else" is always ON CONFLICT: a failed statement
// would poison a PostgreSQL transaction. A call whose context has no deadline gets one of 15 seconds.
//
// # Both databases
//
// SQL is written once, in the part both understand; what differs is in address.go, clock.go, sqlite.go and migrate.go. Instants
// are UTC, whole microseconds. storetest holds the one conformance suite; Doctor examines live data.
package store
