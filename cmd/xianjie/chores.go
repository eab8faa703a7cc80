package main

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"runtime/debug"
	"sync"
	"time"
)

// chore is work that a server does beside answering. Replicas may do one at the same time; a failure is logged and the next
// turn comes all the same.
type chore struct {
	name  string
	every time.Duration
	do    func(context.Context) (done int64, err error)
}

// The turns of the chores, and how old a half-received file must be before it counts as left behind.
const (
	sweepEvery = 30 * time.Second
	tidyEvery  = time.Hour
	staleAfter = 24 * time.Hour
)

// chores are the house's own: the steps that time itself takes, and what would pile up otherwise.
func (h *house) chores(now func() time.Time) []chore {
	return []chore{
		{"timed steps", sweepEvery, func(ctx context.Context) (int64, error) {
			moved, err := h.work.Sweep(ctx)
			return int64(len(moved)), err
		}},
		{"ended sessions", tidyEvery, func(ctx context.Context) (int64, error) { return 0, h.accounts.Sweep(ctx) }},
		{"old answers", tidyEvery, h.store.PurgeReceipts},
		{"stale uploads", tidyEvery, func(context.Context) (int64, error) {
			swept, err := h.files.Sweep(now().Add(-staleAfter))
			return int64(swept), err
		}},
		{"orphaned files", tidyEvery, func(ctx context.Context) (int64, error) { return h.forgetOrphans(ctx, now().Add(-staleAfter)) }},
	}
}

// forgetOrphans removes kept files that no row has named since before an instant.
func (h *house) forgetOrphans(ctx context.Context, before time.Time) (int64, error) {
	var gone int64
	err := h.files.List(func(sha256 string, _ int64, received time.Time) error {
		if !received.Before(before) {
			return nil
		}
		removed, err := h.work.ForgetOrphan(ctx, sha256, func() error { return h.files.Remove(sha256) })
		if removed {
			gone++
		}
		return err
	})
	return gone, err
}

// startChores runs each chore in turn until ctx ends; Wait on the answer comes back when none is running.
func startChores(ctx context.Context, chores []chore, log *slog.Logger) *sync.WaitGroup {
	var running sync.WaitGroup
	for _, c := range chores {
		running.Go(func() {
			wait := rand.N(c.every / 6) // soon after the start, but not all replicas and chores at once
			for pause(ctx, wait) {
				c.turn(ctx, log)
				wait = c.every - c.every/10 + rand.N(c.every/5)
			}
		})
	}
	return &running
}

// pause waits and reports whether there is still something to wait for.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// turn does the chore once. A panic is a failure like any other.
func (c chore) turn(ctx context.Context, log *slog.Logger) {
	defer func() {
		if p := recover(); p != nil {
			log.ErrorContext(ctx, "chore failed", slog.String("chore", c.name), slog.String("cause", fmt.Sprintf("panic: %v\n%s", p, debug.Stack())))
		}
	}()
	done, err := c.do(ctx)
	switch {
	case ctx.Err() != nil: // stopping; the next start takes it up again
	case err != nil:
		log.ErrorContext(ctx, "chore failed", slog.String("chore", c.name), slog.String("cause", err.Error()))
	case done > 0:
		log.InfoContext(ctx, "chore done", slog.String("chore", c.name), slog.Int64("count", done))
	}
}
