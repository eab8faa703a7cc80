package api

import (
	"context"
	"net/http"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

func (s *Server) reviewActionRoutes() {
	register(s, operation{id: "actOnReview", method: http.MethodPost, path: "/reviews/{reviewId}/actions", summary: "声明、交分、回避、退回重评、说明", tag: tagReview,
		object: objectReview, action: step, intake: document,
		says: "declare 声明无须回避;submit 交分(写 sheet 则以其为准,不写为已保存的);recuse 回避或更换(reason);reopen 组织员退回重评(reason),原分留存;explain 对异常提示的书面说明(text)。"}, s.actOnReview)
}

type reviewActed struct {
	OfReview
	Matching
	Keyed
	Body reviewActText
}

// ReviewAct is one act on a review.
type ReviewAct struct {
	Action string      `json:"action" enum:"declare,submit,recuse,reopen,explain"`
	Sheet  *ScoreSheet `json:"sheet,omitzero" doc:"交分:评分"`
	Reason string      `json:"reason,omitzero" maxLength:"2000" doc:"回避、退回重评:理由"`
	Text   string      `json:"text,omitzero" maxLength:"2000" doc:"书面说明"`
}

// reviewActText is an act as received.
type reviewActText struct {
	ReviewAct
	kept
}

func (s *Server) actOnReview(ctx context.Context, in *reviewActed) (*answer[ReviewRow], error) {
	var b ReviewAct
	if err := decoded(in.Body.text, &b); err != nil {
		return nil, err
	}
	centre := s.deps.Workflow
	do, known := map[string]func(context.Context, workflow.Actor, workflow.OnReview) (workflow.Review, error){
		"declare": centre.DeclareFree, "submit": centre.SubmitSheet, "recuse": centre.Recuse, "reopen": centre.ReopenSheet, "explain": centre.Explain,
	}[b.Action]
	if !known {
		return nil, fault.At("没有这个办理动作", []fault.Place{{Location: "/action", Message: "应为其中之一:declare、submit、recuse、reopen、explain"}})
	}
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	if err := b.fitting(); err != nil {
		return nil, err
	}
	on := workflow.OnReview{Review: in.ReviewID, Version: version, Text: b.Reason + b.Text} // fitting lets one of them through
	if b.Sheet != nil {
		if on.Sheet, err = b.Sheet.sheet("/sheet"); err != nil {
			return nil, err
		}
	}
	return s.acted(ctx, on, do)
}

// fitting refuses what an action would ignore: whoever sent it expects it to count.
func (b ReviewAct) fitting() error {
	var places []fault.Place
	unfit := func(given, wanted bool, location, message string) {
		if given && !wanted {
			places = append(places, fault.Place{Location: location, Message: message})
		}
	}
	unfit(b.Sheet != nil, b.Action == "submit", "/sheet", "只在交分(submit)时填写")
	unfit(b.Reason != "", b.Action == "recuse" || b.Action == "reopen", "/reason", "只在回避(recuse)、退回重评(reopen)时填写")
	unfit(b.Text != "", b.Action == "explain", "/text", "只在书面说明(explain)时填写")
	return fault.At("有不属于这个动作的内容", places)
}
