package api

import (
	"context"
	"net/http"
	"slices"
	"time"

	"xianjie/internal/identity"
	"xianjie/workflow"
)

const tagSession = "登录"

func (s *Server) sessionRoutes() {
	register(s, operation{id: "signIn", method: http.MethodPost, path: "/session", summary: "登录", tag: tagSession,
		object: objectSession, action: "create", public: true, status: http.StatusCreated, intake: command}, s.signIn)
	register(s, operation{id: "getSession", method: http.MethodGet, path: "/session", summary: "我是谁、有哪些岗位", tag: tagSession,
		object: objectSession, action: "read"}, s.getSession)
	register(s, operation{id: "signOut", method: http.MethodDelete, path: "/session", summary: "退出", tag: tagSession,
		object: objectSession, action: "delete", status: http.StatusNoContent}, s.signOut)
	register(s, operation{id: "changePassword", method: http.MethodPost, path: "/session/password", summary: "修改口令", tag: tagSession,
		object: objectSession, action: "update", intake: command, says: "成功后其他登录全部失效,本次登录换发新的凭据。"}, s.changePassword)
}

// cookieName is the session's cookie; the __Host- prefix lets no other host set it.
func (s *Server) cookieName() string {
	if s.deps.Secure {
		return "__Host-xianjie"
	}
	return "xianjie"
}

// cookie carries a token until the browser is closed; when the session ends is for the server. An empty token takes the cookie
// away.
func (s *Server) cookie(token string) http.Cookie {
	c := http.Cookie{Name: s.cookieName(), Value: token, Path: "/", Secure: s.deps.Secure, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	if token == "" {
		c.MaxAge = -1
	}
	return c
}

// me is who is signed in.
type me struct {
	AccountID    string     `json:"accountId"`
	Login        string     `json:"login"`
	Name         string     `json:"name" doc:"单位与岗位"`
	Unit         string     `json:"unit"`
	MustChange   bool       `json:"mustChangePassword" doc:"须先修改口令"`
	SecondFactor bool       `json:"secondFactor" doc:"登录须填写动态码"`
	Grants       []held     `json:"grants"`
	May          []string   `json:"may" doc:"各岗位所允许的事项,写作“对象:动作”;页面据此给出入口,能否办理以办理时为准"`
	Batch        *batch     `json:"batch" doc:"当前批次;没有为 null"`
	Deadlines    []deadline `json:"deadlines" doc:"当前批次的时限,按办理次序;已过的也在内"`
	ServerTime   time.Time  `json:"serverTime" doc:"判定时限所用的时钟"`
}

// deadline is the first instant that is too late for something.
type deadline struct {
	Label string    `json:"label"`
	At    time.Time `json:"at" doc:"此刻起为逾期"`
}

// held is one role held in one region.
type held struct {
	ID         string `json:"id"`
	Role       string `json:"role"`
	RoleLabel  string `json:"roleLabel"`
	Region     string `json:"region" doc:"6 位行政区划代码"`
	RegionName string `json:"regionName"`
}

// signedIn is an answer that also sets or takes away the cookie.
type signedIn struct {
	Status int
	Cookie http.Cookie `header:"Set-Cookie"`
	NoKeep string      `header:"Cache-Control"`
	Body   me
}

const noStore = "no-store"

func (s *Server) signIn(ctx context.Context, in *struct {
	Agent string `header:"User-Agent" hidden:"true"`
	Body  struct {
		Login    string `json:"login" minLength:"1" maxLength:"200" doc:"账号"`
		Password string `json:"password" minLength:"1" maxLength:"1000" format:"password" doc:"口令"`
		Code     string `json:"code,omitzero" maxLength:"16" doc:"动态码;启用了的账号必填,缺少时答 second_factor_required"`
	}
}) (*signedIn, error) {
	v := visitOf(ctx)
	token, _, err := s.deps.Identity.SignIn(ctx, identity.SignIn{Login: in.Body.Login, Password: identity.NewSecret(in.Body.Password),
		Code: in.Body.Code, Address: v.address, UserAgent: in.Agent})
	if err != nil {
		return nil, err
	}
	return s.greet(ctx, token, http.StatusCreated)
}

// greet answers a fresh session with its cookie.
func (s *Server) greet(ctx context.Context, token identity.Secret, status int) (*signedIn, error) {
	_, account, err := s.deps.Identity.Resolve(ctx, token)
	if err != nil {
		return nil, err
	}
	visitOf(ctx).actor = actorFrom(account, visitOf(ctx).address)
	body, err := s.meView(ctx, account)
	if err != nil {
		return nil, err
	}
	return &signedIn{Status: status, Cookie: s.cookie(token.Reveal()), NoKeep: noStore, Body: body}, nil
}

func (s *Server) getSession(ctx context.Context, _ *struct{}) (*signedInSeen, error) {
	body, err := s.meView(ctx, visitOf(ctx).account)
	if err != nil {
		return nil, err
	}
	return &signedInSeen{NoKeep: noStore, Body: body}, nil
}

// signedInSeen answers without touching the cookie.
type signedInSeen struct {
	NoKeep string `header:"Cache-Control"`
	Body   me
}

func (s *Server) meView(ctx context.Context, a identity.Account) (me, error) {
	now, err := s.deps.Store.Clock(ctx)
	if err != nil {
		return me{}, err
	}
	current, err := s.current(ctx)
	if err != nil {
		return me{}, err
	}
	body := me{AccountID: a.ID, Login: a.Login, Name: a.Name, Unit: a.Unit, MustChange: a.MustChange, SecondFactor: a.SecondFactor, Grants: each(a.Grants, heldView), May: s.held(a.Grants),
		Deadlines: []deadline{}, ServerTime: now.UTC()}
	if current == nil {
		return body, nil
	}
	view := s.batchView(ctx)(*current)
	body.Batch = &view
	due, err := s.deps.Workflow.Deadlines(ctx, *current)
	body.Deadlines = each(due, func(d workflow.Deadline) deadline { return deadline{d.Label, d.At.UTC()} })
	return body, err
}

// held is what any of the grants allows somewhere, each once, in alphabetical order.
func (s *Server) held(grants []identity.Grant) []string {
	may := []string{}
	for _, g := range grants {
		may = append(may, s.deps.Access.Held(g.Role)...)
	}
	slices.Sort(may)
	return slices.Compact(may)
}

// current is the batch in hand: the newest one that is collecting, else the newest the caller may know of.
func (s *Server) current(ctx context.Context) (*workflow.Batch, error) {
	all, err := s.deps.Store.Batches(ctx)
	if err != nil {
		return nil, err
	}
	var found *workflow.Batch
	for i := range all {
		b := &all[i]
		if s.visible(ctx, *b) && (found == nil || ahead(b, found)) {
			found = b
		}
	}
	return found, nil
}

func ahead(a, b *workflow.Batch) bool {
	if x, y := a.State == workflow.BatchCollecting, b.State == workflow.BatchCollecting; x != y {
		return x
	}
	return a.CreatedAt.After(b.CreatedAt)
}

func (s *Server) signOut(ctx context.Context, _ *struct{}) (*signedOut, error) {
	if err := s.deps.Identity.SignOut(ctx, identity.NewSecret(visitOf(ctx).token)); err != nil {
		return nil, err
	}
	return &signedOut{Cookie: s.cookie(""), NoKeep: noStore}, nil
}

// signedOut takes the cookie away.
type signedOut struct {
	Cookie http.Cookie `header:"Set-Cookie"`
	NoKeep string      `header:"Cache-Control"`
}

func (s *Server) changePassword(ctx context.Context, in *struct {
	Agent string `header:"User-Agent" hidden:"true"`
	Body  struct {
		Old string `json:"oldPassword" minLength:"1" maxLength:"1000" format:"password" doc:"原口令"`
		New string `json:"newPassword" minLength:"1" maxLength:"1000" format:"password" doc:"新口令"`
	}
}) (*signedIn, error) {
	v := visitOf(ctx)
	token, _, err := s.deps.Identity.ChangePassword(ctx, identity.PasswordChange{Token: identity.NewSecret(v.token),
		Old: identity.NewSecret(in.Body.Old), New: identity.NewSecret(in.Body.New), Address: v.address, UserAgent: in.Agent})
	if err != nil {
		return nil, err
	}
	return s.greet(ctx, token, http.StatusOK)
}
