package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// tick is the kernel's unit of processor time, in milliseconds (USER_HZ is 100 on every Linux).
const tick = 10.0

// effort is processor time in milliseconds. Rates depend on what else the machine does; effort hardly does, so it tells a slow
// program from a busy machine.
type effort struct{ program, database float64 }

// show is the effort of one request.
func (e effort) show(requests float64) string {
	if requests == 0 {
		return ""
	}
	return fmt.Sprintf(",%.2f+%.2f 毫秒", e.program/requests, e.database/requests)
}

// clocks are the processor times of processes at one moment, in milliseconds.
type clocks struct {
	program  float64
	backends map[int]float64
}

// readClocks reads those of a server and of all connections of the database.
func readClocks(ctx context.Context, pool *pgxpool.Pool, pid int) (clocks, error) {
	c := clocks{backends: map[int]float64{}}
	var err error
	if c.program, err = processor(pid); err != nil {
		return c, err
	}
	rows, err := pool.Query(ctx, "SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
	if err != nil {
		return c, err
	}
	backends, err := pgx.CollectRows(rows, pgx.RowTo[int])
	for _, backend := range backends {
		if used, err := processor(backend); err == nil { // on a server elsewhere there is nothing to read
			c.backends[backend] = used
		}
	}
	return c, err
}

// since is what was used from an earlier moment on; a connection opened meanwhile counts whole.
func (c clocks) since(before clocks) effort {
	e := effort{program: c.program - before.program}
	for pid, used := range c.backends {
		e.database += used - before.backends[pid]
	}
	return e
}

// processor is the processor time a process has used, in milliseconds.
func processor(pid int) (float64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, fmt.Errorf("读取处理器时间(只在 Linux 上可测):%w", err)
	}
	_, rest, _ := strings.Cut(string(text), ") ") // the program's name may hold spaces
	fields := strings.Fields(rest)
	const user, system = 11, 12
	if len(fields) <= system {
		return 0, fmt.Errorf("进程 %d 的状态读不懂", pid)
	}
	u, err := strconv.ParseFloat(fields[user], 64)
	if err != nil {
		return 0, err
	}
	s, err := strconv.ParseFloat(fields[system], 64)
	return (u + s) * tick, err
}
