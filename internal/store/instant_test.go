package store

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// SQLite keeps instants as text and compares them as text, so the text must sort as the instants do, wherever they were written.
func TestInstantsSortAsTextAndComeBack(t *testing.T) {
	pool := connected(t, filepath.Join(t.TempDir(), "x.db"), 1)
	if _, err := pool.Exec("CREATE TABLE t (at TEXT NOT NULL) STRICT"); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(r *rapid.T) {
		if _, err := pool.Exec("DELETE FROM t"); err != nil {
			r.Fatal(err)
		}
		instants := rapid.SliceOfN(rapid.Custom(func(r *rapid.T) time.Time {
			zone := time.FixedZone("", 900*rapid.IntRange(-48, 56).Draw(r, "quarters"))
			return time.UnixMicro(rapid.Int64Range(0, 4_102_444_800_000_000).Draw(r, "µs")).In(zone)
		}), 1, 12).Draw(r, "instants")
		for _, at := range instants {
			if _, err := pool.Exec("INSERT INTO t (at) VALUES (?)", instant(at)); err != nil {
				r.Fatal(err)
			}
		}
		slices.SortFunc(instants, time.Time.Compare)
		rows, err := pool.Query("SELECT at FROM t ORDER BY at")
		if err != nil {
			r.Fatal(err)
		}
		defer rows.Close()
		for _, want := range instants {
			var got instant
			if !rows.Next() {
				r.Fatal(rows.Err())
			}
			if err := rows.Scan(&got); err != nil || !got.time().Equal(want) || got.time().Location() != time.UTC {
				r.Fatalf("%v, want %v, %v", got.time(), want, err)
			}
		}
	})
}

func TestAnInstantIsCutToMicroseconds(t *testing.T) {
	v, err := instant(time.Date(2022, 12, 11, 0, 0, 0, 1999, time.FixedZone("CST", 8*3600))).Value()
	if want := time.Date(2022, 12, 10, 16, 0, 0, 1000, time.UTC); err != nil || v != want {
		t.Errorf("%v %v", v, err)
	}
	for _, src := range []any{nil, 5, "gestern"} {
		if err := new(instant).Scan(src); err == nil {
			t.Errorf("%v was read as an instant", src)
		}
	}
}
