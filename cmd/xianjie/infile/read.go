package infile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"unicode/utf8"

	"xianjie/internal/fault"
)

// maxFileBytes bounds one input: far above the largest application, pack or scoring file, small enough for an old office machine.
const maxFileBytes = 64 << 20

// Stdin is the file name that stands for standard input.
const Stdin = "-"

// Read gives the UTF-8 text of a file, or of stdin for "-", without its byte order mark. Errors are faults.
func Read(name string, stdin io.Reader) ([]byte, error) {
	if name == Stdin {
		return readFrom(stdin)
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fault.Wrap(fault.NotFound, "找不到这个文件，请核对文件名和所在的文件夹", err)
	case err != nil:
		return nil, unreadable(err)
	case info.IsDir():
		return nil, fault.New(fault.Unsupported, "这是文件夹，不是文件；要检查其中的全部文件，请写成 %s", name+string(os.PathSeparator)+"*.json")
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, unreadable(err)
	}
	defer file.Close()
	return readFrom(file)
}

func unreadable(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return fault.Wrap(fault.Forbidden, "没有读取这个文件的权限，请用能打开它的账号运行，或把文件复制到自己的文件夹再检查", err)
	}
	return fault.Wrap(fault.Unavailable, "文件读不出来，请检查 U 盘或网络盘是否连好，把文件复制到本机再试", err)
}

func readFrom(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFileBytes+1))
	if err != nil {
		return nil, unreadable(err)
	}
	if len(data) > maxFileBytes {
		return nil, fault.New(fault.TooLarge, "文件超过 %d MB，请核对是否选错了文件", maxFileBytes>>20)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	return data, encoding(data)
}

// encoding refuses what is plainly no UTF-8 JSON text, with the way to make it one.
func encoding(data []byte) error {
	const saveAs = "请用记事本打开，点“文件—另存为”，编码选 UTF-8，再检查"
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return fault.New(fault.Malformed, "文件是空的，请重新导出或复制")
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return fault.New(fault.Malformed, "文件是 Unicode（UTF-16）编码，%s", saveAs)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")), bytes.HasPrefix(data, []byte("%PDF")):
		return fault.New(fault.Unsupported, "这是 Excel、Word、PDF 或压缩文件，请改选系统导出的 .json 文件")
	case utf8.Valid(data):
	case firstInvalid(data) > len(data)-utf8.UTFMax: // a character cut in two
		return &fault.Error{
			Code: fault.Malformed, Message: "文件到这里中断，没有复制完整，请重新导出或复制",
			Cause: &notUTF8{offset: firstInvalid(data)},
		}
	default:
		return &fault.Error{
			Code: fault.Malformed, Message: "文件不是 UTF-8 编码（可能是 ANSI、GBK 编码），" + saveAs,
			Cause: &notUTF8{offset: firstInvalid(data)},
		}
	}
	return nil
}

// notUTF8 tells where the first byte that is no UTF-8 stands.
type notUTF8 struct{ offset int }

// Error implements error.
func (*notUTF8) Error() string { return "not UTF-8" }

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return len(data)
}
