package demo_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"xianjie/internal/demo"
	"xianjie/internal/files"
	"xianjie/internal/identity"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/policy"
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
	cast, err := demo.Cast()
	if err != nil {
		t.Fatal(err)
	}
	config := identity.Defaults()
	config.Clock = time.Now
	config.RegionExists = func(code string) bool { _, ok := policy.RegionByCode(code); return ok }
	config.Hashing.Memory, config.Hashing.Time = 8, 1
	accounts, err := identity.New(s.Identity(), door, config)
	if err != nil {
		t.Fatal(err)
	}
	actors, err := demo.Enrol(context.Background(), accounts, cast)
	if err != nil {
		t.Fatal(err)
	}
	return stageOf(t, s, actors)
}

// stageOf is the demonstration's stage for people who have their accounts.
func stageOf(t *testing.T, s *store.Store, actors map[string]workflow.Actor) demo.Stage {
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
	return demo.Stage{Service: workflow.New(s, door, uuid.NewString), Store: s, Files: kept, Actors: actors}
}

func clean(t *testing.T, s *store.Store) {
	t.Helper()
	complaints, err := s.Doctor(context.Background())
	if err != nil || len(complaints) > 0 {
		t.Errorf("doctor: %v %v", complaints, err)
	}
}

func TestTheWalkStopsAtAnInstantOfItsStory(t *testing.T) {
	clock := &demo.Clock{}
	s := storetest.Open(t, storetest.SQLite(t), store.Options{Clock: clock.Now})
	var last demo.Line
	until := time.Date(2022, 12, 16, 10, 0, 0, 0, time.UTC)
	if err := demo.WalkUntil(context.Background(), stageOn(t, s), clock, until, func(l demo.Line) { last = l }); err != nil {
		t.Fatal(err)
	}
	if last.Scene.Act != "登记专家库" {
		t.Errorf("the last before %s was %q at %s", until, last.Scene.Act, last.At)
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
		stage := stageOn(t, s)
		endings, err := demo.Walk(context.Background(), stage, clock, func(l demo.Line) { demo.PrintLine(&page, pack, l) })
		if err != nil {
			t.Fatal(err)
		}
		demo.PrintEndings(&page, endings)
		outcome, err := demo.OutcomeOf(context.Background(), stage)
		if err != nil {
			t.Fatal(err)
		}
		demo.PrintOutcome(&page, outcome)
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
		states := map[string]workflow.State{"A01": workflow.Awarded, "A02": workflow.Awarded, "A03": workflow.Awarded,
			"A04": workflow.CityReview, "A05": workflow.NotAwarded, "A06": workflow.Draft}
		for _, e := range endings {
			if e.Application.State != states[e.Sample] {
				t.Errorf("%s ended as %s", e.Sample, e.Application.State)
			}
		}
		for _, e := range endings[:3] {
			view, err := stage.Service.Pledges(context.Background(), stage.Actors["sheng-cz"], e.Application.ID)
			if err != nil {
				t.Fatal(err)
			}
			lines, projects := workflow.TallyPledges(view.Pledges, workflow.PledgeLine), workflow.TallyPledges(view.Pledges, workflow.PledgeProject)
			if lines.Count == 0 || lines.Confirmed != lines.Count || lines.ConfirmedAmount != lines.Amount || projects.Confirmed == 0 {
				t.Errorf("%s was awarded with %+v %+v", e.Sample, lines, projects)
			}
			if up := view.Pledges[0]; up.State != workflow.PledgeByAward || up.Committed != up.Content.Amount {
				t.Errorf("%s: %+v", e.Sample, up)
			}
		}
		clean(t, s)
	})
}

func TestPracticePutsWorkOnEveryDesk(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock := &demo.Clock{}
		stage := stageOn(t, storetest.Open(t, dsn, store.Options{Clock: clock.Now}))
		if err := demo.PracticeReview(context.Background(), stage, clock, time.Now()); err != nil {
			t.Fatal(err)
		}
		s := storetest.Open(t, dsn, store.Options{})
		stage = stageOf(t, s, stage.Actors)
		if err := demo.Practice(context.Background(), stage); err != nil {
			t.Fatal(err)
		}
		idle := map[workflow.Role]bool{workflow.Inspector: true, workflow.Auditor: true, workflow.SysAdmin: true, workflow.SecAdmin: true, workflow.AuditAdmin: true}
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
