package identity

import (
	"context"
	"fmt"
	"testing"
	"time"

	"xianjie/internal/fault"
)

func TestVisitorsAreBrakedByAddressAndInAll(t *testing.T) {
	w := newWorld(t, func(c *Config) {
		c.Throttle.Visitor = Brake{Free: 2, First: time.Minute, Longest: time.Hour, Forget: 24 * time.Hour}
		c.Throttle.Visitors = Brake{Free: 6, First: 2 * time.Second, Longest: 2 * time.Second, Forget: time.Hour}
	})
	come := func(address string) error { return w.CountVisitor(context.Background(), "objection", address) }
	for range 3 {
		mustBe(t, come("203.0.113.1"), "", "")
	}
	if wait := waitOf(t, come("203.0.113.1")); wait != time.Minute {
		t.Errorf("the fourth from one address waits %v", wait)
	}
	mustBe(t, w.CountVisitor(context.Background(), "something else", "203.0.113.1"), "", "")
	for i := range 4 {
		mustBe(t, come(fmt.Sprintf("203.0.113.%d", i+2)), "", "")
	}
	if wait := waitOf(t, come("203.0.113.9")); wait != 2*time.Second {
		t.Errorf("the eighth of all waits %v", wait)
	}
	w.after(2 * time.Second)
	mustBe(t, come("203.0.113.9"), "", "")
	w.after(time.Minute)
	mustBe(t, come("203.0.113.1"), "", "")
	if wait := waitOf(t, come("203.0.113.1")); wait != 2*time.Minute {
		t.Errorf("the next pause of one address is %v", wait)
	}
	w.after(24 * time.Hour)
	for range 3 {
		mustBe(t, come("203.0.113.1"), "", "")
	}
	if _, err := New(w.store, w.rules, func() Config { c := w.cfg; c.Throttle.Visitor = Brake{}; return c }()); err == nil {
		t.Error("a missing limit is taken for none")
	}
	if code := fault.CodeOf(come("203.0.113.1")); code != fault.TooMany {
		t.Errorf("code %s", code)
	}
}
