package access

import (
	"encoding/csv"
	"fmt"
	"strings"
)

// readRows reads one of the embedded tables: lines starting with # are comments, spaces after a comma do not count. fields is
// the number of columns, 0 where lines differ. Empty tables and lines said twice are refused.
func readRows(text string, fields int) ([][]string, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comment = '#'
	r.TrimLeadingSpace = true
	r.FieldsPerRecord = fields
	if fields == 0 {
		r.FieldsPerRecord = -1
	}
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("no lines")
	}
	seen := map[string]bool{}
	for _, row := range rows {
		line := strings.Join(row, ",")
		if seen[line] {
			return nil, fmt.Errorf("said twice: %s", line)
		}
		seen[line] = true
	}
	return rows, nil
}
