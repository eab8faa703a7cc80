package api_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/office"
	"xianjie/policy"
	"xianjie/workflow"
)

// TestPageExcelAPIAndSQLTotalsAgree plays random entries and holds every place a total is shown against every other, to the 分.
func TestPageExcelAPIAndSQLTotalsAgree(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		w.awarded(c)
		m := c.money()
		dice := rand.New(rand.NewPCG(20230110, uint64(len(t.Name()))))
		for round := range 3 {
			for i := range 60 {
				m.random(dice, fmt.Sprintf("%d-%d", round, i))
			}
			api := layersIn(t, m.treasury.get("/funds/lines?application="+c.id).want(200), "total")
			for name, got := range map[string]funds.Amounts{
				"the summary by county":          layersIn(t, m.treasury.get("/funds/summary?by=county").want(200), "items.0.total"),
				"the summary by project":         m.summed(t, "project"),
				"the summary by level":           m.byLevel(t),
				"SQL":                            w.sqlTotal(t, c.id),
				"the matrix (Excel)":             bookRow(t, m.treasury.get("/funds/matrix.xlsx?application="+c.id).want(200), "合计"),
				"the matrix (PDF)":               pdfRow(t, m.treasury.get("/funds/matrix.pdf?application="+c.id).want(200), "合计"),
				"the entries recounted":          m.recounted(t, api),
				"the sum of lines over the page": m.lines(t),
			} {
				if got != api {
					t.Errorf("round %d, %s: %+v, the API says %+v", round, name, got, api)
				}
			}
			if round == 2 && api.Spent == 0 || api.Spent > api.Disbursed || api.Disbursed > api.Allocated {
				t.Errorf("round %d came to nothing or too much: %+v", round, api)
			}
		}
		w.healthyMoney()
	})
}

// random enters one thing that may or may not be possible; what is refused changes nothing.
func (m *treasury) random(dice *rand.Rand, key string) {
	m.w.t.Helper()
	project := m.doc.Projects[dice.IntN(3)]
	fund := project.Funds[dice.IntN(len(project.Funds))]
	line, level, who := string(fund.Source), "", m.treasury
	switch line {
	case "LINKAGE_PROV_UP":
		level, who = []string{"CENTRAL", "PROVINCE"}[dice.IntN(2)], m.province
	case "LINKAGE_CITY":
		level, who = "CITY", m.city
	case "LINKAGE_COUNTY":
		level = "COUNTY"
	case "INTEGRATED":
		return
	}
	kind := []string{"ALLOCATE", "ALLOCATE", "ALLOCATE", "DISBURSE", "DISBURSE", "SPEND", "SPEND", "REFUND", "GIVE_BACK", "RECALL"}[dice.IntN(10)]
	if kind != "ALLOCATE" && kind != "RECALL" {
		who = m.treasury
	}
	most := map[string]int64{"ALLOCATE": 3, "DISBURSE": 12, "SPEND": 40, "REFUND": 90, "GIVE_BACK": 90, "RECALL": 30}[kind]
	amount := money.Fen(dice.Int64N(int64(fund.Amount)/most) + 1)
	body := m.entry(key, kind, line, level, "2023-01-09", nil, map[string]any{"parts": []map[string]any{{"project": project.ID, "amount": json.Number(amount.String())}}})
	r := who.enter(body)
	if r.status != http.StatusCreated && r.status != http.StatusConflict {
		m.w.t.Fatalf("%s: %d %s", body, r.status, clip(r.body))
	}
	if r.status == http.StatusCreated && r.text("state") == "PENDING" && dice.IntN(3) > 0 {
		second := m.treasury2
		if kind == "ALLOCATE" || kind == "RECALL" {
			second = map[*person]*person{m.province: m.province2, m.city: m.w.second("city_finance", m.doc.City.Code), m.treasury: m.treasury2}[who]
		}
		second.send("POST", "/funds/entries/"+r.text("id")+"/actions", `{"action":"confirm"}`).want(200)
	}
}

// layersIn reads five layers out of an answer, exactly.
func layersIn(t *testing.T, r *reply, path string) funds.Amounts {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(r.body))
	d.UseNumber()
	var whole any
	must(t, d.Decode(&whole))
	for _, step := range strings.Split(path, ".") {
		if i, err := strconv.Atoi(step); err == nil {
			whole = whole.([]any)[i]
			continue
		}
		whole = whole.(map[string]any)[step]
	}
	return layersAt(t, whole)
}

func layersAt(t *testing.T, at any) funds.Amounts {
	t.Helper()
	of := func(name string) money.Fen {
		f, err := money.ParseWan(at.(map[string]any)[name].(json.Number).String())
		must(t, err)
		return f
	}
	return funds.Amounts{Planned: of("planned"), Committed: of("committed"), Allocated: of("allocated"), Disbursed: of("disbursed"), Spent: of("spent")}
}

// summed adds the deepest rows of a summary up.
func (m *treasury) summed(t *testing.T, depth string) funds.Amounts {
	t.Helper()
	r := m.treasury.get("/funds/summary?by=" + depth).want(200)
	var sum funds.Amounts
	for i := range r.count("items") {
		at := "items." + strconv.Itoa(i)
		if r.text(at+".depth") == depth {
			sum = sum.Plus(layersIn(t, r, at+".total"))
		}
	}
	return sum
}

// byLevel adds the levels of the first row of a summary up, and holds what is planned undivided apart.
func (m *treasury) byLevel(t *testing.T) funds.Amounts {
	t.Helper()
	r := m.treasury.get("/funds/summary?by=city").want(200)
	var sum funds.Amounts
	for level := range r.at("items.0.levels").(map[string]any) {
		sum = sum.Plus(layersIn(t, r, "items.0.levels."+level))
	}
	provUp := layersIn(t, r, "items.0.columns.LINKAGE_PROV_UP")
	if undivided := layersIn(t, r, "items.0.levels.UNDIVIDED"); undivided.Planned != provUp.Planned || undivided.Allocated != 0 {
		t.Errorf("undivided are %+v of %+v", undivided, provUp)
	}
	return sum
}

func (m *treasury) lines(t *testing.T) funds.Amounts {
	t.Helper()
	r := m.treasury.get("/funds/lines?application=" + m.id).want(200)
	var sum funds.Amounts
	for i := range r.count("lines") {
		sum = sum.Plus(layersIn(t, r, "lines."+strconv.Itoa(i)))
	}
	return sum
}

// recounted adds every posted entry of the ledger up, page by page; what is planned and committed is not in the ledger.
func (m *treasury) recounted(t *testing.T, as funds.Amounts) funds.Amounts {
	t.Helper()
	sum := funds.Amounts{Planned: as.Planned, Committed: as.Committed}
	for page := 1; ; page++ {
		r := m.treasury.get(fmt.Sprintf("/funds/entries?state=POSTED&pageSize=20&page=%d", page)).want(200)
		var list struct {
			Items []struct {
				Layer  string
				Adds   bool
				Amount json.Number
			}
		}
		must(t, json.Unmarshal(r.body, &list))
		for _, e := range list.Items {
			f, err := money.ParseWan(e.Amount.String())
			must(t, err)
			if !e.Adds {
				f = -f
			}
			switch e.Layer {
			case "ALLOCATED":
				sum.Allocated += f
			case "DISBURSED":
				sum.Disbursed += f
			case "SPENT":
				sum.Spent += f
			}
		}
		if page*20 >= r.number("total") {
			return sum
		}
	}
}

func (w *world) sqlTotal(t *testing.T, id string) funds.Amounts {
	t.Helper()
	sums, err := w.store.FundSums(t.Context(), workflow.FundQuery{ApplicationID: id, Sight: workflow.Sight{Windows: []workflow.Window{{Region: policy.Root().Code}}}})
	must(t, err)
	var sum funds.Amounts
	for _, s := range sums {
		sum = sum.Plus(s.Amounts)
	}
	return sum
}

// bookRow is the first five amounts of a row of the first sheet of a workbook, found by the text that begins it.
func bookRow(t *testing.T, r *reply, first string) funds.Amounts {
	t.Helper()
	for _, row := range bookRows(t, r.body) {
		if len(row) == 0 || row[0] != first {
			continue
		}
		var found []money.Fen
		for _, cell := range row[1:] {
			if f, err := money.ParseWan(cell); err == nil && len(found) < 5 {
				found = append(found, f)
			}
		}
		if len(found) == 5 {
			return funds.Amounts{Planned: found[0], Committed: found[1], Allocated: found[2], Disbursed: found[3], Spent: found[4]}
		}
	}
	t.Fatalf("the workbook has no row %s", first)
	return funds.Amounts{}
}

// pdfRow are the amounts of a printed row.
func pdfRow(t *testing.T, r *reply, first string) funds.Amounts {
	t.Helper()
	file := filepath.Join(t.TempDir(), "matrix.pdf")
	must(t, os.WriteFile(file, r.body, 0o600))
	for line := range strings.Lines(office.Text(t, file)) {
		words := strings.Fields(line)
		if len(words) != 6 || words[0] != first {
			continue
		}
		var found [5]money.Fen
		for i, word := range words[1:] {
			f, err := money.ParseWan(strings.ReplaceAll(word, ",", ""))
			must(t, err)
			found[i] = f
		}
		return funds.Amounts{Planned: found[0], Committed: found[1], Allocated: found[2], Disbursed: found[3], Spent: found[4]}
	}
	t.Fatalf("the paper has no row %s", first)
	return funds.Amounts{}
}

// bookRows are the cells of the first sheet as they are written, texts and numbers alike; no library that might mend them.
func bookRows(t *testing.T, data []byte) [][]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	f, err := z.Open("xl/worksheets/sheet1.xml")
	must(t, err)
	defer f.Close() //nolint:errcheck // read only
	var sheet struct {
		Rows []struct {
			Cells []struct {
				Value string `xml:"v"`
				Text  string `xml:"is>t"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
	}
	must(t, xml.NewDecoder(f).Decode(&sheet))
	out := make([][]string, len(sheet.Rows))
	for i, row := range sheet.Rows {
		for _, c := range row.Cells {
			out[i] = append(out[i], c.Value+c.Text)
		}
	}
	return out
}
