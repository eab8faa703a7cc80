package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// ownServer starts a PostgreSQL that this test may stop and start, and answers with its DSN and a crash-and-restart.
func ownServer(t *testing.T) (string, func()) {
	t.Helper()
	script, err := filepath.Abs("../../scripts/pg.sh")
	if err != nil {
		t.Fatal(err)
	}
	home := filepath.Join(t.TempDir(), "server")
	do := func(verb string) string {
		t.Helper()
		cmd := exec.Command(script, verb)
		cmd.Env = append(os.Environ(), "XIANJIE_PG_HOME="+home)
		var complaint strings.Builder
		cmd.Stderr = &complaint
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("pg.sh %s: %v\n%s", verb, err, complaint.String())
		}
		return strings.TrimSpace(string(out))
	}
	dsn := do("start")
	t.Cleanup(func() { do("stop") })
	return dsn, func() { do("restart") }
}

// write makes one application with its first step and audit entry: three rows, or none.
func write(s *store.Store, b workflow.Batch, id string) error {
	return s.InTx(context.Background(), func(tx workflow.Tx) error {
		now, err := tx.Now()
		if err != nil {
			return err
		}
		a := workflow.Application{ID: id, BatchID: b.ID, CityCode: "370600", CityName: "烟台市", CountyCode: "370686", CountyName: "栖霞市", State: workflow.Draft,
			StateSince: now, Round: 1, CreatedAt: now, UpdatedAt: now}
		if err := tx.InsertApplication(&a); err != nil {
			return err
		}
		if err := tx.InsertStep(&workflow.Step{ApplicationID: id, Action: workflow.Submit, From: workflow.Draft, To: workflow.Draft, Role: "x", AccountID: "x", At: now}); err != nil {
			return err
		}
		return tx.AppendAudit(audit.Entry{Stream: "load/" + id[:1], At: now, Action: "write", Object: id})
	})
}

func TestAServerRestartUnderLoadLosesNothingAcknowledgedAndDoublesNothing(t *testing.T) {
	dsn, restart := ownServer(t)
	s := storetest.Open(t, dsn, store.Options{Migrate: true, MaxConns: 6})
	now := time.Now()
	b := workflow.Batch{ID: uuid.NewString(), Code: "B", Year: 2022, State: workflow.BatchCollecting, CreatedAt: now, UpdatedAt: now}
	if err := s.InTx(context.Background(), func(tx workflow.Tx) error { return tx.InsertBatch(&b) }); err != nil {
		t.Fatal(err)
	}
	restarted, recovered := make(chan struct{}), time.After(time.Minute)
	var mu sync.Mutex
	acknowledged, interrupted := map[string]bool{}, 0
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for after := 0; after < 5; {
				over := false
				select {
				case <-restarted:
					over = true
				case <-recovered:
					t.Error("the store did not recover within a minute")
					return
				default:
				}
				id := uuid.NewString()
				err := write(s, b, id)
				var f *fault.Error
				switch {
				case err == nil:
					mu.Lock()
					acknowledged[id] = true
					mu.Unlock()
					if over {
						after++
					}
				case errors.As(err, &f) && f.Code == fault.Unavailable && f.RetryAfter > 0:
					mu.Lock()
					interrupted++
					mu.Unlock()
					time.Sleep(20 * time.Millisecond)
				default:
					t.Errorf("neither done nor unavailable: %v", err)
					return
				}
			}
		})
	}
	time.Sleep(300 * time.Millisecond)
	restart()
	close(restarted)
	all.Wait()
	t.Logf("%d acknowledged, %d interrupted", len(acknowledged), interrupted)
	if interrupted == 0 {
		t.Error("the restart interrupted nothing: the test proved nothing")
	}
	present := map[string]int{}
	for _, id := range texts(t, connect(t, dsn), "SELECT id FROM applications") {
		present[id]++
	}
	for id := range acknowledged {
		if present[id] != 1 {
			t.Errorf("%s was acknowledged and is there %d times", id, present[id])
		}
	}
	for _, table := range []string{"SELECT application_id FROM steps", "SELECT object FROM audit_entries"} {
		rows := texts(t, connect(t, dsn), table)
		seen := map[string]bool{}
		for _, id := range rows {
			if present[id] != 1 || seen[id] {
				t.Errorf("%s: %s is half written or doubled", table, id)
			}
			seen[id] = true
		}
		if len(rows) != len(present) {
			t.Errorf("%s: %d rows for %d applications", table, len(rows), len(present))
		}
	}
	heads, err := s.AuditHeads(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var v audit.Verifier
	if err := s.EachAudit(context.Background(), func(e audit.Entry) error { v.Add(e); return nil }); err != nil {
		t.Fatal(err)
	}
	for _, f := range v.Finish(heads) {
		t.Error(fmt.Sprint(f))
	}
}

// Cutting every connection is what a failover looks like; it needs no right over the server.
func TestCutConnectionsAreReplaced(t *testing.T) {
	dsn := storetest.Postgres(t)
	mine := "cut-" + uuid.NewString()
	s := storetest.Open(t, dsn+"&application_name="+mine, store.Options{MaxConns: 4})
	for range 3 {
		if err := s.Ping(context.Background()); err != nil {
			t.Fatal(err)
		}
		var cut int
		err := connect(t, dsn).QueryRow("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1", mine).Scan(&cut)
		if err != nil || cut == 0 {
			t.Fatalf("%d connections cut, %v", cut, err)
		}
		deadline := time.Now().Add(10 * time.Second)
		for {
			_, err := s.Clock(context.Background())
			if err == nil {
				break
			}
			if fault.CodeOf(err) != fault.Unavailable || time.Now().After(deadline) {
				t.Fatalf("after the cut: %v", err)
			}
		}
	}
}
