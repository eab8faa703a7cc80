package workflow

import (
	"context"

	"xianjie/internal/proposal"
)

// MonthlyTx reads and writes 月报. The account's lock keeps writers apart; the key (application, month) holds it behind that.
type MonthlyTx interface {
	MonthlyReportsOf(applicationID string) ([]MonthlyReport, error)
	SaveMonthlyReport(r *MonthlyReport) error // raises Version; fault.Stale
	SpentByProject(applicationID string, from, through proposal.Date) (map[string]Spending, error)
}

// MonthlyReader answers questions about them outside a transaction.
type MonthlyReader interface {
	ReadMonthlyReports(ctx context.Context, applicationID string) ([]MonthlyReport, error) // newest first
	// ReadSpentByProject is the confirmed spending of the ledger: dated between the two days, and dated up to the second.
	ReadSpentByProject(ctx context.Context, applicationID string, from, through proposal.Date) (map[string]Spending, error)
}
