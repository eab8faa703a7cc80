package proposal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/fault"
)

func (r *reader) summary() string {
	return fmt.Sprintf("申报内容有 %d 处须改正", r.wrong)
}

// malformed says where the JSON breaks off and what is probably the matter.
func (r *reader) malformed() *fault.Error {
	offset, pointer := int(r.dec.InputOffset()), r.dec.StackPointer()
	var syntax *jsontext.SyntacticError
	if errors.As(r.err, &syntax) {
		offset, pointer = int(syntax.ByteOffset), syntax.JSONPointer
	}
	if errors.Is(r.err, errTrailing) {
		offset, pointer = len(r.text)-len(strings.TrimLeft(r.text[r.stop:], " \t\r\n")), ""
	}
	offset = min(max(offset, 0), len(r.text))
	reason := r.reason(offset)
	line, column := position(r.text, offset)
	message := fmt.Sprintf("第 %d 行第 %d 列:%s", line, column, reason)
	return &fault.Error{
		Code: fault.Malformed, Message: "内容无法读取。" + message, Cause: r.err,
		Places: []fault.Place{{Location: string(pointer), Message: message}},
	}
}

func (r *reader) reason(offset int) string {
	rest := r.text[offset:]
	switch {
	case strings.TrimSpace(r.text) == "":
		return "内容是空的"
	case startsWithMark(r.text):
		return "文件开头有编码标记,请另存为“UTF-8(无 BOM)”"
	case errors.Is(r.err, errTooDeep):
		return fmt.Sprintf("括号嵌套超过 %d 层,不是申报数据", maxDepth)
	case errors.Is(r.err, errTrailing):
		return "申报数据到此已结束,后面还有多余内容"
	case firstInvalid(rest) == 0:
		return "不是 UTF-8 编码的文字(常见于用 GBK 保存),请另存为 UTF-8"
	case rest == "" || errors.Is(r.err, io.ErrUnexpectedEOF):
		return "内容在此中断,可能没有传完,或少了引号、括号"
	case rest[0] < 0x20 && rest[0] != '\n' && rest[0] != '\r' && rest[0] != '\t':
		return "有看不见的控制字符,请删除"
	case rest[0] < 0x20:
		return "引号内的文字不能直接换行或用制表符,请写作 \\n、\\t,或检查前面是否少了引号"
	}
	first, _ := utf8.DecodeRuneInString(rest)
	return fmt.Sprintf("“%c”不符合 JSON 格式,请检查附近是否少了或多了逗号、引号、括号", first)
}

// startsWithMark reports a byte order mark of UTF-8 or UTF-16.
func startsWithMark(text string) bool {
	return strings.HasPrefix(text, "\xef\xbb\xbf") || strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff")
}

// firstInvalid is the offset of the first byte that is not UTF-8, -1 when there is none.
func firstInvalid(text string) int {
	for i, c := range text {
		if c == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}

// position counts lines and columns from 1; a column is one character.
func position(text string, offset int) (line, column int) {
	before := []byte(text[:offset])
	line = bytes.Count(before, []byte{'\n'}) + 1
	return line, utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
}
