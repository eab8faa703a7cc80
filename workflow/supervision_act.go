package workflow

import (
	"context"
	"strings"
	"unicode/utf8"

	"xianjie/internal/fault"
)

// ActOnOrder asks to answer a 督办单 (反馈) or to close it (销号).
type ActOnOrder struct {
	Order   string
	Version int64
	Close   bool
	Text    string
	Receipt *Receipt
}

// ActOnOrder takes the county's answer, or closes an answered order whose money has arrived: 销号人 ≠ 整改人 (domain 3.5.3). Errors: NotFound,
// Forbidden, Stale, Invalid (no text), Refused (state, not recovered, own answer).
func (s *Service) ActOnOrder(ctx context.Context, actor Actor, in ActOnOrder) (OrderSeen, error) {
	found, err := s.store.Orders(ctx, FundQuery{Sight: s.fundSight(actor)})
	if err != nil {
		return OrderSeen{}, err
	}
	known := orderNamed(found, in.Order)
	if known == nil {
		return OrderSeen{}, fault.New(fault.NotFound, "没有这张督办单,或您无权查看")
	}
	var seen OrderSeen
	err = s.onAccount(ctx, actor, known.ApplicationID, func(tx Tx, c *fundCase) error {
		o, err := tx.LockOrder(in.Order)
		if err != nil {
			return err
		}
		if err := s.actOnOrder(c, &o, in); err != nil {
			return err
		}
		if err := tx.SaveOrder(&o); err != nil {
			return err
		}
		action := map[bool]string{false: "order_answer", true: "order_close"}[in.Close]
		if err := c.note(tx, action, "第 "+number(int64(o.No))+" 号督办单", strings.TrimSpace(in.Text), ""); err != nil {
			return err
		}
		seen = s.seeOrder(actor, s.fundSight(actor).Veil(c.App), o)
		return in.Receipt.keep(tx, seen)
	})
	return seen, err
}

func orderNamed(orders []SupervisionOrder, id string) *SupervisionOrder {
	for i := range orders {
		if orders[i].ID == id {
			return &orders[i]
		}
	}
	return nil
}

func (s *Service) actOnOrder(c *fundCase, o *SupervisionOrder, in ActOnOrder) error {
	action := map[bool]string{false: "answer", true: "close"}[in.Close]
	if c.As = s.roleFor(c.Actor, c.App.CountyCode, supervisionObject, action); c.As == "" {
		return fault.New(fault.Forbidden, "督办单由县里反馈,由省财政、督查员销号,您的岗位不能办理")
	}
	text := strings.TrimSpace(in.Text)
	switch {
	case o.Version != in.Version:
		return Changed(o.Version, in.Version)
	case text == "":
		return fault.At("请填写办理意见", []fault.Place{{Location: "/text", Message: "反馈写明原因和到位时间,销号写明核实情况"}})
	case utf8.RuneCountInString(text) > textLimit:
		return fault.At("文字过长", []fault.Place{{Location: "/text", Message: "请控制在 2000 字以内"}})
	case o.State == OrderClosed:
		return fault.New(fault.Refused, "第 %d 号督办单已销号", o.No)
	case in.Close && o.State == OrderOpen:
		return fault.New(fault.Refused, "县里还没有反馈,不能销号")
	case in.Close && o.RecoveredAt == nil:
		return fault.New(fault.Refused, "%s 按到位数仍不通过,不能销号;资金到位后自动恢复,再销号", o.Rule)
	case in.Close && o.AnsweredBy == c.Actor.AccountID:
		return fault.New(fault.Refused, "反馈人不能自己销号")
	case in.Close:
		o.State, o.Opinion, o.ClosedBy, o.ClosedName, o.ClosedAt = OrderClosed, text, c.Actor.AccountID, c.Actor.Name, instant(c.Now)
	default:
		o.State, o.Answer, o.AnsweredBy, o.AnsweredName, o.AnsweredAt = OrderAnswered, text, c.Actor.AccountID, c.Actor.Name, instant(c.Now)
	}
	return nil
}
