package main

import (
	"bytes"
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"golang.org/x/sync/errgroup"
)

// connections is how many ask at once.
const connections = 16

// side is one of the two that are compared.
type side struct {
	name    string
	at      *server
	pool    *pgxpool.Pool
	status  int                               // every answer must have it
	most    int                               // requests in one round, 0 for as many as the time allows
	next    func(n int) []byte                // the n-th request since the start of the program
	each    func(conn, n int) ([]byte, error) // instead: the n-th request of one connection, for those that must follow each other
	turns   [connections]int
	asked   atomic.Int64
	rates   spread // of the rounds that count, answers a second
	answers float64
	effort  effort // for those answers
}

// show is the side's column of the table: answers a second, processor time of an answer in program and database.
func (s *side) show() string { return s.rates.show("%.0f") + "/秒" + s.effort.show(s.answers) }

// round sends requests over all connections for the given time, or until most have been answered, and keeps what it measured. Any
// answer but the one expected ends the measurement: a fast refusal is no speed.
func (s *side) round(ctx context.Context, lasting time.Duration, counts bool) error {
	before, err := readClocks(ctx, s.pool, s.at.cmd.Process.Pid)
	if err != nil {
		return err
	}
	answered, took, err := s.load(ctx, lasting)
	if err != nil || !counts {
		return err
	}
	after, err := readClocks(ctx, s.pool, s.at.cmd.Process.Pid)
	if err != nil {
		return err
	}
	used := after.since(before)
	s.rates = append(s.rates, answered/took.Seconds())
	s.answers += answered
	s.effort.program += used.program
	s.effort.database += used.database
	return nil
}

func (s *side) load(ctx context.Context, lasting time.Duration) (float64, time.Duration, error) {
	wires, err := s.dial()
	if err != nil {
		return 0, 0, err
	}
	var taken, answered atomic.Int64
	began := time.Now()
	group, ctx := errgroup.WithContext(ctx)
	for conn, w := range wires {
		group.Go(func() error {
			defer w.close()
			for ctx.Err() == nil && time.Since(began) < lasting && (s.most == 0 || taken.Add(1) <= int64(s.most)) {
				if err := s.one(conn, w); err != nil {
					return err
				}
				answered.Add(1)
			}
			return nil
		})
	}
	err = group.Wait()
	return float64(answered.Load()), time.Since(began), err
}

func (s *side) dial() ([]*wire, error) {
	wires := make([]*wire, 0, connections)
	for range connections {
		w, err := dial(s.at.address)
		if err != nil {
			return nil, err
		}
		wires = append(wires, w)
	}
	return wires, nil
}

func (s *side) one(conn int, w *wire) error {
	text, err := s.request(conn)
	if err != nil {
		return err
	}
	var body bytes.Buffer
	got, err := w.ask(text, nil)
	if err != nil {
		return fmt.Errorf("%s:%w", s.name, err)
	}
	if got.status == s.status {
		return nil
	}
	line, _, _ := bytes.Cut(text, []byte("\r\n"))
	if _, err := w.ask(text, &body); err != nil {
		return fmt.Errorf("%s:%w", s.name, err)
	}
	return fmt.Errorf("%s:“%s”应答 %d,应为 %d;重发一次的应答:%s", s.name, line, got.status, s.status, clip(body.String()))
}

// request is what one connection sends next.
func (s *side) request(conn int) ([]byte, error) {
	n := int(s.asked.Add(1)) - 1
	if s.each == nil {
		return s.next(n), nil
	}
	s.turns[conn]++
	return s.each(conn, s.turns[conn]-1)
}

// clip keeps a refusal readable.
func clip(text string) string {
	const most = 600
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// compare measures sides in turn, rounds times, after one short round each that does not count.
func compare(ctx context.Context, rounds int, lasting time.Duration, sides ...*side) error {
	for round := range rounds + 1 {
		for _, s := range sides {
			last := lasting
			if round == 0 {
				last = lasting / 4
			}
			if err := s.round(ctx, last, round > 0); err != nil {
				return err
			}
		}
	}
	return nil
}
