package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"xianjie/internal/fault"
)

// stranger is a workbook that came from somebody else's machine. Nothing of it is unpacked that is not asked for, what is unpacked is
// counted, and what could run, reach out or hide something is refused before its cells are looked at.
type stranger struct {
	whose  string // what the person should have sent, for the messages: 评分表
	parts  map[string]*zip.File
	left   int64 // bytes that may still be unpacked
	sheets []foreignSheet
	texts  []string      // shared strings
	styles []numberStyle // by style index
	y1904  bool          // dates count from 1904
}

const (
	mostParts     = 1000
	mostSheets    = 64
	mostSheetName = 31 // characters, as Excel has it
)

// openStranger looks at a workbook from outside: container, parts, sheets, texts, styles. Errors: Unsupported.
func openStranger(data []byte, mostUnpacked int64, whose string) (*stranger, error) {
	s := &stranger{whose: whose, left: mostUnpacked, parts: map[string]*zip.File{}}
	if err := s.container(data); err != nil {
		return nil, err
	}
	if err := s.contents(); err != nil {
		return nil, err
	}
	return s, nil
}

// refused is the one answer to a file that is not read at all; it says why and what to do.
func (s *stranger) refused(why string, cause error) error {
	return fault.Wrap(fault.Unsupported, "这不是可以读取的 Excel 文件(.xlsx):"+why+"。请使用从本系统下载的"+s.whose+"填写,另存为“Excel 工作簿(*.xlsx)”后再传", cause)
}

func (s *stranger) broken(cause error) error {
	return s.refused("文件已损坏或没有传完整", cause)
}

// beginnings tell what people send instead, by its first bytes.
var beginnings = []struct{ bytes, says string }{
	{"\xd0\xcf\x11\xe0", "是旧版 .xls 文件,或者设有打开密码;请用 Excel 或 WPS 打开,取消密码"},
	{"\xff\xd8\xff", "是一张图片"},
	{"\x89PNG", "是一张图片"},
	{"%PDF", "是 PDF 文件"},
	{"{\\rtf", "是 RTF 文件"},
	{"<", "是网页或 XML 文件,只是改了扩展名"},
}

func (s *stranger) container(data []byte) error {
	if len(data) == 0 {
		return s.refused("文件是空的", nil)
	}
	if !bytes.HasPrefix(data, []byte("PK")) {
		for _, b := range beginnings {
			if bytes.HasPrefix(data, []byte(b.bytes)) {
				return s.refused(b.says, nil)
			}
		}
		return s.refused("文件内容不是 Excel 工作簿", nil)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return s.broken(err)
	}
	if len(z.File) > mostParts {
		return s.refused("内含部件过多", nil)
	}
	total := uint64(0)
	for _, f := range z.File {
		name := strings.ToLower(f.Name)
		switch {
		case strings.ContainsAny(f.Name, "\\:\x00") || strings.HasPrefix(f.Name, "/") || f.Name != path.Clean(f.Name) && f.Name != path.Clean(f.Name)+"/" || strings.HasPrefix(f.Name, "../"):
			return s.refused("部件的路径不正常", nil)
		case s.parts[name] != nil:
			return s.refused("有两个同名的部件", nil)
		case f.Flags&1 != 0:
			return s.refused("文件加了密码", nil)
		case f.Method != zip.Store && f.Method != zip.Deflate:
			return s.refused("压缩方式不受支持", nil)
		}
		if total += min(f.UncompressedSize64, 1<<40); total > uint64(s.left) {
			return s.refused("解压后过大", nil)
		}
		s.parts[name] = f
		if why := unwelcome(name); why != "" {
			return s.refused(why, nil)
		}
	}
	return nil
}

// unwelcome says why a part makes us refuse the whole workbook.
func unwelcome(name string) string {
	for _, each := range []struct{ prefix, says string }{
		{"xl/vbaproject", "含有宏;请另存为不含宏的工作簿"},
		{"xl/macrosheets/", "含有宏表;请删去宏表"},
		{"xl/externallinks/", "含有指向其他文件的链接;请在“数据—编辑链接”中断开链接"},
		{"xl/embeddings/", "嵌有其他文件;请删去嵌入的对象"},
		{"xl/activex/", "含有控件;请删去控件"},
		{"xl/connections", "含有外部数据连接;请在“数据—连接”中删去"},
		{"xl/querytables/", "含有外部数据查询;请在“数据—连接”中删去"},
	} {
		if strings.HasPrefix(name, each.prefix) {
			return each.says
		}
	}
	return ""
}

// part opens one part as a stream of XML tokens, or nil when it is absent.
func (s *stranger) part(name string) (*foreignXML, error) {
	f := s.parts[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	body, err := f.Open()
	if err != nil {
		return nil, s.broken(err)
	}
	return &foreignXML{s: s, body: body, dec: xml.NewDecoder(&rationed{body, &s.left})}, nil
}

var errTooMuch = errors.New("more unpacked than allowed")

// rationed stops a part that turns out larger than it said.
type rationed struct {
	from io.Reader
	left *int64
}

func (c *rationed) Read(p []byte) (int, error) {
	if *c.left <= 0 {
		return 0, errTooMuch
	}
	n, err := c.from.Read(p[:min(int64(len(p)), *c.left)])
	*c.left -= int64(n)
	return n, err
}

// foreignXML reads one part, token by token, without resolving anything: a document type is refused, an unknown entity is an error.
type foreignXML struct {
	s     *stranger
	body  io.Closer
	dec   *xml.Decoder
	depth int
	ended bool // the root element was closed
}

const mostDepth = 64

// next is the next start, end or text; nil at the end of a whole part.
func (x *foreignXML) next() (xml.Token, error) {
	for {
		token, err := x.dec.RawToken()
		switch {
		case errors.Is(err, io.EOF) && x.ended:
			return nil, nil
		case errors.Is(err, errTooMuch):
			return nil, x.s.refused("解压后过大", err)
		case err != nil:
			return nil, x.s.broken(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if x.depth++; x.depth > mostDepth || x.ended {
				return nil, x.s.broken(fmt.Errorf("element %s", t.Name.Local))
			}
			return t, nil
		case xml.EndElement:
			if x.depth--; x.depth < 0 {
				return nil, x.s.broken(fmt.Errorf("end of %s", t.Name.Local))
			}
			x.ended = x.depth == 0
			return t, nil
		case xml.CharData:
			if x.depth > 0 {
				return t, nil
			}
		case xml.Directive:
			return nil, x.s.refused("含有不允许的 XML 声明", nil)
		}
	}
}

// each calls do for every element of a part.
func (s *stranger) each(name string, do func(xml.StartElement) error) error {
	x, err := s.part(name)
	if err != nil || x == nil {
		return err
	}
	defer x.body.Close()
	for {
		token, err := x.next()
		if err != nil || token == nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := do(start); err != nil {
				return err
			}
		}
	}
}

// attr is an attribute of no prefix by its name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
