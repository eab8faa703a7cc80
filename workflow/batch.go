package workflow

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/policy"
)

// NewBatch asks for a batch in CONFIG with its first pack.
type NewBatch struct {
	Pack    []byte // import format
	Receipt *Receipt
}

// CreateBatch imports a policy pack and opens a batch for it. Errors: Forbidden, Invalid (every fault of the pack), Refused (code taken).
func (s *Service) CreateBatch(ctx context.Context, actor Actor, n NewBatch) (Batch, error) {
	pack, err := policy.ParsePack(n.Pack)
	if err != nil {
		return Batch{}, err
	}
	return s.onBatch(ctx, actor, "create", n.Receipt, func(tx Tx, now time.Time) (Batch, string, error) {
		b := Batch{ID: s.newID(), Code: pack.BatchCode, Title: pack.Title, Year: pack.Params.Year, BasisDocNo: pack.Basis, State: BatchConfig,
			PackVersion: 1, CreatedAt: now, UpdatedAt: now}
		if err := tx.InsertBatch(&b); err != nil {
			return Batch{}, "", err
		}
		return b, pack.Digest(), tx.InsertPack(PackVersion{BatchID: b.ID, Version: 1, DocNo: pack.Basis, EffectiveAt: now, Digest: pack.Digest(),
			Body: pack.Canonical(), CreatedBy: actor.AccountID, CreatedAt: now})
	})
}

// PutPack replaces the working pack of a batch still in CONFIG.
type PutPack struct {
	Batch   string
	Version int64
	Pack    []byte
}

// PutPack takes a corrected pack. Errors: Forbidden, Stale, Invalid, Refused (already published: supersede it instead).
func (s *Service) PutPack(ctx context.Context, actor Actor, in PutPack) (Batch, error) {
	pack, err := policy.ParsePack(in.Pack)
	if err != nil {
		return Batch{}, err
	}
	return s.moveBatch(ctx, actor, "update", in.Batch, in.Version, nil, func(tx Tx, b *Batch, now time.Time) (string, error) {
		if b.State != BatchConfig {
			return "", fault.New(fault.Refused, "批次已发布,政策包不能修改;请以新文号发布新版本")
		}
		if err := b.sameCode(pack); err != nil {
			return "", err
		}
		b.Title, b.Year, b.BasisDocNo = pack.Title, pack.Params.Year, pack.Basis
		return pack.Digest(), tx.ReplacePack(PackVersion{BatchID: b.ID, Version: b.PackVersion, DocNo: pack.Basis, EffectiveAt: now,
			Digest: pack.Digest(), Body: pack.Canonical(), CreatedBy: actor.AccountID, CreatedAt: now})
	})
}

// Supersede asks for a new version of a published pack.
type Supersede struct {
	Batch       string
	Version     int64
	Pack        []byte
	DocNo       string    // document that orders the change
	EffectiveAt time.Time // not in the past; zero means at once
	Receipt     *Receipt
}

// SupersedePack adds a pack version. Verdicts already given keep theirs; new ones use it from its effective instant.
func (s *Service) SupersedePack(ctx context.Context, actor Actor, in Supersede) (Batch, error) {
	pack, err := policy.ParsePack(in.Pack)
	if err != nil {
		return Batch{}, err
	}
	if strings.TrimSpace(in.DocNo) == "" {
		return Batch{}, fault.At("缺少文号", []fault.Place{{Location: "/docNo", Message: "请填写调整批次参数所依据的文号"}})
	}
	return s.moveBatch(ctx, actor, "pack_supersede", in.Batch, in.Version, in.Receipt, func(tx Tx, b *Batch, now time.Time) (string, error) {
		if b.State == BatchConfig {
			return "", fault.New(fault.Refused, "批次尚未发布,可直接修改政策包")
		}
		if err := b.sameCode(pack); err != nil {
			return "", err
		}
		if err := s.keepsReview(tx, *b, pack); err != nil {
			return "", err
		}
		if in.EffectiveAt.IsZero() {
			in.EffectiveAt = now
		}
		if in.EffectiveAt.Before(now) {
			return "", fault.At("生效时刻不能早于现在", []fault.Place{{Location: "/effectiveAt", Message: "已作出的判定不再改判,请填现在或以后的时刻"}})
		}
		b.PackVersion++
		return pack.Digest(), tx.InsertPack(PackVersion{BatchID: b.ID, Version: b.PackVersion, DocNo: in.DocNo, EffectiveAt: in.EffectiveAt.UTC().Truncate(time.Microsecond),
			Digest: pack.Digest(), Body: pack.Canonical(), PublishedAt: &now, CreatedBy: actor.AccountID, CreatedAt: now})
	})
}

// keepsReview refuses a version that would change how the batch is judged once review has opened: rubric, reckoning and stages are pinned.
func (s *Service) keepsReview(tx Tx, b Batch, next *policy.Pack) error {
	if b.ReviewPack == 0 {
		return nil
	}
	text, err := tx.PackBody(b.ID, b.ReviewPack)
	if err != nil {
		return err
	}
	pinned, err := policy.ParsePack(text)
	if err != nil {
		return err
	}
	var places []fault.Place
	if !policy.SameReview(pinned, next) {
		places = append(places, fault.Place{Location: "/review", Message: "评审已经开始,评分表、汇总口径和抽取办法不能再改"})
	}
	if !slices.Equal(pinned.Params.Stages, next.Params.Stages) {
		places = append(places, fault.Place{Location: "/params/stages", Message: "评审已经开始,评审环节不能再改"})
	}
	if len(places) == 0 {
		return nil
	}
	return &fault.Error{Code: fault.Refused, Message: "评审已经开始,以第 " + strconv.Itoa(b.ReviewPack) + " 版政策包的评审办法为准", Places: places}
}

func (b Batch) sameCode(pack *policy.Pack) error {
	if pack.BatchCode == b.Code {
		return nil
	}
	return fault.At("政策包与批次不符", []fault.Place{{Location: "/batchCode", Message: "应为 " + b.Code + ",文件为 " + pack.BatchCode}})
}

// BatchMove asks for the next state of a batch.
type BatchMove struct {
	Batch   string
	Version int64
	Action  string // publish, open, close_collection, conclude
	Receipt *Receipt
}

// batchMoves is the batch's own table.
var batchMoves = map[string]struct {
	from, to BatchState
	guard    func(pack *policy.Pack, now time.Time) error
	settled  bool // no application may still be under review
}{
	"publish":          {from: BatchConfig, to: BatchPublished},
	"open":             {from: BatchPublished, to: BatchCollecting},
	"close_collection": {from: BatchCollecting, to: BatchReviewing, guard: collectionOver},
	"conclude":         {from: BatchReviewing, to: BatchAwarded, settled: true},
}

// Moves are the acts open on a batch in its state, its pack's among them; who may take them is for access.
func (b Batch) Moves() []string {
	moves := []string{"update"}
	if b.State != BatchConfig {
		moves[0] = "pack_supersede"
	}
	for action, move := range batchMoves {
		if move.from == b.State {
			moves = append(moves, action) // one at most leaves a state
		}
	}
	return moves
}

// underReview are the states in which the province still owes an application its decision.
var underReview = []State{Reported, FormalCheck, ReturnedByProvince, ExpertReview, Defence, SiteCheck, Reviewed, PublicNotice}

// settled: a batch is concluded once every reported application has its decision.
func settled(tx Tx, batchID string) error {
	left, err := tx.ApplicationsIn(batchID, underReview, false)
	if err != nil || len(left) == 0 {
		return err
	}
	names := make([]string, 0, namedLeft)
	for _, a := range left[:min(len(left), namedLeft)] {
		names = append(names, a.No+"("+a.State.Label()+")")
	}
	return fault.New(fault.Refused, "还有 %d 件申报没有结果,不能结束评审:%s", len(left), strings.Join(names, "、"))
}

// namedLeft bounds how many undecided applications a refusal names.
const namedLeft = 5

func collectionOver(pack *policy.Pack, now time.Time) error {
	if now.Before(pack.Params.ProvinceDeadline) {
		return fault.New(fault.Refused, "报省时限 %s 未到,不能结束申报", shown(pack.Params.ProvinceDeadline, pack.Zone()))
	}
	return nil
}

// MoveBatch takes a batch to its next state; publishing pins its pack.
func (s *Service) MoveBatch(ctx context.Context, actor Actor, in BatchMove) (Batch, error) {
	move, ok := batchMoves[in.Action]
	if !ok {
		return Batch{}, fault.At("没有这个办理动作", []fault.Place{{Location: "/action", Message: "可用:publish、open、close_collection、conclude"}})
	}
	return s.moveBatch(ctx, actor, in.Action, in.Batch, in.Version, in.Receipt, func(tx Tx, b *Batch, now time.Time) (string, error) {
		if b.State != move.from {
			return "", fault.New(fault.Refused, "批次现为“%s”,须为“%s”时才能办理", b.State.Label(), move.from.Label())
		}
		if move.guard != nil {
			c := &Case{App: Application{BatchID: b.ID}, Now: now}
			if err := s.packIn(tx, c); err != nil {
				return "", err
			}
			if err := move.guard(c.Pack, now); err != nil {
				return "", err
			}
		}
		if move.settled {
			if err := settled(tx, b.ID); err != nil {
				return "", err
			}
		}
		b.State = move.to
		if move.to == BatchPublished {
			return "", tx.PublishPack(b.ID, b.PackVersion, now)
		}
		return "", nil
	})
}

// moveBatch locks a batch, lets do change it, and keeps it with its audit entry.
func (s *Service) moveBatch(ctx context.Context, actor Actor, action, id string, version int64, receipt *Receipt,
	do func(tx Tx, b *Batch, now time.Time) (digest string, err error)) (Batch, error) {
	return s.onBatch(ctx, actor, action, receipt, func(tx Tx, _ time.Time) (Batch, string, error) {
		b, err := tx.LockBatch(id)
		if err != nil {
			return Batch{}, "", err
		}
		if b.Version != version {
			return Batch{}, "", Changed(b.Version, version)
		}
		now, err := tx.Now() // after the lock
		if err != nil {
			return Batch{}, "", err
		}
		digest, err := do(tx, &b, now)
		if err != nil {
			return Batch{}, "", err
		}
		b.UpdatedAt = now
		err = tx.SaveBatch(&b)
		return b, digest, err
	})
}

// onBatch runs one batch command: right, transaction, audit, receipt.
func (s *Service) onBatch(ctx context.Context, actor Actor, action string, receipt *Receipt,
	do func(tx Tx, now time.Time) (Batch, string, error)) (Batch, error) {
	as := s.roleFor(actor, policy.Root().Code, "batch", action)
	if as == "" {
		return Batch{}, fault.New(fault.Forbidden, "批次与政策包由省级管理员办理")
	}
	var b Batch
	err := s.store.InTx(ctx, func(tx Tx) error {
		now, err := tx.Now()
		if err != nil {
			return err
		}
		var digest string
		if b, digest, err = do(tx, now); err != nil {
			return err
		}
		if err := tx.AppendAudit(audit.Entry{Stream: BatchStream(b.ID), At: b.UpdatedAt, AccountID: actor.AccountID, Actor: actor.Name, Role: string(as),
			Region: policy.Root().Code, Action: action, Object: b.Code, To: string(b.State), AfterDigest: digest, Address: actor.Address}); err != nil {
			return err
		}
		return receipt.keep(tx, b)
	})
	if err != nil {
		return Batch{}, err
	}
	return b, nil
}
