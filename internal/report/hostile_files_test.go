package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

type hostileFile struct {
	name string
	data []byte
	want string // part of what is said
}

// hostile are files a stranger may send instead of a table.
func hostile(t testing.TB, whole []byte) []hostileFile {
	t.Helper()
	with := func(cell string) []byte { return crafted(t, oneCell(cell)) }
	but := func(name, text string) []byte { return crafted(t, map[string]string{name: text}) }
	bomb := packed(t, part{name: "a.bin", body: io.LimitReader(zeros{}, 64<<20)})
	return []hostileFile{
		{"nothing", nil, "文件是空的"},
		{"a picture of another name", []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), "是一张图片"},
		{"a PDF", []byte("%PDF-1.7\n"), "是 PDF 文件"},
		{"an old or encrypted workbook", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 1000)), "旧版 .xls 文件,或者设有打开密码"},
		{"a web page", []byte("<html><table><tr><td>项目</td></tr></table></html>"), "网页或 XML"},
		{"a text", []byte("编号,名称\n"), "不是 Excel 工作簿"},
		{"a zip of nothing", packed(t), "不是 Excel 工作簿"},
		{"a truncated file", whole[:len(whole)*2/3], "已损坏或没有传完整"},
		{"too large a file", append([]byte("PK"), make([]byte, MostTableBytes)...), "项目表过大"},
		{"a bomb", crafted(t, nil, part{name: "xl/media/image1.png", body: io.LimitReader(zeros{}, 64<<20)}), "解压后过大"},
		{"a bomb in a bomb", packed(t, part{name: "b.zip", body: bytes.NewReader(bomb)}, part{name: "c.zip", body: bytes.NewReader(bomb)}), "不是 Excel 工作簿"},
		{"a bomb that lies about its size", lying(t), "已损坏"},
		{"a sheet that swells", crafted(t, map[string]string{sheet1: ""}, part{name: sheet1, body: hostileRows(1, strings.Repeat(" ", 40<<20))}), "解压后过大"},
		{"a million rows", crafted(t, map[string]string{sheet1: ""}, part{name: sheet1, body: hostileRows(1_000_000, `<row><c><v>1</v></c><c><v>2</v></c></row>`)}), "解压后过大"},
		{"hundreds of thousands of projects", crafted(t, map[string]string{sheet1: ""}, part{name: sheet1, body: hostileRows(500_000, `<row><c><v>1</v></c><c><v>2</v></c></row>`)}), "超过 10000 行"},
		{"sixteen thousand columns", but(sheet1, sheetXML(heads()+"<row>"+strings.Repeat("<c><v>1</v></c>", 16_384)+"</row>")), "项目表!XFD2"},
		{"more columns than there are", but(sheet1, sheetXML(heads()+"<row>"+strings.Repeat("<c><v>1</v></c>", 16_385)+"</row>")), "已损坏"},
		{"a cell in the last corner", but(sheet1, sheetXML(heads()+`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)), "项目表!XFD1048576"},
		{"a row beyond the last", but(sheet1, sheetXML(heads()+`<row r="1048577"><c><v>1</v></c></row>`)), "已损坏"},
		{"rows that go back", but(sheet1, sheetXML(`<row r="9"><c><v>1</v></c></row><row r="3"><c><v>1</v></c></row>`)), "已损坏"},
		{"a cell of another row", but(sheet1, sheetXML(`<row r="1"><c r="A2"><v>1</v></c></row>`)), "已损坏"},
		{"cells that go back", but(sheet1, sheetXML(heads()+`<row r="2"><c r="C2"><v>1</v></c><c r="B2"><v>2</v></c></row>`)), "已损坏"},
		{"a link to another file", crafted(t, nil, part{name: "xl/externalLinks/externalLink1.xml", body: strings.NewReader("<x/>")}), "指向其他文件的链接"},
		{"a sheet that is elsewhere", but("xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="`+relType+`/worksheet" TargetMode="External" Target="http://x/s.xml"/></Relationships>`), "指向其他文件的链接"},
		{"a connection", crafted(t, nil, part{name: "xl/connections.xml", body: strings.NewReader("<x/>")}), "外部数据连接"},
		{"an embedded file", crafted(t, nil, part{name: "xl/embeddings/oleObject1.bin", body: strings.NewReader("x")}), "嵌有其他文件"},
		{"macros", crafted(t, nil, part{name: "xl/vbaProject.bin", body: strings.NewReader("x")}), "含有宏"},
		{"macros by type", but("[Content_Types].xml", strings.Replace(types, mediaMain, "application/vnd.ms-excel.sheet.macroEnabled.main+xml", 1)), "启用宏"},
		{"a wrong type", but("[Content_Types].xml", strings.Replace(types, mediaMain, "text/plain", 1)), "不是 Excel 工作簿"},
		{"no types", but("[Content_Types].xml", ""), "不是 Excel 工作簿"},
		{"no sheet", but(sheet1, ""), "已损坏"},
		{"no sheets at all", but("xl/workbook.xml", `<workbook><sheets/></workbook>`), "没有工作表"},
		{"two parts of one name", crafted(t, nil, part{name: "XL/workbook.xml", body: strings.NewReader(bookXML)}), "两个同名的部件"},
		{"a part above the folder", crafted(t, nil, part{name: "../../etc/passwd", body: strings.NewReader("x")}), "路径不正常"},
		{"a part at the root", crafted(t, nil, part{name: "/etc/passwd", body: strings.NewReader("x")}), "路径不正常"},
		{"a part with backslashes", crafted(t, nil, part{name: `xl\..\..\x`, body: strings.NewReader("x")}), "路径不正常"},
		{"an encrypted part", crafted(t, nil, part{name: "x", body: strings.NewReader("x"), do: func(h *zip.FileHeader) { h.Flags |= 1 }}), "加了密码"},
		{"thousands of parts", packed(t, many(1001)...), "部件过多"},
		{"entities that expand", but(sheet1, `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>`+sheetXML(aRow("&b;"))), "不允许的 XML 声明"},
		{"an entity from elsewhere", but("xl/workbook.xml", `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>`), "不允许的 XML 声明"},
		{"an unknown entity", but(sheet1, sheetXML(aRow("&e;"))), "已损坏"},
		{"another encoding", but(sheet1, `<?xml version="1.0" encoding="UTF-16"?>`+sheetXML(heads())), "已损坏"},
		{"depths that end again", but(sheet1, "<worksheet>"+strings.Repeat("<a>", 1000)+strings.Repeat("</a>", 1000)+strings.TrimPrefix(sheetXML(heads()+aRow("P01", "一个项目", "产业发展", "1")), "<worksheet>")), "已损坏"},
		{"many sheets of one swelling part", crafted(t, map[string]string{sheet1: "", "xl/workbook.xml": `<workbook xmlns:r="` + relType + `"><sheets>` + sheetsOf(60) + `</sheets></workbook>`},
			part{name: sheet1, body: strings.NewReader("<worksheet>" + strings.Repeat(" ", 4<<20) + "<sheetData/></worksheet>")}), "解压后过大"},
		{"a second sheet behind the first", but(sheet1, sheetXML(heads()+aRow("P01", "一个项目", "产业发展", "1"))+sheetXML(aRow("P02", "另一个", "产业发展", "1"))), "已损坏"},
		{"depths", but(sheet1, strings.Repeat("<a>", 10_000)), "已损坏"},
		{"a sheet that breaks off", but(sheet1, `<worksheet><sheetData>`+heads()), "已损坏"},
		{"texts that are missing", with(`<c t="s"><v>0</v></c>`), "已损坏"},
		{"a text out of range", crafted(t, map[string]string{sheet1: sheetXML(`<row><c t="s"><v>7</v></c></row>`), shared: `<sst><si><t>x</t></si></sst>`}), "已损坏"},
		{"a text before the first", crafted(t, map[string]string{sheet1: sheetXML(`<row><c t="s"><v>-1</v></c></row>`), shared: `<sst><si><t>x</t></si></sst>`}), "已损坏"},
		{"a cell of no type", with(`<c t="zz"><v>0</v></c>`), "已损坏"},
		{"a cell of 32,000 characters", but(sheet1, sheetXML(heads()+aRow("P01", strings.Repeat("长", 32_000), "产业发展", "1"))), "最多 200 个字"},
		{"a cell without end", but(sheet1, sheetXML(aRow(strings.Repeat("x", 24<<20)))), "文字过长"},
		{"a shared text without end", but(shared, `<sst><si><t>`+strings.Repeat("x", 24<<20)+`</t></si></sst>`), "文字过长"},
		{"two sheets of one name", but("xl/workbook.xml", strings.Replace(bookXML, "</sheets>", `<sheet name="项目表" sheetId="2" r:id="rId1"/></sheets>`, 1)), "同名的工作表"},
		{"a very long name", but("xl/workbook.xml", strings.Replace(bookXML, "项目表", strings.Repeat("长", 1000), 1)), "名称过长"},
		{"a hundred sheets", but("xl/workbook.xml", `<workbook xmlns:r="`+relType+`"><sheets>`+sheetsOf(100)+`</sheets></workbook>`), "工作表过多"},
		{"a formula", with(`<c><f>1+1</f><v>2</v></c>`), "是公式"},
		{"a shared formula", with(`<c><f t="shared" si="0"/><v>2</v></c>`), "是公式"},
		{"a command of another program", with(`<c t="str"><f>cmd|' /C calc'!A0</f><v>x</v></c>`), "调用其他程序"},
		{"a command beside the table", but(sheet1, sheetXML(heads()+strings.TrimSuffix(aRow("P01", "项目", "产业发展", "1"), "</row>")+`<c r="AZ2"><f>MSEXCEL|'\..\calc'!A</f></c></row>`)), "调用其他程序"},
		{"a command as a text", but(sheet1, sheetXML(heads()+aRow("P01", "=cmd|' /C calc'!A0", "产业发展", "1"))), "调用其他程序"},
		{"no number", with(`<c><v>NaN</v></c>`), "不是数字"},
		{"infinity", with(`<c><v>INF</v></c>`), "不是数字"},
		{"a number beyond all", with(`<c><v>1e400</v></c>`), "科学记数法"},
		{"a huge exponent", with(`<c><v>1e999999999</v></c>`), "科学记数法"},
		{"a tiny number", with(`<c><v>1e-300</v></c>`), "小数超过 4 位"},
		{"a number of a thousand digits", with(`<c><v>` + strings.Repeat("9", 1000) + `</v></c>`), "不是数字"},
		{"an artefact one unit off in the fifteenth digit", with(`<c><v>0.300000000000001</v></c>`), "小数超过 4 位"},
		{"a negative amount", with(`<c><v>-1</v></c>`), "不能为负数"},
		{"an error value", with(`<c t="e"><v>#REF!</v></c>`), "错误值"},
		{"control characters", but(sheet1, sheetXML(heads()+aRow("P01", "项目_x0007_", "产业发展", "1"))), "控制字符"},
		{"control characters written plain", but(sheet1, sheetXML(heads()+aRow("P01", "项目\x07", "产业发展", "1"))), "已损坏"},
	}
}

func many(n int) []part {
	out := make([]part, n)
	for i := range out {
		out[i] = part{name: fmt.Sprint("p", i), body: strings.NewReader("x")}
	}
	return out
}

func sheetsOf(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<sheet name="s%d" sheetId="%d" r:id="rId1"/>`, i, i+1)
	}
	return b.String()
}

// lying is a workbook whose sheet is declared far smaller than it is.
func lying(t testing.TB) []byte {
	t.Helper()
	data := crafted(t, map[string]string{sheet1: ""}, part{name: sheet1, body: hostileRows(1, strings.Repeat(" ", 30<<20))})
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		h := f.FileHeader
		if f.Name == sheet1 {
			h.UncompressedSize64 = 100
		}
		raw, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		to, err := w.CreateRaw(&h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(to, raw); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
