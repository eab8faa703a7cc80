package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"xianjie/internal/fault"
	"xianjie/internal/files"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

func (s *Server) photoRoutes() {
	path := "/applications/{id}/site-check/photos"
	register(s, operation{id: "listSitePhotos", method: http.MethodGet, path: path, summary: "现场照片", tag: tagStages,
		object: objectSite, action: "read"}, s.listPhotos)
	register(s, operation{id: "uploadSitePhoto", method: http.MethodPost, path: path, summary: "上传现场照片", tag: tagStages,
		object: objectSite, action: "photo", status: http.StatusCreated, intake: stream,
		says: "multipart/form-data:先写 item(核查项代码),后放 file。只收 JPG、PNG,格式按内容识别。"}, s.uploadPhoto)
	s.api.OpenAPI().Paths[path].Post.RequestBody = photoForm()
	one := "/site-photos/{photoId}"
	register(s, operation{id: "downloadSitePhoto", method: http.MethodGet, path: one, summary: "下载现场照片", tag: tagStages,
		object: objectSite, action: "read", answers: downloaded()}, s.downloadPhoto)
	register(s, operation{id: "deleteSitePhoto", method: http.MethodDelete, path: one, summary: "删除现场照片", tag: tagStages,
		object: objectSite, action: "photo", status: http.StatusNoContent, says: "If-Match 为照片的 ETag(其 SHA-256)。核查单提交后不能删除。"}, s.deletePhoto)
}

// photoForm documents the form.
func photoForm() *huma.RequestBody {
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: &huma.Schema{
		Type: huma.TypeObject, Required: []string{"item", "file"}, Properties: map[string]*huma.Schema{
			"item": {Type: huma.TypeString, Description: "核查项代码,须写在 file 之前"},
			"file": {Type: huma.TypeString, Format: "binary", Description: "照片,一次一张"},
		}}}}}
}

// sitePhoto is one photo of a site check.
type sitePhoto struct {
	ID         string    `json:"id"`
	Item       string    `json:"item" doc:"核查项代码"`
	FileName   string    `json:"fileName"`
	Size       int64     `json:"size" doc:"字节"`
	MediaType  string    `json:"mediaType" doc:"按内容识别"`
	SHA256     string    `json:"sha256" doc:"内容的 SHA-256,也是它的 ETag"`
	UploadedBy string    `json:"uploadedBy" doc:"上传岗位"`
	UploadedAt time.Time `json:"uploadedAt"`
}

func photoView(p workflow.SitePhoto) sitePhoto {
	return sitePhoto{p.ID, p.Item, p.FileName, p.Size, p.MediaType, p.SHA256, p.UploadedName, p.UploadedAt.UTC()}
}

// photoKept answers an upload: the ETag is the photo's own.
func photoKept(p workflow.SitePhoto) *answer[sitePhoto] {
	return created(photoView(p), `"`+p.SHA256+`"`, Base+"/site-photos/"+p.ID)
}

func (s *Server) listPhotos(ctx context.Context, in *struct{ OfApplication }) (*answer[list[sitePhoto]], error) {
	photos, err := s.deps.Workflow.SitePhotos(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(photos, photoView)), ""), nil
}

// uploadPhoto takes a photo in as it comes, once it is known that the sender may see the sheet.
func (s *Server) uploadPhoto(ctx context.Context, in *uploadAsked) (*answer[sitePhoto], error) {
	seen, err := s.deps.Workflow.SiteCheck(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	form, err := s.form(in.request, "item")
	if err != nil {
		return nil, err
	}
	limit, err := s.limit(ctx, seen.Application, string(proposal.AttachSitePhoto))
	if err != nil {
		return nil, err
	}
	staged, err := s.stageFile(ctx, form, workflow.PhotoTypes(), limit.MaxFileBytes)
	if err != nil {
		return nil, err
	}
	defer staged.Discard() //nolint:errcheck // what stays is swept
	return s.keepPhoto(ctx, in, form, staged)
}

func (s *Server) keepPhoto(ctx context.Context, in *uploadAsked, form *uploaded, staged *files.Staged) (*answer[sitePhoto], error) {
	if err := s.ownOnce(ctx, in.IdempotencyKey, in.request.URL.Path, form.fields["item"], form.name, staged.SHA256); err != nil {
		return nil, err
	}
	done, err := s.deps.Workflow.KeepPhoto(ctx, actorOf(ctx), workflow.KeepPhoto{Application: in.ID, Item: form.fields["item"], FileName: form.name, Size: staged.Size,
		MediaType: staged.MediaType, SHA256: staged.SHA256, Place: staged.Place, Remove: func() error { return s.deps.Files.Remove(staged.SHA256) },
		Receipt: receipt(ctx, photoKept)})
	if err != nil {
		s.release(ctx, http.StatusConflict)
		return nil, err
	}
	return photoKept(done), nil
}

// OfPhoto names one photo in the path.
type OfPhoto struct {
	PhotoID string `path:"photoId" maxLength:"64" doc:"照片的 id"`
}

func (s *Server) downloadPhoto(ctx context.Context, in *OfPhoto) (*streamed, error) {
	photo, err := s.deps.Workflow.SitePhoto(ctx, actorOf(ctx), in.PhotoID)
	if err != nil {
		return nil, err
	}
	return s.flowFile(photo.FileName, photo.MediaType, photo.SHA256)
}

func (s *Server) deletePhoto(ctx context.Context, in *struct {
	OfPhoto
	Matching
}) (*struct{}, error) {
	tag, err := strongTag(in.IfMatch)
	if err != nil {
		return nil, err
	}
	photo, err := s.deps.Workflow.SitePhoto(ctx, actorOf(ctx), in.PhotoID)
	if err != nil {
		return nil, err
	}
	if tag != photo.SHA256 {
		return nil, fault.New(fault.Stale, "照片已不是您所见的内容,请刷新后再删除")
	}
	return nil, s.deps.Workflow.DropPhoto(ctx, actorOf(ctx), workflow.DropPhoto{Application: photo.ApplicationID, Photo: photo.ID, Remove: s.deps.Files.Remove})
}
