package workflow

import (
	"context"
	"slices"
	"time"

	"xianjie/policy"
)

// Hearing is what a county is told when its disqualification is proposed, so that it can answer (domain 3.5.2 通知县市, 申辩期): on what clause,
// by which facts, and until when. It does not carry the desks' opinions.
type Hearing struct {
	By     Role
	Clause string
	Facts  string
	ToldAt time.Time
	Until  time.Time // nothing may be decided before
}

// hearingEnd is when the 申辩期 that began with a signature is over.
func hearingEnd(pack *policy.Pack, g Signature) time.Time {
	return pack.AddWorkdays(g.SignedAt, pack.Params.HearingWorkdays)
}

// hearing is the proposal that stands, decided or not; nil when there is none or another step has voided it.
func (s *Service) hearing(ctx context.Context, app Application, signatures []Signature) (*Hearing, error) {
	i := slices.IndexFunc(signatures, func(g Signature) bool { return g.Action == Disqualify && g.Role == ProvAdmin && g.VoidedAt == nil })
	if i < 0 {
		return nil, nil
	}
	c, err := s.showing(ctx, Actor{}, Application{BatchID: app.BatchID})
	if err != nil {
		return nil, err
	}
	g := signatures[i]
	return &Hearing{By: g.Role, Clause: g.Input.Clause, Facts: g.Input.Facts, ToldAt: g.SignedAt, Until: hearingEnd(c.Pack, g)}, nil
}
