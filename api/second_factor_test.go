package api_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
)

// code is what an authenticator holding the secret shows at the world's time, so much later.
func (w *world) code(secret string, later time.Duration) string {
	w.t.Helper()
	code, err := totp.GenerateCode(secret, time.UnixMicro(w.clock.Load()).Add(later))
	must(w.t, err)
	return code
}

// enters signs in with what is typed.
func (p *person) enters(login, code string) *reply {
	typed := ""
	if code != "" {
		typed = fmt.Sprintf(`,"code":%q`, code)
	}
	return p.send("POST", "/session", fmt.Sprintf(`{"login":%q,"password":%q%s}`, login, password, typed))
}

func TestTheSecondFactorIsSetAskedForAndReset(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		own := "/session/second-factor"
		p := w.as("county_filer", "370686")
		login, id := p.login, w.accounts[p.login]
		if me := p.get("/session").want(200); me.at("secondFactor") != false {
			t.Errorf("set by nobody: %s", clip(me.body))
		}
		p.send("POST", own, `{"password":"不是这个"}`).refused(422, "invalid")
		drawn := p.send("POST", own, `{"password":"`+password+`"}`).want(200)
		secret := drawn.text("secret")
		if len(secret) != 32 || !strings.HasPrefix(drawn.text("uri"), "otpauth://totp/") || drawn.header.Get("Cache-Control") != "no-store" {
			t.Errorf("drawn: %s", clip(drawn.body))
		}
		w.nobody().enters(login, "").want(201) // nothing is asked for before it is confirmed
		p.send("POST", own+"/confirmation", `{"code":"000000"}`).refused(422, "invalid")
		if me := p.send("POST", own+"/confirmation", `{"code":"`+w.code(secret, 0)+`"}`).want(200); me.at("secondFactor") != true {
			t.Errorf("confirmed: %s", clip(me.body))
		}
		p.send("POST", own, `{"password":"`+password+`"}`).refused(409, "refused")

		w.at("2022-11-15T09:05:00+08:00")
		code := w.code(secret, 0)
		w.nobody().enters(login, "").refused(401, "second_factor_required")
		w.nobody().enters(login, w.code(secret, 2*time.Minute)).refused(401, "signed_out")
		again := w.nobody()
		again.enters(login, code).want(201)
		again.get("/applications").want(200)
		w.nobody().enters(login, code).refused(401, "signed_out")
		w.at("2022-11-15T09:06:00+08:00")
		w.nobody().enters(login, w.code(secret, -30*time.Second)).want(201) // a clock half a minute slow

		sys, sec := w.as("sysadmin", "370000"), w.as("secadmin", "370000")
		seen := sec.get("/accounts/" + id).want(200)
		if seen.at("secondFactor") != true || strings.Contains(string(seen.body), secret) {
			t.Errorf("administrators see: %s", clip(seen.body))
		}
		sys.send("DELETE", "/accounts/"+id+"/second-factor", "", "If-Match", seen.tag()).refused(403, "forbidden")
		sec.send("DELETE", "/accounts/"+id+"/second-factor", "", "If-Match", `"1"`).refused(412, "stale")
		if r := sec.send("DELETE", "/accounts/"+id+"/second-factor?reason=%E9%81%97%E5%A4%B1", "", "If-Match", seen.tag()).want(200); r.at("secondFactor") != false {
			t.Errorf("reset: %s", clip(r.body))
		}
		again.get("/session").refused(401, "signed_out")
		w.nobody().enters(login, "").want(201)

		trail := w.as("auditadmin", "370000").get("/audit?stream=account/" + id + "&sort=at").want(200)
		for _, what := range []string{`"actionLabel":"启用动态码"`, `"actionLabel":"重置动态码"`, `"reason":"遗失"`, "动态码不正确"} {
			if !strings.Contains(string(trail.body), what) {
				t.Errorf("%s is not on record: %s", what, clip(trail.body))
			}
		}
		for _, where := range []string{w.log.String(), string(trail.body)} {
			if strings.Contains(where, secret) {
				t.Error("the secret shows where it does not belong")
			}
		}
	})
}

func TestTheSecondFactorIsTurnedOffByItsOwner(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		p := w.as("county_filer", "370686")
		secret := p.send("POST", "/session/second-factor", `{"password":"`+password+`"}`).want(200).text("secret")
		code := w.code(secret, 0)
		p.send("POST", "/session/second-factor/confirmation", `{"code":"`+code+`"}`).want(200)
		off := func(code string) *reply {
			return p.send("POST", "/session/second-factor/removal", fmt.Sprintf(`{"password":%q,"code":%q}`, password, code))
		}
		off(code).refused(422, "invalid") // spent when it was set
		w.at("2022-11-15T09:01:00+08:00")
		if me := off(w.code(secret, 0)).want(200); me.at("secondFactor") != false {
			t.Errorf("turned off: %s", clip(me.body))
		}
		off(w.code(secret, 30*time.Second)).refused(409, "refused")
		w.nobody().enters(p.login, "").want(201)
	})
}

func TestGuessesAtCodesArePaused(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		p := w.as("county_filer", "370686")
		secret := p.send("POST", "/session/second-factor", `{"password":"`+password+`"}`).want(200).text("secret")
		p.send("POST", "/session/second-factor/confirmation", `{"code":"`+w.code(secret, 0)+`"}`).want(200)
		w.at("2022-11-15T09:05:00+08:00")
		wrong := w.code(secret, 10*time.Minute)
		for range 6 {
			w.nobody().enters(p.login, wrong).refused(401, "signed_out")
		}
		if r := w.nobody().enters(p.login, w.code(secret, 0)).refused(429, "too_many"); r.header.Get("Retry-After") == "" {
			t.Error("a pause without its length")
		}
		w.at("2022-11-15T09:05:30+08:00")
		w.nobody().enters(p.login, w.code(secret, 0)).want(201)
	})
}
