package policy

import "testing"

func TestMoneyThatCannotBeKeptIsRefusedWithItsPlace(t *testing.T) {
	const milestone = `"code": "A", "name": "甲", "layer": "SPENT", "of": "ALLOCATED", "months": 12, "share": "0.60"`
	for _, tt := range []struct {
		name   string
		funds  string
		places []string
	}{
		{"nothing to be looked at by four eyes", `"fourEyesFromWan": 0`, []string{"fourEyesFromWan"}},
		{"an unknown key", `"fourEyes": 1`, []string{"fourEyes"}},
		{"a kind of entry nobody makes, and one twice", `"voucherRequired": ["PAY", "SPEND", "SPEND"]`, []string{"voucherRequired/0", "voucherRequired/2"}},
		{"a payee of no kind", `"payeeRequired": ["GIFT"]`, []string{"payeeRequired/0"}},
		{"a rule that is not in the catalogue, and one twice", `"arrivalRules": ["F99", "F06", "F06"]`, []string{"arrivalRules/0", "arrivalRules/2"}},
		{"a rule of changes that is not in the catalogue", `"changeRules": ["f06"]`, []string{"changeRules/0"}},
		{"money due before the award", `"arrivalMonths": 0`, []string{"arrivalMonths"}},
		{"money due in another life", `"arrivalMonths": 1201`, []string{"arrivalMonths"}},
		{"a term of no months", `"progressMonths": 0`, []string{"progressMonths"}},
		{"a lag that is no number", `"progressLag": "一成"`, []string{"progressLag"}},
		{"a part of a change that is no number", `"changeCityRatio": "10%"`, []string{"changeCityRatio"}},
		{"two milestones of one code", `"milestones": [{` + milestone + `}, {` + milestone + `}]`, []string{"milestones/1/code"}},
		{"a milestone without a name, of layers and a source nobody knows, at no time, of more than all",
			`"milestones": [{"code": "A", "name": " ", "layer": "PLANNED", "of": "SPENT", "source": "GOLD", "months": 0, "share": "1.01"}]`,
			[]string{"milestones/0/name", "milestones/0/layer/0", "milestones/0/of/0", "milestones/0/source", "milestones/0/months", "milestones/0/share"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			places := make([]string, len(tt.places))
			for i, p := range tt.places {
				places[i] = "/params/funds/" + p
			}
			mustRefuse(t, param(`"funds": {`+tt.funds+`}`), places)
		})
	}
}

func TestAPackStatesOnlyWhatItChangesOfTheMoney(t *testing.T) {
	p := edited(t, param(`"funds": {"fourEyesFromWan": 50.5, "progressLag": "0.1"}`)...)
	if f := p.Params.Funds; f.FourEyesFrom != 50_5000_00 || f.ArrivalMonths != 12 || len(f.Milestones) != 3 || p.ProgressLag() != (Fraction{1, 10}) {
		t.Errorf("%+v %+v", f, p.ProgressLag())
	}
}
