package store

import (
	"context"
	"slices"
	"time"

	"gorm.io/gorm/clause"

	"xianjie/policy"
	"xianjie/workflow"
)

// claimRow leaves out the table's own running id, which nothing refers to.
type claimRow struct {
	BatchID       string
	Rule          string
	Scope         string
	Slot          int
	ApplicationID string
	ClaimedAt     instant
	ReleasedAt    *instant
}

// TableName implements GORM's Tabler.
func (claimRow) TableName() string { return "claims" }

func claims(rows []claimRow) []workflow.Claim {
	out := make([]workflow.Claim, len(rows))
	for i, r := range rows {
		out[i] = workflow.Claim{BatchID: r.BatchID, Rule: policy.RuleID(r.Rule), Scope: r.Scope, Slot: r.Slot,
			ApplicationID: r.ApplicationID, ClaimedAt: r.ClaimedAt.time(), ReleasedAt: pointer(r.ReleasedAt)}
	}
	return out
}

// liveClaims are the unreleased claims of a scope, by slot.
func (r reads) liveClaims(batchID string, rule policy.RuleID, scope string) ([]workflow.Claim, error) {
	var rows []claimRow
	err := r.db.Where("batch_id = ? AND rule = ? AND scope = ? AND released_at IS NULL", batchID, string(rule), scope).Order("slot").Find(&rows).Error
	return claims(rows), failed("读取名额", err)
}

// ReadClaims implements workflow.Reader.
func (s *Store) ReadClaims(ctx context.Context, batchID string, rule policy.RuleID, scope string) ([]workflow.Claim, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.liveClaims(batchID, rule, scope)
}

// Claim implements workflow.Tx. A slot that another transaction has taken and not yet committed makes the insert wait for that
// transaction's end; then it is either taken or free. A refused insert does nothing and leaves the transaction usable.
func (t *tx) Claim(c workflow.Claim, quota int) (bool, []workflow.Claim, error) {
	for slot := 1; slot <= quota; slot++ {
		holders, err := t.liveClaims(c.BatchID, c.Rule, c.Scope)
		if err != nil {
			return false, nil, err
		}
		if holds(holders, func(h workflow.Claim) bool { return h.ApplicationID == c.ApplicationID }) {
			return true, nil, nil
		}
		if holds(holders, func(h workflow.Claim) bool { return h.Slot == slot }) {
			continue
		}
		row := claimRow{BatchID: c.BatchID, Rule: string(c.Rule), Scope: c.Scope, Slot: slot, ApplicationID: c.ApplicationID, ClaimedAt: instant(c.ClaimedAt)}
		res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
		if res.Error != nil {
			return false, nil, failed("占用名额", res.Error)
		}
		if res.RowsAffected == 1 {
			return true, nil, nil
		}
	}
	holders, err := t.liveClaims(c.BatchID, c.Rule, c.Scope)
	return holds(holders, func(h workflow.Claim) bool { return h.ApplicationID == c.ApplicationID }), holders, err
}

func holds(list []workflow.Claim, fits func(workflow.Claim) bool) bool {
	return slices.ContainsFunc(list, fits)
}

// ReleaseClaims implements workflow.Tx.
func (t *tx) ReleaseClaims(applicationID string, rule policy.RuleID, at time.Time) error {
	live := t.db.Model(&claimRow{}).Where("application_id = ? AND released_at IS NULL", applicationID)
	if rule != "" {
		live = live.Where("rule = ?", string(rule))
	}
	return failed("释放名额", live.Update("released_at", instant(at)).Error)
}
