package audit

import (
	"encoding/hex"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/fault"
)

// Bounds of an entry. They keep streams small and are far above anything the program writes itself.
const (
	MaxDetail = 16 << 10 // bytes of Detail
	MaxText   = 16 << 10 // bytes of any other field
)

// Next makes the entry that follows prev: it sets Stream, Seq, PrevHash and Hash, cuts At to UTC microseconds and brings Detail
// into canonical form (members sorted, no white space, numbers untouched). It refuses, as an Internal fault because only a
// programming error leads there, an entry for another stream, without instant or action, with text that a database cannot
// keep exactly (invalid UTF-8, NUL), beyond the bounds, with a Detail that is no JSON object, or that carries a secret.
func Next(prev Head, e Entry) (Entry, error) {
	if prev.Stream == "" || (e.Stream != "" && e.Stream != prev.Stream) {
		return Entry{}, broken("流水名称与链头不一致")
	}
	if prev.Seq < 0 || len(prev.Hash) != 64 {
		return Entry{}, broken("链头不完整")
	}
	e.Stream, e.Seq, e.PrevHash = prev.Stream, prev.Seq+1, prev.Hash
	e.At = e.At.UTC().Truncate(time.Microsecond)
	if y := e.At.Year(); e.At.IsZero() || y < 1970 || y > 9999 {
		return Entry{}, broken("缺少时刻")
	}
	if e.Action == "" {
		return Entry{}, broken("缺少动作")
	}
	for _, text := range []string{e.Stream, e.AccountID, e.Actor, e.Role, e.Region, e.Action, e.Object, e.From, e.To, e.Reason,
		e.BeforeDigest, e.AfterDigest, e.Address} {
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) || len(text) > MaxText {
			return Entry{}, broken("文字过长或含有无法保存的字符")
		}
		if carriesHash(text) {
			return Entry{}, broken("含有口令摘要，审计流水不得记录秘密")
		}
	}
	detail, err := canonicalDetail(e.Detail)
	if err != nil {
		return Entry{}, err
	}
	e.Detail = detail
	sum := e.sum(e.Stream, e.Seq)
	e.Hash = hex.EncodeToString(sum[:])
	return e, nil
}

func canonicalDetail(detail []byte) ([]byte, error) {
	if len(detail) == 0 {
		return nil, nil
	}
	v := jsontext.Value(detail).Clone()
	if err := v.Format(jsontext.ReorderRawObjects(true)); err != nil {
		return nil, fault.Wrap(fault.Internal, "审计记录有误：明细不是规范的 JSON", err)
	}
	if v.Kind() != '{' {
		return nil, broken("明细不是 JSON 对象")
	}
	if strings.Contains(string(v), `\u0000`) {
		return nil, broken("明细含有无法保存的字符")
	}
	if len(v) > MaxDetail {
		return nil, broken("明细过长")
	}
	if key, found := secretIn(v); found {
		return nil, broken("明细含有“" + key + "”，审计流水不得记录秘密")
	}
	return v, nil
}

func broken(what string) error { return fault.New(fault.Internal, "审计记录有误：%s", what) }
