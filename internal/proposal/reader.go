package proposal

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// reader goes through one JSON text once, value by value. What is wrong with the content is collected and reading goes on;
// what is wrong with the JSON itself ends it: err is set and every later call does nothing.
type reader struct {
	problems
	dec    *jsontext.Decoder
	text   string // the whole input; the document's strings are cut from it
	strict bool   // a whole document: every top-level key is required
	err    error
	stop   int // where the document ended when more follows
}

var (
	errTooDeep  = errors.New("nested too deep")
	errTrailing = errors.New("more text after the document")
)

func newReader(data []byte, strict bool) *reader {
	return &reader{
		dec:  jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true)), // told apart by shape.read, with their place
		text: string(data), strict: strict,
	}
}

// form is a JSON type in a person's words.
type form struct {
	kind  jsontext.Kind
	noun  string
	empty string // how "nothing filled in" is written
}

// The forms a value can be asked to have.
var (
	formText   = form{'"', "文字(加英文引号)", `""`}
	formNumber = form{'0', "数字(不加引号)", "0"}
	formFlag   = form{'t', "true(是)或 false(否)", "false"}
	formList   = form{'[', "用 [ ] 括起的列表", "[]"}
	formObject = form{'{', "用 { } 括起的一组字段", "{}"}
)

func (f form) is(k jsontext.Kind) bool { return k == f.kind || f.kind == 't' && k == 'f' }

func kindName(k jsontext.Kind) string {
	switch k {
	case '"':
		return "文字"
	case '0':
		return "数字"
	case 't', 'f':
		return "true 或 false"
	case '[':
		return "列表"
	}
	return "一组字段"
}

// expects reports whether the next value has the form; otherwise the value is passed over and the mistake collected.
func (r *reader) expects(f form) bool {
	if r.err != nil {
		return false
	}
	k := r.dec.PeekKind()
	if f.is(k) {
		return true
	}
	r.skip()
	switch {
	case r.err != nil:
	case k == 'n':
		r.wrongf("", "不能填 null,没有内容请填 %s", f.empty)
	default:
		r.wrongf("", "应为%s,现为%s", f.noun, kindName(k))
	}
	return false
}

// scalar reads a value that is not a list or an object; the bytes are valid until the next read.
func (r *reader) scalar(f form) ([]byte, bool) {
	if !r.expects(f) {
		return nil, false
	}
	return r.value()
}

func (r *reader) value() ([]byte, bool) {
	raw, err := r.dec.ReadValue()
	if err != nil {
		r.err = err
		return nil, false
	}
	return raw, true
}

// string reads a text. Without escapes it is a piece of the input and costs no copy.
func (r *reader) string() (string, bool) {
	raw, ok := r.scalar(formText)
	if !ok {
		return "", false
	}
	return r.unquote(raw), true
}

func (r *reader) unquote(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 {
		end := int(r.dec.InputOffset())
		return r.text[end-len(raw)+1 : end-1]
	}
	plain, _ := jsontext.AppendUnquote(nil, raw) // raw was validated by the decoder
	return string(plain)
}

// number reads the exact characters of a number.
func (r *reader) number() (string, bool) {
	raw, ok := r.scalar(formNumber)
	if !ok {
		return "", false
	}
	end := int(r.dec.InputOffset())
	return r.text[end-len(raw) : end], true
}

// null passes over a null and reports whether there was one.
func (r *reader) null() bool {
	if r.err != nil || r.dec.PeekKind() != 'n' {
		return false
	}
	_, ok := r.value()
	return ok
}

// open enters a list or an object.
func (r *reader) open(f form) bool {
	if !r.expects(f) {
		return false
	}
	_, r.err = r.dec.ReadToken()
	return r.err == nil
}

// more reports whether another element follows; otherwise it leaves the list or object.
func (r *reader) more(end jsontext.Kind) bool {
	if r.err != nil {
		return false
	}
	if k := r.dec.PeekKind(); k != end && k != jsontext.KindInvalid {
		return true
	}
	_, r.err = r.dec.ReadToken()
	return false
}

// key reads a field's name.
func (r *reader) key() (string, bool) {
	raw, ok := r.value()
	if !ok {
		return "", false
	}
	return r.unquote(raw), true
}

// skip passes over one value of any form and depth up to maxDepth.
func (r *reader) skip() {
	depth := r.dec.StackDepth()
	for r.err == nil {
		_, r.err = r.dec.ReadToken()
		if now := r.dec.StackDepth(); now <= depth {
			return
		} else if now > maxDepth {
			r.err = errTooDeep
		}
	}
}

// end makes sure that nothing follows the document.
func (r *reader) end() {
	if r.err != nil {
		return
	}
	r.stop = int(r.dec.InputOffset())
	if _, err := r.dec.ReadToken(); !errors.Is(err, io.EOF) {
		r.err = errTrailing
	}
}
