package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"

	"xianjie/internal/fault"
)

// The patience of the listeners. The API sets deadlines of its own for each request; these hold until it does.
const (
	headerTime = 10 * time.Second // for a request's head
	readTime   = time.Minute
	writeTime  = 2 * time.Minute
	idleTime   = 2 * time.Minute
	headerSize = 64 << 10
	graceTime  = 15 * time.Second // for requests under way when the program is told to stop
)

// listeners are the open doors of one server. A connection is accepted once serve runs; until then it waits.
type listeners struct {
	log  *slog.Logger
	open []listener
}

type listener struct {
	name   string
	net    net.Listener
	server *http.Server
}

// add opens a door; an address that is taken is a fault that names it.
func (l *listeners) add(name, address string, handler http.Handler) error {
	opened, err := net.Listen("tcp", address)
	if err != nil {
		return fault.Wrap(fault.Unavailable, "地址 "+address+" 不能监听，可能已被别的程序占用，请换一个端口或先停掉它", err)
	}
	l.open = append(l.open, listener{name, opened, &http.Server{
		Handler: handler, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: writeTime, IdleTimeout: idleTime,
		MaxHeaderBytes: headerSize, ErrorLog: slog.NewLogLogger(l.log.Handler(), slog.LevelWarn),
	}})
	return nil
}

// addresses says where each door is.
func (l *listeners) addresses() []any {
	var out []any
	for _, o := range l.open {
		out = append(out, slog.String(o.name, o.net.Addr().String()))
	}
	return out
}

// abandon closes doors that were never served.
func (l *listeners) abandon() error {
	var all error
	for _, o := range l.open {
		all = errors.Join(all, o.net.Close())
	}
	return all
}

// serve answers until ctx ends, then lets requests under way finish. An error is one that ended a door early, or requests that
// did not finish in time.
func (l *listeners) serve(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, o := range l.open {
		group.Go(func() error {
			if err := o.server.Serve(o.net); !errors.Is(err, http.ErrServerClosed) {
				return err
			}
			return nil
		})
		group.Go(func() error {
			<-ctx.Done()
			grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), graceTime)
			defer cancel()
			if err := o.server.Shutdown(grace); err != nil {
				return errors.Join(err, o.server.Close())
			}
			return nil
		})
	}
	return group.Wait()
}
