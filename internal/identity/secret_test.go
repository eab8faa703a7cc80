package identity

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

func TestASecretShowsNowhere(t *testing.T) {
	const text = "Spring-Rain-2022"
	hexText, quoted := fmt.Sprintf("%x", text), fmt.Sprintf("%q", text)
	s := NewSecret(text)
	holder := struct {
		Shown  Secret
		hidden Secret
		List   []Secret
	}{s, s, []Secret{s}}
	a := Account{Login: "filer", PasswordHash: s}
	in := SignIn{Login: "filer", Password: s}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T %v"} {
		for _, value := range []any{s, &s, holder, &holder, a, in, []Secret{s}, map[string]Secret{"a": s}, errors.Join(fmt.Errorf("x %v", s))} {
			shown := fmt.Sprintf(verb, value)
			if strings.Contains(shown, text) || strings.Contains(strings.ToLower(shown), hexText) || strings.Contains(shown, quoted) {
				t.Errorf("%s shows %s", verb, shown)
			}
		}
	}
	encoded, err := json.Marshal(map[string]any{"s": s, "a": a, "in": in, "keys": map[Secret]int{s: 1}})
	if err != nil || bytes.Contains(encoded, []byte(text)) || !bytes.Contains(encoded, []byte(redacted)) {
		t.Errorf("%s, %v", encoded, err)
	}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "s", s, "a", a, "in", in)
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "s", s, "a", a, "in", in)
	if strings.Contains(log.String(), text) {
		t.Error(log.String())
	}
	if s.String() != redacted || s.Reveal() != text || s.IsZero() || !NewSecret("").IsZero() || (Secret{}).Reveal() != "" {
		t.Error("a secret does not keep its word")
	}
}
