package workflow

import (
	"xianjie/internal/audit"
)

// Stream is the audit stream of one application.
func Stream(applicationID string) string { return "application/" + applicationID }

// BatchStream is the audit stream of one batch.
func BatchStream(batchID string) string { return "batch/" + batchID }

// AccountStream names the audit stream of one account.
func AccountStream(accountID string) string { return "account/" + accountID }

// NoticeStream is the audit stream of one notice and its objections.
func NoticeStream(noticeID string) string { return "notice/" + noticeID }

// FundStream is the audit stream of the money of one award.
func FundStream(applicationID string) string { return "fund/" + applicationID }

// note writes an act that is not a step (a save, a waiver, a file) into the application's audit stream.
func note(tx Tx, c *Case, action, object, reason, after string) error {
	return tx.AppendAudit(audit.Entry{Stream: Stream(c.App.ID), At: c.Now, AccountID: c.Actor.AccountID, Actor: c.Actor.Name, Role: string(c.As),
		Region: c.regionOf(c.As), Action: action, Object: object, From: string(c.App.State), To: string(c.App.State), Reason: reason,
		AfterDigest: after, Address: c.Actor.Address})
}

// regionOf is the region of the grant the actor used.
func (c *Case) regionOf(role Role) string {
	for _, g := range c.Actor.Grants {
		if g.Role == role {
			return g.Region
		}
	}
	return ""
}

func (c *Case) frozenDigest() string {
	if c.Frozen == nil {
		return ""
	}
	return c.Frozen.Digest
}
