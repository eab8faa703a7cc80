package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) waiverRoutes() {
	path := "/applications/{id}/waivers"
	register(s, operation{id: "listWaivers", method: http.MethodGet, path: path, summary: "省级豁免", tag: tagApplications,
		object: "waiver", action: "read"}, s.listWaivers)
	register(s, operation{id: "grantWaiver", method: http.MethodPost, path: path, summary: "登记省级豁免", tag: tagApplications,
		object: "waiver", action: "grant", status: http.StatusCreated, intake: command}, s.grantWaiver)
}

// waiver is a 省级豁免.
type waiver struct {
	ID        string     `json:"id"`
	Rule      string     `json:"rule" doc:"豁免的规则"`
	Reason    string     `json:"reason"`
	DocNo     string     `json:"docNo" doc:"批准文号"`
	GrantedBy string     `json:"grantedBy" doc:"登记岗位"`
	GrantedAt time.Time  `json:"grantedAt"`
	ExpiresAt *time.Time `json:"expiresAt" doc:"有效期止;null 为长期"`
}

func waiverView(w workflow.Waiver) waiver {
	return waiver{w.ID, string(w.Rule), w.Reason, w.DocNo, w.GrantedName, w.GrantedAt.UTC(), instant(w.ExpiresAt)}
}

func (s *Server) listWaivers(ctx context.Context, in *struct{ OfApplication }) (*answer[list[waiver]], error) {
	return left(ctx, s, in.ID, func(d workflow.Desk) []waiver { return each(d.Waivers, waiverView) })
}

type waiverAsked struct {
	OfApplication
	Matching
	Keyed
	Body struct {
		Rule      string     `json:"rule" maxLength:"8" doc:"条文写“原则上”的规则"`
		Reason    string     `json:"reason" maxLength:"2000"`
		DocNo     string     `json:"docNo" maxLength:"200"`
		ExpiresAt *time.Time `json:"expiresAt,omitzero"`
	}
}

func (s *Server) grantWaiver(ctx context.Context, in *waiverAsked) (*answer[saved], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	done, err := s.deps.Workflow.GrantWaiver(ctx, actorOf(ctx), workflow.GrantWaiver{Application: in.ID, Version: version, Rule: policy.RuleID(in.Body.Rule),
		Reason: in.Body.Reason, DocNo: in.Body.DocNo, ExpiresAt: micros(in.Body.ExpiresAt), Receipt: receipt(ctx, recorded)})
	if err != nil {
		return nil, err
	}
	return recorded(done), nil
}

// micros is an instant in the precision that is kept.
func micros(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	cut := t.UTC().Truncate(time.Microsecond)
	return &cut
}
