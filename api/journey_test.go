package api_test

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"strings"
	"testing"

	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

// paper is the content of every file the tests upload: a PDF by its signature, different for each text.
func paper(text string) []byte {
	return []byte("%PDF-1.7\n% " + text + "\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
}

// formOf is an upload form, fields before the file.
func formOf(t *testing.T, kind, docID, name string, content []byte) (body []byte, contentType string) {
	t.Helper()
	var buf bytes.Buffer
	form := multipart.NewWriter(&buf)
	must(t, form.WriteField("kind", kind))
	if docID != "" {
		must(t, form.WriteField("docId", docID))
	}
	part, err := form.CreatePart(textproto.MIMEHeader{"Content-Disposition": {fmt.Sprintf(`form-data; name="file"; filename=%q`, name)},
		"Content-Type": {"application/pdf"}})
	must(t, err)
	_, err = part.Write(content)
	must(t, err)
	must(t, form.Close())
	return buf.Bytes(), form.FormDataContentType()
}

func (p *person) upload(app, kind, docID, name string, content []byte, headers ...string) *reply {
	p.w.t.Helper()
	body, contentType := formOf(p.w.t, kind, docID, name, content)
	return p.stream("POST", "/applications/"+app+"/attachments", bytes.NewReader(body), append([]string{"Content-Type", contentType}, headers...)...)
}

// county is the cast around one sample application.
type county struct {
	w                                       *world
	doc                                     *proposal.Proposal
	id                                      string
	filer, signer, reviewer, finance, issue *person
}

// draft posts a sample as its county's filer, files included.
func (w *world) draft(name string) *county {
	w.t.Helper()
	doc, _, err := proposal.Decode(sample.Application(name))
	must(w.t, err)
	c := &county{w: w, doc: doc}
	c.filer = w.as("county_filer", doc.County.Code)
	r := c.filer.send("POST", "/applications", string(sample.Application(name))).want(201)
	c.id = r.text("application.id")
	for _, a := range doc.Attachments {
		c.filer.upload(c.id, string(a.Kind), a.ID, a.FileName, paper(name+a.ID)).want(201)
	}
	return c
}

// desks signs in the officials around the county.
func (c *county) desks() *county {
	w := c.w
	c.signer = w.as("county_signer", c.doc.County.Code)
	c.reviewer = w.as("city_reviewer", c.doc.City.Code)
	c.finance = w.as("city_finance", c.doc.City.Code)
	c.issue = w.as("city_signer", c.doc.City.Code)
	return c
}

func (c *county) path() string { return "/applications/" + c.id }

// version is the ETag the person sees now.
func (c *county) version(p *person) string {
	c.w.t.Helper()
	return p.get(c.path()).want(200).tag()
}

// act takes a step at the version the person sees.
func (c *county) act(p *person, body string, headers ...string) *reply {
	c.w.t.Helper()
	return p.send("POST", c.path()+"/actions", body, append([]string{"If-Match", c.version(p)}, headers...)...)
}

func (c *county) submit() *county {
	c.w.t.Helper()
	c.act(c.signer, `{"action":"submit"}`).want(200)
	return c
}

func TestAnApplicationTravelsToTheProvince(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		if got := c.filer.get("/todos").want(200); got.count("items") != 1 || got.text("items.0.application.id") != c.id {
			t.Errorf("the filer's own draft is not among the to-dos: %s", clip(got.body))
		}
		r := c.signer.get(c.path()).want(200)
		if r.text("actions.0.action") != "submit" || r.count("actions.0.blockedBy") != 0 {
			t.Fatalf("the signer is not offered to submit: %s", clip(r.body))
		}
		w.at("2022-11-29T10:20:00+08:00")
		c.submit()
		if got := c.signer.get("/todos?done=true").want(200); got.text("items.0.step.action") != "submit" || got.text("items.0.application.no") == "" {
			t.Errorf("what the signer did is not among the done: %s", clip(got.body))
		}
		r = c.act(c.reviewer, `{"action":"accept"}`).want(200)
		if r.text("application.state") != "CITY_REVIEW" || !r.at("done").(bool) {
			t.Errorf("accepted: %s", clip(r.body))
		}
		r = c.act(c.reviewer, `{"action":"shortlist","opinion":"同意","rank":1,"minutesDocNo":"会议纪要〔2022〕8号"}`).want(200)
		if r.at("done").(bool) || r.text("waiting.0.role") != "city_finance" {
			t.Errorf("one of two signatures: %s", clip(r.body))
		}
		r = c.act(c.finance, `{"action":"shortlist","opinion":"资金真实"}`).want(200)
		if r.text("application.state") != "SHORTLISTED" {
			t.Errorf("both signatures: %s", clip(r.body))
		}
		list := c.reviewer.get("/batches/" + w.batch + "/shortlist?city=370600").want(200)
		if list.number("quota") != 1 || list.text("used.0.applicationId") != c.id {
			t.Errorf("shortlist: %s", clip(list.body))
		}
		w.at("2022-12-10T23:59:59+08:00")
		c.act(c.issue, `{"action":"report","cityDocNo":"烟乡振〔2022〕45号"}`).want(200)
		admin, money := w.as("prov_admin", "370000"), w.as("prov_finance", "370000")
		w.at("2022-12-12T09:00:00+08:00")
		c.act(admin, `{"action":"start"}`).want(200)
		c.act(admin, `{"action":"pass","opinion":"通过"}`).want(200)
		r = c.act(money, `{"action":"pass","opinion":"资金口径无误"}`).want(200)
		if r.text("application.state") != "EXPERT_REVIEW" {
			t.Errorf("at the end: %s", clip(r.body))
		}
		history := admin.get(c.path() + "/history").want(200)
		if n := history.count("items"); n != 8 {
			t.Errorf("%d steps in the history, want 8: %s", n, clip(history.body))
		}
		complaints, err := w.store.Doctor(t.Context())
		must(t, err)
		if len(complaints) > 0 {
			t.Errorf("the doctor complains: %v", complaints)
		}
	})
}

func TestAReturnedApplicationIsMendedAndShownAgain(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks().submit()
		c.act(c.reviewer, `{"action":"accept"}`).want(200)
		c.act(c.reviewer, `{"action":"return","opinion":"请补充实施规划名称","items":[{"section":"plan","fields":["title"],"note":"写全称"}]}`).want(200)
		slip := c.filer.get(c.path() + "/consultations").want(200)
		if slip.text("returns.0.items.0.section") != "plan" {
			t.Errorf("return slip: %s", clip(slip.body))
		}
		if slip.count("returns.0.open") != 5 || slip.text("returns.0.open.0.section") != "plan" || slip.text("returns.0.open.1.section") != "papers" ||
			slip.text("returns.0.open.2.row") != "RESOLUTION_MINUTES" {
			t.Errorf("what may be changed: %s", clip(slip.body))
		}
		section := c.filer.get(c.path() + "/sections/plan").want(200)
		c.filer.send("PATCH", c.path()+"/sections/plan", `{"startDate":"2023-04-01"}`, "If-Match", section.tag(), "Content-Type", "application/merge-patch+json").
			refused(409, "refused")
		c.filer.send("PATCH", c.path()+"/sections/plan", `{"title":"栖霞市推进区实施规划(补正后的全称)"}`, "If-Match", section.tag(), "Content-Type", "application/merge-patch+json").want(200)
		for _, p := range []*person{c.reviewer, c.finance} {
			if seen := p.get(c.path()).want(200); strings.Contains(string(seen.body), "补正后的全称") {
				t.Errorf("the city reads the draft while it is being mended: %s", clip(seen.body))
			}
		}
		c.act(c.signer, `{"action":"resubmit"}`).want(200)
		changes := c.reviewer.get(c.path() + "/snapshots/1/diff/2").want(200)
		if changes.count("items") != 1 || changes.text("items.0.field") != "title" {
			t.Errorf("difference: %s", clip(changes.body))
		}
		first, second := c.reviewer.get(c.path()+"/snapshots/1").want(200), c.reviewer.get(c.path()+"/snapshots/2").want(200)
		if bytes.Equal(first.body, second.body) || first.number("no") != 1 || second.text("action") != "resubmit" {
			t.Error("the snapshots are not told apart")
		}
		if n := c.reviewer.get(c.path() + "/snapshots").want(200).count("items"); n != 2 {
			t.Errorf("%d snapshots", n)
		}
		if last := c.reviewer.get(c.path() + "/checks").want(200); last.number("snapshotNo") != 2 || last.count("findings") < 30 {
			t.Errorf("last check: %s", clip(last.body))
		}
	})
}

func TestRulesThatStopASubmitComeBackAsFindings(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A06").desks()
		r := c.act(c.signer, `{"action":"submit"}`).refused(409, "refused")
		if n := r.count("findings"); n != 2 || r.text("findings.0.rule") != "D02" {
			t.Errorf("%d findings: %s", n, clip(r.body))
		}
		if r.header.Get("Retry-After") != "" {
			t.Error("a refusal by rule is not to be retried")
		}
		if check := c.filer.send("POST", c.path()+"/checks", "", "Content-Type", "").want(http.StatusOK); check.text("overall") != "FAIL" {
			t.Errorf("check: %s", clip(check.body))
		}
	})
}
