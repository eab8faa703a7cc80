package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/identity"
	"xianjie/policy"
	"xianjie/workflow"
)

const (
	tagAccounts   = "账号与授权"
	objectAccount = "account"
)

func (s *Server) accountRoutes() {
	row := "/accounts/{accountId}"
	register(s, operation{id: "listAccounts", method: http.MethodGet, path: "/accounts", summary: "账号列表", tag: tagAccounts,
		object: objectAccount, action: "read"}, s.listAccounts)
	register(s, operation{id: "createAccount", method: http.MethodPost, path: "/accounts", summary: "建立账号", tag: tagAccounts,
		object: objectAccount, action: "create", status: http.StatusCreated, intake: command,
		says: "初始口令只在这一次应答中给出,须当面交付;首次登录必须修改。"}, s.createAccount)
	register(s, operation{id: "getAccount", method: http.MethodGet, path: row, summary: "查看账号", tag: tagAccounts,
		object: objectAccount, action: "read"}, s.getAccount)
	register(s, operation{id: "putAccount", method: http.MethodPut, path: row, summary: "修改账号名称与单位", tag: tagAccounts,
		object: objectAccount, action: "update", intake: command}, s.putAccount)
	register(s, operation{id: "actOnAccount", method: http.MethodPost, path: row + "/actions", summary: "停用、启用、重置口令", tag: tagAccounts,
		object: objectAccount, action: "update", intake: command}, s.actOnAccount)
}

// OfAccount names one account in the path.
type OfAccount struct {
	AccountID string `path:"accountId" maxLength:"64" doc:"账号的 id"`
}

// account is one post that signs in.
type account struct {
	ID           string    `json:"id"`
	Login        string    `json:"login"`
	Name         string    `json:"name" doc:"单位与岗位,不写姓名"`
	Unit         string    `json:"unit"`
	Disabled     bool      `json:"disabled"`
	MustChange   bool      `json:"mustChangePassword"`
	SecondFactor bool      `json:"secondFactor" doc:"登录须填写动态码"`
	Grants       []held    `json:"grants"`
	Version      int64     `json:"version" doc:"供 If-Match 使用"`
	CreatedAt    time.Time `json:"createdAt"`
	UpdatedAt    time.Time `json:"updatedAt"`
	Password     string    `json:"password,omitzero" doc:"新口令,仅在建立或重置的应答中出现一次"`
}

func accountView(a identity.Account) account {
	return account{ID: a.ID, Login: a.Login, Name: a.Name, Unit: a.Unit, Disabled: a.Disabled, MustChange: a.MustChange, SecondFactor: a.SecondFactor,
		Grants: each(a.Grants, heldView), Version: a.Version, CreatedAt: a.CreatedAt.UTC(), UpdatedAt: a.UpdatedAt.UTC()}
}

func heldView(g identity.Grant) held {
	region, _ := policy.RegionByCode(g.Region)
	return held{g.ID, g.Role, workflow.Role(g.Role).Label(), g.Region, region.Name}
}

type accountsAsked struct {
	Paging
	AccountNarrowing
}

// AccountNarrowing is which accounts are looked for, and in which order.
type AccountNarrowing struct {
	Q      string `query:"q" maxLength:"100" doc:"在账号、名称、单位中查找"`
	Role   string `query:"role" maxLength:"40" doc:"只看具有这个角色的"`
	Region string `query:"region" pattern:"^([0-9]{6})?$" patternDescription:"6 位行政区划代码" doc:"只看在这个区域及其下级有授权的"`
	State  string `query:"state" enum:"active,disabled" doc:"在用或停用"`
	Sort   string `query:"sort" enum:"login,-login,name,-name,unit,-unit,created,-created,updated,-updated" default:"login" doc:"排序,前加 - 为倒序"`
}

func (a AccountNarrowing) query() identity.Query {
	q := identity.Query{Text: a.Q, Role: a.Role, Region: a.Region, Sort: a.Sort}
	if a.State != "" {
		disabled := a.State == accountDisabled
		q.Disabled = &disabled
	}
	return q
}

const accountDisabled = "disabled"

func (s *Server) accounts(ctx context.Context, in *accountsAsked) ([]identity.Account, int, error) {
	q := in.query()
	q.Page, q.PageSize = in.Page, in.PageSize
	return s.deps.Identity.Accounts(ctx, q)
}

func (s *Server) listAccounts(ctx context.Context, in *accountsAsked) (*answer[list[account]], error) {
	found, total, err := s.accounts(ctx, in)
	if err != nil {
		return nil, err
	}
	return answered(list[account]{each(found, accountView), total, in.Page, in.PageSize}, ""), nil
}

func (s *Server) getAccount(ctx context.Context, in *struct {
	OfAccount
	Conditional
}) (*answer[account], error) {
	a, err := s.deps.Identity.Account(ctx, in.AccountID)
	if err != nil {
		return nil, err
	}
	tag := versionTag(a.Version)
	if in.has(tag) {
		return unchanged[account](tag), nil
	}
	return answered(accountView(a), tag), nil
}

func (s *Server) createAccount(ctx context.Context, in *struct {
	Keyed
	Body struct {
		Login string `json:"login" maxLength:"200" doc:"账号"`
		Name  string `json:"name" maxLength:"200" doc:"单位与岗位,不写姓名"`
		Unit  string `json:"unit" maxLength:"200" doc:"单位"`
	}
}) (*answer[account], error) {
	actor := actorOf(ctx)
	a, password, err := s.deps.Identity.CreateAccount(ctx, actor.AccountID, actor.Address,
		identity.NewAccount{Login: in.Body.Login, Name: in.Body.Name, Unit: in.Body.Unit, Receipt: accountReceipt(ctx, accountMade)})
	if err != nil {
		return nil, err
	}
	return shownOnce(accountMade(a), password), nil
}

// accountMade and accountChanged are the answers that are kept under the caller's key.
func accountMade(a identity.Account) *answer[account] {
	return created(accountView(a), versionTag(a.Version), Base+"/accounts/"+a.ID)
}

func accountChanged(a identity.Account) *answer[account] {
	return answered(accountView(a), versionTag(a.Version))
}

// shownOnce adds a password to the answer it is shown in one single time; it is kept nowhere.
func shownOnce(a *answer[account], password identity.Secret) *answer[account] {
	a.Body.Password = password.Reveal()
	return a
}

// AccountAct is a change of one account over the version the administrator saw.
type AccountAct struct {
	OfAccount
	Matching
}

func (in AccountAct) act(ctx context.Context, reason string) (identity.Act, error) {
	version, err := in.version()
	if err == nil && version == 0 {
		err = badTag("If-Match 应为账号的版本,从 1 起")
	}
	actor := actorOf(ctx)
	return identity.Act{By: actor.AccountID, Account: in.AccountID, Version: version, Address: actor.Address, Reason: reason}, err
}

func (s *Server) putAccount(ctx context.Context, in *struct {
	AccountAct
	Body struct {
		Name string `json:"name" maxLength:"200" doc:"单位与岗位,不写姓名"`
		Unit string `json:"unit" maxLength:"200" doc:"单位"`
	}
}) (*answer[account], error) {
	act, err := in.act(ctx, "")
	if err != nil {
		return nil, err
	}
	a, err := s.deps.Identity.Update(ctx, act, in.Body.Name, in.Body.Unit)
	if err != nil {
		return nil, err
	}
	return accountChanged(a), nil
}

type accountActed struct {
	AccountAct
	Keyed
	Body struct {
		Action string `json:"action" enum:"disable,enable,reset_password" doc:"停用、启用、重置口令"`
		Reason string `json:"reason,omitzero" maxLength:"500" doc:"事由,记入审计流水"`
	}
}

func (s *Server) actOnAccount(ctx context.Context, in *accountActed) (*answer[account], error) {
	act, err := in.act(ctx, in.Body.Reason)
	if err != nil {
		return nil, err
	}
	act.Receipt = accountReceipt(ctx, accountChanged)
	var a identity.Account
	var password identity.Secret
	switch in.Body.Action {
	case "disable":
		a, err = s.deps.Identity.Disable(ctx, act)
	case "enable":
		a, err = s.deps.Identity.Enable(ctx, act)
	default:
		a, password, err = s.deps.Identity.ResetPassword(ctx, act)
	}
	if err != nil {
		return nil, err
	}
	return shownOnce(accountChanged(a), password), nil
}
