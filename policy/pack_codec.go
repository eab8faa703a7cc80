package policy

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"regexp"
	"strconv"

	"github.com/go-json-experiment/json"

	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/internal/strictjson"
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
	if err := strictjson.Read("政策包", data, pack); err != nil {
		return nil, err
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
		Note   string        `json:"_note"`
		Params *Params       `json:"params"`
		Review *review.Setup `json:"review"`
	}
	defaults.Params, defaults.Review = &p.Params, &p.Review
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
