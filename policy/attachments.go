package policy

import (
	"strconv"

	"xianjie/internal/proposal"
)

// attachmentsComplete is D06 (domain 3.9): every required kind is there with its file named.
func attachmentsComplete(f *facts) outcome {
	var missing offenders
	for _, kind := range f.pack.Params.RequiredAttachments {
		if !f.hasAttachment(kind) {
			missing.add(kind.Label())
		}
	}
	n := strconv.Itoa(missing.count)
	figure := Figure{Text: "缺" + n + "件", Left: n, Operator: "=", Right: "0", Unit: "件"}
	if missing.count == 0 {
		return passed(figure, "/attachments")
	}
	figure.Text, figure.Gap = figure.Text+":"+missing.all(), n
	return failed(figure, "请补齐附件:"+missing.all(), "/attachments")
}

func (f *facts) hasAttachment(kind proposal.AttachmentKind) bool {
	for i := range f.doc.Attachments {
		if a := &f.doc.Attachments[i]; a.Kind == kind && !blank(a.FileName) {
			return true
		}
	}
	return false
}
