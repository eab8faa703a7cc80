package identity

import (
	"errors"
	"strings"
	"testing"

	"xianjie/internal/fault"
)

func TestPasswordPolicy(t *testing.T) {
	p := Defaults().Password
	tests := []struct {
		name, password string
		wants          []string // parts of the messages, none when it is good
	}{
		{"ten characters of three kinds", "Spring-rai", nil},
		{"nine characters", "Spring-ra", []string{"至少 10 个字符，现有 9 个"}},
		{"characters are counted, not bytes", "春雨惊春清谷天A9a", nil},
		{"two kinds", "springrain1", []string{"3 类"}},
		{"two kinds but long", "springrainfalling1", nil},
		{"fifteen characters of one kind", "springrainfalls", []string{"不少于 16 个字符"}},
		{"sixteen characters of one kind", "springrainfallsx", nil},
		{"four different characters", "aB1-aB1-aB1-aB1-", []string{"不同的字符至少 5 个"}},
		{"the login inside", "x-FILER-2022-y", []string{"账号名"}},
		{"a known beginning", "Qwerty-2022-x", []string{"“qwerty”"}},
		{"counting up", "Ab-123456-xyz", []string{"“123456”"}},
		{"a control character", "Spring\x07-Rain-1", []string{"控制字符"}},
		{"invalid UTF-8", "Spring\xff-Rain-1", []string{"控制字符"}},
		{"128 characters", strings.Repeat("abcdefgh", 16), nil},
		{"129 characters", strings.Repeat("abcdefgh", 16) + "i", []string{"最多 128 个字符，现有 129 个"}},
		{"nothing at all", "", []string{"至少 10", "3 类", "不同的字符"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := p.check(NewSecret(tt.password), "filer", "/newPassword")
			if len(tt.wants) == 0 {
				if err != nil {
					t.Error(err)
				}
				return
			}
			f, ok := errors.AsType[*fault.Error](err)
			if !ok || f.Code != fault.Invalid || len(f.Places) != len(tt.wants) {
				t.Fatalf("got %+v", f)
			}
			for i, want := range tt.wants {
				if !strings.Contains(f.Places[i].Message, want) || f.Places[i].Location != "/newPassword" {
					t.Errorf("place %+v, want %q", f.Places[i], want)
				}
			}
			if tt.password != "" && strings.Contains(err.Error(), tt.password) {
				t.Error("the message repeats the password")
			}
		})
	}
}

func TestChangePassword(t *testing.T) {
	const next = "Autumn-Wind-2022"
	tests := []struct {
		name     string
		old, new string
		code     fault.Code
		place    string
	}{
		{"a good one", good, next, "", ""},
		{"the wrong old one", "x", next, fault.Invalid, "/oldPassword"},
		{"no old one", "", next, fault.Invalid, "/oldPassword"},
		{"the same again", good, good, fault.Invalid, "/newPassword"},
		{"a weak one", good, "short", fault.Invalid, "/newPassword"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			a := w.account("filer", "county_filer", "370686")
			stored := w.store.state.accounts[a.ID]
			stored.MustChange = true
			w.store.state.accounts[a.ID] = stored
			first, second := w.token("filer"), w.token("filer")
			token, _, err := w.ChangePassword(t.Context(), PasswordChange{Token: first, Old: NewSecret(tt.old), New: NewSecret(tt.new), Address: office})
			if tt.code != "" {
				mustBe(t, err, tt.code, "")
				f, _ := errors.AsType[*fault.Error](err)
				if f.Places[0].Location != tt.place {
					t.Errorf("place %+v", f.Places)
				}
				if _, _, err := w.Resolve(t.Context(), first); err != nil {
					t.Errorf("the session ended: %v", err)
				}
				w.token("filer")
				return
			}
			w.must(err)
			for _, old := range []Secret{first, second} {
				_, _, err := w.Resolve(t.Context(), old)
				mustBe(t, err, fault.SignedOut, "")
			}
			_, got, err := w.Resolve(t.Context(), token)
			if err != nil || got.MustChange || len(got.Grants) != 1 {
				t.Errorf("%+v, %v", got, err)
			}
			_, _, err = w.signIn("filer", good, office)
			mustBe(t, err, fault.SignedOut, "")
			_, _, err = w.signIn("filer", next, office)
			w.must(err)
		})
	}
}

func TestAStolenSessionCannotGuessTheOldPassword(t *testing.T) {
	w := newWorld(t)
	a := w.account("filer", "", "")
	token := w.token("filer")
	change := PasswordChange{Token: token, Old: NewSecret("x"), New: NewSecret("Autumn-Wind-2022"), Address: "203.0.113.5"}
	for range w.cfg.Throttle.Address.Free + 1 {
		_, _, err := w.ChangePassword(t.Context(), change)
		mustBe(t, err, fault.Invalid, "")
	}
	_, _, err := w.ChangePassword(t.Context(), change)
	waitOf(t, err)
	w.token("filer") // the owner at his desk is not held up
	if got := w.happened(a.ID); len(got) != 2+w.cfg.Throttle.Address.Free+1+1 {
		t.Errorf("recorded %v", got)
	}
	_, _, err = w.ChangePassword(t.Context(), PasswordChange{Token: NewSecret("x")})
	mustBe(t, err, fault.SignedOut, "")
}

func TestAChangeLosesAgainstAReset(t *testing.T) {
	w := newWorld(t)
	a := w.account("filer", "", "")
	seen := w.store.state.accounts[a.ID]
	_, _, err := w.ResetPassword(t.Context(), Act{By: Console, Account: a.ID})
	w.must(err)
	reset := w.store.state.accounts[a.ID].PasswordHash.Reveal()
	_, _, err = w.replace(t.Context(), guess{login: "filer", address: office, known: true}, seen, NewSecret("$new"), "")
	mustBe(t, err, fault.SignedOut, "")
	if w.store.state.accounts[a.ID].PasswordHash.Reveal() != reset || len(w.store.state.sessions) != 0 {
		t.Error("the reset was overwritten")
	}
}

func TestComposedAndDecomposedAreOnePassword(t *testing.T) {
	w := newWorld(t)
	hash, err := w.hasher.hash(t.Context(), NewSecret("Caf\u00e9-2022-x"))
	w.must(err)
	if ok, _, err := w.hasher.matches(t.Context(), hash, NewSecret("Cafe\u0301-2022-x")); !ok || err != nil {
		t.Errorf("%v, %v", ok, err)
	}
}
