package audit

import "time"

// line is one line of an export file: exactly one member is set.
type line struct {
	Header *headerLine `json:"header,omitzero"`
	Head   *headLine   `json:"head,omitzero"`
	Entry  *entryLine  `json:"entry,omitzero"`
	End    *endLine    `json:"end,omitzero"`
}

type headerLine struct {
	Format     string `json:"format"`
	Version    int    `json:"version"`
	Scope      string `json:"scope"`
	ExportedAt string `json:"exportedAt"`
	Heads      int64  `json:"heads"`
}

type headLine struct {
	Stream string `json:"stream"`
	Seq    int64  `json:"seq"`
	Hash   string `json:"hash"`
}

type endLine struct {
	Entries int64  `json:"entries"`
	SHA256  string `json:"sha256"`
}

// entryLine is an entry; detail is text, not an object, because its exact bytes are hashed.
type entryLine struct {
	Stream       string `json:"stream"`
	Seq          int64  `json:"seq"`
	At           string `json:"at"`
	AccountID    string `json:"accountId"`
	Actor        string `json:"actor"`
	Role         string `json:"role"`
	Region       string `json:"region"`
	Action       string `json:"action"`
	Object       string `json:"object"`
	From         string `json:"from"`
	To           string `json:"to"`
	Reason       string `json:"reason"`
	Detail       string `json:"detail"`
	BeforeDigest string `json:"beforeDigest"`
	AfterDigest  string `json:"afterDigest"`
	Address      string `json:"address"`
	PrevHash     string `json:"prevHash"`
	Hash         string `json:"hash"`
}

func lineOf(e Entry) *entryLine {
	return &entryLine{e.Stream, e.Seq, stamp(e.At), e.AccountID, e.Actor, e.Role, e.Region, e.Action, e.Object, e.From, e.To,
		e.Reason, string(e.Detail), e.BeforeDigest, e.AfterDigest, e.Address, e.PrevHash, e.Hash}
}

func (l *entryLine) entry() (Entry, error) {
	at, err := instant(l.At)
	if err != nil {
		return Entry{}, err
	}
	var detail []byte
	if l.Detail != "" {
		detail = []byte(l.Detail)
	}
	return Entry{l.Stream, l.Seq, at, l.AccountID, l.Actor, l.Role, l.Region, l.Action, l.Object, l.From, l.To, l.Reason, detail,
		l.BeforeDigest, l.AfterDigest, l.Address, l.PrevHash, l.Hash}, nil
}

// instant reads the one form in which instants are exported; any other would be a second spelling of the same hash.
func instant(text string) (time.Time, error) {
	t, err := time.Parse(timeLayout, text)
	if err == nil && t.Format(timeLayout) != text {
		err = &time.ParseError{Layout: timeLayout, Value: text}
	}
	return t, err
}
