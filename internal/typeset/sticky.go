package typeset

import "io"

// Sticky remembers the first error of writing, so that printing reads straight.
type Sticky struct {
	To  io.Writer
	Err error
}

// Write implements io.Writer; after an error it swallows the rest.
func (s *Sticky) Write(b []byte) (int, error) {
	if s.Err == nil {
		_, s.Err = s.To.Write(b)
	}
	return len(b), nil
}
