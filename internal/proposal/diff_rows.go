package proposal

import "strconv"

// diffRows matches the rows of two lists by key and compares each pair; unmatched rows are added or removed. Rows that share
// one key (a village entered twice) are matched in their order.
func diffRows[T any](d *differ, s *shape[T], how row[T], old, new []T) {
	partner, left := how.match(old, new)
	for i := range new {
		mark := len(d.changes)
		if partner[i] >= 0 {
			s.diff(d, &old[partner[i]], &new[i])
		} else {
			d.add(Change{Kind: Added, From: nothing, To: how.said(&new[i])})
		}
		how.label(d, mark, i, &new[i])
	}
	for _, i := range left {
		mark := len(d.changes)
		d.add(Change{Kind: Removed, From: how.said(&old[i]), To: nothing})
		how.label(d, mark, i, &old[i])
	}
}

// match gives each new row the index of its old one, -1 when it has none, and the old rows left over, in order.
func (how *row[T]) match(old, new []T) (partner, left []int) {
	partner = make([]int, len(new))
	same := len(old) == len(new)
	for i := range new {
		partner[i] = i
		same = same && how.key(&old[i]) == how.key(&new[i])
	}
	if same { // nothing was moved, added or removed: the usual save
		return partner, nil
	}
	waiting := make(map[[2]string][]int, len(old))
	for i := range old {
		key := how.key(&old[i])
		waiting[key] = append(waiting[key], i)
	}
	for i := range new {
		key := how.key(&new[i])
		if partner[i] = -1; len(waiting[key]) > 0 {
			partner[i], waiting[key] = waiting[key][0], waiting[key][1:]
		}
	}
	for i := range old {
		if rest := waiting[how.key(&old[i])]; len(rest) > 0 && i >= rest[0] {
			left = append(left, i)
		}
	}
	return partner, left
}

func (how *row[T]) said(t *T) string {
	if how.brief == nil {
		return how.title(t)
	}
	return how.brief(t)
}

// label gives the changes of one row its index and its name. A row inside a row (a project's source of money) has no name
// of its own in Change.Row; its title becomes part of the field's label.
func (how *row[T]) label(d *differ, mark, index int, t *T) {
	if len(d.changes) == mark {
		return
	}
	title := how.title(t)
	for i := mark; i < len(d.changes); i++ {
		c := &d.changes[i]
		c.Pointer = "/" + strconv.Itoa(index) + c.Pointer
		if how.named != nil {
			c.Row, c.RowLabel = how.named(t), title
			continue
		}
		c.Field, c.FieldLabel = "", joinPlace(title, c.FieldLabel)
	}
}
