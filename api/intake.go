package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"

	"xianjie/internal/fault"
)

// takeIn reads a body once, within its limit, and refuses what is not JSON before anything looks inside. A body that is taken in
// as a stream is left alone.
func (s *Server) takeIn(ctx huma.Context, next func(huma.Context)) {
	kind := fact[intake](ctx.Operation(), metaIntake)
	if kind == stream {
		next(ctx)
		return
	}
	r := humaecho.UnwrapV4(ctx).Request()
	data, err := s.received(r, kind)
	if err != nil {
		s.refuse(ctx, err)
		return
	}
	visitOf(ctx.Context()).body = data
	r.Body = io.NopCloser(bytes.NewReader(data))
	next(ctx)
}

func (s *Server) received(r *http.Request, kind intake) ([]byte, error) {
	limit := kind.limit(s.deps.Limits)
	if kind == noBody {
		return nil, without(r)
	}
	if r.ContentLength > limit {
		return nil, &http.MaxBytesError{Limit: limit}
	}
	var buf bytes.Buffer
	if r.ContentLength > 0 {
		buf.Grow(int(r.ContentLength))
	}
	if _, err := buf.ReadFrom(http.MaxBytesReader(nil, r.Body, limit)); err != nil {
		return nil, unread(r, err)
	}
	data := buf.Bytes()
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, fault.New(fault.Malformed, "请求缺少正文,请按接口文档填写")
	}
	if err := spokenJSON(r.Header.Get("Content-Type"), r.Method); err != nil {
		return nil, err
	}
	if kind == command || kind == brief {
		return data, wellFormed(data)
	}
	return data, nil
}

// without refuses a body where none belongs: it would be ignored, and its sender would not know.
func without(r *http.Request) error {
	if r.ContentLength == 0 {
		return nil
	}
	if n, err := r.Body.Read(make([]byte, 1)); n == 0 && errors.Is(err, io.EOF) {
		return nil
	}
	return fault.New(fault.Malformed, "这个请求不接受正文,请去掉正文后再试")
}

// unread tells a broken connection and a slow one from a body that is too large.
func unread(r *http.Request, err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return tooLarge
	}
	if errors.Is(err, os.ErrDeadlineExceeded) || errors.Is(r.Context().Err(), context.DeadlineExceeded) {
		return fault.Wrap(codeTimeout, "请求没有在规定时间内传完,请检查网络后重试", err)
	}
	return fault.Wrap(fault.Malformed, "请求没有传完整,请检查网络后重试", err)
}

// spokenJSON refuses bodies that call themselves something else; a patch may say so.
func spokenJSON(contentType, method string) error {
	media, params, err := mime.ParseMediaType(contentType)
	ok := err == nil && (media == mediaJSON || method == http.MethodPatch && media == mediaMergePatch)
	if charset := params["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
		ok = false
	}
	if ok {
		return nil
	}
	return &fault.Error{Code: fault.Unsupported, Message: "正文应为 UTF-8 的 JSON,请在 Content-Type 请求头中写 application/json",
		Places: []fault.Place{{Location: "header.Content-Type", Message: "应为 application/json"}}}
}
