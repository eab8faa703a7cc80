package workflow

import (
	"slices"

	"xianjie/internal/fault"
)

// with fills what this signer left empty from what the leading bureau already filled in when it signed.
func (in Input) with(given []Signature, row Transition) Input {
	i := slices.IndexFunc(given, func(g Signature) bool { return g.Action == row.Action && g.Role == row.By })
	if i < 0 {
		return in
	}
	return given[i].Input
}

// sign records the actor's word where a row needs two bureaus, and returns who still has to sign.
func (s *Service) sign(tx Tx, c *Case, row Transition) (*Signature, []Role, error) {
	if row.CoSign == "" {
		return nil, nil, nil
	}
	given := slices.DeleteFunc(slices.Clone(c.Around.Signatures), func(g Signature) bool {
		return g.Action != row.Action || g.Round != c.App.Round || g.SnapshotNo != c.App.SnapshotNo
	})
	for _, g := range given {
		if g.Role == c.As {
			return nil, nil, fault.New(fault.Refused, "%s已于 %s 签署,等待另一家会签", c.As.Label(), happened(g.SignedAt, c.Pack.Zone()))
		}
		if g.AccountID == c.Actor.AccountID {
			return nil, nil, fault.New(fault.Refused, "同一人不能代表两家单位会签")
		}
	}
	if row.Ordered && c.As == row.CoSign && len(given) == 0 {
		return nil, nil, fault.New(fault.Refused, "须先由%s提出并通知县市,再由%s会签", row.By.Label(), row.CoSign.Label())
	}
	mine := Signature{ID: s.newID(), ApplicationID: c.App.ID, Action: row.Action, Round: c.App.Round, SnapshotNo: c.App.SnapshotNo,
		Role: c.As, AccountID: c.Actor.AccountID, Name: c.Actor.Name, Opinion: c.Opinion, Input: c.Input, SignedAt: c.Now}
	if err := tx.InsertSignature(mine); err != nil {
		return nil, nil, err
	}
	waiting := slices.DeleteFunc(row.Signers(), func(r Role) bool {
		return r == c.As || slices.ContainsFunc(given, func(g Signature) bool { return g.Role == r })
	})
	return &mine, waiting, nil
}

// wait keeps a signature that does not yet complete its step.
func (s *Service) wait(tx Tx, c *Case, row Transition, signature *Signature, waiting []Role) (Outcome, error) {
	before := c.App
	c.App.UpdatedAt = c.Now
	if err := c.keep(tx); err != nil {
		return Outcome{}, err
	}
	if err := record(tx, c, before, row, nil); err != nil {
		return Outcome{}, err
	}
	c.Around.Signatures = append(c.Around.Signatures, *signature)
	c.App = SightOf(c.Actor).Veil(c.App)
	return Outcome{Application: c.App, Waiting: waiting, Findings: c.Findings, Signature: signature, Offers: s.offers(c)}, nil
}
