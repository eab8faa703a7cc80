package workflow

import (
	"bytes"
	"context"
	"encoding/json"
	"time"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/policy"
)

// VerificationStream keeps who verified the streams, when, and what came out.
const VerificationStream = "audit/all"

const auditVerified = "verify"

// Verification is the outcome of holding streams against their own hashes and heads.
type Verification struct {
	At      time.Time
	Name    string // unit and post of who asked
	Digest  string // of the checkpoint over all heads, to be kept outside
	Summary VerificationSummary
	Faults  []audit.Fault // of a verification just made; a kept one knows their number
}

// VerificationSummary is what is kept of it.
type VerificationSummary struct {
	Entries int64  `json:"entries"`
	Faults  int    `json:"faults"`
	Root    string `json:"root"` // over all heads
	Streams int    `json:"streams"`
}

// VerifyAudit verifies every entry up to the heads as they stand now and keeps on record that it was done. fault.Forbidden without
// the right over the whole province.
func (s *Service) VerifyAudit(ctx context.Context, actor Actor) (Verification, error) {
	as := s.roleFor(actor, policy.Root().Code, "audit", "verify")
	if as == "" {
		return Verification{}, fault.New(fault.Forbidden, "您的岗位无权核验全部审计流水")
	}
	heads, err := s.store.AuditHeads(ctx)
	if err != nil {
		return Verification{}, err
	}
	now, err := s.store.Clock(ctx)
	if err != nil {
		return Verification{}, err
	}
	point, err := audit.NewCheckpoint(audit.Checkpoint{}, now, heads)
	if err != nil {
		return Verification{}, err
	}
	faults, entries, err := s.verified(ctx, heads)
	if err != nil {
		return Verification{}, err
	}
	v := Verification{At: now, Name: actor.Name, Digest: point.Digest(), Faults: faults,
		Summary: VerificationSummary{Entries: entries, Faults: len(faults), Root: point.Root, Streams: len(heads)}}
	detail, err := json.Marshal(v.Summary)
	if err != nil {
		return Verification{}, err
	}
	return v, s.store.InTx(ctx, func(tx Tx) error {
		return tx.AppendAudit(audit.Entry{Stream: VerificationStream, At: now, AccountID: actor.AccountID, Actor: actor.Name, Role: string(as),
			Region: policy.Root().Code, Action: auditVerified, Detail: detail, AfterDigest: v.Digest, Address: actor.Address})
	})
}

// VerifyStream verifies one stream up to its head; its head is the zero one when there is no such stream.
func (s *Service) VerifyStream(ctx context.Context, stream string) (audit.Head, []audit.Fault, error) {
	heads, err := s.store.AuditHeads(ctx)
	if err != nil {
		return audit.Head{}, nil, err
	}
	for _, head := range heads {
		if head.Stream == stream {
			faults, _, err := s.verified(ctx, []audit.Head{head})
			return head, faults, err
		}
	}
	return audit.Head{}, nil, nil
}

// verified reads the streams up to the heads, so that entries written meanwhile do not matter.
func (s *Service) verified(ctx context.Context, heads []audit.Head) ([]audit.Fault, int64, error) {
	var v audit.Verifier
	var entries int64
	for _, head := range heads {
		for e, err := range s.stretch(ctx, head) {
			if err != nil {
				return nil, 0, err
			}
			v.Add(e)
			entries++
		}
	}
	return v.Finish(heads), entries, nil
}

// LastVerification is the newest verification on record; ok is false when there has been none.
func (s *Service) LastVerification(ctx context.Context) (last Verification, ok bool, err error) {
	page, err := s.store.AuditList(ctx, AuditQuery{Stream: VerificationStream, Page: 1, PageSize: 1})
	if err != nil || len(page.Items) == 0 {
		return Verification{}, false, err
	}
	e := page.Items[0]
	last = Verification{At: e.At, Name: e.Actor, Digest: e.AfterDigest}
	if err := json.NewDecoder(bytes.NewReader(e.Detail)).Decode(&last.Summary); err != nil {
		return Verification{}, false, fault.Wrap(fault.Internal, "读取核验记录", err)
	}
	return last, true, nil
}
