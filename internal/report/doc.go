// Package report makes the workbooks people take away and, for the score sheet, bring back: pure but for the workbook library. What it reads
// came from a stranger's machine: sizes are bounded before anything is unpacked, every cell is looked at, nothing is ever computed from a
// formula, and each fault names its cell.
package report
