package proposal

// asMaybe is an object or null; shown is what an added or removed one says of itself.
func asMaybe[T any](s *shape[T], shown func(*T) string) kind[*T] {
	return kind[*T]{
		read: func(r *reader, v **T) {
			if r.null() {
				return
			}
			var got T
			s.read(r, &got)
			*v = &got
		},
		write: func(b []byte, v **T) []byte {
			if *v == nil {
				return append(b, "null"...)
			}
			return s.write(b, *v)
		},
		diff: func(d *differ, old, new **T) {
			switch {
			case *old != nil && *new != nil:
				s.diff(d, *old, *new)
			case *new != nil:
				d.add(Change{Kind: Added, To: shown(*new)})
			case *old != nil:
				d.add(Change{Kind: Removed, From: shown(*old)})
			}
		},
		name: s.name,
		place: func(v **T, label string, path []string) (string, bool) {
			if *v == nil {
				var none T
				return s.place(&none, label, path)
			}
			return s.place(*v, label, path)
		},
	}
}
