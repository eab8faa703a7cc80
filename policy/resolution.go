package policy

import (
	"strings"

	"xianjie/internal/proposal"
)

// resolutionPassed is D02 (四.3, A22): the county government's executive meeting has agreed, on a known day. A meeting of
// another body does not stand in for it.
func resolutionPassed(f *facts) outcome {
	r := f.doc.Resolution
	switch {
	case r == nil || (r.Body == "" && r.Decision == "" && r.Date.IsZero()):
		return failed(text("无县政府常务会议决议"), "请先提交县政府常务会议研究,并填写会次、日期和结论", "/resolution")
	case !f.decides(r.Body):
		return failed(text("作出决议的会议为“"+r.Body+"”"), "党组会、专题会等不能代替,请填写"+strings.Join(f.pack.Params.ResolutionBodies, "或")+"的决议", "/resolution/body")
	case r.Decision == "":
		return failed(text("会议结论未填"), "请填写会议结论", "/resolution/decision")
	case r.Decision != proposal.DecisionApproved:
		return failed(text("会议结论为“"+r.Decision.Label()+"”"), "会议同意后方可上报;请重新提交会议研究", "/resolution/decision")
	case r.Date.IsZero():
		return failed(text("会议日期未填"), "请填写会议日期", "/resolution/date")
	}
	return passed(text(r.Date.String()), "/resolution")
}

func (f *facts) decides(body string) bool {
	for _, b := range f.pack.Params.ResolutionBodies {
		if strings.HasSuffix(strings.TrimSpace(body), b) {
			return true
		}
	}
	return false
}
