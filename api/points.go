package api

import (
	"github.com/danielgtaylor/huma/v2"

	"xianjie/internal/review"
)

// points are points as JSON carries them: an exact decimal number.
type points struct{ review.Points }

// Schema implements huma.SchemaProvider.
func (points) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeNumber, Description: "分数,至多 2 位小数", Examples: []any{"86.5"}, Extensions: map[string]any{"x-unit": "分", "x-decimals": 2}}
}

// pointsOf is nil where there are none.
func pointsOf(p *review.Points) *points {
	if p == nil {
		return nil
	}
	return &points{*p}
}

// scored are points by the code of what they are given for; never nil.
func scored(by map[string]review.Points) map[string]points {
	out := make(map[string]points, len(by))
	for code, p := range by {
		out[code] = points{p}
	}
	return out
}

// stageLabels are the stages as people call them.
var stageLabels = map[review.Stage]string{review.Written: "书面评审", review.Defence: "视频答辩", review.Site: "现场核查"}
