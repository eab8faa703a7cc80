package proposal

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// MergePatch applies an RFC 7386 merge patch to a stored value. Values are moved as text, so that no number changes its spelling on
// the way. Members keep their order, new ones follow. Neither text may repeat a key.
func MergePatch(target, patch []byte) ([]byte, error) { return merged(target, patch) }

func merged(target, patch jsontext.Value) (jsontext.Value, error) {
	if patch.Kind() != '{' {
		return patch, nil
	}
	changes, err := takenApart(patch)
	if err != nil {
		return nil, err
	}
	kept := &members{at: map[string]int{}}
	if target.Kind() == '{' {
		if kept, err = takenApart(target); err != nil {
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

// members is a JSON object taken apart, each as it was written.
type members struct {
	list []member
	at   map[string]int // by name; the members taken out stay in list without a value
}

type member struct {
	quoted jsontext.Value // the name
	value  jsontext.Value
}

func takenApart(text jsontext.Value) (*members, error) {
	o := &members{at: map[string]int{}}
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
func (o *members) put(change member) error {
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

func (o *members) text() jsontext.Value {
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
