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
	register(s, operation{id: "downloadAttachment", method: http.MethodGet, path: path, summary: "下载附件", tag: tagAttachments,
		object: objectAttachment, action: "read", answers: downloaded(), says: "支持 Range 与 If-None-Match。"}, s.downloadAttachment)
	register(s, operation{id: "headAttachment", method: http.MethodHead, path: path, summary: "附件的大小与类型", tag: tagAttachments,
		object: objectAttachment, action: "read"}, s.downloadAttachment)
}

// fileAnswer documents an answer that is a file.
func fileAnswer(media, says string) map[string]*huma.Response {
	return map[string]*huma.Response{"200": {Description: says, Content: map[string]*huma.MediaType{
		media: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}}}}
}

// downloaded is how a kept file comes back.
func downloaded() map[string]*huma.Response {
	return fileAnswer("application/octet-stream", "文件;始终作为附件下载,不在页面中打开")
}

func (s *Server) downloadAttachment(ctx context.Context, in *OfFile) (*streamed, error) {
	file, err := s.deps.Workflow.Attachment(ctx, actorOf(ctx), in.AttachmentID)
	if err != nil {
		return nil, err
	}
	return s.flowFile(file.FileName, file.MediaType, file.SHA256)
}

// flowFile sends a kept file in a way that can never run in the page.
func (s *Server) flowFile(name, mediaType, sha256 string) (*streamed, error) {
	content, _, err := s.deps.Files.Open(sha256)
	if err != nil {
		return nil, err
	}
	return flow(func(w http.ResponseWriter, r *http.Request) {
		defer content.Close()
		for header, value := range files.Headers(name, mediaType) {
			w.Header().Set(header, value)
		}
		w.Header().Set("ETag", `"`+sha256+`"`)
		http.ServeContent(w, r, "", time.Time{}, content)
	}), nil
}
