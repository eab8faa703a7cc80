package proposal

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// wordsFile is where the pages read the document's words: the same ones, written from here.
const wordsFile = "../../frontend/src/lib/words.json"

// said is a word list as an object in its own order.
type said func(*jsontext.Encoder) error

func list[K ~string](w words[K]) said {
	return func(e *jsontext.Encoder) error {
		tokens := []jsontext.Token{jsontext.BeginObject}
		for _, one := range w {
			tokens = append(tokens, jsontext.String(string(one.value)), jsontext.String(one.label))
		}
		return write(e, append(tokens, jsontext.EndObject)...)
	}
}

func write(e *jsontext.Encoder, tokens ...jsontext.Token) error {
	for _, t := range tokens {
		if err := e.WriteToken(t); err != nil {
			return err
		}
	}
	return nil
}

func TestThePagesSpeakTheDocumentsWords(t *testing.T) {
	lists := []struct {
		name string
		list said
	}{
		{"assetType", list(assetTypeWords)},
		{"attachmentKind", list(attachmentKindWords)},
		{"channel", list(channelWords)},
		{"contentCategory", list(contentCategoryWords)},
		{"decision", list(decisionWords)},
		{"fundSource", list(fundSourceWords)},
		{"fundStatus", list(fundStatusWords)},
		{"fundUse", list(fundUseWords)},
		{"implementationMode", list(implementationModeWords)},
		{"level", list(levelWords)},
		{"libraryType", list(libraryTypeWords)},
		{"linkageMode", list(linkageModeWords)},
		{"nature", list(natureWords)},
		{"planStatus", list(planStatusWords)},
		{"section", list(sectionWords)},
		{"targetKind", list(targetKindWords)},
		{"villageType", list(villageTypeWords)},
	}
	var out bytes.Buffer
	e := jsontext.NewEncoder(&out, json.Deterministic(true), jsontext.WithIndent("  "))
	err := write(e, jsontext.BeginObject)
	for _, l := range lists {
		if err == nil {
			err = write(e, jsontext.String(l.name))
		}
		if err == nil {
			err = l.list(e)
		}
	}
	if err == nil {
		err = write(e, jsontext.EndObject)
	}
	if err != nil {
		t.Fatal(err)
	}
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(wordsFile, out.Bytes(), 0o644); err != nil { //nolint:gosec // a source file, readable as the others
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(wordsFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(kept, out.Bytes()) {
		t.Error("网页用的词表与 internal/proposal/labels.go 不一致，请运行 make generate")
	}
}
