package workflow

import (
	"xianjie/internal/audit"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// complete performs a step whose conditions all hold: effects, snapshot, state, history and audit in this one transaction.
func (s *Service) complete(tx Tx, c *Case, row Transition, signature *Signature) (Outcome, error) {
	before := c.App
	for _, effect := range row.Effects {
		if err := effect(c, tx); err != nil {
			return Outcome{}, err
		}
	}
	snapshot, err := s.freeze(tx, c, row)
	if err != nil {
		return Outcome{}, err
	}
	if err := tx.VoidSignatures(c.App.ID, before.Round, row.Action, c.Now); err != nil {
		return Outcome{}, err
	}
	c.App.State, c.App.StateSince, c.App.UpdatedAt = c.To, c.Now, c.Now
	c.App.Round++
	if c.Findings != nil {
		c.App.Summary.judge(c.Findings)
		c.App.PackVersion = c.PackNo
	}
	if before.State.Edited() && !row.Freeze {
		c.App.Face = c.App.Sealed // what was being written comes to nothing; the snapshot in force goes on
	}
	if err := c.keep(tx); err != nil {
		return Outcome{}, err
	}
	if err := record(tx, c, before, row, snapshot); err != nil {
		return Outcome{}, err
	}
	c.App = SightOf(c.Actor).Veil(c.App)
	out := Outcome{Application: c.App, Done: true, Waiting: []Role{}, Findings: c.Findings, Signature: signature, Snapshot: snapshot}
	if c.Around, err = tx.Surroundings(c.App, wants(c.App.State)); err != nil {
		return Outcome{}, err
	}
	out.Offers = s.offers(c)
	return out, nil
}

// freeze makes the snapshot of a step that freezes the draft.
func (s *Service) freeze(tx Tx, c *Case, row Transition) (*Snapshot, error) {
	if !row.Freeze {
		return nil, nil
	}
	c.Doc.Submission = proposal.Submission{CountySubmittedAt: c.App.SubmittedAt, CityReportedAt: c.App.ReportedAt}
	body := proposal.Canonical(c.Doc)
	snapshot := Snapshot{ApplicationID: c.App.ID, No: c.App.SnapshotNo + 1, Action: row.Action, Digest: proposal.Digest(body),
		CoreDigest: proposal.CoreDigest(c.Doc), Body: body, PackVersion: c.PackNo, Findings: c.Findings, TakenAt: c.Now, TakenBy: c.Actor.AccountID}
	if err := tx.InsertSnapshot(snapshot); err != nil {
		return nil, err
	}
	c.App.SnapshotNo = snapshot.No
	c.App.Face = faceOf(c.Doc, c.Findings, c.Around.Confirmations)
	return &snapshot, nil
}

// record writes the step into the application's history and its audit stream.
func record(tx Tx, c *Case, before Application, row Transition, snapshot *Snapshot) error {
	to := c.App.State
	step := Step{ApplicationID: c.App.ID, Action: row.Action, From: before.State, To: to, Role: c.As, AccountID: c.Actor.AccountID,
		Name: c.Actor.Name, Opinion: c.Opinion, SnapshotNo: c.App.SnapshotNo, PackVersion: c.PackNo, Blocked: passedOver(c.Findings), At: c.Now}
	if err := tx.InsertStep(&step); err != nil {
		return err
	}
	after := c.frozenDigest()
	if snapshot != nil {
		after = snapshot.Digest
	}
	return tx.AppendAudit(audit.Entry{Stream: Stream(c.App.ID), At: c.Now, AccountID: c.Actor.AccountID, Actor: c.Actor.Name,
		Role: string(c.As), Region: c.regionOf(c.As), Action: string(row.Action), Object: c.App.No, From: string(before.State), To: string(to),
		Reason: c.Opinion, BeforeDigest: c.frozenDigest(), AfterDigest: after, Address: c.Actor.Address})
}

// passedOver are the rules that did not pass and yet did not stop the step.
func passedOver(findings []policy.Finding) []policy.RuleID {
	out := []policy.RuleID{}
	for _, f := range findings {
		if f.Verdict == policy.Fail || f.Verdict == policy.Warn {
			out = append(out, f.Rule)
		}
	}
	return out
}
