package api

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/fault"
)

// mediaMergePatch is what a merge patch may call itself.
const mediaMergePatch = "application/merge-patch+json"

// merge applies an RFC 7386 merge patch to a stored value. Values are moved as text, so that no number changes its spelling on
// the way. Members keep their order, new ones follow. The patch may not repeat a key.
func merge(target, patch []byte) ([]byte, error) {
	if err := wellFormed(patch); err != nil {
		return nil, err
	}
	value, err := merged(target, patch)
	if err != nil {
		return nil, fault.Wrap(fault.Malformed, "修改内容无法合并,请核对正文", err)
	}
	return value, nil
}

func merged(target, patch jsontext.Value) (jsontext.Value, error) {
	if patch.Kind() != '{' {
		return patch, nil
	}
	changes, err := open(patch)
	if err != nil {
		return nil, err
	}
	kept := &object{at: map[string]int{}}
	if target.Kind() == '{' {
		if kept, err = open(target); err != nil {
			return nil, err
		}
	}
	for _, change := range changes.list {
		if err := kept.put(change); err != nil {
			return nil, err
		}
	}
	return kept.text(), nil
}

// object is a JSON object taken apart into its members, each as it was written.
type object struct {
	list []member
	at   map[string]int // by name; the members taken out stay in list without a value
}

type member struct {
	quoted jsontext.Value // the name
	value  jsontext.Value
}

func open(text jsontext.Value) (*object, error) {
	o := &object{at: map[string]int{}}
	d := jsontext.NewDecoder(bytes.NewReader(text))
	if _, err := d.ReadToken(); err != nil {
		return nil, err
	}
	for d.PeekKind() == '"' {
		quoted, err := d.ReadValue()
		if err != nil {
			return nil, err
		}
		quoted = quoted.Clone()
		value, err := d.ReadValue()
		if err != nil {
			return nil, err
		}
		name, err := jsontext.AppendUnquote(nil, quoted)
		if err != nil {
			return nil, err
		}
		o.at[string(name)] = len(o.list)
		o.list = append(o.list, member{quoted, value.Clone()})
	}
	_, err := d.ReadToken()
	return o, err
}

// put replaces, adds or, for null, takes out one member.
func (o *object) put(change member) error {
	name, err := jsontext.AppendUnquote(nil, change.quoted)
	if err != nil {
		return err
	}
	i, there := o.at[string(name)]
	switch {
	case change.value.Kind() == 'n' && there:
		o.list[i].value = nil
		delete(o.at, string(name))
		return nil
	case change.value.Kind() == 'n':
		return nil
	case !there:
		i = len(o.list)
		o.at[string(name)] = i
		o.list = append(o.list, member{quoted: change.quoted})
	}
	o.list[i].value, err = merged(o.list[i].value, change.value)
	return err
}

func (o *object) text() jsontext.Value {
	b := []byte{'{'}
	for _, m := range o.list {
		if m.value == nil {
			continue
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(append(append(b, m.quoted...), ':'), m.value...)
	}
	return append(b, '}')
}
