package audit

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"xianjie/internal/fault"
)

var noon = time.Date(2022, 12, 10, 4, 0, 0, 0, time.UTC)

// stream makes a sound stream of n entries.
func stream(t testing.TB, name string, n int) []Entry {
	t.Helper()
	head := Start(name)
	entries := make([]Entry, 0, n)
	for i := range n {
		e, err := Next(head, Entry{
			At: noon.Add(time.Duration(i) * time.Second), AccountID: fmt.Sprintf("acc-%d", i%3), Actor: "蓬莱区政府 签报岗", Role: "county_signer",
			Region: "370686", Action: "submit", Object: "A01", From: "DRAFT", To: "SUBMITTED", Reason: fmt.Sprintf("第 %d 次", i),
			Detail: fmt.Appendf(nil, `{"round":%d}`, i), BeforeDigest: strings.Repeat("a", 64), AfterDigest: strings.Repeat("b", 64), Address: "10.0.0.1",
		})
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
		head = e.Head()
	}
	return entries
}

func TestTheHashIsTheDocumentedOne(t *testing.T) {
	// Computed outside Go from the package comment.
	const start, want = "c58410a05ba849160b8b050c0144edd65d741177fe4bf81c7318d211f6fe8a31", "a1e36b81b9cbb9159ccffa3f975e87f034ec1523c05ed475f12ed6a7b691ce94"
	head := Start("application/A01")
	if head.Hash != start {
		t.Errorf("start %s", head.Hash)
	}
	e, err := Next(head, Entry{
		At: time.Date(2022, 12, 10, 15, 59, 59, 123456789, time.UTC), AccountID: "acc-1", Actor: "烟台市乡村振兴局 签发岗", Role: "city_signer",
		Region: "370600", Action: "report", From: "SHORTLISTED", To: "REPORTED", Reason: "同意上报",
		Detail:      []byte(` { "docNo": "烟振发〔2022〕9号", "amount": 4300.25 } `),
		AfterDigest: strings.Repeat("ab", 32), Address: "10.1.2.3",
	})
	if err != nil {
		t.Fatal(err)
	}
	if e.Hash != want {
		t.Errorf("hash %s", e.Hash)
	}
	if got := string(e.Detail); got != `{"amount":4300.25,"docNo":"烟振发〔2022〕9号"}` {
		t.Errorf("detail %s", got)
	}
	if e.Head() != (Head{"application/A01", 1, want}) || e.PrevHash != start {
		t.Errorf("links %+v", e)
	}
}

func TestNextIsStable(t *testing.T) {
	base := Entry{At: noon, Action: "submit", Detail: []byte(`{"b":9007199254740993,"a":1.10}`)}
	first, err := Next(Start("s"), base)
	if err != nil {
		t.Fatal(err)
	}
	if e, err := Next(Start("s"), Entry{At: noon.In(time.FixedZone("CST", 8*3600)).Add(7), Action: "submit"}); err != nil || e.At != noon {
		t.Errorf("the instant is %v, %v", e.At, err)
	}
	if !bytes.Equal(first.Detail, []byte(`{"a":1.10,"b":9007199254740993}`)) {
		t.Errorf("numbers were touched: %s", first.Detail)
	}
	same := map[string]Entry{
		"nanoseconds below a microsecond": {At: noon.Add(999), Action: "submit", Detail: base.Detail},
		"another zone":                    {At: noon.In(time.FixedZone("CST", 8*3600)), Action: "submit", Detail: base.Detail},
		"white space and order":           {At: noon, Action: "submit", Detail: []byte("{\"a\" : 1.10,\n\"b\":9007199254740993}")},
		"what only Next may set":          {At: noon, Action: "submit", Detail: base.Detail, Seq: 7, Hash: "x", PrevHash: "y", Stream: "s"},
	}
	for name, e := range same {
		if got, err := Next(Start("s"), e); err != nil || got.Hash != first.Hash {
			t.Errorf("%s: %v, hash differs: %v", name, err, got.Hash != first.Hash)
		}
	}
	if string(base.Detail) != `{"b":9007199254740993,"a":1.10}` {
		t.Error("the caller's detail was changed in place")
	}
	one, _ := Next(Start("s"), Entry{At: noon, Action: "submit", Reason: "ab", Detail: nil})
	two, _ := Next(Start("s"), Entry{At: noon, Action: "submita", Reason: "b", Detail: nil})
	if one.Hash == two.Hash {
		t.Error("two fields that join to the same text have one hash")
	}
}

func TestNextRefuses(t *testing.T) {
	ok := func(change func(*Entry)) Entry {
		e := Entry{At: noon, Action: "submit"}
		change(&e)
		return e
	}
	detail := func(text string) Entry { return ok(func(e *Entry) { e.Detail = []byte(text) }) }
	head := Start("s")
	tests := []struct {
		name string
		head Head
		e    Entry
	}{
		{"an entry for another stream", head, ok(func(e *Entry) { e.Stream = "t" })},
		{"a head without a stream", Head{Hash: head.Hash}, ok(func(*Entry) {})},
		{"a head without a hash", Head{Stream: "s"}, ok(func(*Entry) {})},
		{"a negative number", Head{"s", -1, head.Hash}, ok(func(*Entry) {})},
		{"no instant", head, Entry{Action: "submit"}},
		{"an instant before computers", head, ok(func(e *Entry) { e.At = time.Date(1800, 1, 1, 0, 0, 0, 0, time.UTC) })},
		{"no action", head, Entry{At: noon}},
		{"invalid UTF-8", head, ok(func(e *Entry) { e.Reason = "\xff" })},
		{"a NUL", head, ok(func(e *Entry) { e.Actor = "a\x00b" })},
		{"a reason beyond the bound", head, ok(func(e *Entry) { e.Reason = strings.Repeat("a", MaxText+1) })},
		{"a password hash as reason", head, ok(func(e *Entry) { e.Reason = "$argon2id$v=19$m=19456" })},
		{"detail that is no JSON", head, detail(`{"a":`)},
		{"detail with a member twice", head, detail(`{"a":1,"a":2}`)},
		{"detail that is a list", head, detail(`[1]`)},
		{"detail with two values", head, detail(`{} {}`)},
		{"detail with an escaped NUL", head, detail(`{"a":"\u0000"}`)},
		{"detail beyond the bound", head, detail(`{"a":"` + strings.Repeat("a", MaxDetail) + `"}`)},
		{"a password in the detail", head, detail(`{"a":{"newPassword":"x"}}`)},
		{"a token in a list in the detail", head, detail(`{"a":[{"session_token":"x"}]}`)},
		{"a secret under a Chinese name", head, detail(`{"初始口令":"x"}`)},
		{"an escaped name of a secret", head, detail(`{"passw\u006frd":"x"}`)},
		{"a password hash in the detail", head, detail(`{"a":["$argon2id$v=19$"]}`)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e, err := Next(tt.head, tt.e)
			if fault.CodeOf(err) != fault.Internal {
				t.Errorf("got %v", err)
			}
			if e.Hash != "" {
				t.Error("a refused entry has a hash")
			}
		})
	}
	for _, text := range []string{`{"round":1}`, `{"reason":"口令已重置"}`, `{}`, `{"a":[["password"]]}`} {
		if _, err := Next(head, detail(text)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}
