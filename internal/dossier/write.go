package dossier

import (
	"archive/zip"
	"bufio"
	"io"
	"time"

	"xianjie/internal/fault"
)

// Opener opens a kept file by its content hash; the size is in bytes.
type Opener func(sha256 string) (io.ReadSeekCloser, int64, error)

// Ready makes sure, before anything is written, that every kept file is there in its size. Whether its content is what it was shows only
// while it is written.
func (p *Plan) Ready(open Opener) error {
	for _, f := range p.parts {
		if f.body != nil {
			continue
		}
		file, size, err := open(f.SHA256)
		if err != nil {
			return fault.Wrap(fault.Internal, "“"+f.Path+"”在服务器上读不到，卷宗没有生成，请联系系统管理员", err)
		}
		if err := file.Close(); err != nil {
			return fault.Wrap(fault.Internal, "“"+f.Path+"”在服务器上读不到，卷宗没有生成，请联系系统管理员", err)
		}
		if size != f.Size {
			return changed(f.Entry, size, "")
		}
	}
	return nil
}

// Write writes the dossier. A file that is not what the manifest says ends it with an error: what has been written then lacks the
// directory at its end and can never be read as a dossier. Memory does not grow with the files.
func (p *Plan) Write(w io.Writer, open Opener) error {
	out := bufio.NewWriterSize(w, 64<<10)
	archive := zip.NewWriter(out)
	if err := p.add(archive, ManifestFile, func(w io.Writer) error {
		_, err := w.Write(p.text)
		return err
	}); err != nil {
		return err
	}
	for _, f := range p.parts {
		if err := p.add(archive, f.Path, func(w io.Writer) error { return f.write(w, open) }); err != nil {
			return err
		}
	}
	if err := archive.Close(); err != nil {
		return cutOff(err)
	}
	return cutOff(out.Flush())
}

func (p *Plan) add(archive *zip.Writer, name string, body func(io.Writer) error) error {
	h := &zip.FileHeader{Name: name, Method: method(name), Flags: flagUTF8, Modified: p.Manifest.MadeAt.In(beijing())}
	w, err := archive.CreateHeader(h)
	if err != nil {
		return cutOff(err)
	}
	return body(w)
}

// method is how a file is packed.
func method(name string) uint16 {
	if keptAsIs(name) {
		return zip.Store
	}
	return zip.Deflate
}

// beijing is the zone of the times that archive programs show.
func beijing() *time.Location { return time.FixedZone("UTC+8", 8*60*60) }

// write hands a file on and holds it to its entry.
func (p part) write(w io.Writer, open Opener) error {
	m := newMeter(w)
	body := p.body
	if body == nil {
		body = func(w io.Writer) error {
			file, _, err := open(p.SHA256)
			if err != nil {
				return err
			}
			defer file.Close()
			_, err = io.Copy(w, io.LimitReader(file, p.Size+1))
			return err
		}
	}
	if err := body(m); err != nil {
		return cutOff(err)
	}
	if m.size != p.Size || m.digest() != p.SHA256 {
		return changed(p.Entry, m.size, m.digest())
	}
	return nil
}

// changed says that a kept file is no longer what it was.
func changed(e Entry, size int64, digest string) error {
	return fault.New(fault.Internal, "“%s”与入库时不符（应为 %d 字节、摘要 %s,现为 %d 字节、摘要 %s）,卷宗已中止，请联系系统管理员从备份中恢复",
		e.Path, e.Size, e.SHA256, size, digest)
}

func cutOff(err error) error {
	if err == nil {
		return nil
	}
	return fault.Wrap(fault.Unavailable, "卷宗下载中断，请重新下载", err)
}
