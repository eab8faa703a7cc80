// Package ledger plays many people at the ledgers of many awards at once, and adds up afterwards what must have come of it. The centre's
// tests play it for correctness, the bench (H9) for long.
package ledger

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/internal/store"
	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

// Bank is some awards with their accounts open, and who may handle their money.
type Bank struct {
	Service      *workflow.Service
	Store        *store.Store
	Batch        string
	Applications []string
	Vouchers     map[string]string // one of each application
	Today        proposal.Date
}

// sinceAward is how long before now the awards were made.
const sinceAward = 40 * 24 * time.Hour

// Open makes a batch with n awards of sample A01 in an empty database. How they came to be awarded is left out: what the review would have
// written is not there.
func Open(ctx context.Context, s *store.Store, n int) (*Bank, error) {
	door, err := access.New()
	if err != nil {
		return nil, err
	}
	b := &Bank{Service: workflow.New(s, door, uuid.NewString), Store: s, Vouchers: map[string]string{}}
	batch, err := b.Service.CreateBatch(ctx, Person("prov_admin", "370000", ""), workflow.NewBatch{Pack: sample.Pack()})
	for _, move := range []string{"publish", "open"} {
		if err == nil {
			batch, err = b.Service.MoveBatch(ctx, Person("prov_admin", "370000", ""), workflow.BatchMove{Batch: batch.ID, Version: batch.Version, Action: move})
		}
	}
	if err != nil {
		return nil, err
	}
	b.Batch = batch.ID
	if err := s.InTx(ctx, func(tx workflow.Tx) error { return b.award(tx, n) }); err != nil {
		return nil, err
	}
	if _, err := b.Service.Sweep(ctx); err != nil { // opens the accounts
		return nil, err
	}
	for _, id := range b.Applications {
		if b.Vouchers[id], err = b.Voucher(ctx, id, "凭证"); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// award writes n applications with snapshot and award, and the notice they stood on.
func (b *Bank) award(tx workflow.Tx, n int) error {
	now, err := tx.Now()
	if err != nil {
		return err
	}
	doc, _, err := proposal.Decode(sample.Application("A01"))
	if err != nil {
		return err
	}
	batch, err := tx.LockBatch(b.Batch)
	if err != nil {
		return err
	}
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		return err
	}
	b.Today, b.Applications = proposal.DateIn(now, zone), nil
	city, _ := policy.RegionByCode("370600")
	county, _ := policy.RegionByCode("370686")
	opens, closes, body := now.Add(-2*sinceAward), now.Add(-sinceAward), proposal.Canonical(doc)
	notice := workflow.Notice{ID: uuid.NewString(), BatchID: b.Batch, State: workflow.NoticeClosed, Title: "公示", Body: "名单如下", Channel: "门户网站", Phone: "12317",
		OpensAt: &opens, ClosesAt: &closes, ClosedAt: &closes, CreatedBy: "admin", CreatedAt: opens, UpdatedAt: closes}
	for i := range n {
		a := workflow.Application{ID: uuid.NewString(), BatchID: b.Batch, Year: batch.Year, CityCode: city.Code, CityName: city.Name, CountyCode: county.Code,
			CountyName: county.Name, Channel: "CITY_SELECTED", Face: workflow.Face{Title: fmt.Sprintf("第 %d 片区", i+1)}, State: workflow.Draft, StateSince: opens, Round: 1,
			PackVersion: 1, CreatedBy: "filer", CreatedAt: opens, UpdatedAt: opens}
		if err := tx.InsertApplication(&a); err != nil {
			return err
		}
		if err := tx.InsertSnapshot(workflow.Snapshot{ApplicationID: a.ID, No: 1, Action: workflow.Submit, Digest: proposal.Digest(body), CoreDigest: proposal.CoreDigest(doc),
			Body: body, PackVersion: 1, TakenAt: opens, TakenBy: "signer"}); err != nil {
			return err
		}
		a.State, a.SnapshotNo, a.SubmittedAt, a.ReportedAt, a.CityDocNo = workflow.Awarded, 1, &opens, &opens, "烟政呈〔2022〕51号"
		if err := tx.SaveApplication(&a); err != nil {
			return err
		}
		b.Applications = append(b.Applications, a.ID)
		notice.Entries = append(notice.Entries, workflow.NoticeEntry{ApplicationID: a.ID, No: a.No, City: a.CityName, County: a.CountyName, Title: a.Title, Villages: 10,
			Rank: i + 1, Amount: doc.FundPlan.Linkage.ProvUp})
	}
	if err := tx.InsertNotice(&notice); err != nil {
		return err
	}
	for _, e := range notice.Entries {
		if err := tx.InsertAward(workflow.AwardRecord{ApplicationID: e.ApplicationID, BatchID: b.Batch, DocNo: "鲁乡振发〔2023〕5号", Amount: e.Amount, NoticeID: notice.ID,
			AwardedBy: "admin", AwardedAt: closes}); err != nil {
			return err
		}
	}
	return nil
}

// Voucher keeps the row of a file, without its bytes.
func (b *Bank) Voucher(ctx context.Context, id, name string) (string, error) {
	nothing := func() error { return nil }
	v, err := b.Service.KeepVoucher(ctx, Person("county_finance", "370686", ""), workflow.KeepVoucher{Application: id, FileName: name + ".pdf", Size: 9,
		MediaType: "application/pdf", SHA256: proposal.Digest([]byte(id + name)), Place: nothing, Remove: nothing})
	return v.ID, err
}

// Person holds one role in one region; which tells two of an office apart.
func Person(role, region, which string) workflow.Actor {
	return workflow.Actor{AccountID: role + which, Name: role + which, Grants: []workflow.Grant{{Role: workflow.Role(role), Region: region}}, Address: "192.0.2.1"}
}
