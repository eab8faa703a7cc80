package main

import (
	"io"
	"log/slog"
	"slices"
	"strings"
)

// newLog writes the server's log. Values under keys that name secrets are masked, whoever logs them.
func newLog(w io.Writer, form string) *slog.Logger {
	options := &slog.HandlerOptions{ReplaceAttr: mask}
	if form == "text" {
		return slog.New(slog.NewTextHandler(w, options))
	}
	return slog.New(slog.NewJSONHandler(w, options))
}

// secretKeys are the keys whose values never stand in a log, in whatever case and however embedded in a longer name.
var secretKeys = []string{"password", "passwd", "pwd", "secret", "token", "cookie", "authorization", "csrf", "dsn", "hash"}

func mask(_ []string, a slog.Attr) slog.Attr {
	key := strings.ToLower(a.Key)
	if slices.ContainsFunc(secretKeys, func(s string) bool { return strings.Contains(key, s) }) {
		return slog.String(a.Key, "[redacted]")
	}
	return a
}
