package workflow

import (
	"strings"

	"xianjie/internal/audit"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/policy"
)

// AuditObjectLabel is what an entry acted on, with the codes in it said in Chinese: "ZONE_MAP 布局图.pdf" is "区位与布局图 布局图.pdf".
// The entry itself keeps the codes, because its hash is over them.
func AuditObjectLabel(e *audit.Entry) string {
	if e.Action == "grant_added" || e.Action == "grant_removed" {
		region, _ := policy.RegionByCode(e.Region)
		return strings.TrimSpace(region.Name + " " + Role(e.Object).Label())
	}
	words := strings.Split(e.Object, " ")
	for i, word := range words {
		words[i] = objectWord(e.Action, word)
	}
	return strings.Join(words, " ")
}

func objectWord(action, word string) string {
	switch action {
	case "attach", "detach":
		return proposal.AttachmentKind(word).Label()
	case "confirm":
		return proposal.FundSource(word).Label()
	case "section":
		return proposal.SectionName(word).Label()
	case "sitecheck_submit":
		return VerdictLabel(review.SiteVerdict(word))
	}
	if strings.HasPrefix(action, "draw_") || strings.HasPrefix(action, "review_") {
		switch review.Stage(word) {
		case review.Written:
			return ExpertReview.Label()
		case review.Defence:
			return Defence.Label()
		}
	}
	return word
}
