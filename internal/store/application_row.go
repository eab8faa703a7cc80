package store

import (
	"gorm.io/gorm"

	"xianjie/workflow"
)

// applicationRow is a row of applications with the batch's code and year joined.
type applicationRow struct {
	ID          string `gorm:"primaryKey"`
	BatchID     string
	BatchCode   string `gorm:"->"` // joined, never written
	Year        int    `gorm:"->"`
	Number      string
	CityCode    string
	CityName    string
	CountyCode  string
	CountyName  string
	Channel     string
	Live        faceRow `gorm:"embedded"`
	Sealed      faceRow `gorm:"embedded;embeddedPrefix:sealed_"`
	State       string
	Version     int64
	StateSince  instant
	Round       int
	SnapshotNo  int
	PackVersion int
	SubmittedAt *instant
	ReportedAt  *instant
	Overdue     bool
	CityDocNo   string
	CityRank    int
	RiverReason string
	ReturnCount int
	CreatedBy   string
	CreatedAt   instant `gorm:"autoCreateTime:false"`
	UpdatedAt   instant `gorm:"autoUpdateTime:false"`
}

// TableName implements GORM's Tabler.
func (applicationRow) TableName() string { return "applications" }

// applicationColumns are what a read wants; the search texts are only looked in.
const applicationColumns = `a.id, a.batch_id, b.code AS batch_code, b.year, a.number, a.city_code, a.city_name, a.county_code, a.county_name,
	a.channel, a.state, a.version, a.state_since, a.round, a.snapshot_no, a.pack_version, a.submitted_at, a.reported_at,
	a.overdue, a.city_doc_no, a.city_rank, a.river_reason, a.return_count, a.created_by, a.created_at, a.updated_at,
	a.title, a.villages, a.projects, a.linkage, a.prov_up, a.integrated, a.total, a.failed, a.warned, a.waived, a.sealed_title, a.sealed_villages,
	a.sealed_projects, a.sealed_linkage, a.sealed_prov_up, a.sealed_integrated, a.sealed_total, a.sealed_failed, a.sealed_warned, a.sealed_waived,
	a.unconfirmed, a.sealed_unconfirmed`

// applicationTables joins the batch, whose code and year an application shows.
const applicationTables = "applications AS a JOIN batches AS b ON b.id = a.batch_id"

// cells are where a row of applicationColumns goes, in their order. Lists are the hottest reads, and filling cells by hand costs
// half of what GORM's reflection does.
func (r *applicationRow) cells() []any {
	return []any{&r.ID, &r.BatchID, &r.BatchCode, &r.Year, &r.Number, &r.CityCode, &r.CityName, &r.CountyCode, &r.CountyName,
		&r.Channel, &r.State, &r.Version, &r.StateSince, &r.Round, &r.SnapshotNo, &r.PackVersion, &r.SubmittedAt, &r.ReportedAt,
		&r.Overdue, &r.CityDocNo, &r.CityRank, &r.RiverReason, &r.ReturnCount, &r.CreatedBy, &r.CreatedAt, &r.UpdatedAt,
		&r.Live.Title, &r.Live.Villages, &r.Live.Projects, &r.Live.Linkage, &r.Live.ProvUp, &r.Live.Integrated, &r.Live.Total, &r.Live.Failed,
		&r.Live.Warned, &r.Live.Waived, &r.Sealed.Title, &r.Sealed.Villages, &r.Sealed.Projects, &r.Sealed.Linkage, &r.Sealed.ProvUp,
		&r.Sealed.Integrated, &r.Sealed.Total, &r.Sealed.Failed, &r.Sealed.Warned, &r.Sealed.Waived, &r.Live.Unconfirmed, &r.Sealed.Unconfirmed}
}

// applications runs a query over applicationTables; never nil.
func applications(from *gorm.DB) ([]workflow.Application, error) {
	rows, err := from.Select(applicationColumns).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := []workflow.Application{}
	for rows.Next() {
		var row applicationRow // a new one each time: absent instants must come back absent
		if err := rows.Scan(row.cells()...); err != nil {
			return nil, err
		}
		out = append(out, row.application())
	}
	return out, rows.Err()
}

func rowOfApplication(a *workflow.Application) applicationRow {
	return applicationRow{
		ID: a.ID, BatchID: a.BatchID, Number: a.No, CityCode: a.CityCode, CityName: a.CityName, CountyCode: a.CountyCode, CountyName: a.CountyName,
		Channel: a.Channel, Live: rowOfFace(a, a.Face), Sealed: rowOfFace(a, a.Sealed), State: string(a.State), Version: a.Version, StateSince: instant(a.StateSince),
		Round: a.Round, SnapshotNo: a.SnapshotNo, PackVersion: a.PackVersion, SubmittedAt: optional(a.SubmittedAt), ReportedAt: optional(a.ReportedAt),
		Overdue: a.Overdue, CityDocNo: a.CityDocNo, CityRank: a.Rank, RiverReason: a.RiverReason, ReturnCount: a.Returns, CreatedBy: a.CreatedBy, CreatedAt: instant(a.CreatedAt), UpdatedAt: instant(a.UpdatedAt),
	}
}

func (r *applicationRow) application() workflow.Application {
	live := r.Live.face()
	sealed := live // most often the two are one, and need not be taken apart twice
	if r.Sealed != r.Live {
		sealed = r.Sealed.face()
	}
	return workflow.Application{
		ID: r.ID, BatchID: r.BatchID, BatchCode: r.BatchCode, Year: r.Year, No: r.Number, CityCode: r.CityCode, CityName: r.CityName,
		CountyCode: r.CountyCode, CountyName: r.CountyName, Channel: r.Channel, Face: live, Sealed: sealed, State: workflow.State(r.State), Version: r.Version,
		StateSince: r.StateSince.time(), Round: r.Round, SnapshotNo: r.SnapshotNo, PackVersion: r.PackVersion, SubmittedAt: pointer(r.SubmittedAt),
		ReportedAt: pointer(r.ReportedAt), Overdue: r.Overdue, CityDocNo: r.CityDocNo, Rank: r.CityRank, RiverReason: r.RiverReason, Returns: r.ReturnCount,
		CreatedBy: r.CreatedBy, CreatedAt: r.CreatedAt.time(), UpdatedAt: r.UpdatedAt.time(),
	}
}
