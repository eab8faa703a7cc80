package workflow

import (
	"context"
	"fmt"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// Saved is the answer to a save: the new versions and the findings the save changed.
type Saved struct {
	Application Application
	Part        int64            // version of the section or project row saved; 0 when deleted or many
	Changed     []policy.Finding // never nil
}

// NewDraft asks for a draft from a document (blank sections are fine).
type NewDraft struct {
	Doc     *proposal.Proposal
	Receipt *Receipt
}

// CreateDraft opens a draft for the document's county in its batch. Errors: Forbidden, NotFound (batch), Refused (not collecting,
// county locked), Invalid (region or size).
func (s *Service) CreateDraft(ctx context.Context, actor Actor, n NewDraft) (Saved, error) {
	return s.save(ctx, n.Receipt, func(tx Tx) (Saved, error) {
		county, ok := policy.RegionByCode(n.Doc.County.Code)
		if !ok || county.Level != policy.LevelCounty {
			return Saved{}, fault.At("县(市、区)代码不正确", []fault.Place{{Location: "/county/code", Message: "“" + n.Doc.County.Code + "”不是本省县级行政区划代码"}})
		}
		city, _ := policy.RegionByCode(county.Parent)
		c := &Case{Actor: actor}
		if c.As = s.roleFor(actor, county.Code, "application", "create"); c.As == "" {
			return Saved{}, fault.New(fault.Forbidden, "您的岗位不能为%s建立申报", county.Name)
		}
		var err error
		if c.Batch, err = tx.BatchByCode(n.Doc.BatchCode); err != nil {
			return Saved{}, err
		}
		if c.Now, err = tx.Now(); err != nil {
			return Saved{}, err
		}
		c.App = Application{ID: s.newID(), BatchID: c.Batch.ID, BatchCode: c.Batch.Code, Year: c.Batch.Year, CityCode: city.Code, CityName: city.Name,
			CountyCode: county.Code, CountyName: county.Name, Channel: string(n.Doc.Channel), Face: Face{Title: n.Doc.Zone.Name}, State: Draft,
			StateSince: c.Now, Round: 1, CreatedBy: actor.AccountID, CreatedAt: c.Now, UpdatedAt: c.Now}
		if err := s.mayDraft(tx, c); err != nil {
			return Saved{}, err
		}
		if err := tx.InsertApplication(&c.App); err != nil {
			return Saved{}, err
		}
		return s.putDocument(tx, c, n.Doc, "create")
	})
}

// mayDraft: drafts are opened while the batch collects and the county is not locked.
func (s *Service) mayDraft(tx Tx, c *Case) error {
	if err := s.packIn(tx, c); err != nil {
		return err
	}
	var err error
	if c.Around, err = tx.Surroundings(c.App, wants(Draft)); err != nil {
		return err
	}
	return refuse(c, Transition{Action: Create}, []Guard{collecting, notLocked})
}

// Replace puts a whole document in place of a draft's content (import). The document must be of the same county, batch and channel.
type Replace struct {
	Application string
	Version     int64
	Doc         *proposal.Proposal
	Receipt     *Receipt
}

// ReplaceDraft replaces the whole content of a draft. A returned draft cannot be replaced whole: its frozen parts stay.
func (s *Service) ReplaceDraft(ctx context.Context, actor Actor, r Replace) (Saved, error) {
	return s.save(ctx, r.Receipt, func(tx Tx) (Saved, error) {
		c, err := s.edit(tx, actor, r.Application, "update")
		if err != nil {
			return Saved{}, err
		}
		if c.App.Version != r.Version {
			return Saved{}, Changed(c.App.Version, r.Version)
		}
		if c.App.State != Draft {
			return Saved{}, fault.New(fault.Refused, "退回补正期间不能整份覆盖,请逐栏修改被退回的内容")
		}
		if r.Doc.County.Code != c.App.CountyCode || r.Doc.BatchCode != c.App.BatchCode {
			return Saved{}, fault.New(fault.Invalid, "导入文件属于 %s、批次 %s,与本申报(%s、批次 %s)不符", r.Doc.County.Name, r.Doc.BatchCode, c.App.CountyName, c.App.BatchCode)
		}
		c.App.Channel = string(r.Doc.Channel)
		return s.putDocument(tx, c, r.Doc, "import")
	})
}

// putDocument writes every section and project of a document and judges it. Attachments in a document only name files: the files
// themselves are uploaded, so the names are not taken over.
func (s *Service) putDocument(tx Tx, c *Case, doc *proposal.Proposal, action string) (Saved, error) {
	if err := withinLimits(c.Pack, doc); err != nil {
		return Saved{}, err
	}
	sections, projects := proposal.Split(doc)
	if err := tx.PutDocument(c.App.ID, sections, projects); err != nil {
		return Saved{}, err
	}
	kept, err := tx.Document(c.App.ID)
	if err != nil {
		return Saved{}, err
	}
	after, err := assemble(c.App, kept)
	if err != nil {
		return Saved{}, err
	}
	findings := s.draftFindings(c, after)
	if err := s.keepDraft(tx, c, after, findings, action, "全文"); err != nil {
		return Saved{}, err
	}
	return c.saved(0, notPassed(findings)), nil
}

// withinLimits refuses documents larger than the pack allows.
func withinLimits(pack *policy.Pack, doc *proposal.Proposal) error {
	var places []fault.Place
	check := func(location, what string, n, limit int) {
		if n > limit {
			places = append(places, fault.Place{Location: location, Message: fmt.Sprintf("%s %d 个,超过本批上限 %d 个", what, n, limit)})
		}
	}
	check("/projects", "项目", len(doc.Projects), pack.Params.DocumentLimits.MaxProjects)
	check("/zone/villages", "村", len(doc.Zone.Villages), pack.Params.DocumentLimits.MaxVillages)
	check("/fundPlan/integrated", "整合资金条目", len(doc.FundPlan.Integrated), pack.Params.DocumentLimits.MaxIntegrated)
	return fault.At("申报内容超过本批规定的数量上限", places)
}

// Delete asks to remove a draft that was never submitted.
type Delete struct {
	Application string
	Version     int64
	Remove      func(sha256 string) error // removes placed bytes no row names
}

// DeleteDraft removes a draft, its sections, and its files with their bytes.
func (s *Service) DeleteDraft(ctx context.Context, actor Actor, d Delete) error {
	var files []string
	err := s.store.InTx(ctx, func(tx Tx) error {
		c, err := s.edit(tx, actor, d.Application, "delete")
		if err != nil {
			return err
		}
		if c.App.Version != d.Version {
			return Changed(c.App.Version, d.Version)
		}
		if c.App.SnapshotNo > 0 || c.App.State != Draft {
			return fault.New(fault.Refused, "已上报过的申报不能删除,如不再申报请撤回")
		}
		if err := note(tx, c, "delete", c.App.No, "", ""); err != nil {
			return err
		}
		files, err = tx.DeleteApplication(c.App)
		return err
	})
	if err != nil {
		return err
	}
	for _, sha := range files {
		if err := s.forget(ctx, sha, func() error { return d.Remove(sha) }); err != nil {
			return err
		}
	}
	return nil
}
