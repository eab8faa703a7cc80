package files

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"xianjie/internal/fault"
)

func TestAFailingDiskIsUnavailableAndLeavesNothing(t *testing.T) {
	t.Run("the staging folder is gone", func(t *testing.T) {
		s, dir := newStore(t)
		if err := os.Remove(filepath.Join(dir, stagingDir)); err != nil {
			t.Fatal(err)
		}
		_, err := s.Stage(t.Context(), strings.NewReader(pdf), 1<<20)
		mustWait(t, err)
		_, err = s.Sweep(time.Now())
		mustWait(t, err)
	})
	t.Run("a file stands where a folder must be made", func(t *testing.T) {
		s, dir := newStore(t)
		staged := stage(t, s, pdf)
		if err := os.WriteFile(filepath.Join(dir, staged.SHA256[:2]), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		mustWait(t, staged.Place())
		if err := staged.Discard(); err != nil {
			t.Error(err)
		}
		if files := onDisk(t, dir); len(files) != 1 {
			t.Errorf("left over: %v", files)
		}
	})
	t.Run("the staged file vanished", func(t *testing.T) {
		s, dir := newStore(t)
		staged := stage(t, s, pdf)
		if err := os.RemoveAll(filepath.Join(dir, stagingDir)); err != nil {
			t.Fatal(err)
		}
		mustWait(t, staged.Place())
		if err := staged.Discard(); err != nil {
			t.Error(err)
		}
	})
	t.Run("writing fails", func(t *testing.T) {
		_, _, err := copyHashed(t.Context(), fullDisk{}, sha256.New(), strings.NewReader(pdf), 1<<20)
		mustWait(t, err)
	})
	t.Run("a folder stands where a file should be", func(t *testing.T) {
		s, dir := newStore(t)
		name := strings.Repeat("a", 64)
		if err := os.MkdirAll(filepath.Join(dir, "aa", "aa", name, "x"), 0o750); err != nil {
			t.Fatal(err)
		}
		_, _, err := s.Open(name)
		mustWait(t, err)
		mustWait(t, s.Remove(name))
	})
	t.Run("the store's place is a file", func(t *testing.T) {
		place := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(place, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := New(place)
		mustWait(t, err)
	})
	t.Run("a file stands where the staging folder must be", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, stagingDir), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := New(dir)
		mustWait(t, err)
	})
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func mustWait(t *testing.T, err error) {
	t.Helper()
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.Code != fault.Unavailable || f.RetryAfter <= 0 || f.Cause == nil {
		t.Errorf("got %v", err)
	}
}

func TestNamesThatLeadElsewhere(t *testing.T) {
	s, dir := newStore(t)
	outside := filepath.Join(filepath.Dir(dir), "secret")
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	link := strings.Repeat("b", 64)
	if err := os.MkdirAll(filepath.Join(dir, "bb", "bb"), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "bb", "bb", link)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "x", "../secret", strings.Repeat("A", 64), strings.Repeat("a", 63), strings.Repeat("a", 65),
		"../" + strings.Repeat("a", 61), strings.Repeat("a", 63) + "/", strings.Repeat("a", 63) + "\x00", link} {
		if f, _, err := s.Open(name); err == nil {
			t.Errorf("%q was opened", name)
			if err := f.Close(); err != nil {
				t.Error(err)
			}
		}
		if name != link {
			if err := s.Remove(name); fault.CodeOf(err) != fault.NotFound {
				t.Errorf("%q: remove says %v", name, err)
			}
		}
	}
	if _, err := os.Stat(outside); err != nil {
		t.Error(err)
	}
}

func TestListAndSweep(t *testing.T) {
	s, dir := newStore(t)
	want := map[string]int64{}
	for i := range 5 {
		staged := stage(t, s, pdf+strings.Repeat("x", i))
		want[staged.SHA256] = staged.Size
		if err := staged.Place(); err != nil {
			t.Fatal(err)
		}
	}
	open := stage(t, s, pdf+"still being decided")
	stale := stage(t, s, pdf+"left by a killed process")
	old := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(filepath.Join(dir, stale.temp), old, old); err != nil {
		t.Fatal(err)
	}
	foreign := []string{"README", "aa/bb/note.txt", "aa/bb/" + strings.Repeat("c", 64), "staging/sub/x"}
	for _, name := range foreign {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chtimes(filepath.Join(dir, stagingDir, "sub"), old, old); err != nil {
		t.Fatal(err)
	}
	got := map[string]int64{}
	if err := s.List(func(sha string, size int64, received time.Time) error {
		got[sha] = size
		if time.Since(received) > time.Hour {
			t.Errorf("received %v", received)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("listed %v, want %v", got, want)
	}
	stop := errors.New("stop")
	calls := 0
	if err := s.List(func(string, int64, time.Time) error { calls++; return stop }); !errors.Is(err, stop) || calls != 1 {
		t.Errorf("%v after %d calls", err, calls)
	}
	if n, err := s.Sweep(time.Now().Add(-24 * time.Hour)); n != 1 || err != nil {
		t.Errorf("swept %d, %v", n, err)
	}
	if err := open.Place(); err != nil {
		t.Errorf("the sweep took an upload in progress: %v", err)
	}
	if len(onDisk(t, dir)) != len(want)+1+len(foreign) {
		t.Errorf("on disk: %v", onDisk(t, dir))
	}
}
