package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"xianjie/internal/fault"
)

// accompany gives a request its number, its headers and its deadline, and writes its line in the log and the metrics.
func (s *Server) accompany(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		began := time.Now()
		r := c.Request()
		v := &visit{id: newVisitID(), address: s.deps.Addresses.Client(r.RemoteAddr, r.Header.Values(echo.HeaderXForwardedFor))}
		ctx, cancel := context.WithTimeout(withVisit(r.Context(), v), s.patienceFor(r))
		defer cancel()
		c.SetRequest(r.WithContext(ctx))
		s.harden(c.Response().Header(), v.id)
		s.hurry(c.Response(), r)
		defer func() { s.note(c, v, time.Since(began)) }()
		if err := next(c); err != nil {
			s.failed(err, c)
		}
		return nil
	}
}

// patienceFor is how long a request may take: files take longer.
func (s *Server) patienceFor(r *http.Request) time.Duration {
	if strings.Contains(r.URL.Path, "/attachments") || strings.Contains(r.URL.Path, "/site-photos") || strings.HasSuffix(r.URL.Path, "/photos") || strings.HasSuffix(r.URL.Path, "/export") || strings.HasSuffix(r.URL.Path, "/dossier.zip") {
		return s.deps.Limits.Transfer
	}
	return s.deps.Limits.Answer
}

// hurry closes a connection that sends or takes too slowly; the context alone cannot end a read that waits.
func (s *Server) hurry(w http.ResponseWriter, r *http.Request) {
	control, until := http.NewResponseController(w), time.Now().Add(s.patienceFor(r))
	_ = control.SetReadDeadline(until)                // a writer that knows no deadline is not a connection
	_ = control.SetWriteDeadline(until.Add(patience)) // time to say that the time is over
}

// harden sets the headers every answer has. Nothing this API sends is ever shown as a page of this site; routes that differ
// say so themselves.
func (s *Server) harden(h http.Header, id string) {
	h.Set("X-Request-Id", id)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "private, no-cache")
	h.Add("Vary", "Cookie")
	if s.deps.Secure {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}

// recovered turns a panic into an ordinary failure; the stack goes into the log.
func (s *Server) recovered(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			if p := recover(); p != nil {
				if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
					panic(p)
				}
				err = fault.Wrap(fault.Internal, "", fmt.Errorf("panic: %v\n%s", p, debug.Stack()))
			}
		}()
		return next(c)
	}
}

// guarded refuses what no route should see: changes sent by another site's page, and addresses no database can keep.
func (s *Server) guarded(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		if err := s.cross.Check(r); err != nil {
			return fault.Wrap(codeCrossSite, "请求来自其他网站,已被拒绝;请从本系统页面操作", err)
		}
		if !readable(r.URL) {
			return fault.New(fault.Malformed, "网址中含有无法识别的字符,请核对后再试")
		}
		return next(c)
	}
}

// readable reports whether path and query are whole UTF-8 without NUL.
func readable(u *url.URL) bool {
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil || !plainText(u.Path) {
		return false
	}
	for name, values := range query {
		for _, value := range append(values, name) {
			if !plainText(value) {
				return false
			}
		}
	}
	return true
}

func plainText(s string) bool { return utf8.ValidString(s) && !strings.ContainsRune(s, 0) }

// failed answers every error that leaves a handler outside huma, echo's own included.
func (s *Server) failed(err error, c echo.Context) {
	ctx := c.Request().Context()
	p := problemOf(ctx, err)
	if c.Response().Committed {
		visitOf(ctx).cause = errors.Join(visitOf(ctx).cause, err)
		return
	}
	send(c.Response(), p)
}
