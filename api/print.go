package api

import (
	"xianjie/internal/typeset"
	"xianjie/policy"
)

// printed sets the sentences of a refusal as official print does; where they point to stays as it is.
func (p *problem) printed() *problem {
	p.Detail = typeset.Official(p.Detail)
	for i := range p.Errors {
		p.Errors[i].Message = typeset.Official(p.Errors[i].Message)
	}
	if p.Findings != nil {
		p.Findings = findings(p.Findings)
	}
	return p
}

// findings are the centre's, set as official print does; never null.
func findings(found []policy.Finding) []policy.Finding {
	return each(found, func(f policy.Finding) policy.Finding {
		f.Figure.Text, f.Advice = typeset.Official(f.Figure.Text), typeset.Official(f.Advice)
		return f
	})
}
