package workflow

import (
	"time"

	"xianjie/policy"
)

// SupervisionOrder is a 督办单 (domain 3.5.3), opened by the program when a rule that passed on paper fails on what arrived. While one has not
// recovered, its zone shows amber.
type SupervisionOrder struct {
	ID            string
	ApplicationID string
	BatchID       string
	No            int // running in the application
	Rule          policy.RuleID
	Cause         string // the figure, and what is to be done
	State         OrderState
	OpenedAt      time.Time
	RecoveredAt   *time.Time // since when the rule passes again
	Answer        string     // the county's
	AnsweredBy    string
	AnsweredName  string
	AnsweredAt    *time.Time
	Opinion       string // of whoever closed it
	ClosedBy      string
	ClosedName    string
	ClosedAt      *time.Time
	Version       int64
}

// OrderState is where a 督办单 stands.
type OrderState string

// The states of a 督办单.
const (
	OrderOpen     OrderState = "OPEN"     // the county owes its answer
	OrderAnswered OrderState = "ANSWERED" // answered; closed once the money has arrived
	OrderClosed   OrderState = "CLOSED"   // 已销号
)

// Label is the Chinese name, or the raw word when unknown.
func (s OrderState) Label() string {
	switch s {
	case OrderOpen:
		return "待反馈"
	case OrderAnswered:
		return "已反馈"
	case OrderClosed:
		return "已销号"
	}
	return string(s)
}

// Amber reports whether the order still stands for money that has not arrived.
func (o SupervisionOrder) Amber() bool { return o.State != OrderClosed && o.RecoveredAt == nil }
