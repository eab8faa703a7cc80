package report

import (
	"fmt"
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
	agencies := provinceBureaus(n.Province)
	p := Paper{Head: &Head{Agencies: agencies}, Number: fmt.Sprintf("公示第%d号", n.No), Title: typeset.Official(n.Title), Signers: agencies, Date: dated(n.OpensAt, n.Zone)}
	if n.Draft {
		p.Mark = "草拟件"
	}
	for _, line := range strings.Split(sentence(n.Text), "\n") {
		if chapter(line) {
			p.Body = append(p.Body, Heading{1, line})
		} else if line != "" {
			p.Body = append(p.Body, Text(line))
		}
	}
	if n.Channel != "" {
		p.Body = append(p.Body, Text("发布渠道："+words(n.Channel)+"。"))
	}
	var total money.Fen
	var rows [][]string
	for i, e := range n.Entries {
		if !e.Left {
			total += e.Amount
		}
		rows = append(rows, []string{numbered(i), e.City, e.County, typeset.Official(e.Title), e.No, fmt.Sprint(e.Villages), fmt.Sprint(e.Rank), e.Amount.String(), either(e.Left, "已撤下", "")})
	}
	if len(rows) > 0 {
		rows = append(rows, []string{"", "合计", "", "", "", "", "", total.String(), ""})
	}
	p.Body = append(p.Body, Table{Caption: "拟立项名单", Unit: "单位：个、万元", Total: len(rows) > 0, Rows: rows, Columns: []Column{{"序号", 5, Centre}, {"设区市", 9, Left}, {"县（市、区）", 10, Left},
		{"推进区名称", 26, Left}, {"申报编号", 12, Centre}, {"行政村", 7, Right}, {"名次", 6, Right}, {"拟奖补额", 10, Right}, {"备注", 8, Centre}}})
	return p
}

// headingRunes is the most a line of a notice has that is a heading.
const headingRunes = 20

// chapter reports whether a line is a heading: "一、拟立项名单".
func chapter(line string) bool {
	number, rest, found := strings.Cut(line, "、")
	return found && rest != "" && slices.Contains(ordinals[:], number) && utf8.RuneCountInString(line) <= headingRunes && !strings.ContainsAny(rest, "。，；")
}
