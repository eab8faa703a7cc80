package policy

// Rule is one check of the notice. Its parameters come from the pack, never from the code.
type Rule struct {
	ID       RuleID
	Name     string
	Clause   string   // clause of the notice, e.g. "三.4"
	Severity Severity // a rule that may block or warn (B/W) stands as Blocking; a finding of it that only warns as Warning

	check func(*facts) outcome
}

// catalogue is every application rule in the order of reports. If a rule is not here, it is not checked.
var catalogue = [...]Rule{
	{"C01", "通道一致", "一.3", Blocking, channelAgrees},
	{"X01", "排除区重叠", "一.3", Blocking, outsideExclusions},
	{"V01", "村数", "三", Waivable, enoughVillages},
	{"V02", "村类型", "三.2", Blocking, villageTypesAllowed},
	{"V03", "村庄规划", "三.2", Blocking, villagesPlanned},
	{"V04", "集中连片", "一.2②", Warning, contiguous},
	{"V05", "村不重复", "数据", Blocking, villagesDistinct},
	{"I01", "产业数", "三.1", Blocking, industryCount},
	{"I02", "产业规划依据", "三.1", Blocking, industriesPlanned},
	{"F01", "重点县规模", "一.3", Blocking, keyCountyScale},
	{"F02", "重点县来源", "一.3", Blocking, keyCountySource},
	{"F03", "择优通道下限", "一.3", Blocking, cityChannelFloor},
	{"F04", "档位相符", "一.3", Blocking, tierMatches},
	{"F05", "市县补足", "一.3", Blocking, localShare},
	{"F06", "整合比例", "三.4", Blocking, integratedRatio},
	{"F07", "资金矩阵", "四.3", Blocking, fundMatrix},
	{"F08", "金额合法", "数据", Blocking, amountsLegal},
	{"F09", "产业占比", "参照外地办法", Warning, industryShare},
	{"F10", "负面清单", "三.4", Blocking, negativeList},
	{"P01", "利益联结", "二.1", Blocking, benefitLinked},
	{"P02", "单纯分红购买类", "二.1", Waivable, noDividendPurchase},
	{"P03", "四要素", "四.3", Blocking, fourElements},
	{"P04", "区内实施", "二.2", Blocking, insideZone},
	{"P05", "期内实施", "四.3", Blocking, insideTerm},
	{"P06", "六类覆盖", "二", Warning, categoriesCovered},
	{"P07", "绩效目标", "参照外地办法", Warning, targetsSet},
	{"D01", "两年期", "四.3", Waivable, planTerm},
	{"D02", "常务会议", "四.3", Blocking, resolutionPassed},
	{"D03", "县政府名义", "四.3", Blocking, letterInOrder},
	{"D04", "报省时限", "四.3", Blocking, reportedInTime},
	{"D05", "县报市期限", "批次", Blocking, submittedInTime},
	{"D06", "附件齐全", "综合", Blocking, attachmentsComplete},
	{"D07", "组织机制", "三.3", Blocking, mechanismComplete},
	{"D08", "土地保障", "三.4", Blocking, landGuaranteed},
	{"D09", "时序", "逻辑", Blocking, datesInOrder},
}

// Catalogue lists the application rules in the order Evaluate reports them.
func Catalogue() []Rule { return append([]Rule(nil), catalogue[:]...) }

// ruleByID finds an application rule.
func ruleByID(id RuleID) (Rule, bool) {
	for _, r := range catalogue {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}
