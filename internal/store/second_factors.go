package store

import (
	"database/sql"
	"errors"
	"time"

	"xianjie/internal/identity"
)

// Factor implements identity.Tx.
func (t peopleTx) Factor(accountID string) (identity.Factor, error) {
	var secret string
	var f identity.Factor
	var confirmed *instant
	err := t.db.Raw("SELECT secret, last_step, confirmed_at FROM second_factors WHERE account_id = ?", accountID).Row().Scan(&secret, &f.LastStep, &confirmed)
	if errors.Is(err, sql.ErrNoRows) {
		return identity.Factor{}, nil
	}
	f.Secret, f.Confirmed = identity.NewSecret(secret), confirmed != nil
	return f, failed("读取动态码", err)
}

// DrawFactor implements identity.Tx.
func (t peopleTx) DrawFactor(accountID string, secret identity.Secret) error {
	return failed("登记动态码", t.db.Exec(`INSERT INTO second_factors (account_id, secret, last_step) VALUES (?, ?, 0)
		ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, last_step = 0, confirmed_at = NULL`, accountID, secret.Reveal()).Error)
}

// ConfirmFactor implements identity.Tx.
func (t peopleTx) ConfirmFactor(accountID string, f identity.Factor, step int64, at time.Time) (bool, error) {
	res := t.db.Exec("UPDATE second_factors SET confirmed_at = ?, last_step = ? WHERE account_id = ? AND secret = ? AND confirmed_at IS NULL",
		instant(at), step, accountID, f.Secret.Reveal())
	return res.RowsAffected == 1, failed("登记动态码", res.Error)
}

// SpendStep implements identity.Tx. The condition is what keeps a code from being used twice, whoever comes at the same time.
func (t peopleTx) SpendStep(accountID string, f identity.Factor, step int64) (bool, error) {
	res := t.db.Exec("UPDATE second_factors SET last_step = ? WHERE account_id = ? AND secret = ? AND confirmed_at IS NOT NULL AND last_step < ?",
		step, accountID, f.Secret.Reveal(), step)
	return res.RowsAffected == 1, failed("核对动态码", res.Error)
}

// RemoveFactor implements identity.Tx.
func (t peopleTx) RemoveFactor(accountID string) error {
	return failed("停用动态码", t.db.Exec("DELETE FROM second_factors WHERE account_id = ?", accountID).Error)
}
