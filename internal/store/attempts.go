package store

import (
	"time"

	"gorm.io/gorm/clause"

	"xianjie/internal/identity"
)

// Counter implements identity.Tx. The upsert that changes nothing inserts an absent row and locks it in one statement.
func (t peopleTx) Counter(key string) (identity.Counter, error) {
	var failures int
	var last, notBefore *instant
	err := t.db.Raw(`INSERT INTO attempts (key, failures) VALUES (?, 0) ON CONFLICT (key) DO UPDATE SET failures = attempts.failures
		RETURNING failures, last_at, not_before`, key).Row().Scan(&failures, &last, &notBefore)
	if err != nil {
		return identity.Counter{}, failed("登录", err)
	}
	return identity.Counter{Failures: failures, Last: orZero(last), NotBefore: orZero(notBefore)}, nil
}

// SaveCounter implements identity.Tx.
func (t peopleTx) SaveCounter(key string, c identity.Counter) error {
	if c == (identity.Counter{}) {
		return failed("登录", t.db.Exec("DELETE FROM attempts WHERE key = ?", key).Error)
	}
	return failed("登录", t.db.Exec(`INSERT INTO attempts (key, failures, last_at, not_before) VALUES (?, ?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at, not_before = excluded.not_before`,
		key, c.Failures, orNull(c.Last), orNull(c.NotBefore)).Error)
}

func orZero(i *instant) time.Time {
	if i == nil {
		return time.Time{}
	}
	return i.time()
}

func orNull(t time.Time) *instant {
	if t.IsZero() {
		return nil
	}
	return optional(&t)
}

type knownAddressRow struct {
	AccountID string `gorm:"primaryKey"`
	Address   string `gorm:"primaryKey"`
	SeenAt    instant
}

// TableName implements GORM's Tabler.
func (knownAddressRow) TableName() string { return "known_addresses" }

// KnownAddress implements identity.Tx.
func (t peopleTx) KnownAddress(accountID, address string, since time.Time) (bool, error) {
	return t.exists("SELECT 1 FROM known_addresses WHERE account_id = ? AND address = ? AND seen_at >= ?", accountID, address, instant(since))
}

// RememberAddress implements identity.Tx.
func (t peopleTx) RememberAddress(accountID, address string, at time.Time) error {
	forward := clause.OnConflict{
		Columns:   []clause.Column{{Name: "account_id"}, {Name: "address"}},
		DoUpdates: clause.AssignmentColumns([]string{"seen_at"}),
		Where:     clause.Where{Exprs: []clause.Expression{clause.Expr{SQL: "known_addresses.seen_at < excluded.seen_at"}}},
	}
	row := knownAddressRow{AccountID: accountID, Address: address, SeenAt: instant(at)}
	return failed("登录", t.db.Clauses(forward).Create(&row).Error)
}

// Forget implements identity.Tx.
func (t peopleTx) Forget(now, counters, addresses time.Time) error {
	for _, forget := range []struct {
		query string
		at    time.Time
	}{
		{"DELETE FROM sessions WHERE idle_until <= @at OR ends_at <= @at", now},
		{"DELETE FROM attempts WHERE (last_at IS NULL OR last_at < @at) AND (not_before IS NULL OR not_before < @at)", counters},
		{"DELETE FROM known_addresses WHERE seen_at < @at", addresses},
	} {
		if err := t.db.Exec(forget.query, map[string]any{"at": instant(forget.at)}).Error; err != nil {
			return failed("清理登录记录", err)
		}
	}
	return nil
}
