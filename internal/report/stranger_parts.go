package report

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
)

// foreignSheet is one worksheet of a stranger's workbook.
type foreignSheet struct {
	name   string
	part   string
	hidden bool
}

// numberStyle is what a cell's style says of its number.
type numberStyle byte

const (
	plainNumber numberStyle = iota
	percentNumber
	dateNumber
)

const mediaMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

// contents reads what stands around the sheets.
func (s *stranger) contents() error {
	book, err := s.office()
	if err != nil {
		return err
	}
	targets, err := s.relations(book)
	if err != nil {
		return err
	}
	if err := s.workbook(book, targets); err != nil {
		return err
	}
	for _, target := range targets {
		switch {
		case strings.HasSuffix(target.kind, "/sharedStrings"):
			err = s.sharedTexts(target.part)
		case strings.HasSuffix(target.kind, "/styles"):
			err = s.numberStyles(target.part)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// office finds the workbook part and makes sure it is one of the plainText kind.
func (s *stranger) office() (string, error) {
	found, err := s.relations("")
	if err != nil {
		return "", err
	}
	book := ""
	for _, t := range found {
		if strings.HasSuffix(t.kind, "/officeDocument") {
			book = t.part
		}
	}
	if book == "" || s.parts[strings.ToLower(book)] == nil {
		return "", s.refused("文件内容不是 Excel 工作簿", nil)
	}
	media := ""
	err = s.each("[Content_Types].xml", func(e xml.StartElement) error {
		if e.Name.Local == "Override" && strings.EqualFold(strings.TrimPrefix(attr(e, "PartName"), "/"), book) {
			media = attr(e, "ContentType")
		}
		return nil
	})
	switch {
	case err != nil:
		return "", err
	case strings.Contains(media, "macroEnabled"):
		return "", s.refused("是启用宏的工作簿(.xlsm、.xlsb)", nil)
	case media != mediaMain:
		return "", s.refused("文件内容不是 Excel 工作簿", nil)
	}
	return book, nil
}

// relation is one link from a part to another.
type relation struct{ kind, part string }

// relations are the links of a part ("" is the package itself), by id. None may lead out of the file.
func (s *stranger) relations(of string) (map[string]relation, error) {
	folder, name := path.Split(of)
	out := map[string]relation{}
	err := s.each(folder+"_rels/"+name+".rels", func(e xml.StartElement) error {
		if e.Name.Local != "Relationship" {
			return nil
		}
		if strings.EqualFold(attr(e, "TargetMode"), "External") {
			return s.refused("含有指向其他文件的链接;请在“数据—编辑链接”中断开链接", nil)
		}
		target := attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = folder + target
		}
		out[attr(e, "Id")] = relation{attr(e, "Type"), strings.TrimPrefix(path.Clean("/"+target), "/")}
		return nil
	})
	return out, err
}

func (s *stranger) workbook(book string, targets map[string]relation) error {
	seen := map[string]bool{}
	err := s.each(book, func(e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			v := attr(e, "date1904")
			s.y1904 = v == "1" || v == "true"
		case "sheet":
			name := attr(e, "name")
			link := ""
			for _, a := range e.Attr {
				if a.Name.Local == "id" && a.Name.Space != "" {
					link = a.Value
				}
			}
			switch {
			case len(s.sheets) == mostSheets:
				return s.refused("工作表过多", nil)
			case name == "" || utf8.RuneCountInString(name) > mostSheetName:
				return s.refused("工作表的名称过长或没有名称", nil)
			case seen[strings.ToLower(name)]:
				return s.refused("有两张同名的工作表", nil)
			}
			seen[strings.ToLower(name)] = true
			if target, ok := targets[link]; ok && strings.HasSuffix(target.kind, "/worksheet") {
				state := attr(e, "state")
				s.sheets = append(s.sheets, foreignSheet{name, target.part, state == "hidden" || state == "veryHidden"})
			}
		}
		return nil
	})
	if err == nil && len(s.sheets) == 0 {
		err = s.refused("没有工作表", nil)
	}
	return err
}

// sheet finds a worksheet by its name.
func (s *stranger) sheet(name string) (foreignSheet, bool) {
	for _, each := range s.sheets {
		if each.name == name {
			return each, true
		}
	}
	return foreignSheet{}, false
}

// sharedTexts reads the texts that cells point at; how they sound is left out.
func (s *stranger) sharedTexts(part string) error {
	x, err := s.part(part)
	if err != nil || x == nil {
		return err
	}
	defer x.body.Close()
	var text strings.Builder
	in, sounds := false, 0
	for {
		token, err := x.next()
		if err != nil || token == nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "si":
				text.Reset()
			case "t":
				in = true
			case "rPh":
				sounds++
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "si":
				s.texts = append(s.texts, unescaped(text.String()))
			case "t":
				in = false
			case "rPh":
				sounds--
			}
		case xml.CharData:
			if in && sounds == 0 {
				text.Write(t)
			}
			if text.Len() > mostCellBytes {
				return s.refused("有一格的文字过长", nil)
			}
		}
	}
}

// unescaped resolves what a workbook writes for characters XML cannot carry: _x000D_.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for {
		i := strings.Index(text, "_x")
		if i < 0 || len(text) < i+7 {
			return b.String() + text
		}
		n, err := strconv.ParseUint(text[i+2:i+6], 16, 16)
		if err != nil || text[i+6] != '_' {
			b.WriteString(text[:i+2])
			text = text[i+2:]
			continue
		}
		b.WriteString(text[:i])
		b.WriteRune(rune(n))
		text = text[i+7:]
	}
}

// numberStyles reads which styles show a number as a percentage or a date.
func (s *stranger) numberStyles(part string) error {
	own := map[string]numberStyle{}
	inside := false
	return s.each(part, func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			own[attr(e, "numFmtId")] = styleOf(attr(e, "formatCode"))
		case "cellXfs":
			inside = true
		case "cellStyles", "dxfs":
			inside = false
		case "xf":
			if !inside {
				return nil
			}
			id := attr(e, "numFmtId")
			style, given := own[id]
			if n, err := strconv.Atoi(id); err == nil && !given {
				switch {
				case n == 9 || n == 10:
					style = percentNumber
				case n >= 14 && n <= 22, n >= 27 && n <= 36, n >= 45 && n <= 47, n >= 50 && n <= 58: // also the built-in Chinese ones
					style = dateNumber
				}
			}
			s.styles = append(s.styles, style)
		}
		return nil
	})
}

// styleOf reads a number format's own code, without what stands in quotes or brackets.
func styleOf(code string) numberStyle {
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case bracket:
		case c == '%':
			return percentNumber
		case c == 'y' || c == 'Y' || c == 'd' || c == 'D':
			return dateNumber
		}
	}
	return plainNumber
}
