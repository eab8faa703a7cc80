package api_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"
)

// tableOf is the first sheet of a workbook, a line for each row, cells apart by "|".
func tableOf(t *testing.T, r *reply) []string {
	t.Helper()
	if got := r.header.Get("Content-Type"); got != "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" || r.header.Get("Cache-Control") != "private, no-store" {
		t.Errorf("headers: %v", r.header)
	}
	book, err := zip.NewReader(bytes.NewReader(r.body), int64(len(r.body)))
	must(t, err)
	file, err := book.Open("xl/worksheets/sheet1.xml")
	must(t, err)
	text, err := io.ReadAll(file)
	must(t, err)
	var sheet struct {
		Rows []struct {
			Cells []struct {
				Number  string  `xml:"v"`
				Text    string  `xml:"is>t"`
				Formula *string `xml:"f"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
	}
	must(t, xml.Unmarshal(text, &sheet))
	var lines []string
	for _, row := range sheet.Rows {
		var cells []string
		for _, c := range row.Cells {
			if c.Formula != nil {
				t.Errorf("a formula: %s", *c.Formula)
			}
			cells = append(cells, c.Number+c.Text)
		}
		lines = append(lines, strings.Join(cells, "|"))
	}
	return lines
}

// says reports whether a line has all the texts.
func says(lines []string, texts ...string) bool {
	for _, l := range lines {
		all := true
		for _, text := range texts {
			all = all && strings.Contains(l, text)
		}
		if all {
			return true
		}
	}
	return false
}

func TestListsAreTakenAwayAsWorkbooks(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		w.at("2022-11-29T10:20:00+08:00")
		a, b := w.draft("A01").desks(), w.draft("A02").desks()
		w.as("county_finance", a.doc.County.Code).send("POST", a.path()+"/confirmations", `{"line":"LINKAGE_COUNTY"}`).want(201)
		a.submit()
		a.act(a.reviewer, `{"action":"accept"}`).want(200)
		a.act(a.reviewer, `{"action":"shortlist","opinion":"=产业基础好","rank":1,"minutesDocNo":"会议纪要〔2022〕8号"}`).want(200)
		a.act(a.finance, `{"action":"shortlist","opinion":"同意"}`).want(200)
		book := "/batches/" + w.batch + "/summary.xlsx"
		province := w.as("prov_admin", "370000")

		city := tableOf(t, a.reviewer.get(book+"?city=370600").want(200))
		if !says(city, "烟台市衔接乡村振兴集中推进区申报汇总表") || !says(city, "单位：万元") || !says(city, "填报日期：2022年11月29日") ||
			!says(city, "栖霞市", "市择优", "2000|", "|2000|1200|800|4000|2000|0.5|", "市已推荐", "|1|'=产业基础好；同意|"+strconv.Itoa(1+len(a.doc.FundPlan.Integrated)+len(a.doc.Projects))) || !says(city, "合计", "共 1 件", "|4000|2000|0.5|") {
			t.Errorf("the city's summary: %s", strings.Join(city, "\n"))
		}
		if says(city, b.doc.County.Name) {
			t.Error("another county's draft is in the summary")
		}
		if county := tableOf(t, a.filer.get(book).want(200)); !says(county, "栖霞市", "|4000|2000|0.5|") || says(county, "产业基础好") {
			t.Errorf("the county's summary: %s", strings.Join(county, "\n"))
		}
		if own := tableOf(t, b.filer.get(book).want(200)); says(own, b.doc.Zone.Name) || !says(own, "合计", "共 0 件") {
			t.Errorf("a county that has not submitted: %s", strings.Join(own, "\n"))
		}
		w.as("city_reviewer", "370800").get(book+"?city=370600").refused(404, "not_found")
		province.get(book+"?city=370686").refused(404, "not_found")
		province.get("/batches/none/summary.xlsx").refused(404, "not_found")
		a.finance.send("GET", "/applications.xlsx?state=none", "").want(422)
		w.as("county_finance", "370686").get(book).refused(403, "forbidden")

		b.submit()
		if all := tableOf(t, province.get(book).want(200)); !says(all, "山东省衔接乡村振兴集中推进区申报汇总表") || !says(all, "合计", "共 2 件") || !says(all, b.doc.City.Name+"小计", "共 1 件") {
			t.Errorf("the province's summary: %s", strings.Join(all, "\n"))
		}

		c := w.draft("A03")
		w.at("2022-11-30T02:00:00+08:00") // still the 29th in UTC
		list := tableOf(t, province.get("/applications.xlsx?batch="+w.batch+"&state=SHORTLISTED&city=370600&sort=-total").want(200))
		if !says(list, "填报日期：2022年11月30日") || !says(list, "筛选：设区市：烟台市；状态：市已推荐") || !says(list, "合计", "共 1 件") || !says(list, "栖霞市", "|2000|4000|2000|0.5|") {
			t.Errorf("the list narrowed: %s", strings.Join(list, "\n"))
		}
		if all := tableOf(t, province.get("/applications.xlsx").want(200)); says(all, c.doc.Zone.Name) || !says(all, "合计", "共 2 件") {
			t.Errorf("the province sees a draft: %s", strings.Join(all, "\n"))
		}
		if own := tableOf(t, c.filer.get("/applications.xlsx").want(200)); !says(own, c.doc.Zone.Name, "草稿") || !says(own, "合计", "共 1 件") {
			t.Errorf("the county's own list: %s", strings.Join(own, "\n"))
		}
		auditor := w.as("auditadmin", "370000")
		for _, stream := range []string{"batch/" + w.batch, "account/" + w.accounts["prov-admin-370000"]} {
			if trail := auditor.get("/audit/streams/" + stream).want(200); !strings.Contains(string(trail.body), `"action":"export"`) {
				t.Errorf("%s keeps no record: %s", stream, clip(trail.body))
			}
		}
	})
}

func TestAccountsAreTakenAwayAsAWorkbook(t *testing.T) {
	w := lightWorld(t, nothingElse)
	w.as("county_filer", "370686")
	w.as("city_reviewer", "370600")
	w.as("county_filer", "371002")
	id := w.account("gone", "某单位", "", "")
	sys, sec, watch := w.as("sysadmin", "370000"), w.as("secadmin", "370000"), w.as("auditadmin", "370000")
	sys.send("POST", "/accounts/"+id+"/actions", `{"action":"disable"}`, "If-Match", sys.get("/accounts/"+id).want(200).tag()).want(200)

	city := tableOf(t, sys.get("/grants.xlsx?region=370600&sort=-login").want(200))
	if !says(city, "筛选：区域：烟台市") || !says(city, "1|county-filer-370686|", "|栖霞市 县级填报员|在用|") || !says(city, "2|city-reviewer-370600|", "|烟台市 市乡村振兴局|在用|") ||
		!says(city, "合计|共 2 个") {
		t.Errorf("a city's accounts, the last login first: %s", strings.Join(city, "\n"))
	}
	if shut := tableOf(t, sec.get("/grants.xlsx?state=disabled&q=GO").want(200)); !says(shut, "筛选：状态：停用；查找：GO") || !says(shut, "1|gone|", "|某单位|没有授权|停用|") || !says(shut, "合计|共 1 个") {
		t.Errorf("the disabled ones: %s", strings.Join(shut, "\n"))
	}
	if role := tableOf(t, watch.get("/grants.xlsx?role=county_filer").want(200)); !says(role, "筛选：岗位：县级填报员") || !says(role, "合计|共 2 个") {
		t.Errorf("the holders of a post: %s", strings.Join(role, "\n"))
	}
	for i := range 201 {
		w.account("many-"+strconv.Itoa(i), "众单位", "", "")
	}
	if all := tableOf(t, watch.get("/grants.xlsx?q=many-").want(200)); !says(all, "合计|共 201 个") {
		t.Errorf("more than a page: %s", all[len(all)-1])
	}

	w.as("prov_admin", "370000").get("/grants.xlsx").refused(403, "forbidden")
	w.as("auditor", "370000").get("/grants.xlsx").refused(403, "forbidden")
	sys.get("/grants.xlsx?sort=password").refused(422, "invalid")
	if trail := watch.get("/audit/streams/account/" + w.accounts["sysadmin-370000"]).want(200); !strings.Contains(string(trail.body), `"action":"export"`) {
		t.Errorf("nothing is on record: %s", clip(trail.body))
	}
}
