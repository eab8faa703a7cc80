package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// Attach asks to keep one uploaded file. The bytes are already staged and hashed outside the transaction; Place puts them where
// their hash says, and is called after the rows are written and before the commit, under the lock of the blob's row.
type Attach struct {
	Application string
	Kind        string
	DocID       string // id inside the document; "" takes the next free ATTnn
	FileName    string
	Size        int64
	MediaType   string // by content
	SHA256      string
	Place       func() error
	Remove      func() error // removes the placed bytes; called only when no row names them
	Receipt     *Receipt
}

// Attached is the answer to an upload.
type Attached struct {
	Attachment Attachment
	Saved      Saved
}

// AttachFile keeps a file with its row, or neither. Errors: those of an edit, Invalid (kind), TooLarge (count), Unsupported.
func (s *Service) AttachFile(ctx context.Context, actor Actor, in Attach) (Attached, error) {
	var out Attached
	err := s.store.InTx(ctx, func(tx Tx) error {
		c, err := s.openFor(tx, actor, in.Application, "attachment", "upload", WantReturn|WantWaivers|WantConfirmations)
		if err != nil {
			return err
		}
		if err := s.mayAttach(c, in.Kind); err != nil {
			return err
		}
		if out.Attachment, err = s.attachment(tx, c, in); err != nil {
			return err
		}
		if err := tx.InsertAttachment(out.Attachment); err != nil {
			return err
		}
		if out.Saved, err = s.rejudge(tx, c, "attach", in.Kind+" "+in.FileName, in.SHA256); err != nil {
			return err
		}
		if err := in.Receipt.keep(tx, out); err != nil {
			return err
		}
		return in.Place()
	})
	if err != nil {
		return Attached{}, errors.Join(err, s.forget(ctx, in.SHA256, in.Remove))
	}
	return out, nil
}

// mayAttach: whoever confirms money may bring the paper he confirms it with, and no other.
func (s *Service) mayAttach(c *Case, kind string) error {
	if kind == string(proposal.AttachFundIntegrationCommitment) || s.roleFor(c.Actor, c.App.CountyCode, "attachment", "upload_any") != "" {
		return nil
	}
	return fault.New(fault.Forbidden, "您的岗位只上传%s;%s请交县级填报员上传", proposal.AttachFundIntegrationCommitment.Label(), proposal.AttachmentKind(kind).Label())
}

// attachment checks one upload against the pack and the return slip and makes its row.
func (s *Service) attachment(tx Tx, c *Case, in Attach) (Attachment, error) {
	if err := c.editable(); err != nil {
		return Attachment{}, err
	}
	kind := proposal.AttachmentKind(in.Kind)
	limit := c.Pack.AttachmentLimit(kind)
	if !slices.Contains(limit.MediaTypes, in.MediaType) {
		return Attachment{}, fault.New(fault.Unsupported, "“%s”按内容识别为 %s,%s只收:%s", in.FileName, in.MediaType, kind.Label(), strings.Join(limit.MediaTypes, "、"))
	}
	if in.Size > limit.MaxFileBytes {
		return Attachment{}, fault.New(fault.TooLarge, "“%s”有 %d 字节,超过%s上限 %d 字节", in.FileName, in.Size, kind.Label(), limit.MaxFileBytes)
	}
	if err := c.opensKind(in.Kind, proposal.Added); err != nil {
		return Attachment{}, err
	}
	kept, err := tx.Document(c.App.ID)
	if err != nil {
		return Attachment{}, err
	}
	if most := c.Pack.Params.AttachmentLimits.MaxFiles; len(kept.Attachments) >= most {
		return Attachment{}, fault.New(fault.Refused, "附件已有 %d 个,达到本批上限", most)
	}
	if in.DocID == "" {
		in.DocID = nextDocID(kept.Attachments)
	}
	return Attachment{ID: s.newID(), ApplicationID: c.App.ID, DocID: in.DocID, Kind: in.Kind, FileName: in.FileName, Size: in.Size,
		MediaType: in.MediaType, SHA256: in.SHA256, UploadedBy: c.Actor.AccountID, UploadedName: c.Actor.Name, UploadedAt: c.Now}, nil
}

// opensKind refuses files of a kind the slip does not open.
func (c *Case) opensKind(kind string, what proposal.ChangeKind) error {
	return c.freezes([]proposal.Change{{Section: string(proposal.SectionAttachments), Row: kind, RowLabel: proposal.AttachmentKind(kind).Label(), Kind: what, Pointer: "/attachments"}})
}

func nextDocID(kept []Attachment) string {
	for n := len(kept) + 1; ; n++ {
		id := fmt.Sprintf("ATT%02d", n)
		if !slices.ContainsFunc(kept, func(a Attachment) bool { return a.DocID == id }) {
			return id
		}
	}
}

// Detach asks to remove one file from a draft.
type Detach struct {
	Application string
	Attachment  string
	Remove      func(sha256 string) error
}

// DetachFile removes a file from the draft. While no snapshot exists and nobody has confirmed with it, row and bytes go; otherwise
// both stay, for the snapshots and as the record of what was confirmed.
func (s *Service) DetachFile(ctx context.Context, actor Actor, in Detach) (Saved, error) {
	var gone Attachment
	var purge bool
	saved, err := s.save(ctx, nil, func(tx Tx) (Saved, error) {
		c, err := s.openFor(tx, actor, in.Application, "attachment", "delete", WantReturn|WantWaivers|WantConfirmations)
		if err != nil {
			return Saved{}, err
		}
		if err := c.editable(); err != nil {
			return Saved{}, err
		}
		purge = c.App.SnapshotNo == 0 && !slices.ContainsFunc(c.Around.Confirmations, func(g Confirmation) bool { return g.AttachmentID == in.Attachment })
		if gone, err = tx.RemoveAttachment(c.App.ID, in.Attachment, purge, c.Now); err != nil {
			return Saved{}, err
		}
		if err := c.opensKind(gone.Kind, proposal.Removed); err != nil {
			return Saved{}, err
		}
		return s.rejudge(tx, c, "detach", gone.Kind+" "+gone.FileName, gone.SHA256)
	})
	if err == nil && purge {
		err = s.forget(ctx, gone.SHA256, func() error { return in.Remove(gone.SHA256) })
	}
	return saved, err
}

// rejudge judges the draft again after its files changed and keeps the result.
func (s *Service) rejudge(tx Tx, c *Case, action, object, sha string) (Saved, error) {
	kept, err := tx.Document(c.App.ID)
	if err != nil {
		return Saved{}, err
	}
	doc, err := assemble(c.App, kept)
	if err != nil {
		return Saved{}, err
	}
	findings := s.draftFindings(c, doc)
	c.App.Face, c.App.PackVersion, c.App.UpdatedAt = faceOf(doc, findings, c.Around.Confirmations), c.PackNo, c.Now
	if err := c.keep(tx); err != nil {
		return Saved{}, err
	}
	return c.saved(0, notPassed(findings)), note(tx, c, action, object, "", sha)
}

// errForgotten rolls the forgetting transaction back: it only borrows the blob row's lock.
var errForgotten = errors.New("forgotten")

// ForgetOrphan removes kept bytes if no row names them: what a process killed between placing a file and its commit left behind.
func (s *Service) ForgetOrphan(ctx context.Context, sha256 string, remove func() error) (removed bool, err error) {
	known, err := s.store.BlobKnown(ctx, sha256)
	if err != nil || known {
		return false, err
	}
	err = s.forget(ctx, sha256, func() error {
		removed = true
		return remove()
	})
	return removed, err
}

// forget removes bytes no row names. It holds the blob row's lock while it looks and removes, so that an upload of the same
// content waits and then places its own copy.
func (s *Service) forget(ctx context.Context, sha string, remove func() error) error {
	err := s.store.InTx(context.WithoutCancel(ctx), func(tx Tx) error {
		referenced, err := tx.LockBlob(sha)
		if err != nil {
			return err
		}
		if referenced {
			return errForgotten
		}
		if err := remove(); err != nil {
			return err
		}
		return tx.DropBlob(sha)
	})
	if errors.Is(err, errForgotten) {
		return nil
	}
	return err
}
