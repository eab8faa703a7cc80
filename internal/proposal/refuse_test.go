package proposal_test

import (
	"strings"
	"testing"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

func TestWrongContentIsRefusedWithItsPlace(t *testing.T) {
	tests := []struct {
		name     string
		old, new string
		pointer  string
		says     string // part of the message
	}{
		{"an unknown key", `"contiguous":true`, `"contiguous":true,"foo":1`, "/zone/foo", "zone(推进区):没有“foo”这个字段"},
		{"an unknown key holding a tree", `"contiguous":true`, `"contiguous":true,"foo":{"a":[{"b":null}]}`, "/zone/foo", "没有“foo”"},
		{"an unknown key that needs escaping", `"contiguous":true`, `"contiguous":true,"a/b~c":1`, "/zone/a~1b~0c", "没有“a/b~c”"},
		{"a key in other case", `"startDate":"2023-04-01"`, `"StartDate":"2023-04-01"`, "/projects/1/StartDate", "第 2 个项目 P02:没有“StartDate”这个字段,应写作 startDate(开工日期)"},
		{"a key with underscores", `"startDate":"2023-04-01"`, `"start_date":"2023-04-01"`, "/projects/1/start_date", "应写作 startDate"},
		{"a key twice", `"nature":"改扩建"`, `"nature":"改扩建","nature":"新建"`, "/projects/1/nature", "第 2 个项目 P02:nature(建设性质) 写了两遍"},
		{"a key twice, once escaped", `"nature":"改扩建"`, `"nature":"改扩建","n\u0061ture":"新建"`, "/projects/1/nature", "写了两遍"},
		{"an unknown channel", `"CITY_SELECTED"`, `"COUNTY_PICKED"`, "/channel", "channel(申报通道):“COUNTY_PICKED”不在可填的范围内,可填:KEY_COUNTY(重点县)、CITY_SELECTED(市择优)"},
		{"a word in other case", `"CITY_SELECTED"`, `"city_selected"`, "/channel", "不在可填的范围内"},
		{"a Chinese word not in the list", `"nature":"改扩建"`, `"nature":"扩建"`, "/projects/1/nature", "可填:新建、改扩建、续建"},
		{"a word inside a list", `"EMPLOYMENT"]`, `"JOBS"]`, "/projects/0/benefitLinkage/modes/1", "第 1 个项目 P01 的 benefitLinkage(利益联结)的 modes(联结方式)的第 2 项:“JOBS”"},
		{"another schema version", `"schemaVersion":"1.0"`, `"schemaVersion":"1.1"`, "/schemaVersion", `应为 "1.0"`},
		{"a date that does not exist", `"2023-04-01"`, `"2023-02-30"`, "/projects/1/startDate", "第 2 个项目 P02 的 startDate(开工日期):日历上没有“2023-02-30”这一天"},
		{"a date in another notation", `"2023-04-01"`, `"2023/4/1"`, "/projects/1/startDate", "“2023/4/1”不是 YYYY-MM-DD 形式的日期"},
		{"an instant without a zone", `"2022-11-29T10:20:00+08:00"`, `"2022-11-29T10:20:00"`, "/submission/countySubmittedAt", "不是带时区的时刻"},
		{"an instant before the first year once in UTC", `"2022-11-29T10:20:00+08:00"`, `"0001-01-01T00:00:00+08:00"`, "/submission/countySubmittedAt", "不是带时区的时刻"},
		{"an instant after the last year once in UTC", `"2022-11-29T10:20:00+08:00"`, `"9999-12-31T23:59:59-08:00"`, "/submission/countySubmittedAt", "不是带时区的时刻"},
		{"an amount with seven decimals", `"cooperation":20`, `"cooperation":0.0000001`, "/fundPlan/cooperation", "小数超过 6 位"},
		{"an amount as text", `"cooperation":20`, `"cooperation":"20"`, "/fundPlan/cooperation", "应为数字(不加引号),现为文字"},
		{"an amount of 1e18", `"cooperation":20`, `"cooperation":1e18`, "/fundPlan/cooperation", "“1e18”不是以万元为单位的普通小数"},
		{"an amount of 1e18 written out", `"cooperation":20`, `"cooperation":1000000000000000000`, "/fundPlan/cooperation", "超出可登记的范围"},
		{"an amount one 分 over the bound", `"cooperation":20`, `"cooperation":9007199.254741`, "/fundPlan/cooperation", "超出可登记的范围"},
		{"a negative amount over the bound", `"cooperation":20`, `"cooperation":-9007199.254741`, "/fundPlan/cooperation", "超出可登记的范围"},
		{"an amount missing as null", `"cooperation":20`, `"cooperation":null`, "/fundPlan/cooperation", "fundPlan(资金规划表)的 cooperation(协作帮扶资金):不能填 null,没有内容请填 0"},
		{"a negative count", `"households":456`, `"households":-1`, "/zone/villages/0/households", "zone(推进区)的第 1 个村 柳家村的 households(户数):“-1”不是 0 到 10 亿之间的整数"},
		{"half a household", `"households":456`, `"households":0.5`, "/zone/villages/0/households", "整数"},
		{"a count over the bound", `"households":456`, `"households":1000000001`, "/zone/villages/0/households", "整数"},
		{"a negative area", `"areaKm2":46.5`, `"areaKm2":-46.5`, "/zone/areaKm2", "普通小数"},
		{"an area with three decimals", `"areaKm2":46.5`, `"areaKm2":46.555`, "/zone/areaKm2", "小数超过 2 位"},
		{"a flag as text", `"contiguous":true`, `"contiguous":"true"`, "/zone/contiguous", "应为true(是)或 false(否)"},
		{"a flag as number", `"contiguous":true`, `"contiguous":1`, "/zone/contiguous", "现为数字"},
		{"a text as number", `"docNo":"栖政呈〔2022〕1号"`, `"docNo":1`, "/officialLetter/docNo", "应为文字(加英文引号),现为数字"},
		{"a text as null", `"docNo":"栖政呈〔2022〕1号"`, `"docNo":null`, "/officialLetter/docNo", `没有内容请填 ""`},
		{"a date as null", `"studyDate":"2022-11-18"`, `"studyDate":null`, "/mechanism/studyDate", `没有内容请填 ""`},
		{"a list as null", `"combinedWith":["现代农业产业园"]`, `"combinedWith":null`, "/zone/combinedWith", "没有内容请填 []"},
		{"a list as object", `"combinedWith":["现代农业产业园"]`, `"combinedWith":{}`, "/zone/combinedWith", "应为用 [ ] 括起的列表,现为一组字段"},
		{"an object as list", `"landGuarantee":{"committed":true,"quotaMu":180.5}`, `"landGuarantee":[]`, "/landGuarantee", "现为列表"},
		{"an object as null", `"landGuarantee":{"committed":true,"quotaMu":180.5}`, `"landGuarantee":null`, "/landGuarantee", "没有内容请填 {}"},
		{"a row as text", `"negativeListTags":["楼堂馆所"],"performanceTargets":[]`, `"negativeListTags":[],"performanceTargets":["x"]`, "/projects/1/performanceTargets/0", "第 2 个项目 P02 的第 1 项绩效目标:应为"},
		{"a null in a list", `"combinedWith":["现代农业产业园"]`, `"combinedWith":["a",null]`, "/zone/combinedWith/1", "combinedWith(结合打造的载体)的第 2 项:不能填 null"},
		{"a digest that is none", `"sha256":null`, `"sha256":"abc"`, "/attachments/0/sha256", "第 1 个附件 ATT01 的 sha256(文件摘要):应为 64 位"},
		{"an empty digest", `"sha256":null`, `"sha256":""`, "/attachments/0/sha256", "没有请填 null"},
		{"a village code with eleven digits", `"code":"370686901201"`, `"code":"37068690120"`, "/zone/villages/0/code", "“37068690120”不是 12 位数字的编码"},
		{"a village code with a letter", `"code":"370686901201"`, `"code":"37068690120l"`, "/zone/villages/0/code", "不是 12 位数字"},
		{"a county code with full-width digits", `"370686","name"`, `"37","name"`, "/county/code", "不是 6 位数字"},
		{"a project number with a blank", `"id":"P02"`, `"id":"P 02"`, "/projects/1/id", "编号“P 02”须填写,只能用英文字母"},
		{"a project without number", `"id":"P02"`, `"id":""`, "/projects/1/id", "须填写"},
		{"a project number of 33 characters", `"id":"P02"`, `"id":"` + strings.Repeat("P", 33) + `"`, "/projects/1/id", "1 到 32 个字符"},
		{"a project that lacks its number", `"id":"P02",`, ``, "/projects/1/id", "第 2 个项目:缺少必填的 id(项目编号)"},
		{"two projects with one number", `"id":"P02"`, `"id":"P01"`, "/projects/1/id", "第 2 个项目与第 1 个项目的编号同为 P01"},
		{"two integrated items with one number", `{"id":"INT02"`, `{"id":"INT01"`, "/fundPlan/integrated/1/id", "第 2 项整合资金与第 1 项整合资金的编号同为 INT01"},
		{"an item number with a blank", `{"id":"INT02"`, `{"id":"INT 2"`, "/fundPlan/integrated/1/id", "编号“INT 2”只能用"},
		{"a NUL by escape", `"title":"实施规划"`, `"title":"实施\u0000规划"`, "/plan/title", "控制字符"},
		{"a DEL", `"title":"实施规划"`, "\"title\":\"实施\x7f规划\"", "/plan/title", "控制字符"},
		{"a C1 control", `"title":"实施规划"`, "\"title\":\"实施\u0085规划\"", "/plan/title", "控制字符"},
		{"a mark that turns text around", `"title":"实施规划"`, "\"title\":\"实施\u202e规划\"", "/plan/title", "控制字符"},
		{"a line break in a name", `"title":"实施规划"`, `"title":"实施\n规划"`, "/plan/title", "控制字符、换行或制表符"},
		{"a name of 201 characters", `"title":"实施规划"`, `"title":"` + strings.Repeat("长", 201) + `"`, "/plan/title", "共 201 个字,最多 200 个字"},
		{"a text of 20001 characters", `"summary":"同意"`, `"summary":"` + strings.Repeat("长", 20_001) + `"`, "/publicConsultation/summary", "最多 20000 个字"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := proposal.Decode([]byte(edited(t, tt.old, tt.new)))
			places := placesOf(err)
			if fault.CodeOf(err) != fault.Invalid || len(places) != 1 {
				t.Fatalf("%v, places %v; want one wrong place", err, places)
			}
			if places[0].Location != tt.pointer || !strings.Contains(places[0].Message, tt.says) {
				t.Errorf("at %s: %s\nwant at %s: …%s…", places[0].Location, places[0].Message, tt.pointer, tt.says)
			}
		})
	}
}

func TestWhatMayLookWrongButIsKept(t *testing.T) {
	for name, oldNew := range map[string][]string{
		"a village twice":                   {`"code":"370686901202"`, `"code":"370686901201"`},
		"a word not filled in":              {`"planStatus":"COMPILED"`, `"planStatus":""`},
		"a village code not filled in":      {`"code":"370686901202"`, `"code":""`},
		"two items without number":          {`{"id":"INT01"`, `{"id":""`, `{"id":"INT02"`, `{"id":""`},
		"a negative amount":                 {`"cooperation":20`, `"cooperation":-20`},
		"the largest amount":                {`"cooperation":20`, `"cooperation":9007199.254740`},
		"the largest count":                 {`"households":456`, `"households":1000000000`},
		"no resolution":                     {`{"body":"栖霞市人民政府常务会议","meetingNo":"第12次","date":"2022-11-25","decision":"APPROVED","minutesAttachmentId":"ATT01"}`, `null`},
		"line breaks in a long text":        {`"contentAndScale":"980亩"`, `"contentAndScale":"980亩\r\n\t两处"`},
		"a name of 200 characters":          {`"title":"实施规划"`, `"title":"` + strings.Repeat("长", 200) + `"`},
		"quotation marks of the language":   {`"title":"实施规划"`, `"title":"“实施”规划…"`},
		"a project number of 32 characters": {`"id":"P02"`, `"id":"` + strings.Repeat("-", 32) + `"`},
	} {
		t.Run(name, func(t *testing.T) {
			if _, gaps, err := proposal.Decode([]byte(edited(t, oldNew...))); err != nil || gaps != nil {
				t.Errorf("gaps %v, error %v %v", gaps, err, placesOf(err))
			}
		})
	}
}

func TestEveryWrongPlaceIsNamedInOneAnswer(t *testing.T) {
	_, _, err := proposal.Decode([]byte(edited(t,
		`"channel":"CITY_SELECTED"`, `"channel":"X"`,
		`"households":456`, `"households":"456"`,
		`"startDate":"2023-03-01"`, `"startDate":"2023-02-30"`,
		`"amount":2000`, `"amount":1e3`,
		`"totalInvestment":2885`, `"totalInvestment":null`,
		`"committed":true`, `"Committed":true`,
		`"plan":{"title":"实施规划","startDate":"2023-01-01","endDate":"2024-12-31"},`, ``,
	)))
	var got []string
	for _, place := range placesOf(err) {
		got = append(got, place.Location)
	}
	want := "/channel /zone/villages/0/households /projects/0/startDate /projects/0/funds/0/amount /projects/1/totalInvestment /landGuarantee/Committed /plan"
	if strings.Join(got, " ") != want {
		t.Errorf("places\n%s\nwant\n%s", strings.Join(got, " "), want)
	}
	if !strings.Contains(err.Error(), "7 处") {
		t.Errorf("the answer does not count them: %v", err)
	}
}

func TestUnreadableTextIsMalformedWithLineAndColumn(t *testing.T) {
	deep := strings.Repeat("[", 100)
	tests := []struct {
		name string
		text string
		says string
	}{
		{"nothing", "", "内容是空的"},
		{"white space only", " \n\t", "内容是空的"},
		{"a byte order mark", "\xef\xbb\xbf" + small, "第 1 行第 1 列:文件开头有编码标记"},
		{"UTF-16", "\xff\xfe{\x00}\x00", "编码标记"},
		{"GBK", strings.Replace(small, "云溪镇", "\xd4\xc6\xcf\xaa", 1), "第 5 行第 72 列:不是 UTF-8"},
		{"cut off inside a text", small[:len(small)/2], "内容在此中断"},
		{"cut off after a comma", `{"schemaVersion":"1.0",`, "第 1 行第 24 列:内容在此中断"},
		{"a comma too many", "{\n  \"schemaVersion\": \"1.0\",\n}", "第 2 行第 25 列:“,”不符合 JSON 格式"},
		{"a missing comma", "{\"schemaVersion\":\"1.0\"\n\"batchCode\":\"B\"}", "第 2 行第 1 列"},
		{"a Chinese quotation mark", `{“schemaVersion”:"1.0"}`, "第 1 行第 2 列:““”不符合 JSON 格式"},
		{"a raw line break in a text", "{\"schemaVersion\":\"1\n0\"}", "不能直接换行"},
		{"a raw NUL", "{\"schemaVersion\":\"1\x000\"}", "控制字符"},
		{"a lone surrogate", `{"schemaVersion":"\ud800"}`, "第 1 行"},
		{"a second document", small + small, "后面还有多余内容"},
		{"a letter after the document", "{}\n x", "第 2 行第 2 列:申报数据到此已结束"},
		{"a number like 01", strings.Replace(small, `"cooperation":20`, `"cooperation":01`, 1), "不符合 JSON 格式"},
		{"NaN", strings.Replace(small, `"cooperation":20`, `"cooperation":NaN`, 1), "“N”不符合 JSON 格式"},
		{"deep nesting under an unknown key", `{"x":` + deep, "嵌套超过 32 层"},
		{"deep nesting under a known key", `{"channel":` + deep, "嵌套超过 32 层"},
		{"deep nesting instead of the document", deep, "嵌套超过 32 层"},
		{"an endless number", `{"fundPlan":{"social":` + strings.Repeat("9", 1<<20), "内容在此中断"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, gaps, err := proposal.Decode([]byte(tt.text))
			if fault.CodeOf(err) != fault.Malformed || p != nil || gaps != nil {
				t.Fatalf("%v, %v, %v; want only a malformed fault", p, gaps, err)
			}
			places := placesOf(err)
			if len(places) != 1 || !strings.Contains(places[0].Message, tt.says) || !strings.Contains(err.Error(), places[0].Message) {
				t.Errorf("%v %v\nwant …%s…", err, places, tt.says)
			}
		})
	}
}

func TestTheDocumentMustBeAnObject(t *testing.T) {
	for _, text := range []string{`[]`, `null`, `"x"`, `1`, `true`} {
		_, _, err := proposal.Decode([]byte(text))
		if places := placesOf(err); fault.CodeOf(err) != fault.Invalid || len(places) != 1 || places[0].Location != "" {
			t.Errorf("%s: %v %v", text, err, places)
		}
	}
}
