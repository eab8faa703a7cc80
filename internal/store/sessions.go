package store

import (
	"context"
	"database/sql"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
)

type sessionRow struct {
	TokenHash string `gorm:"primaryKey"`
	AccountID string
	Address   string
	UserAgent string
	CreatedAt instant `gorm:"autoCreateTime:false"`
	SeenAt    instant
	IdleUntil instant
	EndsAt    instant
}

// TableName implements GORM's Tabler.
func (sessionRow) TableName() string { return "sessions" }

func (r sessionRow) session() identity.Session {
	return identity.Session{TokenHash: r.TokenHash, AccountID: r.AccountID, Address: r.Address, UserAgent: r.UserAgent,
		CreatedAt: r.CreatedAt.time(), SeenAt: r.SeenAt.time(), IdleUntil: r.IdleUntil.time(), EndsAt: r.EndsAt.time()}
}

// loadSession is a session with its account, one row for each grant.
const loadSession = `SELECT s.account_id, s.address, s.user_agent, s.created_at, s.seen_at, s.idle_until, s.ends_at,
	a.login, a.name, a.unit, a.password_hash, a.must_change, a.second_factor, a.version, a.created_by, a.created_at, a.updated_at,
	g.id, g.role, g.region, g.granted_by, g.granted_at
	FROM sessions AS s JOIN accounts AS a ON a.id = s.account_id LEFT JOIN grants AS g ON g.account_id = a.id
	WHERE s.token_hash = ? AND s.idle_until > ? AND s.ends_at > ? AND NOT a.disabled ORDER BY g.granted_at, g.id`

// Load implements identity.Sessions. It is read on every request, so it is one statement, scanned by hand.
func (p people) Load(ctx context.Context, tokenHash string, now time.Time) (identity.Session, identity.Account, error) {
	r, done := p.s.reading(ctx)
	defer done()
	rows, err := r.db.Raw(loadSession, tokenHash, instant(now), instant(now)).Rows()
	if err != nil {
		return identity.Session{}, identity.Account{}, failed("核对登录", err)
	}
	defer rows.Close()
	session := sessionRow{TokenHash: tokenHash}
	var account accountRow
	var grants []identity.Grant
	for rows.Next() {
		g, err := scanSession(rows, &session, &account)
		if err != nil {
			return identity.Session{}, identity.Account{}, failed("核对登录", err)
		}
		if g != nil {
			grants = append(grants, *g)
		}
	}
	if err := rows.Err(); err != nil {
		return identity.Session{}, identity.Account{}, failed("核对登录", err)
	}
	if session.AccountID == "" {
		return identity.Session{}, identity.Account{}, fault.New(fault.SignedOut, "登录已失效,请重新登录")
	}
	account.ID = session.AccountID
	return session.session(), account.account(grants), nil
}

// scanSession reads one row of loadSession; the grant is nil for an account without any.
func scanSession(rows *sql.Rows, s *sessionRow, a *accountRow) (*identity.Grant, error) {
	var id, role, region, by *string
	var at *instant
	err := rows.Scan(&s.AccountID, &s.Address, &s.UserAgent, &s.CreatedAt, &s.SeenAt, &s.IdleUntil, &s.EndsAt,
		&a.Login, &a.Name, &a.Unit, &a.PasswordHash, &a.MustChange, &a.SecondFactor, &a.Version, &a.CreatedBy, &a.CreatedAt, &a.UpdatedAt,
		&id, &role, &region, &by, &at)
	if err != nil || id == nil {
		return nil, err
	}
	return &identity.Grant{ID: *id, Role: *role, Region: *region, GrantedBy: *by, GrantedAt: at.time()}, nil
}

// Touch implements identity.Sessions.
func (p people) Touch(ctx context.Context, tokenHash string, seen, idleUntil time.Time) error {
	return p.s.inTx(ctx, func(t *tx) error {
		now, until := instant(seen), instant(idleUntil)
		return failed("核对登录", t.db.Model(&sessionRow{}).
			Where("token_hash = ? AND seen_at < ? AND idle_until <= ? AND idle_until > ? AND ends_at > ?", tokenHash, now, until, now, now).
			Updates(map[string]any{"seen_at": now, "idle_until": until}).Error)
	})
}

// AddSession implements identity.Tx.
func (t peopleTx) AddSession(s identity.Session) error {
	row := sessionRow{TokenHash: s.TokenHash, AccountID: s.AccountID, Address: s.Address, UserAgent: s.UserAgent, CreatedAt: instant(s.CreatedAt),
		SeenAt: instant(s.SeenAt), IdleUntil: instant(s.IdleUntil), EndsAt: instant(s.EndsAt)}
	return failed("登录", t.db.Create(&row).Error)
}

// EndSession implements identity.Tx.
func (t peopleTx) EndSession(tokenHash string) (identity.Session, bool, error) {
	var rows []sessionRow
	if err := t.db.Where("token_hash = ?", tokenHash).Find(&rows).Error; err != nil || len(rows) == 0 {
		return identity.Session{}, false, failed("退出登录", err)
	}
	res := t.db.Delete(&sessionRow{}, "token_hash = ?", tokenHash)
	if res.Error != nil || res.RowsAffected == 0 { // another sign-out was quicker
		return identity.Session{}, false, failed("退出登录", res.Error)
	}
	return rows[0].session(), true, nil
}

// EndSessions implements identity.Tx.
func (t peopleTx) EndSessions(accountID string) error {
	return failed("结束登录", t.db.Delete(&sessionRow{}, "account_id = ?", accountID).Error)
}
