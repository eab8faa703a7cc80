package workflow

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// DraftNotice asks for the draft of a 公示 of every application of a batch that waits for one.
type DraftNotice struct {
	Batch   string
	Receipt *Receipt
}

// DraftNotice drafts the next notice of a batch: its list and its text, which may be edited until it opens. Errors: Forbidden, NotFound,
// Refused (batch not in review, a draft is already there, nothing to publish).
func (s *Service) DraftNotice(ctx context.Context, actor Actor, in DraftNotice) (NoticeView, error) {
	return s.onNotice(ctx, actor, "create", in.Batch, in.Receipt, func(tx Tx, c *Case) (Notice, error) {
		all, err := tx.NoticesIn(c.Batch.ID)
		if err != nil {
			return Notice{}, err
		}
		if i := slices.IndexFunc(all, func(n Notice) bool { return n.State == NoticeDraft }); i >= 0 {
			return Notice{}, fault.New(fault.Refused, "第 %d 号公示还在拟稿,请先修改并发布它;保存时名单随之更新", all[i].No)
		}
		waiting, err := tx.ApplicationsIn(c.Batch.ID, []State{PublicNotice}, false)
		if err != nil {
			return Notice{}, err
		}
		n := Notice{ID: s.newID(), BatchID: c.Batch.ID, State: NoticeDraft, Channel: noticeChannel, Phone: c.Pack.Params.SupervisionPhone,
			CreatedBy: c.Actor.AccountID, CreatedAt: c.Now, UpdatedAt: c.Now}
		if n.Entries, err = entriesOf(tx, c, unlisted(waiting, all)); err != nil {
			return Notice{}, err
		}
		if len(n.Entries) == 0 {
			return Notice{}, fault.New(fault.Refused, "本批没有待公示的申报,请先办理拟立项")
		}
		n.Title, n.Body = noticeTitle(c.Batch), noticeText(c.Batch, c.Pack)
		err = tx.InsertNotice(&n)
		return n, err
	})
}

// UpdateNotice is a draft as its editor wants it.
type UpdateNotice struct {
	Notice  string
	Version int64
	Title   string
	Body    string
	Channel string
	Phone   string
}

// UpdateNotice saves text, channel and phone of a draft and brings its list up to date. Errors: Forbidden, NotFound, Stale, Invalid,
// Refused (already open).
func (s *Service) UpdateNotice(ctx context.Context, actor Actor, in UpdateNotice) (NoticeView, error) {
	return s.toNotice(ctx, actor, "update", in.Notice, in.Version, nil, func(tx Tx, c *Case, n *Notice, all []Notice, waiting []Application) error {
		if err := n.drafting("修改"); err != nil {
			return err
		}
		if err := in.validate(); err != nil {
			return err
		}
		n.Title, n.Body, n.Channel, n.Phone = strings.TrimSpace(in.Title), strings.TrimSpace(in.Body), strings.TrimSpace(in.Channel), strings.TrimSpace(in.Phone)
		var err error
		n.Entries, err = entriesOf(tx, c, unlisted(waiting, all))
		return err
	})
}

func (in UpdateNotice) validate() error {
	var places []fault.Place
	within := func(text, location, what string, most int) {
		if n := utf8.RuneCountInString(strings.TrimSpace(text)); n == 0 {
			places = append(places, fault.Place{Location: location, Message: "请填写" + what})
		} else if n > most {
			places = append(places, fault.Place{Location: location, Message: what + "过长,请精简"})
		}
	}
	within(in.Title, "/title", "标题", titleLimit)
	within(in.Body, "/body", "正文", noticeBodyLimit/2) // the list takes its place when it opens
	within(in.Channel, "/channel", "发布渠道", titleLimit)
	within(in.Phone, "/phone", "监督电话", phoneLimit)
	return fault.At("公示稿没有填全", places)
}

func (n Notice) drafting(verb string) error {
	if n.State == NoticeDraft {
		return nil
	}
	return fault.New(fault.Refused, "公示现为“%s”,不能%s;名单和正文自发布起不再改动", n.State.Label(), verb)
}

// MoveNotice asks for a notice to be opened or closed.
type MoveNotice struct {
	Notice  string
	Version int64
	Receipt *Receipt
}

// OpenNotice publishes a draft: which of its applications still wait is looked at once more, the list is frozen, and the period begins
// with the clock read under the locks. Errors: Forbidden, NotFound, Stale, Refused (not a draft, nobody left on the list).
func (s *Service) OpenNotice(ctx context.Context, actor Actor, in MoveNotice) (NoticeView, error) {
	return s.toNotice(ctx, actor, "open", in.Notice, in.Version, in.Receipt, func(tx Tx, c *Case, n *Notice, all []Notice, waiting []Application) error {
		if err := n.drafting("再次发布"); err != nil {
			return err
		}
		still := slices.DeleteFunc(unlisted(waiting, all), func(a Application) bool { return !n.names(a.ID) })
		var err error
		if n.Entries, err = entriesOf(tx, c, still); err != nil {
			return err
		}
		if len(n.Entries) == 0 {
			return fault.New(fault.Refused, "名单上已没有待公示的申报,不能发布;请保存公示稿以更新名单")
		}
		n.State, n.OpensAt, n.ClosesAt = NoticeOpen, instant(c.Now), instant(c.Pack.NoticeEnd(c.Now).UTC())
		n.Body = n.filledIn(c.Pack)
		if utf8.RuneCountInString(n.Body) > noticeBodyLimit {
			return fault.New(fault.Refused, "公示正文连同名单超过 %d 字,请精简正文", noticeBodyLimit)
		}
		return nil
	})
}

// CloseNotice ends a notice whose period is over; Sweep does so by itself. Errors: Forbidden, NotFound, Stale, Refused (not open, period
// not over).
func (s *Service) CloseNotice(ctx context.Context, actor Actor, in MoveNotice) (NoticeView, error) {
	return s.toNotice(ctx, actor, "close", in.Notice, in.Version, in.Receipt, func(_ Tx, c *Case, n *Notice, _ []Notice, _ []Application) error {
		if n.State != NoticeOpen {
			return fault.New(fault.Refused, "公示现为“%s”,不能结束", n.State.Label())
		}
		if c.Now.Before(*n.ClosesAt) {
			return fault.New(fault.Refused, "公示期至 %s,期满后方可结束", shown(*n.ClosesAt, c.Pack.Zone()))
		}
		n.State, n.ClosedAt = NoticeClosed, instant(c.Now)
		return nil
	})
}

// closeNotices ends every notice whose period is over. Another replica may be first.
func (s *Service) closeNotices(ctx context.Context) error {
	due, err := s.store.DueNotices(ctx)
	if err != nil {
		return err
	}
	for _, id := range due {
		_, err := s.CloseNotice(ctx, system(), MoveNotice{Notice: id})
		if code := fault.CodeOf(err); code != "" && code != fault.Refused {
			return err
		}
	}
	return nil
}

// toNotice changes one notice. Locks are taken in the order batch, waiting applications, notice, which is the order of every step that
// touches a notice; the clock is read under all of them.
func (s *Service) toNotice(ctx context.Context, actor Actor, action, id string, version int64, receipt *Receipt,
	do func(tx Tx, c *Case, n *Notice, all []Notice, waiting []Application) error) (NoticeView, error) {
	seen, err := s.store.ReadNotice(ctx, id) // for its batch, which never changes
	if err != nil {
		return NoticeView{}, err
	}
	return s.onNotice(ctx, actor, action, seen.BatchID, receipt, func(tx Tx, c *Case) (Notice, error) {
		waiting, err := tx.ApplicationsIn(seen.BatchID, []State{PublicNotice}, true)
		if err != nil {
			return Notice{}, err
		}
		n, err := tx.LockNotice(id)
		if err != nil {
			return Notice{}, err
		}
		if n.Version != version && !actor.Has(System) {
			return Notice{}, Changed(n.Version, version)
		}
		all, err := tx.NoticesIn(seen.BatchID)
		if err != nil {
			return Notice{}, err
		}
		if c.Now, err = tx.Now(); err != nil { // after the last lock
			return Notice{}, err
		}
		if err := do(tx, c, &n, all, waiting); err != nil {
			return Notice{}, err
		}
		n.UpdatedAt = c.Now
		err = tx.SaveNotice(&n)
		return n, err
	})
}

// onNotice runs one notice command of a batch in review: right, transaction, batch lock, audit, receipt.
func (s *Service) onNotice(ctx context.Context, actor Actor, action, batch string, receipt *Receipt,
	do func(tx Tx, c *Case) (Notice, error)) (NoticeView, error) {
	as := s.roleFor(actor, policy.Root().Code, "notice", action)
	if as == "" {
		return NoticeView{}, fault.New(fault.Forbidden, "公示由省级管理员办理")
	}
	var view NoticeView
	err := s.store.InTx(ctx, func(tx Tx) error {
		c, err := s.inBatch(tx, actor, as, batch)
		if err != nil {
			return err
		}
		if c.Batch.State != BatchReviewing && !actor.Has(System) {
			return fault.New(fault.Refused, "本批次现为“%s”,评审期间方可办理公示", c.Batch.State.Label())
		}
		n, err := do(tx, c)
		if err != nil {
			return err
		}
		if err := tx.AppendAudit(audit.Entry{Stream: NoticeStream(n.ID), At: n.UpdatedAt, AccountID: actor.AccountID, Actor: actor.Name, Role: string(as),
			Region: policy.Root().Code, Action: action, Object: n.Title, To: string(n.State), AfterDigest: n.digest(), Address: actor.Address}); err != nil {
			return err
		}
		view = s.showNotice(n, c)
		return receipt.keep(tx, view)
	})
	if err != nil {
		return NoticeView{}, err
	}
	return view, nil
}

// inBatch is a case about a whole batch: the batch locked, the clock read under the lock, the pack in force.
func (s *Service) inBatch(tx Tx, actor Actor, as Role, batch string) (*Case, error) {
	c := &Case{Actor: actor, As: as}
	var err error
	if c.Batch, err = tx.LockBatch(batch); err != nil {
		return nil, err
	}
	if c.Now, err = tx.Now(); err != nil {
		return nil, err
	}
	c.App.BatchID = batch
	return c, s.packIn(tx, c)
}

// digest is the hex SHA-256 of what the public reads.
func (n Notice) digest() string {
	at := func(t *time.Time) string {
		if t == nil {
			return ""
		}
		return t.UTC().Format(time.RFC3339Nano)
	}
	return proposal.Digest([]byte(strings.Join([]string{n.Title, n.Body, listed(n.Entries), n.Channel, n.Phone, at(n.OpensAt), at(n.ClosesAt)}, "\x00")))
}
