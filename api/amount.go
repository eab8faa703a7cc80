package api

import (
	"math"

	"github.com/danielgtaylor/huma/v2"

	"xianjie/internal/money"
)

// wan is an amount in 万元 as JSON carries it: an exact decimal number.
type wan struct{ money.Fen }

// Schema implements huma.SchemaProvider.
func (wan) Schema(huma.Registry) *huma.Schema { return wanSchema() }

func wanSchema() *huma.Schema {
	return &huma.Schema{Type: huma.TypeNumber, MultipleOf: grain(money.PlanPlaces), Description: "金额,单位万元,至多 4 位小数", Examples: []any{"4300.25"}, Extensions: map[string]any{"x-unit": "万元", "x-decimals": money.PlanPlaces}}
}

// grain is the smallest step of a number with some decimals.
func grain(places int) *float64 {
	step := math.Pow10(-places)
	return &step
}

// civil is a date.
type civil string

// Schema implements huma.SchemaProvider.
func (civil) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Description: "日期 YYYY-MM-DD,空表示未填", Examples: []any{"2022-12-10"}}
}

// hundredths is a quantity with at most two decimals.
type hundredths string

// Schema implements huma.SchemaProvider.
func (hundredths) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeNumber, MultipleOf: grain(2), Description: "至多 2 位小数", Examples: []any{"12.5"}}
}
