package proposal

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/money"
)

// scalar is a kind whose values are simply equal or not.
func scalar[V comparable](read func(*reader) (V, bool), write func([]byte, V) []byte, show func(V) string) kind[V] {
	return kind[V]{
		read: func(r *reader, v *V) {
			if got, ok := read(r); ok {
				*v = got
			}
		},
		write: func(b []byte, v *V) []byte { return write(b, *v) },
		diff: func(d *differ, old, new *V) {
			if *old != *new {
				d.changed(show(*old), show(*new))
			}
		},
		show: func(_ *differ, v *V) string { return show(*v) },
	}
}

// asFlag is 是 or 否.
func asFlag() kind[bool] {
	return scalar(
		func(r *reader) (bool, bool) {
			raw, ok := r.scalar(formFlag)
			return ok && raw[0] == 't', ok
		},
		strconv.AppendBool,
		func(v bool) string {
			if v {
				return "是"
			}
			return "否"
		})
}

// asCount is a whole number from 0 to maxCount, shown with its unit; 456.0 is read as 456.
func asCount(unit string) kind[int64] {
	return scalar(
		func(r *reader) (int64, bool) {
			text, ok := r.number()
			if !ok {
				return 0, false
			}
			n, err := money.Decimal(text, 0, maxCount)
			if err != nil || n < 0 {
				r.wrongf("", "“%s”不是 0 到 10 亿之间的整数", clip(text, 40))
				return 0, false
			}
			return n, true
		},
		func(b []byte, v int64) []byte { return strconv.AppendInt(b, v, 10) },
		func(v int64) string { return strconv.FormatInt(v, 10) + " " + unit })
}

// asAmount is 万元, exact to 分; sign and plan precision are left to rule F08.
func asAmount() kind[money.Fen] {
	return scalar(
		func(r *reader) (money.Fen, bool) { return parsed(r, money.ParseWan) },
		func(b []byte, v money.Fen) []byte { return v.AppendWan(b) },
		func(v money.Fen) string { return v.String() + " 万元" })
}

// asArea is an area in the given unit with at most two decimals.
func asArea(unit string) kind[Hundredths] {
	return scalar(
		func(r *reader) (Hundredths, bool) { return parsed(r, ParseHundredths) },
		func(b []byte, v Hundredths) []byte { return v.append(b) },
		func(v Hundredths) string { return v.String() + " " + unit })
}

// parsed reads a number by its exact characters.
func parsed[V any](r *reader, parse func(string) (V, error)) (V, bool) {
	var none V
	text, ok := r.number()
	if !ok {
		return none, false
	}
	v, err := parse(text)
	if err != nil {
		r.wrongf("", "%s", err)
		return none, false
	}
	return v, true
}

// asDate is a real calendar date; "" is not filled in.
func asDate() kind[Date] {
	return scalar(
		func(r *reader) (Date, bool) {
			text, ok := r.string()
			if !ok {
				return Date{}, false
			}
			v, err := ParseDate(text)
			if err != nil {
				r.wrongf("", "%s", err)
			}
			return v, err == nil
		},
		func(b []byte, v Date) []byte { return append(v.append(append(b, '"')), '"') },
		Date.String)
}

// asWord is one word of a closed list; "" is not filled in.
func asWord[K ~string](list words[K]) kind[K] {
	return scalar(
		func(r *reader) (K, bool) {
			text, ok := r.string()
			if !ok {
				return "", false
			}
			v, known := list.find(text)
			if !known {
				r.wrongf("", "“%s”不在可填的范围内,可填:%s", clip(text, 40), list.options())
			}
			return v, known
		},
		func(b []byte, v K) []byte { return appendText(b, string(v)) },
		list.label)
}

// asInstant is an RFC 3339 instant or null; it is kept as UTC cut to the microsecond.
func asInstant() kind[*time.Time] {
	return kind[*time.Time]{
		read: func(r *reader, v **time.Time) {
			if r.null() {
				return
			}
			text, ok := r.string()
			if !ok {
				return
			}
			var t time.Time
			if err := t.UnmarshalText([]byte(text)); err != nil || t.UTC().Year() < 1 || t.UTC().Year() > 9999 {
				r.wrongf("", "“%s”不是带时区的时刻(如 2022-12-10T15:30:00+08:00),没有请填 null", clip(text, 40))
				return
			}
			t = t.UTC().Truncate(time.Microsecond)
			*v = &t
		},
		write: func(b []byte, v **time.Time) []byte {
			if *v == nil {
				return append(b, "null"...)
			}
			return append((*v).UTC().Truncate(time.Microsecond).AppendFormat(append(b, '"'), time.RFC3339Nano), '"')
		},
		diff: func(d *differ, old, new **time.Time) {
			if same := *old == *new || *old != nil && *new != nil && (*old).Equal(**new); !same {
				d.changed(showInstant(*old), showInstant(*new))
			}
		},
		show: func(_ *differ, v **time.Time) string { return showInstant(*v) },
	}
}

// showInstant is Beijing time, the only one people of the programme use.
func showInstant(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.In(time.FixedZone("", 8*60*60)).Format("2006-01-02 15:04:05.999999")
}

// appendText writes a JSON string. The document's texts were validated on reading; an ill-formed one made by a program is
// written with replacement characters.
func appendText(b []byte, text string) []byte {
	if plain(text) {
		return append(append(append(b, '"'), text...), '"')
	}
	b, _ = jsontext.AppendQuote(b, text)
	return b
}

// plain reports whether a text is written in JSON as it stands.
func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < 0x20 || c == '"' || c == '\\' {
			return false
		}
	}
	return utf8.ValidString(text)
}

// hasUnprintable reports characters a text must not hold; a text of one line holds no line break or tab either.
func hasUnprintable(text string, multiline bool) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return unprintable(r) || !multiline && (r == '\n' || r == '\t' || r == '\r')
	})
}
