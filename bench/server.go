package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"xianjie/bench/bare"
)

// databaseConnections is what both servers may open at once; the product's default.
const databaseConnections = 12

// server is one of the two servers, a process of its own.
type server struct {
	address string
	started time.Duration // from the start of the process to the first answer that it is ready
	cmd     *exec.Cmd
}

// startOurs starts the shipped program.
func startOurs(ctx context.Context, program, dsn, folder string) (*server, error) {
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, program, "serve", "--listen", address, "--metrics-listen", "off",
		"--db-conns", strconv.Itoa(databaseConnections), "--files", filepath.Join(folder, "files"))
	cmd.Env = append(os.Environ(), "XIANJIE_DB="+dsn)
	return start(cmd, address, "/readyz", filepath.Join(folder, "ours.log"))
}

// startBare starts this program again as the bare server.
func startBare(ctx context.Context, dsn, folder string) (*server, error) {
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return start(exec.CommandContext(ctx, self, "bare", address, dsn), address, "/", filepath.Join(folder, "bare.log"))
}

// serveBare is what the program does when started as the bare server.
func serveBare(ctx context.Context, address, dsn string) error {
	pool, err := openPool(ctx, dsn)
	if err != nil {
		return err
	}
	defer pool.Close()
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	s := &http.Server{Handler: bare.Handler(pool), ReadHeaderTimeout: patience}
	context.AfterFunc(ctx, func() { _ = s.Close() })
	if err := s.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// start runs a server and waits until it answers a path at all; what it says goes to a file.
func start(cmd *exec.Cmd, address, path, log string) (*server, error) {
	out, err := os.OpenFile(log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer out.Close()
	cmd.Stdout, cmd.Stderr = out, out
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = patience
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	s := &server{address: address, cmd: cmd}
	for time.Since(began) < patience {
		if ready(address, path) {
			s.started = time.Since(began)
			return s, nil
		}
		time.Sleep(2 * time.Millisecond)
	}
	said, _ := os.ReadFile(log)
	return nil, errors.Join(fmt.Errorf("%s 没有启动:%s", cmd.Path, clip(string(said))), s.stop())
}

// ready reports whether a server answers; the bare one has no readiness, so its 404 will do.
func ready(address, path string) bool {
	w, err := dial(address)
	if err != nil {
		return false
	}
	defer w.close()
	got, err := w.ask(request("GET", path, nil), io.Discard)
	return err == nil && got.status < http.StatusInternalServerError
}

// stop ends the server as an operator would and waits for it.
func (s *server) stop() error {
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	err := s.cmd.Wait()
	var ended *exec.ExitError
	if errors.As(err, &ended) && ended.ExitCode() <= 0 {
		return nil // by our own signal
	}
	return err
}
