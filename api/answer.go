package api

import (
	"net/http"
	"time"
)

// answer is what a handler returns: a body with its version.
type answer[B any] struct {
	Status   int
	ETag     string `header:"ETag" doc:"内容的版本,供 If-Match 与 If-None-Match 使用"`
	Location string `header:"Location" doc:"新建内容的地址"`
	Body     B
}

func answered[B any](body B, etag string) *answer[B] {
	return &answer[B]{Status: http.StatusOK, ETag: etag, Body: body}
}

func created[B any](body B, etag, location string) *answer[B] {
	return &answer[B]{Status: http.StatusCreated, ETag: etag, Location: location, Body: body}
}

// unchanged says 304 to a reader that already has the answer.
func unchanged[B any](etag string) *answer[B] {
	return &answer[B]{Status: http.StatusNotModified, ETag: etag}
}

// list is one page of a list; items are never null.
type list[T any] struct {
	Items    []T `json:"items" doc:"本页内容"`
	Total    int `json:"total" doc:"全部页共多少项" minimum:"0"`
	Page     int `json:"page" doc:"第几页,从 1 起" minimum:"1"`
	PageSize int `json:"pageSize" doc:"每页多少项" minimum:"1"`
}

// whole is a list that fits on one page.
func whole[T any](items []T) list[T] {
	if items == nil {
		items = []T{}
	}
	return list[T]{Items: items, Total: len(items), Page: 1, PageSize: max(1, len(items))}
}

// each maps a slice; the result is never nil.
func each[A, B any](in []A, f func(A) B) []B {
	out := make([]B, len(in))
	for i := range in {
		out[i] = f(in[i])
	}
	return out
}

// Paging is how a list is asked for.
type Paging struct {
	Page     int `query:"page" minimum:"1" maximum:"100000" default:"1" doc:"第几页,从 1 起"`
	PageSize int `query:"pageSize" minimum:"1" maximum:"200" default:"50" doc:"每页多少项"`
}

// instant is an instant in UTC; nil stays nil.
func instant(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	utc := t.UTC()
	return &utc
}
