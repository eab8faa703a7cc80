package api

import (
	"github.com/danielgtaylor/huma/v2"

	"xianjie/internal/funds"
	"xianjie/internal/money"
)

// ledgerWan is an amount of the ledger in 万元, exact to the 分.
type ledgerWan struct{ money.Fen }

// Schema implements huma.SchemaProvider.
func (ledgerWan) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeNumber, MultipleOf: grain(money.LedgerPlaces), Description: "金额,单位万元,至多 6 位小数(到分)", Examples: []any{"120.500001"},
		Extensions: map[string]any{"x-unit": "万元", "x-decimals": money.LedgerPlaces}}
}

// Layers are one amount per layer.
type Layers struct {
	Planned   ledgerWan `json:"planned" doc:"规划(批准的规划现行版)"`
	Committed ledgerWan `json:"committed" doc:"承诺"`
	Allocated ledgerWan `json:"allocated" doc:"下达(到位)"`
	Disbursed ledgerWan `json:"disbursed" doc:"拨付"`
	Spent     ledgerWan `json:"spent" doc:"支出"`
}

func layersOf(a funds.Amounts) Layers {
	return Layers{ledgerWan{a.Planned}, ledgerWan{a.Committed}, ledgerWan{a.Allocated}, ledgerWan{a.Disbursed}, ledgerWan{a.Spent}}
}
