package policy

import (
	"strings"
	"testing"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// TestFiguresAndAdviceSayHowMuchAndWhere holds the structured side of findings: both sides, operator, unit and gap, and the
// sentence that names place and amount.
func TestFiguresAndAdviceSayHowMuchAndWhere(t *testing.T) {
	tests := []struct {
		name   string
		rule   RuleID
		base   string
		edit   func(*testing.T, *proposal.Proposal)
		figure Figure // Text is a part of the line shown
		advice string // a part
	}{
		{"villages short", "V01", "A05", untouched, Figure{"9 / 下限10", "9", "≥", "10", "个", "1", ""}, "还差 1 个"},
		{"towns too many", "V04", "A02", change(func(d *proposal.Proposal) {
			d.Zone.Villages[0].TownCode, d.Zone.Villages[1].TownCode = "370832908", "370832909"
		}), Figure{"5个乡镇", "5", "≤", "3", "个", "2", ""}, "超过 3 个"},
		{"a listed town inside the village code is named as overlap", "X01", "A01", change(func(d *proposal.Proposal) { d.Zone.Villages[1].Code = "370686905201" }),
			Figure{"重叠村1个:前戚家沟村(齐鲁样板", "1", "=", "0", "个", "", ""}, "移出推进区"},
		{"an unclear code is named as such", "X01", "A01", change(func(d *proposal.Proposal) { d.Zone.Villages[1].Code = "3706869" }),
			Figure{"无法比对的村编码1个:前戚家沟村", "1", "=", "0", "个", "", ""}, "12 位数字"},
		{"industries too many", "I01", "A01", change(func(d *proposal.Proposal) { d.Zone.Industries = make([]proposal.Industry, 4) }), Figure{"4个", "4", "∈", "1—2", "个", "2", ""}, "多出 2 个"},
		{"industries too few", "I01", "A01", change(func(d *proposal.Proposal) { d.Zone.Industries = nil }), Figure{"0个", "0", "∈", "1—2", "个", "1", ""}, "还差 1 个"},
		{"key county's scale", "F01", "A03", funds("4999.9999+0+0", "2500"), Figure{"4999.9999 / 5000", "4999.9999", "≥", "5000", "万元", "0.0001", ""}, "还差 0.0001 万元(1 元)"},
		{"key county's source too high", "F02", "A03", funds("5300+0+0", "2500"), Figure{"须等于5000", "5300", "=", "5000", "万元", "300", ""}, "现多 300 万元"},
		{"tier too low", "F04", "A01", funds("1500+2500+0", "2000"), Figure{"省级以上1500 / 东部档2000", "1500", "=", "2000", "万元", "500", ""}, "现少 500 万元"},
		{"local share", "F05", "A01", funds("2500+1500+0", "2000"), Figure{"市县合计1500 / 下限2000", "1500", "≥", "2000", "万元", "500", ""}, "还差 500 万元"},
		{"industry share", "F09", "A04", untouched, Figure{"= 52.0000%", "2080", "≥", "2400", "万元", "320", "52.0000%"}, "低于 60%,还差 320 万元"},
		{"lines that do not count are named", "F06", "A01", change(func(d *proposal.Proposal) {
			d.FundPlan.Integrated[0].Status, d.FundPlan.Integrated[1].Status = "", ""
		}), Figure{"整合行业资金1020", "1020", "≥", "2000", "万元", "980", "25.500000%"}, "另有 2 条共 980 万元 的状态不是已承诺或已到位"},
		{"when all lines count none is named", "F06", "A04", untouched, Figure{"整合行业资金1996", "1996", "≥", "2000", "万元", "4", "49.900000%"}, "重新测算"},
		{"contents missing", "P06", "A01", change(func(d *proposal.Proposal) {
			for i := range d.Projects {
				d.Projects[i].ContentCategory = proposal.ContentIndustry
			}
		}), Figure{"覆盖1/6类内容", "1", "≥", "6", "类", "5", ""}, "乡村建设、乡村治理、人才培养、就业带动、巩固成果"},
		{"term too long", "D01", "A01", term("2023-04-01", "2025-04-01"), Figure{"最晚2025-03-31", "2025-04-01", "≤", "2025-03-31", "日期", "", ""}, "不晚于 2025-03-31"},
		{"late by nine hours", "D04", "A06", untouched, Figure{"北京时间 2022年12月11日09:12:00", "2022年12月11日09:12:00", "<", "2022年12月10日24时", "时刻", "9小时12分", ""}, "2022年12月10日24时"},
		{"every missing attachment is named", "D06", "A01", change(func(d *proposal.Proposal) { d.Attachments = nil }), Figure{"缺10件:县政府上报文件", "10", "=", "0", "件", "10", ""}, "不重复支持说明"},
		{"half a term is said to be incomplete", "D01", "A01", term("2023-01-01", ""), Figure{Text: "规划起止日期未填齐"}, "请填写实施规划的起始日期和截止日期"},
		{"a half term cannot judge projects", "P05", "A01", term("", "2024-12-31"), Figure{Text: "无法核对项目期限"}, "请先填写实施规划的起止日期"},
		{"a resolution without its body is not called missing", "D02", "A01", change(func(d *proposal.Proposal) { d.Resolution.Body = "" }), Figure{Text: "作出决议的会议为“”"}, "人民政府常务会议"},
		{"a type not filled in is said so, by code where the name is missing", "V02", "A01", change(func(d *proposal.Proposal) {
			d.Zone.Villages[0].Type, d.Zone.Villages[0].Name = "", ""
		}), Figure{"370686901201(类型未填)", "1", "=", "0", "个", "", ""}, "移出推进区"},
		{"six names are all shown", "V02", "A01", change(func(d *proposal.Proposal) {
			for i := range d.Zone.Villages[:6] {
				d.Zone.Villages[i].Type = proposal.VillageUrbanVillage
			}
		}), Figure{"、孔家庄村(城中村)", "6", "=", "0", "个", "", ""}, "移出推进区"},
		{"long lists are shortened", "V02", "A01", change(func(d *proposal.Proposal) {
			for i := range d.Zone.Villages {
				d.Zone.Villages[i].Type = proposal.VillageOther
			}
		}), Figure{"不符类型村10个", "10", "=", "0", "个", "", ""}, "等10个"},
		{"the matrix names source, sum and difference", "F07", "A01", change(func(d *proposal.Proposal) { d.FundPlan.Social += money.Wan }),
			Figure{"不一致1处:社会资本项目合计900≠901(少1万元)", "1", "=", "0", "处", "", ""}, "完全相等"},
	}
	pack := reference(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := load(t, tt.base)
			tt.edit(t, doc)
			f := finding(doc, pack, tt.rule)
			if !strings.Contains(f.Figure.Text, tt.figure.Text) {
				t.Errorf("shows %q, want %q", f.Figure.Text, tt.figure.Text)
			}
			if !strings.Contains(f.Advice, tt.advice) {
				t.Errorf("advises %q, want %q", f.Advice, tt.advice)
			}
			got := f.Figure
			got.Text = tt.figure.Text
			if got != tt.figure {
				t.Errorf("%+v, want %+v", got, tt.figure)
			}
		})
	}
	six := load(t, "A01")
	for i := range six.Zone.Villages[:mostNamed] {
		six.Zone.Villages[i].Type = proposal.VillageUrbanVillage
	}
	if f := finding(six, pack, "V02"); strings.Contains(f.Figure.Text, "等6个") {
		t.Errorf("%q shortens what fits", f.Figure.Text)
	}
	if f := finding(load(t, "A04"), pack, "F06"); strings.Contains(f.Advice, "另有") {
		t.Errorf("%q names lines that do count", f.Advice)
	}
	inPlace := edited(t, param(`"integratedBasis": "IN_PLACE"`)...)
	if f := finding(load(t, "A01"), inPlace, "F06"); !strings.Contains(f.Advice, "不是已到位") {
		t.Errorf("%q", f.Advice)
	}
}
