// Package review knows how an application is judged by experts: the rubric, the draw of experts, the sheet one expert fills in, and how
// sheets become stage means, a composite and a ranking (domain chapter 4). It is pure and exact: points are int64 hundredths, every mean is
// rounded once, half away from zero, and each result carries the working a person can follow with a pocket calculator.
//
// Read in this order: points.go, rubric.go, setup.go (what a batch fixes), sheet.go (one expert's word), draw.go (who judges what),
// aggregate.go, compose.go, rank.go (from sheets to a ranking), robust.go (advice only), file.go (the file the offline recomputation reads).
package review
