package api

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

// note writes the one line a request leaves: never a body, a cookie or a query, which may name people and passwords.
func (s *Server) note(c echo.Context, v *visit, took time.Duration) {
	r, status := c.Request(), c.Response().Status
	s.metrics.observe(r.Method, c.Path(), status, took)
	level := slog.LevelInfo
	if status >= http.StatusInternalServerError {
		level = slog.LevelError
	}
	fields := []slog.Attr{
		slog.String("request", v.id), slog.String("method", r.Method), slog.String("path", clipped(r.URL.Path)), slog.Int("status", status),
		slog.Int64("bytes", c.Response().Size), slog.Int64("took_us", took.Microseconds()), slog.String("address", v.address),
	}
	if v.actor.AccountID != "" {
		fields = append(fields, slog.String("account", v.actor.AccountID))
	}
	if v.cause != nil {
		fields = append(fields, slog.String("cause", v.cause.Error()))
	}
	s.deps.Log.LogAttrs(r.Context(), level, "request", fields...)
}

// clipped keeps a log line short whatever address was asked for.
func clipped(path string) string {
	const most = 200
	if len(path) > most {
		return path[:most] + "…"
	}
	return path
}
