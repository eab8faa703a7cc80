package api

import (
	"io"
	"mime"
	"mime/multipart"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"xianjie/internal/fault"
)

// bookForm documents a workbook sent as it is or in a form.
func bookForm(says string) *huma.RequestBody {
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
		mediaBook: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
		"multipart/form-data": {Schema: &huma.Schema{Type: huma.TypeObject, Required: []string{"file"}, Properties: map[string]*huma.Schema{
			"file": {Type: huma.TypeString, Format: "binary", Description: says}}}},
	}}
}

// book reads a workbook sent as it is or in a form, whole: it is small or it is refused.
func book(r *http.Request, limit int64, what string) ([]byte, error) {
	media, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	var from io.Reader = r.Body
	switch {
	case err == nil && media == mediaBook:
	case err == nil && media == "multipart/form-data" && params["boundary"] != "":
		part, err := multipart.NewReader(r.Body, params["boundary"]).NextPart()
		if err != nil {
			return nil, brokenForm(err)
		}
		if part.FormName() != "file" {
			return nil, fault.At("表单有误", []fault.Place{{Location: "/" + part.FormName(), Message: "表单中只放" + what + "(file)"}})
		}
		from = part
	default:
		return nil, fault.New(fault.Unsupported, "请上传 Excel %s(.xlsx)", what)
	}
	data, err := io.ReadAll(io.LimitReader(from, limit+1))
	switch {
	case err != nil && r.Context().Err() != nil:
		return nil, fault.Wrap(codeTimeout, "请求没有在规定时间内传完,请检查网络后重试", err)
	case err != nil:
		return nil, fault.Wrap(fault.Malformed, "文件没有传完整,请检查网络后重新上传", err)
	case int64(len(data)) > limit:
		return nil, fault.New(fault.TooLarge, "%s不应超过 %s,请使用下载的%s填写", what, sizeText(limit), what)
	}
	return data, nil
}
