package dossier

import (
	"bytes"
	"slices"
	"strings"

	"xianjie/internal/proposal"
	"xianjie/internal/review"
)

// linked holds the files against each other.
func (v *verifier) linked() {
	v.readFlow()
	v.snapshots()
	v.steps()
	v.proposal()
	v.attachments()
	v.audited()
	v.ranking()
	v.funds()
}

func (v *verifier) readFlow() {
	text, ok := v.held[FlowFile]
	if !ok {
		return
	}
	flow, err := decode[Flow](FlowFile, text)
	if err != nil {
		v.wrong(FlowFile, "%s", sentence(err))
		return
	}
	v.flow = &flow
}

// snapshots are numbered 1, 2, 3 …, each with its verdicts, and each is the text that the steps name by its digest.
func (v *verifier) snapshots() {
	if v.flow == nil {
		return
	}
	before, found := len(v.Findings), 0
	for i, s := range v.flow.Snapshots {
		switch sha := v.sha(SnapshotFile(i + 1)); {
		case s.No != i+1:
			v.wrong(FlowFile, "第 %d 份快照的编号是 %d，快照应从 1 起连续编号", i+1, s.No)
		case sha == "":
			v.wrong(SnapshotFile(i+1), "流转记录里有这份快照，卷宗里没有")
		case sha != s.Digest:
			v.wrong(SnapshotFile(i+1), "内容的摘要 %.12s… 与流转记录所记 %.12s… 不符：快照在冻结之后被改动，或流转记录被改动", sha, s.Digest)
		}
		if v.sha(FindingsFile(i+1)) == "" {
			v.wrong(FindingsFile(i+1), "快照应附当时的检查结论，卷宗里没有")
		}
	}
	for _, f := range v.Manifest.Files {
		if strings.HasPrefix(f.Path, snapshotFolder+"/") {
			found++
		}
	}
	if found != 2*len(v.flow.Snapshots) {
		v.wrong(FlowFile, "流转记录有 %d 份快照，快照文件夹里却有 %d 个文件", len(v.flow.Snapshots), found)
	}
	if n := v.Manifest.Current.SnapshotNo; n != len(v.flow.Snapshots) {
		v.wrong(ManifestFile, "所记现行快照是第 %d 号，流转记录里最后一份是第 %d 号", n, len(v.flow.Snapshots))
	}
	if len(v.flow.Snapshots) == 0 {
		return
	}
	v.sound(before, "快照：%d 份，编号连续，每份内容的摘要都与流转记录所记一致。", len(v.flow.Snapshots))
}

// steps are numbered 1, 2, 3 …; each begins in the state in which the one before ended.
func (v *verifier) steps() {
	if v.flow == nil {
		return
	}
	before := len(v.Findings)
	for i, s := range v.flow.Steps {
		if s.Seq != i+1 {
			v.wrong(FlowFile, "第 %d 步的序号是 %d，办理步骤应从 1 起连续编号", i+1, s.Seq)
		}
		if i > 0 && s.From != v.flow.Steps[i-1].To {
			v.wrong(FlowFile, "第 %d 步“%s”从 %s 开始，前一步却停在 %s，中间的步骤被删去或改动", i+1, s.Label, s.From, v.flow.Steps[i-1].To)
		}
		if s.SnapshotNo > len(v.flow.Snapshots) {
			v.wrong(FlowFile, "第 %d 步“%s”所据的第 %d 号快照不存在", i+1, s.Label, s.SnapshotNo)
		}
	}
	if n := len(v.flow.Steps); n > 0 && v.flow.Steps[n-1].To != v.Manifest.Application.State {
		v.wrong(FlowFile, "最后一步停在 %s，清单所记状态却是 %s", v.flow.Steps[n-1].To, v.Manifest.Application.State)
	}
	if len(v.flow.Steps) == 0 {
		v.note("还没有办理步骤。")
		return
	}
	v.sound(before, "流转：%d 步，序号连续，每一步都从前一步停下的状态开始。", len(v.flow.Steps))
}

// proposal is the snapshot in force to the byte, unless it is the county's live draft; and it comes to what the manifest says.
func (v *verifier) proposal() {
	text, ok := v.held[ProposalFile]
	if !ok {
		return
	}
	doc, _, err := proposal.DecodeDraft(text)
	if err != nil {
		v.wrong(ProposalFile, "读不出来：%s", sentence(err))
		return
	}
	v.doc = doc
	before, current := len(v.Findings), v.Manifest.Current
	frozen, held := v.held[SnapshotFile(current.SnapshotNo)]
	switch at := firstDifference(text, frozen); {
	case held && bytes.Equal(text, frozen):
		v.sound(before, "申报书：与现行快照（第 %d 号）逐字节相同。", current.SnapshotNo)
	case held && !current.Live:
		v.wrong(ProposalFile, "第 %d 字节起与现行快照 %s 不同", at+1, SnapshotFile(current.SnapshotNo))
	case current.Live && current.SnapshotNo == 0:
		v.note("申报书是县里的草稿，尚未上报。")
	case current.Live && held:
		v.note("申报书是生成时县里的当前稿，第 %d 字节起与现行快照（第 %d 号）不同；没有上报的改动不具效力，以快照为准。", at+1, current.SnapshotNo)
	case current.SnapshotNo == 0:
		v.wrong(ManifestFile, "没有快照，申报书却不是县里的草稿")
	}
	if doc.ApplicationID != v.Manifest.Application.No {
		v.wrong(ProposalFile, "申报编号是 %s，清单所记却是 %s", doc.ApplicationID, v.Manifest.Application.No)
	}
	before = len(v.Findings)
	have := TotalsOf(doc)
	if want := current.Totals; have != want {
		v.wrong(ProposalFile, "重新合计：衔接 %s、整合 %s、总投资 %s 万元，清单所记却是 %s、%s、%s 万元",
			have.Linkage.AppendWan(nil), have.Integrated.AppendWan(nil), have.Investment.AppendWan(nil), want.Linkage.AppendWan(nil), want.Integrated.AppendWan(nil), want.Investment.AppendWan(nil))
	}
	v.sound(before, "合计：由申报书逐项重新合计，衔接资金 %s 万元、整合资金 %s 万元、总投资 %s 万元，与清单一致。",
		have.Linkage.AppendWan(nil), have.Integrated.AppendWan(nil), have.Investment.AppendWan(nil))
}

// attachments are those the document names by digest, and no file lies in the folder that the list does not name.
func (v *verifier) attachments() {
	text, ok := v.held[AttachmentsFile]
	if !ok || v.doc == nil {
		return
	}
	list, err := decode[[]Attached](AttachmentsFile, text)
	if err != nil {
		v.wrong(AttachmentsFile, "%s", sentence(err))
		return
	}
	before, named := len(v.Findings), map[string]string{}
	for _, a := range list {
		named[a.Path] = a.DocID
		if sha := v.sha(a.Path); sha != a.SHA256 {
			v.wrong(a.Path, "摘要与附件清单所记 %.12s… 不符", a.SHA256)
		}
	}
	for _, f := range v.Manifest.Files {
		if strings.HasPrefix(f.Path, attachedFolder+"/") && f.Path != AttachmentsFile && named[f.Path] == "" {
			v.wrong(f.Path, "不在附件清单上")
		}
	}
	for _, a := range v.doc.Attachments {
		if a.SHA256 != nil && !slices.ContainsFunc(list, func(l Attached) bool { return l.DocID == a.ID && l.SHA256 == *a.SHA256 }) {
			v.wrong(AttachmentsFile, "申报书所列附件 %s（摘要 %.12s…）不在卷宗里，或已不是申报时的那一份", a.ID, *a.SHA256)
		}
	}
	v.sound(before, "附件：%d 份，申报书写明摘要的都在，且正是那一份。", len(list))
}

// ranking is the file that was locked, and its arithmetic comes out.
func (v *verifier) ranking() {
	text, ok := v.held[RankingFile]
	standing, both := v.held[StandingFile]
	if !ok || !both {
		if ok || both {
			v.wrong(StandingFile, "成绩和排名的复算文件应当成对，卷宗里只有一个")
		}
		return
	}
	before := len(v.Findings)
	s, err := decode[Standing](StandingFile, standing)
	if err != nil {
		v.wrong(StandingFile, "%s", sentence(err))
		return
	}
	if sha := digestOf(text); sha != s.RankingDigest {
		v.wrong(RankingFile, "摘要 %.12s… 与锁定时的摘要 %.12s… 不符", sha, s.RankingDigest)
	}
	file, err := review.ReadFile(text)
	if err != nil {
		v.wrong(RankingFile, "%s", sentence(err))
		return
	}
	for _, d := range file.Recompute().Differences {
		v.wrong(RankingFile, "复算不符：%s", d.Message)
	}
	v.sound(before, "排名：复算文件的摘要与锁定时一致（%.12s…），由原始分重新计算，名次相符。", s.RankingDigest)
}
