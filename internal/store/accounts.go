package store

import (
	"context"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
)

type accountRow struct {
	ID           string `gorm:"primaryKey"`
	Login        string
	Name         string
	Unit         string
	SearchText   string
	PasswordHash string
	Disabled     bool
	MustChange   bool
	SecondFactor bool
	Version      int64
	CreatedBy    string
	CreatedAt    instant `gorm:"autoCreateTime:false"`
	UpdatedAt    instant `gorm:"autoUpdateTime:false"`
}

// TableName implements GORM's Tabler.
func (accountRow) TableName() string { return "accounts" }

func rowOfAccount(a *identity.Account) accountRow {
	return accountRow{ID: a.ID, Login: a.Login, Name: a.Name, Unit: a.Unit, SearchText: strings.ToLower(a.Login + "\n" + a.Name + "\n" + a.Unit),
		PasswordHash: a.PasswordHash.Reveal(), Disabled: a.Disabled, MustChange: a.MustChange, SecondFactor: a.SecondFactor, Version: a.Version, CreatedBy: a.CreatedBy,
		CreatedAt: instant(a.CreatedAt), UpdatedAt: instant(a.UpdatedAt)}
}

func (r *accountRow) account(grants []identity.Grant) identity.Account {
	if grants == nil {
		grants = []identity.Grant{}
	}
	return identity.Account{ID: r.ID, Login: r.Login, Name: r.Name, Unit: r.Unit, PasswordHash: identity.NewSecret(r.PasswordHash), Disabled: r.Disabled,
		MustChange: r.MustChange, SecondFactor: r.SecondFactor, Grants: grants, Version: r.Version, CreatedBy: r.CreatedBy, CreatedAt: r.CreatedAt.time(), UpdatedAt: r.UpdatedAt.time()}
}

func noAccount() *fault.Error {
	return fault.New(fault.NotFound, "没有这个账号,请刷新账号列表")
}

// account reads one account with its grants; from narrows to it.
func (r reads) account(from *gorm.DB) (identity.Account, error) {
	var row accountRow
	if err := take(from, "读取账号", &row, noAccount()); err != nil {
		return identity.Account{}, err
	}
	grants, err := r.grants([]string{row.ID})
	return row.account(grants[row.ID]), err
}

// FindLogin implements identity.Tx.
func (t peopleTx) FindLogin(login string) (identity.Account, error) {
	return t.account(t.db.Where("login = ?", login))
}

// Account implements identity.Tx.
func (t peopleTx) Account(id string) (identity.Account, error) {
	return t.account(t.db.Clauses(rowLock("accounts")).Where("id = ?", id))
}

// AccountByID implements identity.Directory.
func (p people) AccountByID(ctx context.Context, id string) (identity.Account, error) {
	r, done := p.s.reading(ctx)
	defer done()
	return r.account(r.db.Omit("password_hash").Where("id = ?", id))
}

// Accounts implements identity.Directory.
func (p people) Accounts(ctx context.Context, q identity.Query) ([]identity.Account, int, error) {
	page, size := paging(q.Page, q.PageSize)
	order, err := accountOrder(q.Sort)
	if err != nil {
		return nil, 0, err
	}
	r, done := p.s.reading(ctx)
	defer done()
	var total int64
	if err := narrowAccounts(r.db.Model(&accountRow{}), q).Count(&total).Error; err != nil {
		return nil, 0, failed("读取账号", err)
	}
	var rows []accountRow
	err = narrowAccounts(r.db.Omit("password_hash"), q).Order(order).Limit(size).Offset((page - 1) * size).Find(&rows).Error
	if err != nil {
		return nil, 0, failed("读取账号", err)
	}
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	grants, err := r.grants(ids)
	out := make([]identity.Account, len(rows))
	for i := range rows {
		out[i] = rows[i].account(grants[rows[i].ID])
	}
	return out, int(total), err
}

func narrowAccounts(db *gorm.DB, q identity.Query) *gorm.DB {
	if text := strings.TrimSpace(q.Text); text != "" {
		db = db.Where(`search_text LIKE ? ESCAPE '\'`, "%"+escapeLike(strings.ToLower(text))+"%")
	}
	if q.Role != "" {
		db = db.Where("EXISTS (SELECT 1 FROM grants WHERE grants.account_id = accounts.id AND grants.role = ?)", q.Role)
	}
	if q.Region != "" {
		within := strings.TrimSuffix(strings.TrimSuffix(q.Region, "00"), "00")
		db = db.Where("EXISTS (SELECT 1 FROM grants WHERE grants.account_id = accounts.id AND grants.region LIKE ?)", within+"%")
	}
	if q.Disabled != nil {
		db = db.Where("disabled = ?", *q.Disabled)
	}
	return db
}

// accountOrder is the order of a list; the login keeps equal ones apart.
func accountOrder(sort string) (string, error) {
	columns := map[string]string{"": "login", "login": "login", "name": "name", "unit": "unit", "created": "created_at", "updated": "updated_at"}
	name, down := strings.CutPrefix(sort, "-")
	column, known := columns[name]
	switch {
	case !known:
		return "", fault.New(fault.Invalid, "账号列表不能按“%s”排序", sort)
	case down:
		return column + " DESC, login", nil
	default:
		return column + ", login", nil
	}
}

// CreateAccount implements identity.Tx.
func (t peopleTx) CreateAccount(a identity.Account) error {
	row := rowOfAccount(&a)
	row.Version = 1
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("建立账号", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "账号名“%s”已被使用,请换一个", a.Login)
	}
	return nil
}

// SaveAccount implements identity.Tx.
func (t peopleTx) SaveAccount(a *identity.Account) error {
	row := rowOfAccount(a)
	row.Version = a.Version + 1
	res := t.db.Model(&accountRow{}).Where("id = ? AND version = ?", a.ID, a.Version).Select("*").Omit("id", "created_by", "created_at").Updates(&row)
	if res.Error != nil {
		return failed("保存账号", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "账号“%s”已被他人修改,请刷新后再试", a.Login)
	}
	a.Version++
	return nil
}
