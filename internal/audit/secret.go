package audit

import (
	"bytes"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// secretIn looks through the member names of a JSON object, at any depth, for one that names a secret, and through its strings
// for a password hash. It answers with the offending name.
func secretIn(object jsontext.Value) (string, bool) {
	d := jsontext.NewDecoder(bytes.NewReader(object))
	for {
		token, err := d.ReadToken()
		if err != nil {
			return "", false // the end: the value was checked before
		}
		if token.Kind() != '"' {
			continue
		}
		text := token.String()
		kind, count := d.StackIndex(d.StackDepth())
		if isName := kind == '{' && count%2 == 1; isName && namesSecret(text) {
			return text, true
		}
		if carriesHash(text) {
			return "口令摘要", true
		}
	}
}

// namesSecret reports whether a member name speaks of something that must never be written down.
func namesSecret(name string) bool {
	plain := strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(strings.ToLower(name))
	for _, word := range []string{"password", "passwd", "pwd", "secret", "token", "cookie", "authorization", "credential", "apikey",
		"privatekey", "otp", "sessionid", "口令", "密码", "密钥", "令牌"} {
		if strings.Contains(plain, word) {
			return true
		}
	}
	return false
}

// carriesHash reports whether a text holds a password hash in PHC form.
func carriesHash(text string) bool {
	return strings.Contains(text, "$argon2") || strings.Contains(text, "$2a$") || strings.Contains(text, "$2b$")
}
