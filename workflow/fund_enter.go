package workflow

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// EnterFund asks to enter one line of the ledger.
type EnterFund struct {
	Application string
	Key         string // made by the caller, unique in the account: the same entry sent again is made once
	Kind        funds.Kind
	Line        string // of the approved plan; of a REVERSE that of the entry it undoes, like Level, Amount and Parts
	Level       funds.Level
	Dated       proposal.Date
	DocNo       string
	Payee       string
	Amount      money.Fen    // 0: what the parts come to
	Parts       []funds.Part // by project; an ALLOCATE without any is split by the plan
	Reason      string
	Reverses    string
	Vouchers    []string
	Receipt     *Receipt
}

// fundCase is one act on an account under its lock.
type fundCase struct {
	*Case
	Account FundAccount
	Closed  proposal.Date // nothing may be dated on or before
	Today   proposal.Date
}

// Enter makes an entry (domain 3.3): the money must be there, under the account's lock. From the pack's amount on it waits for another
// person. Errors: NotFound, Forbidden (another office's money), Invalid (every wrong place, a key used with other content), Refused (every
// limit that would be broken, a closed period, an entry reversed already).
func (s *Service) Enter(ctx context.Context, actor Actor, in EnterFund) (FundEntry, error) {
	var entry FundEntry
	err := s.onAccount(ctx, actor, in.Application, func(tx Tx, c *fundCase) error {
		var err error
		if entry, err = s.enter(tx, c, in); err != nil {
			return err
		}
		return in.Receipt.keep(tx, entry)
	})
	if err != nil {
		return FundEntry{}, err
	}
	return entry, nil
}

// onAccount runs one act on a locked account; everything is kept or lost together.
func (s *Service) onAccount(ctx context.Context, actor Actor, id string, do func(tx Tx, c *fundCase) error) error {
	app, err := s.store.Application(ctx, id)
	if err != nil {
		return err
	}
	if app, err = s.seeFunds(app, actor); err != nil {
		return err
	}
	return s.store.InTx(ctx, func(tx Tx) error {
		c := &fundCase{Case: &Case{App: app, Actor: actor}}
		var err error
		if c.Account, err = tx.LockFundAccount(app.ID); err != nil {
			return err
		}
		if err := tx.ShareBatch(app.BatchID); err != nil {
			return err
		}
		if c.Now, err = tx.Now(); err != nil { // after the locks
			return err
		}
		if err := s.packIn(tx, c.Case); err != nil {
			return err
		}
		if c.Closed, err = tx.ClosedThrough(app.BatchID); err != nil {
			return err
		}
		c.Today = proposal.DateIn(c.Now, c.Pack.Zone())
		return do(tx, c)
	})
}

func (s *Service) enter(tx Tx, c *fundCase, in EnterFund) (FundEntry, error) {
	digest := in.digest()
	if known, err := tx.FundEntryByKey(c.App.ID, in.Key); err != nil || known != nil {
		switch {
		case err != nil:
			return FundEntry{}, err
		case known.Digest != digest:
			return FundEntry{}, fault.At("登记编号重复", []fault.Place{{Location: "/key", Message: "这个登记编号已用于第 " + number(known.No) + " 笔(" +
				known.Kind.Label() + " " + known.Amount.String() + " 万元),两次内容不同;如确为另一笔,请换一个编号"}})
		}
		return *known, nil
	}
	entry, line, err := s.drawn(tx, c, in)
	if err != nil {
		return FundEntry{}, err
	}
	entry.Digest = digest
	if c.As, err = s.fundRole(c.Actor, c.App, entry.Move.Layer, line.Line, "enter"); err != nil {
		return FundEntry{}, err
	}
	if err := c.complete(tx, in, &entry, line); err != nil {
		return FundEntry{}, err
	}
	if breaches := line.Check(entry.Move); len(breaches) > 0 {
		return FundEntry{}, overdrawn(entry.Move, line.Line, breaches)
	}
	slices.SortFunc(entry.Move.Parts, func(a, b funds.Part) int { return cmp.Compare(a.Project, b.Project) }) // as it will be read again
	entry.Waits = entry.Amount >= c.Pack.Params.Funds.FourEyesFrom
	stage := funds.Post
	entry.State = funds.Posted
	if entry.Waits {
		stage, entry.State = funds.Reserve, funds.Pending
	}
	entry.ID, entry.ApplicationID, entry.BatchID, entry.Key, entry.No = s.newID(), c.App.ID, c.App.BatchID, in.Key, c.Account.Entries+1
	entry.Role, entry.AccountID, entry.Name, entry.EnteredAt = c.As, c.Actor.AccountID, c.Actor.Name, c.Now
	entry.Seal = entry.Record().Seal()
	if err := tx.InsertFundEntry(&entry); err != nil {
		return FundEntry{}, err
	}
	c.Account.Entries++
	return entry, s.book(tx, c, line, entry, stage, "fund_"+string(entry.Kind), entry.Reason)
}

// book writes what an entry changes, the account and the audit entry, and judges the arrival again.
func (s *Service) book(tx Tx, c *fundCase, line funds.Book, entry FundEntry, stage funds.Stage, action, reason string) error {
	line.Apply(entry.Move, stage)
	if err := tx.KeepFundBook(c.App.ID, line, entry.Move); err != nil {
		return err
	}
	if err := tx.SaveFundAccount(&c.Account); err != nil {
		return err
	}
	if err := c.note(tx, action, "第 "+number(entry.No)+" 笔 "+entry.Kind.Label()+" "+entry.Amount.String()+" 万元 "+entry.DocNo, reason, entry.Seal); err != nil {
		return err
	}
	if entry.Move.Layer != funds.Allocated || stage == funds.Reserve || stage == funds.Release {
		return nil
	}
	return s.judgeArrival(tx, c)
}

// note writes an act into the audit stream of the award's money.
func (c *fundCase) note(tx Tx, action, object, reason, after string) error {
	return tx.AppendAudit(audit.Entry{Stream: FundStream(c.App.ID), At: c.Now, AccountID: c.Actor.AccountID, Actor: c.Actor.Name, Role: string(c.As),
		Region: c.regionOf(c.As), Action: action, Object: object, Reason: reason, AfterDigest: after, Address: c.Actor.Address})
}

// digest is what makes two entries the same: everything the caller wrote.
func (in EnterFund) digest() string {
	h := sha256.New()
	text := func(values ...string) {
		for _, v := range values {
			h.Write([]byte(number(int64(len(v))) + ":" + v))
		}
	}
	text("xianjie/fund/v1", in.Application, string(in.Kind), in.Line, string(in.Level), in.Dated.String(), in.DocNo, in.Payee, in.Amount.String(), in.Reason,
		in.Reverses, number(int64(len(in.Parts))))
	for _, p := range in.Parts {
		text(p.Project, p.Amount.String())
	}
	vouchers := slices.Sorted(slices.Values(in.Vouchers))
	text(vouchers...)
	return hex.EncodeToString(h.Sum(nil))
}
