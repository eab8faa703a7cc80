package main

import (
	"strings"
	"testing"

	"xianjie/internal/store/storetest"
)

func TestMigrateStatusTellsTheVersions(t *testing.T) {
	onEach(t, func(t *testing.T, dsn string) {
		dir := t.TempDir()
		must(t, dir, "migrate", "up", "--db", dsn)
		if out := must(t, dir, "migrate", "up", "--db", dsn); !strings.Contains(out, "无须升级") {
			t.Errorf("the second time: %s", out)
		}
		if out := must(t, dir, "migrate", "status", "--db", dsn); !strings.Contains(out, "与本程序一致") {
			t.Errorf("status: %s", out)
		}
		if out := must(t, dir, "doctor", "--db", dsn, "--verbose"); !strings.Contains(out, "没有发现问题") {
			t.Errorf("doctor: %s", out)
		}
	})
}

func TestAnOldDatabaseIsRefusedUntilItIsBroughtUpToDate(t *testing.T) {
	onEach(t, func(t *testing.T, dsn string) {
		dir := t.TempDir()
		for _, command := range [][]string{{"doctor"}, {"admin", "init"}, {"migrate", "status"}} {
			got := runs(t, program(dir, append(command, "--db", dsn)...))
			if got.code == 0 || !strings.Contains(got.out+got.err, "migrate up") {
				t.Errorf("%v: exit %d %s%s", command, got.code, got.out, got.err)
			}
		}
	})
}

func TestTheConsoleKeepsTheRulesOfAdministration(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		dir := t.TempDir()
		must(t, dir, "admin", "init", "--db", dsn)
		steps := []struct {
			name  string
			args  string
			stdin string
			code  int
			says  string // on either output
		}{
			{"the administrators are set up once", "init", "", 1, "都已设立"},
			{"an account with a drawn password", "account create lq-filer --name 填报岗 --unit 临朐县", "", 0, "一次性口令"},
			{"an account with a given password", "account create lq-signer --name 签报岗 --unit 临朐县 --password-stdin", "Guten-Morgen-77\r\n", 0, "首次登录须修改口令"},
			{"a weak password is refused with its faults", "account create lq-x --name 签报岗 --unit 临朐县 --password-stdin", "abc\n", 1, "至少 10 个字符"},
			{"no password on standard input", "account create lq-x --name 签报岗 --unit 临朐县 --password-stdin", "\n", 2, "没有口令"},
			{"a login that is taken", "account create lq-filer --name 填报岗 --unit 临朐县", "", 1, "lq-filer"},
			{"a grant by names", "grant add lq-filer 县级填报员 临朐县", "", 0, "县级填报员（临朐县）"},
			{"the same grant again", "grant add lq-filer county_filer 370724", "", 1, "已在"},
			{"a role that may not meet it", "grant add lq-filer city_reviewer 370700", "", 1, "不能由同一账号兼任"},
			{"a role on the wrong level", "grant add lq-signer county_signer 370700", "", 1, "县级"},
			{"an unknown role", "grant add lq-signer boss 370724", "", 1, "没有“boss”这个角色"},
			{"an unknown region", "grant add lq-signer county_signer 999999", "", 1, "没有“999999”这个区划"},
			{"a name that two regions bear", "grant add lq-signer county_signer 市中区", "", 1, "370103、370402"},
			{"an unknown account", "grant add nobody county_signer 370724", "", 1, "没有账号“nobody”"},
			{"grants are listed", "grant list lq-filer", "", 0, "370724 临朐县"},
			{"accounts are listed with their grants", "account list --role 县级填报员", "", 0, "共 1 个账号"},
			{"a grant that is not there", "grant remove lq-signer county_signer 370724", "", 1, "没有这项授权"},
			{"a grant is taken away", "grant remove lq-filer county_filer 临朐县", "", 0, "已收回"},
			{"the last administrator stays", "account disable sysadmin", "", 1, "最后一个在用的系统管理员"},
			{"an account is shut", "account disable lq-signer --reason 调离", "", 0, "已停用"},
			{"and shut only once", "account disable lq-signer", "", 1, "已经停用"},
			{"and opened again", "account enable LQ-SIGNER", "", 0, "已启用"},
			{"a new password", "account reset-password lq-filer", "", 0, "一次性口令"},
		}
		for _, step := range steps {
			cmd := program(dir, append(append([]string{"admin"}, strings.Fields(step.args)...), "--db", dsn)...)
			cmd.Stdin = strings.NewReader(step.stdin)
			got := runs(t, cmd)
			if got.code != step.code || !strings.Contains(got.out+got.err, step.says) {
				t.Errorf("%s: exit %d, want %d\n%s%s", step.name, got.code, step.code, got.out, got.err)
			}
			if secret := strings.TrimSpace(step.stdin); len(secret) > 3 && strings.Contains(got.out+got.err, secret) {
				t.Errorf("%s: the given password is shown", step.name)
			}
		}
		if out := must(t, dir, "doctor", "--db", dsn); out != "" {
			t.Errorf("doctor: %s", out)
		}
	})
}
