package main

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgxpool"

	"xianjie/workflow"
)

// pageSize is how many applications a list shows.
const pageSize = 50

// bench is what the measurements of requests share.
type bench struct {
	data       *data
	pool       *pgxpool.Pool
	ours, bare *server
}

// asked is one thing to ask both sides for.
type asked struct {
	target string // path and query
	rival  string // the same on the bare side, when it is not the same there
	cookie string // who asks, on our side
	tag    string // the answer's ETag, once known
}

const apiBase = "/api/v1"

func (a asked) ours() []byte {
	return request(http.MethodGet, apiBase+a.target, nil, "Cookie", a.cookie)
}

func (a asked) oursKnown() []byte {
	return request(http.MethodGet, apiBase+a.target, nil, "Cookie", a.cookie, "If-None-Match", a.tag)
}

func (a asked) bare() []byte { return request(http.MethodGet, cmp.Or(a.rival, a.target), nil) }

func cookie(token string) string { return "xianjie=" + token }

// lists are what the cities' reviewers ask for: their own city's applications in two states with a word in the title. Only cities
// with a full page of them count.
func (b *bench) lists() []asked {
	full := map[string]int{}
	matching := func(a workflow.Application, word string) bool {
		return strings.Contains(a.Title, word) && (a.State == workflow.Submitted || a.State == workflow.CityReview)
	}
	for _, a := range b.data.submitted {
		for _, word := range listedWords {
			if matching(a, word) {
				full[a.CityCode+word]++
			}
		}
	}
	var all []asked
	for city, token := range b.data.people.reviewers {
		for _, word := range listedWords {
			if full[city+word] < pageSize {
				continue
			}
			query := url.Values{"city": {city}, "state": {string(workflow.Submitted) + "," + string(workflow.CityReview)},
				"q": {word}, "pageSize": {strconv.Itoa(pageSize)}}
			all = append(all, asked{target: "/applications?" + query.Encode(), cookie: cookie(token)})
		}
	}
	return all
}

// drafts are reads of live drafts by their counties; their document is put together from its rows on both sides.
func (b *bench) drafts() []asked {
	var all []asked
	for _, a := range b.data.drafts {
		all = append(all, asked{target: "/applications/" + a.ID, cookie: cookie(b.data.people.signers[a.CountyCode])})
	}
	return all
}

// snapshots are reads of submitted applications by their cities; the document is the frozen snapshot.
func (b *bench) snapshots() []asked {
	var all []asked
	for _, a := range b.data.submitted {
		all = append(all, asked{target: "/applications/" + a.ID, cookie: cookie(b.data.people.reviewers[a.CityCode])})
	}
	return all
}

// learn asks once for each thing and notes the ETags, so that they can be asked for again with If-None-Match. A body is handed
// to check.
func (b *bench) learn(ctx context.Context, all []asked, check func(a asked, body []byte) error) error {
	w, err := dial(b.ours.address)
	if err != nil {
		return err
	}
	defer w.close()
	for i := range all {
		var body strings.Builder
		got, err := w.ask(all[i].ours(), &body)
		switch {
		case err != nil:
			return err
		case got.status != http.StatusOK || got.etag == "":
			return fmt.Errorf("“%s”应答 %d,ETag %q:%s", all[i].target, got.status, got.etag, clip(body.String()))
		case ctx.Err() != nil:
			return ctx.Err()
		}
		all[i].tag = got.etag
		if err := check(all[i], []byte(body.String())); err != nil {
			return fmt.Errorf("“%s”:%w", all[i].target, err)
		}
	}
	return nil
}

// bareBody is what the bare side answers.
func (b *bench) bareBody(a asked) ([]byte, error) {
	w, err := dial(b.bare.address)
	if err != nil {
		return nil, err
	}
	defer w.close()
	var body strings.Builder
	got, err := w.ask(a.bare(), &body)
	if err == nil && got.status != http.StatusOK {
		err = fmt.Errorf("对照应答 %d:%s", got.status, clip(body.String()))
	}
	return []byte(body.String()), err
}
