package identity

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"xianjie/internal/fault"
)

func TestCreateAccount(t *testing.T) {
	tests := []struct {
		name string
		in   NewAccount
		code fault.Code // "" when it is made
		part string
	}{
		{"a filer", NewAccount{Login: " Penglai.Filer ", Name: "蓬莱区乡村振兴局 填报岗", Unit: "蓬莱区乡村振兴局"}, "", ""},
		{"full-width letters are the same letters", NewAccount{Login: "ｐｅｎｇｌａｉ", Name: "填报岗", Unit: "蓬莱区"}, "", ""},
		{"the shortest login", NewAccount{Login: "abc", Name: "a", Unit: "b"}, "", ""},
		{"a login too short", NewAccount{Login: "ab", Name: "a", Unit: "b"}, fault.Invalid, ""},
		{"a login too long", NewAccount{Login: strings.Repeat("a", 33), Name: "a", Unit: "b"}, fault.Invalid, ""},
		{"a Chinese login", NewAccount{Login: "蓬莱填报", Name: "a", Unit: "b"}, fault.Invalid, ""},
		{"a login that begins with a sign", NewAccount{Login: "-abc", Name: "a", Unit: "b"}, fault.Invalid, ""},
		{"a name with a line break", NewAccount{Login: "abc1", Name: "a\nb", Unit: "b"}, fault.Invalid, ""},
		{"a name of blanks", NewAccount{Login: "abc1", Name: " ", Unit: "b"}, fault.Invalid, ""},
		{"a name that is too long", NewAccount{Login: "abc1", Name: strings.Repeat("长", 61), Unit: "b"}, fault.Invalid, ""},
		{"no unit", NewAccount{Login: "abc1", Name: "a"}, fault.Invalid, ""},
		{"a weak first password", NewAccount{Login: "abc1", Name: "a", Unit: "b", Password: NewSecret("123")}, fault.Invalid, "口令"},
		{"a login that is taken", NewAccount{Login: "TAKEN", Name: "a", Unit: "b"}, fault.Refused, "已被使用"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.account("taken", "", "")
			a, password, err := w.CreateAccount(t.Context(), Console, "127.0.0.1", tt.in)
			if tt.code != "" {
				mustBe(t, err, tt.code, tt.part)
				if len(w.store.state.accounts) != 1 || len(w.store.state.events) != 1 {
					t.Error("something was left behind")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if !a.MustChange || a.Version != 1 || a.Grants == nil || !a.PasswordHash.IsZero() || a.CreatedBy != Console {
				t.Errorf("made %+v", a)
			}
			if _, _, err := w.signIn(a.Login, password.Reveal(), office); err != nil {
				t.Errorf("the drawn password: %v", err)
			}
			if err := w.cfg.Password.check(password, a.Login, ""); err != nil {
				t.Errorf("the drawn password breaks the policy: %v", err)
			}
		})
	}
}

func TestEveryWrongSpotIsNamedAtOnce(t *testing.T) {
	w := newWorld(t)
	_, _, err := w.CreateAccount(t.Context(), Console, "", NewAccount{Login: "?", Name: "", Unit: " x"})
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || len(f.Places) != 3 || f.Places[0].Location != "/login" || f.Places[1].Location != "/name" || f.Places[2].Location != "/unit" {
		t.Errorf("got %+v", f)
	}
	if _, err := w.Update(t.Context(), Act{By: Console}, "", ""); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("got %v", err)
	}
}

func TestAddGrant(t *testing.T) {
	tests := []struct {
		name         string
		held         string // "role region" held before
		role, region string
		code         fault.Code
		part         string
	}{
		{"the first role", "", "county_filer", "370686", "", ""},
		{"the same role in another county", "county_filer 370685", "county_filer", "370686", "", ""},
		{"the same grant twice", "county_filer 370686", "county_filer", "370686", fault.Refused, "已在 370686 具有县级填报员角色"},
		{"filer and signer", "county_filer 370686", "county_signer", "370686", fault.Refused, "“县级填报员”与“县政府签报人”不能由同一账号兼任：填报"},
		{"filer and signer of two counties", "county_filer 370686", "county_signer", "370685", fault.Refused, "兼任"},
		{"reviewer and finance", "city_reviewer 370600", "city_finance", "370600", fault.Refused, "会签"},
		{"two administrators", "sysadmin 370000", "secadmin", "370000", fault.Refused, "三员分立"},
		{"an administrator with a desk", "sysadmin 370000", "county_filer", "370686", fault.Refused, "三员"},
		{"a role on the wrong level", "", "county_filer", "370600", fault.Invalid, "只能授在县级上"},
		{"a role that is never granted", "", "system", "370000", fault.Invalid, "不授予任何账号"},
		{"an unknown role", "", "king", "370000", fault.Invalid, "没有“king”"},
		{"a region that does not exist", "", "county_filer", "419999", fault.Invalid, "没有行政区划代码 419999"},
		{"a region that is no code", "", "county_filer", "37", fault.Invalid, "6 位"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			secadmin := w.account("sec", "secadmin", "370000")
			role, region, _ := strings.Cut(tt.held, " ")
			a := w.account("target", role, region)
			before := len(w.store.state.events)
			got, g, err := w.AddGrant(t.Context(), Act{By: secadmin.ID, Account: a.ID, Version: a.Version, Address: office, Reason: "任职文件"}, tt.role, tt.region)
			if tt.code != "" {
				mustBe(t, err, tt.code, tt.part)
				if len(w.store.state.events) != before || len(w.store.state.accounts[a.ID].Grants) != len(a.Grants) {
					t.Error("a refused grant left something behind")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got.Version != a.Version+1 || len(got.Grants) != len(a.Grants)+1 || g.GrantedBy != secadmin.ID || !g.GrantedAt.Equal(w.now()) {
				t.Errorf("%+v, %+v", got, g)
			}
			e := w.store.state.events[before]
			if e.What != GrantAdded || e.By != secadmin.ID || e.ByName != secadmin.Name || e.Role != tt.role || e.Region != tt.region || e.Reason != "任职文件" || e.AccountID != a.ID {
				t.Errorf("recorded %+v", e)
			}
		})
	}
}

func TestAdministratorsAreBound(t *testing.T) {
	w := newWorld(t)
	sys, sec := w.account("sys", "sysadmin", "370000"), w.account("sec", "secadmin", "370000")
	filer := w.account("filer", "county_filer", "370686")
	idle := w.account("idle", "", "")
	if _, err := w.Disable(t.Context(), Act{By: sys.ID, Account: idle.ID}); err != nil {
		t.Fatal(err)
	}
	act := func(by, account Account) Act { return Act{By: by.ID, Account: account.ID} }
	tests := []struct {
		name string
		do   func() error
		code fault.Code
		part string
	}{
		{"nobody grants to himself", func() error {
			_, _, err := w.AddGrant(t.Context(), act(filer, filer), "county_filer", "370685")
			return err
		}, fault.Forbidden, "不能给自己授权"},
		{"a disabled account gets nothing", func() error { _, _, err := w.AddGrant(t.Context(), act(sec, idle), "expert", "370000"); return err }, fault.Refused, "先启用"},
		{"the last system administrator stays", func() error { _, err := w.Disable(t.Context(), act(sys, sys)); return err }, fault.Refused, "最后一个在用的系统管理员"},
		{"the last security administrator stays", func() error { _, err := w.Disable(t.Context(), act(sys, sec)); return err }, fault.Refused, "最后一个在用的安全保密管理员"},
		{"even the command line does not shut the last one", func() error { _, err := w.Disable(t.Context(), Act{By: Console, Account: sys.ID}); return err }, fault.Refused, "最后一个"},
		{"the last one keeps the grant", func() error { _, err := w.RemoveGrant(t.Context(), act(sec, sys), sys.Grants[0].ID); return err }, fault.Refused, "最后一个"},
		{"a grant that is not there", func() error { _, err := w.RemoveGrant(t.Context(), act(sec, filer), sys.Grants[0].ID); return err }, fault.NotFound, "没有这项授权"},
		{"a disabled account is not disabled again", func() error { _, err := w.Disable(t.Context(), act(sys, idle)); return err }, fault.Refused, "已经停用"},
		{"an open account is not enabled", func() error { _, err := w.Enable(t.Context(), act(sys, filer)); return err }, fault.Refused, "无须启用"},
		{"one's own password is not reset", func() error { _, _, err := w.ResetPassword(t.Context(), act(filer, filer)); return err }, fault.Refused, "修改口令"},
		{"an administrator's password is not reset by another", func() error { _, _, err := w.ResetPassword(t.Context(), act(sys, sec)); return err }, fault.Refused, "服务器命令行"},
		{"a disabled account administers nothing", func() error { _, err := w.Disable(t.Context(), act(idle, filer)); return err }, fault.Forbidden, "已停用"},
		{"an unknown account administers nothing", func() error { _, err := w.Disable(t.Context(), Act{By: "x", Account: filer.ID}); return err }, fault.Forbidden, "不存在"},
		{"an unknown account creates nothing", func() error {
			_, _, err := w.CreateAccount(t.Context(), "x", "", NewAccount{Login: "abc1", Name: "a", Unit: "b"})
			return err
		}, fault.Forbidden, "不存在"},
		{"an unknown account is not found", func() error { _, err := w.Enable(t.Context(), Act{By: Console, Account: "x"}); return err }, fault.NotFound, ""},
		{"a version long gone", func() error {
			_, err := w.Disable(t.Context(), Act{By: sys.ID, Account: filer.ID, Version: filer.Version - 1})
			return err
		}, fault.Stale, "刷新"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			events := len(w.store.state.events)
			mustBe(t, tt.do(), tt.code, tt.part)
			if len(w.store.state.events) != events {
				t.Error("a refused act was recorded as done")
			}
		})
	}
}

func TestAnAccountsLife(t *testing.T) {
	w := newWorld(t)
	sys := w.account("sys", "sysadmin", "370000")
	second := w.account("sys2", "sysadmin", "370000")
	a := w.account("filer", "county_filer", "370686")
	act := Act{By: sys.ID, Account: a.ID, Version: a.Version}
	a, err := w.Update(t.Context(), act, "蓬莱区 综合岗", "蓬莱区农业农村局")
	w.must(err)
	if a.Name != "蓬莱区 综合岗" || a.Unit != "蓬莱区农业农村局" || a.Version != act.Version+1 || !a.PasswordHash.IsZero() {
		t.Errorf("%+v", a)
	}
	a, err = w.Disable(t.Context(), Act{By: sys.ID, Account: a.ID, Version: a.Version, Reason: "退休\n\x00"})
	w.must(err)
	a, err = w.Enable(t.Context(), Act{By: sys.ID, Account: a.ID, Version: a.Version})
	w.must(err)
	if len(a.Grants) != 1 {
		t.Errorf("grants after enabling: %+v", a.Grants)
	}
	a, password, err := w.ResetPassword(t.Context(), Act{By: sys.ID, Account: a.ID, Version: a.Version})
	w.must(err)
	if !a.MustChange {
		t.Error("a reset password stands")
	}
	_, _, err = w.signIn("filer", good, office)
	mustBe(t, err, fault.SignedOut, "")
	token, _, err := w.signIn("filer", password.Reveal(), office)
	w.must(err)
	w.must(w.SignOut(t.Context(), token))
	w.mustHaveHappened(a.ID, AccountCreated, GrantAdded, AccountUpdated, AccountDisabled, AccountEnabled, PasswordReset, SignInFailed, SignedIn, SignedOut)
	for _, e := range w.store.state.events {
		if strings.ContainsAny(e.Reason, "\n\x00") {
			t.Errorf("recorded %q", e.Reason)
		}
	}
	_, err = w.Disable(t.Context(), Act{By: second.ID, Account: sys.ID})
	w.must(err) // one of two may go
	_, err = w.Disable(t.Context(), Act{By: second.ID, Account: second.ID})
	mustBe(t, err, fault.Refused, "最后一个")
	_, err = w.RemoveGrant(t.Context(), Act{By: second.ID, Account: sys.ID}, sys.Grants[0].ID)
	w.must(err) // a disabled one holds nothing that counts
}

func TestAnAdministratorInTwoRegionsMayLoseOne(t *testing.T) {
	w := newWorld(t)
	a := w.account("sys", "sysadmin", "370000")
	_, _, err := w.AddGrant(t.Context(), Act{By: Console, Account: a.ID}, "sysadmin", "370000")
	mustBe(t, err, fault.Refused, "已在")
	w.cfg.RegionExists = func(string) bool { return true }
	a = w.store.state.accounts[w.store.state.events[0].AccountID]
	a, g, err := w.AddGrant(t.Context(), Act{By: Console, Account: a.ID}, "sysadmin", "410000")
	w.must(err)
	_, err = w.RemoveGrant(t.Context(), Act{By: Console, Account: a.ID}, g.ID)
	w.must(err)
}

func TestTwoAdministratorsCannotShutEachOtherOut(t *testing.T) {
	w := newWorld(t)
	a, b := w.account("sys", "sysadmin", "370000"), w.account("sys2", "sysadmin", "370000")
	var wg sync.WaitGroup
	results := make([]error, 2)
	for i, pair := range [][2]Account{{a, b}, {b, a}} {
		wg.Go(func() {
			_, results[i] = w.Disable(context.Background(), Act{By: pair[0].ID, Account: pair[1].ID})
		})
	}
	wg.Wait()
	if (results[0] == nil) == (results[1] == nil) {
		t.Errorf("results %v", results)
	}
	if n, err := (memoryTx{w.store}).ActiveHolders("sysadmin"); n != 1 || err != nil {
		t.Errorf("%d left, %v", n, err)
	}
}

func TestAdministrationTakesItsLockFirst(t *testing.T) {
	busy := errors.New("lock")
	w := newWorld(t)
	a := w.account("filer", "county_filer", "370686")
	w.store.fail["LockAdministration"] = busy
	act := Act{By: Console, Account: a.ID}
	for name, do := range map[string]func() error{
		"create": func() error {
			_, _, err := w.CreateAccount(t.Context(), Console, "", NewAccount{Login: "abc1", Name: "a", Unit: "b"})
			return err
		},
		"update":       func() error { _, err := w.Update(t.Context(), act, "a", "b"); return err },
		"disable":      func() error { _, err := w.Disable(t.Context(), act); return err },
		"reset":        func() error { _, _, err := w.ResetPassword(t.Context(), act); return err },
		"add grant":    func() error { _, _, err := w.AddGrant(t.Context(), act, "county_filer", "370685"); return err },
		"remove grant": func() error { _, err := w.RemoveGrant(t.Context(), act, a.Grants[0].ID); return err },
	} {
		if err := do(); !errors.Is(err, busy) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAdministrationIsAllOrNothing(t *testing.T) {
	broken := errors.New("disk")
	for _, method := range []string{"SaveAccount", "AddGrant", "Record"} {
		w := newWorld(t)
		a := w.account("filer", "", "")
		events := len(w.store.state.events)
		w.store.fail[method] = broken
		_, _, err := w.AddGrant(t.Context(), Act{By: Console, Account: a.ID}, "county_filer", "370686")
		if got := w.store.state.accounts[a.ID]; !errors.Is(err, broken) || len(got.Grants) != 0 || got.Version != a.Version || len(w.store.state.events) != events {
			t.Errorf("%s: %v left %+v", method, err, got)
		}
	}
}

func TestListsShowNoHashes(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "county_filer", "370686")
	w.account("signer", "county_signer", "370686")
	all, total, err := w.Accounts(t.Context(), Query{Role: "county_signer", Page: 1, PageSize: 10})
	if err != nil || total != 1 || all[0].Login != "signer" || !all[0].PasswordHash.IsZero() {
		t.Errorf("%v, %d, %v", all, total, err)
	}
	one, err := w.Account(t.Context(), all[0].ID)
	if err != nil || one.Login != "signer" || !one.PasswordHash.IsZero() {
		t.Errorf("%v, %v", one, err)
	}
}
