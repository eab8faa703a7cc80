package proposal

// name is the Chinese name of a path of keys, e.g. benefitLinkage, modes → 利益联结的联结方式.
func (s *shape[T]) name(path []string) (string, bool) {
	i := s.index(path[0], 0)
	if i < 0 {
		return "", false
	}
	f := &s.fields[i]
	if len(path) == 1 {
		return f.label, true
	}
	if f.name == nil {
		return "", false
	}
	inner, ok := f.name(path[1:])
	return joinPlace(f.label, inner), ok
}

// place words a pointer below an object called label. It goes as deep as the pointer makes sense.
func (s *shape[T]) place(t *T, label string, path []string) (string, bool) {
	if len(path) == 0 {
		return label, false
	}
	i := s.index(path[0], 0)
	if i < 0 {
		return label, false
	}
	f := &s.fields[i]
	if f.kind.place == nil {
		return joinPlace(label, f.label), false
	}
	inner, whole := f.kind.place(t, f.label, path[1:])
	if whole {
		return inner, true
	}
	return joinPlace(label, inner), false
}
