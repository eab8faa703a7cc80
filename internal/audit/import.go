package audit

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json"

	"xianjie/internal/fault"
)

// maxLine bounds one line of an export: every text field at its bound, each byte escaped as six.
const maxLine = 16 * 6 * MaxText

// ReadExport reads a file written by Export and hands each entry on in file order. It is strict: unknown, doubled or
// case-variant keys, lines of a wrong kind or out of order, a missing end, a wrong count, bytes that do not match the sum and
// anything after the end are refused as Malformed, with the line's number. Whether the entries are genuine is for Verify.
// An error from each is returned as it is.
func ReadExport(r io.Reader, each func(Entry) error) (Header, error) {
	in := importer{lines: bufio.NewReaderSize(r, 64<<10)}
	header, err := in.header()
	if err != nil {
		return Header{}, err
	}
	count, sum := int64(0), sha256.New()
	sum.Write(in.consumed)
	for {
		raw, l, err := in.next()
		if err != nil {
			return Header{}, err
		}
		switch {
		case l.Entry != nil:
			entry, err := l.Entry.entry()
			if err != nil {
				return Header{}, in.refuse("时刻写法不规范", err)
			}
			if err := each(entry); err != nil {
				return Header{}, err
			}
			count++
			sum.Write(raw)
		case l.End != nil:
			if l.End.Entries != count {
				return Header{}, in.refuse(fmt.Sprintf("声明 %d 条记录，实有 %d 条", l.End.Entries, count), nil)
			}
			if l.End.SHA256 != hex.EncodeToString(sum.Sum(nil)) {
				return Header{}, in.refuse("文件内容与末行的校验和不符，文件在导出后被改动或损坏", nil)
			}
			return header, in.finished()
		default:
			return Header{}, in.refuse("此处应为记录行或结束行", nil)
		}
	}
}

// importer reads line after line and knows where it is.
type importer struct {
	lines    *bufio.Reader
	number   int
	consumed []byte // header and head lines, for the sum
}

func (in *importer) header() (Header, error) {
	raw, l, err := in.next()
	if err != nil {
		return Header{}, err
	}
	if l.Header == nil || l.Header.Format != exportFormat {
		return Header{}, in.refuse("不是审计流水导出文件", nil)
	}
	if l.Header.Version != exportVersion {
		return Header{}, in.refuse(fmt.Sprintf("文件版本 %d 不受支持，请用导出它的程序版本核验", l.Header.Version), nil)
	}
	at, err := instant(l.Header.ExportedAt)
	if err != nil {
		return Header{}, in.refuse("导出时刻写法不规范", err)
	}
	h := Header{Scope: l.Header.Scope, ExportedAt: at}
	in.consumed = append(in.consumed, raw...)
	for range l.Header.Heads {
		raw, l, err := in.next()
		if err != nil {
			return Header{}, err
		}
		if l.Head == nil {
			return Header{}, in.refuse("此处应为链头行", nil)
		}
		in.consumed = append(in.consumed, raw...)
		h.Heads = append(h.Heads, Head{l.Head.Stream, l.Head.Seq, l.Head.Hash})
	}
	return h, nil
}

// next reads one line, its newline included, and decodes it. The returned bytes hold until the next call.
func (in *importer) next() ([]byte, line, error) {
	in.number++
	raw, err := in.read()
	if errors.Is(err, io.EOF) {
		return nil, line{}, in.refuse("文件不完整，缺少结束行，请重新导出", nil)
	}
	if err != nil {
		return nil, line{}, err
	}
	var l line
	if err := json.Unmarshal(raw, &l, json.RejectUnknownMembers(true)); err != nil {
		return nil, line{}, in.refuse("不是规范的导出行", err)
	}
	set := 0
	for _, present := range []bool{l.Header != nil, l.Head != nil, l.Entry != nil, l.End != nil} {
		if present {
			set++
		}
	}
	if set != 1 {
		return nil, line{}, in.refuse("不是规范的导出行", nil)
	}
	return raw, l, nil
}

// read returns a whole line; io.EOF also for a last line without its newline.
func (in *importer) read() ([]byte, error) {
	var raw []byte
	for {
		part, err := in.lines.ReadSlice('\n')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) && !errors.Is(err, io.EOF) {
			return nil, fault.Wrap(fault.Malformed, "读取导出文件失败", err)
		}
		if len(raw)+len(part) > maxLine {
			return nil, in.refuse("一行过长", nil)
		}
		if err == nil && raw == nil {
			return part, nil
		}
		raw = append(raw, part...)
		if err == nil || errors.Is(err, io.EOF) {
			return raw, err
		}
	}
}

func (in *importer) finished() error {
	rest, err := io.ReadAll(io.LimitReader(in.lines, 1))
	if err != nil {
		return fault.Wrap(fault.Malformed, "读取导出文件失败", err)
	}
	if len(rest) > 0 {
		in.number++
		return in.refuse("结束行之后还有内容", nil)
	}
	return nil
}

func (in *importer) refuse(what string, cause error) error {
	return fault.Wrap(fault.Malformed, fmt.Sprintf("第 %d 行：%s", in.number, what), cause)
}
