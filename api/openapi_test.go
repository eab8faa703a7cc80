package api_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"xianjie/api"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// spec is the served document, parsed.
func spec(t *testing.T) map[string]any {
	t.Helper()
	text, err := api.OpenAPI()
	must(t, err)
	var v map[string]any
	must(t, json.Unmarshal(text, &v))
	return v
}

func TestTheDocumentIsTheOneKept(t *testing.T) {
	got, err := api.OpenAPI()
	must(t, err)
	if *update {
		must(t, os.WriteFile("openapi.json", got, 0o644))
	}
	want, err := os.ReadFile("openapi.json")
	must(t, err)
	if !bytes.Equal(got, want) {
		t.Error("openapi.json is out of date: run make generate and read the difference")
	}
	for range 3 {
		if again, err := api.OpenAPI(); err != nil || !bytes.Equal(got, again) {
			t.Fatal("the document differs from one time to the next")
		}
	}
}

func TestTheDocumentAndItsPageAreServedLocally(t *testing.T) {
	w := lightWorld(t, nothingElse)
	p := w.nobody()
	kept, err := os.ReadFile("openapi.json")
	must(t, err)
	if r := p.get("/openapi.json").want(200); !bytes.Equal(r.body, kept) {
		t.Error("another document is served")
	}
	page := p.get("/docs").want(200)
	if strings.Contains(string(page.body), "http://") || strings.Contains(string(page.body), "https://") || strings.Contains(string(page.body), "<script") {
		t.Error("the page asks others for something")
	}
	if !strings.Contains(string(page.body), "/applications/{id}/actions") || !strings.Contains(page.header.Get("Content-Security-Policy"), "style-src 'sha256-") {
		t.Errorf("page: %s %s", page.header.Get("Content-Security-Policy"), clip(page.body))
	}
}

// TestTheDocumentDescribesTheFormat holds the described shapes to the types of the codec: the same keys, amounts as numbers,
// dates as text, the same nesting.
func TestTheDocumentDescribesTheFormat(t *testing.T) {
	schemas := spec(t)["components"].(map[string]any)["schemas"].(map[string]any)
	c := comparison{t: t, schemas: schemas, amounts: new(int)}
	c.compare("proposal", map[string]any{"$ref": "#/components/schemas/ProposalDocument"}, reflect.TypeFor[proposal.Proposal]())
	c.compare("project", map[string]any{"$ref": "#/components/schemas/ProjectBody"}, reflect.TypeFor[proposal.Project]())
	if *c.amounts != 14 {
		t.Errorf("only %d amounts seen", *c.amounts)
	}
}

type comparison struct {
	t       *testing.T
	schemas map[string]any
	amounts *int
}

func (c comparison) compare(at string, schema map[string]any, typ reflect.Type) {
	c.t.Helper()
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if ref, ok := schema["$ref"].(string); ok {
		schema = c.schemas[strings.TrimPrefix(ref, "#/components/schemas/")].(map[string]any)
	}
	kind, _ := schema["type"].(string)
	if list, ok := schema["type"].([]any); ok {
		kind = list[0].(string)
	}
	want := map[reflect.Kind]string{reflect.String: "string", reflect.Bool: "boolean", reflect.Int64: "integer", reflect.Slice: "array", reflect.Struct: "object"}[typ.Kind()]
	switch typ.Name() {
	case "Fen":
		*c.amounts++
		if !strings.Contains(schema["description"].(string), "万元") || schema["x-decimals"] != float64(money.PlanPlaces) {
			c.t.Errorf("%s does not say 万元", at)
		}
		want = "number"
	case "Hundredths":
		want = "number"
	case "Date", "Time":
		want = "string"
	}
	if kind != want {
		c.t.Errorf("%s is described as %q, is %q", at, kind, want)
		return
	}
	switch {
	case kind == "array":
		c.compare(at+"[]", schema["items"].(map[string]any), typ.Elem())
	case kind == "object":
		c.members(at, schema["properties"].(map[string]any), typ)
	}
}

func (c comparison) members(at string, properties map[string]any, typ reflect.Type) {
	c.t.Helper()
	for i := range typ.NumField() {
		name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
		described, ok := properties[name].(map[string]any)
		if !ok {
			c.t.Errorf("%s.%s is not described", at, name)
			continue
		}
		c.compare(at+"."+name, described, typ.Field(i).Type)
	}
	if len(properties) != typ.NumField() {
		c.t.Errorf("%s: %d members described, %d there are", at, len(properties), typ.NumField())
	}
}

// described holds an answer's own members to those of its schema, both ways but for members that may be left out.
func described(t *testing.T, name string, r *reply) {
	t.Helper()
	schema := spec(t)["components"].(map[string]any)["schemas"].(map[string]any)[name].(map[string]any)
	properties, members := schema["properties"].(map[string]any), map[string]any{}
	must(t, json.Unmarshal(r.body, &members))
	for member := range members {
		if _, known := properties[member]; !known {
			t.Errorf("%s: %s is not described", r.what, member)
		}
	}
	required, _ := schema["required"].([]any)
	for _, member := range required {
		if _, there := members[member.(string)]; !there {
			t.Errorf("%s: %s is described as always there and is missing", r.what, member)
		}
	}
}

// The document is made by reflection, which does not see what an unexported embedded struct brings along, though the answer has it.
func TestNoShapeHidesFieldsFromTheDocument(t *testing.T) {
	files, err := filepath.Glob("*.go")
	must(t, err)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		must(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			shape, ok := n.(*ast.StructType)
			if !ok {
				return true
			}
			for _, f := range shape.Fields.List {
				// kept holds JSON text as it came and has no fields of its own.
				if embedded, ok := f.Type.(*ast.Ident); ok && len(f.Names) == 0 && !embedded.IsExported() && embedded.Name != "kept" {
					t.Errorf("%s embeds %s, whose fields the document would not name", name, embedded.Name)
				}
			}
			return true
		})
	}
}
