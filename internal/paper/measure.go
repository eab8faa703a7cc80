package paper

// The measures of GB/T 9704-2012, in points.
const (
	mm = 72 / 25.4

	pageWidth    = 210 * mm // A4
	pageHeight   = 297 * mm
	topMargin    = 37 * mm                             // 天头
	innerMargin  = 28 * mm                             // 订口
	typeWidth    = 156 * mm                            // 版心
	typeHeight   = 225 * mm                            //
	outerMargin  = pageWidth - innerMargin - typeWidth // 切口
	footMargin   = pageHeight - topMargin - typeHeight // 地脚
	linesOnPage  = 22                                  // lines of a page
	charsOnLine  = 28                                  // characters of a line
	linePitch    = typeHeight / linesOnPage            //
	charPitch    = typeWidth / charsOnLine             //
	titleColumns = 40                                  // of 二号 in a line, Chinese characters counting two
)

// The sizes of type, in points.
const (
	sizeTwo       = 22.0 // 二号: the title
	sizeThree     = 16.0 // 三号: the body
	sizeFour      = 14.0 // 四号: page numbers, 版记
	sizeSmallFour = 12.0 // 小四: captions
	sizeFive      = 10.5 // 五号: tables
)

// The distances of the heads and feet.
const (
	headDrop    = 35 * mm       // from the top of the type area to the 发文机关标志
	ruleDrop    = 4 * mm        // from the 发文字号 to the red line
	numberDrop  = 7 * mm        // from the bottom of the type area to the page number
	markDrop    = 20 * mm       // from the edge of the sheet to the mark
	titlePitch  = 35.0          // line to line in a title
	tablePitch  = 15.0          // line to line in a table
	cellMargin  = 3.0           // beside the text of a cell
	cellPadding = 2.5           // over and under it
	jointHeight = 8.0           // between a table and what follows it
	tableStart  = 5 * linePitch // a table's caption, heading and first rows
	headMost    = 48.0          // largest type of a 发文机关标志
)

// red is the colour of the 红头, and nothing else is coloured.
const red = "FF0000"
