package dossier

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"xianjie/internal/fault"
)

// The parts of a zip that Write makes, and no others.
const (
	flagUTF8      = 0x800
	flags         = flagUTF8 | 0x8 // sizes follow the data
	zip20         = 20
	markLocal     = "PK\x03\x04"
	markDirectory = "PK\x01\x02"
	markEnd       = "PK\x05\x06"
	markData      = "PK\x07\x08"
	endLength     = 22
	localLength   = 30
	directoryHead = 46
	dataLength    = 16
)

// container is a dossier's zip whose every header has been found in its place.
type container struct {
	from    io.ReaderAt
	entries []packed
}

// packed is one file in the zip.
type packed struct {
	name    string
	method  uint16
	crc     uint32
	stored  int64 // bytes in the zip
	size    int64 // bytes unpacked
	offset  int64 // of its header
	content int64 // of its data
	stamp   []byte
	extra   []byte
}

// flaw is something wrong with one file of the dossier.
type flaw struct{ Finding }

// Error implements error.
func (f *flaw) Error() string { return f.File + "：" + f.Message }

func flawed(file, format string, args ...any) error {
	return &flaw{Finding{file, fmt.Sprintf(format, args...)}}
}

// open reads the directory and holds the whole zip to the form that Write gives it: one header after another without a gap, every
// header twice the same, nothing before, between or after. The error is a flaw, or a fault when this is no dossier at all.
func open(from io.ReaderAt, size int64) (*container, error) {
	if size == 0 {
		return nil, fault.New(fault.Malformed, "文件是空的，请重新下载")
	}
	begin := make([]byte, min(size, localLength+int64(len(ManifestFile))))
	if _, err := from.ReadAt(begin, 0); err != nil {
		return nil, fault.Wrap(fault.Malformed, "文件读不出来，请复制到本机再试", err)
	}
	ours := bytes.HasPrefix(begin, []byte(markLocal)) && bytes.HasSuffix(begin, []byte(ManifestFile))
	end := make([]byte, endLength)
	if size < endLength {
		return nil, fault.New(fault.Malformed, "不是卷宗，也不是压缩包")
	}
	if _, err := from.ReadAt(end, size-endLength); err != nil {
		return nil, fault.Wrap(fault.Malformed, "文件读不出来，请复制到本机再试", err)
	}
	if !bytes.HasPrefix(end, []byte(markEnd)) {
		if ours {
			return nil, fault.New(fault.Malformed, "文件不完整：末尾没有压缩包目录。下载没有完成、下载中被系统中止，或文件在传送中被截断、被添加了内容，请重新下载")
		}
		return nil, fault.New(fault.Malformed, "不是卷宗。请选择从系统下载的卷宗原件（.zip）")
	}
	c := &container{from: from}
	listed, err := c.directory(end, size)
	if err == nil {
		err = c.walk(listed)
	}
	for _, e := range c.entries {
		ours = ours || e.name == ManifestFile
	}
	if err != nil && !ours {
		return nil, fault.New(fault.Malformed, "不是卷宗，或压缩包已损坏（%v）。请选择从系统下载的卷宗原件（.zip）", err)
	}
	if !ours {
		return nil, fault.New(fault.Malformed, "这是压缩包，但不是卷宗：里面没有 %s。请选择从系统下载的卷宗原件", ManifestFile)
	}
	return c, err
}

// directory reads the list of files; it answers with where the list begins.
func (c *container) directory(end []byte, size int64) (int64, error) {
	count := int(binary.LittleEndian.Uint16(end[10:]))
	length, begin := int64(binary.LittleEndian.Uint32(end[12:])), int64(binary.LittleEndian.Uint32(end[16:]))
	switch {
	case count > maxEntries:
		return 0, flawed("压缩包", "有 %d 个文件，超过上限 %d 个", count, maxEntries)
	case begin == 1<<32-1 || length == 1<<32-1:
		return 0, flawed("压缩包", "声称是 64 位格式，系统不写这种格式")
	case length > maxDirectory || begin+length != size-endLength:
		return 0, flawed("压缩包", "目录的位置或长度不对：目录之外还有内容，或目录不完整")
	}
	list := make([]byte, length)
	if _, err := c.from.ReadAt(list, begin); err != nil {
		return 0, fault.Wrap(fault.Malformed, "文件读不出来，请复制到本机再试", err)
	}
	for len(list) > 0 {
		e, rest, err := listing(list, len(c.entries)+1)
		if err != nil {
			return 0, err
		}
		c.entries, list = append(c.entries, e), rest
	}
	whole := append([]byte(markEnd), 0, 0, 0, 0)
	whole = binary.LittleEndian.AppendUint16(whole, uint16(len(c.entries)))
	whole = binary.LittleEndian.AppendUint16(whole, uint16(len(c.entries)))
	whole = binary.LittleEndian.AppendUint32(whole, uint32(length))
	whole = binary.LittleEndian.AppendUint32(whole, uint32(begin))
	if whole = append(whole, 0, 0); !bytes.Equal(whole, end) {
		return 0, flawed("压缩包", "末尾的目录说明与目录不符，或带有备注")
	}
	return begin, nil
}

// listing reads one line of the list.
func listing(list []byte, no int) (packed, []byte, error) {
	if len(list) < directoryHead || !bytes.HasPrefix(list, []byte(markDirectory)) {
		return packed{}, nil, flawed("压缩包", "目录第 %d 项损坏", no)
	}
	name, extra := int(binary.LittleEndian.Uint16(list[28:])), int(binary.LittleEndian.Uint16(list[30:]))
	if len(list) < directoryHead+name+extra {
		return packed{}, nil, flawed("压缩包", "目录第 %d 项损坏", no)
	}
	e := packed{name: string(list[directoryHead : directoryHead+name]), method: binary.LittleEndian.Uint16(list[10:]), stamp: list[12:16],
		crc: binary.LittleEndian.Uint32(list[16:]), stored: int64(binary.LittleEndian.Uint32(list[20:])), size: int64(binary.LittleEndian.Uint32(list[24:])),
		offset: int64(binary.LittleEndian.Uint32(list[42:])), extra: list[directoryHead+name : directoryHead+name+extra]}
	whole := e.listed()
	switch {
	case e.size == 1<<32-1 || e.stored == 1<<32-1 || e.offset == 1<<32-1:
		return packed{}, nil, flawed(e.shown(), "声称是 64 位大文件，系统不写这种格式")
	case len(list) >= len(whole) && bytes.Equal(list[:len(whole)], whole):
		return e, list[len(whole):], nil
	case binary.LittleEndian.Uint32(list[38:]) != 0:
		return packed{}, nil, flawed(e.shown(), "不是普通文件（可能是链接），卷宗里只有普通文件")
	}
	return packed{}, nil, flawed(e.shown(), "压缩包目录第 %d 项不是系统写出的样子：可能被改动，或解压后又重新打包。请用下载的原件核验", no)
}

// shown is a name for a sentence: as it is, unless it is one that could fool the eye.
func (e packed) shown() string {
	if e.name == ManifestFile || safe(e.name) {
		return e.name
	}
	return fmt.Sprintf("%.120q", e.name)
}
