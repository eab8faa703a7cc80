package api_test

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"xianjie/api"
	papers "xianjie/internal/paper"
)

var markup = regexp.MustCompile(`<[^>]*>`)

// says is the text of a Word answer: header and body.
func (r *reply) says() string {
	file, err := zip.NewReader(bytes.NewReader(r.body), int64(len(r.body)))
	if err != nil {
		return "no Word file: " + clip(r.body)
	}
	var all strings.Builder
	for _, f := range file.File {
		if f.Name != "word/document.xml" && f.Name != "word/header1.xml" {
			continue
		}
		part, err := f.Open()
		if err != nil {
			return err.Error()
		}
		text, err := io.ReadAll(part)
		if err != nil {
			return err.Error()
		}
		all.WriteString(markup.ReplaceAllString(string(text), ""))
	}
	return all.String()
}

// paper asks for both formats and answers with the Word text; a refusal must be the same for both.
func (p *person) paper(path string, status int) string {
	p.w.t.Helper()
	path, query, _ := strings.Cut(path, "?")
	if query != "" {
		query = "?" + query
	}
	word, pdf := p.get(path+".docx"+query).want(status), p.get(path+".pdf"+query).want(status)
	if status != http.StatusOK {
		return string(word.body)
	}
	if !bytes.HasPrefix(pdf.body, []byte("%PDF-")) || !strings.HasPrefix(pdf.header.Get("Content-Disposition"), "attachment") {
		p.w.t.Errorf("%s: %s %s", path, pdf.header.Get("Content-Disposition"), clip(pdf.body))
	}
	return word.says()
}

func (p *person) paperSays(path string, yes, no []string) {
	p.w.t.Helper()
	text := p.paper(path, 200)
	for _, want := range yes {
		if !strings.Contains(text, want) {
			p.w.t.Errorf("%s for %s does not say %q", path, p.login, want)
		}
	}
	for _, secret := range no {
		if strings.Contains(text, secret) {
			p.w.t.Errorf("%s for %s says %q", path, p.login, secret)
		}
	}
}

func TestTheDossierIsPrintedForWhoMayReadIt(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		path := c.path() + "/proposal"
		c.filer.paperSays(path, []string{"草稿", "十二、不重复支持说明", "下袁楼村"}, nil)
		c.reviewer.paper(path, 404)
		c.submit()
		w.as("inspector", "370600").paper(path, 403)
		w.as("county_filer", "370832").paper(path, 404)
		c.reviewer.paperSays(path, []string{"十二、不重复支持说明"}, []string{"草稿"})
		c.filer.paperSays(path, nil, []string{"草稿"})
		if got := string(w.as("auditor", "370000").get("/audit/streams/application/" + c.id).want(200).body); strings.Count(got, `"export"`) != 6 || !strings.Contains(got, "申报书.pdf") {
			t.Errorf("the record of exports: %s", got)
		}
	})
}

func TestWhatACountyWritesAfterAReturnIsPrintedAsADraftForItAlone(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		returnedByCity(c)
		zone := c.path() + "/sections/zone"
		c.filer.send("PATCH", zone, `{"name":"改了又改𐀀推进区"}`, "If-Match", c.filer.get(zone).want(200).tag()).want(200)
		c.filer.paperSays(c.path()+"/proposal", []string{"草稿", "改了又改"}, nil)
		c.reviewer.paperSays(c.path()+"/proposal", []string{"果韵云溪"}, []string{"草稿", "改了又改"})
		if !strings.Contains(w.log.String(), "U+10000") {
			t.Error("the lost character is not in the log")
		}
		c.act(c.signer, `{"action":"withdraw","opinion":"不再申报"}`).want(200)
		c.filer.paperSays(c.path()+"/proposal", []string{"草稿", "改了又改"}, nil) // never handed in
	})
}

func TestTheLetterOfACityNamesWhatItRecommended(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		w.at("2022-12-05T09:00:00+08:00")
		c := w.draft("A01").desks().submit()
		path := "/batches/" + w.batch + "/recommendation?city=370600"
		if got := c.reviewer.paper(path, 409); !strings.Contains(got, "还没有推荐") {
			t.Errorf("says %s", got)
		}
		c.act(c.reviewer, `{"action":"accept"}`).want(200)
		for _, p := range []*person{c.reviewer, c.finance} {
			c.act(p, `{"action":"shortlist","opinion":"同意","rank":1,"minutesDocNo":"纪要","yellowRiverReason":"已比选"}`).want(200)
		}
		c.reviewer.paperSays(path, []string{"草拟件", "烟台市乡村振兴局", "栖霞市", "6980"}, nil)
		c.act(c.issue, `{"action":"report","cityDocNo":"烟乡振〔2022〕45号","yellowRiverReason":"已比选"}`).want(200)
		w.as("prov_admin", "370000").paperSays(path, []string{"烟乡振〔2022〕45号", "2022年12月5日"}, []string{"草拟件"})
		w.as("city_reviewer", "370800").paper(path, 404)
		c.filer.paper(path, 403)
	})
}

func TestNoticeAndApprovalArePrintedWhenTheyMay(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		a := w.draft("A01").desks().submit()
		admin := w.proposed(a)
		money := w.as("prov_finance", "370000")
		approval := "/awards/" + a.id + "/approval"
		draft := admin.send("POST", "/batches/"+w.batch+"/notices", "").want(201)
		path, stranger := "/notices/"+draft.text("id")+"/paper", w.nobody()
		stranger.paper("/public"+path, 404)
		a.filer.paper(path, 404)
		admin.paperSays(path, []string{"草拟件", "拟立项名单"}, nil)
		opened := admin.send("POST", "/notices/"+draft.text("id")+"/actions", `{"action":"open"}`, "If-Match", draft.tag()).want(200)
		stranger.paperSays("/public"+path, []string{"拟立项名单", "370686-01", "2022年12月12日"}, []string{"草拟件", "90.00", "91.37"})
		for _, ending := range []string{".docx", ".pdf"} {
			if !bytes.Equal(stranger.get("/public"+path+ending).want(200).body, a.filer.get(path+ending).want(200).body) {
				t.Errorf("the public's %s is another", ending)
			}
		}
		for _, p := range []*person{a.filer, a.reviewer, w.as("auditor", "370600")} {
			p.paper(approval, 404)
		}
		admin.paperSays(approval, []string{"草拟件", "烟台市乡村振兴局、烟台市财政局：", "2000万元"}, nil)
		w.at("2022-12-23T00:00:00+08:00")
		admin.send("POST", "/notices/"+draft.text("id")+"/actions", `{"action":"close"}`, "If-Match", opened.tag()).want(200)
		for _, p := range []*person{admin, money} {
			a.act(p, `{"action":"award","opinion":"立项","awardDocNo":"鲁乡振发〔2023〕5号"}`).want(200)
		}
		a.filer.paperSays(approval, []string{"鲁乡振发〔2023〕5号", "2022年12月23日", "2000万元"}, []string{"草拟件"})
		w.as("county_filer", "370832").paper(approval, 404)
	})
}

func TestOpinionsAreForThoseWhoOrganise(t *testing.T) {
	eachRound(t, writtenOnly(), 5, []string{"A01"}, func(t *testing.T, r *round) {
		w, c := r.w, r.apps[0]
		path := "/batches/" + w.batch + "/opinions"
		r.draw("WRITTEN", []int{0}, []int{0, 1, 2, 3, 4})
		for i := range 5 {
			r.submit(i, 0, map[string]float64{"S1.1": 7})
		}
		r.secretary.paper(path, 404) // no ranking yet
		c.act(r.secretary, `{"action":"close","opinion":"结束"}`).want(200)
		r.lock()
		for _, p := range []*person{r.secretary, r.admin, r.money, w.as("auditor", "370000")} {
			p.paperSays(path, []string{"评审意见汇总表", "E01", "书面评审", "书面均分"}, []string{"省级单位甲"})
		}
		r.publish()
		for _, p := range []*person{c.reviewer, c.filer, w.as("auditor", "370600")} {
			p.paper(path, 404) // what an expert wrote is never published
		}
		r.experts[0].paper(path, 403)
	})
}

func TestWithoutTypefacesWordStillWorks(t *testing.T) {
	eachWorldWith(t, func(d *api.Deps) { d.Press = papers.NewPress(filepath.Join(t.TempDir(), "none"), 1) }, func(t *testing.T, w *world) {
		c := w.draft("A01")
		c.filer.get(c.path() + "/proposal.docx").want(200)
		if r := c.filer.get(c.path()+"/proposal.pdf").refused(503, "unavailable"); !strings.Contains(r.text("detail"), "没有打印字体，暂不能输出 PDF 文件；请改下载 Word 文件") {
			t.Errorf("says %s", r.body)
		}
	})
}
