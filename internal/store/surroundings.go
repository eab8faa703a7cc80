package store

import (
	"context"
	"strings"

	"xianjie/workflow"
)

// Surroundings implements workflow.Tx.
func (t *tx) Surroundings(a workflow.Application, want workflow.Want) (workflow.Surroundings, error) {
	return t.surroundings(a, want)
}

// ReadSurroundings implements workflow.Reader.
func (s *Store) ReadSurroundings(ctx context.Context, a workflow.Application, want workflow.Want) (workflow.Surroundings, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.surroundings(a, want)
}

// part loads one wanted part of the surroundings. Most parts are most often empty, so all are first asked for in one statement;
// exists says how, with its arguments, and is "" for a part that is always loaded.
type part struct {
	want   workflow.Want
	exists string
	args   func(a workflow.Application) []any
	load   func(r reads, a workflow.Application, into *workflow.Surroundings) error
}

var parts = [...]part{
	{workflow.WantSignatures, "signatures WHERE application_id = ? AND round = ? AND voided_at IS NULL",
		func(a workflow.Application) []any { return []any{a.ID, a.Round} }, reads.wantSignatures},
	{workflow.WantReturn, "return_slips WHERE application_id = ? AND answered_at IS NULL", byID,
		func(r reads, a workflow.Application, s *workflow.Surroundings) (err error) {
			s.Return, err = r.openReturn(a.ID)
			return err
		}},
	{workflow.WantWaivers, "waivers WHERE application_id = ?", byID,
		func(r reads, a workflow.Application, s *workflow.Surroundings) (err error) {
			s.Waivers, err = r.waivers(a.ID)
			return err
		}},
	{workflow.WantConfirmations, "confirmations WHERE application_id = ?", byID,
		func(r reads, a workflow.Application, s *workflow.Surroundings) (err error) {
			s.Confirmations, err = r.confirmations(a.ID)
			return err
		}},
	{workflow.WantCityPeers, "applications WHERE batch_id = ? AND city_code = ? AND id <> ? AND state <> ?",
		func(a workflow.Application) []any { return []any{a.BatchID, a.CityCode, a.ID, string(workflow.Draft)} },
		func(r reads, a workflow.Application, s *workflow.Surroundings) (err error) {
			s.CityPeers, err = r.peers(a, "a.city_code = ?", a.CityCode)
			return err
		}},
	{workflow.WantCountyPeers, "applications WHERE batch_id = ? AND county_code = ? AND id <> ? AND state <> ?",
		func(a workflow.Application) []any {
			return []any{a.BatchID, a.CountyCode, a.ID, string(workflow.Draft)}
		},
		func(r reads, a workflow.Application, s *workflow.Surroundings) (err error) {
			s.CountyPeers, err = r.peers(a, "a.county_code = ?", a.CountyCode)
			return err
		}},
	{workflow.WantClaims, "claims WHERE batch_id = ? AND released_at IS NULL AND ((rule = 'Q01' AND scope = ?) OR (rule = 'Q02' AND scope = ?))",
		func(a workflow.Application) []any { return []any{a.BatchID, a.CountyCode, a.CityCode} }, reads.wantClaims},
	{workflow.WantLock, "year_locks WHERE year = ? AND county_code = ?",
		func(a workflow.Application) []any { return []any{a.Year, a.CountyCode} },
		func(r reads, a workflow.Application, s *workflow.Surroundings) (err error) {
			s.Lock, err = r.yearLock(a.Year, a.CountyCode)
			return err
		}},
	{want: workflow.WantWaiting, load: reads.wantWaiting},
	{workflow.WantReviews, "reviews WHERE application_id = ?", byID,
		func(r reads, a workflow.Application, s *workflow.Surroundings) (err error) {
			s.Reviews, err = r.reviewsOf("", a.ID, "")
			return err
		}},
	{workflow.WantResults, "results WHERE application_id = ?", byID,
		func(r reads, a workflow.Application, s *workflow.Surroundings) (err error) {
			s.Results, err = r.results("application_id = ?", a.ID)
			return err
		}},
	{workflow.WantDefence, "defences WHERE application_id = ?", byID,
		func(r reads, a workflow.Application, s *workflow.Surroundings) (err error) {
			s.Defence, err = r.defenceOf(a.ID)
			return err
		}},
	{workflow.WantSite, "site_checks WHERE application_id = ?", byID,
		func(r reads, a workflow.Application, s *workflow.Surroundings) error {
			sheet, err := r.siteCheck(a.ID)
			s.Site = &sheet
			return err
		}},
	{workflow.WantRanking, "rankings WHERE batch_id = ?", func(a workflow.Application) []any { return []any{a.BatchID} },
		func(r reads, a workflow.Application, s *workflow.Surroundings) error {
			ranking, err := r.ranking(a.BatchID)
			s.Ranking = &ranking
			return err
		}},
	{workflow.WantNotice, "notice_applications WHERE application_id = ?", byID,
		func(r reads, a workflow.Application, s *workflow.Surroundings) (err error) {
			s.Notice, s.Objections, err = r.noticeOf(a.ID)
			return err
		}},
}

func byID(a workflow.Application) []any { return []any{a.ID} }

func (r reads) surroundings(a workflow.Application, want workflow.Want) (workflow.Surroundings, error) {
	var out workflow.Surroundings
	present, err := r.present(a, want)
	if err != nil {
		return out, err
	}
	for _, p := range parts {
		if present&p.want == 0 {
			continue
		}
		if err := p.load(r, a, &out); err != nil {
			return workflow.Surroundings{}, err
		}
	}
	return out, nil
}

// present narrows wanted parts to those there is anything of, in one statement.
func (r reads) present(a workflow.Application, want workflow.Want) (workflow.Want, error) {
	var asked []string
	var args, cells []any
	var found [len(parts)]bool
	for i, p := range parts {
		if want&p.want != 0 && p.exists != "" {
			asked, args, cells = append(asked, "EXISTS (SELECT 1 FROM "+p.exists+")"), append(args, p.args(a)...), append(cells, &found[i])
		}
	}
	if len(asked) == 0 {
		return want, nil
	}
	if err := r.db.Raw("SELECT "+strings.Join(asked, ", "), args...).Row().Scan(cells...); err != nil {
		return 0, failed("读取办理情况", err)
	}
	for i, p := range parts {
		if p.exists != "" && !found[i] {
			want &^= p.want
		}
	}
	return want, nil
}

func (r reads) wantSignatures(a workflow.Application, into *workflow.Surroundings) (err error) {
	into.Signatures, err = r.signatures("application_id = ? AND round = ? AND voided_at IS NULL", a.ID, a.Round)
	return err
}

// peers are the batch's other submitted applications of a division, by number.
func (r reads) peers(a workflow.Application, division, code string) ([]workflow.Application, error) {
	found, err := applications(r.db.Table(applicationTables).Where("a.batch_id = ? AND a.id <> ? AND a.state <> ?", a.BatchID, a.ID, string(workflow.Draft)).
		Where(division, code).Order("a.number"))
	return found, failed("读取同批申报", err)
}

func (r reads) wantClaims(a workflow.Application, into *workflow.Surroundings) error {
	var rows []claimRow
	err := r.db.Where("batch_id = ? AND released_at IS NULL AND ((rule = 'Q01' AND scope = ?) OR (rule = 'Q02' AND scope = ?))",
		a.BatchID, a.CountyCode, a.CityCode).Order("rule, slot").Find(&rows).Error
	into.Claims = claims(rows)
	return failed("读取名额", err)
}

func (r reads) wantWaiting(a workflow.Application, into *workflow.Surroundings) error {
	var waiting int64
	err := r.db.Table("applications").Where("batch_id = ? AND state = ? AND id <> ?", a.BatchID, string(workflow.Shortlisted), a.ID).Count(&waiting).Error
	into.Waiting = int(waiting)
	return failed("读取同批申报", err)
}

// Desk implements workflow.Reader.
func (s *Store) Desk(ctx context.Context, applicationID string) (workflow.Desk, error) {
	r, done := s.reading(ctx)
	defer done()
	var desk workflow.Desk
	var err error
	if desk.Signatures, err = r.signatures("application_id = ?", applicationID); err != nil {
		return workflow.Desk{}, err
	}
	if desk.Returns, err = r.returns("application_id = ?", applicationID); err != nil {
		return workflow.Desk{}, err
	}
	desk.Waivers, err = r.waivers(applicationID)
	return desk, err
}
