package proposal

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// kind is what one value of the document is: how it is read, written, compared and named. The whole format is a tree of
// kinds, stated once in the shape_*.go files; reading, canonical form, difference and wording all follow from it.
type kind[V any] struct {
	read  func(*reader, *V)
	write func([]byte, *V) []byte
	clear func(*V)                 // sets "not filled in" where that is not Go's zero value; nil otherwise
	diff  func(*differ, *V, *V)    // old, new
	show  func(*differ, *V) string // the value for a person; nil for objects and rows
	// name is the Chinese name of a path of keys below the value; nil when nothing is below.
	name func(path []string) (string, bool)
	// place words a pointer below the value; whole means that the text needs nothing before it. Nil when nothing is below.
	place func(v *V, label string, path []string) (text string, whole bool)
}

// need says what a missing key means.
type need int

const (
	gap      need = iota // read as empty and reported as a gap
	whole                // required in a whole document, a gap in a draft
	always               // required everywhere
	optional             // nothing to say
)

// field is one key of an object of type T; its kind works on the whole object.
type field[T any] struct {
	key, label string
	quoted     string // `"key":`
	need       need
	omit       func(*T) bool // nil, or whether the key is left out of the canonical form
	kind[T]
}

// at states a field: its key, its Chinese name, its kind and where T holds it.
func at[T, V any](key, label string, k kind[V], get func(*T) *V) field[T] {
	return field[T]{key: key, label: label, quoted: `"` + key + `":`, kind: lift(k, get)}
}

func (f field[T]) needed(n need) field[T] { f.need = n; return f }

func (f field[T]) unless(omit func(*T) bool) field[T] { f.omit = omit; return f }

// title is how a field is called in a message: "startDate(开工日期)".
func (f *field[T]) title() string { return f.key + "(" + f.label + ")" }

// lift makes a kind of the whole out of a kind of a part.
func lift[T, V any](k kind[V], get func(*T) *V) kind[T] {
	up := kind[T]{
		read:  func(r *reader, t *T) { k.read(r, get(t)) },
		write: func(b []byte, t *T) []byte { return k.write(b, get(t)) },
		diff:  func(d *differ, old, new *T) { k.diff(d, get(old), get(new)) },
		name:  k.name,
	}
	if k.clear != nil {
		up.clear = func(t *T) { k.clear(get(t)) }
	}
	if k.place != nil {
		up.place = func(t *T, label string, path []string) (string, bool) { return k.place(get(t), label, path) }
	}
	return up
}

// shape is the ordered list of an object's keys; at most 64 of them.
type shape[T any] struct{ fields []field[T] }

func shapeOf[T any](fields ...field[T]) shape[T] { return shape[T]{fields} }

// pick is the shape of some keys only, in the given order.
func (s *shape[T]) pick(keys ...string) *shape[T] {
	out := &shape[T]{}
	for _, key := range keys {
		out.fields = append(out.fields, s.fields[s.index(key, 0)])
	}
	return out
}

// index is the field called key, looked for first at next: documents mostly keep the canonical order. -1 when there is none.
func (s *shape[T]) index(key string, next int) int {
	if next < len(s.fields) && s.fields[next].key == key {
		return next
	}
	for i := range s.fields {
		if s.fields[i].key == key {
			return i
		}
	}
	return -1
}

// asObject is a JSON object of the given keys.
func asObject[T any](s *shape[T]) kind[T] {
	return kind[T]{read: s.read, write: s.write, clear: s.clear, diff: s.diff, name: s.name, place: s.place}
}

func (s *shape[T]) read(r *reader, t *T) {
	if !r.open(formObject) {
		return
	}
	var seen uint64
	for next := 0; r.more('}'); {
		key, ok := r.key()
		if !ok {
			return
		}
		i := s.index(key, next)
		switch {
		case i < 0:
			s.unknown(r, key)
			continue
		case seen&(1<<i) != 0:
			r.wrongf("/"+key, "%s 写了两遍,请只留一处", s.fields[i].title())
			r.skip()
			continue
		}
		seen |= 1 << i
		next = i + 1
		f := &s.fields[i]
		mark := len(r.list)
		f.read(r, t)
		if len(r.list) > mark {
			r.within(mark, "/"+key, f.title())
		}
	}
	if r.err == nil {
		s.missing(r, t, seen)
	}
}

// missing clears the fields that were not there and says so.
func (s *shape[T]) missing(r *reader, t *T, seen uint64) {
	for i := range s.fields {
		f := &s.fields[i]
		if seen&(1<<i) != 0 {
			continue
		}
		if f.clear != nil {
			f.clear(t)
		}
		switch {
		case f.need == optional:
		case f.need == always, f.need == whole && r.strict:
			r.wrongf("/"+f.key, "缺少必填的 %s", f.title())
		default:
			r.gap("/"+f.key, "缺少 "+f.title()+",按空处理")
		}
	}
}

func (s *shape[T]) unknown(r *reader, key string) {
	r.skip()
	if r.err != nil {
		return
	}
	pointer := string(jsontext.Pointer("").AppendToken(clip(key, 40)))
	for i := range s.fields {
		if f := &s.fields[i]; sameSpelling(f.key, key) {
			r.wrongf(pointer, "没有“%s”这个字段,应写作 %s", clip(key, 40), f.title())
			return
		}
	}
	r.wrongf(pointer, "没有“%s”这个字段,请删除或改正字段名", clip(key, 40))
}

// sameSpelling reports whether two keys differ at most in case and separators: startDate, StartDate, start_date.
func sameSpelling(a, b string) bool {
	for {
		a, b = strings.TrimLeft(a, "_- "), strings.TrimLeft(b, "_- ")
		if a == "" || b == "" {
			return a == b
		}
		if lower(a[0]) != lower(b[0]) {
			return false
		}
		a, b = a[1:], b[1:]
	}
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func (s *shape[T]) write(b []byte, t *T) []byte {
	b = append(b, '{')
	start := len(b)
	for i := range s.fields {
		f := &s.fields[i]
		if f.omit != nil && f.omit(t) {
			continue
		}
		if len(b) > start {
			b = append(b, ',')
		}
		b = append(b, f.quoted...)
		b = f.write(b, t)
	}
	return append(b, '}')
}

func (s *shape[T]) clear(t *T) {
	for i := range s.fields {
		if s.fields[i].clear != nil {
			s.fields[i].clear(t)
		}
	}
}

func (s *shape[T]) diff(d *differ, old, new *T) {
	for i := range s.fields {
		f := &s.fields[i]
		mark := len(d.changes)
		f.diff(d, old, new)
		if len(d.changes) > mark {
			d.within(mark, f.key, f.label)
		}
	}
}
