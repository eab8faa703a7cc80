package main

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// noisy collects a log that several write to.
type noisy struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (n *noisy) Write(b []byte) (int, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.text.Write(b)
}

func (n *noisy) String() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.text.String()
}

func TestAChoreThatFailsOrPanicsComesRoundAgain(t *testing.T) {
	var turns atomic.Int64
	again := make(chan struct{})
	var out noisy
	ctx, stop := context.WithCancel(t.Context())
	running := startChores(ctx, []chore{{"timed steps", 6 * time.Millisecond, func(context.Context) (int64, error) {
		switch turns.Add(1) {
		case 1:
			return 0, errors.New("database is away")
		case 2:
			panic("a bug")
		case 3:
			return 7, nil
		case 4:
			close(again)
		}
		return 0, nil
	}}}, newLog(&out, "json"))
	select {
	case <-again:
	case <-time.After(10 * time.Second):
		t.Fatal("the chore did not come round again")
	}
	stop()
	running.Wait()
	for _, part := range []string{"database is away", "panic: a bug", `"count":7`} {
		if !strings.Contains(out.String(), part) {
			t.Errorf("the log lacks %q:\n%s", part, out.String())
		}
	}
}

func TestStoppingDuringAChoreIsNoFailure(t *testing.T) {
	var out noisy
	ctx, stop := context.WithCancel(t.Context())
	running := startChores(ctx, []chore{{"slow", 6 * time.Millisecond, func(ctx context.Context) (int64, error) {
		stop()
		<-ctx.Done()
		return 0, ctx.Err()
	}}}, newLog(&out, "text"))
	running.Wait()
	if out.String() != "" {
		t.Errorf("logged %q", out.String())
	}
}

func TestTheLogMasksSecrets(t *testing.T) {
	for _, form := range []string{"json", "text"} {
		var out noisy
		log := newLog(&out, form)
		for _, key := range []string{"password", "newPassword", "Authorization", "Set-Cookie", "session_token", "passwordHash", "dsn"} {
			log.Info("x", slog.String(key, "geheim"))
			log.Info("x", slog.Group("request", slog.String(key, "geheim")))
		}
		log.Info("x", slog.String("address", "10.0.0.1"))
		if text := out.String(); strings.Contains(text, "geheim") || !strings.Contains(text, "10.0.0.1") {
			t.Errorf("%s: %s", form, text)
		}
	}
}

func TestADatabaseAddressIsShownWithoutItsPassword(t *testing.T) {
	for dsn, want := range map[string]string{
		"sqlite:data/x.db": "sqlite:data/x.db",
		"postgres://u:geheim@db:5432/xianjie?sslmode=disable": "postgres://db:5432/xianjie",
		"postgres://u:ge%zzheim@db/x":                         "postgres",
	} {
		if got := shownDSN(dsn); got != want {
			t.Errorf("%s is shown as %s, want %s", dsn, got, want)
		}
	}
}
