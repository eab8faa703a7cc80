package files

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path"
	"strconv"

	"xianjie/internal/fault"
)

// Staged is a file received completely but not yet placed. It is for one goroutine.
type Staged struct {
	SHA256    string // lower-case hex
	Size      int64  // bytes, at least 1
	MediaType string // by content, without parameters: "application/pdf"

	store *Store
	temp  string // "" once placed or discarded
}

// Stage receives r to its end into a temporary file while hashing it. A file of more than limit bytes is TooLarge, an empty
// one Invalid, one that breaks off Malformed, a failing disk Unavailable; an ended context ends the reading with its error.
// Whatever the error, nothing stays behind. The caller discards what it does not place.
func (s *Store) Stage(ctx context.Context, r io.Reader, limit int64) (*Staged, error) {
	temp := path.Join(stagingDir, rand.Text())
	f, err := s.root.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o640)
	if err != nil {
		return nil, unavailable("附件暂时无法保存，请稍后再试", err)
	}
	staged := &Staged{store: s, temp: temp}
	if err := staged.receive(ctx, f, r, limit); err != nil {
		return nil, errors.Join(err, f.Close(), staged.Discard())
	}
	if err := f.Close(); err != nil {
		return nil, errors.Join(unavailable("附件暂时无法保存，请稍后再试", err), staged.Discard())
	}
	return staged, nil
}

func (s *Staged) receive(ctx context.Context, f *os.File, r io.Reader, limit int64) error {
	sum := sha256.New()
	size, head, err := copyHashed(ctx, f, sum, r, limit)
	if err != nil {
		return err
	}
	if size == 0 {
		return fault.New(fault.Invalid, "文件是空的（0 字节），请检查后重新选择文件")
	}
	if err := f.Sync(); err != nil {
		return unavailable("附件暂时无法保存，请稍后再试", err)
	}
	s.Size, s.SHA256 = size, hex.EncodeToString(sum.Sum(nil))
	s.MediaType = sniff(head, f, size)
	return nil
}

// copyHashed copies r into f and sum, and keeps the first bytes for sniffing. Reading and writing errors are told apart: the
// one is the sender's, the other ours.
func copyHashed(ctx context.Context, f io.Writer, sum hash.Hash, r io.Reader, limit int64) (size int64, head []byte, err error) {
	buf := make([]byte, 64<<10)
	for {
		if err := ctx.Err(); err != nil {
			return 0, nil, err
		}
		n, err := r.Read(buf)
		if size += int64(n); size > limit {
			return 0, nil, fault.New(fault.TooLarge, "文件超过上限 %s，请压缩或拆分后再上传", bytesText(limit))
		}
		if room := sniffBytes - len(head); room > 0 {
			head = append(head, buf[:min(n, room)]...)
		}
		sum.Write(buf[:n])
		if _, err := f.Write(buf[:n]); err != nil {
			return 0, nil, unavailable("附件暂时无法保存，请稍后再试", err)
		}
		if errors.Is(err, io.EOF) {
			return size, head, nil
		}
		if err != nil {
			if f, ok := errors.AsType[*fault.Error](err); ok {
				return 0, nil, f
			}
			return 0, nil, fault.Wrap(fault.Malformed, "文件没有传完，请检查网络后重新上传", err)
		}
	}
}

// Place gives the file its lasting name. When it returns nil the file survives a power failure; after an error it may be
// there or not, so remove it as after a rollback. Content that is there already is replaced by the same content. Placing a
// second time, or after Discard, is an Internal fault.
func (s *Staged) Place() error {
	if s.temp == "" {
		return fault.New(fault.Internal, "附件已处理过，不能再次存放")
	}
	final := place(s.SHA256)
	dir := path.Dir(final)
	if err := s.store.root.MkdirAll(dir, 0o750); err != nil {
		return unavailable("附件暂时无法保存，请稍后再试", err)
	}
	if err := s.store.root.Rename(s.temp, final); err != nil {
		return unavailable("附件暂时无法保存，请稍后再试", err)
	}
	s.temp = ""
	for _, d := range []string{dir, path.Dir(dir), "."} {
		if err := s.store.syncDir(d); err != nil {
			return unavailable("附件暂时无法保存，请稍后再试", err)
		}
	}
	return nil
}

// Discard deletes the temporary file; after Place, or a second time, it does nothing.
func (s *Staged) Discard() error {
	if s.temp == "" {
		return nil
	}
	temp := s.temp
	s.temp = ""
	if err := s.store.root.Remove(temp); err != nil && !errors.Is(err, os.ErrNotExist) {
		return unavailable("暂存文件无法删除", err)
	}
	return nil
}

// syncDir makes a rename or a new folder in d durable.
func (s *Store) syncDir(d string) error {
	f, err := s.root.Open(d)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// bytesText says a size as people do: whole MB or KB where it is one, else bytes.
func bytesText(n int64) string {
	switch {
	case n > 0 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MB", n>>20)
	case n > 0 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KB", n>>10)
	default:
		return strconv.FormatInt(max(n, 0), 10) + " 字节"
	}
}
