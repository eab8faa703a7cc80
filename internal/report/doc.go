// Package report makes the papers of a batch: workbooks to fill in offline and to read, and reads back those that were filled in. Small books are
// made whole (book.go); lists and money are streamed row by row (stream*.go), from plain values that this package declares.
package report
