package api

import (
	"io"
	"slices"

	"github.com/danielgtaylor/huma/v2"
)

// kept is JSON text that passes through as it is: it was or will be read by its own codec.
type kept struct{ text []byte }

func (k *kept) keep(data []byte) { k.text = slices.Clone(data) }

func (k kept) writeJSON(w io.Writer) error {
	_, err := w.Write(k.text)
	return err
}

// proposalBody is a whole application document.
type proposalBody struct {
	ProposalDocument
	kept
}

// projectBody is one project.
type projectBody struct {
	DocumentProject
	kept
}

// sectionBody is one section; which one the path says.
type sectionBody struct {
	kept
	SectionChoices
}

// SectionChoices only lists the forms a section may have.
type SectionChoices struct {
	Zone       sectionZone        `json:"zone"`
	Villages   []documentVillage  `json:"villages"`
	Industries []documentIndustry `json:"industries"`
	FundPlan   documentFundPlan   `json:"fundPlan"`
	Plan       documentPlan       `json:"plan"`
	Mechanism  sectionMechanism   `json:"mechanism"`
	Papers     sectionPapers      `json:"papers"`
}

// TransformSchema implements huma.SchemaTransformer: one of the listed forms.
func (sectionBody) TransformSchema(_ huma.Registry, s *huma.Schema) *huma.Schema {
	forms := &huma.Schema{Description: "栏目内容,形式随栏目名而定"}
	for _, name := range []string{"zone", "villages", "industries", "fundPlan", "plan", "mechanism", "papers"} {
		forms.AnyOf = append(forms.AnyOf, s.Properties[name])
	}
	return forms
}

// mergePatch is an RFC 7386 merge patch of whatever the path names.
type mergePatch struct{ kept }

// Schema implements huma.SchemaProvider.
func (mergePatch) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true,
		Description: "RFC 7386 合并补丁:只写要改的字段,null 表示删去;列表整体替换"}
}

// packBody is a policy pack in its import format.
type packBody struct{ kept }

// Schema implements huma.SchemaProvider.
func (packBody) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true, Description: "政策包(导入格式)"}
}
