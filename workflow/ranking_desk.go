package workflow

import (
	"context"
	"fmt"
	"slices"

	"xianjie/internal/fault"
	"xianjie/policy"
)

// RankingDesk is how far a batch is from its ranking, and what one person may do about it.
type RankingDesk struct {
	Batch    Batch
	Locked   int           // number of the ranking in force, 0 for none
	Pending  []Application // in the process and not reviewed to the end, by number
	Reviewed int           // how many the ranking takes in
	Offers   []Offer       // never nil
}

// RankingDesk is what the province looks at before it locks. Errors: Forbidden, NotFound, also for whoever sees only what is published.
func (s *Service) RankingDesk(ctx context.Context, actor Actor, batchID string) (RankingDesk, error) {
	if err := s.mayRead(actor, "ranking"); err != nil {
		return RankingDesk{}, err
	}
	if !seesUnpublished(actor) {
		return RankingDesk{}, fault.New(fault.NotFound, "锁定排名由省级办理")
	}
	d := RankingDesk{Pending: []Application{}, Offers: []Offer{}}
	var err error
	if d.Batch, err = s.store.ReadBatch(ctx, batchID); err != nil {
		return d, err
	}
	k, err := s.store.ReadRanking(ctx, batchID)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return d, err
	}
	d.Locked = k.No
	for page := 1; ; page++ {
		found, err := s.List(ctx, actor, Query{BatchID: batchID, States: slices.Concat(before, after), Sort: "no", Page: page, PageSize: 200})
		if err != nil {
			return d, err
		}
		for _, app := range found.Items {
			if slices.Contains(after, app.State) {
				d.Reviewed++
			} else {
				d.Pending = append(d.Pending, app)
			}
		}
		if page*found.PageSize >= found.Total {
			break
		}
	}
	as := s.roleFor(actor, policy.Root().Code, "ranking", "lock")
	if as == "" {
		return d, nil
	}
	now, err := s.digestNow(ctx, k)
	if err != nil {
		return d, err
	}
	d.Offers = append(d.Offers, Offer{Action: Lock, Label: lockLabel(d.Locked), Role: as, Asks: []Ask{}, BlockedBy: unranked(d.Batch, d.Pending, d.Reviewed, now, k)})
	return d, nil
}

// digestNow is the digest a ranking locked now would have, "" where none is locked to compare it with.
func (s *Service) digestNow(ctx context.Context, last Ranking) (string, error) {
	if last.No == 0 {
		return "", nil
	}
	c, err := s.showing(ctx, Actor{}, Application{BatchID: last.BatchID})
	if err != nil {
		return "", err
	}
	standings, err := s.store.ReadStandings(ctx, last.BatchID, after, tieDimensions(c.Setup))
	if err != nil {
		return "", err
	}
	results, err := s.store.ReadResults(ctx, last.BatchID)
	if err != nil {
		return "", err
	}
	return digest(c.Setup, rank(c.Setup, standings, last.Seed, s.newID), standings, results), nil
}

func lockLabel(locked int) string {
	if locked > 0 {
		return "重新锁定排名"
	}
	return "锁定排名"
}

// unranked is why a batch cannot be ranked now, or not anew with the digest it would have; never nil.
func unranked(b Batch, pending []Application, reviewed int, digest string, last Ranking) []Block {
	blocks := append([]Block{}, reviewing(&Case{Batch: b})...)
	if len(pending) > 0 {
		blocks = append(blocks, block("", fmt.Sprintf("还有 %d 件没有评完(%s),不能锁定排名", len(pending), numbers(pending)))...)
	}
	if reviewed == 0 {
		blocks = append(blocks, block("", "没有评审完成的申报,不能锁定排名")...)
	}
	if last.No > 0 && digest == last.Digest {
		blocks = append(blocks, block("", fmt.Sprintf("名单和成绩与第 %d 次锁定时一样,不能重新锁定", last.No))...)
	}
	return blocks
}
