package proposal

import "xianjie/internal/money"

// fundPlanShape is the 资金规划表. Source: applications/schema.md fundPlan.
var fundPlanShape = shapeOf(
	at("linkage", "衔接资金", asObject(&linkageShape), func(f *FundPlan) *Linkage { return &f.Linkage }),
	at("integrated", "整合行业资金", integratedRows, func(f *FundPlan) *[]IntegratedItem { return &f.Integrated }),
	at("cooperation", "协作帮扶资金", asAmount(), func(f *FundPlan) *money.Fen { return &f.Cooperation }),
	at("social", "社会资本", asAmount(), func(f *FundPlan) *money.Fen { return &f.Social }),
	at("selfRaised", "自筹", asAmount(), func(f *FundPlan) *money.Fen { return &f.SelfRaised }),
	at("other", "其他资金", asAmount(), func(f *FundPlan) *money.Fen { return &f.Other }),
)

var linkageShape = shapeOf(
	at("LINKAGE_PROV_UP", "省级以上衔接资金", asAmount(), func(l *Linkage) *money.Fen { return &l.ProvUp }),
	at("LINKAGE_CITY", "市级衔接资金", asAmount(), func(l *Linkage) *money.Fen { return &l.City }),
	at("LINKAGE_COUNTY", "县级衔接资金", asAmount(), func(l *Linkage) *money.Fen { return &l.County }),
)

var integratedShape = shapeOf(
	at("id", "条目编号", asID(), func(i *IntegratedItem) *string { return &i.ID }),
	at("department", "部门", asName(nameRunes), func(i *IntegratedItem) *string { return &i.Department }),
	at("programme", "资金名称", asName(nameRunes), func(i *IntegratedItem) *string { return &i.Programme }),
	at("level", "级次", asWord(levelWords), func(i *IntegratedItem) *Level { return &i.Level }),
	at("amount", "金额", asAmount(), func(i *IntegratedItem) *money.Fen { return &i.Amount }),
	at("status", "资金状态", asWord(fundStatusWords), func(i *IntegratedItem) *FundStatus { return &i.Status }),
)

// integratedRows have unique numbers, because projects point at them.
var integratedRows = asRows(&integratedShape, row[IntegratedItem]{
	measure: "项整合资金", limit: maxItems, unique: true,
	key: func(i *IntegratedItem) [2]string {
		if i.ID != "" {
			return [2]string{i.ID}
		}
		return [2]string{"", i.Department + "\n" + i.Programme}
	},
	number: func(i *IntegratedItem) string { return i.ID },
	title:  func(i *IntegratedItem) string { return called("整合资金", i.ID, i.Programme, "") },
	brief:  func(i *IntegratedItem) string { return i.Department + " " + i.Amount.String() + " 万元" },
	named:  func(i *IntegratedItem) string { return or(i.ID, i.Programme) },
})
