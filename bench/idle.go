package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// settling is how long a started program is left alone before its memory is read.
const settling = 2 * time.Second

// idle is S12: memory of the idle program, its start over a filled database, its size.
func idle(ctx context.Context, program, dsn, folder string, rounds int) ([]figure, error) {
	var started, memory spread
	for range rounds {
		s, err := startOurs(ctx, program, dsn, folder)
		if err != nil {
			return nil, err
		}
		started = append(started, s.started.Seconds())
		time.Sleep(settling)
		mib, err := resident(s.cmd.Process.Pid)
		if err != nil {
			return nil, err
		}
		memory = append(memory, mib)
		if err := s.stop(); err != nil {
			return nil, err
		}
	}
	file, err := os.Stat(program)
	if err != nil {
		return nil, err
	}
	size := spread{float64(file.Size()) / 1e6}
	return []figure{
		{id: "S12", what: "空闲内存(库中已有数据)", ours: "驻留内存", theirs: "—", value: memory, verb: "%.1f MiB", first: 60, aim: 25},
		{id: "S12", what: "冷启动到 /readyz(库中已有数据)", ours: "进程启动起计", theirs: "—", value: started, verb: "%.2f 秒", first: 0.5, aim: 0.1},
		{id: "S12", what: "程序文件大小", ours: program, theirs: "—", value: size, verb: "%.1f MB", first: 60, aim: 40},
	}, nil
}

// resident is a process's resident memory in MiB.
func resident(pid int) (float64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, fmt.Errorf("读取内存占用(只在 Linux 上可测):%w", err)
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kib, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 64)
			return kib / 1024, err
		}
	}
	return 0, fmt.Errorf("进程 %d 没有内存占用一项", pid)
}
