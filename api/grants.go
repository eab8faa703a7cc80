package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/identity"
)

const objectGrant = "grant"

func (s *Server) grantRoutes() {
	register(s, operation{id: "listGrants", method: http.MethodGet, path: "/grants", summary: "谁有哪些授权", tag: tagAccounts,
		object: objectGrant, action: "read"}, s.listGrants)
	register(s, operation{id: "getAccountsBook", method: http.MethodGet, path: "/grants.xlsx", summary: "账号与授权(Excel)", tag: tagAccounts,
		object: objectGrant, action: "export", answers: fileAnswer(mediaBook, "与授权列表同样的筛选、排序,不分页"), says: "不含口令、动态码。"}, s.getAccountsBook)
	register(s, operation{id: "listRoles", method: http.MethodGet, path: "/roles", summary: "可以授予的角色", tag: tagAccounts,
		object: objectGrant, action: "read"}, s.listRoles)
	register(s, operation{id: "addGrant", method: http.MethodPost, path: "/accounts/{accountId}/grants", summary: "授予角色", tag: tagAccounts,
		object: objectGrant, action: "create", status: http.StatusCreated, intake: command, says: "If-Match 为账号的版本。"}, s.addGrant)
	register(s, operation{id: "removeGrant", method: http.MethodDelete, path: "/accounts/{accountId}/grants/{grantId}", summary: "收回授权", tag: tagAccounts,
		object: objectGrant, action: "delete", says: "If-Match 为账号的版本。下一次请求起即不再有此权限。"}, s.removeGrant)
}

// grantsOf are the grants of one account.
type grantsOf struct {
	AccountID  string    `json:"accountId"`
	Login      string    `json:"login"`
	Name       string    `json:"name"`
	Unit       string    `json:"unit"`
	Disabled   bool      `json:"disabled"`
	MustChange bool      `json:"mustChangePassword"`
	UpdatedAt  time.Time `json:"updatedAt"`
	Version    int64     `json:"version" doc:"账号的版本,供 If-Match 使用"`
	Grants     []held    `json:"grants"`
}

func (s *Server) listGrants(ctx context.Context, in *accountsAsked) (*answer[list[grantsOf]], error) {
	found, total, err := s.accounts(ctx, in)
	if err != nil {
		return nil, err
	}
	return answered(list[grantsOf]{each(found, func(a identity.Account) grantsOf {
		return grantsOf{a.ID, a.Login, a.Name, a.Unit, a.Disabled, a.MustChange, a.UpdatedAt.UTC(), a.Version, each(a.Grants, heldView)}
	}), total, in.Page, in.PageSize}, ""), nil
}

func (s *Server) addGrant(ctx context.Context, in *struct {
	AccountAct
	Keyed
	Body struct {
		Role   string `json:"role" maxLength:"40" doc:"角色"`
		Region string `json:"region" pattern:"^[0-9]{6}$" patternDescription:"6 位行政区划代码" doc:"区域"`
		Reason string `json:"reason,omitzero" maxLength:"500" doc:"事由,记入审计流水"`
	}
}) (*answer[account], error) {
	act, err := in.act(ctx, in.Body.Reason)
	if err != nil {
		return nil, err
	}
	act.Receipt = accountReceipt(ctx, accountMade)
	a, _, err := s.deps.Identity.AddGrant(ctx, act, in.Body.Role, in.Body.Region)
	if err != nil {
		return nil, err
	}
	return accountMade(a), nil
}

func (s *Server) removeGrant(ctx context.Context, in *struct {
	AccountAct
	GrantID string `path:"grantId" maxLength:"64" doc:"授权的 id"`
	Reason  string `query:"reason" maxLength:"500" doc:"事由,记入审计流水"`
}) (*answer[account], error) {
	act, err := in.act(ctx, in.Reason)
	if err != nil {
		return nil, err
	}
	a, err := s.deps.Identity.RemoveGrant(ctx, act, in.GrantID)
	if err != nil {
		return nil, err
	}
	return accountChanged(a), nil
}
