package selfcheck

import (
	"fmt"
	"io"
	"strings"
	"time"

	"xianjie/cmd/xianjie/infile"
	"xianjie/internal/typeset"
	"xianjie/policy"
)

// page prints one application's check sheet.
type page struct {
	to io.Writer
	ink
	*checked
	now      time.Time
	sections int // printed so far, for their numbers
}

func (p *page) print() {
	p.head()
	p.conclusion()
	p.mend("必须改的", policy.Fail)
	p.mend("提请注意的", policy.Warn)
	p.principle()
	p.missing()
	p.figures()
	p.rules()
	p.foot()
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(p.to, format+"\n", args...) }

// rule draws a line across the page.
func (p *page) rule(mark string) { p.line("%s", strings.Repeat(mark, typeset.PageColumns)) }

// section begins a part of the page with the next Chinese number.
func (p *page) section(title string) {
	numbers := []string{"一", "二", "三", "四", "五", "六"}
	p.line("")
	p.line("%s", p.paint(numbers[p.sections]+"、"+title, bold))
	p.sections++
}

func (p *page) head() {
	const title = "衔接乡村振兴集中推进区申报自检单"
	p.rule("=")
	p.line("%s%s", strings.Repeat(" ", (typeset.PageColumns-typeset.Columns(title))/2), p.paint(title, bold))
	p.rule("=")
	d := p.doc
	entries := [][2]string{
		{"县（市、区）", d.City.Name + d.County.Name},
		{"推进区", d.Zone.Name},
		{"申报通道", d.Channel.Label()},
		{"上报文号", d.OfficialLetter.DocNo},
		{"批次", typeset.Official(p.pack.Title)},
		{"依据文号", p.pack.Basis},
		{"申报文件", infile.Shown(p.name) + "（申报号 " + orNone(d.ApplicationID) + "）"},
		{"检查时间", p.now.In(p.pack.Zone()).Format("2006年1月2日 15:04") + "（" + p.pack.ZoneLabel() + "）"},
	}
	for _, e := range entries {
		typeset.Bullet(p.to, typeset.Pad(e[0], 14), orNone(e[1]))
	}
}

func orNone(text string) string {
	if strings.TrimSpace(text) == "" {
		return "（未填）"
	}
	return text
}

// foot says what the sheet does not cover.
func (p *page) foot() {
	p.line("")
	p.rule("-")
	typeset.Bullet(p.to, "说明：", "本单只核对申报文件本身，在本机完成，不上传任何内容。市里的推荐名额（Q01、Q02）和沿黄县优先（Q04）要与同市其他申报一起核对，不在本单之内；附件只核对有没有列明，内容以审核人员核验为准。")
	p.line("")
}
