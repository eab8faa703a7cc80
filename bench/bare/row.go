package bare

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// columns are those a row of the list is made of, in the order of scan.
const columns = `a.id, a.number, a.batch_id, b.code, b.year, a.city_code, a.city_name, a.county_code, a.county_name, a.channel, a.title, a.state,
	a.state_since, a.version, a.snapshot_no, a.pack_version, a.submitted_at, a.reported_at, a.overdue, a.city_doc_no, a.city_rank,
	a.return_count, a.villages, a.projects, a.linkage, a.prov_up, a.integrated, a.total, a.failed, a.warned, a.waived, a.created_at, a.updated_at`

const tables = "applications AS a JOIN batches AS b ON b.id = a.batch_id"

// row is one application with the fields the product's lists show.
type row struct {
	ID          string     `json:"id"`
	No          string     `json:"no"`
	BatchID     string     `json:"batchId"`
	BatchCode   string     `json:"batchCode"`
	Year        int        `json:"year"`
	City        place      `json:"city"`
	County      place      `json:"county"`
	Channel     string     `json:"channel"`
	Title       string     `json:"title"`
	State       string     `json:"state"`
	StateSince  time.Time  `json:"stateSince"`
	Version     int64      `json:"version"`
	SnapshotNo  int        `json:"snapshotNo"`
	PackVersion int        `json:"packVersion"`
	SubmittedAt *time.Time `json:"submittedAt"`
	ReportedAt  *time.Time `json:"reportedAt"`
	Overdue     bool       `json:"overdue"`
	CityDocNo   string     `json:"cityDocNo"`
	Rank        int        `json:"rank"`
	Returns     int        `json:"returns"`
	Summary     summary    `json:"summary"`
	CreatedAt   time.Time  `json:"createdAt"`
	UpdatedAt   time.Time  `json:"updatedAt"`
}

type place struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

type summary struct {
	Villages   int         `json:"villages"`
	Projects   int         `json:"projects"`
	Linkage    json.Number `json:"linkage"`
	ProvUp     json.Number `json:"provUp"`
	Integrated json.Number `json:"integrated"`
	Total      json.Number `json:"total"`
	Failed     []string    `json:"failed"`
	Warned     []string    `json:"warned"`
	Waived     []string    `json:"waived"`
}

// scan reads columns, and whatever more a query asked for.
func (r *row) scan(from pgx.Row, more ...any) error {
	var linkage, provUp, integrated, total int64
	var failed, warned, waived string
	err := from.Scan(append([]any{&r.ID, &r.No, &r.BatchID, &r.BatchCode, &r.Year, &r.City.Code, &r.City.Name, &r.County.Code, &r.County.Name, &r.Channel,
		&r.Title, &r.State, &r.StateSince, &r.Version, &r.SnapshotNo, &r.PackVersion, &r.SubmittedAt, &r.ReportedAt, &r.Overdue, &r.CityDocNo,
		&r.Rank, &r.Returns, &r.Summary.Villages, &r.Summary.Projects, &linkage, &provUp, &integrated, &total, &failed, &warned, &waived,
		&r.CreatedAt, &r.UpdatedAt}, more...)...)
	r.Summary.Linkage, r.Summary.ProvUp, r.Summary.Integrated, r.Summary.Total = wan(linkage), wan(provUp), wan(integrated), wan(total)
	r.Summary.Failed, r.Summary.Warned, r.Summary.Waived = strings.Fields(failed), strings.Fields(warned), strings.Fields(waived)
	return err
}

// wan is an amount of 分 in 万元.
func wan(fen int64) json.Number {
	return json.Number(strconv.FormatFloat(float64(fen)/1e6, 'f', -1, 64))
}
