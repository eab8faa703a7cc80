package store

import (
	"gorm.io/gorm/clause"

	"xianjie/workflow"
)

type yearLockRow struct {
	Year          int    `gorm:"primaryKey;autoIncrement:false"`
	CountyCode    string `gorm:"primaryKey"`
	ApplicationID string
	Clause        string
	LockedAt      instant
}

// TableName implements GORM's Tabler.
func (yearLockRow) TableName() string { return "year_locks" }

// InsertYearLock implements workflow.Tx; the first lock of a county and year stays.
func (t *tx) InsertYearLock(l workflow.YearLock) error {
	row := yearLockRow{Year: l.Year, CountyCode: l.CountyCode, ApplicationID: l.ApplicationID, Clause: l.Clause, LockedAt: instant(l.LockedAt)}
	return failed("登记年度锁定", t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error)
}

// yearLock is the lock of a county's year, nil when there is none.
func (r reads) yearLock(year int, county string) (*workflow.YearLock, error) {
	var rows []yearLockRow
	if err := r.db.Where("year = ? AND county_code = ?", year, county).Find(&rows).Error; err != nil {
		return nil, failed("读取年度锁定", err)
	}
	if len(rows) == 0 {
		return nil, nil
	}
	l := rows[0]
	return &workflow.YearLock{Year: l.Year, CountyCode: l.CountyCode, ApplicationID: l.ApplicationID, Clause: l.Clause, LockedAt: l.LockedAt.time()}, nil
}
