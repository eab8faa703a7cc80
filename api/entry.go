package api

import (
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/workflow"
)

// enter finds out who is asking, with grants as they are at this moment, and whether any of them may use the route at all.
// Whether it may be done to this very object is for the centre.
func (s *Server) enter(ctx huma.Context, next func(huma.Context)) {
	op := ctx.Operation()
	if fact[bool](op, metaPublic) {
		next(ctx)
		return
	}
	account, err := s.resolve(ctx.Context(), humaecho.UnwrapV4(ctx).Request())
	if err != nil {
		s.refuse(ctx, err)
		return
	}
	object, action := fact[string](op, metaObject), fact[string](op, metaAction)
	switch {
	case account.MustChange && object != objectSession:
		s.refuse(ctx, fault.New(fault.Forbidden, "首次登录或口令重置后须先修改口令,再办理其他事项"))
	case object != objectSession && !s.mayAnywhere(actorOf(ctx.Context()), object, action):
		s.refuse(ctx, fault.New(fault.Forbidden, "您的岗位无权使用此功能,如需办理请联系本单位有权人员"))
	default:
		next(ctx)
	}
}

// objectSession is everybody's own: whoever is signed in may look at it, change the password and leave.
const objectSession = "session"

// resolve reads the session and puts the actor into the visit.
func (s *Server) resolve(ctx context.Context, r *http.Request) (identity.Account, error) {
	v := visitOf(ctx)
	cookie, err := r.Cookie(s.cookieName())
	if err != nil {
		return identity.Account{}, fault.New(fault.SignedOut, "请先登录")
	}
	v.token = cookie.Value
	_, account, err := s.deps.Identity.Resolve(ctx, identity.NewSecret(v.token))
	if err != nil {
		return identity.Account{}, err
	}
	v.account, v.actor = account, actorFrom(account, v.address)
	return account, nil
}

// actorFrom is an account as the centre knows it.
func actorFrom(a identity.Account, address string) workflow.Actor {
	return workflow.Actor{AccountID: a.ID, Name: a.Name, Unit: a.Unit, Address: address,
		Grants: each(a.Grants, func(g identity.Grant) workflow.Grant {
			return workflow.Grant{Role: workflow.Role(g.Role), Region: g.Region}
		})}
}

// mayAnywhere reports whether a grant of the actor allows the act in its own region.
func (s *Server) mayAnywhere(actor workflow.Actor, object, action string) bool {
	if action == step {
		action = "read"
	}
	return slices.ContainsFunc(actor.Grants, func(g workflow.Grant) bool {
		return s.deps.Access.May(string(g.Role), g.Region, g.Region, object, action)
	})
}

// may reports whether a grant of the actor allows the act in a region.
func (s *Server) may(ctx context.Context, region, object, action string) bool {
	return slices.ContainsFunc(actorOf(ctx).Grants, func(g workflow.Grant) bool {
		return s.deps.Access.May(string(g.Role), g.Region, region, object, action)
	})
}

// refuse ends a request inside huma's chain.
func (s *Server) refuse(ctx huma.Context, err error) {
	send(humaecho.UnwrapV4(ctx).Response(), problemOf(ctx.Context(), err))
}
