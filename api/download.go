package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"xianjie/internal/files"
)

func (s *Server) downloadRoutes() {
	path := "/attachments/{attachmentId}"
	file := map[string]*huma.Response{"200": {Description: "文件;始终作为附件下载,不在页面中打开", Content: map[string]*huma.MediaType{
		"application/octet-stream": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}}}}
	register(s, operation{id: "downloadAttachment", method: http.MethodGet, path: path, summary: "下载附件", tag: tagAttachments,
		object: objectAttachment, action: "read", answers: file, says: "支持 Range 与 If-None-Match。"}, s.downloadAttachment)
	register(s, operation{id: "headAttachment", method: http.MethodHead, path: path, summary: "附件的大小与类型", tag: tagAttachments,
		object: objectAttachment, action: "read"}, s.downloadAttachment)
}

func (s *Server) downloadAttachment(ctx context.Context, in *OfFile) (*streamed, error) {
	file, err := s.deps.Workflow.Attachment(ctx, actorOf(ctx), in.AttachmentID)
	if err != nil {
		return nil, err
	}
	content, _, err := s.deps.Files.Open(file.SHA256)
	if err != nil {
		return nil, err
	}
	return flow(func(w http.ResponseWriter, r *http.Request) {
		defer content.Close()
		for name, value := range files.Headers(file.FileName, file.MediaType) {
			w.Header().Set(name, value)
		}
		w.Header().Set("ETag", `"`+file.SHA256+`"`)
		http.ServeContent(w, r, "", time.Time{}, content)
	}), nil
}
