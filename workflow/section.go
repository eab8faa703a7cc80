package workflow

import (
	"context"

	"xianjie/internal/proposal"
)

// SaveSection asks for one section to be saved over the version the clerk saw.
type SaveSection struct {
	Application string
	Name        proposal.SectionName
	Version     int64
	Body        []byte // JSON of the section, gaps allowed
	Receipt     *Receipt
}

// SaveSection writes one section. Two clerks on one section: the second gets fault.Stale and nothing of his is lost.
func (s *Service) SaveSection(ctx context.Context, actor Actor, in SaveSection) (Saved, error) {
	body, err := proposal.DecodeSection(in.Name, in.Body)
	if err != nil {
		return Saved{}, err
	}
	return s.change(ctx, actor, in.Application, in.Receipt, "section", string(in.Name), func(c *Case, tx Tx, kept *Document) (int64, error) {
		old := kept.Sections[in.Name]
		if old.Version != in.Version {
			return 0, Changed(old.Version, in.Version)
		}
		changes, err := proposal.DiffSection(in.Name, old.Body, body)
		if err != nil {
			return 0, err
		}
		if err := c.freezes(changes); err != nil {
			return 0, err
		}
		version, err := tx.SaveSection(c.App.ID, Section{Name: in.Name, Version: in.Version, Body: body})
		kept.Sections[in.Name] = Section{Name: in.Name, Version: version, Body: body}
		return version, err
	})
}

// change is the path of every change to a draft's content: lock, look, change one part, judge before and after, keep.
func (s *Service) change(ctx context.Context, actor Actor, id string, receipt *Receipt, action, object string,
	do func(c *Case, tx Tx, kept *Document) (int64, error)) (Saved, error) {
	return s.save(ctx, receipt, func(tx Tx) (Saved, error) {
		c, err := s.edit(tx, actor, id, "update")
		if err != nil {
			return Saved{}, err
		}
		kept, err := tx.Document(id)
		if err != nil {
			return Saved{}, err
		}
		before, err := assemble(c.App, kept)
		if err != nil {
			return Saved{}, err
		}
		version, err := do(c, tx, &kept)
		if err != nil {
			return Saved{}, err
		}
		after, err := assemble(c.App, kept)
		if err != nil {
			return Saved{}, err
		}
		if err := withinLimits(c.Pack, after); err != nil {
			return Saved{}, err
		}
		findings := s.draftFindings(c, after)
		if err := s.keepDraft(tx, c, after, findings, action, object); err != nil {
			return Saved{}, err
		}
		return c.saved(version, changedFindings(s.draftFindings(c, before), findings)), nil
	})
}
