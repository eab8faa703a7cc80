package workflow

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/policy"
)

const mostSeed = 200 // characters

// DrawOrder asks for the order of a batch's 视频答辩.
type DrawOrder struct {
	Batch   string
	Seed    string // "" lets the program make one
	Partial bool   // draw although others of the batch are still in written review
	Receipt *Receipt
}

// OrderDrawn is one drawing of the order.
type OrderDrawn struct {
	Seed  string
	Slots []DefenceSlot // those drawn now, in order
}

// DrawOrder draws places for every application of the batch that waits for one; they follow those drawn before, which never change.
// Seed and applications are kept, so that anyone can replay the draw. Errors: Forbidden, NotFound, Invalid (seed), Refused (state of
// the batch, none waiting, some still in written review).
func (s *Service) DrawOrder(ctx context.Context, actor Actor, in DrawOrder) (OrderDrawn, error) {
	as := s.roleFor(actor, policy.Root().Code, "defence", "update")
	if as == "" {
		return OrderDrawn{}, fault.New(fault.Forbidden, "答辩次序由评审组织员抽取")
	}
	var out OrderDrawn
	err := s.store.InTx(ctx, func(tx Tx) error {
		b, err := tx.LockBatch(in.Batch) // two who draw at once draw one after the other
		if err != nil {
			return err
		}
		waiting, before, err := toDraw(tx, b, in)
		if err != nil {
			return err
		}
		out.Seed = cmp.Or(strings.TrimSpace(in.Seed), s.newID())
		if err := freshSeed(out.Seed, before); err != nil {
			return err
		}
		if out.Slots, err = drawPlaces(tx, &Case{Actor: actor, As: as}, b, out.Seed, waiting, len(before)); err != nil {
			return err
		}
		return in.Receipt.keep(tx, out)
	})
	if err != nil {
		return OrderDrawn{}, err
	}
	return out, nil
}

// toDraw are the applications that wait for a place, locked, and the places given before.
func toDraw(tx Tx, b Batch, in DrawOrder) (waiting []Application, before []DefenceSlot, err error) {
	if b.State != BatchReviewing {
		return nil, nil, fault.New(fault.Refused, "批次现为“%s”,须先结束申报、进入评审", b.State.Label())
	}
	if before, err = tx.Defences(b.ID); err != nil {
		return nil, nil, err
	}
	if waiting, err = tx.ApplicationsIn(b.ID, []State{Defence}, true); err != nil {
		return nil, nil, err
	}
	waiting = slices.DeleteFunc(waiting, func(a Application) bool {
		return slices.ContainsFunc(before, func(d DefenceSlot) bool { return d.ApplicationID == a.ID })
	})
	if len(waiting) == 0 {
		return nil, nil, fault.New(fault.Refused, "没有等待抽签的申报:须先结束书面评审,已抽定的次序不再变动")
	}
	behind, err := tx.ApplicationsIn(b.ID, []State{ExpertReview}, false)
	if err == nil && len(behind) > 0 && !in.Partial {
		err = fault.New(fault.Refused, "还有 %d 件申报在书面评审;请待其结束后一并抽签,确需先抽的请注明分批抽签(partial)", len(behind))
	}
	return waiting, before, err
}

// freshSeed: one seed draws once in a batch, else nobody could tell which applications it drew.
func freshSeed(seed string, before []DefenceSlot) error {
	switch {
	case utf8.RuneCountInString(seed) > mostSeed:
		return fault.At("种子过长", []fault.Place{{Location: "/seed", Message: fmt.Sprintf("不超过 %d 个字", mostSeed)}})
	case slices.ContainsFunc(before, func(d DefenceSlot) bool { return d.Seed == seed }):
		return fault.At("种子已用过", []fault.Place{{Location: "/seed", Message: "本批已用这个种子抽过签,请换一个"}})
	default:
		return nil
	}
}

func drawPlaces(tx Tx, c *Case, b Batch, seed string, waiting []Application, before int) ([]DefenceSlot, error) {
	var err error
	if c.Now, err = tx.Now(); err != nil { // after the locks
		return nil, err
	}
	ids := make([]string, len(waiting))
	for i, a := range waiting {
		ids[i] = a.ID
	}
	slots := make([]DefenceSlot, 0, len(ids))
	order := review.Order(seed, ids)
	for i, id := range order {
		d := DefenceSlot{ApplicationID: id, BatchID: b.ID, Order: before + i + 1, Seed: seed, Attendance: []Attendant{}, Version: 1, UpdatedAt: c.Now}
		if err := tx.InsertDefence(d); err != nil {
			return nil, err
		}
		c.App = waiting[slices.Index(ids, id)]
		if err := note(tx, c, "defence_order", fmt.Sprintf("第 %d 位", d.Order), "种子 "+seed, ""); err != nil {
			return nil, err
		}
		slots = append(slots, d)
	}
	return slots, tx.AppendAudit(audit.Entry{Stream: BatchStream(b.ID), At: c.Now, AccountID: c.Actor.AccountID, Actor: c.Actor.Name, Role: string(c.As),
		Region: c.regionOf(c.As), Action: "defence_order", Object: fmt.Sprintf("第 %d 至 %d 位", before+1, before+len(order)), Reason: "种子 " + seed,
		AfterDigest: proposal.Digest([]byte(strings.Join(order, "\n"))), Address: c.Actor.Address})
}
