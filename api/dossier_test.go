package api_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"xianjie/api"
	"xianjie/internal/dossier"
	"xianjie/workflow"
)

// checked verifies a downloaded dossier.
func checked(t *testing.T, r *reply) dossier.Report {
	t.Helper()
	report, err := dossier.Verify(bytes.NewReader(r.body), int64(len(r.body)))
	must(t, err)
	for _, f := range report.Findings {
		t.Errorf("a fresh dossier: %s", f)
	}
	if want := `"` + report.Digest + `"`; r.tag() != want {
		t.Errorf("the ETag %s is not the manifest's digest %s", r.tag(), want)
	}
	return report
}

// inside is one file of a dossier as an ordinary archive program reads it, "" when it is not there.
func (r *reply) inside(t *testing.T, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(r.body), int64(len(r.body)))
	must(t, err)
	for _, f := range archive.File {
		if f.Name != name {
			continue
		}
		body, err := f.Open()
		must(t, err)
		text, err := io.ReadAll(body)
		must(t, err)
		must(t, body.Close())
		return string(text)
	}
	return ""
}

func TestADossierProvesItselfAndIsOnRecordBeforeItIsRead(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		c.act(c.reviewer, `{"action":"accept"}`).want(200)
		auditor := w.as("auditor", "370000")
		for _, p := range []*person{c.filer, c.signer, c.reviewer, c.finance, w.as("prov_admin", "370000"), w.as("auditor", "370600"), auditor} {
			r := p.get(c.path() + "/dossier.zip").want(200)
			report := checked(t, r)
			record := auditor.get("/audit/streams/application/" + c.id + "?limit=200").want(200)
			last := record.at("items").([]any)[record.count("items")-1].(map[string]any)
			if last["action"] != "export" || last["object"] != "卷宗" || last["afterDigest"] != report.Digest || last["actor"] != report.Manifest.MadeBy.Name {
				t.Errorf("%s: the record ends with %v", p.login, last)
			}
			oversight := strings.HasPrefix(p.login, "auditor")
			if got := r.inside(t, dossier.AuditFile) != ""; got != oversight {
				t.Errorf("%s gets the audit stream: %v", p.login, got)
			}
			if !oversight && bytes.Contains(unpacked(t, r), []byte("127.0.0.1")) {
				t.Errorf("%s reads addresses", p.login)
			}
		}
	})
}

// unpacked is the text of a whole dossier.
func unpacked(t *testing.T, r *reply) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(r.body), int64(len(r.body)))
	must(t, err)
	var all bytes.Buffer
	for _, f := range archive.File {
		all.WriteString(f.Name + "\n" + r.inside(t, f.Name))
	}
	return all.Bytes()
}

func TestADossierIsForThoseWhoMayExportAndSeeTheApplication(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		path := c.path() + "/dossier.zip"
		checked(t, c.filer.get(path).want(200))
		for p, status := range map[*person]int{w.nobody(): 401, w.as("county_filer", "370832"): 404, w.as("expert", "370000"): 403, w.as("site_inspector", "370000"): 403,
			w.as("inspector", "370000"): 403, w.as("sysadmin", "370000"): 403, w.as("auditadmin", "370000"): 403, w.as("county_department", "370686"): 403,
			c.reviewer: 404, w.as("prov_admin", "370000"): 404} {
			if r := p.get(path); r.status != status {
				t.Errorf("%s gets %d, want %d: %s", p.login, r.status, status, clip(r.body))
			}
		}
		c.filer.get("/applications/nothing/dossier.zip").refused(404, "not_found")
		record := w.as("auditor", "370000").get("/audit/streams/application/" + c.id + "?limit=200").want(200)
		if got := strings.Count(string(record.body), `"object":"卷宗"`); got != 1 {
			t.Errorf("%d dossiers are on record, want the one that was handed out", got)
		}
	})
}

// onDisk is where a kept file lies.
func (w *world) onDisk(t *testing.T, sha string) string {
	t.Helper()
	return filepath.Join(w.folder, sha[:2], sha[2:4], sha)
}

func TestAKeptFileThatRottedBreaksTheDownloadOff(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		path := c.path() + "/dossier.zip"
		sha := c.filer.get(c.path() + "/attachments").want(200).text("items.3.sha256")
		body, err := os.ReadFile(w.onDisk(t, sha))
		must(t, err)
		must(t, os.Chmod(w.onDisk(t, sha), 0o600))
		body[10] ^= 1
		must(t, os.WriteFile(w.onDisk(t, sha), body, 0o600))
		answer, err := c.filer.http.Get(w.url + api.Base + path)
		if err == nil {
			var got []byte
			got, err = io.ReadAll(answer.Body)
			must(t, answer.Body.Close())
			if _, wrong := dossier.Verify(bytes.NewReader(got), int64(len(got))); wrong == nil {
				t.Error("what came is a dossier")
			}
		}
		if err == nil {
			t.Error("the download ended as if it were whole")
		}
		if !strings.Contains(w.log.String(), "与入库时不符") {
			t.Errorf("the log says nothing:\n%s", w.log.String())
		}
		must(t, os.Remove(w.onDisk(t, sha)))
		if r := c.filer.get(path); r.status != 500 || r.header.Get("ETag") != "" {
			t.Errorf("a missing file: %d %s", r.status, clip(r.body))
		}
	})
}

func TestADossierShowsScoresNoSoonerThanThePagesDo(t *testing.T) {
	eachRound(t, writtenOnly(), 7, []string{"A01", "A02"}, func(t *testing.T, r *round) {
		r.draw("WRITTEN", nil, nil)
		auditor, c := r.w.as("auditor", "370000"), r.apps[0]
		path := c.path() + "/dossier.zip"
		for app := range r.apps {
			for _, i := range r.on(app) {
				r.submit(i, app, map[string]float64{"S1.1": 7.5})
			}
		}
		during := auditor.get(path).want(200)
		checked(t, during)
		if sheets := during.inside(t, dossier.SheetsFile); strings.Contains(sheets, `"scores"`) || !strings.Contains(sheets, `"shown": false`) || during.inside(t, dossier.StandingFile) != "" {
			t.Errorf("while the stage is open: %s", sheets)
		}
		for _, app := range r.apps {
			app.act(r.secretary, `{"action":"close","opinion":"结束"}`).want(200)
		}
		r.lock()
		after := auditor.get(path).want(200)
		if report := checked(t, after); !strings.HasPrefix(report.Checked[len(report.Checked)-1], "排名：") || !strings.Contains(after.inside(t, dossier.SheetsFile), `"S1.1": 7.5`) {
			t.Errorf("once it has closed: %v", report.Checked)
		}
		before := c.filer.get(path).want(200)
		checked(t, before)
		r.publish()
		published := c.filer.get(path).want(200)
		checked(t, published)
		if before.inside(t, dossier.RankingFile) != "" || published.inside(t, dossier.RankingFile) != after.inside(t, dossier.RankingFile) || published.inside(t, dossier.SheetsFile) != "" {
			t.Error("the county sees the ranking too early, or not, or sees the sheets")
		}
	})
}

func TestADossierHoldsTheDecisionAndItsObjections(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		admin := w.proposed(c)
		n := w.notice(admin)
		w.nobody().send("POST", "/public/notices/"+n.text("id")+"/objections", `{"applicationNo":"`+c.filer.get(c.path()).text("no")+`","text":"村庄与申报不符，请核实。","contact":"13800000000"}`).want(201)
		inner, outer := admin.get(c.path()+"/dossier.zip").want(200), c.filer.get(c.path()+"/dossier.zip").want(200)
		if !strings.Contains(inner.inside(t, dossier.ObjectionsFile), "村庄与申报不符") || outer.inside(t, dossier.ObjectionsFile) != "" ||
			!strings.Contains(outer.inside(t, dossier.NoticesFile), "拟奖补") || bytes.Contains(unpacked(t, inner), []byte("13800000000")) {
			t.Error("objections are for the province, without who objected; the notice is for all")
		}
		if text := outer.inside(t, dossier.FlowFile); strings.Contains(text, "同意拟立项") || !strings.Contains(inner.inside(t, dossier.FlowFile), "同意拟立项") {
			t.Errorf("the bureaus' opinions: %s", text)
		}
	})
}

func TestADossierHoldsTheSiteCheckOnceItIsHandedIn(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit().reach(workflow.SiteCheck)
		w.at("2022-12-21T10:00:00+08:00")
		secretary, province, east := w.as("review_secretary", "370000"), w.as("prov_admin", "370000"), w.as("site_inspector", "370000")
		site := c.path() + "/site-check"
		r := secretary.send("PUT", site+"/inspectors", `{"inspectors":["`+w.accounts[east.login]+`"]}`, "If-Match", secretary.get(site).want(200).tag()).want(200)
		saved := east.send("PUT", site, filled("ISSUES", `,"deduction":1.5`), "If-Match", r.tag()).want(200)
		east.photo(c.id, "VILLAGES", "村口.jpg", picture("one")).want(201)
		path, photo := c.path()+"/dossier.zip", "评审/核查照片/VILLAGES-村口.jpg"
		before := province.get(path).want(200)
		if text := before.inside(t, dossier.SiteFile); !strings.Contains(text, `"whole": false`) || strings.Contains(text, "1.5") || before.inside(t, photo) != "" {
			t.Errorf("before: %s", text)
		}
		east.send("POST", site+"/actions", `{"action":"submit"}`, "If-Match", saved.tag()).want(200)
		after := province.get(path).want(200)
		if text := after.inside(t, dossier.SiteFile); !strings.Contains(text, `"deduction": 1.5`) || after.inside(t, photo) != string(picture("one")) {
			t.Errorf("after: %s", text)
		}
		if got := c.reviewer.get(path).want(200).inside(t, dossier.SiteFile); got != "" {
			t.Errorf("the city reads %s", got)
		}
	})
}

func TestADossierIsOfOneMomentHoweverBusyTheCounty(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		var busy sync.WaitGroup
		stop := make(chan struct{})
		busy.Go(func() {
			for i := 0; ; i++ {
				select {
				case <-stop:
					return
				default:
				}
				at := c.path() + "/sections/zone"
				c.signer.get(c.path())
				c.filer.send("PATCH", at, fmt.Sprintf(`{"name":"推进区%d"}`, i), "If-Match", c.filer.get(at).tag())
			}
		})
		for range 12 {
			r := c.signer.get(c.path() + "/dossier.zip").want(200)
			if report := checked(t, r); !strings.Contains(r.inside(t, dossier.ProposalFile), `"name":"`+report.Manifest.Application.Zone+`"`) {
				t.Error("the head is of another moment than the document")
			}
		}
		close(stop)
		busy.Wait()
	})
}
