package proposal

// Head identifies a document: which county applies in which batch through which channel.
type Head struct {
	ApplicationID string
	BatchCode     string
	Channel       Channel
	Province      Place
	City          Place
	County        Place
}

// Head is the document's own head.
func (p *Proposal) Head() Head {
	return Head{p.ApplicationID, p.BatchCode, p.Channel, p.Province, p.City, p.County}
}

// ProjectRow is one project as it is kept: its number and its canonical JSON.
type ProjectRow struct {
	ID   string
	Body []byte
}

// Blank is an empty draft. Its slices are not nil.
func Blank(head Head) *Proposal {
	p := &Proposal{SchemaVersion: SchemaVersion, ApplicationID: head.ApplicationID, BatchCode: head.BatchCode, Channel: head.Channel,
		Province: head.Province, City: head.City, County: head.County}
	proposalShape.clear(p)
	return p
}

// Split takes a document apart into what a draft is kept as: the canonical body of each of Sections() and one row per project.
func Split(p *Proposal) (map[SectionName][]byte, []ProjectRow) {
	sections := make(map[SectionName][]byte, len(Sections()))
	for i := range parts {
		if parts[i].stored {
			sections[parts[i].section] = parts[i].write(nil, p)
		}
	}
	projects := make([]ProjectRow, len(p.Projects))
	for i := range p.Projects {
		projects[i] = ProjectRow{p.Projects[i].ID, projectShape.write(nil, &p.Projects[i])}
	}
	return sections, projects
}

// DecodeSection reads the body of one section as strictly as DecodeDraft, gaps allowed, and returns it in canonical form.
// Places are pointers into the body. An unknown section is fault.NotFound.
func DecodeSection(name SectionName, data []byte) ([]byte, error) {
	part, err := stored(name)
	if err != nil {
		return nil, err
	}
	p := Blank(Head{})
	if _, err := readAll(data, false, p, part.read); err != nil {
		return nil, err
	}
	return part.write(make([]byte, 0, len(data)), p), nil
}

// DecodeProject reads one project as strictly as DecodeDraft and returns it with its canonical form. Its id is required:
// 1 to 32 letters, digits, "-" or "_".
func DecodeProject(data []byte) (*Project, []byte, error) {
	p := new(Project)
	if _, err := readAll(data, false, p, projectShape.read); err != nil {
		return nil, nil, err
	}
	return p, projectShape.write(make([]byte, 0, len(data)), p), nil
}
