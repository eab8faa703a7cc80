package report

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xianjie/internal/fault"
	"xianjie/internal/office"
	"xianjie/internal/proposal"
)

// said is everything an import had to say, one spot a line.
func said(read ProjectsRead, err error) string {
	var lines []string
	var f *fault.Error
	if errors.As(err, &f) {
		lines = append(lines, string(f.Code)+" "+f.Message)
		for _, p := range f.Places {
			lines = append(lines, p.Location+" "+p.Message)
		}
	}
	for _, p := range read.Notes {
		lines = append(lines, "note "+p.Location+" "+p.Message)
	}
	return strings.Join(lines, "\n")
}

// TestWhatClerksTypeIsRead: P01 stands in row 6, P02 (with 整合资金) in row 7.
func TestWhatClerksTypeIsRead(t *testing.T) {
	doc := theSample(t, "A01")
	doc.Zone.Villages[1].Name = doc.Zone.Villages[0].Name // 下袁楼村 twice
	book := projectBook(t, doc)
	amount := func(p proposal.Project) string { return p.TotalInvestment.String() }
	day := func(p proposal.Project) string { return p.StartDate.String() + " " + p.EndDate.String() }
	village := func(p proposal.Project) string { return strings.Join(p.VillageCodes, " ") }
	funds := func(p proposal.Project) string {
		out := ""
		for _, f := range p.Funds {
			out += string(f.Source) + f.IntegratedItemID + "=" + f.Amount.String() + " "
		}
		return out
	}
	tests := []struct {
		name string
		cell string
		into any
		of   func(proposal.Project) string
		want string // what the project then has, or, when of is nil, part of what is said
	}{
		{"full-width digits and a unit", "O6", "６５９．５万元", amount, "659.5"},
		{"thousands separators", "O6", "1,234,567.25", amount, "1234567.25"},
		{"a full-width thousands separator", "O6", "1，234", amount, "1234"},
		{"a number stored as text", "O6", "659.0001", amount, "659.0001"},
		{"a dash for nothing", "O6", "—", amount, "0"},
		{"a slash for nothing", "O6", "/", amount, "0"},
		{"the word for nothing", "O6", "无", amount, "0"},
		{"a computed artefact shown as 0.3", "O6", 0.30000000000000004, amount, "0.3"},
		{"a computed artefact below", "O6", 658.9999999999999, nil, "小数超过 4 位"},
		{"an artefact of the sixteenth digit below", "O6", 0.29999999999999999, amount, "0.3"},
		{"one 元", "O6", 0.0001, amount, "0.0001"},
		{"less than one 元", "O6", 0.00001, nil, "小数超过 4 位"},
		{"five decimals", "O6", "1.00005", nil, "项目表!O6 ‘项目表’表 O6(总投资)填的是“1.00005”:小数超过 4 位(不足 1 元),请四舍五入到元后填写"},
		{"元", "O6", "6590000元", nil, "单位不是万元,请除以 10000 换算成万元后填写"},
		{"a sign of money", "O6", "￥659", nil, "单位不是万元"},
		{"亿元", "O6", "1.2亿元", nil, "1 亿元写 10000"},
		{"per cent", "O6", "50%", nil, "不能写百分比"},
		{"a comma out of place", "O6", "1,2", nil, "逗号的位置不对"},
		{"a negative amount", "O6", -1, nil, "金额不能为负数"},
		{"beyond what is kept", "O6", 1e12, nil, "超出可登记的范围"},
		{"a formula's error", "O6", "#REF!", nil, "不是数字"},
		{"a word", "O6", "待定", nil, "不是数字"},
		{"true", "O6", true, nil, "应为数字"},
		{"a count with its unit", "Y6", "239 户", func(p proposal.Project) string { return fmt.Sprint(p.Beneficiaries.Households) }, "239"},
		{"half a household", "Y6", 1.5, nil, "应为整数"},
		{"fewer than none", "Y6", -1, nil, "不能为负数"},
		{"dashes", "M6", "2023-3-1", day, "2023-03-01 2023-11-28"},
		{"slashes", "M6", "2023/3/1", day, "2023-03-01 2023-11-28"},
		{"points", "M6", "2023.3.1", day, "2023-03-01 2023-11-28"},
		{"characters", "M6", "2023年3月1日", day, "2023-03-01 2023-11-28"},
		{"full-width", "M6", "２０２３－３－１", day, "2023-03-01 2023-11-28"},
		{"compact", "M6", "20230301", day, "2023-03-01 2023-11-28"},
		{"compact as a number", "M6", 20230301, day, "2023-03-01 2023-11-28"},
		{"a day count", "M6", 44986, day, "2023-03-01 2023-11-28"},
		{"a month begins", "M6", "2023年3月", day, "2023-03-01 2023-11-28"},
		{"a month ends", "N6", "2024.2", day, "2023-02-01 2024-02-29"},
		{"a month is told", "N6", "2024年2月", nil, "note 项目表!N6 ‘项目表’表 N6(建设期限的完工日期)填的是“2024年2月”:只写了年月,按 2024-02-29 读取"},
		{"a month as a number", "M6", 202303, day, "2023-03-01 2023-11-28"},
		{"October or January", "M6", 2023.1, nil, "可能是 2023 年 1 月,也可能是 10 月"},
		{"no such day", "M6", "2023-2-30", nil, "没有“2023-02-30”这一天"},
		{"before 1900", "M6", "1899-12-31", nil, "年份不在 1900 至 2200 年之间"},
		{"a negative day count", "M6", -5, nil, "不是日期"},
		{"a year alone", "M6", "2023年", nil, "不是日期"},
		{"a label", "D6", " 乡村 建设 ", func(p proposal.Project) string { return string(p.ContentCategory) }, "CONSTRUCTION"},
		{"a code", "D6", "governance", func(p proposal.Project) string { return string(p.ContentCategory) }, "GOVERNANCE"},
		{"no label", "D6", "产业", nil, "不在可填的范围内,可填:产业发展、乡村建设"},
		{"villages by name and code", "H6", "孔家庄，370686901202；卫家沟村", village, "370686902201 370686901202 370686902205"},
		{"a village with its town", "H6", "寺坡镇孔家庄村", village, "370686902201"},
		{"no such village", "H6", "孔家村", nil, "没有“孔家村”这个村,可写:下袁楼村(370686901201)"},
		{"two villages of one name", "H6", "下袁楼村", nil, "不止一个,请写代码:下袁楼村(370686901201)、下袁楼村(370686901202)"},
		{"a code from elsewhere", "H6", "370686999999", nil, "note 项目表!H6"},
		{"a name broken over lines", "C6", "示范\n基地", func(p proposal.Project) string { return p.Name }, "示范基地"},
		{"unseen characters", "C6", "\ufeff示范\u200b基地 ", func(p proposal.Project) string { return p.Name }, "示范基地"},
		{"a control character", "C6", "示范\u202e基地", nil, "看不见的控制字符"},
		{"too long a name", "C6", strings.Repeat("长", 201), nil, "项目表!C6"},
		{"a number wrongly spelled", "B6", "P 1", nil, "只能用英文字母"},
		{"a number used twice", "B6", "P02", nil, "项目表!B7 ‘项目表’表 B7(项目编号):编号 P02 与第 6 行重复"},
		{"items with amounts", "T7", "INT01 100\nINT04：60万元", funds, "LINKAGE_PROV_UP=211 LINKAGE_COUNTY=222 INTEGRATEDINT01=100 INTEGRATEDINT04=60 SOCIAL=180 SELF_RAISED=12 "},
		{"an item by its programme", "T7", "四好农村路", funds, "LINKAGE_PROV_UP=211 LINKAGE_COUNTY=222 INTEGRATEDINT01=160 SOCIAL=180 SELF_RAISED=12 "},
		{"items that do not add up", "T7", "INT01 100、INT04 61", nil, "各项之和 161 万元,与“整合行业资金”列的 160 万元不一致"},
		{"items without amounts", "T7", "INT01、INT04", nil, "没有写金额"},
		{"no such item", "T7", "某项资金", nil, "没有名为“某项资金”的整合资金条目,可写:INT01(四好农村路)"},
		{"no item", "T7", "", nil, "note 项目表!T7"},
		{"an item without money", "S7", "", nil, "没有金额"},
		{"targets on one line", "AK6", "产出数量:里程:5公里；满意度：群众：≥95%", func(p proposal.Project) string { return fmt.Sprint(p.PerformanceTargets) }, "[{OUTPUT_QUANTITY 里程 5公里} {SATISFACTION 群众 ≥95%}]"},
		{"a target without its kind", "AK6", "里程5公里", nil, "应写成“类别：指标名称：目标值”三段"},
		{"a target of no kind", "AK6", "产量：里程：5", nil, "指标类别“产量”不在可填的范围内"},
		{"no tags", "AJ6", "无", func(p proposal.Project) string { return fmt.Sprint(p.NegativeListTags) }, "[]"},
		{"modes by name and code", "AC6", "务工就业,DIVIDEND", func(p proposal.Project) string { return fmt.Sprint(p.BenefitLinkage.Modes) }, "[EMPLOYMENT DIVIDEND]"},
		{"no such mode", "AC6", "打工", nil, "其中“打工”不在可填的范围内"},
		{"a command", "H6", "=cmd|' /C calc'!A0", nil, "含有调用其他程序的命令"},
		{"what the draft keeps", "L6", kept, func(p proposal.Project) string { return p.ContentAndScale }, "新建标准化基地550亩,配套棚架、土壤改良和良种"},
		{"a wrong total is told with how much", "O33", 6979, nil, "note 项目表!O33 ‘项目表’表 O33(总投资)填的是“6979”:合计与各项目之和 6980 万元不符,差 1 万元"},
		{"a wrong count is told", "Y33", 6861, nil, "合计与各项目之和 6860 不符,差 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			read, err := ReadProjects(office.Fill(t, book, tableSheet, map[string]any{tt.cell: tt.into}), doc)
			if tt.of == nil {
				if got := said(read, err); !strings.Contains(got, tt.want) {
					t.Errorf("said:\n%s\nwant %q", got, tt.want)
				}
				return
			}
			if err != nil {
				t.Fatal(said(read, err))
			}
			i := 0
			if strings.HasSuffix(tt.cell, "7") {
				i = 1
			}
			if got := tt.of(read.Projects[i]); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestTheShapeOfATableIsForgiven(t *testing.T) {
	doc := theSample(t, "A01")
	book := projectBook(t, doc)
	tests := []struct {
		name string
		do   func(f *excelize.File) error
		want []string // part of what is said
		but  int      // projects fewer than in the draft
	}{
		{"blank rows and notes below", func(f *excelize.File) error {
			return errors.Join(f.SetCellStr(tableSheet, "A36", "注：本表由县乡村振兴局填写"), f.SetCellStr(tableSheet, "C38", "审核人："), f.SetCellStr(tableSheet, "H38", "填表人：张三"))
		}, nil, 0},
		{"a row without its number is known by its name", func(f *excelize.File) error { return f.SetCellStr(tableSheet, "B8", "") }, []string{"按项目名称认作 P03"}, 0},
		{"a new row without a number gets one", func(f *excelize.File) error {
			return errors.Join(f.SetCellStr(tableSheet, "B8", ""), f.SetCellStr(tableSheet, "C8", "全新的项目"))
		}, []string{"没有编号,编为 P28"}, 0},
		{"a hidden row is read", func(f *excelize.File) error { return f.SetRowVisible(tableSheet, 7, false) }, []string{"第 7 行是隐藏行,也已读入"}, 0},
		{"an unknown column is told", func(f *excelize.File) error { return f.SetCellStr(tableSheet, "AL4", "备 注\n(选填)") }, []string{"项目表!AL4", "列不属于项目表,没有导入"}, 0},
		{"headings with blanks, breaks and brackets", func(f *excelize.File) error {
			return errors.Join(f.SetCellStr(tableSheet, "O4", "总 投\n资（万元）"), f.SetCellStr(tableSheet, "B4", "编号"), f.SetCellStr(tableSheet, "P5", "省级以上\n衔接"))
		}, nil, 0},
		{"rows above the table", func(f *excelize.File) error { return f.InsertRows(tableSheet, 1, 4) }, nil, 0},
		{"a column less keeps what the draft has", func(f *excelize.File) error { return f.RemoveCol(tableSheet, "L") }, []string{"没有“建设内容与规模”列"}, 0},
		{"a formula in the row of totals", func(f *excelize.File) error { return f.SetCellFormula(tableSheet, "O33", "SUM(O6:O32)") }, nil, 0},
		{"a sheet of another name", func(f *excelize.File) error { return f.SetSheetName(tableSheet, "Sheet1") }, nil, 0},
		{"a cover before the table", func(f *excelize.File) error {
			_, err := f.NewSheet("封面")
			return errors.Join(err, f.SetCellStr("封面", "A1", "申报材料"), f.SetSheetName(tableSheet, "附表"), f.MoveSheet("封面", "附表"))
		}, nil, 0},
		{"a project less", func(f *excelize.File) error { return f.RemoveRow(tableSheet, 32) }, []string{"合计与各项目之和"}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			read, err := ReadProjects(office.Edit(t, book, tt.do), doc)
			got := said(read, err)
			if err != nil || len(read.Projects) != len(doc.Projects)-tt.but {
				t.Fatalf("%d projects\n%s", len(read.Projects), got)
			}
			if len(tt.want) == 0 && got != "" {
				t.Errorf("said:\n%s", got)
			}
			for _, want := range tt.want {
				if !strings.Contains(got, want) {
					t.Errorf("said:\n%s\nwant %q", got, want)
				}
			}
			if read.Projects[0].ContentAndScale != doc.Projects[0].ContentAndScale || read.Projects[1].TotalInvestment != doc.Projects[1].TotalInvestment {
				t.Errorf("read %+v", read.Projects[:2])
			}
		})
	}
}

func TestTheShapeOfATableIsRefused(t *testing.T) {
	doc := theSample(t, "A01")
	book := projectBook(t, doc)
	tests := []struct {
		name string
		do   func(f *excelize.File) error
		want string
	}{
		{"a needed column gone", func(f *excelize.File) error {
			return errors.Join(f.RemoveCol(tableSheet, "O"), f.RemoveCol(tableSheet, "C"))
		}, "‘项目表’表缺少这些列:项目名称、总投资"},
		{"a column twice", func(f *excelize.File) error { return f.SetCellStr(tableSheet, "AL4", "项目名称") }, "“项目名称”列与 C4 是同一列"},
		{"a formula", func(f *excelize.File) error { return f.SetCellFormula(tableSheet, "O6", "1+1") }, "‘项目表’表 O6(总投资):是公式"},
		{"merged cells", func(f *excelize.File) error { return f.MergeCell(tableSheet, "AG6", "AG8") }, "项目表!AG6 ‘项目表’表 AG6:是合并单元格(到 AG8)"},
		{"a row without a name", func(f *excelize.File) error {
			return errors.Join(f.SetCellStr(tableSheet, "B8", ""), f.SetCellStr(tableSheet, "C8", ""))
		}, "项目表!C8 ‘项目表’表 C8(项目名称):这一行有内容而没有项目名称"},
		{"no projects", func(f *excelize.File) error {
			for row := 33; row > 5; row-- {
				if err := f.RemoveRow(tableSheet, row); err != nil {
					return err
				}
			}
			return nil
		}, "表中没有项目。导入以表中的项目替换全部项目,空表不能导入"},
		{"a command in the title", func(f *excelize.File) error { return f.SetCellStr(tableSheet, "A1", "=cmd|' /C calc'!A0") }, "项目表!A1"},
		{"a command below the totals", func(f *excelize.File) error { return f.SetCellStr(tableSheet, "A36", "-cmd|' /C calc'!A0") }, "项目表!A36"},
		{"no headings", func(f *excelize.File) error {
			return errors.Join(f.RemoveRow(tableSheet, 5), f.RemoveRow(tableSheet, 4))
		}, "没有找到项目表"},
		{"a percentage", func(f *excelize.File) error {
			style, err := f.NewStyle(&excelize.Style{NumFmt: 9})
			return errors.Join(err, f.SetCellStyle(tableSheet, "O6", "O6", style))
		}, "单元格是百分比格式"},
		{"a date for an amount", func(f *excelize.File) error {
			style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			return errors.Join(err, f.SetCellStyle(tableSheet, "O6", "O6", style))
		}, "单元格是日期格式"},
		{"kept for a new project", func(f *excelize.File) error {
			return errors.Join(f.SetCellStr(tableSheet, "B6", "P99"), f.SetCellStr(tableSheet, "L6", kept))
		}, "没有可以保留的内容"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			read, err := ReadProjects(office.Edit(t, book, tt.do), doc)
			if got := said(read, err); fault.CodeOf(err) != fault.Invalid || !strings.Contains(got, tt.want) {
				t.Errorf("said:\n%s\nwant %q", got, tt.want)
			}
		})
	}
}

func TestEveryWrongCellOfATableIsTold(t *testing.T) {
	doc := theSample(t, "A01")
	cells := map[string]any{}
	for row := 6; row <= 32; row++ {
		for _, column := range []string{"O", "P", "Q", "R", "U", "V", "W", "Y", "Z", "M", "N"} {
			cells[fmt.Sprint(column, row)] = "?"
		}
	}
	_, err := ReadProjects(office.Fill(t, projectBook(t, doc), tableSheet, cells), doc)
	var f *fault.Error
	if !errors.As(err, &f) || f.Message != "项目表有 297 处需要改正,全部改好后再导入" || len(f.Places) != mostSpots+1 || f.Places[mostSpots].Message != "还有 97 处,未逐一列出" {
		t.Errorf("%d places: %v", len(f.Places), f.Message)
	}
}

// TestNumbersAreReadAsExcelShowsThem: by the text that stands in the file, to fifteen digits.
func TestNumbersAreReadAsExcelShowsThem(t *testing.T) {
	tests := []struct{ name, stands, want string }{
		{"a sum of binary fractions", "0.30000000000000004", "0.3"},
		{"a difference just below", "0.29999999999999999", "0.3"},
		{"a carry through every digit", "99.999999999999999", "100"},
		{"half a unit of the fifteenth digit goes up", "1234.56789999999995", "1234.5679"},
		{"an amount with a tail", "658.99999999999998", "659"},
		{"a small number with its exponent", "1.0000000000000001E-4", "0.0001"},
		{"a large number with its exponent", "1.5E3", "1500"},
		{"zeros behind the point", "7.50000", "7.5"},
		{"nothing at all", "0", "0"},
	}
	doc := theSample(t, "A01")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			read, err := ReadProjects(crafted(t, oneCell("<c><v>"+tt.stands+"</v></c>")), doc)
			if err != nil || read.Projects[0].TotalInvestment.String() != tt.want {
				t.Errorf("%s is read as %v, want %s: %s", tt.stands, read.Projects, tt.want, said(read, err))
			}
		})
	}
}
