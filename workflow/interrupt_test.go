package workflow_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"xianjie/internal/audit"
	"xianjie/internal/proposal"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/policy/access"
	"xianjie/workflow"
)

var errCut = errors.New("cut")

// cutting is a real store whose transactions break off before their n-th write.
type cutting struct {
	workflow.Store
	left int
}

func (c *cutting) InTx(ctx context.Context, do func(workflow.Tx) error) error {
	return c.Store.InTx(ctx, func(tx workflow.Tx) error { return do(&cutTx{Tx: tx, left: &c.left}) })
}

type cutTx struct {
	workflow.Tx
	left *int
}

func (c *cutTx) cut() error {
	*c.left--
	if *c.left < 0 {
		return errCut
	}
	return nil
}

func (c *cutTx) SaveApplication(a *workflow.Application) error {
	return errors.Join(c.cut(), c.Tx.SaveApplication(a))
}

func (c *cutTx) InsertSnapshot(s workflow.Snapshot) error {
	return errors.Join(c.cut(), c.Tx.InsertSnapshot(s))
}

func (c *cutTx) InsertStep(s *workflow.Step) error { return errors.Join(c.cut(), c.Tx.InsertStep(s)) }

func (c *cutTx) AppendAudit(e audit.Entry) error { return errors.Join(c.cut(), c.Tx.AppendAudit(e)) }

func (c *cutTx) InsertSignature(s workflow.Signature) error {
	return errors.Join(c.cut(), c.Tx.InsertSignature(s))
}

func (c *cutTx) VoidSignatures(id string, round int, spare workflow.Action, at time.Time) error {
	return errors.Join(c.cut(), c.Tx.VoidSignatures(id, round, spare, at))
}

func (c *cutTx) Claim(claim workflow.Claim, quota int) (bool, []workflow.Claim, error) {
	taken, holders, err := c.Tx.Claim(claim, quota)
	return taken, holders, errors.Join(c.cut(), err)
}

func (c *cutTx) SaveSection(id string, s workflow.Section) (int64, error) {
	version, err := c.Tx.SaveSection(id, s)
	return version, errors.Join(c.cut(), err)
}

func (c *cutTx) InsertAttachment(a workflow.Attachment) error {
	return errors.Join(c.cut(), c.Tx.InsertAttachment(a))
}

// traces is everything one application left behind.
func traces(t *testing.T, s *store.Store, id string) []any {
	t.Helper()
	ctx := context.Background()
	app, err := s.Application(ctx, id)
	must(t, err)
	steps, err := s.Steps(ctx, id)
	must(t, err)
	desk, err := s.Desk(ctx, id)
	must(t, err)
	snapshots, err := s.Snapshots(ctx, id)
	must(t, err)
	files, err := s.ReadAttachments(ctx, id)
	must(t, err)
	document, err := s.ReadDocument(ctx, id)
	must(t, err)
	entries, err := s.Audit(ctx, workflow.Stream(id), 0, 1000)
	must(t, err)
	county, err := s.ReadClaims(ctx, app.BatchID, "Q01", app.CountyCode)
	must(t, err)
	city, err := s.ReadClaims(ctx, app.BatchID, "Q02", app.CityCode)
	must(t, err)
	return []any{app, steps, desk, snapshots, files, document, entries, county, city}
}

// cutEverywhere runs a command broken off before its first write, its second, and so on, until it goes through. Until then it must leave no
// trace; a command that was not cut at least twice proves nothing.
func cutEverywhere(t *testing.T, s *store.Store, name string, left func() []any, run func(*workflow.Service) error) {
	t.Helper()
	door, err := access.New()
	must(t, err)
	for n := 0; ; n++ {
		before := left()
		err := run(workflow.New(&cutting{Store: s, left: n}, door, uuid.NewString))
		if err == nil {
			if n < 2 {
				t.Errorf("%s was never cut", name)
			}
			return
		}
		if !errors.Is(err, errCut) {
			t.Fatalf("%s cut before write %d: %v", name, n+1, err)
		}
		if diff := cmp.Diff(before, left()); diff != "" {
			t.Fatalf("%s cut before write %d left something:\n%s", name, n+1, diff)
		}
	}
}

// Whatever write a command breaks off before, nothing of it is left; uncut, it then goes through.
func TestACommandCutBeforeAnyOfItsWritesLeavesNothing(t *testing.T) {
	step := func(who string, action workflow.Action, in workflow.Input) func(*workflow.Service, workflow.Application) error {
		return func(service *workflow.Service, app workflow.Application) error {
			_, err := service.Do(context.Background(), actor(who), workflow.Command{Application: app.ID, Version: app.Version, Action: action, Opinion: "同意", Input: in})
			return err
		}
	}
	commands := []struct {
		name string
		run  func(*workflow.Service, workflow.Application) error
	}{
		{"save a section", func(service *workflow.Service, app workflow.Application) error {
			section, err := service.Section(context.Background(), actor("county_filer@370686"), app.ID, proposal.SectionPlan)
			if err != nil {
				return err
			}
			_, err = service.SaveSection(context.Background(), actor("county_filer@370686"), workflow.SaveSection{Application: app.ID, Name: section.Name,
				Version: section.Version, Body: []byte(`{"title":"改过的规划","startDate":"2023-01-01","endDate":"2024-12-31"}`)})
			return err
		}},
		{"attach a file", func(service *workflow.Service, app workflow.Application) error {
			nothing := func() error { return nil }
			_, err := service.AttachFile(context.Background(), actor("county_filer@370686"), workflow.Attach{Application: app.ID, Kind: "SITE_PHOTO", FileName: "现场.pdf",
				Size: 9, MediaType: "application/pdf", SHA256: proposal.Digest([]byte("photo")), Place: nothing, Remove: nothing})
			return err
		}},
		{"submit", step("county_signer@370686", workflow.Submit, workflow.Input{})},
		{"accept", step("city_reviewer@370600", workflow.Accept, workflow.Input{})},
		{"sign", step("city_reviewer@370600", workflow.Shortlist, ranked())},
		{"complete the recommendation", step("city_finance@370600", workflow.Shortlist, workflow.Input{})},
		{"report", step("city_signer@370600", workflow.Report, workflow.Input{CityDocNo: "烟政呈〔2022〕51号"})},
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		id := l.ready("370686", "栖霞市").ID
		for _, command := range commands {
			cutEverywhere(t, s, command.name, func() []any { return traces(t, s, id) },
				func(service *workflow.Service) error { return command.run(service, l.see(id)) })
		}
	})
}
