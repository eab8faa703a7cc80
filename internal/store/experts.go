package store

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type expertRow struct {
	AccountID  string `gorm:"primaryKey"`
	Name       string `gorm:"->"` // joined, never written
	Code       string
	Unit       string
	Field      string
	NativeCity string
	WorkCity   string
	Served     string
	Active     bool
	Version    int64
	UpdatedAt  instant `gorm:"autoUpdateTime:false"`
}

// TableName implements GORM's Tabler.
func (expertRow) TableName() string { return "experts" }

func (r expertRow) expert() (workflow.PoolExpert, error) {
	e := workflow.PoolExpert{AccountID: r.AccountID, Code: r.Code, Name: r.Name, Unit: r.Unit, Field: r.Field, NativeCity: r.NativeCity,
		WorkCity: r.WorkCity, Served: []string{}, Active: r.Active, Version: r.Version, UpdatedAt: r.UpdatedAt.time()}
	return e, unpack("读取专家库", r.Served, &e.Served)
}

func (r reads) pool() *gorm.DB {
	return r.db.Table("experts AS e").Select("e.*, a.name").Joins("JOIN accounts AS a ON a.id = e.account_id")
}

// experts are those of a condition, by code; never nil.
func (r reads) experts(condition string, args ...any) ([]workflow.PoolExpert, error) {
	var rows []expertRow
	if err := r.pool().Where(condition, args...).Order("length(e.code), e.code").Scan(&rows).Error; err != nil {
		return nil, failed("读取专家库", err)
	}
	out := make([]workflow.PoolExpert, len(rows))
	for i, row := range rows {
		var err error
		if out[i], err = row.expert(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r reads) expert(accountID string) (workflow.PoolExpert, error) {
	found, err := r.experts("e.account_id = ?", accountID)
	if err == nil && len(found) == 0 {
		err = fault.New(fault.NotFound, "专家库中没有这位专家,请先登记")
	}
	if err != nil {
		return workflow.PoolExpert{}, err
	}
	return found[0], nil
}

// Expert implements workflow.Tx.
func (t *tx) Expert(accountID string) (workflow.PoolExpert, error) { return t.expert(accountID) }

// Experts implements workflow.Tx: only those who still hold the role.
func (t *tx) Experts() ([]workflow.PoolExpert, error) {
	return t.experts("e.active AND NOT a.disabled AND EXISTS (SELECT 1 FROM grants AS g WHERE g.account_id = e.account_id AND g.role = ?)",
		string(workflow.Expert))
}

// ReadExperts implements workflow.Reader.
func (s *Store) ReadExperts(ctx context.Context) ([]workflow.PoolExpert, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.experts("1 = 1")
}

// SaveExpert implements workflow.Tx. The code runs on and is never given twice: entries are never deleted, and the lock on the
// administration row keeps two entries apart.
func (t *tx) SaveExpert(e *workflow.PoolExpert) error {
	served, err := pack("登记专家", e.Served)
	if err != nil {
		return err
	}
	row := expertRow{AccountID: e.AccountID, Code: e.Code, Unit: e.Unit, Field: e.Field, NativeCity: e.NativeCity, WorkCity: e.WorkCity,
		Served: served, Active: e.Active, Version: e.Version + 1, UpdatedAt: instant(e.UpdatedAt)}
	if e.Version == 0 {
		return t.insertExpert(e, row)
	}
	res := t.db.Model(&expertRow{}).Where("account_id = ? AND version = ?", e.AccountID, e.Version).Select("*").
		Omit("account_id", "code", "name").Updates(&row)
	if res.Error != nil {
		return failed("登记专家", res.Error)
	}
	if res.RowsAffected == 0 {
		now, err := t.expert(e.AccountID)
		if err != nil {
			return err
		}
		return workflow.Changed(now.Version, e.Version)
	}
	e.Version++
	return nil
}

func (t *tx) insertExpert(e *workflow.PoolExpert, row expertRow) error {
	if err := t.lockNamed("administration"); err != nil {
		return err
	}
	var held, known int64
	if err := t.db.Model(&expertRow{}).Count(&held).Error; err != nil {
		return failed("登记专家", err)
	}
	if err := t.db.Table("accounts").Where("id = ?", e.AccountID).Count(&known).Error; err != nil {
		return failed("登记专家", err)
	}
	if known == 0 {
		return fault.New(fault.NotFound, "没有这个账号,请先建立账号再登记专家")
	}
	row.Code = fmt.Sprintf("E%02d", held+1)
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Omit("name").Create(&row)
	if errors.Is(res.Error, gorm.ErrForeignKeyViolated) {
		return fault.New(fault.NotFound, "没有这个账号,请先由系统管理员开设专家账号")
	}
	if res.Error != nil {
		return failed("登记专家", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "这位专家已在专家库中,请刷新后修改")
	}
	e.Code, e.Version = row.Code, 1
	return nil
}
