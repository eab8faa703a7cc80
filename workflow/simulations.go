package workflow

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	jsonpatch "github.com/evanphx/json-patch/v5"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// simulatedMost bounds one simulation: well above one application for every county of the province.
const simulatedMost = 300

// NewSimulation asks for a 政策推演: what the frozen applications of a batch would have come to under other parameters.
type NewSimulation struct {
	Batch   string
	Title   string
	Params  []byte // RFC 7386 merge patch on the pack's params
	Receipt *Receipt
}

// Simulate evaluates the batch's reported applications under the pack in force and under the changed one, and keeps the comparison. It
// reads; nothing it computes is ever written to an application, a finding or a pack. Errors: Forbidden, NotFound, Invalid (title, or a patch that
// makes the pack invalid, with the places), Refused (nothing reported yet, too many).
func (s *Service) Simulate(ctx context.Context, actor Actor, in NewSimulation) (Simulation, error) {
	root := policy.Root().Code
	as := s.roleFor(actor, root, "simulation", "create")
	if as == "" {
		return Simulation{}, fault.New(fault.Forbidden, "政策推演由省级办理")
	}
	title := strings.TrimSpace(in.Title)
	if n := utf8.RuneCountInString(title); n == 0 || n > titleLimit {
		return Simulation{}, fault.At("推演没有填全", []fault.Place{{Location: "/title", Message: "请填写推演名称,200 字以内"}})
	}
	m := Simulation{ID: s.newID(), BatchID: in.Batch, Title: title, Patch: in.Params, CreatedBy: actor.AccountID, Name: actor.Name}
	if err := s.simulate(ctx, &m); err != nil {
		return Simulation{}, err
	}
	err := s.store.InTx(ctx, func(tx Tx) error {
		if err := tx.InsertSimulation(m); err != nil {
			return err
		}
		if err := tx.AppendAudit(audit.Entry{Stream: BatchStream(m.BatchID), At: m.CreatedAt, AccountID: actor.AccountID, Actor: actor.Name, Role: string(as),
			Region: root, Action: "simulate", Object: m.Title, AfterDigest: proposal.Digest(m.Result), Address: actor.Address}); err != nil {
			return err
		}
		return in.Receipt.keep(tx, m)
	})
	if err != nil {
		return Simulation{}, err
	}
	return m, nil
}

// simulate fills in the result. What is read is read in one transaction; the evaluation holds none.
func (s *Service) simulate(ctx context.Context, m *Simulation) error {
	var cases []frozenCase
	c := &Case{App: Application{BatchID: m.BatchID}}
	err := s.store.InTx(ctx, func(tx Tx) error {
		var err error
		if c.Batch, err = tx.Batch(m.BatchID); err != nil {
			return err
		}
		if c.Now, err = tx.Now(); err != nil {
			return err
		}
		if err := s.packIn(tx, c); err != nil {
			return err
		}
		cases, err = frozenCases(tx, m.BatchID, c.Now)
		return err
	})
	if err != nil {
		return err
	}
	changed, err := patched(c.Pack, m.Patch)
	if err != nil {
		return err
	}
	result, err := compare(ctx, c.Pack, changed, cases)
	if err != nil {
		return err
	}
	result.Mark, result.PackVersion, result.PackDocNo, result.PackDigest, result.TakenAt = SimulationMark, c.PackNo, c.Pack.Ref().DocNo, c.Pack.Digest(), c.Now
	m.CreatedAt = c.Now
	m.Result, err = json.Marshal(result, json.Deterministic(true))
	return err
}

// patched is the pack with its parameters changed, checked like any imported pack.
func patched(pack *policy.Pack, patch []byte) (*policy.Pack, error) {
	if jsontext.Value(patch).Kind() != '{' {
		return nil, fault.At("参数改动有误", []fault.Place{{Location: "/params", Message: "应为 JSON 对象,只写要改动的参数"}})
	}
	var members map[string]jsontext.Value
	if err := json.Unmarshal(pack.Canonical(), &members); err != nil {
		return nil, fault.Wrap(fault.Internal, "政策包无法读取", err)
	}
	params, err := jsonpatch.MergePatch(members["params"], patch)
	if err != nil {
		return nil, fault.Wrap(fault.Malformed, "参数改动无法合并,请核对正文", err)
	}
	members["params"] = params
	whole, err := json.Marshal(members, json.Deterministic(true))
	if err != nil {
		return nil, fault.Wrap(fault.Malformed, "参数改动无法合并,请核对正文", err)
	}
	return policy.ParsePack(whole)
}

// frozenCase is one application as it was judged, with its waivers.
type frozenCase struct {
	app      Application
	snapshot Snapshot
	waived   map[policy.RuleID]string
}

func frozenCases(tx Tx, batch string, now time.Time) ([]frozenCase, error) {
	snapshots, apps, err := tx.Frozen(batch)
	switch {
	case err != nil:
		return nil, err
	case len(apps) == 0:
		return nil, fault.New(fault.Refused, "本批还没有报省的申报,无从推演")
	case len(apps) > simulatedMost:
		return nil, fault.New(fault.Refused, "本批有 %d 件报省的申报,一次推演最多 %d 件", len(apps), simulatedMost)
	}
	cases := make([]frozenCase, len(apps))
	for i, a := range apps {
		around, err := tx.Surroundings(a, WantWaivers)
		if err != nil {
			return nil, err
		}
		cases[i] = frozenCase{a, snapshots[i], waived(around.Waivers, now)}
	}
	return cases, nil
}

// readsSimulations: simulations show every county side by side, so only whoever may see the whole province reads them.
func (s *Service) readsSimulations(actor Actor) bool {
	return s.roleFor(actor, policy.Root().Code, "simulation", "read") != ""
}

// Simulations are those of a batch without their results, newest first.
func (s *Service) Simulations(ctx context.Context, actor Actor, batch string) ([]Simulation, error) {
	if !s.readsSimulations(actor) {
		return []Simulation{}, nil
	}
	return s.store.Simulations(ctx, batch)
}

// Simulation is one simulation with its result.
func (s *Service) Simulation(ctx context.Context, actor Actor, id string) (Simulation, SimulationResult, error) {
	m, err := s.store.ReadSimulation(ctx, id)
	if err == nil && !s.readsSimulations(actor) {
		err = fault.New(fault.NotFound, "没有这次推演")
	}
	if err != nil {
		return Simulation{}, SimulationResult{}, err
	}
	result, err := m.Read()
	return m, result, err
}

// Read is the kept result.
func (m Simulation) Read() (SimulationResult, error) {
	var result SimulationResult
	if err := json.Unmarshal(m.Result, &result); err != nil {
		return SimulationResult{}, fault.Wrap(fault.Internal, "推演结果无法读取", err)
	}
	return result, nil
}
