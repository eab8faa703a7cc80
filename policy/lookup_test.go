package policy

import (
	"slices"
	"testing"
)

func TestRulesAreFoundByNumber(t *testing.T) {
	if RuleName("F06") != "整合比例" || RuleName("Q02") != "市名额" || RuleName("Z99") != "Z99" {
		t.Error("names")
	}
	if ClauseOf("F06") != "三.4" || ClauseOf("Q04") != "一.3" || ClauseOf("Z99") != "" {
		t.Error("clauses")
	}
	if SeverityOf("V01") != Waivable || SeverityOf("Q04") != Warning || SeverityOf("F06") != Blocking || SeverityOf("Z99") != Blocking {
		t.Error("severities")
	}
	if got := WaivableRules(); !slices.Equal(got, []RuleID{"V01", "P02", "D01"}) {
		t.Errorf("%v", got)
	}
	if r := Root(); r.Code != "370000" || r.Level != LevelProvince {
		t.Errorf("%+v", r)
	}
}

func TestTheCatalogueCannotBeChangedFromOutside(t *testing.T) {
	Catalogue()[0].Name = "x"
	if RuleName("C01") != "通道一致" {
		t.Error("the catalogue was changed")
	}
}
