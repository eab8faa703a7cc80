package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheDemonstrationWalksAndLeavesAHealthyDatabase(t *testing.T) {
	dir := t.TempDir()
	walked := must(t, dir, "demo", "--walk-only")
	for _, line := range []string{
		"已立项 AWARDED", "未立项 NOT_AWARDED", "第 1 名  平邑县", "85.83×0.70+85.50×0.30−1=84.731→84.73", "公示（已结束）", "奖补 5000 万元",
		"市级审核中[F06 阻断]", "市级审核中[V01、P02 阻断] → 市已推荐", "草稿[D02、D06、D04 阻断]", "V01、P02（省级豁免后放行）",
		"烟台市乡村振兴局推荐签发人", "整合行业资金1996 / 需≥2000",
	} {
		if !strings.Contains(walked, line) {
			t.Errorf("the walk does not say %q:\n%s", line, walked)
		}
	}
	if out := must(t, dir, "doctor"); out != "" {
		t.Errorf("doctor is not silent:\n%s", out)
	}
	must(t, dir, "demo", "--walk-only") // once more, over the last one's data
}

func TestTheDemonstrationNeverTouchesRealData(t *testing.T) {
	dir := t.TempDir()
	must(t, dir, "migrate", "up")
	before, err := os.ReadFile(filepath.Join(dir, "data", "xianjie.db"))
	if err != nil {
		t.Fatal(err)
	}
	got := runs(t, program(dir, "demo", "--walk-only"))
	after, err := os.ReadFile(filepath.Join(dir, "data", "xianjie.db"))
	if err != nil {
		t.Fatal(err)
	}
	if got.code == 0 || !strings.Contains(got.err, "正式数据") || !bytes.Equal(before, after) {
		t.Errorf("exit %d\n%s", got.code, got.err)
	}
}

func TestTheDemonstrationFillsAnEmptyDatabaseAndNoOther(t *testing.T) {
	onEach(t, func(t *testing.T, dsn string) {
		dir := t.TempDir()
		must(t, dir, "demo", "--walk-only", "--db", dsn, "--accounts-out", "accounts.json")
		if out := must(t, dir, "doctor", "--db", dsn); out != "" {
			t.Errorf("doctor is not silent:\n%s", out)
		}
		var accounts []struct{ Login, Password, Role string }
		text, err := os.ReadFile(filepath.Join(dir, "accounts.json"))
		if err != nil || json.Unmarshal(text, &accounts) != nil || len(accounts) == 0 {
			t.Fatalf("accounts: %v\n%s", err, text)
		}
		last := accounts[len(accounts)-1]
		server := start(t, dir, "--db", dsn)
		if status, _ := server.signIn(last.Login, last.Password); status != http.StatusCreated {
			t.Errorf("%s (%s) signs in: %d", last.Login, last.Role, status)
		}
		if got := runs(t, program(dir, "demo", "--walk-only", "--db", dsn)); got.code == 0 || !strings.Contains(got.err, "已有账号") {
			t.Errorf("over people who work there: exit %d\n%s", got.code, got.err)
		}
	})
}
