package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"

	"xianjie/internal/fault"
)

func TestFailuresBecomeFaults(t *testing.T) {
	pg := func(code string) error { return fmt.Errorf("wrapped: %w", &pgconn.PgError{Code: code}) }
	for _, tt := range []struct {
		name string
		err  error
		want fault.Code
	}{
		{"nothing", nil, ""},
		{"a fault passes unchanged", fault.New(fault.Stale, "旧"), fault.Stale},
		{"server going down", pg("57P01"), fault.Unavailable},
		{"server starting", pg("57P03"), fault.Unavailable},
		{"too many connections", pg("53300"), fault.Unavailable},
		{"disk full", pg("53100"), fault.Unavailable},
		{"connection lost", pg("08006"), fault.Unavailable},
		{"lock timeout", pg("55P03"), fault.Unavailable},
		{"cancelled", pg("57014"), fault.Unavailable},
		{"deadlock after all retries", pg("40P01"), fault.Unavailable},
		{"a statement that is wrong", pg("42601"), fault.Internal},
		{"append-only", pg("23000"), fault.Internal},
		{"refused connection", &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED}, fault.Unavailable},
		{"broken connection", driver.ErrBadConn, fault.Unavailable},
		{"end of stream", io.ErrUnexpectedEOF, fault.Unavailable},
		{"deadline", context.DeadlineExceeded, fault.Unavailable},
		{"a check", fmt.Errorf("%w: x", gorm.ErrCheckConstraintViolated), fault.Invalid},
		{"anything else", errors.New("x"), fault.Internal},
	} {
		err := failed("保存", tt.err)
		if fault.CodeOf(err) != tt.want {
			t.Errorf("%s: %v", tt.name, err)
		}
		var f *fault.Error
		if tt.want == fault.Unavailable && (!errors.As(err, &f) || f.RetryAfter <= 0) {
			t.Errorf("%s: no RetryAfter", tt.name)
		}
		if tt.err != nil && !errors.Is(err, tt.err) {
			t.Errorf("%s: the cause is lost", tt.name)
		}
	}
}

// A transaction is run again only after PostgreSQL undid it for a collision, and only a few times.
func TestCollisionsAreRetriedAFewTimes(t *testing.T) {
	s, err := Open(context.Background(), "sqlite:"+filepath.Join(t.TempDir(), "x.db"), Options{Migrate: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // nothing is left to lose
	for _, tt := range []struct {
		name string
		err  error
		runs int
		want fault.Code
	}{
		{"serialization failure", &pgconn.PgError{Code: "40001"}, maxRuns, fault.Unavailable},
		{"deadlock", &pgconn.PgError{Code: "40P01"}, maxRuns, fault.Unavailable},
		{"anything else of the database", &pgconn.PgError{Code: "57P01"}, 1, fault.Unavailable},
		{"a refusal", fault.New(fault.Refused, "不行"), 1, fault.Refused},
	} {
		runs := 0
		err := s.inTx(context.Background(), func(*tx) error {
			runs++
			return failed("保存", tt.err)
		})
		if runs != tt.runs || fault.CodeOf(err) != tt.want {
			t.Errorf("%s: %d runs, %v", tt.name, runs, err)
		}
	}
	runs := 0
	err = s.inTx(context.Background(), func(*tx) error {
		if runs++; runs < maxRuns {
			return failed("保存", &pgconn.PgError{Code: "40001"})
		}
		return nil
	})
	if err != nil {
		t.Errorf("the last run went through, yet: %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	runs = 0
	_ = s.inTx(ctx, func(*tx) error {
		runs++
		return failed("保存", &pgconn.PgError{Code: "40001"})
	})
	if runs > 1 {
		t.Errorf("%d runs after the caller's deadline", runs)
	}
}

func TestACallWithoutDeadlineGetsOne(t *testing.T) {
	ctx, cancel := bounded(context.Background())
	defer cancel()
	if _, ok := ctx.Deadline(); !ok {
		t.Error("no deadline")
	}
	own, stop := context.WithTimeout(context.Background(), time.Hour)
	defer stop()
	kept, cancel := bounded(own)
	defer cancel()
	if kept != own {
		t.Error("the caller's own deadline was replaced")
	}
}
