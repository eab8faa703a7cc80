package main

import "context"

// rules is S6: every rule over a document of sixty projects against the same comparisons written by hand.
func rules(ctx context.Context, rounds int) (figure, error) {
	f := figure{id: "S6", what: "全部规则 ÷ 手写比较(60 个项目)", verb: "%.1f", first: 15, aim: 3}
	ours, theirs, err := benchmarks(ctx, rounds, "policy", "BenchmarkEvaluate", "BenchmarkByHand")
	f.ours, f.theirs, f.value = ours.show("%.0f")+" 微秒", theirs.show("%.1f")+" 微秒", ours.over(theirs)
	return f, err
}

// imports is S10: reading a project table of one hundred projects with its rules and its wrong cells against the workbook library alone.
func imports(ctx context.Context, rounds int) (figure, error) {
	f := figure{id: "S10", what: "导入项目表 ÷ 只用表格库读出(100 个项目)", verb: "%.2f", first: 3, aim: 1.3}
	ours, theirs, err := benchmarks(ctx, rounds, "internal/report", "BenchmarkImport", "BenchmarkBareParse")
	f.ours, f.theirs, f.value = ours.show("%.0f")+" 微秒", theirs.show("%.1f")+" 微秒", ours.over(theirs)
	return f, err
}
