package api

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/danielgtaylor/huma/v2"

	"xianjie/internal/fault"
)

const mediaJSON = "application/json"

// strictJSON is the only format spoken: no unknown, repeated or differently spelled keys, no broken text.
var strictJSON = huma.Format{Marshal: marshal, Unmarshal: unmarshal}

// prepared is an answer that writes itself, because most of it is stored JSON that need not be looked at again.
type prepared interface{ writeJSON(w io.Writer) error }

// keeper is a body that is kept as received for a codec of its own.
type keeper interface{ keep(data []byte) }

func marshal(w io.Writer, v any) error {
	if p, ok := v.(prepared); ok {
		return p.writeJSON(w)
	}
	return json.MarshalWrite(w, v, json.Deterministic(true))
}

func unmarshal(data []byte, v any) error {
	if k, ok := v.(keeper); ok {
		k.keep(data)
		return nil
	}
	return plain(data, json.Unmarshal(data, v, json.RejectUnknownMembers(true)))
}

// plain says in Chinese what the decoder found wrong, and where.
func plain(data []byte, err error) error {
	var syntax *jsontext.SyntacticError
	var semantic *json.SemanticError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &syntax) && errors.Is(err, jsontext.ErrDuplicateName):
		return fault.At("正文中有字段写了两遍", []fault.Place{{Location: string(syntax.JSONPointer), Message: "这个字段写了两遍,请只留一处"}})
	case errors.As(err, &syntax):
		line, column := position(data, syntax.ByteOffset)
		return fault.New(fault.Malformed, "正文不是正确的 JSON:第 %d 行第 %d 个字节附近有误", line, column)
	case errors.As(err, &semantic) && errors.Is(err, json.ErrUnknownName):
		return fault.At("正文中有多余的字段", []fault.Place{{Location: string(semantic.JSONPointer), Message: "没有这个字段,请删除或改正字段名"}})
	case errors.As(err, &semantic):
		message := "内容的类型或格式不正确,请查看接口文档"
		if semantic.Err != nil && inChinese(semantic.Err.Error()) == semantic.Err.Error() {
			message = semantic.Err.Error() // a value that refused the text in its own words
		}
		return fault.At("正文内容有误", []fault.Place{{Location: string(semantic.JSONPointer), Message: message}})
	default:
		return fault.Wrap(fault.Malformed, "正文无法读取", err)
	}
}

// position is the line and the byte within it, both from 1.
func position(data []byte, offset int64) (line, column int) {
	before := data[:min(int64(len(data)), max(0, offset))]
	return bytes.Count(before, []byte{'\n'}) + 1, len(before) - bytes.LastIndexByte(before, '\n')
}

// maxDepth is the deepest nesting taken; nothing we define comes near it.
const maxDepth = 32

// wellFormed reads a body once for what no schema can say: one value, no repeated keys, no text that a database cannot keep, no
// nesting without end.
func wellFormed(data []byte) error {
	d := jsontext.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.ReadToken()
		if errors.Is(err, io.EOF) {
			return fault.New(fault.Malformed, "请求缺少正文,请按接口文档填写")
		}
		if err != nil {
			return plain(data, err)
		}
		if token.Kind() == '"' && strings.ContainsRune(token.String(), 0) {
			return fault.At("正文中有无法保存的字符", []fault.Place{{Location: string(d.StackPointer()), Message: "含有空字符,请删除"}})
		}
		if d.StackDepth() > maxDepth {
			return fault.New(fault.Malformed, "正文嵌套过深(超过 %d 层)", maxDepth)
		}
		if d.StackDepth() == 0 {
			return trailing(data, d)
		}
	}
}

func trailing(data []byte, d *jsontext.Decoder) error {
	if _, err := d.ReadToken(); !errors.Is(err, io.EOF) {
		line, column := position(data, d.InputOffset())
		return fault.New(fault.Malformed, "正文应只有一个 JSON 值:第 %d 行第 %d 个字节之后还有内容", line, column)
	}
	return nil
}

// sizeText says a size as people do.
func sizeText(n int64) string {
	switch {
	case n >= 1<<20:
		return strconv.FormatInt(n>>20, 10) + " MB"
	case n >= 1<<10:
		return strconv.FormatInt(n>>10, 10) + " KB"
	default:
		return strconv.FormatInt(n, 10) + " 字节"
	}
}
