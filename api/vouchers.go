package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"xianjie/internal/files"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

func (s *Server) voucherRoutes() {
	path := "/applications/{id}/vouchers"
	register(s, operation{id: "listVouchers", method: http.MethodGet, path: path, summary: "资金凭证", tag: tagFunds,
		object: objectFund, action: "read"}, s.listVouchers)
	register(s, operation{id: "uploadVoucher", method: http.MethodPost, path: path, summary: "上传资金凭证", tag: tagFunds,
		object: objectFund, action: step, status: http.StatusCreated, intake: stream,
		says: "multipart/form-data 的 file 一栏。大小和格式以批次政策包为准,格式按内容识别。登记时引用,一份凭证可用于几笔。"}, s.uploadVoucher)
	s.api.OpenAPI().Paths[path].Post.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: &huma.Schema{
		Type: huma.TypeObject, Required: []string{"file"}, Properties: map[string]*huma.Schema{
			"file": {Type: huma.TypeString, Format: "binary", Description: "文件,一次一个"},
		}}}}}
	register(s, operation{id: "downloadVoucher", method: http.MethodGet, path: "/vouchers/{voucherId}", summary: "下载资金凭证", tag: tagFunds,
		object: objectFund, action: "read", answers: downloaded()}, s.downloadVoucher)
}

// voucher is one file kept for entries.
type voucher struct {
	ID         string    `json:"id"`
	FileName   string    `json:"fileName"`
	Size       int64     `json:"size" doc:"字节"`
	MediaType  string    `json:"mediaType" doc:"按内容识别"`
	SHA256     string    `json:"sha256"`
	UploadedBy string    `json:"uploadedBy" doc:"上传岗位"`
	UploadedAt time.Time `json:"uploadedAt"`
}

func voucherView(v workflow.Voucher) voucher {
	return voucher{v.ID, v.FileName, v.Size, v.MediaType, v.SHA256, v.UploadedName, v.UploadedAt.UTC()}
}

func voucherKept(v workflow.Voucher) *answer[voucher] {
	return created(voucherView(v), `"`+v.SHA256+`"`, Base+"/vouchers/"+v.ID)
}

func (s *Server) listVouchers(ctx context.Context, in *struct{ OfApplication }) (*answer[list[voucher]], error) {
	all, err := s.deps.Workflow.Vouchers(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(all, voucherView)), ""), nil
}

// uploadVoucher takes a file in as it comes, once it is known that the sender may see the account.
func (s *Server) uploadVoucher(ctx context.Context, in *uploadAsked) (*answer[voucher], error) {
	seen, err := s.deps.Workflow.Funds(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	form, err := s.form(in.request)
	if err != nil {
		return nil, err
	}
	limit, err := s.limit(ctx, seen.Application, string(proposal.AttachOther))
	if err != nil {
		return nil, err
	}
	staged, err := s.stageFile(ctx, form, limit.MediaTypes, limit.MaxFileBytes)
	if err != nil {
		return nil, err
	}
	defer staged.Discard() //nolint:errcheck // what stays is swept
	return s.keepVoucher(ctx, in, form, staged)
}

func (s *Server) keepVoucher(ctx context.Context, in *uploadAsked, form *uploaded, staged *files.Staged) (*answer[voucher], error) {
	if err := s.ownOnce(ctx, in.IdempotencyKey, in.request.URL.Path, form.name, staged.SHA256); err != nil {
		return nil, err
	}
	v, err := s.deps.Workflow.KeepVoucher(ctx, actorOf(ctx), workflow.KeepVoucher{Application: in.ID, FileName: form.name, Size: staged.Size, MediaType: staged.MediaType,
		SHA256: staged.SHA256, Place: staged.Place, Remove: func() error { return s.deps.Files.Remove(staged.SHA256) }, Receipt: receipt(ctx, voucherKept)})
	if err != nil {
		s.release(ctx, http.StatusConflict)
		return nil, err
	}
	return voucherKept(v), nil
}

func (s *Server) downloadVoucher(ctx context.Context, in *struct {
	VoucherID string `path:"voucherId" maxLength:"64" doc:"凭证的 id"`
}) (*streamed, error) {
	v, err := s.deps.Workflow.Voucher(ctx, actorOf(ctx), in.VoucherID)
	if err != nil {
		return nil, err
	}
	return s.flowFile(v.FileName, v.MediaType, v.SHA256)
}
