// Package files keeps attachments on disk under the SHA-256 of their content and hands them back in a way that can never run
// in a page.
//
// # Layout
//
//	dir/staging/…              files being received; whatever is old there was left by a killed process (Sweep)
//	dir/aa/bb/aabb…            placed files, named by the lower-case hex SHA-256 of their content
//
// Both lie on one volume, so placing is one rename. Equal content is kept once, whoever uploads it.
//
// # Receiving a file
//
// Rows and files cannot be written in one transaction; this order never leaves an attachment row without its file, and leaves
// a file without a row only when the process is killed at the wrong moment (found by comparing List with the blob rows):
//
//  1. staged, err := store.Stage(ctx, body, limit); defer staged.Discard(). Nothing is visible yet; the type is known from the
//     content. staged.CheckKind(allowed, name) refuses what the batch's pack does not take.
//  2. Begin the transaction. Insert the blob row of staged.SHA256, or lock it when it exists; this row lock orders everything
//     that follows for this content.
//  3. Insert the attachment row.
//  4. staged.Place(). The file is durable when it returns.
//  5. Commit. When it fails or is rolled back, begin another transaction, lock the blob row (inserting it when absent), and
//     call Remove(sha256) only if no attachment row names the content; then delete the blob row, and commit.
//
// Removing an attachment goes the same way: lock the blob row, delete the attachment row, and when it was the last one delete
// the blob row; Remove the file after the commit, again under the lock of a fresh transaction. A crash in between leaves a
// file without a row, which the sweep of orphans takes away under the same lock. Because every Place and Remove of one content
// runs under the lock of its blob row, no Remove can take away a file that another upload has just relied on.
package files
