package workflow

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// KeepVoucher asks to keep one file for entries of an account. Bytes and rows are handled as those of an Attach.
type KeepVoucher struct {
	Application string
	FileName    string
	Size        int64
	MediaType   string // by content
	SHA256      string
	Place       func() error
	Remove      func() error
	Receipt     *Receipt
}

// fundOffices are whose money there is; whoever may enter any of it may keep vouchers for it.
var fundOffices = []string{fundProvinceObject, fundCityObject, fundCountyObject, fundDepartmentObject, fundPaymentObject}

// KeepVoucher keeps a file with its row, or neither. Errors: NotFound, Forbidden, Unsupported, TooLarge, Invalid (name).
func (s *Service) KeepVoucher(ctx context.Context, actor Actor, in KeepVoucher) (Voucher, error) {
	var v Voucher
	err := s.onAccount(ctx, actor, in.Application, func(tx Tx, c *fundCase) error {
		i := slices.IndexFunc(fundOffices, func(object string) bool { return s.roleFor(actor, c.App.CountyCode, object, "enter") != "" })
		if i < 0 {
			return fault.New(fault.Forbidden, "凭证由登记资金的岗位上传,您的岗位不能上传")
		}
		c.As = s.roleFor(actor, c.App.CountyCode, fundOffices[i], "enter")
		limit := c.Pack.AttachmentLimit(proposal.AttachOther)
		switch {
		case strings.TrimSpace(in.FileName) == "" || utf8.RuneCountInString(in.FileName) > mostPhotoName:
			return fault.At("文件名有误", []fault.Place{{Location: "/file", Message: "文件名不能为空,不超过 500 个字"}})
		case !slices.Contains(limit.MediaTypes, in.MediaType):
			return fault.New(fault.Unsupported, "“%s”按内容识别为 %s,凭证只收:%s", in.FileName, in.MediaType, strings.Join(limit.MediaTypes, "、"))
		case in.Size > limit.MaxFileBytes:
			return fault.New(fault.TooLarge, "“%s”有 %d 字节,超过凭证上限 %d 字节", in.FileName, in.Size, limit.MaxFileBytes)
		}
		v = Voucher{ID: s.newID(), ApplicationID: c.App.ID, BatchID: c.App.BatchID, FileName: in.FileName, Size: in.Size, MediaType: in.MediaType, SHA256: in.SHA256,
			UploadedBy: actor.AccountID, UploadedName: actor.Name, UploadedAt: c.Now}
		if err := tx.InsertVoucher(v); err != nil {
			return err
		}
		if err := c.note(tx, "fund_voucher", in.FileName, "", in.SHA256); err != nil {
			return err
		}
		if err := in.Receipt.keep(tx, v); err != nil {
			return err
		}
		return in.Place()
	})
	if err != nil {
		return Voucher{}, errors.Join(err, s.forget(ctx, in.SHA256, in.Remove))
	}
	return v, nil
}

// Voucher is one file's row, for those who may see the money it belongs to.
func (s *Service) Voucher(ctx context.Context, actor Actor, id string) (Voucher, error) {
	v, err := s.store.ReadVoucher(ctx, id)
	if err != nil {
		return Voucher{}, err
	}
	app, err := s.store.Application(ctx, v.ApplicationID)
	if err != nil {
		return Voucher{}, err
	}
	if _, err := s.seeFunds(app, actor); err != nil {
		return Voucher{}, fault.New(fault.NotFound, "没有这个凭证,或您无权查看")
	}
	return v, nil
}
