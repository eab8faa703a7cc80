package workflow

import (
	"slices"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/proposal"
)

// The kinds of money a right is asked about: who allocates whose, and who pays out. Which role may is the policy's to say.
const (
	fundObject           = "fund"
	fundProvinceObject   = "fund_province"
	fundCityObject       = "fund_city"
	fundCountyObject     = "fund_county"
	fundDepartmentObject = "fund_department"
	fundPaymentObject    = "fund_payment"
	fundPeriodObject     = "fund_period"
	supervisionObject    = "supervision"
)

// fundOffice is what a move is asked about: allocating belongs to whose money it is, paying out and spending to the county's treasury.
func fundOffice(layer funds.Layer, source string) string {
	if layer != funds.Allocated {
		return fundPaymentObject
	}
	switch proposal.FundSource(source) {
	case proposal.SourceLinkageProvUp:
		return fundProvinceObject
	case proposal.SourceLinkageCity:
		return fundCityObject
	case proposal.SourceIntegrated:
		return fundDepartmentObject
	default:
		return fundCountyObject
	}
}

// fundRole is as which role the actor may enter or confirm a move of a line. A department answers for its own lines alone;
// the county's finance bureau confirms what it reports.
func (s *Service) fundRole(actor Actor, app Application, layer funds.Layer, line funds.Line, action string) (Role, error) {
	object := fundOffice(layer, line.Source)
	as := s.roleFor(actor, app.CountyCode, object, action)
	if as == "" {
		return "", fault.New(fault.Forbidden, "%s的%s由%s办理,您的岗位不能办理", LineLabel(line), layer.Label(), officeLabels[object])
	}
	if as == CountyDepartment && !(proposal.Place{Code: app.CountyCode, Name: app.CountyName}).SameUnit(line.Department, actor.Unit) {
		return "", fault.New(fault.Forbidden, "%s由%s登记到位,您的单位是%s", LineLabel(line), line.Department, actor.Unit)
	}
	return as, nil
}

var officeLabels = map[string]string{
	fundProvinceObject: "省财政", fundCityObject: "市财政", fundCountyObject: "县财政", fundDepartmentObject: "该项资金的主管部门", fundPaymentObject: "县财政",
}

// LineLabel names a line of the plan for a person.
func LineLabel(l funds.Line) string {
	if l.Source != string(proposal.SourceIntegrated) {
		return proposal.FundSource(l.Source).Label()
	}
	return l.Key[len(integratedKey):] + " " + l.Department + "“" + l.Programme + "”"
}

// fundSight is the part of what an actor sees whose money he may see: the grants the policy lets read it.
func (s *Service) fundSight(actor Actor) Sight {
	may := slices.DeleteFunc(slices.Clone(actor.Grants), func(g Grant) bool {
		return !s.access.May(string(g.Role), g.Region, g.Region, fundObject, "read")
	})
	return SightOf(Actor{AccountID: actor.AccountID, Unit: actor.Unit, Grants: may})
}

// seeFunds loads an application and answers NotFound to whoever may not see its money.
func (s *Service) seeFunds(app Application, actor Actor) (Application, error) {
	sight := s.fundSight(actor)
	if !sight.Sees(app) {
		return Application{}, fault.New(fault.NotFound, "没有这笔立项的资金账,或您无权查看")
	}
	return sight.Veil(app), nil
}
