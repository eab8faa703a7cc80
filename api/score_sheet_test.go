package api_test

import (
	"bytes"
	"strings"
	"testing"

	"xianjie/internal/report"
)

func TestASheetTravelsAsAWorkbook(t *testing.T) {
	eachRound(t, writtenOnly(), 5, []string{"A01"}, func(t *testing.T, r *round) {
		r.draw("WRITTEN", nil, nil)
		path := r.declared(0, 0)
		p := r.experts[0]
		tag := p.send("PUT", path, `{"scores":{"S1.1":7.5},"comment":"=1+1"}`, "If-Match", p.get(path).tag()).want(200).tag()
		book := p.get(path + "/sheet.xlsx").want(200)
		if got := book.header.Get("Content-Disposition"); !strings.Contains(got, "filename*=UTF-8''"+r.apps[0].doc.County.Code) || strings.Contains(got, "书面") {
			t.Errorf("file name: %s", got)
		}
		put := func(data []byte, headers ...string) *reply {
			return p.stream("POST", path+"/sheet.xlsx", bytes.NewReader(data), append([]string{"Content-Type",
				"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "If-Match", tag}, headers...)...)
		}
		first := put(book.body, "Idempotency-Key", "x1").want(200)
		if jsonText(t, first.at("sheet.scores")) != `{"S1.1":7.5}` || first.text("sheet.comment") != "=1+1" || first.number("version") != 4 {
			t.Errorf("brought back: %s", clip(first.body))
		}
		if again := put(book.body, "Idempotency-Key", "x1").want(200); !bytes.Equal(again.body, first.body) || again.header.Get("Idempotency-Replayed") != "true" {
			t.Errorf("sent twice: %s", clip(again.body))
		}
		put(book.body).refused(412, "stale")
		put(book.body, "If-Match", first.tag()).refused(412, "stale") // the file is older than the version named
		put([]byte("x"), "If-Match", first.tag()).refused(415, "unsupported")
		put(make([]byte, report.MostBytes+1), "If-Match", first.tag()).refused(413, "too_large")
		p.send("POST", path+"/sheet.xlsx", "{}", "If-Match", first.tag()).refused(415, "unsupported")
		other := r.declared(1, 0)
		r.experts[1].stream("POST", other+"/sheet.xlsx", bytes.NewReader(book.body), "Content-Type",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "If-Match", `"2"`).refused(422, "invalid")
		r.secretary.get(path+"/sheet.xlsx").refused(404, "not_found")
	})
}
