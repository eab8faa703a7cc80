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
