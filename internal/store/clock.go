package store

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// clock reads the deciding time over a connection.
type clock func(db *gorm.DB) (time.Time, error)

// clock is the database's own, read when asked and not when the transaction began, or the one given.
func (a address) clock(given Clock) clock {
	if given != nil {
		return func(*gorm.DB) (time.Time, error) { return given().UTC().Truncate(time.Microsecond), nil }
	}
	query := "SELECT " + a.nowColumn()
	return func(db *gorm.DB) (time.Time, error) {
		var now instant
		if err := db.Raw(query).Row().Scan(&now); err != nil {
			return time.Time{}, failed("读取服务器时间", err)
		}
		return now.time().Truncate(time.Microsecond), nil
	}
}

// nowColumn is how the database tells its own time within a query.
func (a address) nowColumn() string {
	if a.path != "" {
		return "strftime('%Y-%m-%d %H:%M:%f+00:00', 'now')" // to the millisecond
	}
	return "clock_timestamp()"
}

// told is the deciding time where a query has read the database's along the way.
func told(now instant, given Clock) time.Time {
	at := now.time()
	if given != nil {
		at = given().UTC()
	}
	return at.Truncate(time.Microsecond)
}

// Clock is the deciding clock, for display.
func (s *Store) Clock(ctx context.Context) (time.Time, error) {
	ctx, cancel := bounded(ctx)
	defer cancel()
	return s.clock(s.db.WithContext(ctx))
}
