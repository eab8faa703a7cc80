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

// benchmarks takes two benchmarks of one package in turn, in microseconds of one turn; the program for them is built once.
func benchmarks(ctx context.Context, rounds int, folder, our, their string) (ours, theirs spread, err error) {
	dir, err := os.MkdirTemp("", "xianjie-bench")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	program := filepath.Join(dir, "bench.test")
	if out, err := exec.CommandContext(ctx, "go", "test", "-c", "-o", program, "./"+folder).CombinedOutput(); err != nil {
		return nil, nil, fmt.Errorf("编译 %s 的基准测试:%w\n%s", folder, err, out)
	}
	for range rounds {
		for _, b := range []struct {
			name string
			into *spread
		}{{our, &ours}, {their, &theirs}} {
			microseconds, err := benchmark(ctx, program, folder, b.name)
			if err != nil {
				return nil, nil, err
			}
			*b.into = append(*b.into, microseconds)
		}
	}
	return ours, theirs, nil
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
