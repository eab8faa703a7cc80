package identity

import (
	"errors"
	"testing"
)

func TestAChangeAndItsAnswerAreKeptTogether(t *testing.T) {
	w := newWorld(t)
	a := w.account("filer", "", "")
	answer := &Receipt{Token: "t", Encode: func(a Account) Answer {
		if !a.PasswordHash.IsZero() {
			t.Error("the hash comes into the answer")
		}
		return Answer{Status: 200, Body: []byte(a.Login)}
	}}
	act := Act{By: Console, Account: a.ID, Receipt: answer}
	for name, do := range map[string]func() error{
		"create": func() error {
			_, _, err := w.CreateAccount(t.Context(), Console, office, NewAccount{Login: "another", Name: "a", Unit: "b", Receipt: answer})
			return err
		},
		"grant": func() error { _, _, err := w.AddGrant(t.Context(), act, "county_filer", "370686"); return err },
		"reset": func() error { _, _, err := w.ResetPassword(t.Context(), act); return err },
	} {
		events, accounts, version := len(w.store.state.events), len(w.store.state.accounts), w.store.state.accounts[a.ID].Version
		w.store.fail["KeepAnswer"] = errors.New("cut")
		if err := do(); err == nil || len(w.store.state.events) != events || len(w.store.state.accounts) != accounts ||
			w.store.state.accounts[a.ID].Version != version || len(w.store.state.answers) != 0 {
			t.Errorf("%s: %v, and something is left behind", name, err)
		}
		delete(w.store.fail, "KeepAnswer")
		if err := do(); err != nil || len(w.store.state.events) != events+1 || w.store.state.answers["t"].Status != 200 {
			t.Errorf("%s: %v, %+v", name, err, w.store.state.answers)
		}
		delete(w.store.state.answers, "t")
	}
}
