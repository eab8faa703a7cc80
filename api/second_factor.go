package api

import (
	"context"
	"net/http"

	"xianjie/internal/identity"
)

func (s *Server) secondFactorRoutes() {
	own := "/session/second-factor"
	register(s, operation{id: "drawSecondFactor", method: http.MethodPost, path: own, summary: "取得动态码密钥", tag: tagSession,
		object: objectSession, action: "update", intake: command, says: "密钥只在这一次应答中给出;以一个动态码确认后方才启用。"}, s.drawSecondFactor)
	register(s, operation{id: "confirmSecondFactor", method: http.MethodPost, path: own + "/confirmation", summary: "确认并启用动态码", tag: tagSession,
		object: objectSession, action: "update", intake: command, says: "启用后登录须同时填写口令和动态码。"}, s.confirmSecondFactor)
	register(s, operation{id: "removeSecondFactor", method: http.MethodPost, path: own + "/removal", summary: "停用动态码", tag: tagSession,
		object: objectSession, action: "update", intake: command}, s.removeSecondFactor)
	register(s, operation{id: "resetSecondFactor", method: http.MethodDelete, path: "/accounts/{accountId}/second-factor", summary: "重置他人的动态码", tag: tagAccounts,
		object: objectAccount, action: "reset_factor", says: "供遗失验证器的人使用。If-Match 为账号的版本;该账号的登录全部失效,可凭口令登录后重新设置。"}, s.resetSecondFactor)
}

// factorDrawn is a secret, in the one answer it is shown in.
type factorDrawn struct {
	NoKeep string `header:"Cache-Control"`
	Body   struct {
		Secret string `json:"secret" doc:"密钥,手工填入验证器用"`
		URI    string `json:"uri" doc:"otpauth 地址,制成二维码供验证器扫描"`
	}
}

func (s *Server) drawSecondFactor(ctx context.Context, in *struct {
	Body struct {
		Password string `json:"password" minLength:"1" maxLength:"1000" format:"password" doc:"口令"`
	}
}) (*factorDrawn, error) {
	drawn, err := s.deps.Identity.DrawFactor(ctx, factorChange(ctx, in.Body.Password, ""))
	if err != nil {
		return nil, err
	}
	out := &factorDrawn{NoKeep: noStore}
	out.Body.Secret, out.Body.URI = drawn.Secret.Reveal(), drawn.URI.Reveal()
	return out, nil
}

func (s *Server) confirmSecondFactor(ctx context.Context, in *struct {
	Body struct {
		Code string `json:"code" minLength:"1" maxLength:"16" doc:"动态码,6 位数字"`
	}
}) (*signedInSeen, error) {
	a, err := s.deps.Identity.ConfirmFactor(ctx, factorChange(ctx, "", in.Body.Code))
	return s.seen(ctx, a, err)
}

func (s *Server) removeSecondFactor(ctx context.Context, in *struct {
	Body struct {
		Password string `json:"password" minLength:"1" maxLength:"1000" format:"password" doc:"口令"`
		Code     string `json:"code" minLength:"1" maxLength:"16" doc:"动态码,6 位数字"`
	}
}) (*signedInSeen, error) {
	a, err := s.deps.Identity.RemoveFactor(ctx, factorChange(ctx, in.Body.Password, in.Body.Code))
	return s.seen(ctx, a, err)
}

func (s *Server) resetSecondFactor(ctx context.Context, in *struct {
	AccountAct
	Reason string `query:"reason" maxLength:"500" doc:"事由,记入审计流水"`
}) (*answer[account], error) {
	act, err := in.act(ctx, in.Reason)
	if err != nil {
		return nil, err
	}
	a, err := s.deps.Identity.ResetFactor(ctx, act)
	if err != nil {
		return nil, err
	}
	return accountChanged(a), nil
}

func factorChange(ctx context.Context, password, code string) identity.FactorChange {
	v := visitOf(ctx)
	return identity.FactorChange{Token: identity.NewSecret(v.token), Password: identity.NewSecret(password), Code: code, Address: v.address}
}

// seen answers with who is signed in, as he stands after a change.
func (s *Server) seen(ctx context.Context, a identity.Account, err error) (*signedInSeen, error) {
	if err != nil {
		return nil, err
	}
	body, err := s.meView(ctx, a)
	if err != nil {
		return nil, err
	}
	return &signedInSeen{NoKeep: noStore, Body: body}, nil
}
