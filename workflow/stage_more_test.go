package workflow_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"xianjie/internal/sample"
	"xianjie/workflow"
)

// actor reads "role@region", "role@region+role@region", "role@region/unit" or "account=role@region".
func actor(text string) workflow.Actor {
	text, unit, _ := strings.Cut(text, "/")
	account := text
	if id, rest, named := strings.Cut(text, "="); named {
		account, text = id, rest
	}
	a := workflow.Actor{AccountID: account, Name: text, Unit: unit, Address: "192.0.2.1"}
	for _, grant := range strings.Split(text, "+") {
		role, region, _ := strings.Cut(grant, "@")
		a.Grants = append(a.Grants, workflow.Grant{Role: workflow.Role(role), Region: region})
	}
	return a
}

// fields splits at spaces outside double quotes.
func fields(line string) []string {
	quoted := false
	return strings.FieldsFunc(line, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return r == ' ' && !quoted
	})
}

// items reads "projects/P03:funds,totalInvestment;papers".
func items(text string) []workflow.ReturnItem {
	var out []workflow.ReturnItem
	for part := range strings.SplitSeq(text, ";") {
		if part == "" {
			continue
		}
		place, names, _ := strings.Cut(part, ":")
		section, row, _ := strings.Cut(place, "/")
		item := workflow.ReturnItem{Section: section, Row: row}
		if names != "" {
			item.Fields = strings.Split(names, ",")
		}
		out = append(out, item)
	}
	return out
}

// batch moves the batch, or supersedes its pack with one text replaced by another, and with another review where one is given.
func (st *stage) batch(ctx context.Context, who workflow.Actor, verb string, args map[string]string) (string, error) {
	batches, err := st.store.Batches(ctx)
	if err != nil {
		return "", err
	}
	b := batches[0]
	if verb != "supersede" {
		b, err = st.service.MoveBatch(ctx, who, workflow.BatchMove{Batch: b.ID, Version: b.Version, Action: verb})
		return string(b.State), err
	}
	pack := strings.Replace(string(sample.Pack()), args["old"], args["new"], 1)
	if args["review"] != "" {
		pack = strings.Replace(pack, "{", "{'review': "+args["review"]+",", 1)
	}
	in := workflow.Supersede{Batch: b.ID, Version: b.Version, Pack: []byte(strings.ReplaceAll(pack, "'", `"`)), DocNo: args["doc"]}
	if args["effective"] != "" {
		if in.EffectiveAt, err = time.Parse(time.RFC3339, args["effective"]); err != nil {
			return "", err
		}
	}
	b, err = st.service.SupersedePack(ctx, who, in)
	return fmt.Sprintf("pack version %d", b.PackVersion), err
}

func (st *stage) offers(ctx context.Context, who workflow.Actor, app workflow.Application) (string, error) {
	view, err := st.service.Get(ctx, who, app.ID)
	if err != nil {
		return "", err
	}
	texts := []string{}
	for _, o := range view.Offers {
		text := string(o.Action)
		for _, b := range o.BlockedBy {
			text += " [" + b.String() + "]"
		}
		if slices.Contains(o.Asks, workflow.AskVeto) {
			text += " asking for a ruling"
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, ", "), nil
}

func (st *stage) history(ctx context.Context, who workflow.Actor, app workflow.Application) (string, error) {
	steps, err := st.service.History(ctx, who, app.ID)
	texts := []string{}
	for _, s := range steps {
		texts = append(texts, fmt.Sprintf("%s %s→%s“%s”", s.Action, s.From, s.To, s.Opinion))
	}
	return strings.Join(texts, ", "), err
}

func (st *stage) diff(ctx context.Context, who workflow.Actor, app workflow.Application, names []string) (string, error) {
	from, err := strconv.Atoi(names[0])
	if err != nil {
		return "", err
	}
	to, err := strconv.Atoi(names[1])
	if err != nil {
		return "", err
	}
	changes, err := st.service.Difference(ctx, who, app.ID, from, to)
	texts := []string{}
	for _, c := range changes {
		texts = append(texts, c.String())
	}
	return strings.Join(texts, "; "), err
}
