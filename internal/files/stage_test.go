package files

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"pgregory.net/rapid"

	"xianjie/internal/fault"
)

const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"

func newStore(t testing.TB) (*Store, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "files")
	s, err := New(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s, dir
}

// onDisk lists every regular file below dir, relative to it.
func onDisk(t testing.TB, dir string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, name)
			found = append(found, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func stage(t testing.TB, s *Store, content string) *Staged {
	t.Helper()
	staged, err := s.Stage(t.Context(), strings.NewReader(content), 10<<20)
	if err != nil {
		t.Fatal(err)
	}
	return staged
}

func TestWhatIsPlacedIsReadBack(t *testing.T) {
	s, dir := newStore(t)
	staged := stage(t, s, pdf)
	want := fmt.Sprintf("%x", sha256.Sum256([]byte(pdf)))
	if staged.SHA256 != want || staged.Size != int64(len(pdf)) || staged.MediaType != "application/pdf" {
		t.Errorf("staged %+v", staged)
	}
	if _, _, err := s.Open(want); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("visible before it was placed: %v", err)
	}
	if err := staged.Place(); err != nil {
		t.Fatal(err)
	}
	if err := staged.Discard(); err != nil {
		t.Error(err)
	}
	f, size, err := s.Open(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(f)
	if err != nil || string(got) != pdf || size != int64(len(pdf)) {
		t.Errorf("read %q, %d, %v", got, size, err)
	}
	if _, err := f.Seek(1, io.SeekStart); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if files := onDisk(t, dir); len(files) != 1 || files[0] != filepath.Join(want[:2], want[2:4], want) {
		t.Errorf("on disk: %v", files)
	}
	if err := staged.Place(); fault.CodeOf(err) != fault.Internal {
		t.Errorf("placed twice: %v", err)
	}
	for range 2 {
		if err := s.Remove(want); err != nil {
			t.Error(err)
		}
	}
	if files := onDisk(t, dir); len(files) != 0 {
		t.Errorf("left over: %v", files)
	}
}

func TestTheLimitIsExact(t *testing.T) {
	s, dir := newStore(t)
	tests := []struct {
		name    string
		size    int
		limit   int64
		message string // "" when it fits
	}{
		{"one byte below", 1023, 1024, ""},
		{"exactly the limit", 1024, 1024, ""},
		{"one byte above", 1025, 1024, "1 KB"},
		{"far above, in many reads", 900_000, 3 << 18, "768 KB"},
		{"above a limit in whole megabytes", 1<<20 + 1, 1 << 20, "1 MB"},
		{"above an odd limit", 1001, 1000, "1000 字节"},
		{"nothing is allowed", 1, 0, "0 字节"},
		{"a negative limit allows nothing", 1, -1, "0 字节"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			staged, err := s.Stage(t.Context(), iotest.HalfReader(bytes.NewReader(make([]byte, tt.size))), tt.limit)
			if tt.message == "" {
				if err != nil {
					t.Fatal(err)
				}
				if err := staged.Discard(); err != nil {
					t.Error(err)
				}
			} else if fault.CodeOf(err) != fault.TooLarge || !strings.Contains(err.Error(), "上限 "+tt.message) {
				t.Errorf("got %v", err)
			}
			if files := onDisk(t, dir); len(files) != 0 {
				t.Errorf("left over: %v", files)
			}
		})
	}
}

func TestWhatBreaksOffLeavesNothing(t *testing.T) {
	s, dir := newStore(t)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	own := fault.New(fault.TooLarge, "请求过大")
	tests := []struct {
		name string
		ctx  context.Context
		r    io.Reader
		code fault.Code
		is   error
	}{
		{"an empty file", t.Context(), strings.NewReader(""), fault.Invalid, nil},
		{"a connection that breaks", t.Context(), io.MultiReader(strings.NewReader(pdf), iotest.ErrReader(io.ErrUnexpectedEOF)), fault.Malformed, io.ErrUnexpectedEOF},
		{"a connection that breaks at once", t.Context(), iotest.ErrReader(errors.New("reset")), fault.Malformed, nil},
		{"data together with an error", t.Context(), iotest.DataErrReader(io.MultiReader(strings.NewReader(pdf), iotest.ErrReader(errors.New("reset")))), fault.Malformed, nil},
		{"a reader with its own fault", t.Context(), iotest.ErrReader(fmt.Errorf("body: %w", own)), fault.TooLarge, own},
		{"a request given up", cancelled, strings.NewReader(pdf), fault.Internal, context.Canceled},
		{"a request given up half way", t.Context(), nil, fault.Internal, context.Canceled},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ctx, r := tt.ctx, tt.r
			if r == nil {
				half, cancel := context.WithCancel(ctx)
				ctx, r = half, io.MultiReader(strings.NewReader(pdf), readerFunc(func([]byte) (int, error) { cancel(); return 0, nil }))
			}
			_, err := s.Stage(ctx, r, 1<<20)
			if fault.CodeOf(err) != tt.code || (tt.is != nil && !errors.Is(err, tt.is)) {
				t.Errorf("got %v", err)
			}
			if files := onDisk(t, dir); len(files) != 0 {
				t.Errorf("left over: %v", files)
			}
		})
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func TestDataThatComesWithTheEndIsKept(t *testing.T) {
	s, _ := newStore(t)
	staged, err := s.Stage(t.Context(), iotest.DataErrReader(strings.NewReader(pdf)), 1<<20)
	if err != nil || staged.Size != int64(len(pdf)) {
		t.Fatalf("%+v, %v", staged, err)
	}
}

func TestTheSameContentAtOnce(t *testing.T) {
	s, dir := newStore(t)
	content := strings.Repeat(pdf, 5000)
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			staged, err := s.Stage(context.Background(), iotest.HalfReader(strings.NewReader(content)), 1<<20)
			if err != nil {
				t.Error(err)
				return
			}
			if err := staged.Place(); err != nil {
				t.Error(err)
			}
			f, size, err := s.Open(staged.SHA256)
			if err != nil || size != int64(len(content)) {
				t.Errorf("size %d, %v", size, err)
				return
			}
			if err := f.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if files := onDisk(t, dir); len(files) != 1 {
		t.Errorf("on disk: %v", files)
	}
}

func TestADamagedCopyIsHealedByTheNextUpload(t *testing.T) {
	s, dir := newStore(t)
	staged := stage(t, s, pdf)
	if err := staged.Place(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, onDisk(t, dir)[0]), []byte("broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	again := stage(t, s, pdf)
	if err := again.Place(); err != nil {
		t.Fatal(err)
	}
	if body, err := os.ReadFile(filepath.Join(dir, onDisk(t, dir)[0])); err != nil || string(body) != pdf {
		t.Errorf("%q, %v", body, err)
	}
}

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

func TestAnyContentKeepsItsBytes(t *testing.T) {
	s, _ := newStore(t)
	rapid.Check(t, func(r *rapid.T) {
		content := rapid.SliceOfN(rapid.Byte(), 1, 5000).Draw(r, "content")
		staged, err := s.Stage(t.Context(), iotest.HalfReader(bytes.NewReader(content)), 5000)
		if err != nil {
			r.Fatal(err)
		}
		if staged.SHA256 != fmt.Sprintf("%x", sha256.Sum256(content)) || staged.Size != int64(len(content)) {
			r.Fatalf("%+v", staged)
		}
		if err := staged.Discard(); err != nil {
			r.Fatal(err)
		}
	})
}
