package store

import (
	"context"
	"fmt"
	"slices"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

// examinePlans lays every plan in force out anew and compares what comes of it with the lines and shares of the account, and hashes what every
// change asks for.
func (s *Store) examinePlans(ctx context.Context) ([]Complaint, error) {
	laid := Complaint{Invariant: "资金账的条目和分项目规划数与现行规划相符"}
	asked := Complaint{Invariant: "变更后的规划与其摘要相符"}
	after := ""
	for {
		page, err := s.accountsAfter(ctx, after)
		if err != nil {
			return nil, err
		}
		for _, a := range page {
			after = a.ApplicationID
			wrong, err := s.laidOut(ctx, a)
			if err != nil {
				return nil, err
			}
			for _, row := range wrong {
				laid.add(row)
			}
		}
		if len(page) < examinePage {
			break
		}
	}
	r, done := s.reading(ctx)
	defer done()
	var rows []planChangeRow
	if err := r.db.Select("id", "body", "digest").Order("id").Find(&rows).Error; err != nil {
		return nil, failed("检查项目变更", err)
	}
	for _, row := range rows {
		if proposal.Digest([]byte(row.Body)) != row.Digest {
			asked.add(row.ID)
		}
	}
	return complaints(laid, asked), nil
}

func (s *Store) accountsAfter(ctx context.Context, after string) ([]fundAccountRow, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []fundAccountRow
	err := r.db.Where("application_id > ?", after).Order("application_id").Limit(examinePage).Find(&rows).Error
	return rows, failed("检查资金账", err)
}

// laidOut names the lines and shares of one account that are not as its plan in force has them. Account, plan and books are read at one
// instant: a change may be approved meanwhile.
func (s *Store) laidOut(ctx context.Context, a fundAccountRow) (wrong []string, err error) {
	err = s.atOneInstant(ctx, func(r reads) error {
		wrong = nil
		account, err := takeFundAccount(r.db.Where("application_id = ?", a.ApplicationID))
		if err != nil {
			return err
		}
		plan, err := takeFundPlan(r.db, a.ApplicationID, account.PlanVersion)
		if err != nil {
			wrong = []string{a.ApplicationID + " 没有现行规划"}
			return nil //nolint:nilerr // that is what is looked for
		}
		books, err := r.books(a.ApplicationID, "")
		if err != nil {
			return err
		}
		doc, _, err := proposal.Decode(plan.Body)
		if err != nil {
			wrong = []string{a.ApplicationID + " 的现行规划读不出"}
			return nil //nolint:nilerr // likewise
		}
		wrong = off(a.ApplicationID, books, doc, account.Award)
		return nil
	})
	return wrong, err
}

// off compares books with a plan. What the plan does not have may be there with nothing to give.
func off(id string, books workflow.FundBooks, doc *proposal.Proposal, award money.Fen) (wrong []string) {
	lines, shares := workflow.FundLines(doc, award)
	planned := map[string]funds.Line{}
	for _, l := range lines {
		planned[l.Key] = l
	}
	for _, is := range books.Lines {
		want, known := planned[is.Key]
		delete(planned, is.Key)
		switch {
		case !known && is.Ceiling == 0:
		case !known, is.Source != want.Source, is.Order != want.Order, is.Ceiling != want.Ceiling, is.Department != want.Department, is.Programme != want.Programme,
			!slices.Equal(is.Levels, want.Levels):
			wrong = append(wrong, id+" "+is.Key)
		}
	}
	for _, l := range lines {
		if _, missing := planned[l.Key]; missing {
			wrong = append(wrong, id+" 缺 "+l.Key)
		}
	}
	given := map[[2]string]money.Fen{}
	for _, s := range shares {
		given[[2]string{s.Line, s.Project}] = s.Planned
	}
	for _, is := range books.Shares {
		key := [2]string{is.Line, is.Project}
		if is.Planned != given[key] {
			wrong = append(wrong, fmt.Sprintf("%s %s %s:%s ≠ %s", id, is.Line, is.Project, is.Planned, given[key]))
		}
		delete(given, key)
	}
	for _, s := range shares {
		if _, missing := given[[2]string{s.Line, s.Project}]; missing {
			wrong = append(wrong, fmt.Sprintf("%s 缺 %s %s", id, s.Line, s.Project))
		}
	}
	return wrong
}
