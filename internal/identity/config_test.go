package identity

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"xianjie/policy/access"
)

func TestAForgottenLimitIsRefused(t *testing.T) {
	rules, err := access.New()
	if err != nil {
		t.Fatal(err)
	}
	complete := func() Config {
		c := Defaults()
		c.Clock, c.RegionExists = time.Now, func(string) bool { return true }
		return c
	}
	if _, err := New(newMemory(), rules, complete()); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Config){
		"no clock":               func(c *Config) { c.Clock = nil },
		"no regions":             func(c *Config) { c.RegionExists = nil },
		"no administrators":      func(c *Config) { c.Administrators = nil },
		"no idle time":           func(c *Config) { c.Session.Idle = 0 },
		"an end before idle":     func(c *Config) { c.Session.Absolute = time.Minute },
		"no touching":            func(c *Config) { c.Session.TouchEvery = 0 },
		"touching after the end": func(c *Config) { c.Session.TouchEvery = c.Session.Idle },
		"no brake per address":   func(c *Config) { c.Throttle.Address = Brake{} },
		"no brake per login":     func(c *Config) { c.Throttle.Login = Brake{} },
		"a brake that forgets":   func(c *Config) { c.Throttle.Login.Forget = c.Throttle.Login.Longest },
		"no known addresses":     func(c *Config) { c.Throttle.KnownFor = 0 },
		"no password policy":     func(c *Config) { c.Password = PasswordPolicy{} },
		"no length":              func(c *Config) { c.Password.MinLength = 0 },
		"no cost":                func(c *Config) { c.Hashing = Hashing{} },
		"too much memory":        func(c *Config) { c.Hashing.Memory = maxMemory + 1 },
		"no slots":               func(c *Config) { c.Hashing.AtOnce = 0 },
		"endless waiting":        func(c *Config) { c.Hashing.MaxWait = 0 },
	} {
		c := complete()
		spoil(&c)
		if _, err := New(newMemory(), rules, c); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if _, err := New(nil, rules, complete()); err == nil {
		t.Error("no store: accepted")
	}
	if _, err := New(newMemory(), nil, complete()); err == nil {
		t.Error("no rules: accepted")
	}
}

func TestPausesNeverShrinkAndNeverExceedTheLongest(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := Brake{
			Free: rapid.IntRange(0, 20).Draw(r, "free"), First: time.Duration(rapid.Int64Range(1, int64(time.Minute)).Draw(r, "first")),
			Forget: 48 * time.Hour,
		}
		b.Longest = b.First + time.Duration(rapid.Int64Range(0, int64(time.Hour)).Draw(r, "more"))
		n := rapid.IntRange(0, 1_000).Draw(r, "failures")
		if b.pause(n) > b.pause(n+1) || b.pause(n) > b.Longest || (n <= b.Free) != (b.pause(n) == 0) {
			r.Fatalf("%+v: pause(%d) = %v, then %v", b, n, b.pause(n), b.pause(n+1))
		}
	})
}

func TestWaitText(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "1 秒", time.Microsecond: "1 秒", time.Second: "1 秒", 1001 * time.Millisecond: "2 秒", 59 * time.Second: "59 秒",
		time.Minute: "1 分钟", 61 * time.Second: "2 分钟", 5 * time.Minute: "5 分钟",
	} {
		if got := waitText(d); got != want {
			t.Errorf("%v is %s", d, got)
		}
	}
}
