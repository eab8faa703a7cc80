package paper

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"xianjie/internal/money"
	"xianjie/internal/typeset"
)

// Notice is what a printed 公示 is made of.
type Notice struct {
	Province string
	No       int
	Title    string
	Text     string
	Channel  string
	Draft    bool
	OpensAt  *time.Time
	Zone     *time.Location
	Entries  []NoticeEntry
}

// NoticeEntry is one line of its list.
type NoticeEntry struct {
	No, City, County, Title string
	Villages, Rank          int
	Amount                  money.Fen
	Left                    bool // taken off after it was opened
}

// NoticePaper is the 公示 with its list as a table.
func NoticePaper(n Notice) Paper {
	agencies := ProvinceBureaus(n.Province)
	p := Paper{Head: &Head{Agencies: agencies}, Number: fmt.Sprintf("公示第%d号", n.No), Title: typeset.Official(n.Title), Signers: agencies, Date: dated(n.OpensAt, n.Zone)}
	if n.Draft {
		p.Mark = "草拟件"
	}
	listed := false
	for _, line := range strings.Split(sentence(n.Text), "\n") {
		switch {
		case n.lists(line) && !listed:
			p.Body, listed = append(p.Body, n.table("")), true
		case n.lists(line), line == "", listed && strings.HasPrefix(line, fmt.Sprintf("合计%d个，", len(n.Entries))):
		case chapter(line):
			p.Body = append(p.Body, Heading{1, line})
		default:
			p.Body = append(p.Body, Text(line))
		}
	}
	if n.Channel != "" {
		p.Body = append(p.Body, Text("发布渠道："+words(n.Channel)+"。"))
	}
	if !listed {
		p.Body = append(p.Body, n.table("拟立项名单"))
	}
	return p
}

// listLine is how a line of the list begins: "1.".
var listLine = regexp.MustCompile(`^[0-9]+\.`)

// lists reports whether a line of the text is an entry of the list; the table says the same.
func (n Notice) lists(line string) bool {
	return listLine.MatchString(line) && slices.ContainsFunc(n.Entries, func(e NoticeEntry) bool {
		return strings.Contains(line, "("+e.No+")") || strings.Contains(line, "（"+e.No+"）")
	})
}

// table is the list; under a heading of its own it needs no caption.
func (n Notice) table(caption string) Table {
	var total money.Fen
	count, rows := 0, [][]string{}
	for i, e := range n.Entries {
		if !e.Left {
			total += e.Amount
			count++
		}
		rows = append(rows, []string{numbered(i), e.City, e.County, typeset.Official(e.Title), e.No, fmt.Sprint(e.Villages), fmt.Sprint(e.Rank), e.Amount.String(), either(e.Left, "已撤下", "")})
	}
	if len(rows) > 0 {
		rows = append(rows, []string{"", "合计", fmt.Sprintf("%d个", count), "", "", "", "", total.String(), ""})
	}
	return Table{Caption: caption, Unit: "单位：个、万元", Total: len(rows) > 0, Rows: rows, Columns: []Column{{"序号", 6, Centre}, {"设区市", 8.5, Left}, {"县\n（市、区）", 13.5, Left},
		{"推进区名称", 23.5, Left}, {"申报编号", 13.5, Centre}, {"行政\n村", 6.5, Right}, {"名次", 6.5, Right}, {"拟奖\n补额", 9.5, Right}, {"备注", 8.5, Centre}}}
}

// headingRunes is the most a line of a notice has that is a heading.
const headingRunes = 20

// chapter reports whether a line is a heading: "一、拟立项名单".
func chapter(line string) bool {
	number, rest, found := strings.Cut(line, "、")
	return found && rest != "" && slices.Contains(ordinals[:], number) && utf8.RuneCountInString(line) <= headingRunes && !strings.ContainsAny(rest, "。，；")
}
