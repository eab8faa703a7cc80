package workflow

import (
	"errors"
	"slices"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
)

// drawInput gathers everything the draw depends on.
func (s *Service) drawInput(tx Tx, o *office, in ProposeDraw) (review.DrawInput, error) {
	input := review.DrawInput{Seed: strings.TrimSpace(in.Seed), Stage: in.Stage, PerApplication: o.Setup.PerApplication,
		MinExperts: o.Setup.MinExperts, LoadCap: o.Setup.LoadCap, Applications: []string{}, Candidates: []review.Candidate{},
		Conflicts: []review.Conflict{}, Held: []review.Pair{}}
	if input.Seed == "" {
		input.Seed = s.newID()
	}
	state, _ := stateOf(in.Stage)
	apps, err := tx.ApplicationsIn(o.Batch.ID, []State{state}, false)
	if err != nil {
		return input, err
	}
	if apps, err = chosen(apps, in.Applications, func(a Application) string { return a.ID }, "/applications", "不在这一阶段的申报之中"); err != nil {
		return input, err
	}
	pool, err := tx.Experts()
	if err != nil {
		return input, err
	}
	if pool, err = chosen(pool, in.Candidates, func(e PoolExpert) string { return e.AccountID }, "/candidates", "不在专家库中,或已停用"); err != nil {
		return input, err
	}
	all, err := tx.ReviewsOf(o.Batch.ID, "", "")
	if err != nil {
		return input, err
	}
	input.Held = held(all, in.Stage)
	input.Conflicts = append(input.Conflicts, declared(all)...)
	for _, e := range pool {
		input.Candidates = append(input.Candidates, review.Candidate{Expert: e.AccountID, Code: e.Code})
	}
	for _, app := range apps {
		input.Applications = append(input.Applications, app.ID)
		frozen, err := tx.Snapshot(app.ID, app.SnapshotNo)
		if err != nil {
			return input, err
		}
		doc, _, err := proposal.Decode(frozen.Body)
		if err != nil {
			return input, err
		}
		for _, e := range pool {
			if c, ok := conflictOf(o.Setup.Conflict, e, app, doc); ok {
				input.Conflicts = append(input.Conflicts, c)
			}
		}
	}
	// Who is at work on an application is not drawn for it again, so nothing that has come up since stands in the draw's way.
	input.Conflicts = slices.DeleteFunc(input.Conflicts, func(c review.Conflict) bool { return slices.Contains(input.Held, c.Pair) })
	return input, nil
}

// chosen narrows a list to the ids asked for, all of it when none are; an unknown id is refused with its place.
func chosen[T any](list []T, ids []string, id func(T) string, location, message string) ([]T, error) {
	if len(ids) == 0 {
		return list, nil
	}
	var places []fault.Place
	for _, wanted := range ids {
		if !slices.ContainsFunc(list, func(v T) bool { return id(v) == wanted }) {
			places = append(places, fault.Place{Location: location, Message: "“" + wanted + "”" + message})
		}
	}
	kept := slices.DeleteFunc(slices.Clone(list), func(v T) bool { return !slices.Contains(ids, id(v)) })
	return kept, fault.At("抽取范围没有填对", places)
}

// held are the assignments of a stage that stand, by application then expert.
func held(all []Review, stage review.Stage) []review.Pair {
	pairs := []review.Pair{}
	for _, r := range all {
		if r.Stage == stage && r.State != ReviewRecused {
			pairs = append(pairs, review.Pair{Expert: r.ExpertID, Application: r.ApplicationID})
		}
	}
	slices.SortFunc(pairs, func(a, b review.Pair) int {
		return strings.Compare(a.Application+" "+a.Expert, b.Application+" "+b.Expert)
	})
	return pairs
}

// byNumber puts applications' numbers, which people know, in place of their ids in what a draw has to say.
func byNumber(tx Tx, d Draw, err error) error {
	var f *fault.Error
	if !errors.As(err, &f) {
		return err
	}
	state, _ := stateOf(d.Stage)
	apps, failed := tx.ApplicationsIn(d.BatchID, []State{state}, false)
	if failed != nil {
		return failed
	}
	for _, app := range apps {
		f.Message = strings.ReplaceAll(f.Message, app.ID, app.No)
		for i := range f.Places {
			f.Places[i].Message = strings.ReplaceAll(f.Places[i].Message, app.ID, app.No)
		}
	}
	return f
}
