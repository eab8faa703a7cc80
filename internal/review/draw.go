package review

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"

	"xianjie/internal/fault"
)

// Candidate is an expert who may be drawn.
type Candidate struct {
	Expert string `json:"expert"` // account id
	Code   string `json:"code"`   // anonymous code shown on result sheets, "E07"
}

// Pair ties an expert to an application.
type Pair struct {
	Expert      string `json:"expert"`
	Application string `json:"application"`
}

// Conflict is why an expert may not judge an application.
type Conflict struct {
	Pair
	Ground string `json:"ground"` // SAME_CITY, SAME_UNIT, SERVED_THERE, DECLARED
	Detail string `json:"detail"` // Chinese
}

// DrawInput is everything a draw depends on; the same input always gives the same draw, however its lists are ordered.
type DrawInput struct {
	Seed           string      `json:"seed"` // published
	Stage          Stage       `json:"stage"`
	Applications   []string    `json:"applications"` // application ids
	Candidates     []Candidate `json:"candidates"`
	Conflicts      []Conflict  `json:"conflicts"`
	Held           []Pair      `json:"held"` // assignments that stand already: they count for load and number, and are not drawn again
	PerApplication int         `json:"perApplication"`
	MinExperts     int         `json:"minExperts"`
	LoadCap        int         `json:"loadCap"`
}

// Drawn is the result of a draw.
type Drawn struct {
	Pairs  []Pair         `json:"pairs"`  // new assignments, by application then expert
	Counts map[string]int `json:"counts"` // application → experts with those held: the proof
	Loads  map[string]int `json:"loads"`  // expert → applications with those held
	Digest string         `json:"digest"` // hex SHA-256 of candidates and conflicts in canonical form
}

// Draw draws the panels. Every application gets PerApplication experts; where conflicts and load caps do not allow that, as many
// as possible in all, spread evenly, and never fewer than MinExperts. Loads differ as little as possible. The draw goes in rounds
// 1 … PerApplication; in each the experts and then the applications are shuffled by the stream "panel/<stage>" (stream.go), and
// every application with fewer experts than the round's number gets one more, the least loaded first, by the order of the shuffle
// among equals, handing others on where that is the only way (network.give). What comes out is then checked against every limit.
//
// The error is fault.Invalid for an input that makes no sense and fault.Refused when some application cannot have MinExperts.
func Draw(in DrawInput) (Drawn, error) {
	if err := fault.At("抽取条件有误,请按所列各处改正", in.wrong()); err != nil {
		return Drawn{}, err
	}
	t := newTable(in)
	source := newStream(in.Seed, "panel/"+string(in.Stage))
	turns := upTo(len(t.apps))
	full := make([]bool, len(t.apps)) // nobody is left for it: that never changes again
	for round := 1; round <= in.PerApplication; round++ {
		shuffle(source, t.priority)
		shuffle(source, turns)
		for _, a := range turns {
			if !full[a] && t.count[a] < round {
				full[a] = !t.give(a)
			}
		}
		if round == in.MinExperts {
			if err := t.short(); err != nil {
				return Drawn{}, err
			}
		}
	}
	d := t.result()
	if err := Prove(in, d); err != nil {
		return Drawn{}, err
	}
	return d, nil
}

// Verify replays a draw and reports where the result differs.
func Verify(in DrawInput, d Drawn) error {
	again, err := Draw(in)
	if err != nil {
		return err
	}
	if d.Digest != again.Digest {
		return fault.New(fault.Refused, "候选专家或回避清单与抽取时不同:摘要应为 %s,记录为 %s", again.Digest, d.Digest)
	}
	want, have := pairSet(again.Pairs), pairSet(d.Pairs)
	c := &placing{}
	for _, p := range again.Pairs {
		if !have[p] {
			c.wrong("/pairs", "重放抽出了专家 %s 评审 %s,记录里没有", p.Expert, p.Application)
		}
	}
	for _, p := range d.Pairs {
		if !want[p] {
			c.wrong("/pairs", "记录里有专家 %s 评审 %s,重放没有抽出", p.Expert, p.Application)
		}
	}
	if len(c.places) == 0 && len(d.Pairs) != len(again.Pairs) {
		c.wrong("/pairs", "记录里有重复的分派")
	}
	if len(c.places) > 0 {
		return &fault.Error{Code: fault.Refused, Message: "抽取结果与重放不一致,结果不是按公布的种子抽出的", Places: c.places}
	}
	return nil
}

func pairSet(pairs []Pair) map[Pair]bool {
	set := make(map[Pair]bool, len(pairs))
	for _, p := range pairs {
		set[p] = true
	}
	return set
}

// Digest is the hex SHA-256 of {"candidates":[…],"conflicts":[…]} as compact JSON, both lists sorted by all their members and
// without repetition: whoever holds the two lists can compute it.
func (in DrawInput) Digest() string {
	lists := struct {
		Candidates []Candidate `json:"candidates"`
		Conflicts  []Conflict  `json:"conflicts"`
	}{slices.Clone(in.Candidates), slices.Clone(in.Conflicts)}
	slices.SortFunc(lists.Candidates, func(a, b Candidate) int {
		return compareAll(a.Expert, b.Expert, a.Code, b.Code)
	})
	slices.SortFunc(lists.Conflicts, func(a, b Conflict) int {
		return compareAll(a.Application, b.Application, a.Expert, b.Expert, a.Ground, b.Ground, a.Detail, b.Detail)
	})
	lists.Candidates, lists.Conflicts = slices.Compact(lists.Candidates), slices.Compact(lists.Conflicts)
	body, err := json.Marshal(&lists)
	if err != nil {
		body = []byte(err.Error()) // a text that is no UTF-8: such an input is refused by Draw
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// compareAll compares texts two by two until a pair differs.
func compareAll(texts ...string) int {
	for i := 0; i < len(texts); i += 2 {
		if c := strings.Compare(texts[i], texts[i+1]); c != 0 {
			return c
		}
	}
	return 0
}

func upTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}
