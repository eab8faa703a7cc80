package store

import (
	"bytes"
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"
)

func TestOnlySlowStatementsAreLoggedAndWithoutTheirParameters(t *testing.T) {
	var out bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&out, nil)))
	defer slog.SetDefault(before)
	pool := connected(t, filepath.Join(t.TempDir(), "x.db"), 1)
	db, err := address{path: "x"}.gorm(pool)
	if err != nil {
		t.Fatal(err)
	}
	query := db.Session(&gorm.Session{DryRun: true}).Raw("SELECT ?", "geheim")
	for _, elapsed := range []time.Duration{0, slowQuery + time.Second} {
		quiet{}.Trace(context.Background(), time.Now().Add(-elapsed), func() (string, int64) {
			text, args := quiet{}.ParamsFilter(context.Background(), query.Statement.SQL.String(), query.Statement.Vars...)
			return db.Explain(text, args...), 1
		}, nil)
		if logged := out.String(); (elapsed > slowQuery) != strings.Contains(logged, "SELECT") || strings.Contains(logged, "geheim") {
			t.Errorf("after %v: %q", elapsed, logged)
		}
	}
	if err := db.Exec("SELECT no_such_column").Error; err == nil || strings.Contains(out.String(), "no_such_column") {
		t.Errorf("an error is returned, not logged: %v %q", err, out.String())
	}
}
