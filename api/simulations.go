package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json/jsontext"

	"xianjie/policy"
	"xianjie/workflow"
)

const objectSimulation = "simulation"

func (s *Server) simulationRoutes() {
	list := "/batches/{batchId}/simulations"
	register(s, operation{id: "listSimulations", method: http.MethodGet, path: list, summary: "批次的政策推演", tag: tagBatches,
		object: objectSimulation, action: "read"}, s.listSimulations)
	register(s, operation{id: "simulate", method: http.MethodPost, path: list, summary: "政策推演:假如参数改变", tag: tagBatches,
		object: objectSimulation, action: "create", status: http.StatusCreated, intake: command,
		says: "对已报省的定稿按现行政策包和改动后的参数各判一遍。只供参考:不改动任何申报、判定和政策包,也不能转为正式版本。"}, s.simulate)
	register(s, operation{id: "getSimulation", method: http.MethodGet, path: "/simulations/{simulationId}", summary: "查看推演", tag: tagBatches,
		object: objectSimulation, action: "read"}, s.getSimulation)
}

// SimulationRow is a simulation without its result.
type SimulationRow struct {
	Mark      string    `json:"mark" doc:"固定为“推演”:不是审查结论"`
	ID        string    `json:"id"`
	BatchID   string    `json:"batchId"`
	Title     string    `json:"title"`
	Params    anyParams `json:"params" doc:"改动的参数"`
	Name      string    `json:"name" doc:"推演岗位"`
	CreatedAt time.Time `json:"createdAt"`
}

// anyParams is a merge patch on the parameters of a pack, kept as it was written.
type anyParams struct{ jsontext.Value }

// Schema implements huma.SchemaProvider.
func (anyParams) Schema(r huma.Registry) *huma.Schema { return mergePatch{}.Schema(r) }

// simulation is a simulation with its result.
type simulation struct {
	SimulationRow
	PackVersion  int             `json:"packVersion" doc:"所据政策包版本"`
	PackDocNo    string          `json:"packDocNo" doc:"所据政策包文号"`
	PackDigest   string          `json:"packDigest" doc:"所据政策包的 SHA-256"`
	TakenAt      time.Time       `json:"takenAt" doc:"读取定稿的时刻"`
	Before       simulatedSum    `json:"before" doc:"现行参数"`
	After        simulatedSum    `json:"after" doc:"改动后"`
	Applications []simulatedCase `json:"applications"`
}

// simulatedSum adds a batch up under one set of parameters.
type simulatedSum struct {
	Passing    int `json:"passing" doc:"阻断规则全部通过(或有豁免)的件数"`
	Provincial wan `json:"provincial" doc:"其奖补额合计,万元"`
}

// simulatedCase is one application under both.
type simulatedCase struct {
	ApplicationID string `json:"applicationId"`
	No            string `json:"no"`
	City          string `json:"city"`
	County        string `json:"county"`
	SnapshotNo    int    `json:"snapshotNo" doc:"所据定稿"`
	PassesBefore  bool   `json:"passesBefore"`
	PassesAfter   bool   `json:"passesAfter"`
	AmountBefore  wan    `json:"amountBefore" doc:"档位奖补额,万元;0 为没有档位"`
	AmountAfter   wan    `json:"amountAfter" doc:"档位奖补额,万元;0 为没有档位"`
	TierChanged   bool   `json:"tierChanged" doc:"档位奖补额有变"`
	Flips         []flip `json:"flips" doc:"判定有变的规则"`
}

// flip is one rule whose verdict changes.
type flip struct {
	Rule         string         `json:"rule"`
	Name         string         `json:"name"`
	From         policy.Verdict `json:"from"`
	To           policy.Verdict `json:"to"`
	FigureBefore string         `json:"figureBefore"`
	FigureAfter  string         `json:"figureAfter"`
}

func simulationRowView(m workflow.Simulation) SimulationRow {
	return SimulationRow{workflow.SimulationMark, m.ID, m.BatchID, m.Title, anyParams{m.Patch}, m.Name, m.CreatedAt.UTC()}
}

func simulationView(m workflow.Simulation, r workflow.SimulationResult) simulation {
	return simulation{simulationRowView(m), r.PackVersion, r.PackDocNo, r.PackDigest, r.TakenAt.UTC(), sumView(r.Before), sumView(r.After),
		each(r.Applications, func(c workflow.SimulatedCase) simulatedCase {
			return simulatedCase{c.ApplicationID, c.No, c.City, c.County, c.SnapshotNo, c.PassesBefore, c.PassesAfter, wan{c.AmountBefore},
				wan{c.AmountAfter}, c.TierChanged, each(c.Flips, func(f workflow.Flip) flip {
					return flip{string(f.Rule), f.Name, f.From, f.To, f.FigureBefore, f.FigureAfter}
				})}
		})}
}

func sumView(s workflow.SimulatedSum) simulatedSum { return simulatedSum{s.Passing, wan{s.Provincial}} }

func (s *Server) listSimulations(ctx context.Context, in *struct{ OfBatch }) (*answer[list[SimulationRow]], error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	all, err := s.deps.Workflow.Simulations(ctx, actorOf(ctx), in.BatchID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(all, simulationRowView)), ""), nil
}

func (s *Server) getSimulation(ctx context.Context, in *struct {
	SimulationID string `path:"simulationId" maxLength:"64" doc:"推演的 id"`
	Conditional
}) (*answer[simulation], error) {
	m, result, err := s.deps.Workflow.Simulation(ctx, actorOf(ctx), in.SimulationID)
	if err != nil {
		return nil, err
	}
	tag := newStamp().text(m.ID).tag() // it never changes
	if in.has(tag) {
		return unchanged[simulation](tag), nil
	}
	return answered(simulationView(m, result), tag), nil
}

type simulationAsked struct {
	OfBatch
	Keyed
	Body struct {
		Title  string    `json:"title" minLength:"1" maxLength:"200" doc:"推演名称"`
		Params anyParams `json:"params"`
	}
}

func (s *Server) simulate(ctx context.Context, in *simulationAsked) (*answer[simulation], error) {
	view := func(m workflow.Simulation) *answer[simulation] {
		result, _ := m.Read() // it was written a moment ago
		return created(simulationView(m, result), newStamp().text(m.ID).tag(), Base+"/simulations/"+m.ID)
	}
	m, err := s.deps.Workflow.Simulate(ctx, actorOf(ctx), workflow.NewSimulation{Batch: in.BatchID, Title: in.Body.Title, Params: in.Body.Params.Value,
		Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(m), nil
}
