package main

import "context"

// exportRows is the length of the list both sides write.
const exportRows = 3000

// exports is S9: a list of applications as a workbook against the same cells through a bare stream writer.
func exports(ctx context.Context, rounds int) (figure, error) {
	f := figure{id: "S9", what: "导出 3000 行 Excel,行速 ÷ 裸流式写入", verb: "%.2f", first: 0.5, aim: 0.95, least: true}
	ours, theirs, err := benchmarks(ctx, rounds, "internal/report", "BenchmarkExport", "BenchmarkBareExport")
	f.ours, f.theirs, f.value = rowsPerSecond(ours).show("%.0f")+" 行/秒", rowsPerSecond(theirs).show("%.0f")+" 行/秒", theirs.over(ours)
	return f, err
}

func rowsPerSecond(microseconds spread) spread {
	out := make(spread, len(microseconds))
	for i, took := range microseconds {
		out[i] = exportRows * 1e6 / took
	}
	return out
}
