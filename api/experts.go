package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/policy"
	"xianjie/workflow"
)

const (
	tagReview    = "评审"
	objectExpert = "expert"
)

func (s *Server) expertRoutes() {
	register(s, operation{id: "listExperts", method: http.MethodGet, path: "/experts", summary: "专家库", tag: tagReview,
		object: objectExpert, action: "read"}, s.listExperts)
	register(s, operation{id: "putExpert", method: http.MethodPut, path: "/experts/{accountId}", summary: "登记或修改专家", tag: tagReview,
		object: objectExpert, action: "update", intake: command,
		says: "If-Match 为 \"0\" 时登记新专家,编号由系统依次给出、不重复使用;专家须已有账号。"}, s.putExpert)
}

// expert is one entry of the 专家库.
type expert struct {
	AccountID  string     `json:"accountId"`
	Code       string     `json:"code" doc:"成绩单上代替姓名的编号" example:"E07"`
	Name       string     `json:"name" doc:"单位与岗位"`
	Unit       string     `json:"unit" doc:"工作单位,自动回避以此比对"`
	Field      string     `json:"field" doc:"专业领域"`
	NativeCity *division  `json:"nativeCity" doc:"籍贯所在设区市;null 为省外"`
	WorkCity   *division  `json:"workCity" doc:"任职所在设区市;null 为省外"`
	Served     []division `json:"served" doc:"曾任职的县、市"`
	Active     bool       `json:"active" doc:"可以抽取"`
	Version    int64      `json:"version" doc:"供 If-Match 使用"`
	UpdatedAt  time.Time  `json:"updatedAt"`
}

func expertView(e workflow.PoolExpert) expert {
	return expert{AccountID: e.AccountID, Code: e.Code, Name: e.Name, Unit: e.Unit, Field: e.Field, NativeCity: divisionOf(e.NativeCity),
		WorkCity: divisionOf(e.WorkCity), Served: each(e.Served, func(code string) division { return *divisionOf(code) }), Active: e.Active,
		Version: e.Version, UpdatedAt: e.UpdatedAt.UTC()}
}

// divisionOf is a division with its name, nil for no code.
func divisionOf(code string) *division {
	if code == "" {
		return nil
	}
	region, _ := policy.RegionByCode(code)
	return &division{code, region.Name}
}

// wholeProvince lets those pass whose right covers the whole province; for others the thing is not there.
func (s *Server) wholeProvince(ctx context.Context, object string) error {
	if s.may(ctx, policy.Root().Code, object, "read") {
		return nil
	}
	return notSeen()
}

// expertPool is the pool with the accounts that may be entered into it.
type expertPool struct {
	Items       []expert     `json:"items"`
	Total       int          `json:"total" minimum:"0"`
	Page        int          `json:"page" minimum:"1"`
	PageSize    int          `json:"pageSize" minimum:"1"`
	MayRegister []poolHolder `json:"mayRegister" doc:"有专家岗位、还没有登记的账号;只给评审组织员"`
}

// poolHolder is an account that holds an expert's post.
type poolHolder struct {
	AccountID string `json:"accountId"`
	Name      string `json:"name" doc:"单位与岗位"`
}

func (s *Server) listExperts(ctx context.Context, in *Conditional) (*answer[expertPool], error) {
	if err := s.wholeProvince(ctx, objectExpert); err != nil {
		return nil, err
	}
	pool, err := s.deps.Workflow.Experts(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	may, err := s.deps.Workflow.MayRegister(ctx, actorOf(ctx), pool)
	if err != nil {
		return nil, err
	}
	p := newStamp()
	for _, e := range pool {
		p = p.text(e.Code).number(e.Version).text(e.Name)
	}
	for _, h := range may {
		p = p.text(h.AccountID).text(h.Name)
	}
	if in.has(p.tag()) {
		return unchanged[expertPool](p.tag()), nil
	}
	all := whole(each(pool, expertView))
	return answered(expertPool{all.Items, all.Total, all.Page, all.PageSize,
		each(may, func(h workflow.Holder) poolHolder { return poolHolder{h.AccountID, h.Name} })}, p.tag()), nil
}

type expertPut struct {
	OfAccount
	Matching
	Body struct {
		Unit       string   `json:"unit" maxLength:"200" doc:"工作单位"`
		Field      string   `json:"field,omitzero" maxLength:"200" doc:"专业领域"`
		NativeCity string   `json:"nativeCity,omitzero" maxLength:"6" doc:"籍贯所在设区市代码;省外留空"`
		WorkCity   string   `json:"workCity,omitzero" maxLength:"6" doc:"任职所在设区市代码;省外留空"`
		Served     []string `json:"served,omitzero" maxItems:"200" doc:"曾任职的县、市代码"`
		Active     bool     `json:"active" doc:"可以抽取"`
	}
}

func (s *Server) putExpert(ctx context.Context, in *expertPut) (*answer[expert], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	b := in.Body
	e, err := s.deps.Workflow.SaveExpert(ctx, actorOf(ctx), workflow.SaveExpert{AccountID: in.AccountID, Version: version, Unit: b.Unit, Field: b.Field,
		NativeCity: b.NativeCity, WorkCity: b.WorkCity, Served: b.Served, Active: b.Active})
	if err != nil {
		return nil, err
	}
	return answered(expertView(e), versionTag(e.Version)), nil
}
