package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
)

// PhotoTypes are what a photo may be, by content.
func PhotoTypes() []string { return []string{"image/jpeg", "image/png"} }

// mostPhotoName is how long a photo's name may be, in characters.
const mostPhotoName = 500

// KeepPhoto asks to keep one photo of a site check. Bytes and rows are handled as those of an Attach.
type KeepPhoto struct {
	Application string
	Item        string
	FileName    string
	Size        int64
	MediaType   string // by content
	SHA256      string
	Place       func() error
	Remove      func() error
	Receipt     *Receipt
}

// KeepPhoto keeps a photo with its row, or neither. Errors: NotFound (not assigned), Refused (state, handed in, number), Unsupported,
// TooLarge, Invalid (item).
func (s *Service) KeepPhoto(ctx context.Context, actor Actor, in KeepPhoto) (SitePhoto, error) {
	var out SitePhoto
	err := s.store.InTx(ctx, func(tx Tx) error {
		c, err := s.openSite(tx, actor, in.Application, "photo")
		if err != nil {
			return err
		}
		if out, err = s.photo(tx, c, in); err != nil {
			return err
		}
		if err := tx.InsertSitePhoto(out); err != nil {
			return err
		}
		if err := note(tx, c.Case, "site_photo", in.Item+" "+in.FileName, "", in.SHA256); err != nil {
			return err
		}
		if err := in.Receipt.keep(tx, out); err != nil {
			return err
		}
		return in.Place()
	})
	if err != nil {
		return SitePhoto{}, errors.Join(err, s.forget(ctx, in.SHA256, in.Remove))
	}
	return out, nil
}

// photo checks one photo and makes its row.
func (s *Service) photo(tx Tx, c *siteCase, in KeepPhoto) (SitePhoto, error) {
	if err := c.writable(); err != nil {
		return SitePhoto{}, err
	}
	limit := c.Pack.AttachmentLimit(proposal.AttachSitePhoto)
	switch {
	case !slices.ContainsFunc(c.Setup.SiteItems, func(item review.SiteItem) bool { return item.Code == in.Item }):
		return SitePhoto{}, fault.At("核查项有误", []fault.Place{{Location: "/item", Message: "本批没有这个核查项"}})
	case strings.TrimSpace(in.FileName) == "" || utf8.RuneCountInString(in.FileName) > mostPhotoName:
		return SitePhoto{}, fault.At("文件名有误", []fault.Place{{Location: "/file", Message: fmt.Sprintf("文件名不能为空,不超过 %d 个字", mostPhotoName)}})
	case !slices.Contains(PhotoTypes(), in.MediaType):
		return SitePhoto{}, fault.New(fault.Unsupported, "“%s”按内容识别为 %s,现场照片只收 JPG 和 PNG 图片", in.FileName, in.MediaType)
	case in.Size > limit.MaxFileBytes:
		return SitePhoto{}, fault.New(fault.TooLarge, "“%s”有 %d 字节,超过现场照片上限 %d 字节", in.FileName, in.Size, limit.MaxFileBytes)
	}
	kept, err := tx.SitePhotosOf(c.App.ID)
	if err != nil {
		return SitePhoto{}, err
	}
	if most := c.Pack.Params.AttachmentLimits.MaxFiles; len(kept) >= most {
		return SitePhoto{}, fault.New(fault.Refused, "现场照片已有 %d 张,达到本批上限", most)
	}
	return SitePhoto{ID: s.newID(), ApplicationID: c.App.ID, BatchID: c.App.BatchID, Item: in.Item, FileName: in.FileName, Size: in.Size, MediaType: in.MediaType,
		SHA256: in.SHA256, UploadedBy: c.Actor.AccountID, UploadedName: c.Actor.Name, UploadedAt: c.Now}, nil
}

// DropPhoto asks to delete one photo.
type DropPhoto struct {
	Application string
	Photo       string
	Remove      func(sha256 string) error
}

// DropPhoto deletes a photo until the sheet is handed in; its bytes go when nothing else names them. Errors: NotFound, Refused.
func (s *Service) DropPhoto(ctx context.Context, actor Actor, in DropPhoto) error {
	var gone SitePhoto
	err := s.store.InTx(ctx, func(tx Tx) error {
		c, err := s.openSite(tx, actor, in.Application, "photo")
		if err != nil {
			return err
		}
		if err := c.writable(); err != nil {
			return err
		}
		if gone, err = tx.RemoveSitePhoto(c.App.ID, in.Photo); err != nil {
			return err
		}
		return note(tx, c.Case, "site_photo_delete", gone.Item+" "+gone.FileName, "", gone.SHA256)
	})
	if err != nil {
		return err
	}
	return s.forget(ctx, gone.SHA256, func() error { return in.Remove(gone.SHA256) })
}

// SitePhotos are a site check's photos, for those who see its findings.
func (s *Service) SitePhotos(ctx context.Context, actor Actor, id string) ([]SitePhoto, error) {
	view, err := s.SiteCheck(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	if view.Depth != Whole {
		return []SitePhoto{}, nil
	}
	return s.store.SitePhotos(ctx, id)
}

// SitePhoto is one photo's row, for those who see the findings it belongs to.
func (s *Service) SitePhoto(ctx context.Context, actor Actor, id string) (SitePhoto, error) {
	photo, err := s.store.SitePhoto(ctx, id)
	if err != nil {
		return SitePhoto{}, err
	}
	view, err := s.SiteCheck(ctx, actor, photo.ApplicationID)
	if err == nil && view.Depth != Whole {
		err = fault.New(fault.NotFound, "没有这张照片,或您无权查看")
	}
	if err != nil {
		return SitePhoto{}, err
	}
	return photo, nil
}
