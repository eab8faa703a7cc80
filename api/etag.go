package api

import (
	"strconv"
	"strings"

	"xianjie/internal/fault"
)

// Matching is the version a change was made over.
type Matching struct {
	IfMatch string `header:"If-Match" doc:"所见版本,取自上次应答的 ETag,如 \"7\"。必填;与现版本不符时答 412" example:"\"7\""`
}

// version reads If-Match: one strong tag that begins with a version.
func (m Matching) version() (int64, error) {
	tag, err := strongTag(m.IfMatch)
	if err != nil {
		return 0, err
	}
	digits, _, _ := strings.Cut(tag, "-")
	version, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || version < 0 || digits != strconv.FormatInt(version, 10) {
		return 0, badTag("If-Match 应为应答中的 ETag,如 \"7\"")
	}
	return version, nil
}

// strongTag is the text between the quotation marks of one strong entity tag.
func strongTag(header string) (string, error) {
	header = strings.TrimSpace(header)
	switch {
	case header == "":
		return "", &fault.Error{Code: fault.NeedsVersion, Message: "修改须在 If-Match 请求头中写明所见的版本,取自上次应答的 ETag",
			Places: []fault.Place{{Location: "header.If-Match", Message: "缺少"}}}
	case header == "*":
		return "", badTag("If-Match 不能为 *:须写明所见的版本,以免覆盖他人的修改")
	case strings.HasPrefix(header, "W/"):
		return "", badTag("If-Match 须为强标识,不带 W/")
	}
	inner, ok := strings.CutPrefix(header, `"`)
	inner, closed := strings.CutSuffix(inner, `"`)
	if !ok || !closed || inner == "" || strings.ContainsAny(inner, `", `) {
		return "", badTag("If-Match 应为带引号的一个版本,如 \"7\"")
	}
	return inner, nil
}

func badTag(message string) error {
	return &fault.Error{Code: fault.Malformed, Message: message, Places: []fault.Place{{Location: "header.If-Match", Message: message}}}
}

// Conditional lets a reader say what it already has.
type Conditional struct {
	IfNoneMatch string `header:"If-None-Match" doc:"已有内容的 ETag;未变时答 304"`
}

// has reports whether the reader already has what the tag names (RFC 9110: weak comparison, any of the list).
func (m Conditional) has(tag string) bool {
	if m.IfNoneMatch == "" {
		return false
	}
	for each := range strings.SplitSeq(m.IfNoneMatch, ",") {
		each = strings.TrimSpace(each)
		if each == "*" || strings.TrimPrefix(each, "W/") == tag {
			return true
		}
	}
	return false
}

// versionTag is the ETag of something that has a version.
func versionTag(version int64) string { return `"` + strconv.FormatInt(version, 10) + `"` }

// stamp gathers what an answer depends on into a short digest: FNV-1a, because nothing secret hangs on it.
type stamp uint64

func newStamp() stamp { return 14695981039346656037 }

func (p stamp) text(s string) stamp {
	for i := range len(s) {
		p = (p ^ stamp(s[i])) * 1099511628211
	}
	return (p ^ 0xff) * 1099511628211
}

func (p stamp) number(n int64) stamp {
	for range 8 {
		p = (p ^ stamp(n&0xff)) * 1099511628211
		n >>= 8
	}
	return p
}

func (p stamp) String() string { return strconv.FormatUint(uint64(p), 36) }

// tag is the ETag of what the stamp was taken of.
func (p stamp) tag() string { return `"` + p.String() + `"` }
