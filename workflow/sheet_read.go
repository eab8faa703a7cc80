package workflow

import (
	"context"
	"slices"

	"xianjie/internal/fault"
	"xianjie/internal/review"
)

// Task is one review as one person may see it.
type Task struct {
	Review      Review
	Application Application // veiled
	Rubric      review.Rubric
	Document    []byte // the frozen version judged; nil until the expert has declared himself free of conflict
	Flagged     bool   // asks for a written answer
	Open        bool   // the stage is still being scored
	Shown       bool   // sheet and total may be seen
}

// Tasks lists reviews, a page at a time: an expert's own, or all for those who organise.
func (s *Service) Tasks(ctx context.Context, actor Actor, q ReviewQuery) (Page[Task], error) {
	if err := s.mayRead(actor, "review"); err != nil {
		return Page[Task]{}, err
	}
	if actor.Has(Expert) {
		q.ExpertID = actor.AccountID
	}
	page, err := s.store.Reviews(ctx, q)
	if err != nil {
		return Page[Task]{}, err
	}
	out := Page[Task]{Items: make([]Task, len(page.Items)), Total: page.Total, Page: page.Page, PageSize: page.PageSize}
	apps := map[string]Application{}
	for i, r := range page.Items {
		app, known := apps[r.ApplicationID]
		if !known {
			if app, err = s.store.Application(ctx, r.ApplicationID); err != nil {
				return Page[Task]{}, err
			}
			apps[r.ApplicationID] = app
		}
		out.Items[i] = s.veilTask(actor, app, r)
	}
	return out, nil
}

// Task is one review with its rubric, and with the frozen document once it is open. Errors: Forbidden, NotFound (also another's).
func (s *Service) Task(ctx context.Context, actor Actor, id string) (Task, error) {
	if err := s.mayRead(actor, "review"); err != nil {
		return Task{}, err
	}
	r, err := s.store.ReadReview(ctx, id)
	if err != nil {
		return Task{}, err
	}
	if actor.Has(Expert) && r.ExpertID != actor.AccountID {
		return Task{}, fault.New(fault.NotFound, "没有这份评审任务,或您无权查看")
	}
	app, err := s.store.Application(ctx, r.ApplicationID)
	if err != nil {
		return Task{}, err
	}
	task := s.veilTask(actor, app, r)
	setup, err := s.readSetup(ctx, app.BatchID)
	if err != nil {
		return Task{}, err
	}
	task.Rubric, _ = setup.Rubric(r.Stage)
	if r.State == ReviewSubmitted && task.Open {
		around, err := s.store.ReadSurroundings(ctx, app, WantReviews)
		if err != nil {
			return Task{}, err
		}
		task.Flagged = slices.ContainsFunc(outliersOf(setup, around.Reviews, r.Stage), func(o review.Outlier) bool { return o.Expert == r.ExpertCode })
	}
	if r.State == ReviewOpen || r.State == ReviewSubmitted {
		frozen, err := s.store.ReadSnapshot(ctx, app.ID, r.SnapshotNo)
		if err != nil {
			return Task{}, err
		}
		task.Document = frozen.Body
	}
	return task, nil
}

// veilTask is what one person may see of a task.
func (s *Service) veilTask(actor Actor, app Application, r Review) Task {
	state, _ := stateOf(r.Stage)
	task := veiled(actor, r, app.State == state)
	task.Application = SightOf(actor).Veil(app)
	if actor.Has(Expert) && (r.State == ReviewAssigned || r.State == ReviewRecused) {
		task.Application = named(task.Application, r.State == ReviewAssigned)
	}
	return task
}

// AfterAct is what whoever did something to a review may see of it then: acts are taken while the stage is open, so the sheet is its
// expert's alone.
func AfterAct(actor Actor, r Review) Task { return veiled(actor, r, true) }

// veiled is the one place that decides what of a sheet a person may see: his own always, until he is recused; anybody else's only once the
// stage of that application has closed, and never another expert's.
func veiled(actor Actor, r Review, open bool) Task {
	task := Task{Review: r, Open: open}
	own := r.ExpertID == actor.AccountID
	task.Shown = own && r.State != ReviewRecused || !own && !actor.Has(Expert) && !task.Open
	if !task.Shown {
		task.Review.Sheet, task.Review.Total, task.Review.Explanation, task.Review.ExplainedFor = review.Sheet{}, 0, "", 0
	}
	return task
}

// named is what an expert must know of an application to tell whether he has a conflict, and all that whoever was recused may know; where it
// stands only the former.
func named(a Application, standing bool) Application {
	out := Application{Shut: true, ID: a.ID, BatchID: a.BatchID, BatchCode: a.BatchCode, Year: a.Year, No: a.No, CityCode: a.CityCode, CityName: a.CityName,
		CountyCode: a.CountyCode, CountyName: a.CountyName, Channel: a.Channel, Face: Face{Title: a.Title}}
	if standing {
		out.State, out.StateSince = a.State, a.StateSince
	}
	return out
}

// TaskEvents is the kept record of a review: every sheet handed in or given back, and the task it belongs to.
func (s *Service) TaskEvents(ctx context.Context, actor Actor, id string) (Task, []ReviewEvent, error) {
	task, err := s.Task(ctx, actor, id)
	if err != nil {
		return Task{}, nil, err
	}
	events, err := s.store.ReviewEvents(ctx, id)
	if err != nil {
		return Task{}, nil, err
	}
	if !task.Shown {
		for i := range events {
			events[i].Sheet, events[i].Total = review.Sheet{}, 0
			if events[i].Kind == "explain" { // the answer speaks of the score
				events[i].Reason = ""
			}
		}
	}
	return task, events, nil
}

// readSetup is how a batch reviews, outside a transaction.
func (s *Service) readSetup(ctx context.Context, batchID string) (review.Setup, error) {
	c, err := s.showing(ctx, Actor{}, Application{BatchID: batchID})
	if err != nil {
		return review.Setup{}, err
	}
	return c.Setup, nil
}
