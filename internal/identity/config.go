package identity

import (
	"runtime"
	"time"
)

// Config holds every limit by name. Take Defaults and change what differs.
type Config struct {
	Clock          func() time.Time       // the deciding clock
	RegionExists   func(code string) bool // whether a division code is in the region table
	Session        SessionLimits
	Throttle       Throttle
	Password       PasswordPolicy
	Hashing        Hashing
	Administrators []string // roles of which one active holder must always remain

	NewID func() (string, error) // of accounts and grants; nil draws time-ordered ones
}

// SessionLimits says when a session ends.
type SessionLimits struct {
	Idle       time.Duration // without use
	Absolute   time.Duration // in any case
	TouchEvery time.Duration // use is written at most this often, so a session may end this much early
}

// Throttle says how guesses are braked.
type Throttle struct {
	Address  Brake         // per login and client address
	Login    Brake         // per login, over addresses that never signed in to it
	Visitor  Brake         // per act and client address, for what needs no account
	Visitors Brake         // per act, over all addresses
	KnownFor time.Duration // how long an address counts as known after its last sign-in
}

// Brake is a growing pause between failures.
type Brake struct {
	Free    int           // failures without any pause
	First   time.Duration // the pause after the next one; each further failure doubles it
	Longest time.Duration // the longest pause
	Forget  time.Duration // after this long without an attempt the count starts anew
}

// PasswordPolicy says what a new password must be. Lengths are in characters.
type PasswordPolicy struct {
	MinLength  int
	MaxLength  int
	MinKinds   int // of lower case, upper case, digits, others …
	LongEnough int // … unless it has this length
	MinVariety int // different characters
}

// Hashing holds the argon2id cost and how much of it may run at once.
type Hashing struct {
	Memory     uint32        // KiB for each hash
	Time       uint32        // passes
	Threads    uint8         // lanes
	AtOnce     int           // hashes running at the same time: memory is bounded by AtOnce × Memory
	MaxWaiting int           // more callers than this are refused at once
	MaxWait    time.Duration // a caller waits at most this long
}

// Defaults are the limits in production. Clock and RegionExists are for the wiring to set.
func Defaults() Config {
	cores := runtime.GOMAXPROCS(0)
	return Config{
		Session: SessionLimits{Idle: 30 * time.Minute, Absolute: 12 * time.Hour, TouchEvery: time.Minute},
		Throttle: Throttle{
			Address:  Brake{Free: 5, First: 2 * time.Second, Longest: 5 * time.Minute, Forget: 24 * time.Hour},
			Login:    Brake{Free: 20, First: 5 * time.Second, Longest: 2 * time.Minute, Forget: 6 * time.Hour},
			Visitor:  Brake{Free: 10, First: time.Minute, Longest: time.Hour, Forget: 24 * time.Hour},
			Visitors: Brake{Free: 300, First: 2 * time.Second, Longest: 2 * time.Second, Forget: time.Hour},
			KnownFor: 180 * 24 * time.Hour,
		},
		Password:       PasswordPolicy{MinLength: 10, MaxLength: 128, MinKinds: 3, LongEnough: 16, MinVariety: 5},
		Hashing:        Hashing{Memory: 19 << 10, Time: 2, Threads: 1, AtOnce: 2 * cores, MaxWaiting: 64 * cores, MaxWait: 5 * time.Second},
		Administrators: []string{"sysadmin", "secadmin", "auditadmin"},
	}
}
