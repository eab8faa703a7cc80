package files

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"xianjie/internal/fault"
)

const stagingDir = "staging"

// Store is a folder of files named by content. It is safe for concurrent use by several processes on one volume.
type Store struct {
	root *os.Root // no path leads out of the folder, symbolic links included
}

// New opens the store at dir and makes the folder when it is absent.
func New(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, unavailable("附件目录无法建立，请检查磁盘和目录权限", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, unavailable("附件目录无法打开，请检查磁盘和目录权限", err)
	}
	if err := root.MkdirAll(stagingDir, 0o750); err != nil {
		return nil, errors.Join(unavailable("附件目录不可写，请检查磁盘和目录权限", err), root.Close())
	}
	return &Store{root: root}, nil
}

// Close releases the folder; files already open stay readable.
func (s *Store) Close() error { return s.root.Close() }

// Open reads a placed file; the caller closes it. The size is in bytes. An absent file or a malformed name is NotFound.
func (s *Store) Open(sha256 string) (io.ReadSeekCloser, int64, error) {
	if !wellFormed(sha256) {
		return nil, 0, fault.New(fault.NotFound, "附件编号不正确")
	}
	f, err := s.root.Open(place(sha256))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, fault.Wrap(fault.NotFound, "附件文件缺失，请联系系统管理员从备份中恢复", err)
	}
	if err != nil {
		return nil, 0, unavailable("附件暂时无法读取，请稍后再试", err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a regular file")
	}
	if err != nil {
		return nil, 0, unavailable("附件暂时无法读取，请稍后再试", errors.Join(err, f.Close()))
	}
	return f, info.Size(), nil
}

// Remove deletes a placed file; an absent one is no error. Call it only under the lock of the content's blob row.
func (s *Store) Remove(sha256 string) error {
	if !wellFormed(sha256) {
		return fault.New(fault.NotFound, "附件编号不正确")
	}
	if err := s.root.Remove(place(sha256)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return unavailable("附件文件无法删除", err)
	}
	return nil
}

// List hands each placed file to fn, in no promised order, and ends with fn's first error. Files that do not belong to the
// store are passed over. The time is when the file was received: an orphan younger than the longest transaction may yet get
// its row.
func (s *Store) List(fn func(sha256 string, size int64, received time.Time) error) error {
	return fs.WalkDir(s.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // removed meanwhile
		}
		if err != nil {
			return unavailable("附件目录无法读取", err)
		}
		if d.IsDir() && name == stagingDir {
			return fs.SkipDir
		}
		sha256 := path.Base(name)
		if !d.Type().IsRegular() || !wellFormed(sha256) || place(sha256) != name {
			return nil
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return unavailable("附件目录无法读取", err)
		}
		return fn(sha256, info.Size(), info.ModTime())
	})
}

// Sweep deletes staged files last written before the given instant and says how many: what a killed process left behind.
// Choose an instant far earlier than the longest upload.
func (s *Store) Sweep(before time.Time) (int, error) {
	entries, err := fs.ReadDir(s.root.FS(), stagingDir)
	if err != nil {
		return 0, unavailable("暂存目录无法读取", err)
	}
	swept := 0
	for _, entry := range entries {
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return swept, unavailable("暂存目录无法读取", err)
		}
		if !info.Mode().IsRegular() || !info.ModTime().Before(before) {
			continue
		}
		if err := s.root.Remove(path.Join(stagingDir, entry.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return swept, unavailable("暂存文件无法删除", err)
		}
		swept++
	}
	return swept, nil
}

// place is where a file lies, relative to the store.
func place(sha256 string) string { return path.Join(sha256[:2], sha256[2:4], sha256) }

func wellFormed(sha256 string) bool {
	return len(sha256) == 64 && strings.Trim(sha256, "0123456789abcdef") == ""
}

func unavailable(message string, cause error) error {
	f := fault.Wrap(fault.Unavailable, message, cause)
	f.RetryAfter = 30 * time.Second
	return f
}
