// Command bench measures the figures of the first release as ratios: each side of a comparison in turn, in one run, on one machine
// (README.md says what each side does). Run it with `make bench`, which starts a PostgreSQL and builds the program first.
//
// It exits 1 when a figure misses what a release needs, 2 when it could not measure.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"xianjie/internal/store"
)

// settings are the command line.
type settings struct {
	only    string
	rounds  int
	lasting time.Duration
	program string
}

func (s settings) wants(ids ...string) bool {
	return s.only == "" || slices.ContainsFunc(strings.Split(s.only, ","), func(id string) bool { return slices.Contains(ids, id) })
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx)
	stop()
	os.Exit(code)
}

func run(ctx context.Context) int {
	if len(os.Args) == 4 && os.Args[1] == "bare" {
		return ended(serveBare(ctx, os.Args[2], os.Args[3]))
	}
	var s settings
	flag.StringVar(&s.only, "only", "", "只测这些指标,逗号分开,如 S1,S6")
	flag.IntVar(&s.rounds, "rounds", 3, "每边测几轮")
	flag.DurationVar(&s.lasting, "for", 2*time.Second, "每轮多久")
	flag.StringVar(&s.program, "program", "bin/xianjie", "被测的程序")
	flag.Parse()
	figures, err := measure(ctx, s)
	printTable(os.Stdout, figures)
	if err != nil {
		return ended(err)
	}
	if slices.ContainsFunc(figures, figure.missed) {
		fmt.Println("有指标未达首期要求")
		return 1
	}
	return 0
}

// ended turns what ended the program into its exit code.
func ended(err error) int {
	if err == nil {
		return 0
	}
	fmt.Fprintln(os.Stderr, "没有测成:", err)
	return 2
}

// measure takes every figure wanted; what was measured before a failure is given with it.
func measure(ctx context.Context, s settings) (all []figure, err error) {
	if s.wants("S6") {
		say("S6 规则")
		f, err := rules(ctx, s.rounds)
		if err != nil {
			return nil, err
		}
		all = append(all, f)
	}
	if s.wants("S9") {
		say("S9 导出")
		f, err := exports(ctx, s.rounds)
		if err != nil {
			return all, err
		}
		all = append(all, f)
	}
	if s.wants("S10") {
		say("S10 导入项目表")
		f, err := imports(ctx, s.rounds)
		if err != nil {
			return all, err
		}
		all = append(all, f)
	}
	if s.only != "" && s.wants("H9") {
		say("H9 资金台账")
		f, err := moneyHolds(ctx)
		if err != nil {
			return all, err
		}
		all = append(all, f)
	}
	if !s.wants("S1", "S2", "S3", "S4", "S8", "S12") {
		return all, nil
	}
	dsn, drop, err := freshDatabase(ctx)
	if err != nil {
		return all, err
	}
	defer func() { err = errors.Join(err, drop()) }()
	folder, err := os.MkdirTemp("", "xianjie-bench")
	if err != nil {
		return all, err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // a temporary folder
	more, err := overDatabase(ctx, s, dsn, folder)
	return append(all, more...), err
}

// overDatabase takes the figures that need a filled database.
func overDatabase(ctx context.Context, s settings, dsn, folder string) (all []figure, err error) {
	kept, err := store.Open(ctx, dsn, store.Options{Migrate: true})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	pool, err := openPool(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer pool.Close()
	say("写入数据:%d 份已上报的申报,%d 批草稿", submittedApplications, draftBatches)
	d, err := seed(ctx, kept, pool)
	if err != nil {
		return nil, err
	}
	say("每份 %d 个项目,%d KB", projectsEach, len(d.document)/1000)
	if s.wants("S12") {
		say("S12 空闲内存与冷启动")
		if all, err = idle(ctx, s.program, dsn, folder, s.rounds); err != nil {
			return all, err
		}
	}
	if s.wants("S1", "S2", "S3", "S4") {
		more, err := overServers(ctx, s, d, pool, dsn, folder)
		if all = append(all, more...); err != nil {
			return all, err
		}
	}
	if s.wants("S8") { // last: its applications would lengthen the lists
		say("S8 排名")
		f, err := rankings(ctx, kept, pool, s.rounds)
		if err != nil {
			return all, err
		}
		all = append(all, f)
	}
	return all, nil
}

// say tells on the error output how far the program is; the table is its only real output.
func say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"…\n", args...)
}
