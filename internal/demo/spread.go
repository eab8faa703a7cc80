package demo

import "xianjie/internal/review"

// Spread is a complete sheet with a total: every item in the same proportion, what is left by steps from the first item on; whatever lies
// under its anchor has a reason. The total must be a multiple of the rubric's step.
func Spread(rubric review.Rubric, total review.Points) review.Sheet {
	sheet := review.Sheet{Scores: map[string]review.Points{}, Reasons: map[string]string{}, Comment: "材料齐全,具体意见见各项"}
	left := total
	for _, d := range rubric.Dimensions {
		for _, item := range d.Items {
			sheet.Scores[item.Code] = item.Max * total / review.Full / rubric.Step * rubric.Step
			left -= sheet.Scores[item.Code]
		}
	}
	for _, d := range rubric.Dimensions {
		for _, item := range d.Items {
			more := min(left/rubric.Step*rubric.Step, item.Max-sheet.Scores[item.Code])
			sheet.Scores[item.Code] += more
			left -= more
			if sheet.Scores[item.Code] < item.Anchor {
				sheet.Reasons[item.Code] = "材料支撑不足"
			}
		}
	}
	return sheet
}
