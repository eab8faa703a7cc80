package identity

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/crypto/argon2"
)

// phc is a password hash as it is stored: $argon2id$v=19$m=19456,t=2,p=1$salt$key.
type phc struct {
	memory, time uint32
	threads      uint8
	salt, key    []byte
}

const (
	saltBytes = 16
	keyBytes  = 32
)

// Bounds of a stored hash, far above what this program writes, so that a planted row cannot claim the machine's memory.
const (
	maxMemory  = 64 << 10 // KiB
	maxTime    = 16
	maxThreads = 16
)

var errPHC = errors.New("not an argon2id hash in PHC form")

func (p phc) String() string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, p.memory, p.time, p.threads, b64.EncodeToString(p.salt), b64.EncodeToString(p.key))
}

// parsePHC reads exactly the form that String writes, within the bounds.
func parsePHC(text string) (phc, error) {
	parts := strings.Split(text, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return phc{}, errPHC
	}
	cost := strings.Split(parts[3], ",")
	if len(cost) != 3 {
		return phc{}, errPHC
	}
	var p phc
	memory, okM := costOf(cost[0], "m=", maxMemory)
	time, okT := costOf(cost[1], "t=", maxTime)
	threads, okP := costOf(cost[2], "p=", maxThreads)
	if !okM || !okT || !okP {
		return phc{}, errPHC
	}
	p.memory, p.time, p.threads = memory, time, uint8(threads)
	var errSalt, errKey error
	b64 := base64.RawStdEncoding.Strict()
	p.salt, errSalt = b64.DecodeString(parts[4])
	p.key, errKey = b64.DecodeString(parts[5])
	if errSalt != nil || errKey != nil || len(p.salt) != saltBytes || len(p.key) != keyBytes || p.String() != text {
		return phc{}, errPHC
	}
	return p, nil
}

func costOf(text, prefix string, limit uint64) (uint32, bool) {
	digits, ok := strings.CutPrefix(text, prefix)
	n, err := strconv.ParseUint(digits, 10, 32)
	return uint32(n), ok && err == nil && n >= 1 && n <= limit
}
