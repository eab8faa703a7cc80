package api

import "time"

// Limits bound what one request may cost, whatever a batch's pack allows.
type Limits struct {
	Command  int64         // bytes of a command's body
	Brief    int64         // bytes of what somebody without a session may send
	Document int64         // bytes of a document's body: proposal, section, project, pack
	Form     int64         // bytes of an upload besides its file
	Answer   time.Duration // how long a request may take
	Transfer time.Duration // how long an upload, download or export may take
}

// orDefaults replaces what is not set.
func (l Limits) orDefaults() Limits {
	defaults := Limits{Command: 1 << 20, Brief: 64 << 10, Document: 4 << 20, Form: 64 << 10, Answer: 30 * time.Second, Transfer: 15 * time.Minute}
	if l.Command <= 0 {
		l.Command = defaults.Command
	}
	if l.Brief <= 0 {
		l.Brief = defaults.Brief
	}
	if l.Document <= 0 {
		l.Document = defaults.Document
	}
	if l.Form <= 0 {
		l.Form = defaults.Form
	}
	if l.Answer <= 0 {
		l.Answer = defaults.Answer
	}
	if l.Transfer <= 0 {
		l.Transfer = defaults.Transfer
	}
	return l
}
