package identity

import (
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"time"
)

// Counter is a row of counted failures.
type Counter struct {
	Failures  int
	Last      time.Time // last attempt
	NotBefore time.Time // no attempt is looked at before
}

// attempt counts one more attempt at now, or says how long to wait; then the counter is not to be saved.
func (b Brake) attempt(c Counter, now time.Time) (Counter, time.Duration) {
	// A last attempt in the future means that the clock was set back; nobody shall wait for that.
	if since := now.Sub(c.Last); since >= b.Forget || since < -b.Longest {
		c = Counter{}
	}
	if now.Before(c.NotBefore) {
		return c, c.NotBefore.Sub(now)
	}
	c.Failures++
	c.Last = now
	c.NotBefore = now.Add(b.pause(c.Failures))
	return c, 0
}

// takeBack undoes one attempt that was not a wrong password.
func (b Brake) takeBack(c Counter) Counter {
	if c.Failures <= 1 {
		return Counter{}
	}
	c.Failures--
	c.NotBefore = c.Last.Add(b.pause(c.Failures))
	return c
}

// pause is how long to wait after the n-th failure.
func (b Brake) pause(n int) time.Duration {
	if n <= b.Free {
		return 0
	}
	pause := b.First
	for range n - b.Free - 1 {
		if pause >= b.Longest {
			break
		}
		pause *= 2
	}
	return min(pause, b.Longest)
}

// pairKey and loginKey name the counters. Logins appear only as digests: they may be mistyped passwords.
func pairKey(login, address string) string { return countKey("pair", login, bucket(address)) }
func loginKey(login string) string         { return countKey("login", login, "") }

func countKey(kind, login, address string) string {
	sum := sha256.Sum256([]byte("xianjie/attempts/v1\x00" + login + "\x00" + address))
	return kind + ":" + hex.EncodeToString(sum[:])
}

// bucket is what counts as one address: an IPv4 address, or the /64 network that one IPv6 subscriber owns.
func bucket(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return clip(address, maxAddress)
	}
	a = a.Unmap().WithZone("")
	if a.Is4() {
		return a.String()
	}
	network, err := a.Prefix(64)
	if err != nil {
		return a.String()
	}
	return network.String()
}
