package workflow

import (
	"slices"
	"strings"
	"unicode/utf8"

	"xianjie/internal/fault"
)

// Ask is one thing an actor must fill in for a step.
type Ask string

// The asks; each is a field of Input.
const (
	AskItems     Ask = "items"
	AskGround    Ask = "ground"
	AskRank      Ask = "rank"
	AskMinutes   Ask = "minutesDocNo"
	AskCityDocNo Ask = "cityDocNo"
	AskClause    Ask = "clause"
	AskFacts     Ask = "facts"
	AskReject    Ask = "rejectGround"
	AskAwardNo   Ask = "awardDocNo"
	AskVeto      Ask = "vetoRuling" // asked only where a quorum of experts ticked a veto
)

// The grounds of a decline.
const (
	GroundOther       = "OTHER_RECOMMENDED" // 同市已推荐他件
	GroundUnqualified = "UNQUALIFIED"       // 审核不合格
)

// The grounds of a reject (domain 3.5.2).
const (
	GroundBelowLine = "BELOW_LINE"    // 低于合格线
	GroundBeyond    = "BEYOND_PLACES" // 超出立项数
	GroundVetoed    = "VETOED"        // 一票否决成立
	GroundObjection = "OBJECTION"     // 异议成立
)

// textLimit bounds every text an actor writes, in characters.
const textLimit = 2000

// missing lists what the row asks for and the input lacks; the co-signing bureau owes only its opinion.
func (t Transition) missing(as Role, opinion string, in Input) []fault.Place {
	var places []fault.Place
	need := func(ok bool, location, message string) {
		if !ok {
			places = append(places, fault.Place{Location: location, Message: message})
		}
	}
	if t.Opinion {
		need(strings.TrimSpace(opinion) != "", "/opinion", "请填写办理意见")
	}
	if as == t.By {
		for _, ask := range t.Asks {
			need(in.has(ask), "/"+string(ask), askMessages[ask])
		}
	}
	if slices.Contains(t.Asks, AskItems) {
		places = append(places, unnamed(in.Items)...)
	}
	for location, text := range map[string]string{"/opinion": opinion, "/facts": in.Facts, "/clause": in.Clause, "/cityDocNo": in.CityDocNo,
		"/minutesDocNo": in.MinutesDocNo, "/yellowRiverReason": in.YellowRiverReason, "/vetoRuling": in.VetoRuling,
		"/awardDocNo": in.AwardDocNo} {
		need(utf8.RuneCountInString(text) <= textLimit, location, "文字过长,请控制在 2000 字以内")
	}
	return places
}

func (in Input) has(ask Ask) bool {
	switch ask {
	case AskItems:
		return len(in.Items) > 0
	case AskGround:
		return in.Ground == GroundOther || in.Ground == GroundUnqualified
	case AskRank:
		return in.Rank >= 1
	case AskMinutes:
		return strings.TrimSpace(in.MinutesDocNo) != ""
	case AskCityDocNo:
		return strings.TrimSpace(in.CityDocNo) != ""
	case AskClause:
		return strings.TrimSpace(in.Clause) != ""
	case AskFacts:
		return strings.TrimSpace(in.Facts) != ""
	case AskReject:
		return slices.Contains([]string{GroundBelowLine, GroundBeyond, GroundVetoed, GroundObjection}, in.RejectGround)
	case AskAwardNo:
		return strings.TrimSpace(in.AwardDocNo) != ""
	default:
		return false
	}
}
