// Package audit is the arithmetic of the audit streams: hash chains, checkpoints, verification and the export file. It is pure;
// the store keeps the rows and appends under the lock its transaction already holds.
//
// # Streams
//
// Each application, batch, account and fund line has its own stream ("application/…", "account/…"). Entries of a stream are
// numbered 1, 2, 3 … without gaps. Appending is
//
//	entry, err := audit.Next(head, audit.Entry{…})   // head is the stream's last (stream, seq, hash); Start(stream) when empty
//
// with the row of the head locked, and the new head, entry.Head(), saved in the same transaction. What comes back must be
// stored exactly: times to the microsecond in UTC, Detail as text and not as a database's JSON type, which would reformat it.
//
// # The hash
//
// Hash is the lower-case hex of SHA-256 over the text "xianjie/audit/entry/v1" followed by these fields, each preceded by its
// length in bytes as 8 bytes big-endian: Stream, Seq (8 bytes big-endian), At (microseconds since 1970 UTC, 8 bytes
// big-endian), AccountID, Actor, Role, Region, Action, Object, From, To, Reason, Detail, BeforeDigest, AfterDigest, Address,
// PrevHash (hex text). PrevHash of the first entry is Start(stream).Hash, SHA-256 over "xianjie/audit/start/v1" and the
// length-prefixed stream name, so that no entry fits into another stream.
//
// # What it proves
//
// A chain alone shows any change, gap, exchange, insertion, doubling or move that does not rewrite everything after it. A cut
// tail or a stream rewritten to its end is shown by a head kept elsewhere: a Checkpoint binds all heads of an instant into one
// digest, which is published outside the database.
package audit
