// Package fault is the one error type a person may see. Every layer returns it; the HTTP edge and the command line turn it
// into an answer. Message is Chinese and says what to do; Cause is for the log and never leaves the server.
package fault

import (
	"errors"
	"fmt"
	"time"
)

// Code classifies a fault; api maps each to one HTTP status and nothing else decides on it.
type Code string

// The codes, in the order of the HTTP statuses they become.
const (
	Malformed    Code = "malformed"              // 400: the text is not readable at all
	SignedOut    Code = "signed_out"             // 401: no session, or it has ended
	SecondFactor Code = "second_factor_required" // 401: the password is right, the code is missing
	Forbidden    Code = "forbidden"              // 403: this person may not do this
	NotFound     Code = "not_found"              // 404: absent, or not visible to this person
	Refused      Code = "refused"                // 409: a rule, the state, a quota or a co-signature forbids it
	Stale        Code = "stale"                  // 412: someone else changed it first
	TooLarge     Code = "too_large"              // 413
	Unsupported  Code = "unsupported"            // 415
	Invalid      Code = "invalid"                // 422: readable, but its content is wrong
	NeedsVersion Code = "precondition_required"  // 428: If-Match is missing
	TooMany      Code = "too_many"               // 429: wait RetryAfter
	Unavailable  Code = "unavailable"            // 503: wait RetryAfter
	Internal     Code = "internal"               // 500
)

// Place is one named spot of the input and what is wrong there.
type Place struct {
	Location string // JSON pointer or path: "/projects/3/startDate", "query.page", "header.If-Match"
	Message  string // Chinese, says how to mend it
}

// Error is what every layer returns.
type Error struct {
	Code       Code
	Message    string        // Chinese, for the person
	Places     []Place       // every wrong spot, never only the first
	Findings   any           // rule verdicts ([]policy.Finding) when rules refused
	RetryAfter time.Duration // for TooMany and Unavailable
	Cause      error         // for the log only
}

// Error implements error; it includes the cause because only logs and tests print it.
func (e *Error) Error() string {
	if e.Cause != nil {
		return fmt.Sprintf("%s: %s: %v", e.Code, e.Message, e.Cause)
	}
	return fmt.Sprintf("%s: %s", e.Code, e.Message)
}

// Unwrap exposes the cause to errors.Is and errors.As.
func (e *Error) Unwrap() error { return e.Cause }

// New makes a fault with a message for the person.
func New(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Wrap makes a fault that keeps its cause for the log.
func Wrap(code Code, message string, cause error) *Error {
	return &Error{Code: code, Message: message, Cause: cause}
}

// At makes an Invalid fault from the wrong spots; it returns nil when there are none.
func At(message string, places []Place) error {
	if len(places) == 0 {
		return nil
	}
	return &Error{Code: Invalid, Message: message, Places: places}
}

// CodeOf is the code of the first fault in err's chain; Internal for any other error, "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var f *Error
	if errors.As(err, &f) {
		return f.Code
	}
	return Internal
}
