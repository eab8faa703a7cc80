package identity

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"xianjie/internal/fault"
)

func TestPausesGrowPerLoginAndAddress(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	w.account("signer", "", "")
	limits := w.cfg.Throttle.Address
	for range limits.Free + 1 {
		_, _, err := w.signIn("filer", "wrong", office)
		mustBe(t, err, fault.SignedOut, "")
	}
	for pause := limits.First; pause < limits.Longest; pause *= 2 {
		_, _, err := w.signIn("filer", good, office)
		if got := waitOf(t, err); got != pause {
			t.Fatalf("pause %v, want %v", got, pause)
		}
		w.after(pause - time.Microsecond)
		_, _, err = w.signIn("filer", good, office)
		if got := waitOf(t, err); got != time.Microsecond {
			t.Fatalf("knocking changed the pause to %v", got)
		}
		w.after(time.Microsecond)
		_, _, err = w.signIn("filer", "wrong", office)
		mustBe(t, err, fault.SignedOut, "")
	}
	_, _, err := w.signIn("filer", good, office)
	if got := waitOf(t, err); got != limits.Longest {
		t.Errorf("the longest pause is %v", got)
	}
	if !strings.Contains(err.Error(), "5 分钟") {
		t.Errorf("message %v", err)
	}
	w.token("signer") // the same office, another login
	if _, _, err := w.signIn("filer", good, "10.1.1.2"); err != nil {
		t.Errorf("the same login from the next desk: %v", err)
	}
	w.after(limits.Longest)
	w.token("filer")
	for range limits.Free { // success cleared the count
		_, _, err := w.signIn("filer", "wrong", office)
		mustBe(t, err, fault.SignedOut, "")
	}
	w.token("filer")
}

func TestFailuresAreForgotten(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	for range w.cfg.Throttle.Address.Free + 1 {
		_, _, _ = w.signIn("filer", "wrong", office)
	}
	w.after(w.cfg.Throttle.Address.Forget)
	_, _, err := w.signIn("filer", "wrong", office)
	mustBe(t, err, fault.SignedOut, "")
	w.token("filer")
}

func TestAClockSetBackLocksNobodyOut(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	w.after(1000 * time.Hour)
	for range w.cfg.Throttle.Address.Free + 1 {
		_, _, _ = w.signIn("filer", "wrong", office)
	}
	w.after(-1000 * time.Hour)
	w.token("filer")
}

func TestGuessingFromEverywhereNeverLocksOutAKnownAddress(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	w.token("filer") // the office is known from now on
	free := w.cfg.Throttle.Login.Free
	for i := range free + 1 {
		_, _, err := w.signIn("filer", "wrong", fmt.Sprintf("203.0.%d.%d", i/200, i%200))
		mustBe(t, err, fault.SignedOut, "")
	}
	_, _, err := w.signIn("filer", "wrong", "198.51.100.1")
	if got := waitOf(t, err); got != w.cfg.Throttle.Login.First {
		t.Errorf("a new address waits %v", got)
	}
	_, _, err = w.signIn("filer", good, "198.51.100.2")
	waitOf(t, err) // even with the password: it is not known there yet
	w.token("filer")
	_, _, err = w.signIn("filer", "wrong", office)
	mustBe(t, err, fault.SignedOut, "")
	w.token("filer")
	if _, _, err := w.signIn("nobody", "wrong", "198.51.100.1"); fault.CodeOf(err) != fault.SignedOut {
		t.Errorf("another login is braked too: %v", err)
	}
	w.after(w.cfg.Throttle.KnownFor + time.Hour)
	w.store.state.counters[loginKey("filer")] = Counter{Failures: 99, Last: w.clock, NotBefore: w.clock.Add(time.Minute)}
	_, _, err = w.signIn("filer", good, office)
	waitOf(t, err) // half a year later the address is a stranger again
}

func TestOneSubscriberIsOneAddress(t *testing.T) {
	tests := []struct {
		name, a, b string
		same       bool
	}{
		{"two desks", "10.1.1.1", "10.1.1.2", false},
		{"an IPv4 address in IPv6 clothes", "10.1.1.1", "::ffff:10.1.1.1", true},
		{"two addresses of one IPv6 network", "2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true},
		{"two IPv6 networks", "2001:db8:1:2::1", "2001:db8:1:3::1", false},
		{"unknown is one address", "unknown", "unknown", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if same := pairKey("filer", tt.a) == pairKey("filer", tt.b); same != tt.same {
				t.Errorf("%s and %s: %v", bucket(tt.a), bucket(tt.b), same)
			}
		})
	}
	if countKey("pair", "a", "b") == countKey("pair", "a\x00b", "") || pairKey("a", "x") == pairKey("b", "x") {
		t.Error("two pairs share a counter")
	}
}

func TestManyGuessesAtOnceAreAllCounted(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	var looked atomic.Int64
	var wg sync.WaitGroup
	for range 40 {
		wg.Go(func() {
			_, _, err := w.SignIn(context.Background(), SignIn{Login: "filer", Password: NewSecret("wrong"), Address: office})
			switch fault.CodeOf(err) {
			case fault.SignedOut:
				looked.Add(1)
			case fault.TooMany:
			default:
				t.Errorf("got %v", err)
			}
		})
	}
	wg.Wait()
	if most := int64(w.cfg.Throttle.Address.Free + 1); looked.Load() != most {
		t.Errorf("%d passwords were looked at, %d are free", looked.Load(), most)
	}
}

func TestAnAttemptThatWasNotLookedAtDoesNotCount(t *testing.T) {
	w := newWorld(t, func(c *Config) { c.Hashing.MaxWaiting = 0 })
	w.account("filer", "", "")
	if err := w.hasher.slots.Acquire(t.Context(), int64(w.cfg.Hashing.AtOnce)); err != nil {
		t.Fatal(err)
	}
	for range 30 {
		_, _, err := w.signIn("filer", good, office)
		f, ok := errors.AsType[*fault.Error](err)
		if !ok || f.Code != fault.Unavailable || f.RetryAfter <= 0 {
			t.Fatalf("got %v", err)
		}
	}
	w.hasher.slots.Release(int64(w.cfg.Hashing.AtOnce))
	if len(w.store.state.counters) != 0 {
		t.Errorf("counted: %v", w.store.state.counters)
	}
	w.token("filer")
}

func TestACountAboveTheFreeOnesIsTakenBackAsItWas(t *testing.T) {
	b := Defaults().Throttle.Address
	at := time.Date(2022, 11, 20, 0, 0, 0, 0, time.UTC)
	c := Counter{}
	for range b.Free + 2 {
		c, _ = b.attempt(c, at)
		at = at.Add(time.Hour)
	}
	next, wait := b.attempt(c, at)
	if wait != 0 || next.Failures != c.Failures+1 {
		t.Fatalf("%+v after %v", next, wait)
	}
	back := b.takeBack(next)
	if back.Failures != c.Failures || !back.NotBefore.Equal(at.Add(b.pause(c.Failures))) {
		t.Errorf("%+v became %+v", c, back)
	}
	if b.takeBack(Counter{Failures: 1, Last: at}) != (Counter{}) || b.takeBack(Counter{}) != (Counter{}) {
		t.Error("nothing is left of a single attempt")
	}
}

func TestWhoGoesAwayWhileWaitingIsNotCounted(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	if err := w.hasher.slots.Acquire(t.Context(), int64(w.cfg.Hashing.AtOnce)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, _, err := w.SignIn(ctx, SignIn{Login: "filer", Password: NewSecret(good), Address: office})
		done <- err
	}()
	for w.hasher.waiting.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if len(w.store.state.counters) != 0 {
		t.Errorf("counted: %v", w.store.state.counters)
	}
}

func TestAPauseBeginsWhenTheAnswerIsGiven(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	w.cfg.Clock = func() time.Time { w.after(time.Second); return w.clock } // every look at the clock takes a second
	for range w.cfg.Throttle.Address.Free {
		_, _, _ = w.signIn("filer", "wrong", office)
	}
	w.after(time.Hour)
	_, _, err := w.signIn("filer", "wrong", office)
	mustBe(t, err, fault.SignedOut, "")
	c := w.store.state.counters[pairKey("filer", office)]
	now := w.clock.Truncate(time.Microsecond)
	if !c.Last.Equal(now) || !c.NotBefore.Equal(now.Add(w.cfg.Throttle.Address.First)) {
		t.Errorf("at %v the counter is %+v", now, c)
	}
}
