package identity

import (
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"xianjie/internal/fault"
)

// code is what the authenticator shows at the world's time, so much later.
func (w *world) code(secret Secret, later time.Duration) string {
	w.t.Helper()
	code, err := totp.GenerateCode(secret.Reveal(), w.clock.Add(later))
	if err != nil {
		w.t.Fatal(err)
	}
	return code
}

// withFactor makes an account with a factor set and answers with its secret; the code it was set with is spent.
func (w *world) withFactor(login string) (Account, Secret) {
	w.t.Helper()
	w.account(login, "", "")
	token := w.token(login)
	drawn, err := w.DrawFactor(w.t.Context(), FactorChange{Token: token, Password: NewSecret(good), Address: office})
	if err != nil {
		w.t.Fatal(err)
	}
	a, err := w.ConfirmFactor(w.t.Context(), FactorChange{Token: token, Code: w.code(drawn.Secret, 0), Address: office})
	if err != nil {
		w.t.Fatal(err)
	}
	if !a.SecondFactor || !strings.HasPrefix(drawn.URI.Reveal(), "otpauth://totp/") || !strings.Contains(drawn.URI.Reveal(), drawn.Secret.Reveal()) {
		w.t.Fatalf("set %v, %s", a.SecondFactor, drawn.URI.Reveal())
	}
	w.after(time.Minute)
	return a, drawn.Secret
}

func (w *world) signInWith(login, code, address string) (Secret, error) {
	token, _, err := w.SignIn(w.t.Context(), SignIn{Login: login, Password: NewSecret(good), Code: code, Address: address})
	return token, err
}

func TestACodeOpensOnceAndOnlyNearItsTime(t *testing.T) {
	for _, tt := range []struct {
		name  string
		later time.Duration // of the authenticator's clock
		opens bool
	}{
		{"the right time", 0, true},
		{"a step behind", -30 * time.Second, true},
		{"a step ahead", 30 * time.Second, true},
		{"two steps behind", -60 * time.Second, false},
		{"two steps ahead", 60 * time.Second, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			_, secret := w.withFactor("filer")
			w.after(5 * time.Minute)
			code := w.code(secret, tt.later)
			_, err := w.signInWith("filer", code, office)
			if (err == nil) != tt.opens {
				t.Fatalf("%v", err)
			}
			if tt.opens {
				_, err = w.signInWith("filer", code, office)
			}
			mustBe(t, err, fault.SignedOut, "已经用过")
		})
	}
}

func TestACodeBeforeTheSpentOneIsSpentToo(t *testing.T) {
	w := newWorld(t)
	_, secret := w.withFactor("filer")
	before, now := w.code(secret, -30*time.Second), w.code(secret, 0)
	if _, err := w.signInWith("filer", now, office); err != nil {
		t.Fatal(err)
	}
	_, err := w.signInWith("filer", before, office)
	mustBe(t, err, fault.SignedOut, "动态码")
}

func TestACodeIsReadAsPeopleTypeIt(t *testing.T) {
	w := newWorld(t)
	_, secret := w.withFactor("filer")
	code := w.code(secret, 0)
	wide := strings.Map(func(r rune) rune { return r - '0' + '０' }, code[:3]) + " " + code[3:]
	if _, err := w.signInWith("filer", wide, office); err != nil {
		t.Errorf("%q: %v", wide, err)
	}
}

func TestAFactorIsToldOnlyToWhoKnowsThePassword(t *testing.T) {
	w := newWorld(t)
	a, _ := w.withFactor("filer")
	_, _, err := w.signIn("filer", "Wrong-Rain-2022", office)
	mustBe(t, err, fault.SignedOut, "账号或口令不正确")
	for range 30 { // who has only no code is not braked, nor is his count cleared
		_, err = w.signInWith("filer", "", office)
		mustBe(t, err, fault.SecondFactor, "动态码")
	}
	w.mustHaveHappened(a.ID, AccountCreated, SignedIn, FactorSet, SignInFailed)
}

func TestGuessingCodesIsBrakedAsGuessingPasswordsIs(t *testing.T) {
	w := newWorld(t)
	a, secret := w.withFactor("filer")
	wrong := "000000"
	for i := range w.cfg.Throttle.Address.Free + 1 {
		if _, err := w.signInWith("filer", wrong, office); fault.CodeOf(err) != fault.SignedOut {
			t.Fatalf("guess %d: %v", i, err)
		}
		_, err := w.signInWith("filer", "", office) // between two guesses
		if i < w.cfg.Throttle.Address.Free {
			mustBe(t, err, fault.SecondFactor, "")
		}
	}
	_, err := w.signInWith("filer", w.code(secret, 0), office)
	if waitOf(t, err) <= 0 {
		t.Error("no pause")
	}
	failures := 0
	for _, h := range w.happened(a.ID) {
		if h == SignInFailed {
			failures++
		}
	}
	if failures != w.cfg.Throttle.Address.Free+1 {
		t.Errorf("%d failures on record", failures)
	}
}

func TestAFactorIsSetWithPasswordAndCode(t *testing.T) {
	w := newWorld(t)
	a, token := w.account("filer", "", ""), w.token("filer")
	ask := func(password, code string) FactorChange {
		return FactorChange{Token: token, Password: NewSecret(password), Code: code, Address: office}
	}
	_, err := w.ConfirmFactor(t.Context(), ask("", "123456"))
	mustBe(t, err, fault.Refused, "还没有取得密钥")
	_, err = w.DrawFactor(t.Context(), ask("Wrong-Rain-2022", ""))
	mustBe(t, err, fault.Invalid, "")
	_, err = w.RemoveFactor(t.Context(), ask(good, "123456"))
	mustBe(t, err, fault.Refused, "没有启用")
	first, err := w.DrawFactor(t.Context(), ask(good, ""))
	if err != nil {
		t.Fatal(err)
	}
	second, err := w.DrawFactor(t.Context(), ask(good, ""))
	if err != nil || second.Secret.Reveal() == first.Secret.Reveal() {
		t.Fatalf("drawn again: %v", err)
	}
	_, err = w.ConfirmFactor(t.Context(), ask("", w.code(first.Secret, 0)))
	mustBe(t, err, fault.Invalid, "")
	if _, err := w.signInWith("filer", "", office); err != nil {
		t.Errorf("a drawn factor asks for a code: %v", err)
	}
	if _, err := w.ConfirmFactor(t.Context(), ask("", w.code(second.Secret, 0))); err != nil {
		t.Fatal(err)
	}
	_, err = w.DrawFactor(t.Context(), ask(good, ""))
	mustBe(t, err, fault.Refused, "已经启用")
	w.mustHaveHappened(a.ID, AccountCreated, SignedIn, SignInFailed, SignInFailed, SignedIn, FactorSet)
	for _, e := range w.store.state.events {
		if strings.Contains(e.Reason, second.Secret.Reveal()) {
			t.Error("the secret is on record")
		}
	}
}

func TestAFactorIsTakenAwayByItsOwnerOrReset(t *testing.T) {
	w := newWorld(t)
	_, secret := w.withFactor("filer")
	token, err := w.signInWith("filer", w.code(secret, 0), office)
	if err != nil {
		t.Fatal(err)
	}
	ask := func(password, code string) FactorChange {
		return FactorChange{Token: token, Password: NewSecret(password), Code: code, Address: office}
	}
	_, err = w.RemoveFactor(t.Context(), ask(good, w.code(secret, 0))) // the code he signed in with
	mustBe(t, err, fault.Invalid, "")
	w.after(time.Minute)
	_, err = w.RemoveFactor(t.Context(), ask("Wrong-Rain-2022", w.code(secret, 0)))
	mustBe(t, err, fault.Invalid, "")
	if a, err := w.RemoveFactor(t.Context(), ask(good, w.code(secret, 0))); err != nil || a.SecondFactor {
		t.Fatalf("%v %v", a.SecondFactor, err)
	}
	if _, err := w.signInWith("filer", "", office); err != nil {
		t.Error(err)
	}

	b, _ := w.withFactor("signer")
	sec := w.account("sec", "secadmin", "370000")
	_, err = w.ResetFactor(t.Context(), Act{By: b.ID, Account: b.ID, Version: b.Version})
	mustBe(t, err, fault.Forbidden, "我的账号")
	if b, err = w.ResetFactor(t.Context(), Act{By: sec.ID, Account: b.ID, Version: b.Version, Reason: "手机遗失"}); err != nil || b.SecondFactor {
		t.Fatalf("%v %v", b.SecondFactor, err)
	}
	_, err = w.ResetFactor(t.Context(), Act{By: sec.ID, Account: b.ID, Version: b.Version})
	mustBe(t, err, fault.Refused, "没有启用")
	if _, err := w.signInWith("signer", "", office); err != nil {
		t.Error(err)
	}
	w.mustHaveHappened(b.ID, AccountCreated, SignedIn, FactorSet, FactorReset, SignedIn)
}

func TestAFactorSetWhileThePasswordWasComparedOpensNothing(t *testing.T) {
	w := newWorld(t)
	w.withFactor("filer")
	seen := w.store.state.accounts[w.store.state.events[0].AccountID]
	seen.SecondFactor = false // as it was when the password was looked at
	_, _, err := w.admit(t.Context(), guess{login: "filer", address: office}, seen, seen.PasswordHash, "", func(Tx) error { return nil })
	mustBe(t, err, fault.SignedOut, "重新登录")
}
