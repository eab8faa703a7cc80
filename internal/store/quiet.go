package store

import (
	"context"
	"log/slog"
	"time"

	"gorm.io/gorm/logger"
)

// slowQuery is from where on a statement is worth a line in the log.
const slowQuery = time.Second

// quiet is GORM's logger: silent, but for slow statements, and those without their parameters, which may be personal.
type quiet struct{}

var _ logger.Interface = quiet{}

// LogMode implements logger.Interface.
func (q quiet) LogMode(logger.LogLevel) logger.Interface { return q }

// Info implements logger.Interface.
func (quiet) Info(context.Context, string, ...any) {}

// Warn implements logger.Interface.
func (quiet) Warn(context.Context, string, ...any) {}

// Error implements logger.Interface.
func (quiet) Error(context.Context, string, ...any) {}

// ParamsFilter keeps parameters out of the statement's text.
func (quiet) ParamsFilter(_ context.Context, text string, _ ...any) (string, []any) { return text, nil }

// Trace implements logger.Interface.
func (quiet) Trace(ctx context.Context, begin time.Time, statement func() (string, int64), _ error) {
	if elapsed := time.Since(begin); elapsed > slowQuery {
		text, rows := statement()
		slog.WarnContext(ctx, "slow query", "sql", text, "rows", rows, "elapsed", elapsed)
	}
}
