package store

import (
	"context"
	"maps"
	"slices"

	"xianjie/internal/money"
	"xianjie/workflow"
)

// listedState is where an application stands, and what it was awarded.
type listedState struct {
	ID, State string
	Amount    *int64
}

// examineNotices reads every published list: whoever stands on it waits or is awarded what it says, and looking up finds the same list.
func (s *Store) examineNotices(ctx context.Context) ([]Complaint, error) {
	standing := Complaint{Invariant: "公示名单上未撤下的申报在公示中或已立项"}
	amount := Complaint{Invariant: "立项的奖补额就是所据公示名单上的数"}
	index := Complaint{Invariant: "公示名单与其检索一致"}
	r, done := s.reading(ctx)
	defer done()
	all, err := notices(r.db.Order("id"))
	if err != nil {
		return nil, err
	}
	for _, n := range all {
		var rows []listedState
		err := r.db.Raw(`SELECT a.id, a.state, w.amount FROM notice_applications AS l JOIN applications AS a ON a.id = l.application_id
			LEFT JOIN awards AS w ON w.application_id = a.id AND w.notice_id = l.notice_id WHERE l.notice_id = ?`, n.ID).Scan(&rows).Error
		if err != nil {
			return nil, failed("检查公示", err)
		}
		entries := map[string]workflow.NoticeEntry{}
		for _, e := range n.Entries {
			entries[e.ApplicationID] = e
		}
		found := map[string]bool{}
		for _, row := range rows {
			e, named := entries[row.ID]
			found[row.ID] = named
			if named && n.State != workflow.NoticeDraft && !e.Left && row.State != string(workflow.PublicNotice) && row.State != string(workflow.Awarded) {
				standing.add(row.ID)
			}
			if row.Amount != nil && (!named || e.Left || e.Amount != money.Fen(*row.Amount)) {
				amount.add(row.ID)
			}
		}
		if len(found) != len(entries) || slices.Contains(slices.Collect(maps.Values(found)), false) {
			index.add(n.ID)
		}
	}
	return complaints(standing, amount, index), nil
}
