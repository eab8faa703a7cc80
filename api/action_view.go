package api

import (
	"time"

	"xianjie/internal/typeset"
	"xianjie/workflow"
)

// action is one thing the caller may do, and what stands in its way.
type action struct {
	Action       string   `json:"action" example:"submit"`
	Label        string   `json:"label" doc:"按钮上的文字"`
	Role         string   `json:"role" doc:"以哪个岗位办理"`
	RoleLabel    string   `json:"roleLabel"`
	NeedsOpinion bool     `json:"needsOpinion" doc:"必须填写办理意见"`
	Asks         []string `json:"asks" doc:"还须填写的内容,与办理请求的字段同名"`
	Signers      []signer `json:"signers" doc:"会签单位;不是会签时为空"`
	BlockedBy    []Block  `json:"blockedBy" doc:"现在办不了的原因;为空才能办"`
}

// signer is one bureau of a 会签.
type signer struct {
	Role     string     `json:"role"`
	Label    string     `json:"label"`
	SignedAt *time.Time `json:"signedAt" doc:"签署时刻,null 表示尚未签署"`
	Name     string     `json:"name" doc:"签署岗位"`
}

// Block is one reason why something cannot be done now.
type Block struct {
	Rule    string `json:"rule" doc:"规则编号;流程原因为空"`
	Message string `json:"message"`
}

func actionView(o workflow.Offer) action {
	return action{Action: string(o.Action), Label: o.Label, Role: string(o.Role), RoleLabel: o.Role.Label(), NeedsOpinion: o.NeedsReason,
		Asks: each(o.Asks, func(a workflow.Ask) string { return string(a) }),
		Signers: each(o.Signers, func(g workflow.Signer) signer {
			return signer{string(g.Role), g.Label, instant(g.SignedAt), g.Name}
		}),
		BlockedBy: each(o.BlockedBy, func(b workflow.Block) Block { return Block{string(b.Rule), typeset.Official(b.Message)} })}
}

// offered is the ETag of an application as one person sees it: its version and what he may do, which time and others' acts change.
func offered(a workflow.Application, offers []workflow.Offer) string {
	p := newStamp().number(int64(a.SnapshotNo)).text(string(a.State))
	for _, o := range offers {
		p = p.text(string(o.Action)).text(string(o.Role))
		for _, b := range o.BlockedBy {
			p = p.text(string(b.Rule)).text(b.Message)
		}
		for _, g := range o.Signers {
			p = p.text(g.Name)
		}
	}
	tag := versionTag(a.Version)
	return tag[:len(tag)-1] + "-" + p.String() + `"`
}
