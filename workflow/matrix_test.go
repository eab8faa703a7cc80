package workflow_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/policy/access"
	"xianjie/workflow"
)

// undoing lets every transaction run to its end and then undoes it: thousands of cells can be tried on one application.
type undoing struct{ workflow.Store }

var errUndone = errors.New("undone")

func (u undoing) InTx(ctx context.Context, do func(workflow.Tx) error) error {
	err := u.Store.InTx(ctx, func(tx workflow.Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		return errUndone
	})
	if errors.Is(err, errUndone) {
		return nil
	}
	return err
}

// regions are where a grant may stand to an application of 栖霞市: on it, above it, beside it.
var regions = []struct{ relation, code string }{{"county", "370686"}, {"city", "370600"}, {"province", "370000"}, {"elsewhere", "370832"}, {"other-city", "370800"}}

// TestEveryCellOfStateActionRoleAndRegionIsAsWritten tries every action in every state as every role from every region. The cells that are
// neither invisible, nor forbidden, nor out of place are kept in testdata/cells.csv and read by a person; whatever else happens in them
// (a guard, a missing field, success), right and state did not refuse.
func TestEveryCellOfStateActionRoleAndRegionIsAsWritten(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock := newClock()
		s := storetest.Open(t, dsn, store.Options{Clock: clock.now})
		st := newStage(t, s, clock)
		clock.set(time.Date(2022, 12, 8, 1, 0, 0, 0, time.UTC))
		st.must("system@370000 advance A01")
		actions := map[workflow.Action]bool{}
		for _, row := range workflow.Transitions() {
			actions[row.Action] = true
		}
		var open []string
		dry := st.on(t, undoing{s})
		for _, state := range workflow.States() {
			app := st.put(t, s, "A01", state)
			for _, action := range slices.Sorted(mapKeys(actions)) {
				for _, role := range workflow.Roles() {
					var from []string
					for _, r := range regions {
						who := actor(string(role) + "@" + r.code)
						if outcomeOf(t, dry, who, app, action) {
							from = append(from, r.relation)
						}
					}
					if len(from) > 0 {
						open = append(open, fmt.Sprintf("%s %s %s: %s", state, action, role, strings.Join(from, " ")))
					}
				}
			}
		}
		const golden = "testdata/cells.csv"
		text := "# state action role: regions of the grant from which neither right nor state refuses. Everything else is refused.\n" + strings.Join(open, "\n") + "\n"
		if *update {
			if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), text); diff != "" {
			t.Errorf("cells differ (-kept +happened):\n%s", diff)
		}
	})
}

func mapKeys(m map[workflow.Action]bool) func(func(workflow.Action) bool) {
	return func(yield func(workflow.Action) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// outcomeOf reports whether neither sight nor right nor state refused.
func outcomeOf(t *testing.T, service *workflow.Service, who workflow.Actor, app workflow.Application, action workflow.Action) bool {
	t.Helper()
	_, err := service.Do(context.Background(), who, workflow.Command{Application: app.ID, Version: app.Version, Action: action})
	var f *fault.Error
	switch {
	case err == nil:
		return true
	case !errors.As(err, &f) || f.Code == fault.Internal || f.Code == fault.Unavailable:
		t.Fatalf("%s %s in %s: %v", who.Name, action, app.State, err)
		return false
	default:
		return f.Code != fault.NotFound && f.Code != fault.Forbidden && !strings.Contains(f.Message, "不能办理“"+action.Label()+"”,请刷新后再看")
	}
}

// put sets an application into a state past the process.
func (st *stage) put(t *testing.T, s *store.Store, name string, state workflow.State) workflow.Application {
	t.Helper()
	app, err := s.Application(context.Background(), st.apps[name])
	must(t, err)
	must(t, s.InTx(context.Background(), func(tx workflow.Tx) error {
		app.State = state
		return tx.SaveApplication(&app)
	}))
	return app
}

// on is a service over another store.
func (st *stage) on(t *testing.T, s workflow.Store) *workflow.Service {
	t.Helper()
	door, err := access.New()
	must(t, err)
	return workflow.New(s, door, func() string { st.ids++; return fmt.Sprintf("id-%04d", st.ids) })
}
