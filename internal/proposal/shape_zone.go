package proposal

import "xianjie/internal/money"

// zoneShape is the 衔接推进区. Source: applications/schema.md zone.
var zoneShape = shapeOf(
	at("name", "推进区名称", asName(nameRunes), func(z *Zone) *string { return &z.Name }),
	at("contiguous", "集中连片", asFlag(), func(z *Zone) *bool { return &z.Contiguous }),
	at("areaKm2", "面积", asArea("平方公里"), func(z *Zone) *Hundredths { return &z.AreaKm2 }),
	at("villages", "行政村", villageRows, func(z *Zone) *[]Village { return &z.Villages }),
	at("industries", "特色优势农业产业", industryRows, func(z *Zone) *[]Industry { return &z.Industries }),
	at("combinedWith", "结合打造的载体", asList(asName(nameRunes)), func(z *Zone) *[]string { return &z.CombinedWith }),
)

var villageShape = shapeOf(
	at("code", "村编码", asCode(12), func(v *Village) *string { return &v.Code }),
	at("name", "村名", asName(nameRunes), func(v *Village) *string { return &v.Name }),
	at("townCode", "乡镇编码", asCode(9), func(v *Village) *string { return &v.TownCode }),
	at("townName", "乡镇名称", asName(nameRunes), func(v *Village) *string { return &v.TownName }),
	at("type", "村庄类型", asWord(villageTypeWords), func(v *Village) *VillageType { return &v.Type }),
	at("planStatus", "村庄规划状态", asWord(planStatusWords), func(v *Village) *PlanStatus { return &v.PlanStatus }),
	at("households", "户数", asCount("户"), func(v *Village) *int64 { return &v.Households }),
	at("population", "人口", asCount("人"), func(v *Village) *int64 { return &v.Population }),
	at("povertyRelievedPersons", "脱贫享受政策人口", asCount("人"), func(v *Village) *int64 { return &v.PovertyRelievedPersons }),
	at("monitoredPersons", "监测帮扶对象", asCount("人"), func(v *Village) *int64 { return &v.MonitoredPersons }),
	at("firstSecretaryStationed", "第一书记派驻", asFlag(), func(v *Village) *bool { return &v.FirstSecretary }),
	at("collectiveIncomeWan", "村集体收入", asAmount(), func(v *Village) *money.Fen { return &v.CollectiveIncome }),
)

// villageRows may hold a village twice; rule V05 judges that.
var villageRows = asRows(&villageShape, row[Village]{
	measure: "个村", limit: maxRows,
	key: func(v *Village) [2]string {
		if v.Code != "" {
			return [2]string{v.Code}
		}
		return [2]string{"", v.Name}
	},
	number: func(v *Village) string { return or(v.Name, v.Code) },
	title:  func(v *Village) string { return called("村", "", v.Name, v.Code) },
	named:  func(v *Village) string { return or(v.Code, v.Name) },
})

var industryShape = shapeOf(
	at("name", "产业名称", asName(nameRunes), func(i *Industry) *string { return &i.Name }),
	at("chain", "产业链条", asName(lineRunes), func(i *Industry) *string { return &i.Chain }),
	at("inCountyIndustryPlan", "列入县级产业振兴规划", asFlag(), func(i *Industry) *bool { return &i.InCountyIndustryPlan }),
	at("planReference", "规划依据", asName(lineRunes), func(i *Industry) *string { return &i.PlanReference }),
	at("annualOutputWan", "年产值", asAmount(), func(i *Industry) *money.Fen { return &i.AnnualOutput }),
)

var industryRows = asRows(&industryShape, row[Industry]{
	measure: "个产业", limit: maxItems,
	key:    func(i *Industry) [2]string { return [2]string{i.Name} },
	number: func(i *Industry) string { return i.Name },
	title:  func(i *Industry) string { return called("产业", "", i.Name, "") },
	named:  func(i *Industry) string { return i.Name },
})

// called names a row: 项目 P03“道路硬化”, 村“柳家村”(370686902203).
func called(noun, number, name, code string) string {
	if number != "" {
		noun += " " + clip(number, 40)
	}
	if name != "" {
		noun += "“" + clip(name, 40) + "”"
	}
	if code != "" {
		noun += "(" + code + ")"
	}
	return noun
}

func or(first, second string) string {
	if first != "" {
		return first
	}
	return second
}
