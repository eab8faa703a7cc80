package api_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"

	"xianjie/internal/office"
)

const bookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// importTable brings a project table back; query is "" or "?dryRun=true".
func (c *county) importTable(p *person, query string, book []byte, tag string, headers ...string) *reply {
	c.w.t.Helper()
	return p.stream("POST", c.path()+"/projects.xlsx"+query, bytes.NewReader(book), append([]string{"Content-Type", bookType, "If-Match", tag}, headers...)...)
}

// table is the project table as a person gets it.
func (c *county) table(p *person, query string) []byte {
	c.w.t.Helper()
	return p.get(c.path() + "/projects.xlsx" + query).want(200).body
}

// aProject is a row of the template filled in as a clerk would.
func aProject(id, name string) map[string]any {
	return map[string]any{"B6": id, "C6": name, "D6": "产业发展", "E6": "INDUSTRY_DEVELOPMENT", "F6": "生产项目", "H6": "下袁楼", "I6": "新建", "J6": "直接实施", "K6": "建设服务类",
		"M6": "2023年3月", "N6": "2023.11.30", "O6": "１００万元", "P6": 60, "S6": "40", "T6": "四好农村路", "Y6": "120户", "Z6": 300}
}

func TestATemplateIsFilledInPreviewedAndImported(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		template := c.table(c.filer, "?template=true")
		if whole := c.table(c.filer, ""); len(whole) <= len(template) {
			t.Errorf("the table with projects has %d bytes, the template %d", len(whole), len(template))
		}
		book := office.Fill(t, template, "项目表", aProject("P01", "改名的示范基地"))
		tag, heads := c.version(c.filer), w.heads()
		preview := c.importTable(c.filer, "?dryRun=true", book, tag, "Idempotency-Key", "k1").want(200)
		kinds := map[string]int{}
		for i := range preview.count("projects") {
			kinds[preview.text("projects."+strconv.Itoa(i)+".kind")]++
		}
		if preview.text("projects.0.kind") != "CHANGED" || kinds["REMOVED"] != len(c.doc.Projects)-1 || preview.at("preview") != true {
			t.Errorf("previewed %v: %s", kinds, clip(preview.body))
		}
		said := string(preview.body)
		for _, want := range []string{`项目 P01“改名的示范基地”：项目名称 前戚家沟村苹果标准化种植示范基地项目 → 改名的示范基地`, "项目表!O6", "按 100 万元读取", "只写了年月，按 2023-03-01 读取", `"rule"`} {
			if !strings.Contains(said, want) {
				t.Errorf("the preview does not say %q", want)
			}
		}
		if w.heads() != heads || c.version(c.filer) != tag {
			t.Error("a preview left a trace")
		}
		done := c.importTable(c.filer, "", book, tag, "Idempotency-Key", "k1").want(200)
		if done.at("preview") != false || done.tag() == tag || jsonText(t, done.at("findings")) != jsonText(t, preview.at("findings")) || done.count("changed") == 0 {
			t.Errorf("imported: %s", clip(done.body))
		}
		again := c.importTable(c.filer, "", book, tag, "Idempotency-Key", "k1").want(200)
		if !bytes.Equal(again.body, done.body) || again.header.Get("Idempotency-Replayed") != "true" {
			t.Errorf("sent twice: %s", clip(again.body))
		}
		rows := c.filer.get(c.path() + "/projects").want(200)
		if rows.count("items") != 1 {
			t.Errorf("%d projects are kept", rows.count("items"))
		}
		p := c.filer.get(c.path() + "/projects/P01").want(200)
		if p.text("name") != "改名的示范基地" || p.text("startDate") != "2023-03-01" || p.text("villageCodes.0") != "370686901201" || p.text("funds.1.integratedItemId") != "INT01" ||
			jsonText(t, p.at("totalInvestment")) != "100" {
			t.Errorf("kept: %s", clip(p.body))
		}
		checks := c.filer.send("POST", c.path()+"/checks", "").want(200)
		if jsonText(t, checks.at("findings")) != jsonText(t, done.at("findings")) {
			t.Error("a check after the import finds something else than the import said")
		}
		// What is exported comes back without a change.
		same := c.importTable(c.filer, "?dryRun=true", c.table(c.filer, ""), done.tag()).want(200)
		if same.text("projects.0.kind") != "UNCHANGED" || same.count("changed") != 0 || same.count("warnings") != 0 || same.at("reordered") != false {
			t.Errorf("unchanged: %s", clip(same.body))
		}
	})
}

func TestAnImportIsRefusedWhereOtherSavesAre(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		book, tag := c.table(c.filer, ""), c.version(c.filer)
		for _, query := range []string{"", "?dryRun=true"} {
			c.importTable(c.filer, query, book, `"1"`).refused(412, "stale")
			c.filer.stream("POST", c.path()+"/projects.xlsx"+query, bytes.NewReader(book), "Content-Type", bookType).refused(428, "precondition_required")
			c.importTable(w.as("county_filer", "370832"), query, book, tag).refused(404, "not_found")
			c.importTable(w.as("auditor", "370600"), query, book, tag).refused(403, "forbidden")
			c.importTable(c.filer, query, []byte("PK"), tag).refused(415, "unsupported")
			c.importTable(c.filer, query, make([]byte, 9<<20), tag).refused(413, "too_large")
			c.filer.send("POST", c.path()+"/projects.xlsx"+query, "{}", "If-Match", tag).refused(415, "unsupported")
			wrong := c.importTable(c.filer, query, office.Fill(t, book, "项目表", map[string]any{"O6": "659元", "H7": "孔家村", "M8": "明年"}), tag).refused(422, "invalid")
			if got := jsonText(t, wrong.at("errors")); wrong.count("errors") != 3 || !strings.Contains(got, "项目表!O6") || !strings.Contains(got, "项目表!H7") || !strings.Contains(got, "项目表!M8") {
				t.Errorf("wrong cells: %s", got)
			}
		}
		w.as("county_filer", "370832").get(c.path()+"/projects.xlsx").refused(404, "not_found")
		c.reviewer.get(c.path()+"/projects.xlsx").refused(404, "not_found") // nothing was handed in yet
		if c.version(c.filer) != tag {
			t.Error("a refused import was saved")
		}
		c.submit()
		for _, query := range []string{"", "?dryRun=true"} {
			c.importTable(c.filer, query, book, c.version(c.filer)).refused(409, "refused")
		}
		c.reviewer.get(c.path() + "/projects.xlsx").want(200)
	})
}

func TestAReturnSlipOpensOnlyWhatItNames(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		w.at("2022-11-29T10:20:00+08:00")
		c := w.draft("A01").desks().submit()
		c.act(c.reviewer, `{"action":"accept"}`).want(200)
		c.act(c.reviewer, `{"action":"return","opinion":"请核对资金","items":[{"section":"projects","row":"P03","fields":["funds","totalInvestment"]}]}`).want(200)
		sent := c.table(c.reviewer, "")
		book, tag := c.table(c.filer, ""), c.version(c.filer)
		row := map[string]any{"O8": 777, "P8": 221} // P03: ten more
		for _, query := range []string{"?dryRun=true", ""} {
			c.importTable(c.filer, query, office.Fill(t, book, "项目表", map[string]any{"O8": 777, "P8": 221, "C6": "别的名称"}), tag).refused(409, "refused")
			r := c.importTable(c.filer, query, office.Fill(t, book, "项目表", map[string]any{"C8": "别的名称"}), tag).refused(409, "refused")
			if got := jsonText(t, r.at("errors")); !strings.Contains(got, "项目 P03") || !strings.Contains(got, "项目名称") {
				t.Errorf("the refusal does not name the place: %s", got)
			}
			c.importTable(c.filer, query, office.Fill(t, book, "项目表", map[string]any{"B33": "P99", "C33": "新增的项目"}), tag).refused(409, "refused")
		}
		done := c.importTable(c.filer, "", office.Fill(t, book, "项目表", row), tag).want(200)
		if done.at("reordered") != false || done.text("projects.2.kind") != "CHANGED" {
			t.Errorf("imported: %s", clip(done.body))
		}
		if !bytes.Equal(cellsOf(t, c.table(c.reviewer, "")), cellsOf(t, sent)) || bytes.Equal(cellsOf(t, c.table(c.filer, "")), cellsOf(t, sent)) {
			t.Error("the city is to see what was handed in, the county its draft")
		}
	})
}

// TestOnAReturnedDraftTheOrderStays: projects are not moved about while only some places are open.
func TestOnAReturnedDraftTheOrderStays(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		swapped := func(book []byte) []byte {
			return office.Fill(t, book, "项目表", map[string]any{"B6": "P02", "B7": "P01"})
		}
		r := c.importTable(c.filer, "?dryRun=true", swapped(c.table(c.filer, "")), c.version(c.filer)).want(200)
		if r.at("reordered") != true {
			t.Errorf("a draft: %s", clip(r.body))
		}
		w.at("2022-11-29T10:20:00+08:00")
		c.submit()
		c.act(c.reviewer, `{"action":"accept"}`).want(200)
		c.act(c.reviewer, openSections([]string{"projects"})).want(200)
		r = c.importTable(c.filer, "", swapped(c.table(c.filer, "")), c.version(c.filer)).want(200)
		if r.at("reordered") != false || r.text("projects.0.id") != "P01" {
			t.Errorf("a returned draft: %s", clip(r.body))
		}
	})
}

// cellsOf is the first sheet of a workbook: what it says, without when it was made.
func cellsOf(t *testing.T, book []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	must(t, err)
	f, err := z.Open("xl/worksheets/sheet1.xml")
	must(t, err)
	text, err := io.ReadAll(f)
	must(t, err)
	return text
}
