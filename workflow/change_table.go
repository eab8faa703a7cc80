package workflow

import (
	"slices"

	"xianjie/internal/fault"
)

// planChangeObject is what a right to act on a change is asked about.
const planChangeObject = "plan_change"

// ChangeTransition is one permitted act on a 项目变更申请. The table below is all of it; an act not in it cannot happen.
type ChangeTransition struct {
	From   ChangeState // "" before it is proposed
	Action ChangeAction
	By     Role
	To     ChangeState
	ToCity ChangeState // instead, when the city must agree; "" for the same
	Judge  bool        // rules and money are looked at again and must not stand in the way
	Apart  bool        // not by an account that proposed or signed it
	Reason bool        // the actor must say why
}

var changeTransitions = []ChangeTransition{
	{"", ProposeChangeAction, CountyFiler, ChangeProposed, "", true, false, true},
	{ChangeProposed, SignChangeAction, CountySigner, ChangeApproved, ChangeSigned, true, true, false},
	{ChangeProposed, RejectChangeAction, CountySigner, ChangeRejected, "", false, true, true},
	{ChangeProposed, WithdrawChangeAction, CountyFiler, ChangeWithdrawn, "", false, false, true},
	{ChangeSigned, ApproveChangeAction, CityReviewer, ChangeApproved, "", true, true, false},
	{ChangeSigned, RejectChangeAction, CityReviewer, ChangeRejected, "", false, true, true},
	{ChangeSigned, WithdrawChangeAction, CountyFiler, ChangeWithdrawn, "", false, false, true},
}

// ChangeTransitions is the table, for those who check or draw it.
func ChangeTransitions() []ChangeTransition { return slices.Clone(changeTransitions) }

// lands is where an act arrives.
func (t ChangeTransition) lands(city bool) ChangeState {
	if city && t.ToCity != "" {
		return t.ToCity
	}
	return t.To
}

// changeRow finds the act in the table and as which role the actor takes it.
func (s *Service) changeRow(actor Actor, app Application, from ChangeState, action ChangeAction) (ChangeTransition, error) {
	roles := s.changeRoles(actor, app, action)
	if len(roles) == 0 {
		return ChangeTransition{}, fault.New(fault.Forbidden, "项目变更由县填报员提出、县政府签报人签报,须市级同意的由市级审核;您的岗位不能办理“%s”", action.Label())
	}
	for _, row := range changeTransitions {
		if row.From != from || row.Action != action {
			continue
		}
		if !slices.Contains(roles, row.By) {
			return row, fault.New(fault.Forbidden, "变更现为“%s”,“%s”由%s办理", from.Label(), action.Label(), row.By.Label())
		}
		return row, nil
	}
	return ChangeTransition{}, fault.New(fault.Refused, "变更现为“%s”,不能办理“%s”,请刷新后再看", from.Label(), action.Label())
}

// changeRoles are the actor's roles that cover the application and whom the policy lets take the action.
func (s *Service) changeRoles(actor Actor, app Application, action ChangeAction) []Role {
	var roles []Role
	for _, g := range actor.Grants {
		if s.access.May(string(g.Role), g.Region, app.CountyCode, planChangeObject, string(action)) {
			roles = append(roles, g.Role)
		}
	}
	return roles
}

// apart says why not whoever proposed or signed the change himself (四眼); "" when nothing is against it.
func (t ChangeTransition) apart(steps []ChangeStep, accountID string) string {
	for _, step := range steps {
		if t.Apart && step.AccountID == accountID {
			return "您已办理过这项变更的“" + step.Action.Label() + "”,“" + t.Action.Label() + "”须由另一人办理"
		}
	}
	return ""
}
