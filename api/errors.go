package api

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"xianjie/internal/fault"
	"xianjie/policy"
)

const mediaProblem = "application/problem+json"

// problem is every refusal this API gives (RFC 9457).
type problem struct {
	Type     string           `json:"type" doc:"问题类型,固定为 urn:xianjie:problem:code" example:"urn:xianjie:problem:stale"`
	Title    string           `json:"title" doc:"问题类型的名称"`
	Status   int              `json:"status" doc:"HTTP 状态码"`
	Detail   string           `json:"detail" doc:"对本次请求的说明,写明如何处理"`
	Code     fault.Code       `json:"code" doc:"程序可判别的代码"`
	Request  string           `json:"request,omitzero" doc:"本次请求的编号,报修时请提供"`
	Errors   []place          `json:"errors,omitzero" doc:"逐处列出的问题"`
	Findings []policy.Finding `json:"findings,omitzero" doc:"规则检查结论"`

	retryAfter time.Duration
}

// place is one wrong spot.
type place struct {
	Location string `json:"location" doc:"位置:正文内为 JSON 指针,其余如 query.page、header.If-Match" example:"/zone/villages/3/code"`
	Message  string `json:"message" doc:"错在哪里、如何改"`
}

// Error implements error; huma wants it.
func (p *problem) Error() string { return p.Detail }

// GetStatus implements huma.StatusError.
func (p *problem) GetStatus() int { return p.Status }

// ContentType implements huma.ContentTypeFilter.
func (p *problem) ContentType(string) string { return mediaProblem }

// GetHeaders implements huma.HeadersError.
func (p *problem) GetHeaders() http.Header {
	h := http.Header{"Cache-Control": {"no-store"}}
	if p.retryAfter > 0 {
		h.Set("Retry-After", strconv.Itoa(int((p.retryAfter+time.Second-1)/time.Second)))
	}
	return h
}

// codeCrossSite marks a request a browser sent on behalf of another site.
const (
	codeCrossSite fault.Code = "cross_site"
	codeMethod    fault.Code = "method_not_allowed"
	codeTimeout   fault.Code = "timeout"
)

// statuses says which status and title each code has; nothing else decides on it.
var statuses = map[fault.Code]struct {
	status int
	title  string
}{
	fault.Malformed:    {http.StatusBadRequest, "请求无法读取"},
	fault.SignedOut:    {http.StatusUnauthorized, "未登录或登录已失效"},
	fault.SecondFactor: {http.StatusUnauthorized, "还需要动态码"},
	fault.Forbidden:    {http.StatusForbidden, "无权办理"},
	codeCrossSite:      {http.StatusForbidden, "跨站请求被拒绝"},
	fault.NotFound:     {http.StatusNotFound, "没有找到"},
	codeMethod:         {http.StatusMethodNotAllowed, "不支持这种请求方法"},
	codeTimeout:        {http.StatusRequestTimeout, "请求传送超时"},
	fault.Refused:      {http.StatusConflict, "现在不能办理"},
	fault.Stale:        {http.StatusPreconditionFailed, "内容已被他人修改"},
	fault.TooLarge:     {http.StatusRequestEntityTooLarge, "内容过大"},
	fault.Unsupported:  {http.StatusUnsupportedMediaType, "不支持的内容格式"},
	fault.Invalid:      {http.StatusUnprocessableEntity, "内容有误"},
	fault.NeedsVersion: {http.StatusPreconditionRequired, "缺少版本号"},
	fault.TooMany:      {http.StatusTooManyRequests, "请求过于频繁"},
	fault.Unavailable:  {http.StatusServiceUnavailable, "系统繁忙"},
	fault.Internal:     {http.StatusInternalServerError, "系统错误"},
}

// hidden is said of whatever is absent or not for this person's eyes, in the same words: a difference would tell which it is.
const hidden = "没有找到:可能已被删除,或您无权查看。请返回列表刷新后再看"

// patience is the Retry-After of an answer whose fault names none.
const patience = 5 * time.Second

// problemOf turns any error into the one answer to it and remembers in the visit what belongs into the log.
func problemOf(ctx context.Context, err error) *problem {
	var ready *problem
	if errors.As(err, &ready) {
		return ready
	}
	v := visitOf(ctx)
	f := asFault(ctx, err)
	p := &problem{Code: f.Code, Detail: f.Message, Request: v.id, retryAfter: f.RetryAfter}
	for _, spot := range f.Places {
		p.Errors = append(p.Errors, place{spot.Location, spot.Message})
	}
	p.Findings, _ = f.Findings.([]policy.Finding)
	switch f.Code {
	case fault.NotFound:
		if errors.As(err, new(*echo.HTTPError)) {
			break // an address is no secret
		}
		p.Detail, p.Errors = hidden, nil
	case fault.Internal:
		v.cause = err
		p.Detail, p.Errors, p.Findings = "系统发生错误,本次操作没有生效。请稍后再试;如仍不行,请将请求编号告知系统管理员", nil, nil
	case fault.Unavailable, fault.TooMany:
		v.cause = f.Cause
		if p.retryAfter <= 0 {
			p.retryAfter = patience
		}
	}
	p.settle()
	return p.printed()
}

// settle fills in what follows from the code.
func (p *problem) settle() {
	s, ok := statuses[p.Code]
	if !ok {
		s, p.Code = statuses[fault.Internal], fault.Internal
	}
	p.Type, p.Status, p.Title = "urn:xianjie:problem:"+string(p.Code), s.status, s.title
}

// asFault finds the fault in an error; what is not one is told apart as far as the person can do something about it.
func asFault(ctx context.Context, err error) *fault.Error {
	var f *fault.Error
	var tooLarge *http.MaxBytesError
	var he *echo.HTTPError
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &tooLarge):
		return fault.New(fault.TooLarge, "提交的内容超过 %s,请精简或拆分后再提交", sizeText(tooLarge.Limit))
	case errors.Is(err, context.DeadlineExceeded), ctx.Err() != nil:
		return fault.Wrap(fault.Unavailable, "系统繁忙,本次操作没有办完。请稍后再试;带有操作编号的请求可原样重发", err)
	case errors.As(err, &he):
		return routed(he)
	default:
		return fault.Wrap(fault.Internal, "", err)
	}
}

// routed is echo's own refusal of a request no route takes.
func routed(he *echo.HTTPError) *fault.Error {
	switch {
	case he.Code == http.StatusNotFound:
		return fault.Wrap(fault.NotFound, "没有这个地址,请核对网址", he)
	case he.Code == http.StatusMethodNotAllowed:
		return fault.New(codeMethod, "这个地址不支持这种请求方法,请查看接口文档")
	case he.Code == http.StatusRequestEntityTooLarge:
		return fault.New(fault.TooLarge, "提交的内容过大,请精简或拆分后再提交")
	case he.Code < http.StatusInternalServerError:
		return fault.New(fault.Malformed, "请求不符合要求,请查看接口文档")
	default:
		return fault.Wrap(fault.Internal, "", he)
	}
}

// byStatus names the code of a status huma chose.
func byStatus(status int) fault.Code {
	switch status {
	case http.StatusBadRequest:
		return fault.Malformed
	case http.StatusRequestTimeout:
		return codeTimeout
	case http.StatusRequestEntityTooLarge:
		return fault.TooLarge
	case http.StatusUnsupportedMediaType:
		return fault.Unsupported
	case http.StatusUnprocessableEntity:
		return fault.Invalid
	default:
		return fault.Internal
	}
}

// humaProblem replaces huma.NewErrorWithContext: huma's own refusals, in our words and without the offending values, which may
// be passwords.
func humaProblem(ctx huma.Context, status int, _ string, errs ...error) huma.StatusError {
	p := &problem{Code: byStatus(status)}
	for _, err := range errs {
		var ready *problem
		var f *fault.Error
		var detail huma.ErrorDetailer
		switch {
		case errors.As(err, &ready), errors.As(err, &f):
			return problemOf(ctx.Context(), err)
		case errors.As(err, &detail):
			d := detail.ErrorDetail()
			p.Errors = append(p.Errors, placed(d.Location, inChinese(d.Message)))
		}
	}
	slices.SortStableFunc(p.Errors, func(a, b place) int { return strings.Compare(a.Location, b.Location) })
	p.settle()
	if p.Code == fault.Internal {
		return problemOf(ctx.Context(), errors.Join(append(errs, errors.New("huma: status "+strconv.Itoa(status)))...))
	}
	p.Request, p.Detail = visitOf(ctx.Context()).id, summary(p)
	return p.printed()
}

// summary is one sentence over the places.
func summary(p *problem) string {
	switch {
	case len(p.Errors) == 1 && p.Errors[0].Location == "":
		return p.Errors[0].Message
	case len(p.Errors) == 1:
		return p.Errors[0].Message + "(" + p.Errors[0].Location + ")"
	case len(p.Errors) > 1:
		return "有 " + strconv.Itoa(len(p.Errors)) + " 处内容有误,请逐处改正后再提交"
	case p.Status == http.StatusBadRequest:
		return "请求缺少正文,请按接口文档填写"
	default:
		return p.Title
	}
}

// placed names the missing member itself, where huma names the object it is missing from.
func placed(location, message string) place {
	location = pointer(location)
	if name, ok := strings.CutPrefix(message, missing); ok {
		location += "/" + name
	}
	return place{location, message}
}

// pointer turns huma's "body.items[3].tags" into "/items/3/tags"; other places stay as they are.
func pointer(location string) string {
	rest, ok := strings.CutPrefix(location, "body")
	if !ok {
		return location
	}
	return strings.NewReplacer(".", "/", "[", "/", "]", "").Replace(rest)
}

// send writes a problem outside huma.
func send(w http.ResponseWriter, p *problem) {
	for name, values := range p.GetHeaders() {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Type", mediaProblem)
	w.WriteHeader(p.Status)
	_ = marshal(w, p) // a client that has gone needs no answer
}
