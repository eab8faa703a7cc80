package proposal

import (
	"slices"
	"strings"
)

// SameUnit reports whether two names mean one unit of the county p. People write “农业农村局”, “县农业农村局” and “高唐县农业农村局” for the same
// bureau of 高唐县: blanks, the county's full name and the one character of its rank (县, 市, 区) in front do not count. The rank is the
// county's own, so that 高唐县 never takes “市交通运输局”, its prefecture's, for a bureau of its own. Nobody is the unit without a name.
func (p Place) SameUnit(a, b string) bool {
	written := p.unitForms(b)
	return slices.ContainsFunc(p.unitForms(a), func(form string) bool { return slices.Contains(written, form) })
}

// unitForms are the ways a unit's name may be shortened, the name itself first; none for a blank name.
func (p Place) unitForms(name string) []string {
	name = strings.Join(strings.Fields(name), "")
	forms := []string{name}
	county := strings.TrimSpace(p.Name)
	for _, front := range []string{county, rank(county)} {
		if short, found := strings.CutPrefix(name, front); found && front != "" {
			forms = append(forms, short)
		}
	}
	return slices.DeleteFunc(forms, func(form string) bool { return form == "" })
}

// rank is the last character of a county's name: 县, 市 or 区.
func rank(county string) string {
	runes := []rune(county)
	if len(runes) == 0 {
		return ""
	}
	return string(runes[len(runes)-1])
}
