package proposal

import (
	"fmt"
	"strconv"
)

// row says how the objects of a list are told apart and called. Order has no meaning for a difference.
type row[T any] struct {
	measure string             // counted noun: "个项目"
	limit   int                // most rows read
	key     func(*T) [2]string // what matches rows of two versions
	number  func(*T) string    // what a clerk calls the row, behind its ordinal: "P03"
	title   func(*T) string    // the row for a person: 项目 P03“道路硬化”
	brief   func(*T) string    // what an added or removed row says of itself; nil: nothing
	named   func(*T) string    // Change.Row; nil for rows inside a row
	unique  bool               // two rows with one number are refused
}

// asRows is a list of objects, never nil after reading.
func asRows[T any](s *shape[T], how row[T]) kind[[]T] {
	return kind[[]T]{
		read: func(r *reader, v *[]T) {
			*v = readList(r, how.limit, func(r *reader, out *T, n, mark int) {
				if s.read(r, out); len(r.list) > mark {
					r.withinRow(mark, "/"+strconv.Itoa(n), how.ordinal(n, out))
				}
			})
			if how.unique {
				how.refuseTwice(r, *v)
			}
		},
		write: func(b []byte, v *[]T) []byte { return writeList(b, *v, s.write) },
		clear: func(v *[]T) { *v = []T{} },
		diff:  func(d *differ, old, new *[]T) { diffRows(d, s, how, *old, *new) },
		name:  s.name,
		place: func(v *[]T, label string, path []string) (string, bool) {
			i, ok := rowIndex(path)
			if !ok {
				return label, false
			}
			if i >= len(*v) {
				return fmt.Sprintf("%s第 %d 行", label, i+1), false
			}
			text, _ := s.place(&(*v)[i], how.title(&(*v)[i]), path[1:])
			return text, how.named != nil
		},
	}
}

// ordinal is how a message calls the n-th row: "第 3 个项目 P03".
func (how *row[T]) ordinal(n int, t *T) string {
	where := fmt.Sprintf("第 %d %s", n+1, how.measure)
	if number := how.number(t); number != "" {
		where += " " + clip(number, 40)
	}
	return where
}

// refuseTwice names every row whose number an earlier row already has.
func (how *row[T]) refuseTwice(r *reader, list []T) {
	first := make(map[string]int, len(list))
	for i := range list {
		number := how.number(&list[i])
		if number == "" {
			continue
		}
		if j, taken := first[number]; taken {
			r.wrongf("/"+strconv.Itoa(i)+"/id", "第 %d %s与第 %d %s的编号同为 %s,请改成不同的编号", i+1, how.measure, j+1, how.measure, number)
			continue
		}
		first[number] = i
	}
}
