package demo

import (
	"bytes"

	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

// neighbours are two more counties for the practice batch: 栖霞市's document under another county's name and codes.
var neighbours = []struct {
	id      string
	rewrite [][2]string
}{
	{"莱州", [][2]string{{"370686", "370683"}, {"栖霞市", "莱州市"}}},
	{"荣成", [][2]string{{"370686", "371082"}, {"栖霞市", "荣成市"}, {"370600", "371000"}, {"烟台市", "威海市"}}},
}

// rehearsal is every document of the practice batch by its name, at the samples' own dates.
func rehearsal() (map[string]*proposal.Proposal, error) {
	docs := map[string]*proposal.Proposal{}
	add := func(id string, text []byte) error {
		doc, _, err := proposal.Decode(text)
		docs[id] = doc
		return err
	}
	for _, id := range sample.IDs() {
		if err := add(id, sample.Application(id)); err != nil {
			return nil, err
		}
	}
	for _, n := range neighbours {
		text := sample.Application("A01")
		for _, pair := range n.rewrite {
			text = bytes.ReplaceAll(text, []byte(pair[0]), []byte(pair[1]))
		}
		if err := add(n.id, text); err != nil {
			return nil, err
		}
	}
	return docs, nil
}
