package report

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// The bounds of a project table as it is sent. How many projects a batch admits is the policy pack's business.
const (
	MostTableBytes    = 8 << 20
	mostTableUnpacked = 32 << 20
	mostTableColumns  = 200
	mostTableRows     = 10_000
)

// ProjectsRead is what a table says: the projects in its order, and what was put right or left out on the way.
type ProjectsRead struct {
	Projects []proposal.Project
	Notes    []fault.Place
}

// ReadProjects reads a 项目表 over the draft it belongs to, which gives names their codes and keeps what a cell cannot hold. Errors: TooLarge,
// Unsupported (no workbook, or one that is not opened), Invalid (no such table, and every wrong cell by its name).
func ReadProjects(data []byte, draft *proposal.Proposal) (ProjectsRead, error) {
	if len(data) > MostTableBytes {
		return ProjectsRead{}, fault.New(fault.TooLarge, "项目表过大(超过 %d MB),请删去图片等无关内容,使用下载的项目表填写", MostTableBytes>>20)
	}
	book, err := openStranger(data, mostTableUnpacked, tableSheet)
	if err != nil {
		return ProjectsRead{}, err
	}
	sheets := slices.DeleteFunc(slices.Clone(book.sheets), func(s foreignSheet) bool { return s.hidden || s.name == guideSheet })
	slices.SortStableFunc(sheets, func(a, b foreignSheet) int { return headRank(a) - headRank(b) })
	for _, sheet := range sheets {
		t := &tableReading{book: book, sheet: sheet, draft: draft, words: wordsOf(draft), sums: make([]int64, len(projectTable)), drafted: map[string]*proposal.Project{}}
		for i := range draft.Projects {
			t.drafted[draft.Projects[i].ID] = &draft.Projects[i]
		}
		if err := t.read(); !errors.Is(err, errNoHead) {
			return ProjectsRead{t.projects, t.notes.places()}, err
		}
	}
	return ProjectsRead{}, fault.New(fault.Invalid, "文件中没有找到项目表:应有一行表头,写明“项目编号”“项目名称”“总投资”等列。请使用从本系统下载的项目表填写")
}

// headRank puts the sheet of our own name first.
func headRank(s foreignSheet) int {
	if s.name == tableSheet {
		return 0
	}
	return 1
}

var errNoHead = errors.New("no headings in this sheet")

// tableReading is one sheet being read.
type tableReading struct {
	book     *stranger
	sheet    foreignSheet
	draft    *proposal.Proposal
	drafted  map[string]*proposal.Project
	words    *tableWords
	head     tableHead
	column   map[int]int  // of the sheet → of projectTable
	waiting  []foreignRow // rows before the headings are known
	ready    bool
	projects []proposal.Project
	rows     []int  // the sheet's row of each project
	guessed  []bool // whose number was found by its name
	hidden   []string
	sums     []int64 // of each column, as the projects give them
	totals   []foreignRow
	wrongs   spots
	notes    spots
}

func (t *tableReading) read() error {
	merged, err := t.book.rows(t.sheet, t.take)
	if err == nil && !t.ready {
		err = t.begin()
	}
	if err != nil {
		return err
	}
	if len(t.projects) == 0 && t.wrongs.count == 0 {
		return fault.New(fault.Invalid, "‘%s’表中没有项目。导入以表中的项目替换全部项目,空表不能导入;要删除项目请在项目清单中逐个删除", t.sheet.name)
	}
	t.unmerged(merged)
	t.number()
	t.judge()
	t.compare()
	if len(t.hidden) > 0 {
		t.notes.add(t.sheet.name, "第 "+strings.Join(t.hidden, "、")+" 行是隐藏行,也已读入")
	}
	message := "项目表有 " + strconv.Itoa(t.wrongs.count) + " 处需要改正,全部改好后再导入"
	if t.wrongs.count == 1 {
		message = t.wrongs.list[0].Message
	}
	return fault.At(message, t.wrongs.places())
}

// take is given the filled rows as they come.
func (t *tableReading) take(row foreignRow) error {
	if far := row.cells[len(row.cells)-1]; far.column > mostTableColumns {
		return fault.At("表格超出可以导入的范围", []fault.Place{{Location: t.sheet.name + "!" + cellName(far.column, row.number),
			Message: "‘" + t.sheet.name + "’表 " + cellName(far.column, row.number) + " 还有内容,请删去表格以外的内容"}})
	}
	t.disarm(row)
	if t.ready {
		return t.row(row)
	}
	row.cells = slices.Clone(row.cells)
	if t.waiting = append(t.waiting, row); len(t.waiting) < headRows {
		return nil
	}
	return t.begin()
}

// disarm refuses commands wherever they stand, titles and notes included.
func (t *tableReading) disarm(row foreignRow) {
	for i := range row.cells {
		c := &row.cells[i]
		if !c.command && (c.kind != textCell || !calls(c.text)) {
			continue
		}
		r := &rowReading{tableReading: t, row: row.number, at: c.column, cell: *c}
		if n, known := t.column[c.column]; known {
			r.column = &projectTable[n]
		}
		r.wrong("含有调用其他程序的命令,不能导入,请删去")
		*c = foreignCell{column: c.column}
	}
}

// begin finds the headings and goes through the rows that waited.
func (t *tableReading) begin() error {
	var found bool
	if t.head, found = findHead(t.waiting, t.sheet.name); !found {
		return errNoHead
	}
	t.ready = true
	if missing := t.head.missing(); len(missing) > 0 {
		return fault.New(fault.Invalid, "‘%s’表缺少这些列:%s。请补上后再导入,或使用从本系统下载的项目表填写", t.sheet.name, strings.Join(missing, "、"))
	}
	if err := fault.At("项目表的列有重复", t.head.twice); err != nil {
		return err
	}
	for _, note := range t.head.strange {
		t.notes.add(note.Location, note.Message)
	}
	t.column = map[int]int{}
	for i, c := range projectTable {
		if at := t.head.columns[i]; at != 0 {
			t.column[at] = i
		} else if c.field != "" {
			t.notes.add(t.sheet.name, "表中没有“"+c.title()+"”列:已有的项目保留原内容,新项目留空")
		}
	}
	for _, row := range t.waiting {
		if row.number > t.head.last {
			if err := t.row(row); err != nil {
				return err
			}
		}
	}
	t.waiting = nil
	return nil
}

// Rows that are no projects.
var (
	totalRow = regexp.MustCompile(`^(合|总|小)\s*计`)
	noteRow  = regexp.MustCompile(`^(注|备注|说明|填表|填报|审核|复核|制表|负责人|单位负责人|联系人|联系电话|电话|日期|单位)`)
)

// row tells projects from totals and notes.
func (t *tableReading) row(row foreignRow) error {
	first, filled := "", 0
	for _, c := range row.cells {
		text := strings.TrimSpace(c.text)
		if c.formula || !vacant(text) {
			filled++
		}
		if first == "" {
			first = text
		}
	}
	const fewer = 4
	numbered, named := t.holds(row, fieldID), t.holds(row, fieldName)
	switch {
	case filled == 0:
		return nil
	case totalRow.MatchString(first) && !numbered:
		if !strings.HasPrefix(first, "小") {
			t.totals = append(t.totals, foreignRow{number: row.number, cells: slices.Clone(row.cells)})
		}
		return nil
	case filled < fewer && noteRow.MatchString(first), filled == 1 && !numbered && !named:
		return nil // a remark, or a row of which only the running number is there
	case len(t.projects) == mostTableRows:
		return fault.New(fault.TooLarge, "‘%s’表超过 %d 行,请检查是否重复粘贴", t.sheet.name, mostTableRows)
	}
	if row.hidden && len(t.hidden) < mostSpots {
		t.hidden = append(t.hidden, strconv.Itoa(row.number))
	}
	t.project(row)
	return nil
}

// holds reports whether a row has something in the column of a field.
func (t *tableReading) holds(row foreignRow, field string) bool {
	i := slices.IndexFunc(projectTable, func(c tableColumn) bool { return c.field == field })
	return !vacant(row.at(t.head.columns[i]).text)
}
