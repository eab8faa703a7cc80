package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// The limits of an objection's texts, in characters.
const (
	objectionLimit = textLimit
	contactLimit   = 200
)

// FileObjection is one 异议 as its author writes it; nobody needs an account for it.
type FileObjection struct {
	Notice        string
	ApplicationNo string // "" when it is about the whole notice
	Text          string
	Contact       string // optional, never shown to the public
}

// FileObjection takes an objection in while the notice is open, by the clock read under the notice's lock, half-open. Errors: NotFound (no
// such notice to see), Refused (before or after the period), Invalid.
func (s *Service) FileObjection(ctx context.Context, actor Actor, in FileObjection) (Objection, error) {
	root := policy.Root().Code
	if s.roleFor(actor, root, "objection", "file") == "" {
		return Objection{}, fault.New(fault.Forbidden, "异议由公众提出")
	}
	if err := in.validate(); err != nil {
		return Objection{}, err
	}
	o := Objection{ID: s.newID(), NoticeID: in.Notice, Text: strings.TrimSpace(in.Text), Contact: strings.TrimSpace(in.Contact)}
	err := s.store.InTx(ctx, func(tx Tx) error {
		n, err := tx.ShareNotice(in.Notice)
		if err != nil {
			return err
		}
		if o.FiledAt, err = tx.Now(); err != nil { // after the lock
			return err
		}
		c := &Case{Now: o.FiledAt, App: Application{BatchID: n.BatchID}}
		if err := s.packIn(tx, c); err != nil {
			return err
		}
		if err := n.takesObjections(c.Now, c.Pack.Zone()); err != nil {
			return err
		}
		o.BatchID = n.BatchID
		if o.ApplicationID, err = n.listed(in.ApplicationNo); err != nil {
			return err
		}
		if err := s.insertObjection(tx, &o, c.Pack.Zone()); err != nil {
			return err
		}
		return tx.AppendAudit(audit.Entry{Stream: NoticeStream(n.ID), At: o.FiledAt, AccountID: actor.AccountID, Actor: actor.Name, Role: string(Public),
			Region: root, Action: "object", Object: o.ReceiptNo, AfterDigest: proposal.Digest([]byte(o.Text)), Address: actor.Address})
	})
	if err != nil {
		return Objection{}, err
	}
	return o, nil
}

func (in FileObjection) validate() error {
	var places []fault.Place
	if n := utf8.RuneCountInString(strings.TrimSpace(in.Text)); n == 0 {
		places = append(places, fault.Place{Location: "/text", Message: "请写明异议的事实和理由"})
	} else if n > objectionLimit {
		places = append(places, fault.Place{Location: "/text", Message: fmt.Sprintf("文字过长,请控制在 %d 字以内", objectionLimit)})
	}
	if utf8.RuneCountInString(strings.TrimSpace(in.Contact)) > contactLimit {
		places = append(places, fault.Place{Location: "/contact", Message: "联系方式过长,请控制在 200 字以内"})
	}
	return fault.At("异议没有填全", places)
}

// takesObjections: from the instant a notice opens to the last before it closes.
func (n Notice) takesObjections(now time.Time, zone *time.Location) error {
	switch {
	case n.State == NoticeDraft || now.Before(*n.OpensAt):
		return noNotice()
	case now.Before(*n.ClosesAt):
		return nil
	default:
		return fault.New(fault.Refused, "公示期已于 %s 届满,不再受理异议;仍有情况反映的,请拨打监督电话 %s", shown(*n.ClosesAt, zone), n.Phone)
	}
}

// listed finds the application an objection is about on the list.
func (n Notice) listed(no string) (string, error) {
	if no = strings.TrimSpace(no); no == "" {
		return "", nil
	}
	for _, e := range n.Entries {
		if e.No == no && !e.Left {
			return e.ApplicationID, nil
		}
	}
	return "", fault.At("异议所涉申报不在名单上", []fault.Place{{Location: "/applicationNo", Message: "名单上没有这个编号,请从名单中选择;针对整个公示的不必填写"}})
}

// receiptTries bounds how often a taken receipt number is drawn anew.
const receiptTries = 3

func (s *Service) insertObjection(tx Tx, o *Objection, zone *time.Location) error {
	for try := 1; ; try++ {
		o.ReceiptNo = receiptNo(o.FiledAt.In(zone), s.newID())
		err := tx.InsertObjection(o)
		if fault.CodeOf(err) != fault.Refused || try == receiptTries {
			return err
		}
	}
}

// receiptNo is the day, for whoever reads it out, and a part nobody can guess from an id that was never given out itself.
func receiptNo(at time.Time, secret string) string {
	sum := sha256.Sum256([]byte("xianjie/receipt/v1\x00" + secret))
	return "YY" + at.Format("20060102") + "-" + receiptLetters.EncodeToString(sum[:5])
}

// receiptLetters leave out I, L, O and U, which are misread.
var receiptLetters = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// LookUpObjection is what whoever knows its receipt number is told of an objection: where it stands and the answer.
func (s *Service) LookUpObjection(ctx context.Context, actor Actor, receipt string) (Objection, error) {
	if err := s.readsNotices(actor); err != nil {
		return Objection{}, err
	}
	o, err := s.store.ObjectionByReceipt(ctx, strings.ToUpper(strings.TrimSpace(receipt)))
	if err != nil {
		return Objection{}, err
	}
	return Objection{ReceiptNo: o.ReceiptNo, NoticeID: o.NoticeID, FiledAt: o.FiledAt, Answer: o.Answer, Upheld: o.Upheld, HandledAt: o.HandledAt}, nil
}

// Objections are the objections to a notice, oldest first, for those who handle and oversee them.
func (s *Service) Objections(ctx context.Context, actor Actor, noticeID string) ([]Objection, error) {
	if s.roleFor(actor, policy.Root().Code, "objection", "read") == "" || !NoticeSightOf(actor).Objections {
		return nil, noNotice()
	}
	if _, err := s.store.ReadNotice(ctx, noticeID); err != nil {
		return nil, err
	}
	return s.store.Objections(ctx, noticeID)
}

// AnswerObjection is the decision on one objection.
type AnswerObjection struct {
	Objection string
	Version   int64
	Upheld    bool
	Answer    string
	Receipt   *Receipt
}

// AnswerObjection decides one objection, once. Errors: Forbidden, NotFound, Stale, Invalid, Refused (already answered).
func (s *Service) AnswerObjection(ctx context.Context, actor Actor, in AnswerObjection) (Objection, error) {
	root := policy.Root().Code
	as := s.roleFor(actor, root, "objection", "answer")
	if as == "" {
		return Objection{}, fault.New(fault.Forbidden, "异议由省级管理员答复")
	}
	var o Objection
	err := s.store.InTx(ctx, func(tx Tx) error {
		var err error
		if o, err = tx.LockObjection(in.Objection); err != nil {
			return err
		}
		if o.Upheld != nil {
			return fault.New(fault.Refused, "这件异议已经答复,不能再改")
		}
		if o.Version != in.Version {
			return Changed(o.Version, in.Version)
		}
		answer := strings.TrimSpace(in.Answer)
		if n := utf8.RuneCountInString(answer); n == 0 || n > objectionLimit {
			return fault.At("答复没有填全", []fault.Place{{Location: "/answer", Message: fmt.Sprintf("请写明核查情况和结论,%d 字以内", objectionLimit)}})
		}
		now, err := tx.Now()
		if err != nil {
			return err
		}
		o.Answer, o.Upheld, o.HandledBy, o.HandledName, o.HandledAt = answer, &in.Upheld, actor.AccountID, actor.Name, instant(now)
		if err := tx.SaveObjection(&o); err != nil {
			return err
		}
		if err := tx.AppendAudit(audit.Entry{Stream: NoticeStream(o.NoticeID), At: now, AccountID: actor.AccountID, Actor: actor.Name, Role: string(as),
			Region: root, Action: "answer", Object: o.ReceiptNo, To: o.Verdict(), Reason: answer, BeforeDigest: proposal.Digest([]byte(o.Text)),
			AfterDigest: proposal.Digest([]byte(answer)), Address: actor.Address}); err != nil {
			return err
		}
		return in.Receipt.keep(tx, o)
	})
	if err != nil {
		return Objection{}, err
	}
	return o, nil
}

// Verdict is where the objection stands: OPEN, UPHELD or DISMISSED.
func (o Objection) Verdict() string {
	switch {
	case o.Upheld == nil:
		return "OPEN"
	case *o.Upheld:
		return "UPHELD"
	default:
		return "DISMISSED"
	}
}
