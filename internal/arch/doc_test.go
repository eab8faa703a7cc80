// Package arch holds the house to its plan: which package may import which, who alone may touch a library, and what the source
// of a pure package may not contain. It has tests only. Each finder is also tried on sources that break its rule, so that a
// finder which sees nothing is itself found out.
package arch
