// Package strictjson reads JSON that people hand in as files, and says in their words what is wrong with it and where: unknown, repeated and
// ill-written keys are refused, and a value's type may give its own reason.
package strictjson

import (
	"bytes"
	"errors"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/fault"
)

// Read decodes data into a value; what names the file for people ("政策包"). The error is a fault: Malformed when the text is not JSON, else
// Invalid with the place.
func Read(what string, data []byte, into any) error {
	err := json.Unmarshal(data, into, json.RejectUnknownMembers(true))
	if err == nil {
		return nil
	}
	var syntactic *jsontext.SyntacticError
	var semantic *json.SemanticError
	switch {
	case errors.As(err, &syntactic) && errors.Is(err, jsontext.ErrDuplicateName):
		return wrongAt(what, err, string(syntactic.JSONPointer), "字段重复出现,请只保留一处")
	case errors.As(err, &syntactic):
		line := 1 + bytes.Count(data[:min(int(syntactic.ByteOffset), len(data))], []byte("\n"))
		return fault.Wrap(fault.Malformed, what+"不是完整的 JSON 文件:第 "+strconv.Itoa(line)+" 行附近有误,请检查引号、逗号和括号是否成对", err)
	case errors.As(err, &semantic) && errors.Is(err, json.ErrUnknownName):
		return wrongAt(what, err, string(semantic.JSONPointer), "没有这个字段,请核对名称(区分大小写)或删去")
	case errors.As(err, &semantic):
		return wrongAt(what, err, string(semantic.JSONPointer), reason(what, semantic))
	}
	return fault.Wrap(fault.Malformed, what+"无法读取,请重新导出", err)
}

func wrongAt(what string, cause error, place, message string) error {
	return &fault.Error{
		Code: fault.Invalid, Message: what + " " + place + ":" + message,
		Places: []fault.Place{{Location: place, Message: message}}, Cause: cause,
	}
}

// reason is the value's own when its type refused the text in Chinese, else it names the kind found.
func reason(what string, err *json.SemanticError) string {
	if err.Err != nil && chinese(err.Err.Error()) {
		return err.Err.Error()
	}
	switch err.JSONKind {
	case '"':
		return "此处不能填这样的文字,请按格式说明改为数字、是否、列表或正确的时刻(如 2022-12-11T00:00:00+08:00)"
	case '0':
		return "此处不能填这样的数字,请核对是否应为整数、加引号的文字或列表"
	case 't', 'f':
		return "此处不应填 true 或 false"
	case 'n':
		return "此处不能为空(null)"
	}
	return "此处的括号结构不对,请对照样例" + what
}

func chinese(text string) bool {
	for _, r := range text {
		if r >= 0x4e00 && r <= 0x9fff {
			return true
		}
	}
	return false
}
