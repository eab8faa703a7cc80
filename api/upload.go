package api

import (
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"xianjie/internal/fault"
	"xianjie/internal/files"
	"xianjie/internal/proposal"
	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) uploadRoutes() {
	path := "/applications/{id}/attachments"
	register(s, operation{id: "uploadAttachment", method: http.MethodPost, path: path, summary: "上传附件", tag: tagAttachments,
		object: objectAttachment, action: "upload", status: http.StatusCreated, intake: stream,
		says: "multipart/form-data:先写 kind(及 docId),后放 file。大小和格式以批次政策包为准,格式按内容识别。"}, s.uploadAttachment)
	s.api.OpenAPI().Paths[path].Post.RequestBody = uploadForm() // known before, huma would read the form into memory
}

// uploadForm documents the form.
func uploadForm() *huma.RequestBody {
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: &huma.Schema{
		Type: huma.TypeObject, Required: []string{"kind", "file"}, Properties: map[string]*huma.Schema{
			"kind":  {Type: huma.TypeString, Description: "附件类别,须写在 file 之前"},
			"docId": {Type: huma.TypeString, Description: "在申报书中的编号,如 ATT03;不写则自动编号"},
			"file":  {Type: huma.TypeString, Format: "binary", Description: "文件,一次一个"},
		}}}}}
}

// attached answers an upload.
type attached struct {
	Attachment attachment `json:"attachment"`
	Saved      saved      `json:"saved"`
}

type uploadAsked struct {
	OfApplication
	Keyed
	Wire
}

// uploadAttachment takes a file in as it comes: its limit is known before its first byte, and what is over it is not read.
func (s *Server) uploadAttachment(ctx context.Context, in *uploadAsked) (*answer[attached], error) {
	actor := actorOf(ctx)
	app, err := s.deps.Workflow.Peek(ctx, actor, in.ID)
	if err != nil {
		return nil, err
	}
	form, err := s.form(in.request, "kind", "docId")
	if err != nil {
		return nil, err
	}
	limit, err := s.limit(ctx, app, form.fields["kind"])
	if err != nil {
		return nil, err
	}
	staged, err := s.stageFile(ctx, form, limit.MediaTypes, limit.MaxFileBytes)
	if err != nil {
		return nil, err
	}
	defer staged.Discard() //nolint:errcheck // what stays is swept
	return s.attach(ctx, in, form, staged)
}

// stageFile stages a form's file, as far as it may be long, and looks at what it is.
func (s *Server) stageFile(ctx context.Context, form *uploaded, kinds []string, most int64) (*files.Staged, error) {
	staged, err := s.deps.Files.Stage(ctx, form.file, most)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(staged.CheckKind(kinds, form.name), form.ends()); err != nil {
		return nil, errors.Join(err, staged.Discard())
	}
	return staged, nil
}

func (s *Server) attach(ctx context.Context, in *uploadAsked, form *uploaded, staged *files.Staged) (*answer[attached], error) {
	if err := s.ownOnce(ctx, in.IdempotencyKey, in.request.URL.Path, form.fields["kind"], form.fields["docId"], form.name, staged.SHA256); err != nil {
		return nil, err
	}
	actor := actorOf(ctx)
	view := func(done workflow.Attached) *answer[attached] {
		return created(attached{attachmentView(done.Attachment), savedView(done.Saved)}, versionTag(done.Saved.Application.Version),
			Base+"/attachments/"+done.Attachment.ID)
	}
	done, err := s.deps.Workflow.AttachFile(ctx, actor, workflow.Attach{Application: in.ID, Kind: form.fields["kind"], DocID: form.fields["docId"], FileName: form.name,
		Size: staged.Size, MediaType: staged.MediaType, SHA256: staged.SHA256, Place: staged.Place,
		Remove: func() error { return s.deps.Files.Remove(staged.SHA256) }, Receipt: receipt(ctx, view)})
	if err != nil {
		s.release(ctx, http.StatusConflict)
		return nil, err
	}
	return view(done), nil
}

// limit is what the pack in force takes of a kind.
func (s *Server) limit(ctx context.Context, app workflow.Application, kind string) (policy.KindLimit, error) {
	if _, known := kindNamed(kind); !known {
		return policy.KindLimit{}, fault.At("附件类别不正确", []fault.Place{{Location: "/kind", Message: "没有“" + kind + "”这个类别,请从附件类别中选择"}})
	}
	at, _, err := s.deps.Store.ReadPackAt(ctx, app.BatchID)
	if err != nil {
		return policy.KindLimit{}, err
	}
	full, err := s.deps.Store.ReadPack(ctx, at.BatchID, at.Version)
	if err != nil {
		return policy.KindLimit{}, err
	}
	pack, err := policy.ParsePack(full.Body)
	if err != nil {
		return policy.KindLimit{}, err
	}
	return pack.AttachmentLimit(proposal.AttachmentKind(kind)), nil
}

// kindNamed is the attachment kind of that name: a known one has a Chinese label of its own.
func kindNamed(name string) (proposal.AttachmentKind, bool) {
	kind := proposal.AttachmentKind(name)
	return kind, name != "" && kind.Label() != name
}

// uploaded is a form up to its file, whose bytes are still on the way.
type uploaded struct {
	fields map[string]string // those before the file
	name   string
	file   *multipart.Part
	reader *multipart.Reader
}

// form reads a form up to its file. It takes the named fields and no others; the first, if there is any, must be filled in.
func (s *Server) form(r *http.Request, names ...string) (*uploaded, error) {
	media, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != "multipart/form-data" || params["boundary"] == "" {
		return nil, fault.New(fault.Unsupported, "上传附件须用 multipart/form-data 表单")
	}
	u := &uploaded{fields: map[string]string{}, reader: multipart.NewReader(r.Body, params["boundary"])}
	for budget := s.deps.Limits.Form; ; {
		part, err := u.reader.NextPart()
		if err != nil {
			return nil, brokenForm(err)
		}
		if part.FormName() == "file" {
			return u.opened(part, names)
		}
		value, err := io.ReadAll(io.LimitReader(part, budget+1))
		if err != nil {
			return nil, brokenForm(err)
		}
		if budget -= int64(len(value)); budget < 0 {
			return nil, fault.New(fault.TooLarge, "表单中文件以外的内容过大,请核对后再上传")
		}
		if err := u.field(part.FormName(), string(value), names); err != nil {
			return nil, err
		}
	}
}

func (u *uploaded) field(name, value string, names []string) error {
	switch {
	case !slices.Contains(names, name):
		return fault.At("表单有误", []fault.Place{{Location: "/" + name, Message: "没有这个字段,请删除或改正字段名"}})
	case u.fields[name] != "":
		return fault.At("表单有误", []fault.Place{{Location: "/" + name, Message: "这个字段写了两遍,请只留一处"}})
	case !plainText(value) || len(value) > 64:
		return fault.At("表单有误", []fault.Place{{Location: "/" + name, Message: "内容过长或含有无法识别的字符"}})
	}
	u.fields[name] = value
	return nil
}

func (u *uploaded) opened(part *multipart.Part, names []string) (*uploaded, error) {
	if len(names) > 0 && u.fields[names[0]] == "" {
		return nil, fault.At("表单有误", []fault.Place{{Location: "/" + names[0], Message: "请填写这一项,并写在文件之前"}})
	}
	name, err := files.CleanName(part.FileName())
	if err != nil {
		return nil, err
	}
	u.file, u.name = part, name
	return u, nil
}

// ends refuses anything behind the file.
func (u *uploaded) ends() error {
	switch _, err := u.reader.NextPart(); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return brokenForm(err)
	default:
		return fault.At("表单有误", []fault.Place{{Location: "/file", Message: "文件须放在最后,一次上传一个"}})
	}
}

func brokenForm(err error) error {
	if errors.Is(err, io.EOF) {
		return fault.At("表单有误", []fault.Place{{Location: "/file", Message: "没有选择文件,请选择后再上传"}})
	}
	return fault.Wrap(fault.Malformed, "表单没有传完整,请检查网络后重新上传", err)
}
