package store

import (
	"context"
	"fmt"

	"xianjie/internal/funds"
	"xianjie/internal/proposal"
)

// examineFunds seals every entry anew, and hashes every approved plan.
func (s *Store) examineFunds(ctx context.Context) ([]Complaint, error) {
	sealed := Complaint{Invariant: "分录与其封印相符"}
	plans := Complaint{Invariant: "批准的规划与其摘要相符"}
	r, done := s.reading(ctx)
	defer done()
	for application, number := "", int64(0); ; {
		page, err := r.fundEntries(r.db.Where("(application_id, number) > (?, ?)", application, number).Order("application_id, number").Limit(auditPage))
		if err != nil {
			return nil, err
		}
		for _, e := range page {
			application, number = e.ApplicationID, e.No
			if e.Record().Seal() != e.Seal || e.Amount != funds.Total(e.Move.Parts) {
				sealed.add(fmt.Sprintf("%s 第 %d 笔", application, number))
			}
		}
		if len(page) < auditPage {
			break
		}
	}
	var rows []fundPlanRow
	if err := r.db.Select("application_id", "version", "body", "digest").Order("application_id, version").Find(&rows).Error; err != nil {
		return nil, failed("检查批准的规划", err)
	}
	for _, row := range rows {
		if proposal.Digest([]byte(row.Body)) != row.Digest {
			plans.add(fmt.Sprintf("%s 第 %d 版", row.ApplicationID, row.Version))
		}
	}
	return complaints(sealed, plans), nil
}
