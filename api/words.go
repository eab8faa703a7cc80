package api

import (
	"sync"
	"unicode"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"
)

// speakChinese sets huma's texts and manners, which it keeps in package variables. It runs once in a process, before the first
// operation is registered.
var speakChinese = sync.OnceFunc(func() {
	//nolint:reassign // huma offers no other way than its variables
	huma.NewErrorWithContext, huma.ValidateStrictCasing, huma.DefaultArrayNullable = humaProblem, true, false
	//nolint:reassign // only the type of the result matters: it becomes the schema of every error answer
	huma.NewError = func(status int, _ string, _ ...error) huma.StatusError { return &problem{Status: status} }
	for variable, text := range map[*string]string{
		&validation.MsgUnexpectedProperty:                "没有这个字段,请删除或改正字段名",
		&validation.MsgExpectedRFC3339DateTime:           "应为 RFC 3339 时刻,如 2022-12-10T16:00:00Z",
		&validation.MsgExpectedRFC3339Date:               "应为日期,如 2022-12-10",
		&validation.MsgExpectedBoolean:                   "应为 true 或 false",
		&validation.MsgExpectedNumber:                    "应为数字",
		&validation.MsgExpectedInteger:                   "应为整数",
		&validation.MsgExpectedString:                    "应为文字",
		&validation.MsgExpectedArray:                     "应为列表",
		&validation.MsgExpectedObject:                    "应为对象",
		&validation.MsgExpectedArrayItemsUnique:          "列表中有重复",
		&validation.MsgExpectedOneOf:                     "应为其中之一:%s",
		&validation.MsgExpectedMinimumNumber:             "不得小于 %v",
		&validation.MsgExpectedMaximumNumber:             "不得大于 %v",
		&validation.MsgExpectedMinLength:                 "不得少于 %d 个字",
		&validation.MsgExpectedMaxLength:                 "不得超过 %d 个字",
		&validation.MsgExpectedBePattern:                 "应为%s",
		&validation.MsgExpectedMatchPattern:              "格式不正确,应符合 %s",
		&validation.MsgExpectedMinItems:                  "不得少于 %d 项",
		&validation.MsgExpectedMaxItems:                  "不得超过 %d 项",
		&validation.MsgExpectedRequiredProperty:          missing + "%s",
		&validation.MsgExpectedMatchAtLeastOneSchema:     "不符合任何一种格式",
		&validation.MsgExpectedMatchExactlyOneSchema:     "不符合任何一种格式",
		&validation.MsgExpectedNumberBeMultipleOf:        "应为 %v 的整数倍",
		&validation.MsgExpectedExclusiveMinimumNumber:    "应大于 %v",
		&validation.MsgExpectedExclusiveMaximumNumber:    "应小于 %v",
		&validation.MsgExpectedConst:                     "应为 %v",
		&validation.MsgExpectedDependentRequiredProperty: "缺少 %s(填写 %s 时必填)",
	} {
		*variable = text
	}
})

// missing begins the message about a member that is not there.
const missing = "缺少必填的 "

// fixed are the texts huma writes into its code.
var fixed = map[string]string{
	"required query parameter is missing":  "缺少必填的查询参数",
	"required path parameter is missing":   "地址不完整",
	"required header parameter is missing": "缺少必填的请求头",
	"unknown query parameter":              "没有这个查询参数,请查看接口文档",
	"invalid integer":                      "应为整数",
	"invalid boolean":                      "应为 true 或 false",
	"unexpected property":                  "没有这个字段,请删除或改正字段名",
}

// inChinese is a message as a person may see it: ours as it is, huma's fixed ones translated, anything else in general words.
func inChinese(message string) string {
	if text, ok := fixed[message]; ok {
		return text
	}
	for _, r := range message {
		if unicode.Is(unicode.Han, r) {
			return message
		}
	}
	return "格式不正确,请查看接口文档"
}
