package review

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"xianjie/internal/fault"
)

// placing collects wrong spots, each with its place relative to what is checked.
type placing struct{ places []fault.Place }

func (c *placing) wrong(location, format string, args ...any) {
	c.places = append(c.places, fault.Place{Location: location, Message: fmt.Sprintf(format, args...)})
}

// codePattern is how dimensions, items, vetoes and site items may be coded.
var codePattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$`)

// within holds a count between least and mostCount.
func (c *placing) within(place string, n, least int) {
	if n < least || n > mostCount {
		c.wrong(place, "应填 %d 到 %d 之间的整数,现为 %d", least, mostCount, n)
	}
}

func (c *placing) named(place, name string) {
	if blank(name) {
		c.wrong(place, "请填写名称")
	}
}

func (c *placing) code(place, what, code string, seen map[string]bool) {
	if code != "" && !codePattern.MatchString(code) {
		c.wrong(place, "%s“%s”只能用字母、数字和 . _ -,以字母或数字开头,不超过 32 个", what, clip(code))
		return
	}
	c.unique(place, what, code, seen)
}

func (c *placing) unique(place, what, key string, seen map[string]bool) {
	switch {
	case blank(key):
		c.wrong(place, "请填写%s", what)
	case seen[key]:
		c.wrong(place, "%s“%s”重复,请只保留一处", what, clip(key))
	}
	seen[key] = true
}

// at is a JSON pointer through an index.
func at(before string, i int, after string) string { return before + strconv.Itoa(i) + after }

// pointer appends a key to a JSON pointer.
func pointer(under, key string) string {
	if !strings.ContainsAny(key, "~/") { // as good as always; and a sheet has many
		return under + key
	}
	return under + strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
}
