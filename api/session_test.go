package api_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"xianjie/api"
	"xianjie/internal/identity"
	"xianjie/internal/store/storetest"
	"xianjie/policy/access"
)

func TestASessionSaysWhoOneIs(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		p := w.as("county_filer", "370686")
		r := p.get("/session").want(200)
		if r.text("grants.0.role") != "county_filer" || r.text("grants.0.regionName") != "栖霞市" || r.text("batch.state") != "COLLECTING" ||
			r.text("serverTime") != "2022-11-15T01:00:00Z" {
			t.Errorf("session: %s", clip(r.body))
		}
		if r.header.Get("Cache-Control") != "no-store" {
			t.Error("who one is may be kept by a cache")
		}
		p.send("DELETE", "/session", "").want(204)
		p.get("/session").refused(401, "signed_out")
	})
}

func TestTheCookieIsOutOfReach(t *testing.T) {
	for _, secure := range []bool{false, true} {
		w := lightWorld(t, func(d *api.Deps) { d.Secure = secure })
		w.account("filer", "县", "county_filer", "370686")
		r := w.nobody().send("POST", "/session", `{"login":"filer","password":"`+password+`"}`).want(201)
		cookies := (&http.Response{Header: r.header}).Cookies()
		if len(cookies) != 1 {
			t.Fatalf("cookies: %v", cookies)
		}
		c := cookies[0]
		if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || c.Secure != secure || strings.HasPrefix(c.Name, "__Host-") != secure {
			t.Errorf("cookie: %s", c)
		}
		if !c.Expires.IsZero() || c.MaxAge != 0 {
			t.Error("the cookie outlives the browser")
		}
		if strings.Contains(string(r.body), c.Value) || strings.Contains(w.log.String(), c.Value) {
			t.Error("the token is said elsewhere than in the cookie")
		}
		if hsts := r.header.Get("Strict-Transport-Security"); (hsts != "") != secure {
			t.Errorf("Strict-Transport-Security: %q", hsts)
		}
	}
}

func TestASessionEnds(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		w := newWorldWith(t, dsn, identity.SessionLimits{Idle: 30 * time.Minute, Absolute: 12 * time.Hour, TouchEvery: time.Minute}, nothingElse)
		p := w.as("county_filer", "370686")
		w.at("2022-11-15T09:29:00+08:00")
		p.get("/session").want(200)
		w.at("2022-11-15T09:58:59+08:00")
		p.get("/session").want(200)
		w.at("2022-11-15T10:29:00+08:00")
		p.get("/session").refused(401, "signed_out")
	})
}

func TestARemovedGrantActsAtOnce(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		p := w.as("county_filer", "370686")
		p.get("/applications").want(200)
		id := w.accounts["county-filer-370686"]
		a, err := w.people.Account(t.Context(), id)
		must(t, err)
		sec := w.as("secadmin", "370000")
		tag := `"2"`
		sec.send("DELETE", "/accounts/"+id+"/grants/"+a.Grants[0].ID, "", "If-Match", `"1"`).refused(412, "stale")
		sec.send("DELETE", "/accounts/"+id+"/grants/"+a.Grants[0].ID, "", "If-Match", tag).want(200)
		p.get("/applications").refused(403, "forbidden")
		p.get("/session").want(200)
	})
}

func TestAForeignPageCannotChangeAnything(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01")
		before := w.heads()
		for name, headers := range map[string][]string{
			"a foreign site":    {"Sec-Fetch-Site", "cross-site"},
			"a sister site":     {"Sec-Fetch-Site", "same-site"},
			"a foreign origin":  {"Origin", "https://evil.example"},
			"an unknown origin": {"Origin", "null"},
		} {
			r := c.filer.send("DELETE", c.path(), "", append(headers, "If-Match", c.version(c.filer))...)
			if r.status != http.StatusForbidden || r.text("code") != "cross_site" {
				t.Errorf("%s: %d %s", name, r.status, clip(r.body))
			}
		}
		if w.heads() != before {
			t.Error("a foreign page left a trace")
		}
		c.filer.send("DELETE", c.path(), "", "Sec-Fetch-Site", "same-origin", "If-Match", c.version(c.filer)).want(204)
		c.filer.get(c.path()).refused(404, "not_found")
	})
}

func TestGuessesAreBraked(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		w.account("filer", "县", "county_filer", "370686")
		p := w.nobody()
		var r *reply
		for range 12 {
			if r = p.send("POST", "/session", `{"login":"filer","password":"wrong-wrong-1"}`); r.status != http.StatusUnauthorized {
				break
			}
		}
		r.refused(429, "too_many")
		if r.header.Get("Retry-After") == "" {
			t.Error("nobody says when to come back")
		}
	})
}

func TestAFirstPasswordMustBeChanged(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		sys, sec := w.as("sysadmin", "370000"), w.as("secadmin", "370000")
		body := `{"login":"qixia-tb","name":"栖霞市乡村振兴局填报员","unit":"栖霞市乡村振兴局"}`
		made := sys.send("POST", "/accounts", body, "Idempotency-Key", "k").want(201)
		again := sys.send("POST", "/accounts", body, "Idempotency-Key", "k").want(201)
		if made.text("password") == "" || again.at("password") != nil || made.text("id") != again.text("id") {
			t.Errorf("the first password is to be shown once:\n%s\n%s", clip(made.body), clip(again.body))
		}
		path := "/accounts/" + made.text("id")
		sec.send("POST", path+"/grants", `{"role":"county_filer","region":"370686"}`, "If-Match", made.tag()).want(201)
		p := w.nobody()
		in := p.send("POST", "/session", `{"login":"qixia-tb","password":"`+made.text("password")+`"}`).want(201)
		if in.at("mustChangePassword") != true {
			t.Errorf("signed in: %s", clip(in.body))
		}
		p.get("/applications").refused(403, "forbidden")
		p.send("POST", "/session/password", `{"oldPassword":"`+made.text("password")+`","newPassword":"short"}`).refused(422, "invalid")
		p.send("POST", "/session/password", `{"oldPassword":"`+made.text("password")+`","newPassword":"Lvse-Pingguo-2022"}`).want(200)
		p.get("/applications").want(200)
		for _, secret := range []string{made.text("password"), "Lvse-Pingguo-2022"} {
			if strings.Contains(w.log.String(), secret) {
				t.Error("a password is in the log")
			}
		}
		now := sys.get(path).want(200)
		sys.send("PUT", path, `{"name":"栖霞市乡村振兴局填报岗","unit":"栖霞市乡村振兴局"}`, "If-Match", now.tag()).want(200)
		sys.send("POST", path+"/actions", `{"action":"disable"}`, "If-Match", now.tag()).refused(412, "stale")
		sys.send("POST", path+"/actions", `{"action":"disable"}`, "If-Match", `"0"`).refused(400, "malformed")
		now = sys.get(path).want(200)
		sys.send("POST", path+"/actions", `{"action":"disable","reason":"调离"}`, "If-Match", now.tag()).want(200)
		p.get("/session").refused(401, "signed_out")
		now = sys.get(path).want(200)
		now = sys.send("POST", path+"/actions", `{"action":"enable"}`, "If-Match", now.tag()).want(200)
		if r := sys.send("POST", path+"/actions", `{"action":"reset_password"}`, "If-Match", now.tag()).want(200); r.text("password") == "" {
			t.Error("a reset password is not shown")
		}
	})
}

func TestTheThreeAdministratorsAreSeparated(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		sys, sec, aud := w.as("sysadmin", "370000"), w.as("secadmin", "370000"), w.as("auditadmin", "370000")
		id := w.account("plain", "某单位", "", "")
		tag := sys.get("/accounts/" + id).want(200).tag()
		grant := `{"role":"county_filer","region":"370686"}`
		sys.send("POST", "/accounts/"+id+"/grants", grant, "If-Match", tag).refused(403, "forbidden")
		aud.send("POST", "/accounts/"+id+"/grants", grant, "If-Match", tag).refused(403, "forbidden")
		sec.send("POST", "/accounts", `{"login":"new-one","name":"x","unit":"x"}`).refused(403, "forbidden")
		sys.get("/audit").refused(403, "forbidden")
		sec.get("/audit").refused(403, "forbidden")
		aud.get("/accounts").refused(403, "forbidden")
		for _, p := range []*person{sys, sec, aud} {
			p.get("/applications").refused(403, "forbidden")
		}
		sec.send("POST", "/accounts/"+id+"/grants", grant, "If-Match", tag, "Idempotency-Key", "g").want(201)
		sec.send("POST", "/accounts/"+id+"/grants", grant, "If-Match", tag, "Idempotency-Key", "g").want(201)
		tag = sys.get("/accounts/" + id).want(200).tag()
		sec.send("POST", "/accounts/"+id+"/grants", `{"role":"county_signer","region":"370686"}`, "If-Match", tag).refused(409, "refused")
		sec.send("POST", "/accounts/"+id+"/grants", `{"role":"city_signer","region":"370686"}`, "If-Match", tag).refused(422, "invalid")
		mine := w.accounts["secadmin-370000"]
		sec.send("POST", "/accounts/"+mine+"/grants", grant, "If-Match", sec.get("/accounts/"+mine).want(200).tag()).refused(403, "forbidden")
		if r := aud.get("/grants?q=plain").want(200); r.number("total") != 1 || r.text("items.0.grants.0.role") != "county_filer" {
			t.Errorf("grants: %s", clip(r.body))
		}
		if r := sys.get("/accounts?role=secadmin").want(200); r.number("total") != 1 {
			t.Errorf("accounts: %s", clip(r.body))
		}
	})
}

// cutting is a real store whose transactions break off, while cut, once everything is written.
type cutting struct {
	identity.Store
	cut *atomic.Bool
}

func (c cutting) InTx(ctx context.Context, do func(identity.Tx) error) error {
	return c.Store.InTx(ctx, func(tx identity.Tx) error {
		if err := do(tx); err != nil || !c.cut.Load() {
			return err
		}
		return errors.New("cut")
	})
}

func TestAChangeOfAccountsIsKeptWithItsAnswerOrNotAtAll(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		sys, sec := w.as("sysadmin", "370000"), w.as("secadmin", "370000")
		id := w.account("plain", "某单位", "", "")
		tag := sys.get("/accounts/" + id).want(200).tag()
		for _, tt := range []struct {
			by         *person
			path, body string
			want       int
			seen       string // where the change shows
		}{
			{sys, "/accounts", `{"login":"new-one","name":"x","unit":"x"}`, 201, "/accounts?q=new-one"},
			{sec, "/accounts/" + id + "/grants", `{"role":"county_filer","region":"370686"}`, 201, "/accounts?role=county_filer"},
			{sys, "/accounts/" + id + "/actions", `{"action":"reset_password"}`, 200, ""},
		} {
			send := func(match string) *reply {
				return tt.by.send("POST", tt.path, tt.body, "If-Match", match, "Idempotency-Key", tt.path)
			}
			w.cut.Store(true)
			send(tag).refused(500, "internal")
			w.cut.Store(false)
			if tt.seen != "" && sys.get(tt.seen).want(200).number("total") != 0 {
				t.Errorf("%s: done without its answer", tt.path)
			}
			if now := sys.get("/accounts/" + id).want(200).tag(); now != tag {
				t.Errorf("%s: the version went from %s to %s", tt.path, tag, now)
			}
			first := send(tag).want(tt.want)
			again := send(tag).want(tt.want)
			if again.header.Get("Idempotency-Replayed") != "true" || first.text("id") != again.text("id") || first.tag() != again.tag() {
				t.Errorf("%s is answered otherwise the second time:\n%s\n%s", tt.path, clip(first.body), clip(again.body))
			}
			if strings.Contains(string(again.body), `"password"`) {
				t.Errorf("%s: the kept answer holds a password", tt.path)
			}
			tag = sys.get("/accounts/" + id).want(200).tag()
		}
	})
}

func TestASessionSaysWhatItMayAndByWhen(t *testing.T) {
	door, err := access.New()
	must(t, err)
	rights := map[string][]string{}
	for _, r := range door.Matrix() {
		rights[r.Role] = append(rights[r.Role], r.Object+":"+r.Action)
	}
	eachWorld(t, func(t *testing.T, w *world) {
		for role, region := range map[string]string{"county_filer": "370686", "city_finance": "370600", "prov_admin": "370000", "auditor": "370000", "expert": "370000"} {
			var me struct {
				May       []string
				Deadlines []struct{ Label, At string }
			}
			must(t, json.Unmarshal(w.as(role, region).get("/session").want(200).body, &me))
			want := slices.Sorted(slices.Values(rights[role]))
			if !slices.Equal(me.May, want) || len(want) == 0 {
				t.Errorf("%s may %v, want the matrix's %v", role, me.May, want)
			}
			if len(me.Deadlines) != 1 || me.Deadlines[0].At != "2022-12-10T16:00:00Z" || me.Deadlines[0].Label != "市报省截止" {
				t.Errorf("%s: deadlines %v", role, me.Deadlines)
			}
		}
	})
}

func TestABatchOffersWhatItsStateAndThePostAllow(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		offers := func(p *person) []string {
			r := p.get("/batches").want(200)
			found := []string{}
			for i := range r.count("items.0.actions") {
				found = append(found, r.text("items.0.actions."+strconv.Itoa(i)+".action"))
			}
			return found
		}
		if got := offers(w.as("prov_admin", "370000")); !slices.Equal(got, []string{"pack_supersede", "close_collection"}) {
			t.Errorf("while collecting the province is offered %v", got)
		}
		if got := offers(w.as("county_filer", "370686")); len(got) != 0 {
			t.Errorf("a county is offered %v", got)
		}
	})
}
