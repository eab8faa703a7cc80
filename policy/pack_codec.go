package policy

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"regexp"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/fault"
)

// defaultsJSON completes parameters a pack does not state. It is read when a pack is imported and at no other time: a kept
// pack is complete, so changing this file never changes a verdict already given.
//
//go:embed defaults.json
var defaultsJSON []byte

// maxPackBytes bounds an imported pack: far above 136 counties with every village listed.
const maxPackBytes = 8 << 20

// ParsePack reads the import format (applications/batch-reference.json) strictly: unknown, duplicate and case-variant keys
// are refused with their place. Absent optional parameters are completed from defaults.json. The error is a fault:
// Malformed when the text is not JSON, else Invalid with every wrong spot.
func ParsePack(data []byte) (*Pack, error) {
	if len(data) > maxPackBytes {
		return nil, fault.New(fault.TooLarge, "政策包超过 %d MB,请检查排除区域名单是否误含其他数据", maxPackBytes>>20)
	}
	pack := &Pack{}
	if err := pack.readDefaults(); err != nil {
		return nil, fault.Wrap(fault.Internal, "内置的缺省参数无法读取", err)
	}
	if err := json.Unmarshal(data, pack, json.RejectUnknownMembers(true)); err != nil {
		return nil, readingFault(data, err)
	}
	if pack.Params.Year == 0 {
		pack.Params.Year = yearIn(pack.BatchCode)
	}
	places := pack.build()
	if err := fault.At("政策包有 "+strconv.Itoa(len(places))+" 处需要改正,请按所列位置逐处修改后重新导入", places); err != nil {
		return nil, err
	}
	return pack, nil
}

func (p *Pack) readDefaults() error {
	var defaults struct {
		Note   string  `json:"_note"`
		Params *Params `json:"params"`
	}
	defaults.Params = &p.Params
	return json.Unmarshal(defaultsJSON, &defaults, json.RejectUnknownMembers(true))
}

// Canonical is the complete pack as JSON: same content, same bytes. ParsePack reads it back to an equal pack.
func (p *Pack) Canonical() []byte {
	body, err := json.Marshal(p, json.Deterministic(true))
	if err != nil {
		panic(err) // every field is a plain value; nothing that ParsePack accepts can fail here
	}
	return body
}

// Digest is the hex SHA-256 of Canonical.
func (p *Pack) Digest() string {
	sum := sha256.Sum256(p.Canonical())
	return hex.EncodeToString(sum[:])
}

var yearPattern = regexp.MustCompile(`(?:^|[^0-9])(20[0-9]{2})(?:[^0-9]|$)`)

// yearIn is the four-digit year inside a batch code ("SD-XJTJQ-2023-02"), 0 when there is none.
func yearIn(batchCode string) int {
	m := yearPattern.FindStringSubmatch(batchCode)
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1]) // four digits by the pattern
	return year
}

// readingFault turns a decoding error into a fault that names the place.
func readingFault(data []byte, err error) error {
	var syntactic *jsontext.SyntacticError
	var semantic *json.SemanticError
	switch {
	case errors.As(err, &syntactic) && errors.Is(err, jsontext.ErrDuplicateName):
		return wrongAt(err, string(syntactic.JSONPointer), "字段重复出现,请只保留一处")
	case errors.As(err, &syntactic):
		line := 1 + bytes.Count(data[:min(int(syntactic.ByteOffset), len(data))], []byte("\n"))
		return fault.Wrap(fault.Malformed, "政策包不是完整的 JSON 文件:第 "+strconv.Itoa(line)+" 行附近有误,请检查引号、逗号和括号是否成对", err)
	case errors.As(err, &semantic) && errors.Is(err, json.ErrUnknownName):
		return wrongAt(err, string(semantic.JSONPointer), "没有这个字段,请核对名称(区分大小写)或删去")
	case errors.As(err, &semantic):
		return wrongAt(err, string(semantic.JSONPointer), whatIsWrong(semantic))
	}
	return fault.Wrap(fault.Malformed, "政策包无法读取,请重新导出后再导入", err)
}

func wrongAt(cause error, place, message string) error {
	return &fault.Error{
		Code: fault.Invalid, Message: "政策包 " + place + ":" + message,
		Places: []fault.Place{{Location: place, Message: message}}, Cause: cause,
	}
}

// whatIsWrong says it in the reader's own words when a value's type refused the text, else names the kind found.
func whatIsWrong(err *json.SemanticError) string {
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
	case '[', '{':
		return "此处的括号结构不对,请对照样例政策包"
	}
	return "此处的值不能用,请对照样例政策包"
}

func chinese(text string) bool {
	for _, r := range text {
		if r >= 0x4e00 && r <= 0x9fff {
			return true
		}
	}
	return false
}
