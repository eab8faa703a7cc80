package policy

import (
	"strconv"
	"strings"
)

// negativeList is F10 (三.4): no project that uses 衔接资金 carries a mark of the 负面清单. A mark the batch does not know
// counts like any other.
func negativeList(f *facts) outcome {
	if o, none := f.noProjects(failed); none {
		return o
	}
	var bad offenders
	for i := range f.doc.Projects {
		p := &f.doc.Projects[i]
		if len(p.NegativeListTags) == 0 || !usesLinkage(p) {
			continue
		}
		marks := make([]string, len(p.NegativeListTags))
		for j, code := range p.NegativeListTags {
			marks[j] = f.pack.NegativeTagName(code)
		}
		bad.add(projectName(p, i)+"("+strings.Join(marks, "、")+")", at("/projects/", i, "/negativeListTags"))
	}
	if bad.count == 0 {
		return passed(noneOf(0, "负面清单项目0个"), "/projects")
	}
	return failed(noneOf(bad.count, "负面清单项目"+strconv.Itoa(bad.count)+"个"+bad.suffix()),
		"请取消下列项目或改用其他资金,不得使用衔接资金:"+bad.list(), bad.places...)
}
