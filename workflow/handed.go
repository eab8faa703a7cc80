package workflow

import (
	"context"
	"slices"
)

// Handed is a frozen version and who handed it in: the post always, the name as far as the history shows it to the actor.
type Handed struct {
	Snapshot
	Role Role
	Name string
}

// HandedIn lists the frozen versions, oldest first, each with who handed it in: what a receipt is written from.
func (s *Service) HandedIn(ctx context.Context, actor Actor, id string) ([]Handed, error) {
	app, sight, err := s.see(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	frozen, err := s.store.Snapshots(ctx, id)
	if err != nil {
		return nil, err
	}
	steps, err := s.steps(ctx, app, sight)
	if err != nil {
		return nil, err
	}
	return mapped(frozen, func(f Snapshot) Handed {
		out := Handed{Snapshot: f}
		// The step that freezes a version carries its number; later steps on it are others.
		if i := slices.IndexFunc(steps, func(st Step) bool { return st.SnapshotNo == f.No && st.Action == f.Action }); i >= 0 {
			out.Role, out.Name = steps[i].Role, steps[i].Name
		}
		return out
	}), nil
}
