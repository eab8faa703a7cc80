package identity

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"xianjie/internal/fault"
)

func TestTheHashIsPHCAtTheDocumentedCost(t *testing.T) {
	h := newHasher(Defaults().Hashing)
	hash, err := h.hash(t.Context(), NewSecret(good))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash.Reveal(), "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("hash %q", hash.Reveal())
	}
	for password, want := range map[string]bool{good: true, good + " ": false, "": false} {
		if ok, outdated, err := h.matches(t.Context(), hash, NewSecret(password)); ok != want || outdated || err != nil {
			t.Errorf("%q: %v, %v, %v", password, ok, outdated, err)
		}
	}
}

func TestAHashStoredByAnEarlierReleaseIsRead(t *testing.T) {
	// As written to a database once: m=64 KiB, one pass. It must match for ever.
	const stored = "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$55PWTvddWPUD1GMbKxSff4ASfF85k9ibHJt4HlHQtBM"
	h := newHasher(cheap())
	if ok, outdated, err := h.matches(t.Context(), NewSecret(stored), NewSecret("password")); !ok || !outdated || err != nil {
		t.Errorf("%v, %v, %v", ok, outdated, err)
	}
}

func TestUnreadableHashesMatchNothing(t *testing.T) {
	h := newHasher(cheap())
	fine, err := h.hash(t.Context(), NewSecret(good))
	if err != nil {
		t.Fatal(err)
	}
	text := fine.Reveal()
	for name, stored := range map[string]string{
		"none":                     "",
		"plain text":               good,
		"another algorithm":        strings.Replace(text, "argon2id", "argon2i", 1),
		"another version":          strings.Replace(text, "v=19", "v=16", 1),
		"no memory":                strings.Replace(text, "m=8", "m=0", 1),
		"all the machine's memory": strings.Replace(text, "m=8", "m=4194304", 1),
		"no passes":                strings.Replace(text, "t=1", "t=0", 1),
		"endless passes":           strings.Replace(text, "t=1", "t=99999", 1),
		"no lanes":                 strings.Replace(text, "p=1", "p=0", 1),
		"a number with a sign":     strings.Replace(text, "t=1", "t=+1", 1),
		"a number with a zero":     strings.Replace(text, "t=1", "t=01", 1),
		"a missing cost":           strings.Replace(text, ",p=1", "", 1),
		"a short key":              text[:strings.LastIndex(text, "$")+1] + "AAAA",
		"a short salt":             "$argon2id$v=19$m=8,t=1,p=1$AAAA$" + strings.Repeat("A", 43),
		"an empty key":             text[:strings.LastIndex(text, "$")+1],
		"padding":                  text + "=",
		"something before":         "x" + text,
		"a line break":             text + "\n",
	} {
		if ok, _, err := h.matches(t.Context(), NewSecret(stored), NewSecret(good)); ok || err != nil {
			t.Errorf("%s: %v, %v", name, ok, err)
		}
		if p, err := parsePHC(stored); err == nil {
			t.Errorf("%s: read as %+v", name, p)
		}
	}
}

func FuzzParsePHC(f *testing.F) {
	f.Add("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$" + strings.Repeat("A", 43))
	f.Add("$argon2id$v=19$m=0,t=0,p=0$$")
	f.Add("$$$$$")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := parsePHC(text)
		if err != nil {
			return
		}
		if p.String() != text || p.memory > maxMemory || p.time < 1 || p.threads < 1 || len(p.key) != keyBytes {
			t.Errorf("%q became %+v", text, p)
		}
	})
}

func TestHashingIsBounded(t *testing.T) {
	cost := cheap()
	cost.AtOnce, cost.MaxWaiting, cost.MaxWait = 1, 2, 50*time.Millisecond
	h := newHasher(cost)
	if err := h.enter(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Run("who waits too long is told when to come back", func(t *testing.T) {
		began := time.Now()
		_, err := h.hash(t.Context(), NewSecret("x"))
		f, ok := errors.AsType[*fault.Error](err)
		if !ok || f.Code != fault.Unavailable || f.RetryAfter < time.Second || time.Since(began) < cost.MaxWait {
			t.Errorf("got %v", err)
		}
	})
	t.Run("who has gone gets his own error", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, _, err := h.matches(ctx, Secret{}, NewSecret("x")); !errors.Is(err, context.Canceled) || fault.CodeOf(err) == fault.Unavailable {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a queue that is full refuses at once", func(t *testing.T) {
		var wg sync.WaitGroup
		refused := make(chan time.Duration, 10)
		for range 10 {
			wg.Go(func() {
				began := time.Now()
				if err := h.enter(context.Background()); err == nil {
					t.Error("entered a full house")
				}
				refused <- time.Since(began)
			})
		}
		wg.Wait()
		close(refused)
		atOnce := 0
		for waited := range refused {
			if waited < cost.MaxWait {
				atOnce++
			}
		}
		if atOnce < 10-cost.MaxWaiting*2 {
			t.Errorf("only %d of 10 were refused at once", atOnce)
		}
	})
	h.slots.Release(1)
	if h.waiting.Load() != 0 {
		t.Errorf("%d still counted as waiting", h.waiting.Load())
	}
	if _, err := h.hash(t.Context(), NewSecret("x")); err != nil {
		t.Errorf("after all have gone: %v", err)
	}
}

func TestSlotsAreGivenBack(t *testing.T) {
	cost := cheap()
	cost.AtOnce = 1
	h := newHasher(cost)
	for i := range 5 {
		if _, err := h.hash(t.Context(), NewSecret(fmt.Sprint(i))); err != nil {
			t.Fatal(err)
		}
		if _, _, err := h.matches(t.Context(), Secret{}, NewSecret("x")); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkHash(b *testing.B) {
	h := newHasher(Defaults().Hashing)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := h.hash(b.Context(), NewSecret(good)); err != nil {
			b.Fatal(err)
		}
	}
}
