package api_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"
)

func TestAnothersReviewDoesNotExist(t *testing.T) {
	eachRound(t, writtenOnly(), 6, []string{"A01"}, func(t *testing.T, r *round) {
		r.draw("WRITTEN", nil, []int{0, 1, 2, 3, 4})
		path := r.declared(0, 0)
		book := r.experts[0].get(path + "/sheet.xlsx").want(200)
		before := r.w.heads()
		asked := 0
		for _, other := range []*person{r.experts[1], r.experts[5]} {
			for _, rt := range routes(t) {
				if !strings.Contains(rt.path, "{reviewId}") {
					continue
				}
				body, kind := `{"action":"declare"}`, ""
				switch {
				case rt.method == http.MethodGet:
					body = ""
				case rt.method == http.MethodPut:
					body = `{"scores":{}}`
				case strings.HasSuffix(rt.path, ".xlsx"):
					body, kind = string(book.body), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
				}
				headers := []string{"If-Match", `"2"`}
				if kind != "" {
					headers = append(headers, "Content-Type", kind)
				}
				url := func(id string) string {
					return strings.Replace(strings.TrimPrefix(rt.path, "/api/v1"), "/reviews/{reviewId}", id, 1)
				}
				here := other.send(rt.method, url(path), body, headers...).refused(404, "not_found")
				there := other.send(rt.method, url("/reviews/none"), body, headers...).refused(404, "not_found")
				if without(here, "request") != without(there, "request") {
					t.Errorf("%s tells that there is one: %s", here.what, clip(here.body))
				}
				asked++
			}
			if n := other.get("/reviews?application=" + r.apps[0].id + "&state=OPEN").want(200).number("total"); n != 0 {
				t.Errorf("another's task is listed")
			}
		}
		if asked < 12 || r.w.heads() != before {
			t.Errorf("%d questions, trace %v", asked, r.w.heads() != before)
		}
	})
}

func TestRightsTakenAwayWhileScoringEndIt(t *testing.T) {
	eachRound(t, writtenOnly(), 5, []string{"A01"}, func(t *testing.T, r *round) {
		r.draw("WRITTEN", nil, nil)
		path := r.declared(0, 0)
		p := r.experts[0]
		tag := p.send("PUT", path, `{"scores":{"S1.1":8}}`, "If-Match", p.get(path).tag()).want(200).tag()
		security := r.w.as("secadmin", "370000")
		account := security.get("/accounts/" + r.account(0)).want(200)
		security.send("DELETE", "/accounts/"+r.account(0)+"/grants/"+account.text("grants.0.id"), "", "If-Match", account.tag()).want(200)
		before := r.secretary.get(path).want(200)
		heads := r.w.heads()
		p.get(path).refused(403, "forbidden")
		p.send("PUT", path, `{"scores":{"S1.1":1}}`, "If-Match", tag).refused(403, "forbidden")
		p.send("POST", path+"/actions", `{"action":"submit"}`, "If-Match", tag).refused(403, "forbidden")
		p.get(r.apps[0].path()).refused(403, "forbidden")
		if after := r.secretary.get(path).want(200); !bytes.Equal(after.body, before.body) || r.w.heads() != heads {
			t.Errorf("something changed: %s", clip(after.body))
		}
	})
}
