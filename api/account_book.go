package api

import (
	"context"
	"strings"

	"xianjie/internal/identity"
	"xianjie/internal/report"
	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) getAccountsBook(ctx context.Context, in *AccountNarrowing) (*streamed, error) {
	actor := actorOf(ctx)
	found, err := s.deps.Identity.Every(ctx, in.query())
	if err != nil {
		return nil, err
	}
	now, err := s.deps.Store.Clock(ctx)
	if err != nil {
		return nil, err
	}
	zone := policyZone()
	body, err := made(report.AccountsBook, report.Accounts{Cover: report.Cover{MadeAt: now.In(zone), Maker: actor.Unit}, Narrowed: in.says(),
		Rows: each(found, func(a identity.Account) report.AccountLine {
			return report.AccountLine{Login: a.Login, Name: a.Name, Unit: a.Unit, Disabled: a.Disabled, UpdatedAt: a.UpdatedAt.In(zone),
				Posts: each(a.Grants, func(g identity.Grant) string { h := heldView(g); return h.RegionName + " " + h.RoleLabel })}
		})})
	if err != nil {
		return nil, err
	}
	return s.exported(ctx, workflow.AccountStream(actor.AccountID), saveAs("账号与授权.xlsx", mediaBook, "", body), "账号与授权")
}

// says is what the list was narrowed by, in words.
func (a AccountNarrowing) says() string {
	var parts []string
	say := func(what, value string) {
		if value != "" {
			parts = append(parts, what+"："+value)
		}
	}
	if a.Role != "" {
		say("岗位", workflow.Role(a.Role).Label())
	}
	if r, known := policy.RegionByCode(a.Region); known {
		say("区域", r.Name)
	} else {
		say("区域", a.Region)
	}
	if a.State != "" {
		say("状态", report.AccountState(a.State == accountDisabled))
	}
	say("查找", strings.TrimSpace(a.Q))
	return strings.Join(parts, "；")
}
