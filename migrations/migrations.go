// Package migrations carries the versioned SQL of both databases. The two folders hold the same numbers and make the same
// tables and columns; a test in internal/store compares them after Up.
package migrations

import "embed"

// FS holds postgres/NNNNN_noun.sql and sqlite/NNNNN_noun.sql, each with an Up and a Down part.
//
//go:embed postgres/*.sql sqlite/*.sql
var FS embed.FS
