package report

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xianjie/internal/money"
)

func TestBehindTimeIsReckonedWhole(t *testing.T) {
	for _, tt := range []struct {
		name     string
		spent    money.Fen
		part, of int64
		want     int64
	}{
		{"8.68 points ahead, as 张掖 reported", 4202, 4, 12, 868},
		{"cut toward zero when behind", 1827, 4, 12, -1506},
		{"on time", 5000, 6, 12, 0},
		{"a hair behind is not yet a hundredth", 4999_9999, 6, 12, 0},
	} {
		allocated := money.Fen(10000)
		if tt.spent > allocated {
			allocated = 100_000_000
		}
		if got := behind(tt.spent, allocated, tt.part, tt.of); got.kind != points || got.n != tt.want {
			t.Errorf("%s: %+v, want %d", tt.name, got, tt.want)
		}
	}
	if got := behind(5, 0, 4, 12); got.text != dash {
		t.Errorf("nothing allocated: %+v", got)
	}
	if got := behind(1_000_000*money.Max, 1, 1, 12); got.text != dash {
		t.Errorf("beyond every share: %+v", got)
	}
}

func TestProgressAddsUpAndAlwaysSaysItsAlarm(t *testing.T) {
	f := opened(t, written(t, func(w io.Writer) error { return ProgressBook(w, aProgress(t)) }))
	rows := rowsOf(t, f, "支出进度")
	if got := found(t, rows, 0, "山东省"); amountAt(t, got, 7) != wan(t, "5682.699999") || got[12] != "红色 1、黄色 1" || got[11] != "-2.44" {
		t.Errorf("the province: %q", got)
	}
	if got := rows[5]; got[0] != "烟台市" || amountAt(t, got, 5) != wan(t, "13800") || got[12] != "红色 1" {
		t.Errorf("the city: %q", got)
	}
	if got := rows[6]; got[1] != "栖霞市" || got[2] != "小计" || amountAt(t, got, 7) != wan(t, "2680.7") {
		t.Errorf("the county of two zones: %q", got)
	}
	if got := rows[8]; !strings.Contains(got[2], "P01 苹果冷链仓储项目") || amountAt(t, got, 7) != wan(t, "840.2") {
		t.Errorf("a project: %q", got)
	}
	for _, r := range rows {
		if len(r) > 2 && r[0] == "聊城市" && r[2] == longName && r[12] != "黄色预警" {
			t.Errorf("an alarm without a word: %q", r)
		}
	}
	if got := rowsOf(t, f, "预警清单")[3]; got[5] != "红色预警" || got[3] != longName {
		t.Errorf("预警清单: %q", got)
	}
	if got := rowsOf(t, f, "督办单")[4]; got[1] != "鲁乡振督〔2023〕3号" || got[11] != "整改中" {
		t.Errorf("督办单: %q", got)
	}
	p := aProgress(t)
	p.Alerts, p.Zones[0].Elapsed = nil, Elapsed{5, 5, 12}
	f = opened(t, written(t, func(w io.Writer) error { return ProgressBook(w, p) }))
	if got := rowsOf(t, f, "预警清单"); got[len(got)-1][0] != "本期无预警。" {
		t.Errorf("nothing to list: %q", got)
	}
	if got := found(t, rowsOf(t, f, "支出进度"), 0, "山东省"); got[10] != dash || got[9] != "" {
		t.Errorf("zones of different times have no time in common: %q", got)
	}
}

func TestTheProvinceAddsUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := ProvinceSummary{Cover: aCover(t), Region: "山东省"}
		var planned, spent, central money.Fen
		for i := range rapid.IntRange(0, 9).Draw(rt, "zones") {
			z := ZoneFunds{fmt.Sprintf("市%d", i/3), fmt.Sprintf("县%d", i/2), "推进区", someLayers(rt), someLayers(rt), someLayers(rt), someLayers(rt), someLayers(rt), someLayers(rt)}
			p.Zones = append(p.Zones, z)
			for _, l := range []Layers{z.Central, z.Provincial, z.CityLevel, z.CountyLevel, z.Integrated, z.Other} {
				planned, spent = planned+l.Planned, spent+l.Spent
			}
			central += z.Central.Planned + z.Provincial.Planned
		}
		rows := rowsOf(t, opened(t, written(t, func(w io.Writer) error { return ProvinceSummaryBook(w, p) })), "分地区汇总")
		got := found(t, rows, 0, "山东省")
		if amountAt(t, got, 3) != central || amountAt(t, got, 26) != planned || amountAt(t, got, 29) != spent {
			rt.Errorf("the province: %q", got)
		}
		var cities money.Fen
		for _, r := range rows {
			if len(r) > 29 && strings.HasPrefix(r[0], "市") && r[2] == "小计" {
				cities += amountAt(t, r, 29)
			}
		}
		if cities != spent {
			rt.Errorf("the cities spent %s, the province %s", cities, spent)
		}
	})
}
