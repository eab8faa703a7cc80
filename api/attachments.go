package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

const (
	tagAttachments   = "附件"
	objectAttachment = "attachment"
)

func (s *Server) attachmentRoutes() {
	register(s, operation{id: "listAttachments", method: http.MethodGet, path: "/applications/{id}/attachments", summary: "附件列表", tag: tagAttachments,
		object: objectAttachment, action: "read"}, s.listAttachments)
	register(s, operation{id: "deleteAttachment", method: http.MethodDelete, path: "/attachments/{attachmentId}", summary: "从草稿中移除附件", tag: tagAttachments,
		object: objectAttachment, action: "delete", says: "If-Match 为附件的 ETag(其 SHA-256)。已上报的快照所列文件仍予保留。"}, s.deleteAttachment)
}

// attachment is one kept file.
type attachment struct {
	ID         string    `json:"id"`
	DocID      string    `json:"docId" doc:"在申报书中的编号,如 ATT03"`
	Kind       string    `json:"kind"`
	KindLabel  string    `json:"kindLabel"`
	FileName   string    `json:"fileName"`
	Size       int64     `json:"size" doc:"字节"`
	MediaType  string    `json:"mediaType" doc:"按内容识别"`
	SHA256     string    `json:"sha256" doc:"内容的 SHA-256,也是它的 ETag"`
	UploadedBy string    `json:"uploadedBy" doc:"上传岗位"`
	UploadedAt time.Time `json:"uploadedAt"`
}

func attachmentView(a workflow.Attachment) attachment {
	return attachment{ID: a.ID, DocID: a.DocID, Kind: a.Kind, KindLabel: proposal.AttachmentKind(a.Kind).Label(), FileName: a.FileName,
		Size: a.Size, MediaType: a.MediaType, SHA256: a.SHA256, UploadedBy: a.UploadedName, UploadedAt: a.UploadedAt.UTC()}
}

func (s *Server) listAttachments(ctx context.Context, in *applicationAsked) (*answer[list[attachment]], error) {
	files, err := s.deps.Workflow.Attachments(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	p := newStamp()
	for _, f := range files {
		p = p.text(f.ID)
	}
	if in.has(p.tag()) {
		return unchanged[list[attachment]](p.tag()), nil
	}
	return answered(whole(each(files, attachmentView)), p.tag()), nil
}

// OfFile names one file in the path.
type OfFile struct {
	AttachmentID string `path:"attachmentId" maxLength:"64" doc:"附件的 id"`
}

type attachmentAct struct {
	OfFile
	Matching
}

func (s *Server) deleteAttachment(ctx context.Context, in *attachmentAct) (*answer[saved], error) {
	tag, err := strongTag(in.IfMatch)
	if err != nil {
		return nil, err
	}
	actor := actorOf(ctx)
	file, err := s.deps.Workflow.Attachment(ctx, actor, in.AttachmentID)
	if err != nil {
		return nil, err
	}
	if tag != file.SHA256 {
		return nil, fault.New(fault.Stale, "附件已不是您所见的内容,请刷新后再移除")
	}
	done, err := s.deps.Workflow.DetachFile(ctx, actor, workflow.Detach{Application: file.ApplicationID, Attachment: file.ID, Remove: s.deps.Files.Remove})
	if err != nil {
		return nil, err
	}
	return answered(savedView(done), versionTag(done.Application.Version)), nil
}
