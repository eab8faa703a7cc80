package identity

import (
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"
	"golang.org/x/text/unicode/norm"

	"xianjie/internal/fault"
)

// Factor is what an account's codes are made with (RFC 6238): six digits every half minute.
type Factor struct {
	Secret    Secret // base32; zero when there is none
	LastStep  int64  // the newest step a code was spent of
	Confirmed bool   // a code has shown that the person holds the secret; before, nothing is asked for
}

const (
	factorPeriod = 30 // seconds a code lives
	factorSkew   = 1  // steps a clock may be off, either way
	factorBytes  = 20 // of the secret, as RFC 4226 recommends
	factorIssuer = "衔接"
)

// DrawnFactor is a fresh secret, shown once: as it is typed and as the picture says it.
type DrawnFactor struct {
	Secret Secret // base32
	URI    Secret // otpauth://…, for the QR code
}

func drawFactor(login string) (DrawnFactor, error) {
	key, err := totp.Generate(totp.GenerateOpts{Issuer: factorIssuer, AccountName: login, Period: factorPeriod, SecretSize: factorBytes,
		Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
	if err != nil {
		return DrawnFactor{}, fault.Wrap(fault.Internal, "生成动态码密钥", err)
	}
	return DrawnFactor{NewSecret(key.Secret()), NewSecret(key.URL())}, nil
}

// step finds the step whose code this is, among those a clock a little off may show; ok is false for a wrong code and for one of
// a step that was spent already, or lies before it.
func (f Factor) step(code string, now time.Time) (step int64, ok bool) {
	code = strings.Join(strings.Fields(norm.NFKC.String(code)), "")
	current := now.Unix() / factorPeriod
	for step := current - factorSkew; step <= current+factorSkew; step++ {
		if step <= f.LastStep || step < 0 {
			continue
		}
		right, err := hotp.ValidateCustom(code, uint64(step), f.Secret.Reveal(), hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err == nil && right {
			return step, true
		}
	}
	return 0, false
}
