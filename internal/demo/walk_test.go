package demo_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"xianjie/internal/demo"
	"xianjie/internal/files"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/policy/access"
	"xianjie/workflow"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// stageOn sets the demonstration up on one database.
func stageOn(t *testing.T, s *store.Store) demo.Stage {
	t.Helper()
	door, err := access.New()
	if err != nil {
		t.Fatal(err)
	}
	kept, err := files.New(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := kept.Close(); err != nil {
			t.Error(err)
		}
	})
	cast, err := demo.Cast()
	if err != nil {
		t.Fatal(err)
	}
	actors := map[string]workflow.Actor{}
	for _, o := range cast {
		actors[o.Login] = workflow.Actor{AccountID: o.Login, Name: o.Name, Unit: o.Unit, Grants: []workflow.Grant{{Role: o.Role, Region: o.Region}}}
	}
	return demo.Stage{Service: workflow.New(s, door, uuid.NewString), Store: s, Files: kept, Actors: actors}
}

func clean(t *testing.T, s *store.Store) {
	t.Helper()
	complaints, err := s.Doctor(context.Background())
	if err != nil || len(complaints) > 0 {
		t.Errorf("doctor: %v %v", complaints, err)
	}
}

func TestTheWalkEndsAsWritten(t *testing.T) {
	pack, err := demo.ReferencePack()
	if err != nil {
		t.Fatal(err)
	}
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock := &demo.Clock{}
		s := storetest.Open(t, dsn, store.Options{Clock: clock.Now})
		var page bytes.Buffer
		endings, err := demo.Walk(context.Background(), stageOn(t, s), clock, func(l demo.Line) { demo.PrintLine(&page, pack, l) })
		if err != nil {
			t.Fatal(err)
		}
		demo.PrintEndings(&page, endings)
		const golden = "testdata/walk.txt"
		if *update {
			if err := os.WriteFile(golden, page.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), page.String()); diff != "" {
			t.Errorf("the walk reads differently now:\n%s", diff)
		}
		states := map[string]workflow.State{"A01": workflow.ExpertReview, "A02": workflow.ExpertReview, "A03": workflow.ExpertReview,
			"A04": workflow.CityReview, "A05": workflow.ExpertReview, "A06": workflow.Draft}
		for _, e := range endings {
			if e.Application.State != states[e.Sample] {
				t.Errorf("%s ended as %s", e.Sample, e.Application.State)
			}
		}
		clean(t, s)
	})
}

func TestPracticePutsWorkOnEveryDesk(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		stage := stageOn(t, s)
		if err := demo.Practice(context.Background(), stage); err != nil {
			t.Fatal(err)
		}
		idle := map[workflow.Role]bool{workflow.Expert: true, workflow.SiteInspector: true, workflow.Inspector: true, workflow.Auditor: true,
			workflow.ReviewSecretary: true, workflow.SysAdmin: true, workflow.SecAdmin: true, workflow.AuditAdmin: true}
		busy := map[workflow.Role]int{}
		for _, actor := range stage.Actors {
			todos, err := stage.Service.Todos(context.Background(), actor)
			if err != nil {
				t.Fatal(err)
			}
			busy[actor.Grants[0].Role] += len(todos)
		}
		for role, n := range busy {
			if (n == 0) != idle[role] {
				t.Errorf("%s has %d things to do", role, n)
			}
		}
		clean(t, s)
	})
}
