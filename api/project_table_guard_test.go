package api_test

import (
	"fmt"
	"strings"
	"testing"

	"xianjie/internal/fault"
	"xianjie/internal/office"
	"xianjie/internal/sample"
	"xianjie/workflow"
)

// TestTheCentreItselfRefuses: each of the two looks at a draft, before its table is read and when it is replaced, refuses by itself; between the
// two somebody else may have been at work.
func TestTheCentreItselfRefuses(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		actor := func(role workflow.Role, region string) workflow.Actor {
			return workflow.Actor{AccountID: "account-0001", Name: "测试", Grants: []workflow.Grant{{Role: role, Region: region}}}
		}
		own := actor(workflow.CountyFiler, c.doc.County.Code)
		app, err := w.centre.Peek(t.Context(), own, c.id)
		must(t, err)
		looks := map[string]func(workflow.Actor, int64) error{
			"before": func(a workflow.Actor, version int64) error {
				_, err := w.centre.DraftToChange(t.Context(), a, c.id, version)
				return err
			},
			"preview": func(a workflow.Actor, version int64) error {
				_, err := w.centre.PreviewProjects(t.Context(), a, workflow.ImportProjects{Application: c.id, Version: version, Projects: c.doc.Projects})
				return err
			},
			"import": func(a workflow.Actor, version int64) error {
				_, err := w.centre.ImportProjects(t.Context(), a, workflow.ImportProjects{Application: c.id, Version: version, Projects: c.doc.Projects})
				return err
			},
		}
		for name, look := range looks {
			for want, err := range map[fault.Code]error{fault.Stale: look(own, app.Version-1), fault.NotFound: look(actor(workflow.CountyFiler, "370832"), app.Version),
				fault.Forbidden: look(actor(workflow.Auditor, "370600"), app.Version)} {
				if fault.CodeOf(err) != want {
					t.Errorf("%s: %v, want %s", name, err, want)
				}
			}
		}
		w.at("2022-11-29T10:20:00+08:00")
		c.submit()
		app, err = w.centre.Peek(t.Context(), own, c.id)
		must(t, err)
		for name, look := range looks {
			if err := look(own, app.Version); fault.CodeOf(err) != fault.Refused {
				t.Errorf("%s of a frozen application: %v", name, err)
			}
		}
	})
}

func TestATableLargerThanTheBatchAdmitsIsRefused(t *testing.T) {
	w := lightWorld(t, nothingElse)
	w.openBatchOf([]byte(strings.Replace(string(sample.Pack()), `"params": {`, `"params": {"documentLimits": {"maxProjects": 28, "maxVillages": 60, "maxIntegrated": 100}, `, 1)))
	c := w.draft("A01")
	cells := map[string]any{}
	for i := range 2 {
		cells[fmt.Sprint("B", 34+i)], cells[fmt.Sprint("C", 34+i)] = fmt.Sprint("N", i), "新增"
	}
	book, tag := c.table(c.filer, ""), c.version(c.filer)
	for _, query := range []string{"?dryRun=true", ""} {
		r := c.importTable(c.filer, query, office.Fill(t, book, "项目表", cells), tag).refused(422, "invalid")
		if got := jsonText(t, r.at("errors")); !strings.Contains(got, "项目 29 个，超过本批上限 28 个") {
			t.Errorf("said %s", got)
		}
	}
	delete(cells, "B35")
	delete(cells, "C35")
	c.importTable(c.filer, "", office.Fill(t, book, "项目表", cells), tag).want(200)
}
