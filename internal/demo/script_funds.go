package demo

import (
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

// funded is the last part of the walk: the money of the three awards arrives level by level, some is paid out and spent, one spending is
// entered twice and reversed, and one zone turns amber because what its departments promised has not all arrived a year later.
func funded() []Scene {
	province, city, county, department := workflow.ProvFinance, workflow.CityFinance, workflow.CountyFinance, workflow.CountyDepartment
	scenes := []Scene{
		{At: "2024-02-14T00:00:30+08:00", Role: workflow.System, Act: "承诺到位时限届满,逐件核对", Do: sweep},
		{At: "2024-02-18T09:00:00+08:00", Sample: "A02", Role: county, Act: "反馈督办单", Do: answerOrder("灌区续建配套余款已列入县级三月用款计划"), State: workflow.Awarded},
	}
	for _, id := range []string{"A01", "A02", "A03"} {
		central, provincial := provUp[id][0], provUp[id][1]
		scenes = append(scenes,
			Scene{At: "2023-03-06T10:00:00+08:00", Sample: id, Role: province, Act: "下达中央衔接资金指标", State: workflow.Awarded,
				Do: allocate("LINKAGE_PROV_UP", funds.Central, central, "鲁财农指〔2023〕11号")},
			Scene{At: "2023-03-06T11:00:00+08:00", Sample: id, Role: province, Act: "下达省级衔接资金指标", State: workflow.Awarded,
				Do: allocate("LINKAGE_PROV_UP", funds.Province, provincial, "鲁财农指〔2023〕12号")},
			Scene{At: "2023-03-07T09:00:00+08:00", Sample: id, Role: province, Act: "另一人复核省级以上指标", Do: confirmWaiting, State: workflow.Awarded},
			Scene{At: "2023-03-16T09:00:00+08:00", Sample: id, Role: department, Act: "各部门登记整合资金到位", Do: arrive, State: workflow.Awarded},
			Scene{At: "2023-04-03T09:00:00+08:00", Sample: id, Role: county, Act: "向项目单位拨付省级以上资金", Do: payOut(0, 12), State: workflow.Awarded},
			Scene{At: "2023-04-28T16:00:00+08:00", Sample: id, Role: county, Act: "登记支出", Do: spend(0, 8), State: workflow.Awarded})
	}
	for _, id := range []string{"A01", "A02"} { // a key county's money is all the province's
		scenes = append(scenes,
			Scene{At: "2023-03-10T09:00:00+08:00", Sample: id, Role: city, Act: "下达市级衔接资金,另一人复核", Do: allocateOwn("LINKAGE_CITY", funds.City, "财农指〔2023〕7号"), State: workflow.Awarded},
			Scene{At: "2023-03-15T09:00:00+08:00", Sample: id, Role: county, Act: "安排县级衔接资金,另一人复核", Do: allocateOwn("LINKAGE_COUNTY", funds.County, "县财预〔2023〕21号"), State: workflow.Awarded})
	}
	return append(scenes,
		Scene{At: "2023-05-04T09:00:00+08:00", Sample: "A01", Role: county, Act: "误将一张凭证登记两次", Do: spendAgain("记-2023-04-0088重"), State: workflow.Awarded},
		Scene{At: "2023-05-05T09:00:00+08:00", Sample: "A01", Role: county, Act: "发现后冲正", Do: reverseLast("凭证记-2023-04-0088 重复登记"), State: workflow.Awarded})
}

// provUp is how each award's 省级以上 was split when it came: central, provincial.
var provUp = map[string][2]money.Fen{
	"A01": {1200 * money.Wan, 800 * money.Wan}, "A02": {1800 * money.Wan, 1200 * money.Wan}, "A03": {3100 * money.Wan, 1900 * money.Wan},
}

// held is what has not arrived a year after the award, by sample and integrated item; the rest came in full.
var held = map[string]map[string]money.Fen{"A02": {"INT01": 180_250_000}}

// cameOf is how much of an integrated item arrives.
func cameOf(sample string, item proposal.IntegratedItem) money.Fen {
	return item.Amount - held[sample][item.ID]
}
