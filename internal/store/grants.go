package store

import (
	"context"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/workflow"
)

type grantRow struct {
	ID        string `gorm:"primaryKey"`
	AccountID string
	Role      string
	Region    string
	GrantedBy string
	GrantedAt instant
}

// TableName implements GORM's Tabler.
func (grantRow) TableName() string { return "grants" }

func (r grantRow) grant() identity.Grant {
	return identity.Grant{ID: r.ID, Role: r.Role, Region: r.Region, GrantedBy: r.GrantedBy, GrantedAt: r.GrantedAt.time()}
}

// grants are those of some accounts, each account's oldest first.
func (r reads) grants(accounts []string) (map[string][]identity.Grant, error) {
	out := make(map[string][]identity.Grant, len(accounts))
	if len(accounts) == 0 {
		return out, nil
	}
	var rows []grantRow
	if err := r.db.Where("account_id IN ?", accounts).Order("granted_at, id").Find(&rows).Error; err != nil {
		return nil, failed("读取授权", err)
	}
	for _, row := range rows {
		out[row.AccountID] = append(out[row.AccountID], row.grant())
	}
	return out, nil
}

// AddGrant implements identity.Tx.
func (t peopleTx) AddGrant(accountID string, g identity.Grant) error {
	row := grantRow{ID: g.ID, AccountID: accountID, Role: g.Role, Region: g.Region, GrantedBy: g.GrantedBy, GrantedAt: instant(g.GrantedAt)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("授权", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "该账号已有这项授权,请刷新")
	}
	return nil
}

// RemoveGrant implements identity.Tx.
func (t peopleTx) RemoveGrant(accountID, grantID string) error {
	res := t.db.Delete(&grantRow{}, "id = ? AND account_id = ?", grantID, accountID)
	if res.Error != nil {
		return failed("撤销授权", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.NotFound, "该账号没有这项授权,请刷新后再试")
	}
	return nil
}

// Person implements workflow.Tx.
func (t *tx) Person(accountID string) (workflow.Person, error) {
	var rows []accountRow
	err := t.db.Select("login", "name").Where("id = ? AND NOT disabled", accountID).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return workflow.Person{}, failed("读取账号", err)
	}
	p := workflow.Person{Login: rows[0].Login, Name: rows[0].Name}
	found, err := t.grants([]string{accountID})
	for _, g := range found[accountID] {
		p.Grants = append(p.Grants, workflow.Grant{Role: workflow.Role(g.Role), Region: g.Region})
	}
	return p, err
}

// Holders implements workflow.Reader.
func (s *Store) Holders(ctx context.Context, role workflow.Role) ([]workflow.Holder, error) {
	r, done := s.reading(ctx)
	defer done()
	out := []workflow.Holder{}
	err := r.db.Table("accounts AS a").Select("a.id AS account_id, a.name, a.unit").
		Where("NOT a.disabled AND EXISTS (SELECT 1 FROM grants AS g WHERE g.account_id = a.id AND g.role = ?)", string(role)).
		Order("a.name, a.id").Scan(&out).Error
	return out, failed("读取账号", err)
}

// ActiveHolders implements identity.Tx.
func (t peopleTx) ActiveHolders(role string) (int, error) {
	var n int64
	err := t.db.Table("grants AS g").Joins("JOIN accounts AS a ON a.id = g.account_id").
		Where("g.role = ? AND NOT a.disabled", role).Distinct("g.account_id").Count(&n).Error
	return int(n), failed("读取授权", err)
}
