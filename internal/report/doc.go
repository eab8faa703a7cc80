// Package report makes the workbooks people take away and, for the score sheet, bring back: pure but for the workbook library. What it reads
// came from a stranger's machine: sizes are bounded before anything is unpacked, every cell is looked at, nothing is ever computed from a
// formula, and each fault names its cell.
//
// The score sheet and the ranking are made whole (book.go); lists and money are streamed row by row (stream*.go) from plain values declared
// here: an amount goes into its cell by its decimal text and reads back to the same 分, a text is never a formula.
package report
