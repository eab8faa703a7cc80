package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/textproto"
	"strings"
)

// awarded takes submitted applications to their award of 2022-12-22; the money's clock stands at 2023-01-10.
func (w *world) awarded(cases ...*county) *person {
	w.t.Helper()
	admin := w.proposed(cases...)
	w.notice(admin)
	w.at("2022-12-22T00:00:00+08:00")
	for _, c := range cases {
		for _, p := range []*person{admin, w.as("prov_finance", "370000")} {
			c.act(p, `{"action":"award","opinion":"立项","awardDocNo":"鲁乡振发〔2023〕5号"}`).want(200)
		}
	}
	w.at("2023-01-10T09:00:00+08:00")
	return admin
}

// treasury is who handles the money of one award.
type treasury struct {
	*county
	province, province2, city, treasury, treasury2 *person
	voucher                                        string
}

func (c *county) money() *treasury {
	w := c.w
	m := &treasury{county: c, province: w.as("prov_finance", "370000"), province2: w.second("prov_finance", "370000"), city: w.as("city_finance", c.doc.City.Code),
		treasury: w.as("county_finance", c.doc.County.Code), treasury2: w.second("county_finance", c.doc.County.Code)}
	m.voucher = m.treasury.voucher(c.id, "凭证.pdf", paper("凭证"+c.id)).want(201).text("id")
	return m
}

// second is another account of the same office.
func (w *world) second(role, region string) *person {
	w.t.Helper()
	login := role + "-" + region + "-b"
	login = string(bytes.ReplaceAll([]byte(login), []byte("_"), []byte("-")))
	w.account(login, region+role, role, region)
	p := w.nobody()
	p.login = login
	p.send("POST", "/session", `{"login":"`+login+`","password":"`+password+`"}`).want(201)
	return p
}

func (p *person) voucher(app, name string, content []byte, headers ...string) *reply {
	p.w.t.Helper()
	var buf bytes.Buffer
	form := multipart.NewWriter(&buf)
	part, err := form.CreatePart(textproto.MIMEHeader{"Content-Disposition": {fmt.Sprintf(`form-data; name="file"; filename=%q`, name)}})
	must(p.w.t, err)
	_, err = part.Write(content)
	must(p.w.t, err)
	must(p.w.t, form.Close())
	return p.stream("POST", "/applications/"+app+"/vouchers", &buf, append([]string{"Content-Type", form.FormDataContentType()}, headers...)...)
}

// entry is the body of an entry; more overrides.
func (m *treasury) entry(key, kind, line, level, date string, amount any, more map[string]any) string {
	body := map[string]any{"application": m.id, "key": key, "kind": kind, "line": line, "level": level, "date": date, "docNo": "文〔2023〕" + key + "号",
		"payee": "项目单位", "vouchers": []string{m.voucher}}
	if amount != nil {
		body["amount"] = amount
	}
	for k, v := range more {
		if v == nil {
			delete(body, k)
		} else {
			body[k] = v
		}
	}
	text, err := json.Marshal(body)
	must(m.w.t, err)
	return string(text)
}

func (p *person) enter(body string, headers ...string) *reply {
	p.w.t.Helper()
	return p.send("POST", "/funds/entries", body, headers...)
}

// parts are the projects of an entry: id, amount, id, amount …
func parts(pairs ...any) map[string]any {
	list := []map[string]any{}
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, map[string]any{"project": pairs[i], "amount": pairs[i+1]})
	}
	return map[string]any{"parts": list}
}

// healthyMoney examines the data; what a test world skipped of the review is not about money.
func (w *world) healthyMoney() {
	w.t.Helper()
	found, err := w.store.Doctor(w.t.Context())
	must(w.t, err)
	for _, c := range found {
		for _, word := range []string{"资金账", "分录", "占用", "批准的规划", "冲正", "复核", "结账", "文件登记", "审计流水", "变更", "现行规划"} {
			if strings.Contains(c.Invariant, word) {
				w.t.Error(c)
				break
			}
		}
	}
}
