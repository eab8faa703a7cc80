package proposal

import "xianjie/internal/fault"

// Diff lists what differs between two versions in the order of the document, projects included, nil when nothing does.
// Rows are matched by code, id or name; the order of rows and of simple lists has no meaning.
func Diff(old, new *Proposal) []Change {
	d := differ{old: old, new: new}
	for i := range parts {
		parts[i].compare(&d, old, new)
	}
	return d.changes
}

// DiffSection compares two bodies of one stored section; an empty old body is a section not yet filled in. A body that
// cannot be read is the fault DecodeSection gives.
func DiffSection(name SectionName, old, new []byte) ([]Change, error) {
	part, err := stored(name)
	if err != nil {
		return nil, err
	}
	before, after := Blank(Head{}), Blank(Head{})
	if len(old) > 0 {
		if _, err := readAll(old, false, before, part.read); err != nil {
			return nil, err
		}
	}
	if _, err := readAll(new, false, after, part.read); err != nil {
		return nil, err
	}
	var d differ
	part.compare(&d, before, after)
	return d.changes, nil
}

// DiffProject compares two bodies of one project row; an empty old body is a new project, an empty new one a removed
// project. Pointers are those of a document that holds this project alone.
func DiffProject(old, new []byte) ([]Change, error) {
	before, after := Blank(Head{}), Blank(Head{})
	for _, side := range []struct {
		body []byte
		doc  *Proposal
	}{{old, before}, {new, after}} {
		if len(side.body) == 0 {
			continue
		}
		project, _, err := DecodeProject(side.body)
		if err != nil {
			return nil, err
		}
		side.doc.Projects = append(side.doc.Projects, *project)
	}
	var d differ
	projectsPart.compare(&d, before, after)
	return d.changes, nil
}

// stored is the definition of a section kept as one body.
func stored(name SectionName) (*part, error) {
	for i := range parts {
		if parts[i].section == name && parts[i].stored {
			return &parts[i], nil
		}
	}
	return nil, fault.New(fault.NotFound, "申报书没有“%s”这个栏目,可用:%s", clip(string(name), 40), sectionOptions())
}

// differ collects changes. Like problems, a change is placed from the inside out.
type differ struct {
	changes  []Change
	old, new *Proposal         // whole documents, for the names behind codes; nil when only a part is compared
	names    map[string]string // code → name, made when first needed
}

func (d *differ) add(c Change) { d.changes = append(d.changes, c) }

func (d *differ) changed(from, to string) {
	d.add(Change{Kind: Changed, From: shownOr(from), To: shownOr(to)})
}

func shownOr(value string) string {
	if value == "" {
		return nothing
	}
	return value
}

// within places every change collected since mark under one key.
func (d *differ) within(mark int, key, label string) {
	for i := mark; i < len(d.changes); i++ {
		c := &d.changes[i]
		c.Pointer = "/" + key + c.Pointer
		if c.RowLabel != "" {
			continue // the row stands for everything above it
		}
		if c.Field == "" {
			if c.Field = key; c.FieldLabel == "" {
				c.FieldLabel = label
			}
			continue
		}
		c.Field = key + "." + c.Field
		c.FieldLabel = joinPlace(label, c.FieldLabel)
	}
}

// named is a village's or town's code with its name, where the document gives one.
func (d *differ) named(code string) string {
	if d.names == nil {
		d.names = map[string]string{}
		for _, p := range []*Proposal{d.old, d.new} {
			if p == nil {
				continue
			}
			for i := range p.Zone.Villages {
				v := &p.Zone.Villages[i]
				d.names[v.Code], d.names[v.TownCode] = v.Name, v.TownName
			}
		}
	}
	if name := d.names[code]; name != "" {
		return name + "(" + code + ")"
	}
	return code
}
