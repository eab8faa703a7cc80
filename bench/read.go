package main

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// readings is how many different applications are read in turn.
const readings = 400

// snapshotRounds is how many more rounds the snapshot gets.
const snapshotRounds = 2

// read is S3: one application with sixty projects. A county reads its draft, put together from its rows on both sides; a city reads
// the snapshot, where ours passes one stored text through and the bare side still puts rows together.
func (b *bench) read(ctx context.Context, rounds int, lasting time.Duration) ([]figure, error) {
	drafts, snapshots := b.drafts()[:readings], b.snapshots()[:readings]
	if err := b.learn(ctx, drafts, sixtyProjects); err != nil {
		return nil, err
	}
	if err := b.learn(ctx, snapshots, sixtyProjects); err != nil {
		return nil, err
	}
	figures, err := b.reads(ctx, "S3", "读一份草稿(60 个项目)", drafts, bounds{first: 0.8, aim: 2}, rounds, lasting)
	if err != nil {
		return nil, err
	}
	// The bare side has no snapshots of its own: it is asked for the rows of a draft of the same size.
	for i := range snapshots {
		snapshots[i].rival = drafts[i].target
	}
	// The shortest of all requests, so a busy neighbour moves this ratio most; more rounds steady its median.
	more, err := b.reads(ctx, "S3", "读一份快照(60 个项目)", snapshots, bounds{first: 0.8, aim: 2}, snapshotRounds*rounds+1, lasting)
	return append(figures, more...), err
}

// sixtyProjects holds that the answer carries the whole document.
func sixtyProjects(_ asked, body []byte) error {
	var answer struct {
		Document struct {
			Projects []json.RawMessage `json:"projects"`
		} `json:"document"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return err
	}
	if n := len(answer.Document.Projects); n != projectsEach {
		return fmt.Errorf("应有 %d 个项目,只有 %d 个", projectsEach, n)
	}
	return nil
}
