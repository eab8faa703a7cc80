// Package demo walks the six sample applications of the 2022 batch through their officials' hands at their own dates, and sets up a
// practice batch whose deadlines lie ahead of today, with something to do at every desk. It goes through the same service as
// everybody else; only the walk's clock is injected, and only here.
package demo
