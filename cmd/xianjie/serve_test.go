package main

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"xianjie/internal/store/storetest"
)

func TestAServerStartsOnAnEmptyDatabaseAndStopsWhenTold(t *testing.T) {
	onEach(t, func(t *testing.T, dsn string) {
		s := start(t, t.TempDir(), "--db", dsn)
		if r := get(t, s.service, "/readyz"); r.status != http.StatusOK {
			t.Errorf("readyz %d %s", r.status, r.body)
		}
		r := get(t, s.service, "/")
		if r.status != http.StatusOK || !strings.Contains(r.body, "衔接") || !strings.Contains(r.header.Get("Content-Security-Policy"), "script-src 'self'") {
			t.Errorf("start page %d %v %s", r.status, r.header, r.body)
		}
		if r := get(t, s.service, "/api/v1/docs"); r.status != http.StatusOK {
			t.Errorf("/api/v1/docs answers %d", r.status)
		}
		if r := get(t, s.service, "/api/v1/nowhere"); r.status != http.StatusNotFound || !strings.Contains(r.body, `"code"`) {
			t.Errorf("an unknown path of the API is answered %d %s", r.status, r.body)
		}
		if r := get(t, s.service, "/assets/nowhere.js"); r.status != http.StatusNotFound || strings.Contains(r.body, "<html") {
			t.Errorf("a script that is not there is answered %d %s", r.status, r.body)
		}
		if r := get(t, s.metrics, "/metrics"); r.status != http.StatusOK || !strings.Contains(r.body, "xianjie_http_requests_total") {
			t.Errorf("metrics %d %s", r.status, r.body)
		}
		if r := get(t, s.service, "/metrics"); strings.Contains(r.body, "xianjie_http_requests_total") {
			t.Errorf("metrics are shown on the service's address: %d", r.status)
		}
		if code := s.stop(); code != 0 {
			t.Errorf("exit %d", code)
		}
		for _, part := range []string{"xianjie admin init", `"msg":"stopped"`} {
			if !strings.Contains(s.log.String(), part) {
				t.Errorf("the log lacks %s:\n%s", part, s.log.String())
			}
		}
		if out := must(t, t.TempDir(), "doctor", "--db", dsn); out != "" {
			t.Errorf("doctor: %s", out)
		}
	})
}

func TestASessionOutlivesAKilledServer(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		dir := t.TempDir()
		password := onetime(t, must(t, dir, "admin", "init", "--db", dsn), "sysadmin")
		first := start(t, dir, "--db", dsn)
		if status, _ := first.signIn("sysadmin", "falsch-Falsch-1"); status != http.StatusUnauthorized {
			t.Errorf("a wrong password is answered %d", status)
		}
		status, session := first.signIn("sysadmin", password)
		if status != http.StatusCreated || session == nil {
			t.Fatalf("sign-in %d\n%s", status, first.log.String())
		}
		if strings.Contains(first.log.String(), password) || strings.Contains(first.log.String(), session.Value) || strings.Contains(first.log.String(), "admin init") {
			t.Errorf("the log tells too much:\n%s", first.log.String())
		}
		first.kill()
		second := start(t, dir, "--db", dsn)
		if r := get(t, second.service, "/api/v1/session", session); r.status != http.StatusOK || !strings.Contains(r.body, `"sysadmin"`) {
			t.Errorf("after the restart the session is answered %d %s", r.status, r.body)
		}
		if out := must(t, dir, "doctor", "--db", dsn); out != "" {
			t.Errorf("doctor: %s", out)
		}
	})
}

func TestTwoServersShareOneDatabase(t *testing.T) {
	onEach(t, func(t *testing.T, dsn string) {
		dir := t.TempDir()
		servers := make([]*running, 2)
		var starting sync.WaitGroup
		for i := range servers { // both find the database empty
			starting.Go(func() { servers[i] = start(t, dir, "--db", dsn) })
		}
		starting.Wait()
		password := onetime(t, must(t, dir, "admin", "init", "--db", dsn), "secadmin")
		status, session := servers[0].signIn("secadmin", password)
		if status != http.StatusCreated {
			t.Fatalf("sign-in %d", status)
		}
		if r := get(t, servers[1].service, "/api/v1/session", session); r.status != http.StatusOK {
			t.Errorf("the other server answers %d", r.status)
		}
		must(t, dir, "admin", "account", "reset-password", "secadmin", "--db", dsn)
		for i, s := range servers {
			if r := get(t, s.service, "/api/v1/session", session); r.status != http.StatusUnauthorized {
				t.Errorf("server %d still knows a session that was ended: %d", i, r.status)
			}
			if code := s.stop(); code != 0 {
				t.Errorf("server %d: exit %d", i, code)
			}
		}
	})
}

func TestARequestUnderWayIsAnsweredBeforeTheServerStops(t *testing.T) {
	s := start(t, t.TempDir(), "--db", storetest.SQLite(t))
	connection, err := net.Dial("tcp", s.service)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() })
	body := `{"login":"nobody","password":"nothing"}`
	half := len(body) / 2
	fmt.Fprintf(connection, "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body[:half])
	time.Sleep(200 * time.Millisecond) // until the server has read the head
	code := make(chan int)
	go func() { code <- s.stop() }()
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		probe, err := net.Dial("tcp", s.service)
		if err != nil {
			break // the door is shut
		}
		_ = probe.Close() // it was only to see whether the door is open
		if time.Now().After(deadline) {
			t.Fatal("the server still takes connections")
		}
	}
	fmt.Fprint(connection, body[half:])
	response, err := http.ReadResponse(bufio.NewReader(connection), nil)
	if err != nil {
		t.Fatalf("the request under way was dropped: %v", err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusUnauthorized {
		t.Errorf("answered %d", response.StatusCode)
	}
	if got := <-code; got != 0 {
		t.Errorf("exit %d", got)
	}
}

func TestSettingsComeFromTheEnvironment(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "dsn"), []byte("sqlite:mine.db\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := program(dir, "migrate", "up")
	cmd.Env = append(cmd.Env, "XIANJIE_DB_FILE=dsn")
	if got := runs(t, cmd); got.code != 0 {
		t.Fatalf("exit %d %s", got.code, got.err)
	}
	if _, err := os.Stat(filepath.Join(dir, "mine.db")); err != nil {
		t.Errorf("the secret file's last line break was taken for a part of the address: %v", err)
	}
	cmd = program(dir, "migrate", "status")
	cmd.Env = append(cmd.Env, "XIANJIE_DB=sqlite:mine.db")
	if got := runs(t, cmd); got.code != 0 || !strings.Contains(got.out, "与本程序一致") {
		t.Errorf("exit %d %s%s", got.code, got.out, got.err)
	}
}

func TestAServerThatCannotServeSaysWhy(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = taken.Close() })
	tests := []struct {
		name string
		args []string
		code int
		err  string
	}{
		{"a taken address", []string{"--listen", taken.Addr().String()}, 1, "不能监听"},
		{"a taken address for metrics", []string{"--metrics-listen", taken.Addr().String()}, 1, "不能监听"},
		{"a proxy network that holds everybody", []string{"--trusted-proxies", "0.0.0.0/0"}, 2, "任何人都能伪造来源"},
		{"a log form that is none", []string{"--log", "xml"}, 2, "xianjie serve --help"},
		{"a folder that cannot be made", []string{"--files", filepath.Join(os.DevNull, "files")}, 1, "附件目录"},
	}
	dsn := storetest.SQLite(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cmd := program(t.TempDir(), append([]string{"serve", "--db", dsn, "--listen", "127.0.0.1:0", "--metrics-listen", "off"}, tt.args...)...)
			got := runs(t, cmd)
			if got.code != tt.code || !strings.Contains(got.err, tt.err) {
				t.Errorf("exit %d, want %d: %s", got.code, tt.code, got.err)
			}
		})
	}
}

func TestMetricsCanBeOff(t *testing.T) {
	s := start(t, t.TempDir(), "--db", storetest.SQLite(t), "--metrics-listen", "off", "--secure-cookies")
	if s.metrics != "" {
		t.Errorf("metrics are served on %s", s.metrics)
	}
	if r := get(t, s.service, "/healthz"); r.header.Get("Strict-Transport-Security") == "" {
		t.Error("--secure-cookies does not reach the API")
	}
}
