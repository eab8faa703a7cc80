package paper

import (
	"fmt"
	"strings"
)

// The parts of a Word document that are the same in every paper.
const (
	wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

	wordTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
		`<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
		`<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

	wordRoot = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

	wordLinks = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>` +
		`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>` +
		`<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>` +
		`<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>` +
		`<Relationship Id="rId6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/></Relationships>`

	// Pages face each other: the 订口 is on the left of odd pages and on the right of even ones, and so are the page numbers' places.
	wordSettings = `<w:settings ` + wordSpaces + `><w:mirrorMargins/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`
)

// sect is the page setup of a section. A page turned across keeps the type area: what was its top is now its right.
func sect(wide bool) string {
	refs := `<w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="even" r:id="rId4"/>` +
		`<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="even" r:id="rId6"/>`
	size, top, right, bottom, left := fmt.Sprintf(`w:w="%d" w:h="%d"`, twips(pageWidth), twips(pageHeight)), topMargin, outerMargin, footMargin, innerMargin
	if wide {
		size = fmt.Sprintf(`w:w="%d" w:h="%d" w:orient="landscape"`, twips(pageHeight), twips(pageWidth))
		top, right, bottom, left = innerMargin, topMargin, outerMargin, footMargin
	}
	foot := bottom - numberDrop - sizeFour
	return fmt.Sprintf(`<w:sectPr>%s<w:pgSz %s/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`+
		`<w:docGrid w:type="lines" w:linePitch="%d"/></w:sectPr>`,
		refs, size, twips(top), twips(right), twips(bottom), twips(left), twips(min(markDrop, top-sizeFour)), twips(foot), twips(linePitch)-1)
}

// core is the document's properties: its title alone.
func (w *word) core() string {
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` +
		escaped(oneLine(w.paper.Title)) + `</dc:title></cp:coreProperties>`
}

// header is the mark in the upper margin.
func (w *word) header() string {
	mark := ""
	if w.paper.Mark != "" {
		mark = run(oneLine(w.paper.Mark))
	}
	return `<w:hdr ` + wordSpaces + `><w:p><w:pPr><w:pStyle w:val="Mark"/></w:pPr>` + mark + `</w:p></w:hdr>`
}

// pageNumber is a footer: "— 1 —".
func pageNumber(style string) string {
	return `<w:ftr ` + wordSpaces + `><w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + run("— ") +
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
		run("1") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run(" —") + `</w:p></w:ftr>`
}

// The typefaces of an office PC, and what else it may have under their names.
const (
	wordSong = "方正小标宋简体"
	wordFang = "仿宋_GB2312"
	wordKai  = "楷体_GB2312"
	wordHei  = "黑体"
	wordPage = "宋体"
)

func wordFonts() string {
	var b strings.Builder
	b.WriteString(`<w:fonts ` + wordSpaces + `>`)
	for _, f := range []struct{ name, others, family string }{
		{wordFang, "仿宋,FangSong,华文仿宋", "modern"}, {wordSong, "方正小标宋_GBK,华文中宋,宋体", "script"}, {wordKai, "楷体,KaiTi,华文楷体", "modern"},
		{wordHei, "SimHei,华文黑体", "modern"}, {wordPage, "SimSun", "auto"},
	} {
		fmt.Fprintf(&b, `<w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/><w:family w:val="%s"/><w:pitch w:val="variable"/></w:font>`, f.name, f.others, f.family)
	}
	b.WriteString(`</w:fonts>`)
	return b.String()
}
