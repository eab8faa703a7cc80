package selfcheck

import "xianjie/policy"

// ink colours words on a terminal; the zero value leaves them plain.
type ink struct{ on bool }

// The colours of a page, as terminals are told them.
const (
	red    = "31"
	yellow = "33"
	green  = "32"
	bold   = "1"
)

func (k ink) paint(text string, colours ...string) string {
	if !k.on || text == "" {
		return text
	}
	for _, c := range colours {
		text = "\x1b[" + c + "m" + text
	}
	return text + "\x1b[0m"
}

// verdict paints a text as the verdict it tells.
func (k ink) verdict(v policy.Verdict, text string) string {
	switch v {
	case policy.Fail:
		return k.paint(text, red)
	case policy.Warn:
		return k.paint(text, yellow)
	case policy.Pass:
		return k.paint(text, green)
	}
	return text
}
