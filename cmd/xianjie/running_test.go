package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"xianjie/internal/store/storetest"
)

// patience is how long a test waits for the program, on a busy machine.
const patience = 30 * time.Second

// running is a server that has been started.
type running struct {
	t       *testing.T
	cmd     *exec.Cmd
	service string // address
	metrics string // address, "" when off
	log     noisy
	ended   chan struct{}
}

// start runs `xianjie serve` on free ports and comes back when it serves.
func start(t *testing.T, dir string, args ...string) *running {
	t.Helper()
	s := &running{t: t, ended: make(chan struct{})}
	s.cmd = program(dir, append([]string{"serve", "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0"}, args...)...)
	stderr, err := s.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	serving := make(chan struct{})
	go s.listen(stderr, serving)
	t.Cleanup(s.kill)
	select {
	case <-serving:
	case <-s.ended:
		t.Fatalf("the server ended:\n%s", s.log.String())
	case <-time.After(patience):
		t.Fatalf("the server does not serve:\n%s", s.log.String())
	}
	return s
}

// listen reads the log; the line that says where the server is ends the waiting.
func (s *running) listen(stderr io.Reader, serving chan<- struct{}) {
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		fmt.Fprintln(&s.log, lines.Text())
		var line struct{ Msg, Service, Metrics string }
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "serving" {
			s.service, s.metrics = line.Service, line.Metrics
			close(serving)
		}
	}
	_ = s.cmd.Wait() // how it ended stands in ProcessState
	close(s.ended)
}

// kill ends the server as a power cut would.
func (s *running) kill() {
	_ = s.cmd.Process.Kill() // it may have ended already
	<-s.ended
}

// stop tells the server to end and gives its exit code.
func (s *running) stop() int {
	s.t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		s.t.Fatal(err)
	}
	select {
	case <-s.ended:
	case <-time.After(patience):
		s.t.Fatalf("the server does not stop:\n%s", s.log.String())
	}
	return s.cmd.ProcessState.ExitCode()
}

// get asks an address for a path.
func get(t *testing.T, address, path string, cookies ...*http.Cookie) reply {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+address+path, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cookies {
		request.AddCookie(c)
	}
	return answered(t, request)
}

// signIn signs in and gives the session's cookie, nil when refused.
func (s *running) signIn(login, password string) (status int, session *http.Cookie) {
	s.t.Helper()
	body := fmt.Sprintf(`{"login":%q,"password":%q}`, login, password)
	request, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, "http://"+s.service+"/api/v1/session", strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	r := answered(s.t, request)
	for _, c := range r.cookies {
		session = c
	}
	return r.status, session
}

// reply is an answer that has been read.
type reply struct {
	status  int
	header  http.Header
	cookies []*http.Cookie
	body    string
}

func answered(t *testing.T, request *http.Request) reply {
	t.Helper()
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{response.StatusCode, response.Header, response.Cookies(), string(body)}
}

// onEach runs a test on an empty database of either kind.
func onEach(t *testing.T, body func(t *testing.T, dsn string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { body(t, storetest.EmptySQLite(t)) })
	t.Run("postgres", func(t *testing.T) { body(t, storetest.EmptyPostgres(t)) })
}

// onetime finds the password of a login in what `admin` printed.
func onetime(t *testing.T, printed, login string) string {
	t.Helper()
	found := regexp.MustCompile(`(?m)^` + login + ` .* ([a-z2-7-]{19})$`).FindStringSubmatch(printed)
	if found == nil {
		t.Fatalf("no password for %s in\n%s", login, printed)
	}
	return found[1]
}
