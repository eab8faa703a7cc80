package main

import "context"

// rules is S6: every rule over a document of sixty projects against the same comparisons written by hand.
func rules(ctx context.Context, rounds int) (figure, error) {
	f := figure{id: "S6", what: "全部规则 ÷ 手写比较(60 个项目)", verb: "%.1f", first: 15, aim: 3}
	ours, theirs, err := benchmarks(ctx, rounds, "policy", "BenchmarkEvaluate", "BenchmarkByHand")
	f.ours, f.theirs, f.value = ours.show("%.0f")+" 微秒", theirs.show("%.1f")+" 微秒", ours.over(theirs)
	return f, err
}
