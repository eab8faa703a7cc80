package funds_test

import (
	"testing"

	"xianjie/internal/funds"
)

func record() funds.Record {
	return funds.Record{Application: "app", No: 1, Key: "k", Kind: funds.Disburse, Move: funds.Move{Line: line, Level: level, Layer: funds.Disbursed, Adds: true,
		Parts: []funds.Part{{Project: "P1", Amount: 1}, {Project: "P2", Amount: 2}}}, Dated: "2023-01-01", DocNo: "doc", Payee: "payee", Reason: "reason",
		Reverses: "", Vouchers: []string{"v1", "v2"}, Account: "acc", EnteredAt: 5}
}

func TestASealBindsEveryMember(t *testing.T) {
	changes := map[string]func(r *funds.Record){
		"application":       func(r *funds.Record) { r.Application = "other" },
		"number":            func(r *funds.Record) { r.No = 2 },
		"key":               func(r *funds.Record) { r.Key = "other" },
		"kind":              func(r *funds.Record) { r.Kind = funds.Spend },
		"line":              func(r *funds.Record) { r.Move.Line = "other" },
		"level":             func(r *funds.Record) { r.Move.Level = funds.Province },
		"layer":             func(r *funds.Record) { r.Move.Layer = funds.Spent },
		"direction":         func(r *funds.Record) { r.Move.Adds = false },
		"an amount":         func(r *funds.Record) { r.Move.Parts[0].Amount++ },
		"a project":         func(r *funds.Record) { r.Move.Parts[0].Project = "P3" },
		"a part more":       func(r *funds.Record) { r.Move.Parts = append(r.Move.Parts, funds.Part{Project: "P3", Amount: 1}) },
		"a part less":       func(r *funds.Record) { r.Move.Parts = r.Move.Parts[:1] },
		"swapped amounts":   func(r *funds.Record) { r.Move.Parts[0].Amount, r.Move.Parts[1].Amount = 2, 1 },
		"date":              func(r *funds.Record) { r.Dated = "2023-01-02" },
		"document":          func(r *funds.Record) { r.DocNo = "other" },
		"payee":             func(r *funds.Record) { r.Payee = "other" },
		"reason":            func(r *funds.Record) { r.Reason = "other" },
		"reversed":          func(r *funds.Record) { r.Reverses = "other" },
		"a voucher":         func(r *funds.Record) { r.Vouchers[0] = "other" },
		"a voucher less":    func(r *funds.Record) { r.Vouchers = r.Vouchers[:1] },
		"account":           func(r *funds.Record) { r.Account = "other" },
		"instant":           func(r *funds.Record) { r.EnteredAt++ },
		"text moved over":   func(r *funds.Record) { r.DocNo, r.Payee = "docp", "ayee" },
		"text moved before": func(r *funds.Record) { r.Payee, r.Reason = "payeer", "eason" },
		"digits moved":      func(r *funds.Record) { r.DocNo, r.Payee = "doc5:payee", "" },
		"a voucher's text joined": func(r *funds.Record) {
			r.Vouchers = []string{"v12:v2"}
		},
	}
	seen := map[string]string{record().Seal(): "unchanged"}
	for name, change := range changes {
		r := record()
		change(&r)
		seal := r.Seal()
		if len(seal) != 64 {
			t.Errorf("%s: %q is no hash", name, seal)
		}
		if twin, twice := seen[seal]; twice {
			t.Errorf("%s seals like %s", name, twin)
		}
		seen[seal] = name
	}
}

func TestASealDoesNotDependOnTheOrderOfPartsAndVouchers(t *testing.T) {
	a, b := record(), record()
	b.Move.Parts[0], b.Move.Parts[1] = b.Move.Parts[1], b.Move.Parts[0]
	b.Vouchers[0], b.Vouchers[1] = b.Vouchers[1], b.Vouchers[0]
	if a.Seal() != b.Seal() {
		t.Error("order matters")
	}
	if b.Vouchers[0] != "v2" || b.Move.Parts[0].Project != "P2" {
		t.Error("sealing sorted what it was given")
	}
	if a.Vouchers = nil; a.Seal() == b.Seal() {
		t.Error("without vouchers it seals the same")
	}
}

// The seal is written into audit streams and files: it may not change with the program.
func TestTheSealOfARecordStaysWhatItIs(t *testing.T) {
	if got := record().Seal(); got != sealed {
		t.Errorf("the seal is now %s", got)
	}
}

const sealed = "77e3d14977811011ca1f83026c7357c8fccbd34ba0fdff81eeea34c5585e5d77"
