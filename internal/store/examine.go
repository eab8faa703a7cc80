package store

import (
	"context"
	"fmt"

	"xianjie/internal/audit"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

// examinePage is how many documents are held at a time.
const examinePage = 50

// examineSnapshots recomputes the digests of every snapshot from its body.
func (s *Store) examineSnapshots(ctx context.Context) ([]Complaint, error) {
	body := Complaint{Invariant: "定稿内容与其摘要相符"}
	core := Complaint{Invariant: "定稿能读出,资金、范围和项目与其摘要相符"}
	application, number := "", 0
	for {
		page, err := s.snapshotsAfter(ctx, application, number)
		if err != nil {
			return nil, err
		}
		for _, row := range page {
			application, number = row.ApplicationID, row.Number
			name := fmt.Sprintf("%s 第 %d 份", application, number)
			if proposal.Digest([]byte(row.Body)) != row.Digest {
				body.add(name)
			}
			if doc, _, err := proposal.DecodeDraft([]byte(row.Body)); err != nil || proposal.CoreDigest(doc) != row.CoreDigest {
				core.add(name)
			}
		}
		if len(page) < examinePage {
			return complaints(body, core), nil
		}
	}
}

func (s *Store) snapshotsAfter(ctx context.Context, application string, number int) ([]snapshotRow, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []snapshotRow
	err := r.db.Omit("findings").Where("(application_id, number) > (?, ?)", application, number).Order("application_id, number").Limit(examinePage).Find(&rows).Error
	return rows, failed("检查定稿", err)
}

// frozenRow is an application's sealed face beside the snapshot its desks read.
type frozenRow struct {
	ID     string
	Sealed faceRow `gorm:"embedded;embeddedPrefix:sealed_"`
	Body   string

	SnapshotNo int
}

// examineSummaries adds the amounts lists show up again from the snapshot the desks read. What the county sees while it answers a
// return follows its draft instead; elsewhere an invariant makes the two one.
func (s *Store) examineSummaries(ctx context.Context) ([]Complaint, error) {
	sums := Complaint{Invariant: "列表所示名称、村数、项目数、金额和未确认数与现行定稿相符"}
	after := ""
	for {
		page, err := s.frozenAfter(ctx, after)
		if err != nil {
			return nil, err
		}
		for _, row := range page {
			after = row.ID
			given, err := s.confirmationsOf(ctx, row)
			if err != nil {
				return nil, err
			}
			if !row.agrees(given) {
				sums.add(row.ID)
			}
		}
		if len(page) < examinePage {
			return complaints(sums), nil
		}
	}
}

func (s *Store) frozenAfter(ctx context.Context, after string) ([]frozenRow, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []frozenRow
	err := r.db.Table("applications AS a").Joins("JOIN snapshots AS s ON s.application_id = a.id AND s.number = a.snapshot_no").
		Select("a.id, a.sealed_title, a.sealed_villages, a.sealed_projects, a.sealed_linkage, a.sealed_prov_up, a.sealed_integrated, a.sealed_total, a.sealed_unconfirmed, a.snapshot_no, s.body").
		Where("a.id > ?", after).
		Order("a.id").Limit(examinePage).Find(&rows).Error
	return rows, failed("检查列表数据", err)
}

func (s *Store) confirmationsOf(ctx context.Context, row frozenRow) ([]workflow.Confirmation, error) {
	r, done := s.reading(ctx)
	defer done()
	given, err := r.confirmations(row.ID)
	return workflow.ConfirmationsOf(given, row.SnapshotNo), err
}

func (f frozenRow) agrees(given []workflow.Confirmation) bool {
	doc, _, err := proposal.DecodeDraft([]byte(f.Body))
	if err != nil {
		return false
	}
	t, s := proposal.Totals(doc), f.Sealed
	return s.Title == doc.Zone.Name && s.Villages == len(doc.Zone.Villages) && s.Projects == len(doc.Projects) && s.Linkage == int64(t.Linkage) &&
		s.ProvUp == int64(doc.FundPlan.Linkage.ProvUp) && s.Integrated == int64(t.Integrated) && s.Total == int64(t.Investment) &&
		s.Unconfirmed == workflow.Unconfirmed(doc, given)
}

// examinePacks recomputes the digest of every pack.
func (s *Store) examinePacks(ctx context.Context) ([]Complaint, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []packRow
	if err := r.db.Select("batch_id", "version", "digest", "body").Order("batch_id, version").Find(&rows).Error; err != nil {
		return nil, failed("检查政策参数", err)
	}
	c := Complaint{Invariant: "政策参数与其摘要相符"}
	for _, row := range rows {
		if proposal.Digest([]byte(row.Body)) != row.Digest {
			c.add(fmt.Sprintf("%s 第 %d 版", row.BatchID, row.Version))
		}
	}
	return complaints(c), nil
}

// examineAudit verifies every stream against its head. The heads are read first: entries written since only go beyond them.
func (s *Store) examineAudit(ctx context.Context) ([]Complaint, error) {
	heads, err := s.AuditHeads(ctx)
	if err != nil {
		return nil, err
	}
	var v audit.Verifier
	err = s.EachAudit(ctx, func(e audit.Entry) error {
		v.Add(e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	c := Complaint{Invariant: "审计流水完整"}
	for _, fault := range v.Finish(heads) {
		c.add(fault.Message)
	}
	return complaints(c), nil
}
