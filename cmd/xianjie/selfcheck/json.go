package selfcheck

import (
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"xianjie/policy"
)

// writeJSON writes the shape of applications/expected.json: rules in the order of the catalogue, lists never null. Whatever
// cannot be written shows as w's own error.
func writeJSON(w io.Writer, batchCode string, all []checked) {
	e := encoder{jsontext.NewEncoder(w, jsontext.WithIndent(" "))}
	e.object(func() {
		e.texts("batchCode", batchCode)
		e.key("results")
		e.list(func() {
			for i := range all {
				e.result(&all[i])
			}
		})
	})
}

// encoder writes one document; its structure is fixed, so that only the stream below can fail, and that remembers it.
type encoder struct{ to *jsontext.Encoder }

func (e encoder) result(c *checked) {
	e.object(func() {
		e.texts("applicationId", c.doc.ApplicationID, "overall", c.overall())
		e.rules("failed", c.findings, policy.Fail)
		e.rules("warned", c.findings, policy.Warn)
		e.key("checks")
		e.object(func() {
			for _, f := range c.findings {
				e.key(string(f.Rule))
				e.object(func() { e.texts("verdict", string(f.Verdict), "figure", f.Figure.Text) })
			}
		})
	})
}

func (e encoder) rules(key string, findings []policy.Finding, verdict policy.Verdict) {
	e.key(key)
	e.list(func() {
		for _, rule := range policy.With(findings, verdict) {
			e.token(jsontext.String(string(rule)))
		}
	})
}

// texts writes keys and their texts, by turns.
func (e encoder) texts(pairs ...string) {
	for _, p := range pairs {
		e.token(jsontext.String(p))
	}
}

func (e encoder) key(name string) { e.token(jsontext.String(name)) }

func (e encoder) object(body func()) {
	e.token(jsontext.BeginObject)
	body()
	e.token(jsontext.EndObject)
}

func (e encoder) list(body func()) {
	e.token(jsontext.BeginArray)
	body()
	e.token(jsontext.EndArray)
}

func (e encoder) token(t jsontext.Token) { _ = e.to.WriteToken(t) }
