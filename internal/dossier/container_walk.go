package dossier

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"time"

	"xianjie/internal/fault"
)

// head are the fields that a file's two headers share, up to the sizes.
func (e packed) head(b []byte) []byte {
	b = binary.LittleEndian.AppendUint16(b, zip20)
	b = binary.LittleEndian.AppendUint16(b, flags)
	b = binary.LittleEndian.AppendUint16(b, e.method)
	return append(b, e.stamp...)
}

// sizes are the three figures of a file.
func (e packed) sizes(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, e.crc)
	b = binary.LittleEndian.AppendUint32(b, uint32(e.stored))
	return binary.LittleEndian.AppendUint32(b, uint32(e.size))
}

// names are the lengths of name and extra.
func (e packed) names(b []byte) []byte {
	b = binary.LittleEndian.AppendUint16(b, uint16(len(e.name)))
	return binary.LittleEndian.AppendUint16(b, uint16(len(e.extra)))
}

// listed is the line of the directory, byte by byte.
func (e packed) listed() []byte {
	b := binary.LittleEndian.AppendUint16([]byte(markDirectory), zip20)
	b = e.names(e.sizes(e.head(b)))
	b = append(b, make([]byte, 10)...) // no comment, one disk, no attributes
	b = binary.LittleEndian.AppendUint32(b, uint32(e.offset))
	return append(append(b, e.name...), e.extra...)
}

// local is the header before the data, byte by byte.
func (e packed) local() []byte {
	b := e.head([]byte(markLocal))
	b = e.names(append(b, make([]byte, 12)...)) // the figures come after the data
	return append(append(b, e.name...), e.extra...)
}

// walk goes from header to header; the last file ends where the list begins.
func (c *container) walk(listed int64) error {
	at := int64(0)
	for i := range c.entries {
		e := &c.entries[i]
		if e.offset != at {
			return flawed(e.shown(), "在压缩包中的位置不对：第 %d 字节起有目录之外的内容，或次序被调换", min(at, e.offset)+1)
		}
		if err := c.same(at, e.local()); err != nil {
			return flawed(e.shown(), "压缩包中第 %d 字节起的文件头与目录不符", at+1)
		}
		e.content = at + int64(len(e.local()))
		if err := c.same(e.content+e.stored, e.sizes([]byte(markData))); err != nil {
			return flawed(e.shown(), "压缩包中第 %d 字节起所记的校验码或大小与目录不符", e.content+e.stored+1)
		}
		at = e.content + e.stored + dataLength
	}
	if at != listed {
		return flawed("压缩包", "第 %d 字节起有目录之外的内容", min(at, listed)+1)
	}
	return nil
}

func (c *container) same(at int64, want []byte) error {
	have := make([]byte, len(want))
	if _, err := c.from.ReadAt(have, at); err != nil {
		return err
	}
	if !bytes.Equal(have, want) {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// made holds the times of every file to when the dossier was made.
func (c *container) made(at time.Time) error {
	local := at.In(beijing())
	clock := uint16(local.Second()/2 + local.Minute()<<5 + local.Hour()<<11)
	day := uint16(local.Day() + int(local.Month())<<5 + (local.Year()-1980)<<9)
	stamp := binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(nil, clock), day)
	extra := binary.LittleEndian.AppendUint32([]byte{'U', 'T', 5, 0, 1}, uint32(at.Unix()))
	for _, e := range c.entries {
		if !bytes.Equal(e.stamp, stamp) || !bytes.Equal(e.extra, extra) {
			return flawed(e.name, "压缩包所记的时间与清单的生成时刻不符")
		}
	}
	return nil
}

// read hands a file's content to w, at most as much as it says it has, and checks size and checksum. The error is a flaw, or w's own.
func (c *container) read(e packed, w io.Writer) error {
	switch {
	case e.method == zip.Store != keptAsIs(e.name) || e.method != zip.Store && e.method != zip.Deflate:
		return flawed(e.name, "压缩方式不是系统所用的")
	case e.method == zip.Store && e.stored != e.size:
		return flawed(e.name, "原样存放的文件，两处大小却不同（%d、%d 字节）", e.stored, e.size)
	case e.method == zip.Deflate && e.size > maxText:
		return flawed(e.name, "解压后有 %d 字节，超过上限 %d 字节", e.size, int64(maxText))
	case e.method == zip.Deflate && e.size > smallText && e.size/maxRatio > e.stored:
		return flawed(e.name, "压缩比过大（%d 字节解压为 %d 字节），可能是压缩炸弹", e.stored, e.size)
	}
	raw := bufio.NewReaderSize(io.NewSectionReader(c.from, e.content, e.stored), 64<<10)
	content := io.Reader(raw)
	if e.method == zip.Deflate {
		content = flate.NewReader(raw)
	}
	sum := crc32.NewIEEE()
	counted := &meter{to: w, sum: sum}
	_, err := io.Copy(counted, io.LimitReader(content, e.size+1))
	var corrupt flate.CorruptInputError
	switch {
	case errors.As(err, &corrupt), errors.Is(err, io.ErrUnexpectedEOF):
		return flawed(e.name, "第 %d 字节起损坏，解压不出来", counted.size+1)
	case err != nil:
		return err
	case counted.size != e.size:
		return flawed(e.name, "解压后的大小与所记的 %d 字节不符", e.size)
	}
	if _, err := raw.ReadByte(); !errors.Is(err, io.EOF) {
		return flawed(e.name, "压缩数据之后还藏有内容")
	}
	if sum.Sum32() != e.crc {
		return flawed(e.name, "内容与校验码不符，文件已损坏或被改动")
	}
	return nil
}

// text is the content of a file that fits in memory.
func (c *container) text(e packed, limit int64) ([]byte, error) {
	if e.size > limit {
		return nil, flawed(e.name, "有 %d 字节，超过上限 %d 字节", e.size, limit)
	}
	var buf bytes.Buffer
	err := c.read(e, &buf)
	return buf.Bytes(), err
}

// unreadable says that the file itself cannot be read from.
func unreadable(err error) error {
	return fault.Wrap(fault.Malformed, "文件读不出来，请复制到本机再试", err)
}
