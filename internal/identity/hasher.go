package identity

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/sync/semaphore"

	"xianjie/internal/fault"
)

// hasher computes argon2id hashes, a bounded number at once.
type hasher struct {
	cost    Hashing
	slots   *semaphore.Weighted
	waiting atomic.Int64
}

func newHasher(cost Hashing) *hasher {
	return &hasher{cost: cost, slots: semaphore.NewWeighted(int64(cost.AtOnce))}
}

// hash makes the stored form of a new password.
func (h *hasher) hash(ctx context.Context, password Secret) (Secret, error) {
	if err := h.enter(ctx); err != nil {
		return Secret{}, err
	}
	defer h.slots.Release(1)
	p := phc{memory: h.cost.Memory, time: h.cost.Time, threads: h.cost.Threads, salt: make([]byte, saltBytes)}
	_, _ = rand.Read(p.salt) // never fails: the runtime aborts instead
	p.key = p.derive(password)
	return NewSecret(p.String()), nil
}

// matches compares a password with a stored hash in constant time. A zero or unreadable hash takes as long as a real one and
// matches nothing. outdated says that the hash was made at another cost and should be made anew.
func (h *hasher) matches(ctx context.Context, stored, password Secret) (ok, outdated bool, err error) {
	if err := h.enter(ctx); err != nil {
		return false, false, err
	}
	defer h.slots.Release(1)
	p, parseErr := parsePHC(stored.Reveal())
	if parseErr != nil {
		p = phc{memory: h.cost.Memory, time: h.cost.Time, threads: h.cost.Threads, salt: make([]byte, saltBytes), key: make([]byte, keyBytes)}
	}
	same := subtle.ConstantTimeCompare(p.derive(password), p.key) == 1
	ok = same && parseErr == nil
	return ok, ok && (p.memory != h.cost.Memory || p.time != h.cost.Time || p.threads != h.cost.Threads), nil
}

func (p phc) derive(password Secret) []byte {
	return argon2.IDKey([]byte(normalise(password)), p.salt, p.time, p.memory, p.threads, keyBytes)
}

// enter waits for a free slot, for a bounded time and among a bounded number of callers.
func (h *hasher) enter(ctx context.Context) error {
	if h.slots.TryAcquire(1) {
		return nil
	}
	defer h.waiting.Add(-1)
	if h.waiting.Add(1) > int64(h.cost.MaxWaiting) {
		return h.busy(nil)
	}
	bounded, cancel := context.WithTimeout(ctx, h.cost.MaxWait)
	defer cancel()
	if err := h.slots.Acquire(bounded, 1); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return h.busy(err)
	}
	return nil
}

func (h *hasher) busy(cause error) error {
	f := fault.Wrap(fault.Unavailable, "此刻登录的人较多，请稍后再试", cause)
	f.RetryAfter = max(h.cost.MaxWait, time.Second)
	return f
}
