package workflow

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/review"
)

// LockRanking asks to lock the ranking of a batch.
type LockRanking struct {
	Batch   string
	Version int64
	Seed    string // for lots between equals; "" lets the program make one, and one drawn from before stays
	Receipt *Receipt
}

// before are the states an application may not be in when the ranking is locked.
var before = []State{Reported, FormalCheck, ReturnedByProvince, ExpertReview, Defence, SiteCheck}

// after are those the ranking takes in.
var after = []State{Reviewed, PublicNotice, Awarded, NotAwarded}

// LockRanking ranks every reviewed application of the batch (domain 4.4) and keeps the result for good. Equal ones are parted by lots drawn
// from the kept seed. It may be locked anew when the list or a mark has changed, and the newest counts. Errors: Forbidden, NotFound, Stale, Refused.
func (s *Service) LockRanking(ctx context.Context, actor Actor, in LockRanking) (Ranking, error) {
	// Before the lock: one locked in between has raised the batch's version, and this one is refused.
	last, err := s.store.ReadRanking(ctx, in.Batch)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return Ranking{}, err
	}
	seed := cmp.Or(last.Seed, strings.TrimSpace(in.Seed)) // lots once drawn are not drawn until they please
	var k Ranking
	err = s.atBatch(ctx, actor, in.Batch, "ranking", "lock", func(tx Tx, o *office) error {
		if o.Batch.Version != in.Version {
			return Changed(o.Batch.Version, in.Version)
		}
		pending, err := tx.ApplicationsIn(o.Batch.ID, before, true)
		if err != nil {
			return err
		}
		var standings []Standing
		if k, standings, err = RankBatch(tx, o.Setup, o.Batch.ID, seed, s.newID); err != nil {
			return err
		}
		results, err := tx.Results(o.Batch.ID)
		if err != nil {
			return err
		}
		k.Digest = digest(o.Setup, k, standings, results)
		if blocks := unranked(o.Batch, pending, len(standings), k.Digest, last); len(blocks) > 0 {
			return fault.New(fault.Refused, "%s", blocks[0].Message)
		}
		k.BatchID, k.LockedBy, k.Name, k.LockedAt = o.Batch.ID, actor.AccountID, actor.Name, o.Now
		if err := tx.InsertRanking(&k); err != nil {
			return err
		}
		o.Batch.UpdatedAt = o.Now
		if err := tx.SaveBatch(&o.Batch); err != nil {
			return err
		}
		if err := o.note(tx, "ranking_lock", o.Batch.Code, k.Seed, k.Digest); err != nil {
			return err
		}
		return in.Receipt.keep(tx, k)
	})
	return k, err
}

func numbers(apps []Application) string {
	names := make([]string, len(apps))
	for i, a := range apps {
		names[i] = a.No
	}
	return strings.Join(names, "、")
}

// RankBatch locks and reads the applications the ranking takes in, and ranks them; LockRanking keeps what it gives.
func RankBatch(tx Tx, setup review.Setup, batchID, seed string, newSeed func() string) (Ranking, []Standing, error) {
	standings, err := tx.Standings(batchID, after, tieDimensions(setup))
	if err != nil {
		return Ranking{}, nil, err
	}
	return rank(setup, standings, seed, newSeed), standings, nil
}

// tieDimensions are the dimensions alone of the chain that parts equals.
func tieDimensions(setup review.Setup) []string {
	var chain []string
	for _, key := range setup.TieBreak {
		if !slices.Contains([]review.TieKey{review.ByWritten, review.ByIntegration, review.ByLot}, key) {
			chain = append(chain, string(key))
		}
	}
	return chain
}

// digest is of the file a ranking can be recomputed from: two rankings with the same are the same.
func digest(setup review.Setup, k Ranking, standings []Standing, results []Result) string {
	sum := sha256.Sum256(recomputationFile(setup, k, numbersOf(standings), results).Canonical())
	return hex.EncodeToString(sum[:])
}

// rank orders the scored applications; lots are drawn only where nothing else parts them.
func rank(setup review.Setup, standings []Standing, seed string, newSeed func() string) Ranking {
	k := Ranking{Rows: rankingRows(standings)}
	k.Places = setup.Rank(k.Rows)
	tied := false
	for _, p := range k.Places {
		tied = tied || len(p.Tied) > 0
	}
	if !tied || !slices.Contains(setup.TieBreak, review.ByLot) {
		return k
	}
	if k.Seed = seed; seed == "" {
		k.Seed = newSeed()
	}
	for _, p := range k.Places {
		if len(p.Tied) == 0 {
			continue
		}
		lots := review.DrawLots(k.Seed, append([]string{p.Application}, p.Tied...))
		for i := range k.Rows {
			if lot, drawn := lots[k.Rows[i].Application]; drawn {
				k.Rows[i].Lot = lot
			}
		}
	}
	k.Places = setup.Rank(k.Rows)
	return k
}

// rankingRows are the scored applications as the ranking sees them, by number.
func rankingRows(standings []Standing) []review.Row {
	order := make([]*Standing, len(standings))
	for i := range standings {
		order[i] = &standings[i]
	}
	slices.SortFunc(order, func(a, b *Standing) int { return strings.Compare(a.No, b.No) })
	rows := make([]review.Row, 0, len(standings))
	for _, s := range order {
		if s.Composite == nil {
			continue
		}
		row := review.Row{Application: s.ID, Composite: *s.Composite, Integrated: s.Integrated, Linkage: s.Linkage}
		if s.Written != nil {
			row.Written, row.Dims = *s.Written, s.Dims
		}
		rows = append(rows, row)
	}
	return rows
}

// RankingView is a locked ranking with everything that led to it.
type RankingView struct {
	Ranking      Ranking
	Setup        review.Setup
	Applications []Application // by number, veiled
	Results      []Result
	Advice       *review.Robustness // for the province alone; nil for others
	Published    bool
	Zone         *time.Location // the batch's, for shown instants
}

// Ranking is the ranking in force. The province and its auditors see it once it is locked; county and city once a notice has opened; experts
// never (domain chapter 5.5). Errors: Forbidden, NotFound.
func (s *Service) Ranking(ctx context.Context, actor Actor, batchID string) (RankingView, error) {
	if err := s.mayRead(actor, "ranking"); err != nil {
		return RankingView{}, err
	}
	v := RankingView{}
	var err error
	if v.Published, err = s.published(ctx, batchID); err != nil {
		return v, err
	}
	if !v.Published && !seesUnpublished(actor) {
		return v, fault.New(fault.NotFound, "本批评审结果还没有公布")
	}
	if v.Ranking, err = s.store.ReadRanking(ctx, batchID); err != nil {
		return v, err
	}
	c, err := s.showing(ctx, Actor{}, Application{BatchID: batchID})
	if err != nil {
		return v, err
	}
	v.Setup, v.Zone = c.Setup, c.Pack.Zone()
	if v.Results, err = s.store.ReadResults(ctx, batchID); err != nil {
		return v, err
	}
	for _, row := range v.Ranking.Rows {
		app, err := s.store.Application(ctx, row.Application)
		if err != nil {
			return v, err
		}
		v.Applications = append(v.Applications, Sight{}.Veil(app)) // the public face, whoever asks
	}
	if seesUnpublished(actor) {
		advice := v.Setup.Robustness(cases(v))
		v.Advice = &advice
	}
	return v, nil
}

// published reports whether a notice of the batch has ever opened.
func (s *Service) published(ctx context.Context, batchID string) (bool, error) {
	notices, err := s.store.Notices(ctx, batchID)
	return slices.ContainsFunc(notices, func(n Notice) bool { return n.State != NoticeDraft }), err
}

// cases are the ranked applications as the advice sees them.
func cases(v RankingView) []review.Case {
	out := []review.Case{}
	for _, row := range v.Ranking.Rows {
		c := review.Case{Row: row}
		for _, r := range v.Results {
			switch {
			case r.ApplicationID != row.Application:
			case r.Kind == ResultWritten:
				c.Marks = r.Marks
			case r.Kind == ResultDefence:
				c.Defence = &r.Marks
			case r.Kind == ResultComposite:
				c.Site = r.Site
			}
		}
		out = append(out, c)
	}
	return out
}
