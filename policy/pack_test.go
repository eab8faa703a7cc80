package policy

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

func TestTheReferencePackAnswersWhatItSays(t *testing.T) {
	p := reference(t)
	if p.BatchCode != "SD-XJTJQ-2023-02" || p.Basis != "鲁乡振发〔2022〕26号" || p.Params.Year != 2023 {
		t.Errorf("%s %s %d", p.BatchCode, p.Basis, p.Params.Year)
	}
	if !p.IsKeyCounty("371326") || p.IsKeyCounty("370686") || !p.IsYellowRiver("370832") || p.IsYellowRiver("370883") {
		t.Error("county lists")
	}
	if !p.CityHasKeyCounty("371300") || p.CityHasKeyCounty("370600") {
		t.Error("cities with key counties")
	}
	for class, wan := range map[RegionClass]money.Fen{East: 2000, Central: 2500, West: 3000} {
		if tier, ok := p.Tier(class); !ok || tier != wan*money.Wan {
			t.Errorf("%s tier %s", class, tier)
		}
	}
	if p.RegionClass("370832", "370800") != West || p.RegionClass("371302", "371300") != "" {
		t.Error("classes")
	}
	if _, ok := p.Tier(p.RegionClass("371302", "371300")); ok {
		t.Error("a county without a class has a tier")
	}
	if !p.Params.ProvinceDeadline.Equal(time.Date(2022, 12, 10, 16, 0, 0, 0, time.UTC)) || p.Params.CountyDeadline != nil {
		t.Error("deadlines")
	}
	if area, ok := p.Excluded("370686905"); !ok || area.Programme != QiluModelDemo {
		t.Error("exclusion at town grain")
	}
	if p.Zone().String() != "Asia/Shanghai" || p.ZoneLabel() != "北京时间" {
		t.Error("zone")
	}
}

func TestWhatAPackLeavesOutIsCompletedFromTheDefaults(t *testing.T) {
	p := reference(t)
	want := []RuleID{"D02", "D03", "D06", "P03", "F07", "F08", "V05"}
	if got := p.SubmitBlocking(); !slices.Equal(got, want) {
		t.Errorf("submitBlocking %v", got)
	}
	if q := p.Params.Quota; q != (Quota{PerKeyCounty: 1, PerCounty: 1, PerNonKeyCity: 1}) {
		t.Errorf("quota %+v", q)
	}
	if p.Params.ProvinceReturnMax != 1 || !p.Params.ReapplyAfterWithdraw || p.Params.ReapplyAfterNotShortlisted || p.Params.HearingWorkdays != 3 ||
		p.Params.PublicNoticeDays != 10 || !p.Params.FormalCheckEarly || p.Params.DocumentLimits != (DocumentLimits{300, 300, 300}) {
		t.Errorf("%+v", p.Params)
	}
	if !p.Uses(StageDefence) {
		t.Error("stages")
	}
	if p.NegativeTagName("VANITY_PROJECT") != "形象工程" || p.NegativeTagName("X") != "X" {
		t.Error("negative tags")
	}
	video, letter := p.AttachmentLimit(proposal.AttachDefenceVideo), p.AttachmentLimit(proposal.AttachApplicationLetter)
	if !slices.Contains(video.MediaTypes, "video/mp4") || slices.Contains(letter.MediaTypes, "video/mp4") || video.MaxFileBytes <= letter.MaxFileBytes {
		t.Errorf("%+v %+v", video, letter)
	}
}

func TestAStatedParameterStandsBeforeItsDefault(t *testing.T) {
	p := edited(t, param(`"submitBlocking": ["ALL"], "hearingWorkdays": 5, "stages": ["EXPERT_REVIEW", "PUBLIC_NOTICE"], "holidays": ["2022-12-12"], "year": 2024`)...)
	if p.SubmitBlocking() != nil {
		t.Error("ALL must read as every rule")
	}
	if p.Params.HearingWorkdays != 5 || p.Uses(StageDefence) || len(p.Params.Holidays) != 1 || p.Params.Year != 2024 {
		t.Errorf("%+v", p.Params)
	}
	if p = edited(t, `"perKeyCounty": 1`, `"perCounty": 2, "perKeyCounty": 1`); p.Params.Quota.PerCounty != 2 {
		t.Errorf("%+v", p.Params.Quota)
	}
	if p = edited(t, param(`"attachmentLimits": {"maxFiles": 9, "maxFileBytes": 5, "mediaTypes": ["application/pdf"], "byKind": []}`)...); len(p.Params.AttachmentLimits.ByKind) != 0 {
		t.Errorf("%+v", p.Params.AttachmentLimits)
	}
}

func TestTheCanonicalPackIsCompleteAndStable(t *testing.T) {
	p := reference(t)
	again, err := ParsePack(p.Canonical())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Canonical(), p.Canonical()) || again.Digest() != p.Digest() {
		t.Error("reading the canonical form back changes it")
	}
	for _, key := range []string{`"submitBlocking":["D02"`, `"perCounty":1`, `"year":2023`, `"documentLimits"`, `"keyCountyLinkageWan":5000`} {
		if !bytes.Contains(p.Canonical(), []byte(key)) {
			t.Errorf("canonical form lacks %s", key)
		}
	}
	spaced, err := ParsePack([]byte(strings.ReplaceAll(string(sample.Pack()), "\n", "\n  ")))
	if err != nil || spaced.Digest() != p.Digest() {
		t.Error("white space changes the digest")
	}
	if edited(t, `"minVillages": 10`, `"minVillages": 11`).Digest() == p.Digest() {
		t.Error("a changed parameter keeps the digest")
	}
	if named := p.As(PackRef{Version: 2, DocNo: "x"}); named.Digest() != p.Digest() || named.Ref().Version != 2 || p.Ref().Version != 0 {
		t.Error("naming a version must change neither content nor the original")
	}
}

func TestAPackWithFaultsIsRefusedWithEveryPlace(t *testing.T) {
	tests := []struct {
		name   string
		edit   []string
		places []string
	}{
		{"an unknown key", []string{`"minVillages"`, `"minVillage"`}, []string{"/params/minVillage"}},
		{"a key in other case", []string{`"minVillages"`, `"MinVillages"`}, []string{"/params/MinVillages"}},
		{"a key twice", []string{`"minVillages": 10`, `"minVillages": 10, "minVillages": 10`}, []string{"/params/minVillages"}},
		{"an unknown key inside a row", []string{`"hasKeyCounty": false`, `"hasKeyCounties": false`}, []string{"/cities/0/hasKeyCounties"}},
		{"a number where text belongs", []string{`"0.50"`, `0.50`}, []string{"/params/minIntegratedRatio"}},
		{"text where a number belongs", []string{`"minVillages": 10`, `"minVillages": "10"`}, []string{"/params/minVillages"}},
		{"an amount with seven decimals", []string{`"cityChannelMinLinkageWan": 4000`, `"cityChannelMinLinkageWan": 4000.0000001`}, []string{"/params/cityChannelMinLinkageWan"}},
		{"an amount in scientific notation", []string{`"cityChannelMinLinkageWan": 4000`, `"cityChannelMinLinkageWan": 4e3`}, []string{"/params/cityChannelMinLinkageWan"}},
		{"an impossible date", param(`"holidays": ["2023-02-30"]`), []string{"/params/holidays/0"}},
		{"an impossible instant", []string{`"2022-12-11T00:00:00+08:00"`, `"2022-12-32"`}, []string{"/params/provinceDeadline"}},

		{"several faults at once", []string{`"minVillages": 10`, `"minVillages": 0`, `"0.60"`, `"0,60"`, `"371326"`, `"371399"`},
			[]string{"/params/minVillages", "/params/industryShareWarnBelow", "/keyCounties/1/code"}},
		{"empty headings", []string{`"SD-XJTJQ-2023-02"`, `""`, `"第二批衔接乡村振兴集中推进区(2023年度)"`, `" "`, `"鲁乡振发〔2022〕26号"`, `""`},
			[]string{"/batchCode", "/title", "/basis", "/params/year"}},
		{"an unknown time zone", []string{`"Asia/Shanghai"`, `"Asia/Jinan"`}, []string{"/timezone"}},
		{"the machine's own time zone", []string{`"Asia/Shanghai"`, `"Local"`}, []string{"/timezone"}},
		{"a missing amount", []string{`"keyCountyLinkageWan": 5000,`, ``}, []string{"/params/keyCountyLinkageWan"}},
		{"a floor of zero", []string{`"cityChannelMinLinkageWan": 4000`, `"cityChannelMinLinkageWan": 0`}, []string{"/params/cityChannelMinLinkageWan"}},
		{"a tier that is not there", []string{`"WEST": 3000`, `"NORTH": 3000`}, []string{"/params/tierWan/NORTH", "/cities/7/regionClass", "/cities/14/regionClass"}},
		{"a tier of zero", []string{`"WEST": 3000`, `"WEST": 0`}, []string{"/params/tierWan/WEST"}},
		{"a ratio with a sign", []string{`"0.50"`, `"-0.50"`}, []string{"/params/minIntegratedRatio"}},
		{"a ratio as a percentage", []string{`"0.50"`, `"50%"`}, []string{"/params/minIntegratedRatio"}},
		{"a ratio without digits after the point", []string{`"0.50"`, `"1."`}, []string{"/params/minIntegratedRatio"}},
		{"a share above one", []string{`"0.60"`, `"1.000001"`}, []string{"/params/industryShareWarnBelow"}},
		{"a missing ratio", []string{`"minIntegratedRatio": "0.50",`, ``}, []string{"/params/minIntegratedRatio"}},
		{"an unknown basis", param(`"integratedBasis": "PROMISED"`), []string{"/params/integratedBasis"}},
		{"no quota", []string{`"perNonKeyCity": 1`, `"perNonKeyCity": 0`}, []string{"/params/quota/perNonKeyCity"}},
		{"an industry range upside down", []string{`"min": 1`, `"min": 3`}, []string{"/params/industryCount"}},
		{"no industry range", []string{`"max": 2`, `"max": 0`}, []string{"/params/industryCount/max", "/params/industryCount"}},
		{"a term of a century", []string{`"maxPlanMonths": 24`, `"maxPlanMonths": 1200`}, []string{"/params/maxPlanMonths"}},
		{"an unknown village type", []string{`"CHARACTER_PROTECT"`, `"GHOST"`}, []string{"/params/allowedVillageTypes/1"}},
		{"no village type", []string{`"CLUSTER_UPGRADE",`, ``, `"CHARACTER_PROTECT"`, ``}, []string{"/params/allowedVillageTypes"}},
		{"a content category twice", param(`"contentCategories": ["INDUSTRY", "INDUSTRY"]`), []string{"/params/contentCategories/1"}},
		{"a negative mark twice and one without a name", param(`"negativeListTags": [{"code": "A", "name": "甲"}, {"code": "A", "name": ""}]`), []string{"/params/negativeListTags/1/name", "/params/negativeListTags/1/code"}},
		{"an unknown attachment", []string{`"ZONE_MAP"`, `"MAP"`}, []string{"/params/requiredAttachments/8"}},
		{"an attachment twice", []string{`"ZONE_MAP"`, `"LAND_GUARANTEE"`}, []string{"/params/requiredAttachments/8"}},
		{"no deciding meeting", param(`"resolutionBodies": [], "letterIssuerSuffix": "", "letterAddressees": [""], "leadDepartments": ["甲", "甲"]`),
			[]string{"/params/resolutionBodies", "/params/letterIssuerSuffix", "/params/letterAddressees/0", "/params/leadDepartments/1"}},
		{"no province deadline", []string{`"provinceDeadline": "2022-12-11T00:00:00+08:00",`, ``}, []string{"/params/provinceDeadline"}},
		{"a county deadline at the province's", []string{`"countyDeadline": null`, `"countyDeadline": "2022-12-10T16:00:00Z"`}, []string{"/params/countyDeadline"}},
		{"an unknown rule", param(`"submitBlocking": ["F06", "F66"]`), []string{"/params/submitBlocking/1"}},
		{"a batch rule", param(`"submitBlocking": ["Q01"]`), []string{"/params/submitBlocking/0"}},
		{"a rule that only warns", param(`"submitBlocking": ["F09"]`), []string{"/params/submitBlocking/0"}},
		{"a rule twice", param(`"submitBlocking": ["F06", "F06"]`), []string{"/params/submitBlocking/1"}},
		{"ALL beside a rule", param(`"submitBlocking": ["F06", "ALL"]`), []string{"/params/submitBlocking/1"}},
		{"no rule at all", param(`"submitBlocking": []`), []string{"/params/submitBlocking"}},
		{"null rules", param(`"submitBlocking": null`), []string{"/params/submitBlocking"}},
		{"terms out of bounds", param(`"cityReturnDays": 0, "provinceReturnMax": -1, "provinceReturnDays": 367, "hearingWorkdays": 0`),
			[]string{"/params/cityReturnDays", "/params/provinceReturnMax", "/params/provinceReturnDays", "/params/hearingWorkdays"}},
		{"an unknown stage and one twice", param(`"stages": ["EXPERT_REVIEW", "PARTY", "DEFENCE", "DEFENCE", "PUBLIC_NOTICE"]`), []string{"/params/stages/1", "/params/stages/3"}},
		{"a day both off and worked", param(`"holidays": ["2022-12-12"], "extraWorkdays": ["2022-12-12"]`), []string{"/params/extraWorkdays/0"}},
		{"a day off twice and one empty", param(`"holidays": ["2022-12-12", "2022-12-12", ""]`), []string{"/params/holidays/1", "/params/holidays/2"}},
		{"document limits of zero", param(`"documentLimits": {"maxProjects": 0, "maxVillages": 0, "maxIntegrated": 99999}`),
			[]string{"/params/documentLimits/maxProjects", "/params/documentLimits/maxVillages", "/params/documentLimits/maxIntegrated"}},
		{"attachment limits that allow nothing", param(`"attachmentLimits": {"maxFiles": 0, "maxFileBytes": 0, "mediaTypes": ["PDF"], "byKind": [{"kind": "X", "maxFileBytes": 1, "mediaTypes": []}]}`),
			[]string{"/params/attachmentLimits/maxFiles", "/params/attachmentLimits/maxFileBytes", "/params/attachmentLimits/mediaTypes/0",
				"/params/attachmentLimits/byKind/0/kind", "/params/attachmentLimits/byKind/0/mediaTypes"}},

		{"an unknown city", []string{`"370100"`, `"370199"`}, []string{"/cities/0/code"}},
		{"a county as a city", []string{`"370100"`, `"370102"`}, []string{"/cities/0/code"}},
		{"a city twice", []string{`"370200"`, `"370100"`, `"青岛市"`, `"济南市"`}, []string{"/cities/1/code"}},
		{"a city under a wrong name", []string{`"济南市"`, `"济北市"`}, []string{"/cities/0/name"}},
		{"a city without class", []string{`"regionClass": "EAST"`, `"regionClass": null`}, []string{"/cities/0/regionClass"}},
		{"a key city without key counties", []string{`"hasKeyCounty": false`, `"hasKeyCounty": true`}, []string{"/cities/0/hasKeyCounty"}},
		{"a key county of a city not marked", []string{`"code": "371427"`, `"code": "370124"`, `"夏津县"`, `"平阴县"`}, []string{"/keyCounties/2/code", "/cities/12/hasKeyCounty"}},
		{"a key county twice", []string{`"code": "371326"`, `"code": "371325"`, `"平邑县"`, `"费县"`}, []string{"/keyCounties/1/code"}},
		{"a city among key counties", []string{`"371325"`, `"371300"`}, []string{"/keyCounties/0/code"}},
		{"a 沿黄 county under a wrong name", []string{`"东明县"`, `"东阿县"`}, []string{"/yellowRiverCounties/0/name"}},
		{"a county override without tier and unknown", []string{`"keyCounties": [`, `"counties": [{"code": "370686", "name": "栖霞市", "regionClass": "NORTH"}, {"code": "370699", "name": "x", "regionClass": "EAST"}], "keyCounties": [`},
			[]string{"/counties/0/regionClass", "/counties/1/code"}},

		{"an unknown programme", []string{`"PASTORAL_COMPLEX"`, `"PASTORAL"`}, []string{"/exclusionAreas/2/programme"}},
		{"an area without a name", []string{`"首批衔接推进区(虚构甲)"`, `""`}, []string{"/exclusionAreas/0/title"}},
		{"an area of an unknown county", []string{`"countyCode": "371326"`, `"countyCode": "371399"`}, []string{"/exclusionAreas/0/countyCode", "/exclusionAreas/0/codes/0", "/exclusionAreas/0/codes/1", "/exclusionAreas/0/codes/2"}},
		{"a city where a county belongs", []string{`"countyCode": "371326"`, `"countyCode": "371300"`}, []string{"/exclusionAreas/0/countyCode", "/exclusionAreas/0/codes/0", "/exclusionAreas/0/codes/1", "/exclusionAreas/0/codes/2"}},
		{"media types written wrongly", param(`"attachmentLimits": {"maxFiles": 1, "maxFileBytes": 1, "mediaTypes": ["application/pdf", "pdf", "/pdf", "image/", "Image/png", "image /png", "text/html;x"], "byKind": []}`),
			[]string{"/params/attachmentLimits/mediaTypes/1", "/params/attachmentLimits/mediaTypes/2", "/params/attachmentLimits/mediaTypes/3",
				"/params/attachmentLimits/mediaTypes/4", "/params/attachmentLimits/mediaTypes/5", "/params/attachmentLimits/mediaTypes/6"}},
		{"codes longer than the scope", []string{`"scope": "VILLAGE"`, `"scope": "TOWN"`}, []string{"/exclusionAreas/0/codes/0", "/exclusionAreas/0/codes/1", "/exclusionAreas/0/codes/2"}},
		{"codes shorter than the scope", []string{`"scope": "TOWN"`, `"scope": "VILLAGE"`}, []string{"/exclusionAreas/1/codes/0"}},
		{"an unknown scope", []string{`"scope": "TOWN"`, `"scope": "HAMLET"`}, []string{"/exclusionAreas/1/scope"}},
		{"a code with a letter", []string{`"370686905"`, `"37068690X"`}, []string{"/exclusionAreas/1/codes/0"}},
		{"a code twice", []string{`"371326905202"`, `"371326905201"`}, []string{"/exclusionAreas/0/codes/1"}},
		{"no code", []string{`"370686905"`, ``}, []string{"/exclusionAreas/1/codes"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ParsePack([]byte(rewrite(t, tt.edit...)))
			var f *fault.Error
			if !errors.As(err, &f) || f.Code != fault.Invalid {
				t.Fatalf("%v", err)
			}
			var got []string
			for _, place := range f.Places {
				got = append(got, place.Location)
				if !chinese(place.Message) {
					t.Errorf("%s: %q is not for the reader", place.Location, place.Message)
				}
			}
			slices.Sort(got)
			want := slices.Sorted(slices.Values(tt.places))
			if !slices.Equal(got, want) {
				t.Errorf("places %v, want %v", got, want)
			}
		})
	}
}

func TestAPackThatIsNotJSONIsMalformed(t *testing.T) {
	for _, text := range []string{"", "{", "{}x", "\xff", `{"batchCode": }`} {
		if _, err := ParsePack([]byte(text)); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := ParsePack(make([]byte, maxPackBytes+1)); fault.CodeOf(err) != fault.TooLarge {
		t.Errorf("%v", err)
	}
	_, err := ParsePack([]byte("{\n\"batchCode\": \"x\"\n\"title\"}"))
	var f *fault.Error
	if !errors.As(err, &f) || !strings.Contains(f.Message, "第 3 行") {
		t.Errorf("%v", err)
	}
	for _, text := range []string{"null", "[]", "{}", `"x"`} {
		if _, err := ParsePack([]byte(text)); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestTheBoundsThemselvesAreAllowed(t *testing.T) {
	edited(t, `"0.60"`, `"1"`)
	edited(t, `"0.60"`, `"0"`)
	edited(t, `"maxPlanMonths": 24`, `"maxPlanMonths": 120`)
	edited(t, param(`"provinceReturnMax": 0, "cityReturnDays": 366, "year": 2000`)...)
	edited(t, `"countyDeadline": null`, `"countyDeadline": "2022-12-10T15:59:59Z"`)
}

func TestAnUnknownKeyIsToldApartFromAWrongValue(t *testing.T) {
	for edit, want := range map[string]string{
		`"minVillage": 10`:                            "没有这个字段",
		`"minVillages": "10"`:                         "此处不能填这样的文字",
		`"minVillages": 10.5`:                         "此处不能填这样的数字",
		`"minVillages": true`:                         "true 或 false",
		`"minVillages": [10]`:                         "括号结构不对",
		`"minVillages": 10, "keyCountyLinkageWan": 1`: "重复出现",
	} {
		_, err := ParsePack([]byte(rewrite(t, `"minVillages": 10`, edit)))
		var f *fault.Error
		if !errors.As(err, &f) || len(f.Places) != 1 || !strings.Contains(f.Places[0].Message, want) {
			t.Errorf("%s: %v, want %q", edit, err, want)
		}
	}
	_, err := ParsePack([]byte(rewrite(t, `"cityChannelMinLinkageWan": 4000`, `"cityChannelMinLinkageWan": 4e3`)))
	if err == nil || !strings.Contains(err.Error(), "金额“4e3”") {
		t.Errorf("%v", err)
	}
}

func FuzzParsePack(f *testing.F) {
	f.Add(sample.Pack())
	f.Add([]byte(`{"params": {"tierWan": {"EAST": -1}}, "cities": [{}], "exclusionAreas": [{"codes": [""]}]}`))
	f.Add([]byte(`{"params": {"minIntegratedRatio": "99.999999", "holidays": ["0001-01-01"]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ParsePack(data)
		if err != nil {
			if code := fault.CodeOf(err); code != fault.Invalid && code != fault.Malformed {
				t.Fatalf("%v", err)
			}
			return
		}
		again, err := ParsePack(p.Canonical())
		if err != nil || again.Digest() != p.Digest() {
			t.Fatalf("the canonical form does not read back: %v", err)
		}
	})
}
