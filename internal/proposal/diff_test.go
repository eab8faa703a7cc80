package proposal_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

func lines(changes []proposal.Change) string {
	out := make([]string, len(changes))
	for i, c := range changes {
		out[i] = c.String()
	}
	return strings.Join(out, "\n")
}

func TestADifferenceReadsLikeASentence(t *testing.T) {
	tests := []struct {
		name   string
		oldNew []string
		want   string
	}{
		{"nothing", nil, ""},
		{"only the note", []string{"两村两项目", "别的"}, ""},
		{"a date of a project", []string{`"startDate":"2023-04-01"`, `"startDate":"2023-05-01"`}, "项目 P02“道路硬化”:开工日期 2023-04-01 → 2023-05-01"},
		{"a date taken out", []string{`"startDate":"2023-04-01"`, `"startDate":""`}, "项目 P02“道路硬化”:开工日期 2023-04-01 → (空)"},
		{"a project's own name", []string{`"name":"道路硬化"`, `"name":"道路亮化"`}, "项目 P02“道路亮化”:项目名称 道路硬化 → 道路亮化"},
		{"a word", []string{`"fundUse":"CONSTRUCTION"`, `"fundUse":"EQUITY_PURCHASE"`}, "项目 P01“苹果基地”:资金使用方式 建设服务类 → 入股"},
		{"an amount of a source", []string{`"source":"SOCIAL","amount":900`, `"source":"SOCIAL","amount":900.0001`}, "项目 P01“苹果基地”:资金来源“社会资本”的金额 900 万元 → 900.0001 万元"},
		{"an amount of integrated money", []string{`"amount":520,"integratedItemId"`, `"amount":521,"integratedItemId"`}, "项目 P02“道路硬化”:资金来源“整合行业资金”(INT01)的金额 520 万元 → 521 万元"},
		{"a source added", []string{`{"source":"SOCIAL","amount":900}`, `{"source":"SOCIAL","amount":900},{"source":"OTHER","amount":1}`}, "项目 P01“苹果基地”:资金来源“其他” 新增(1 万元)"},
		{"a source removed", []string{`,{"source":"SOCIAL","amount":900}`, ``}, "项目 P01“苹果基地”:资金来源“社会资本” 删除(900 万元)"},
		{"a target's value", []string{`"value":"≥95%"`, `"value":"≥90%"`}, "项目 P01“苹果基地”:满意度指标“满意度”的目标值 ≥95% → ≥90%"},
		{"villages of a project by name", []string{`"villageCodes":["370686901201","370686901202"]`, `"villageCodes":["370686901202"]`},
			"项目 P01“苹果基地”:实施村 柳家村(370686901201)、戚家村(370686901202) → 戚家村(370686901202)"},
		{"a nested list of words", []string{`"modes":["PRODUCTION","EMPLOYMENT"]`, `"modes":["DIVIDEND"]`}, "项目 P01“苹果基地”:利益联结的联结方式 带动生产、务工就业 → 收益分红"},
		{"a long text", []string{`"contentAndScale":"3公里\n2座桥"`, `"contentAndScale":"` + strings.Repeat("长", 100) + `"`}, "项目 P02“道路硬化”:建设内容与规模 3公里 2座桥 → " + strings.Repeat("长", 60) + "…"},
		{"a flag of a village", []string{`"firstSecretaryStationed":true`, `"firstSecretaryStationed":false`}, "村“柳家村”(370686901201):第一书记派驻 是 → 否"},
		{"a count", []string{`"households":456`, `"households":457`}, "村“柳家村”(370686901201):户数 456 户 → 457 户"},
		{"the zone's area", []string{`46.5`, `46.51`}, "推进区:面积 46.5 平方公里 → 46.51 平方公里"},
		{"linkage of a level", []string{`"LINKAGE_CITY":1200`, `"LINKAGE_CITY":1300`}, "资金规划表:衔接资金的市级衔接资金 1200 万元 → 1300 万元"},
		{"an integrated item", []string{`"status":"COMMITTED"`, `"status":"IN_PLACE"`}, "整合资金 INT01“四好农村路”:资金状态 已承诺 → 已到位"},
		{"a paper", []string{`"studyDate":"2022-11-18"`, `"studyDate":"2022-11-19"`}, "组织与保障:组织机制的研究部署日期 2022-11-18 → 2022-11-19"},
		{"the resolution withdrawn", []string{`{"body":"栖霞市人民政府常务会议","meetingNo":"第12次","date":"2022-11-25","decision":"APPROVED","minutesAttachmentId":"ATT01"}`, `null`},
			"决议与上报文件:常务会议决议 删除(栖霞市人民政府常务会议第12次 2022-11-25 同意)"},
		{"an attachment", []string{`"fileName":"图.pdf"`, `"fileName":"布局图.pdf"`}, "附件 ATT02“布局图.pdf”:文件名 图.pdf → 布局图.pdf"},
		{"a file kept", []string{`"sha256":null`, `"sha256":"` + strings.Repeat("a", 64) + `"`}, "附件 ATT01“纪要.pdf”:文件摘要 (空) → " + strings.Repeat("a", 60) + "…"},
		{"the report", []string{`"cityReportedAt":null`, `"cityReportedAt":"2022-12-10T15:59:59Z"`}, "报送时刻:市报省时刻 (空) → 2022-12-10 23:59:59"},
		{"the channel", []string{`CITY_SELECTED`, `KEY_COUNTY`}, "申报标识:申报通道 市择优 → 重点县"},
		{"a project renumbered", []string{`"id":"P02"`, `"id":"P09"`}, "项目 P09“道路硬化”:新增(总投资 2885 万元)\n项目 P02“道路硬化”:删除(总投资 2885 万元)"},
		{"a village of the same name with another code", []string{`"code":"370686901202"`, `"code":"370686901203"`},
			"村“戚家村”(370686901203):新增\n村“戚家村”(370686901202):删除"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(proposal.Diff(decoded(t), decoded(t, tt.oldNew...)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAChangeSaysWhereItIs(t *testing.T) {
	tests := []struct {
		name   string
		oldNew []string
		want   proposal.Change
	}{
		{"a project's field", []string{`"startDate":"2023-04-01"`, `"startDate":""`}, proposal.Change{Section: "projects", Row: "P02", RowLabel: "项目 P02“道路硬化”",
			Field: "startDate", FieldLabel: "开工日期", Pointer: "/projects/1/startDate", Kind: proposal.Changed, From: "2023-04-01", To: "(空)"}},
		{"below a project's field", []string{`"directHouseholds":27`, `"directHouseholds":28`}, proposal.Change{Section: "projects", Row: "P01", RowLabel: "项目 P01“苹果基地”",
			Field: "benefitLinkage.directHouseholds", FieldLabel: "利益联结的直接带动户数", Pointer: "/projects/0/benefitLinkage/directHouseholds", Kind: proposal.Changed, From: "27 户", To: "28 户"}},
		{"a source of a project", []string{`"source":"SOCIAL","amount":900`, `"source":"SOCIAL","amount":901`}, proposal.Change{Section: "projects", Row: "P01", RowLabel: "项目 P01“苹果基地”",
			Field: "funds", FieldLabel: "资金来源“社会资本”的金额", Pointer: "/projects/0/funds/2/amount", Kind: proposal.Changed, From: "900 万元", To: "901 万元"}},
		{"a village", []string{`"households":580`, `"households":581`}, proposal.Change{Section: "villages", Row: "370686901202", RowLabel: "村“戚家村”(370686901202)",
			Field: "households", FieldLabel: "户数", Pointer: "/zone/villages/1/households", Kind: proposal.Changed, From: "580 户", To: "581 户"}},
		{"an integrated item", []string{`"amount":1480,"status"`, `"amount":1481,"status"`}, proposal.Change{Section: "fundPlan", Row: "INT02", RowLabel: "整合资金 INT02“农村饮水”",
			Field: "amount", FieldLabel: "金额", Pointer: "/fundPlan/integrated/1/amount", Kind: proposal.Changed, From: "1480 万元", To: "1481 万元"}},
		{"an integrated item added", []string{`"integrated":[`, `"integrated":[{"id":"X","department":"林业局","programme":"造林","level":"","amount":1,"status":""},`}, proposal.Change{Section: "fundPlan", Row: "X",
			RowLabel: "整合资金 X“造林”", Pointer: "/fundPlan/integrated/0", Kind: proposal.Added, From: "(空)", To: "林业局 1 万元"}},
		{"a letter", []string{`栖政呈〔2022〕1号`, `栖政呈〔2022〕2号`}, proposal.Change{Section: "papers", Field: "officialLetter.docNo", FieldLabel: "县政府上报文件的文号",
			Pointer: "/officialLetter/docNo", Kind: proposal.Changed, From: "栖政呈〔2022〕1号", To: "栖政呈〔2022〕2号"}},
		{"a resolution taken out", []string{`{"body":"栖霞市人民政府常务会议","meetingNo":"第12次","date":"2022-11-25","decision":"APPROVED","minutesAttachmentId":"ATT01"}`, `null`}, proposal.Change{Section: "papers",
			Field: "resolution", FieldLabel: "常务会议决议", Pointer: "/resolution", Kind: proposal.Removed, From: "栖霞市人民政府常务会议第12次 2022-11-25 同意"}},
		{"a plan's date", []string{`"endDate":"2024-12-31"`, `"endDate":"2024-12-30"`}, proposal.Change{Section: "plan", Field: "endDate", FieldLabel: "规划终止日期",
			Pointer: "/plan/endDate", Kind: proposal.Changed, From: "2024-12-31", To: "2024-12-30"}},
		{"an attachment by its kind", []string{`"fileName":"图.pdf"`, `"fileName":"a.pdf"`}, proposal.Change{Section: "attachments", Row: "ZONE_MAP", RowLabel: "附件 ATT02“a.pdf”",
			Field: "fileName", FieldLabel: "文件名", Pointer: "/attachments/1/fileName", Kind: proposal.Changed, From: "图.pdf", To: "a.pdf"}},
		{"a county's name", []string{`"name":"栖霞市"`, `"name":"栖霞县"`}, proposal.Change{Section: "head", Field: "county.name", FieldLabel: "县的名称",
			Pointer: "/county/name", Kind: proposal.Changed, From: "栖霞市", To: "栖霞县"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff([]proposal.Change{tt.want}, proposal.Diff(decoded(t), decoded(t, tt.oldNew...))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOrderIsNoChange(t *testing.T) {
	old, new := decoded(t), decoded(t)
	for _, list := range []func(){
		func() { slices.Reverse(new.Zone.Villages) }, func() { slices.Reverse(new.Zone.Industries) },
		func() { slices.Reverse(new.FundPlan.Integrated) }, func() { slices.Reverse(new.Projects) },
		func() { slices.Reverse(new.Attachments) }, func() { slices.Reverse(new.OfficialLetter.Addressees) },
	} {
		list()
	}
	for i := range new.Projects {
		p := &new.Projects[i]
		slices.Reverse(p.VillageCodes)
		slices.Reverse(p.BenefitLinkage.Modes)
		slices.Reverse(p.PerformanceTargets)
		slices.Reverse(p.Funds)
	}
	if changes := proposal.Diff(old, new); changes != nil {
		t.Errorf("order alone is shown as:\n%s", lines(changes))
	}
	if got := proposal.CoreChange(old, new); got != nil || proposal.CoreDigest(old) != proposal.CoreDigest(new) {
		t.Errorf("order alone changes the core: %v", got)
	}
}

// The usual save moves no row; it must not pay for matching rows by key.
func TestEqualDocumentsAreComparedWithoutMaps(t *testing.T) {
	old, new := decoded(t), decoded(t)
	lists := 5 + 2*len(old.Projects) // one index per list of rows
	if n := testing.AllocsPerRun(100, func() { proposal.Diff(old, new) }); n > float64(lists) {
		t.Errorf("%.0f allocations for %d lists of rows", n, lists)
	}
}

func TestRowsWithOneKeyAreMatchedInOrder(t *testing.T) {
	twice := []string{`"code":"370686901202"`, `"code":"370686901201"`}
	old, new := decoded(t, twice...), decoded(t, twice...)
	new.Zone.Villages[1].Households = 1
	new.Zone.Villages = append(new.Zone.Villages, new.Zone.Villages[0])
	want := "村“戚家村”(370686901201):户数 580 户 → 1 户\n村“柳家村”(370686901201):新增"
	if diff := cmp.Diff(want, lines(proposal.Diff(old, new))); diff != "" {
		t.Error(diff)
	}
	back := proposal.Diff(new, old)
	if len(back) != 2 || back[1].Kind != proposal.Removed || back[1].Pointer != "/zone/villages/2" {
		t.Errorf("the other way round: %v", back)
	}
	equalBags := decoded(t, `"negativeListTags":["楼堂馆所"]`, `"negativeListTags":["a","a","b"]`)
	other := decoded(t, `"negativeListTags":["楼堂馆所"]`, `"negativeListTags":["a","b","b"]`)
	if len(proposal.Diff(equalBags, other)) != 1 {
		t.Error("a value entered twice and once are the same")
	}
}

func TestDifferenceOfOneSection(t *testing.T) {
	old, _ := proposal.Split(decoded(t))
	new, _ := proposal.Split(decoded(t, `"households":580`, `"households":581`, `"LINKAGE_CITY":1200`, `"LINKAGE_CITY":1300`, `46.5`, `47`, `"meetings":3`, `"meetings":4`))
	want := map[proposal.SectionName]string{
		proposal.SectionVillages:  "/zone/villages/1/households 村“戚家村”(370686901202):户数 580 户 → 581 户",
		proposal.SectionFundPlan:  "/fundPlan/linkage/LINKAGE_CITY 资金规划表:衔接资金的市级衔接资金 1200 万元 → 1300 万元",
		proposal.SectionZone:      "/zone/areaKm2 推进区:面积 46.5 平方公里 → 47 平方公里",
		proposal.SectionMechanism: "/publicConsultation/meetings 组织与保障:群众意见征求的会议次数 3 次 → 4 次",
	}
	for _, name := range proposal.Sections() {
		changes, err := proposal.DiffSection(name, old[name], new[name])
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, c := range changes {
			got += c.Pointer + " " + c.String()
			if c.Section != string(name) {
				t.Errorf("%s: change of section %s", name, c.Section)
			}
		}
		if got != want[name] {
			t.Errorf("%s: %s, want %s", name, got, want[name])
		}
	}
	first, err := proposal.DiffSection(proposal.SectionPlan, nil, old[proposal.SectionPlan])
	if err != nil || lines(first) != "实施规划:规划名称 (空) → 实施规划\n实施规划:规划起始日期 (空) → 2023-01-01\n实施规划:规划终止日期 (空) → 2024-12-31" {
		t.Errorf("a section first filled in: %s, %v", lines(first), err)
	}
	if _, err := proposal.DiffSection("projects", nil, nil); fault.CodeOf(err) != fault.NotFound {
		t.Error(err)
	}
	if _, err := proposal.DiffSection(proposal.SectionPlan, []byte("x"), old[proposal.SectionPlan]); fault.CodeOf(err) != fault.Malformed {
		t.Error(err)
	}
	if _, err := proposal.DiffSection(proposal.SectionPlan, nil, []byte("x")); fault.CodeOf(err) != fault.Malformed {
		t.Error(err)
	}
}

func TestDifferenceOfOneProject(t *testing.T) {
	_, old := proposal.Split(decoded(t))
	_, new := proposal.Split(decoded(t, `"startDate":"2023-04-01"`, `"startDate":"2023-05-01"`))
	for _, tt := range []struct {
		name     string
		old, new []byte
		want     string
	}{
		{"changed", old[1].Body, new[1].Body, "项目 P02“道路硬化”:开工日期 2023-04-01 → 2023-05-01"},
		{"not changed", old[0].Body, new[0].Body, ""},
		{"added", nil, new[1].Body, "项目 P02“道路硬化”:新增(总投资 2885 万元)"},
		{"removed", old[1].Body, nil, "项目 P02“道路硬化”:删除(总投资 2885 万元)"},
	} {
		if changes, err := proposal.DiffProject(tt.old, tt.new); err != nil || lines(changes) != tt.want {
			t.Errorf("%s: %s, %v; want %s", tt.name, lines(changes), err, tt.want)
		}
	}
	if _, err := proposal.DiffProject(old[0].Body, []byte(`{}`)); fault.CodeOf(err) != fault.Invalid {
		t.Error(err)
	}
}

func TestAChangeTouchesItsFieldAndWhatIsAboveIt(t *testing.T) {
	c := proposal.Change{Field: "benefitLinkage.modes"}
	for field, want := range map[string]bool{"": true, "benefitLinkage": true, "benefitLinkage.modes": true, "benefit": false, "benefitLinkage.mode": false, "funds": false, "modes": false} {
		if c.Touches(field) != want {
			t.Errorf("touches %q: %v", field, !want)
		}
	}
}
