package funds

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
)

// Record is an entry as it is kept for good: what its seal binds.
type Record struct {
	Application string
	No          int64
	Key         string
	Kind        Kind
	Move        Move
	Dated       string // YYYY-MM-DD
	DocNo       string
	Payee       string
	Reason      string
	Reverses    string
	Vouchers    []string
	Account     string // of who entered it
	EnteredAt   int64  // µs since 1970, UTC
}

// Seal is the hex SHA-256 over "xianjie/fund-entry/v1" and every member of the record, each text led by its length. The audit stream carries
// it, so that an entry changed past the program, or in a file taken away, is found out.
func (r Record) Seal() string {
	h := sha256.New()
	text := func(values ...string) {
		for _, v := range values {
			h.Write([]byte(strconv.Itoa(len(v)) + ":" + v)) // a hash never fails
		}
	}
	count := func(n int64) { text(strconv.FormatInt(n, 10)) }
	text("xianjie/fund-entry/v1", r.Application)
	count(r.No)
	text(r.Key, string(r.Kind), r.Move.Line, string(r.Move.Level), string(r.Move.Layer), strconv.FormatBool(r.Move.Adds))
	count(int64(len(r.Move.Parts)))
	for _, p := range sortedParts(r.Move.Parts) {
		text(p.Project)
		count(int64(p.Amount))
	}
	text(r.Dated, r.DocNo, r.Payee, r.Reason, r.Reverses)
	vouchers := slices.Sorted(slices.Values(r.Vouchers))
	count(int64(len(vouchers)))
	text(vouchers...)
	text(r.Account)
	count(r.EnteredAt)
	return hex.EncodeToString(h.Sum(nil))
}

func sortedParts(parts []Part) []Part {
	sorted := slices.Clone(parts)
	slices.SortFunc(sorted, func(a, b Part) int {
		switch {
		case a.Project < b.Project:
			return -1
		case a.Project > b.Project:
			return 1
		}
		return 0
	})
	return sorted
}
