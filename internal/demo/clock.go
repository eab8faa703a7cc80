package demo

import (
	"sync/atomic"
	"time"
)

// Clock is the deciding clock of the walk: it stands still until set.
type Clock struct{ micro atomic.Int64 }

// Set moves the clock.
func (c *Clock) Set(t time.Time) { c.micro.Store(t.UnixMicro()) }

// Now is where the clock stands.
func (c *Clock) Now() time.Time { return time.UnixMicro(c.micro.Load()).UTC() }
