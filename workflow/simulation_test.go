package workflow_test

import (
	"context"
	"database/sql"
	"fmt"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/proposal"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// tableDigests are the rows of every table but those a simulation and its audit entry are written to.
func tableDigests(t *testing.T, dsn string) map[string]string {
	t.Helper()
	pool, err := store.Connect(dsn, 2)
	must(t, err)
	defer pool.Close()
	names := "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
	if strings.HasPrefix(dsn, "sqlite:") {
		names = "SELECT name FROM sqlite_master WHERE type = 'table'"
	}
	digests := map[string]string{}
	for _, row := range allRows(t, pool, names) {
		table := strings.Trim(row, "[]")
		if table == "simulations" || strings.HasPrefix(table, "audit_") || strings.HasPrefix(table, "sqlite_") {
			continue
		}
		lines := allRows(t, pool, "SELECT * FROM "+table)
		sort.Strings(lines)
		digests[table] = proposal.Digest([]byte(strings.Join(lines, "\n")))
	}
	return digests
}

func allRows(t *testing.T, pool *sql.DB, query string) []string {
	t.Helper()
	rows, err := pool.Query(query)
	must(t, err)
	defer rows.Close()
	columns, err := rows.Columns()
	must(t, err)
	var lines []string
	for rows.Next() {
		cells, targets := make([]any, len(columns)), make([]any, len(columns))
		for i := range cells {
			targets[i] = &cells[i]
		}
		must(t, rows.Scan(targets...))
		lines = append(lines, fmt.Sprint(cells))
	}
	must(t, rows.Err())
	return lines
}

func TestASimulationChangesNothing(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		s := storetest.Open(t, dsn, store.Options{})
		l, _ := newLive(t, s, time.Hour)
		app := l.shortlisted("370686", "栖霞市")
		l.must("city_signer@370600", app.ID, workflow.Report, workflow.Input{CityDocNo: "烟政呈〔2022〕51号"})
		before := tableDigests(t, dsn)
		if len(before) < 20 {
			t.Fatalf("only %d tables looked at", len(before))
		}
		ctx, admin := context.Background(), actor("prov_admin@370000")
		m, err := l.service.Simulate(ctx, admin, workflow.NewSimulation{Batch: app.BatchID, Title: "村数下限", Params: []byte(`{"minVillages":60,"tierWan":{"EAST":2100}}`)})
		must(t, err)
		if diff := cmp.Diff(before, tableDigests(t, dsn)); diff != "" {
			t.Errorf("a simulation left something:\n%s", diff)
		}
		_, result, err := l.service.Simulation(ctx, actor("auditor@370000"), m.ID)
		must(t, err)
		row := result.Applications[0]
		if result.Mark != workflow.SimulationMark || result.PackVersion != 1 || !row.PassesBefore || row.PassesAfter || !row.TierChanged || len(row.Flips) < 2 ||
			result.Before.Passing != 1 || result.After.Provincial != 0 {
			t.Errorf("result %+v", result)
		}
		list, err := l.service.Simulations(ctx, admin, app.BatchID)
		if err != nil || len(list) != 1 || len(list[0].Result) > 0 {
			t.Errorf("list %v %v", list, err)
		}
		if _, _, err := l.service.Simulation(ctx, actor("county_signer@370686"), m.ID); err == nil {
			t.Error("a county reads the other counties' simulation")
		}
		if list, err := l.service.Simulations(ctx, actor("auditor@370600"), app.BatchID); err != nil || len(list) != 0 {
			t.Errorf("an auditor of one city sees %v %v", list, err)
		}
	})
}
