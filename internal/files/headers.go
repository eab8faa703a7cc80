package files

import (
	"fmt"
	"strings"
)

// Headers are the response headers of a download that can never run in the page: always saved and never shown, no guessing of
// types, no scripts, no use by other sites, no shared cache. A media type that is not one of Types is sent as plain bytes.
func Headers(fileName, mediaType string) map[string]string {
	name, err := CleanName(fileName)
	if err != nil {
		name = "attachment"
	}
	media := mediaUnknown
	for _, t := range Types() {
		if t.Media == mediaType {
			media = t.Media
		}
	}
	return map[string]string{
		"Content-Type":                 media,
		"Content-Disposition":          fmt.Sprintf(`attachment; filename="%s"; filename*=UTF-8''%s`, asciiName(name), extendedName(name)),
		"X-Content-Type-Options":       "nosniff",
		"Content-Security-Policy":      "sandbox; default-src 'none'",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Cache-Control":                "private, no-store",
	}
}

// asciiName is the name for clients that do not read filename*.
func asciiName(name string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r > 0x7e || r == '"' || r == '\\' || r == '%' {
			return '_'
		}
		return r
	}, name)
}

// extendedName is the name as RFC 8187 (before: RFC 5987) wants it: UTF-8, everything but attr-char percent-encoded.
func extendedName(name string) string {
	var b strings.Builder
	for i := range len(name) {
		c := name[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("!#$&+-.^_`|~", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
