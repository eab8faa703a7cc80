package workflow

import (
	"fmt"
	"strings"
)

// Picture draws the transition table as a Mermaid state diagram. It is generated, never edited: testdata/process.mmd holds it golden.
func Picture() string {
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n    direction TB\n")
	for _, state := range States() {
		fmt.Fprintf(&b, "    %s : %s\n", state, state.Label())
	}
	fmt.Fprintf(&b, "    [*] --> %s\n", Draft)
	for _, t := range transitions {
		who := t.By.Label()
		if t.CoSign != "" {
			who += "+" + t.CoSign.Label() + " 会签"
		}
		fmt.Fprintf(&b, "    %s --> %s : %s(%s)\n", t.From, t.To, t.Action.Label(), who)
	}
	for _, state := range States() {
		if state.Ended() {
			fmt.Fprintf(&b, "    %s --> [*]\n", state)
		}
	}
	return b.String()
}
