package store

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// instant is a time as both databases keep it: UTC, whole microseconds. SQLite keeps it as text, PostgreSQL as timestamptz.
type instant time.Time

// sqliteTime is the text modernc.org/sqlite writes under _time_format=sqlite.
const sqliteTime = "2006-01-02 15:04:05.999999999-07:00"

// Value implements driver.Valuer.
func (i instant) Value() (driver.Value, error) {
	return time.Time(i).UTC().Truncate(time.Microsecond), nil
}

// Scan implements sql.Scanner.
func (i *instant) Scan(src any) error {
	switch v := src.(type) {
	case time.Time:
		*i = instant(v.UTC())
		return nil
	case string:
		t, err := time.Parse(sqliteTime, v)
		if err != nil {
			return err
		}
		*i = instant(t.UTC())
		return nil
	default:
		return fmt.Errorf("instant from %T", src)
	}
}

// time is the instant as the centre knows it.
func (i instant) time() time.Time { return time.Time(i) }

// optional is an instant that may be absent.
func optional(t *time.Time) *instant {
	if t == nil {
		return nil
	}
	i := instant(*t)
	return &i
}

// pointer is optional read the other way.
func pointer(i *instant) *time.Time {
	if i == nil {
		return nil
	}
	t := i.time()
	return &t
}
