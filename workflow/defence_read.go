package workflow

import (
	"context"
	"slices"
)

// DefenceView is an application's place in the defence as one person may see it.
type DefenceView struct {
	Application Application
	Slot        DefenceSlot // Order 0 while it waits for the draw
	Depth       Depth
}

// defence shows a place as deep as the sight reaches.
func (s Sight) defence(a Application, d DefenceSlot) DefenceView {
	view := DefenceView{Application: s.Veil(a), Slot: d, Depth: s.Defence(a)}
	if view.Depth != Whole {
		view.Slot.Attendance, view.Slot.Minutes, view.Slot.HeldAt = []Attendant{}, "", nil
	}
	return view
}

// Defences are the places of a batch that the actor may see, by order; those still waiting for the draw come last.
func (s *Service) Defences(ctx context.Context, actor Actor, batchID string) ([]DefenceView, error) {
	slots, err := s.store.ReadDefences(ctx, batchID)
	if err != nil {
		return nil, err
	}
	views := []DefenceView{}
	err = s.everyOne(ctx, actor, batchID, func(sight Sight, a Application) {
		i := slices.IndexFunc(slots, func(d DefenceSlot) bool { return d.ApplicationID == a.ID })
		if s.roleFor(actor, a.CountyCode, "defence", "read") == "" || i < 0 && a.State != Defence {
			return
		}
		d := DefenceSlot{ApplicationID: a.ID, BatchID: batchID, Attendance: []Attendant{}}
		if i >= 0 {
			d = slots[i]
		}
		views = append(views, sight.defence(a, d))
	})
	slices.SortStableFunc(views, func(a, b DefenceView) int {
		if a.Slot.Order == 0 || b.Slot.Order == 0 {
			return b.Slot.Order - a.Slot.Order
		}
		return a.Slot.Order - b.Slot.Order
	})
	return views, err
}

// everyOne hands every application of a batch that the actor may see to do, by number.
func (s *Service) everyOne(ctx context.Context, actor Actor, batchID string, do func(Sight, Application)) error {
	sight, err := s.sight(ctx, actor)
	if err != nil {
		return err
	}
	for page, seen := 1, 0; ; page++ {
		found, err := s.store.Applications(ctx, Query{Sight: sight, BatchID: batchID, Sort: "no", Page: page, PageSize: 200})
		if err != nil {
			return err
		}
		for _, a := range found.Items {
			do(sight, a)
		}
		if seen += len(found.Items); len(found.Items) == 0 || seen >= found.Total {
			return nil
		}
	}
}
