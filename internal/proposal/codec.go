package proposal

import "xianjie/internal/fault"

// Decode reads one whole application document strictly: unknown, repeated and differently spelled keys, unknown words, texts
// that are too long or unprintable, numbers that cannot be kept exactly, dates that do not exist and nulls where nothing may
// be null are refused. fault.Malformed means that the text is not JSON (the message has line and column); fault.Invalid lists
// every wrong place and every missing required key. Missing inner keys are no error: they are read as empty and come back
// as gaps, nil when there are none. Slices of the result are never nil.
func Decode(data []byte) (*Proposal, []fault.Place, error) { return decode(data, true) }

// DecodeDraft is Decode for a document still being filled in: only schemaVersion, batchCode, channel and county are required.
func DecodeDraft(data []byte) (*Proposal, []fault.Place, error) { return decode(data, false) }

func decode(data []byte, strict bool) (*Proposal, []fault.Place, error) {
	p := new(Proposal)
	gaps, err := readAll(data, strict, p, proposalShape.read)
	if err != nil {
		return nil, nil, err
	}
	return p, gaps, nil
}

// readAll reads data, which must hold one JSON value and nothing else, into v.
func readAll[T any](data []byte, strict bool, v *T, read func(*reader, *T)) (gaps []fault.Place, err error) {
	r := newReader(data, strict)
	read(r, v)
	r.end()
	if r.err != nil {
		return nil, r.malformed()
	}
	if r.wrong > 0 {
		return nil, &fault.Error{Code: fault.Invalid, Message: r.summary(), Places: r.places(false)}
	}
	return r.places(true), nil
}

// Canonical is the one byte form of a document: compact JSON, keys in the order of the format, shortest exact decimals,
// instants in UTC, no note. Equal documents have equal bytes, and Decode(Canonical(p)) is p.
func Canonical(p *Proposal) []byte {
	return proposalShape.write(make([]byte, 0, 4<<10+len(p.Projects)*3<<9+len(p.Zone.Villages)<<9), p)
}
