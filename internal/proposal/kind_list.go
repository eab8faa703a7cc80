package proposal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// asList is a list of simple values, never nil after reading. Its order has no meaning: the same values in another order
// are no change.
func asList[V comparable](each kind[V]) kind[[]V] {
	show := func(d *differ, v *[]V) string {
		shown := make([]string, 0, len(*v))
		for i := range *v {
			shown = append(shown, each.show(d, &(*v)[i]))
		}
		return strings.Join(shown, "、")
	}
	return kind[[]V]{
		read: func(r *reader, v *[]V) {
			*v = readList(r, maxItems, func(r *reader, out *V, n, mark int) {
				if each.read(r, out); len(r.list) > mark {
					r.within(mark, "/"+strconv.Itoa(n), fmt.Sprintf("第 %d 项", n+1))
				}
			})
		},
		write: func(b []byte, v *[]V) []byte { return writeList(b, *v, each.write) },
		clear: func(v *[]V) { *v = []V{} },
		diff: func(d *differ, old, new *[]V) {
			if !slices.Equal(*old, *new) && !sameSet(*old, *new) {
				d.changed(show(d, old), show(d, new))
			}
		},
		show: show,
		place: func(_ *[]V, label string, path []string) (string, bool) {
			if i, ok := rowIndex(path); ok {
				return joinPlace(label, fmt.Sprintf("第 %d 项", i+1)), false
			}
			return label, false
		},
	}
}

// readList reads the elements of a list into a slice that is never nil. read gets the element's place, its index and where
// the problems collected so far end.
func readList[V any](r *reader, limit int, read func(r *reader, out *V, n, mark int)) []V {
	out := []V{}
	if !r.open(formList) {
		return out
	}
	for n := 0; r.more(']'); n++ {
		switch {
		case n < limit:
			if n == 0 {
				out = make([]V, 0, 4) // most lists are short
			}
			var zero V
			out = append(out, zero)
			read(r, &out[n], n, len(r.list))
			continue
		case n == limit:
			r.wrongf("", "超过 %d 行,请检查是否重复粘贴", limit)
		}
		r.skip()
	}
	return out
}

func writeList[V any](b []byte, list []V, write func([]byte, *V) []byte) []byte {
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = write(b, &list[i])
	}
	return append(b, ']')
}

// sameSet reports whether two lists hold the same values equally often.
func sameSet[V comparable](a, b []V) bool {
	if len(a) != len(b) {
		return false
	}
	count := make(map[V]int, len(a))
	for _, v := range a {
		count[v]++
	}
	for _, v := range b {
		if count[v]--; count[v] < 0 {
			return false
		}
	}
	return true
}

// rowIndex is the first element of a pointer below a list.
func rowIndex(path []string) (int, bool) {
	if len(path) == 0 {
		return 0, false
	}
	n, err := strconv.Atoi(path[0])
	return n, err == nil && n >= 0
}
