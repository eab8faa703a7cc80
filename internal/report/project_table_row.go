package report

import (
	"fmt"
	"regexp"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// rowReading is one row of the table being read into one project, and the cell it has come to.
type rowReading struct {
	*tableReading
	row        int
	at         int // the sheet's column
	column     *tableColumn
	cell       foreignCell
	bad        bool      // this row holds something wrong
	integrated money.Fen // 整合行业资金 before it is shared out
	base       *proposal.Project
	guessed    bool
}

// spots collects what is to be said about cells: all of it is counted, the first of it kept.
type spots struct {
	list  []fault.Place
	count int
}

// mostSpots is how many are told one by one.
const mostSpots = 200

func (s *spots) add(location, message string) {
	if s.count++; s.count <= mostSpots {
		s.list = append(s.list, fault.Place{Location: location, Message: message})
	}
}

// places are the spots, and how many more there are.
func (s *spots) places() []fault.Place {
	if s.count > len(s.list) {
		return append(s.list[:len(s.list):len(s.list)], fault.Place{Message: fmt.Sprintf("还有 %d 处,未逐一列出", s.count-len(s.list))})
	}
	return s.list
}

func (r *rowReading) wrong(format string, args ...any) {
	r.bad = true
	r.say(&r.wrongs, r.at, format, args...)
}

func (r *rowReading) note(format string, args ...any) { r.say(&r.notes, r.at, format, args...) }

// say names the cell, what is there, and what about it.
func (r *rowReading) say(to *spots, column int, format string, args ...any) {
	if to.count >= mostSpots {
		to.count++
		return
	}
	cell := cellName(column, r.row)
	holds := ""
	if text := clip(strings.TrimSpace(r.cell.text)); text != "" && !r.cell.formula {
		holds = "填的是“" + text + "”"
	}
	title := ""
	if r.column != nil {
		title = "(" + r.column.title() + ")"
	}
	to.add(r.sheet.name+"!"+cell, "‘"+r.sheet.name+"’表 "+cell+title+holds+":"+fmt.Sprintf(format, args...))
}

// call is a text that a spreadsheet program would run as a command of another program.
var call = regexp.MustCompile(`^\s*[=+\-@].*\|.*!`)

func calls(text string) bool { return strings.IndexByte(text, '|') > 0 && call.MatchString(text) }

// sound refuses what no cell of a project may hold, whatever its column.
func (r *rowReading) sound(c foreignCell) bool {
	switch {
	case c.formula:
		r.wrong("是公式,结果随打开的程序而变,不能导入;请复制本列,用“选择性粘贴—数值”粘贴回去,保存后再传")
	case c.kind == errorCell:
		r.wrong("是公式的错误值,请改填内容")
	default:
		return true
	}
	return false
}

// unseen are characters that take no room and that nobody typed on purpose.
var unseen = strings.NewReplacer("\u200b", "", "\u200c", "", "\u200d", "", "\ufeff", "", "\u2060", "", "\r\n", "\n", "\r", "\n")

// settled is a text without what clerks cannot see.
func settled(text string) string { return strings.TrimSpace(unseen.Replace(text)) }

// text is a text of several lines.
func (r *rowReading) text(c foreignCell) string {
	switch c.kind {
	case flagCell:
		r.wrong("应为文字")
		return ""
	case numberCell:
		if c.style == dateNumber {
			r.wrong("被软件改成了日期,请把单元格改为“文本”格式后重新填写")
			return ""
		}
		if n, ok := parseNumber(c.text); ok {
			return n.String()
		}
	}
	return settled(c.text)
}

// line is a text of one line; what was broken over lines is joined.
func (r *rowReading) line(c foreignCell) string {
	text := r.text(c)
	if strings.ContainsAny(text, "\n\t") {
		text = strings.NewReplacer("\n", "", "\t", " ").Replace(text)
		r.note("其中的换行已去掉")
	}
	return text
}

func (r *rowReading) amount(c foreignCell) money.Fen {
	amount, cleaned, err := wanOf(c)
	if err != nil {
		r.wrong("%s", err)
	} else if cleaned && amount != 0 {
		r.note("按 %s 万元读取", amount)
	}
	return amount
}

func (r *rowReading) count(c foreignCell) int64 {
	count, cleaned, err := countIn(c)
	if err != nil {
		r.wrong("%s", err)
	} else if cleaned && count != 0 {
		r.note("按 %d 读取", count)
	}
	return count
}

func (r *rowReading) day(c foreignCell, last bool) proposal.Date {
	day, note, err := dayOf(c, last, r.book.y1904)
	if err != nil {
		r.wrong("%s", err)
	} else if note != "" {
		r.note("%s", note)
	}
	return day
}

// places reads towns or villages.
func (r *rowReading) places(c foreignCell, known *placeNames) []string {
	out := []string{}
	text := r.text(c)
	if vacant(text) {
		return out
	}
	for _, each := range split(text) {
		codes, there := known.find(tidy(each))
		switch {
		case len(codes) > 1:
			r.wrong("叫“%s”的不止一个,请写代码:%s", clip(each), known.candidates(codes))
		case len(codes) == 0 && len(known.names) == 0:
			r.wrong("推进区里还没有登记%s,请先填写行政村一栏,再导入项目表", known.noun)
		case len(codes) == 0:
			r.wrong("推进区里没有“%s”这个%s,可写:%s", clip(each), known.noun, known.candidates(nil))
		default:
			if !there {
				r.note("推进区里没有登记代码为 %s 的%s", codes[0], known.noun)
			}
			out = append(out, codes[0])
		}
	}
	return out
}
