package review

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"slices"
)

// stream is the random source of every draw, so plain that anyone can replay it with a pocket tool:
//
//	block i = HMAC-SHA256(key = seed as UTF-8, message = purpose ‖ 0x00 ‖ i as 8 bytes, big endian), i = 0, 1, 2 …
//
// The purpose is "panel/WRITTEN" (the stage drawn for), "order" or "lot". Each block gives four numbers of 64 bits, big endian, in
// order. A number below n is v mod n of the first v under the largest multiple of n that 64 bits hold; others are passed over, so
// that no remainder is favoured. Shuffling is Fisher–Yates from the end: for i = n−1 … 1, swap i with a number below i+1.
type stream struct {
	mac     hash.Hash
	purpose string
	next    uint64 // block
	left    []byte // of the last block
}

func newStream(seed, purpose string) *stream {
	return &stream{mac: hmac.New(sha256.New, []byte(seed)), purpose: purpose}
}

func (s *stream) uint64() uint64 {
	if len(s.left) == 0 {
		message := append([]byte(s.purpose), 0)
		message = binary.BigEndian.AppendUint64(message, s.next)
		s.next++
		s.mac.Reset()
		s.mac.Write(message)
		s.left = s.mac.Sum(nil)
	}
	v := binary.BigEndian.Uint64(s.left)
	s.left = s.left[8:]
	return v
}

// below is a number from 0 to n−1, each equally likely.
func (s *stream) below(n int) int {
	m := uint64(n)
	over := -m % m // 2^64 mod m: so many numbers at the end of the range are one remainder too many
	for {
		if v := s.uint64(); v <= -over-1 {
			return int(v % m)
		}
	}
}

func shuffle[T any](s *stream, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := s.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}

// Order draws the order of the defence: a permutation of the ids that depends on the seed and on which ids there are, not on how
// they were listed.
func Order(seed string, ids []string) []string { return drawn(seed, "order", ids) }

// DrawLots draws lots 1 … n among tied applications; the smaller lot goes first.
func DrawLots(seed string, tied []string) map[string]int {
	lots := make(map[string]int, len(tied))
	for i, id := range drawn(seed, "lot", tied) {
		lots[id] = i + 1
	}
	return lots
}

func drawn(seed, purpose string, ids []string) []string {
	list := slices.Clone(ids)
	slices.Sort(list)
	list = slices.Compact(list)
	shuffle(newStream(seed, purpose), list)
	return list
}
