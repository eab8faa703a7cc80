package api

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"xianjie/internal/review"
	"xianjie/workflow"
)

// draw is one random draw of experts, with everything needed to replay it.
type draw struct {
	ID             string       `json:"id"`
	BatchID        string       `json:"batchId"`
	Stage          string       `json:"stage"`
	StageLabel     string       `json:"stageLabel"`
	No             int          `json:"no" doc:"本阶段第几次抽取"`
	State          string       `json:"state" enum:"PROPOSED,PUBLISHED,DISCARDED"`
	StateLabel     string       `json:"stateLabel"`
	Reason         string       `json:"reason"`
	Seed           string       `json:"seed" doc:"公布的种子"`
	PerApplication int          `json:"perApplication" doc:"每份申报抽几人"`
	MinExperts     int          `json:"minExperts" doc:"每份申报至少几人"`
	LoadCap        int          `json:"loadCap" doc:"每位专家至多几份"`
	Candidates     []candidate  `json:"candidates" doc:"候选专家及其抽取后的份数"`
	Conflicts      []conflict   `json:"conflicts" doc:"回避清单"`
	Pairs          []drawnPair  `json:"pairs" doc:"抽中的分派"`
	Held           []drawnPair  `json:"held" doc:"抽取前已有的分派,计入人数与份数"`
	Counts         []drawnCount `json:"counts" doc:"各份申报的专家人数,已有的在内"`
	Digest         string       `json:"digest" doc:"候选名单与回避清单的摘要"`
	Replay         string       `json:"replay" doc:"如何复算"`
	Input          drawInput    `json:"input" doc:"复算所用的原始输入(账号与申报的 id)"`
	CreatedBy      string       `json:"createdBy" doc:"提出岗位"`
	CreatedAt      time.Time    `json:"createdAt"`
	DecidedAt      *time.Time   `json:"decidedAt" doc:"发布或作废的时刻"`
	Version        int64        `json:"version" doc:"供 If-Match 使用"`
}

// candidate is an expert who could be drawn.
type candidate struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Load int    `json:"load" doc:"抽取后分到的份数,已有的在内"`
}

// conflict is why an expert may not judge an application.
type conflict struct {
	Code   string `json:"code" doc:"专家编号"`
	No     string `json:"no" doc:"申报编号"`
	Ground string `json:"ground" enum:"SAME_CITY,SAME_UNIT,SERVED_THERE,DECLARED"`
	Detail string `json:"detail"`
}

// drawnPair ties an expert to an application.
type drawnPair struct {
	Code          string `json:"code" doc:"专家编号"`
	ApplicationID string `json:"applicationId"`
	No            string `json:"no" doc:"申报编号"`
}

// drawnCount is how many experts an application has.
type drawnCount struct {
	ApplicationID string `json:"applicationId"`
	No            string `json:"no"`
	Experts       int    `json:"experts"`
}

// drawInput is the draw's input as the digest is taken of it.
type drawInput struct {
	Applications []string         `json:"applications"`
	Candidates   []inputCandidate `json:"candidates"`
	Conflicts    []inputConflict  `json:"conflicts"`
	Held         []inputPair      `json:"held"`
}

// inputPair is an assignment by account and application.
type inputPair struct {
	Expert      string `json:"expert"`
	Application string `json:"application"`
}

// inputConflict is a conflict by account and application.
type inputConflict struct {
	Expert      string `json:"expert"`
	Application string `json:"application"`
	Ground      string `json:"ground"`
	Detail      string `json:"detail"`
}

// inputCandidate is a candidate by account.
type inputCandidate struct {
	Expert string `json:"expert"`
	Code   string `json:"code"`
}

// replayWords tells how anyone replays a draw (internal/review, stream.go and draw.go).
const replayWords = "随机数第 i 块 = HMAC-SHA256(密钥为种子的 UTF-8 文本,内容为“panel/阶段”、一个零字节、8 字节大端序的 i),每块依次得 4 个 64 位大端序整数;" +
	"取小于 n 的数时,不小于 n 的最大整数倍者弃去,余者对 n 取余;洗牌由末位起向前逐位与不大于其位的随机一位交换。" +
	"共抽 perApplication 轮,每轮先洗专家、再洗申报;人数少于本轮轮次的申报各得一人:不在回避清单、未达份数上限者中份数最少的,同数按洗牌次序,必要时调换他份。" +
	"摘要 = {\"candidates\":[…],\"conflicts\":[…]}(各按全部字段排序、去重的紧凑 JSON)的 SHA-256,可用 input 复核。"

// naming turns the ids of draws into codes, names and numbers.
type naming struct {
	names map[string]string // of experts, by code
	nos   map[string]string // of applications, by id
}

func (s *Server) naming(ctx context.Context, batchID string) (naming, error) {
	n := naming{map[string]string{}, map[string]string{}}
	pool, err := s.deps.Store.ReadExperts(ctx)
	if err != nil {
		return n, err
	}
	for _, e := range pool {
		n.names[e.Code] = e.Name
	}
	apps, err := s.batchApplications(ctx, batchID)
	for _, a := range apps {
		n.nos[a.ID] = a.No
	}
	return n, err
}

// batchApplications are all of a batch's applications the caller may see, by number.
func (s *Server) batchApplications(ctx context.Context, batchID string) ([]workflow.Application, error) {
	const size = 200
	var all []workflow.Application
	for page := 1; ; page++ {
		found, err := s.deps.Workflow.List(ctx, actorOf(ctx), workflow.Query{BatchID: batchID, Sort: "no", Page: page, PageSize: size})
		if err != nil {
			return nil, err
		}
		if all = append(all, found.Items...); page*size >= found.Total {
			return all, nil
		}
	}
}

func (n naming) draw(d workflow.Draw) draw {
	codes := map[string]string{}
	out := draw{ID: d.ID, BatchID: d.BatchID, Stage: string(d.Stage), StageLabel: stageLabels[d.Stage], No: d.No, State: string(d.State),
		StateLabel: d.State.Label(), Reason: d.Reason, Seed: d.Input.Seed, PerApplication: d.Input.PerApplication, MinExperts: d.Input.MinExperts,
		LoadCap: d.Input.LoadCap, Counts: []drawnCount{}, Digest: d.Drawn.Digest, Replay: replayWords, CreatedBy: d.CreatedName,
		CreatedAt: d.CreatedAt.UTC(), DecidedAt: instant(d.DecidedAt), Version: d.Version}
	out.Candidates = each(d.Input.Candidates, func(c review.Candidate) candidate {
		codes[c.Expert] = c.Code
		return candidate{c.Code, n.names[c.Code], d.Drawn.Loads[c.Expert]}
	})
	pair := func(p review.Pair) drawnPair { return drawnPair{codes[p.Expert], p.Application, n.nos[p.Application]} }
	out.Conflicts = each(d.Input.Conflicts, func(c review.Conflict) conflict {
		return conflict{codes[c.Expert], n.nos[c.Application], c.Ground, c.Detail}
	})
	out.Pairs, out.Held = each(d.Drawn.Pairs, pair), each(d.Input.Held, pair)
	for _, id := range slices.SortedFunc(maps.Keys(d.Drawn.Counts), func(a, b string) int { return strings.Compare(n.nos[a]+a, n.nos[b]+b) }) {
		out.Counts = append(out.Counts, drawnCount{id, n.nos[id], d.Drawn.Counts[id]})
	}
	out.Input = inputView(d.Input)
	return out
}

func inputView(in review.DrawInput) drawInput {
	pair := func(p review.Pair) inputPair { return inputPair(p) }
	return drawInput{Applications: append([]string{}, in.Applications...), Held: each(in.Held, pair),
		Candidates: each(in.Candidates, func(c review.Candidate) inputCandidate { return inputCandidate(c) }),
		Conflicts: each(in.Conflicts, func(c review.Conflict) inputConflict {
			return inputConflict{c.Expert, c.Application, c.Ground, c.Detail}
		})}
}
