package policy

import (
	"bytes"

	"github.com/go-json-experiment/json"
)

// SameReview reports whether two packs judge by the same 评分表, 汇总口径 and 抽取办法.
func SameReview(a, b *Pack) bool {
	return bytes.Equal(reviewText(a), reviewText(b))
}

func reviewText(p *Pack) []byte {
	text, err := json.Marshal(p.Review, json.Deterministic(true))
	if err != nil {
		panic(err) // every field is a plain value; nothing that ParsePack accepts can fail here
	}
	return text
}
