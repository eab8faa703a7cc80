package demo

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"xianjie/internal/review"
	"xianjie/internal/typeset"
	"xianjie/workflow"
)

// Outcome is what the province's review came to: the locked ranking, the notice and the awards.
type Outcome struct {
	Ranking workflow.RankingView
	Notices []workflow.NoticeView
	Awards  []workflow.AwardView
	Funds   []workflow.FundView // of each award, in the same order
}

// OutcomeOf reads it as the province's administrator.
func OutcomeOf(ctx context.Context, stage Stage) (Outcome, error) {
	pack, err := ReferencePack()
	if err != nil {
		return Outcome{}, err
	}
	p := newPlayer(ctx, stage, pack)
	admin, err := p.provincial(workflow.ProvAdmin)
	if err != nil {
		return Outcome{}, err
	}
	b, err := p.batch()
	if err != nil {
		return Outcome{}, err
	}
	var out Outcome
	if out.Ranking, err = stage.Service.Ranking(ctx, admin, b.ID); err != nil {
		return out, err
	}
	if out.Notices, err = stage.Service.Notices(ctx, admin, b.ID); err != nil {
		return out, err
	}
	if out.Awards, err = stage.Service.Awards(ctx, admin, b.ID); err != nil {
		return out, err
	}
	for _, a := range out.Awards {
		v, err := stage.Service.Funds(ctx, admin, a.Application.ID)
		if err != nil {
			return out, err
		}
		out.Funds = append(out.Funds, v)
	}
	return out, nil
}

// PrintOutcome writes ranking with its workings, notice and awards.
func PrintOutcome(w io.Writer, o Outcome) {
	fmt.Fprintln(w, "\n排名（每个数都可用计算器复算）：")
	for _, place := range o.Ranking.Ranking.Places {
		app := o.Ranking.Applications[slices.IndexFunc(o.Ranking.Applications, func(a workflow.Application) bool { return a.ID == place.Application })]
		fmt.Fprintf(w, "  第 %d 名  %s  %s\n", place.Rank, pad(app.CountyName, 8), app.Title)
		for _, kind := range []struct {
			of   workflow.ResultKind
			name string
		}{{workflow.ResultWritten, "书面"}, {workflow.ResultDefence, "答辩"}} {
			for _, r := range o.Ranking.Results {
				if r.ApplicationID == place.Application && r.Kind == kind.of {
					fmt.Fprintf(w, "            %s %s  %s\n", kind.name, shownMean(r.Stage), typeset.Official(r.Stage.Working))
				}
			}
		}
		fmt.Fprintf(w, "            合成 %s\n", composed(o.Ranking.Results, place.Application))
	}
	for _, n := range o.Notices {
		fmt.Fprintf(w, "\n公示（%s）：\n", n.State.Label())
		for line := range strings.Lines(typeset.Official(n.Text)) {
			fmt.Fprintf(w, "  %s\n", strings.TrimRight(line, "\n"))
		}
	}
	fmt.Fprintln(w, "\n立项：")
	for _, a := range o.Awards {
		fmt.Fprintf(w, "  %s  %s  %s  奖补 %s 万元\n", pad(a.Application.CountyName, 8), a.Application.Title, a.DocNo, a.Amount)
	}
	for _, v := range o.Funds {
		printFunds(w, v)
	}
}

func shownMean(r *review.StageResult) string {
	if r.Mean == nil {
		return "—"
	}
	return r.Mean.Fixed()
}

// composed is the composite of an application with its working.
func composed(results []workflow.Result, application string) string {
	for _, r := range results {
		if r.ApplicationID == application && r.Composite != nil && r.Composite.Points != nil {
			return r.Composite.Points.Fixed() + "  " + r.Composite.Working
		}
	}
	return "—"
}
