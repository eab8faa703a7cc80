package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"xianjie/internal/proposal"
)

// tableWords are the names a table may use for what a document knows by code.
type tableWords struct {
	villages, towns *placeNames
	items           []proposal.IntegratedItem
}

func villages(w *tableWords) *placeNames { return w.villages }

func towns(w *tableWords) *placeNames { return w.towns }

func wordsOf(doc *proposal.Proposal) *tableWords {
	w := &tableWords{villages: newPlaces(12, "村"), towns: newPlaces(9, "乡镇"), items: doc.FundPlan.Integrated}
	for _, v := range doc.Zone.Villages {
		w.towns.add(v.TownCode, v.TownName, "")
		w.villages.add(v.Code, v.Name, v.TownName)
	}
	return w
}

// placeNames are places by name and by code. Two places may share a name.
type placeNames struct {
	digits int
	noun   string
	names  map[string]string   // code → name
	codes  map[string][]string // name, also with its town before it → codes
}

func newPlaces(digits int, noun string) *placeNames {
	return &placeNames{digits: digits, noun: noun, names: map[string]string{}, codes: map[string][]string{}}
}

func (n *placeNames) add(code, name, town string) {
	if code == "" || name == "" || n.names[code] != "" {
		return
	}
	n.names[code] = name
	for _, each := range slices.Compact([]string{name, town + name}) {
		n.codes[squash(each)] = append(n.codes[squash(each)], code)
	}
}

// find gives the codes a text may mean: one when it is clear. known says whether the document has the place.
func (n *placeNames) find(text string) (codes []string, known bool) {
	if len(text) == n.digits && allDigits(text) {
		return []string{text}, n.names[text] != ""
	}
	if codes = n.codes[squash(text)]; len(codes) == 0 {
		codes = n.codes[squash(text+n.noun)] // 下袁楼 for 下袁楼村
	}
	return codes, true
}

// shown are codes as a cell holds them: by name where the name says which, else by code.
func (n *placeNames) shown(codes []string) string {
	shown := make([]string, 0, len(codes))
	for _, code := range codes {
		name := n.names[code]
		if back, _ := n.find(name); len(back) != 1 || back[0] != code || len(split(name)) != 1 {
			name = code
		}
		if name == "" {
			return kept // a place without a code
		}
		shown = append(shown, name)
	}
	return strings.Join(shown, "、")
}

// candidates lists what could be meant.
func (n *placeNames) candidates(codes []string) string {
	if len(codes) == 0 {
		for code := range n.names {
			codes = append(codes, code)
		}
		slices.Sort(codes)
	}
	const most = 12
	shown := make([]string, 0, most)
	for _, code := range codes[:min(len(codes), most)] {
		shown = append(shown, n.names[code]+"("+code+")")
	}
	if len(codes) > most {
		return strings.Join(shown, "、") + " 等"
	}
	return strings.Join(shown, "、")
}

// split takes a list in one cell apart.
func split(text string) []string {
	out := []string{}
	for each := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("、,;\n\t ", fold(r)) }) {
		out = append(out, each)
	}
	return out
}

// fold is a full-width character in its half-width form.
func fold(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '\u3000' || r == '\u00a0':
		return ' '
	case r == '−' || r == '－':
		return '-'
	}
	return r
}

// tidy is a number, date or code as it was meant: half-width, without blanks around.
func tidy(text string) string { return strings.TrimSpace(strings.Map(fold, text)) }

// squash is a heading or a name for comparing: without blanks, marks and what stands in brackets.
func squash(text string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch r = fold(r); {
		case r == '(' || r == '[':
			depth++
			return -1
		case r == ')' || r == ']':
			depth = max(depth-1, 0)
			return -1
		case depth > 0 || r <= ' ' || strings.ContainsRune("、,:;*/·-_.'\"“”", r) || r >= 0x200b && r <= 0x200f || r == '\ufeff':
			return -1
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}, text)
}

// vacant reports what clerks write into a cell that holds nothing.
func vacant(text string) bool {
	const longest = 40 // with the blanks around
	if len(text) > longest {
		return false
	}
	switch tidy(text) {
	case "", "-", "--", "—", "——", "/", "\\", "无", "暂无", "〇":
		return true
	}
	return false
}

func allDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// clip keeps a message readable when what it quotes is not.
func clip(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return ' '
		}
		return r
	}, text)
	const most = 40
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}
