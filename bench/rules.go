package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// rules is S6: every rule over a document of sixty projects against the same comparisons written by hand. Both are benchmarks of
// package policy; the program for them is built once and run in turn.
func rules(ctx context.Context, rounds int) (figure, error) {
	f := figure{id: "S6", what: "全部规则 ÷ 手写比较(60 个项目)", verb: "%.1f", first: 15, aim: 3}
	return compiled(ctx, f, rounds, "policy", "BenchmarkEvaluate", "BenchmarkByHand")
}

// imports is S10: reading a project table of one hundred projects with its rules and its wrong cells against the workbook library alone. Both are
// benchmarks of package report.
func imports(ctx context.Context, rounds int) (figure, error) {
	f := figure{id: "S10", what: "导入项目表 ÷ 只用表格库读出(100 个项目)", verb: "%.2f", first: 3, aim: 1.3}
	return compiled(ctx, f, rounds, "internal/report", "BenchmarkImport", "BenchmarkBareParse")
}

// compiled takes a figure from two benchmarks of one package: its test program is built once and run in turn.
func compiled(ctx context.Context, f figure, rounds int, folder, mine, other string) (figure, error) {
	dir, err := os.MkdirTemp("", "xianjie-bench")
	if err != nil {
		return f, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	program := filepath.Join(dir, "compiled.test")
	if out, err := exec.CommandContext(ctx, "go", "test", "-c", "-o", program, "./"+folder).CombinedOutput(); err != nil {
		return f, fmt.Errorf("编译 %s 的基准测试:%w\n%s", folder, err, out)
	}
	var ours, theirs spread
	for range rounds {
		for _, b := range []struct {
			name string
			into *spread
		}{{mine, &ours}, {other, &theirs}} {
			microseconds, err := benchmark(ctx, program, folder, b.name)
			if err != nil {
				return f, err
			}
			*b.into = append(*b.into, microseconds)
		}
	}
	f.ours, f.theirs, f.value = ours.show("%.0f")+" 微秒", theirs.show("%.1f")+" 微秒", ours.over(theirs)
	return f, nil
}

// benchmark runs one benchmark of a compiled test program and returns the microseconds of one turn.
func benchmark(ctx context.Context, program, folder, name string) (float64, error) {
	cmd := exec.CommandContext(ctx, program, "-test.run=^$", "-test.bench=^"+name+"$", "-test.benchtime=500ms")
	cmd.Dir = folder
	out, err := cmd.CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("%s:%w\n%s", name, err, out)
	}
	lines := bufio.NewScanner(bytes.NewReader(out))
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) > 3 && strings.HasPrefix(fields[0], name) && fields[3] == "ns/op" {
			nanoseconds, err := strconv.ParseFloat(fields[2], 64)
			return nanoseconds / 1000, err
		}
	}
	return 0, fmt.Errorf("%s 没有给出结果:\n%s", name, out)
}
