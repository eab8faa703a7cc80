package identity

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"time"
)

// Session is one sign-in. The token itself is known only to its owner.
type Session struct {
	TokenHash string // hex SHA-256 of the token's text
	AccountID string
	Address   string // client address at sign-in
	UserAgent string // at most 256 characters
	CreatedAt time.Time
	SeenAt    time.Time // last use, to the grain of SessionLimits.TouchEvery
	IdleUntil time.Time // ends then unless used again; never beyond EndsAt
	EndsAt    time.Time // ends then in any case
}

// live reports whether the session still holds at now; both ends are exclusive.
func (s Session) live(now time.Time) bool { return now.Before(s.IdleUntil) && now.Before(s.EndsAt) }

const tokenBytes = 32 // 256 bits

// newToken draws a token and its hash.
func newToken() (token Secret, hash string) {
	raw := make([]byte, tokenBytes)
	_, _ = rand.Read(raw) // never fails: the runtime aborts instead
	token = NewSecret(base64.RawURLEncoding.EncodeToString(raw))
	return token, tokenHash(token)
}

// tokenHash is what is stored and looked up; "" for a text that cannot be a token, which saves the look-up.
func tokenHash(token Secret) string {
	text := token.Reveal()
	if len(text) != base64.RawURLEncoding.EncodedLen(tokenBytes) {
		return ""
	}
	// The length of what comes out too: the decoder passes over line ends.
	if raw, err := base64.RawURLEncoding.Strict().DecodeString(text); err != nil || len(raw) != tokenBytes {
		return ""
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func (l SessionLimits) open(accountID, hash, address, userAgent string, now time.Time) Session {
	return Session{
		TokenHash: hash, AccountID: accountID, Address: address, UserAgent: clip(userAgent, maxUserAgent),
		CreatedAt: now, SeenAt: now, IdleUntil: l.idleUntil(now, now.Add(l.Absolute)), EndsAt: now.Add(l.Absolute),
	}
}

func (l SessionLimits) idleUntil(seen, ends time.Time) time.Time {
	if until := seen.Add(l.Idle); until.Before(ends) {
		return until
	}
	return ends
}
