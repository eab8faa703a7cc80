package paper

import (
	"fmt"
	"math"
	"strings"
)

// wordStyle is one paragraph style.
type wordStyle struct {
	id, name, font string
	size           float64
	para           string // further paragraph properties, in the order the format asks for
	char           string // further character properties
}

const noIndent = `<w:ind w:firstLineChars="0" w:firstLine="0"/>`

// wordStyles are the styles of a paper, named as Word names them where it has a name, so that a clerk finds them.
func wordStyles() string {
	exact := func(points float64) string {
		return fmt.Sprintf(`<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>`, int(points*20))
	}
	free := `<w:snapToGrid w:val="0"/>`
	indent := fmt.Sprintf(`<w:ind w:firstLineChars="200" w:firstLine="%d"/>`, twips(sizeThree)*2)
	cell := free + fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d" w:line="%d" w:lineRule="exact"/>`, twips(cellPadding), twips(cellPadding), twips(tablePitch))
	redLine := fmt.Sprintf(`<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="%.0f" w:color="%s"/></w:pBdr>`, ruleDrop, red)
	// closer takes off every 三号 character what makes a line hold its number; in twentieths of a point, never too little.
	closer := fmt.Sprintf(`<w:spacing w:val="%d"/>`, int(math.Floor((charPitch-sizeThree)*20)))
	colour := `<w:color w:val="` + red + `"/>`
	var b strings.Builder
	b.WriteString(`<w:styles ` + wordSpaces + `><w:docDefaults><w:rPrDefault><w:rPr>` + fontsOf(wordFang) + sized(sizeThree) +
		`<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	for _, s := range []wordStyle{
		{"Normal", "Normal", wordFang, sizeThree, `<w:overflowPunct w:val="0"/>` + exact(linePitch) + `<w:jc w:val="both"/>`, closer},
		{"BodyText", "Body Text", wordFang, sizeThree, indent, closer},
		{"Title", "Title", wordSong, sizeTwo, free + exact(titlePitch) + `<w:jc w:val="center"/>`, ""},
		{"Under", "Subtitle", wordKai, sizeThree, `<w:jc w:val="center"/>`, ""},
		{"Heading1", "heading 1", wordHei, sizeThree, `<w:keepNext/>` + indent + `<w:outlineLvl w:val="0"/>`, closer},
		{"Heading2", "heading 2", wordKai, sizeThree, `<w:keepNext/>` + indent + `<w:outlineLvl w:val="1"/>`, closer},
		{"Salutation", "Salutation", wordFang, sizeThree, noIndent, closer},
		{"Caption", "caption", wordHei, sizeSmallFour, `<w:keepNext/>` + free + `<w:spacing w:before="120" w:after="0" w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>`, ""},
		{"Unit", "Unit", wordFang, sizeFive, `<w:keepNext/>` + free + exact(tablePitch+2) + `<w:jc w:val="right"/>`, ""},
		{"TableText", "Table Text", wordFang, sizeFive, cell, ""},
		{"TableHead", "Table Head", wordHei, sizeFive, cell, ""},
		{"TableTotal", "Table Total", wordFang, sizeFive, cell, `<w:b/>`},
		{"Joint", "Joint", wordFang, 1, free + exact(jointHeight), ""},
		{"PaperNumber", "Paper Number", wordFang, sizeThree, `<w:jc w:val="center"/>`, ""},
		{"RedHead", "Red Head", wordSong, headMost, free + `<w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/><w:jc w:val="distribute"/>`, colour},
		{"RedNumber", "Red Number", wordFang, sizeThree, redLine + `<w:jc w:val="center"/>`, ""},
		{"Mark", "header", wordHei, sizeFour, free + `<w:jc w:val="right"/>`, ""},
		{"FooterOdd", "footer", wordPage, sizeFour, free + `<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>`, ""},
		{"FooterEven", "Footer Even", wordPage, sizeFour, free + `<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>`, ""},
		{"Colophon", "Colophon", wordFang, sizeFour, free + `<w:spacing w:before="40" w:after="40" w:line="440" w:lineRule="exact"/>`, ""},
	} {
		b.WriteString(s.xml())
	}
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>` +
		`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&b, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>`, side)
	}
	b.WriteString(`</w:tblBorders></w:tblPr></w:style></w:styles>`)
	return b.String()
}

func (s wordStyle) xml() string {
	first, based := "", `<w:basedOn w:val="Normal"/>`
	if s.id == "Normal" {
		first, based = ` w:default="1"`, ""
	}
	return fmt.Sprintf(`<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>%s<w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s%s%s</w:rPr></w:style>`,
		first, s.id, s.name, based, s.para, fontsOf(s.font), s.char, sized(s.size))
}

// fontsOf sets one typeface for all scripts: figures and letters of a paper are those of its Chinese face.
func fontsOf(name string) string {
	return fmt.Sprintf(`<w:rFonts w:hint="eastAsia" w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s" w:cs="%s"/>`, name, name, name, name)
}

// sized is a size in half points.
func sized(points float64) string {
	return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, int(points*2), int(points*2))
}
