package api

import (
	"bytes"
	"io"
	"time"

	"github.com/go-json-experiment/json"

	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/workflow"
)

// subject is an application as a review names it: no more than an expert must know to tell whether he may judge it.
type subject struct {
	ID         string   `json:"id"`
	No         string   `json:"no" doc:"申报编号" example:"370686-01"`
	City       division `json:"city"`
	County     division `json:"county"`
	Channel    string   `json:"channel" enum:"KEY_COUNTY,CITY_SELECTED"`
	Title      string   `json:"title" doc:"推进区名称"`
	State      string   `json:"state"`
	StateLabel string   `json:"stateLabel"`
}

func subjectView(a workflow.Application) subject {
	return subject{a.ID, a.No, division{a.CityCode, a.CityName}, division{a.CountyCode, a.CountyName}, a.Channel, a.Title, string(a.State), a.State.Label()}
}

// ScoreSheet is one expert's word on one application in one stage.
type ScoreSheet struct {
	Scores  map[string]points `json:"scores" doc:"子项代码 → 分数"`
	Reasons map[string]string `json:"reasons,omitzero" doc:"子项代码 → 低于说明线的理由"`
	Vetoes  map[string]string `json:"vetoes,omitzero" doc:"勾选的一票否决项代码 → 理由"`
	Comment string            `json:"comment,omitzero" maxLength:"2000" doc:"总体意见"`
}

// sheetText is a sheet as received: its scores are named by codes with dots in them, so it has a codec that names its places exactly.
type sheetText struct {
	ScoreSheet
	kept
}

func (t sheetText) sheet() (*review.Sheet, error) {
	var b ScoreSheet
	if err := decoded(t.text, &b); err != nil {
		return nil, err
	}
	return b.sheet("")
}

// decoded reads a body that was kept as received, as strictly as any other.
func decoded(text []byte, into any) error {
	if err := wellFormed(text); err != nil {
		return err
	}
	return plain(text, json.Unmarshal(text, into, json.RejectUnknownMembers(true)))
}

func (b ScoreSheet) sheet(at string) (*review.Sheet, error) {
	if b.Scores == nil {
		return nil, fault.At("没有评分", []fault.Place{{Location: at + "/scores", Message: missing + "scores,没有打分的写 {}"}})
	}
	sheet := review.Sheet{Scores: make(map[string]review.Points, len(b.Scores)), Reasons: b.Reasons, Vetoes: b.Vetoes, Comment: b.Comment}
	for code, p := range b.Scores {
		sheet.Scores[code] = p.Points
	}
	return &sheet, nil
}

func sheetView(s review.Sheet) *ScoreSheet {
	return &ScoreSheet{Scores: scored(s.Scores), Reasons: texts(s.Reasons), Vetoes: texts(s.Vetoes), Comment: s.Comment}
}

// texts are never nil.
func texts(by map[string]string) map[string]string {
	if by == nil {
		return map[string]string{}
	}
	return by
}

// ReviewRow is one review as one person may see it. What is not for him is absent.
type ReviewRow struct {
	ID            string      `json:"id"`
	BatchID       string      `json:"batchId"`
	ApplicationID string      `json:"applicationId"`
	Stage         string      `json:"stage" enum:"WRITTEN,DEFENCE"`
	StageLabel    string      `json:"stageLabel"`
	ExpertCode    string      `json:"expertCode" doc:"专家编号"`
	SnapshotNo    int         `json:"snapshotNo" doc:"所评的快照号"`
	State         string      `json:"state" enum:"ASSIGNED,OPEN,SUBMITTED,RECUSED"`
	StateLabel    string      `json:"stateLabel"`
	Version       int64       `json:"version" doc:"供 If-Match 使用"`
	Sheet         *ScoreSheet `json:"sheet,omitzero" doc:"评分;无权查看时没有"`
	Total         *points     `json:"total,omitzero" doc:"总分;无权查看时没有"`
	Explanation   *string     `json:"explanation,omitzero" doc:"对异常提示的书面说明;无权查看时没有"`
	RecuseReason  string      `json:"recuseReason" doc:"回避或更换的理由"`
	DeclaredAt    *time.Time  `json:"declaredAt" doc:"声明无须回避的时刻"`
	SubmittedAt   *time.Time  `json:"submittedAt" doc:"最近一次交分的时刻"`
	RecusedAt     *time.Time  `json:"recusedAt"`
	CreatedAt     time.Time   `json:"createdAt"`
}

func rowOfTask(t workflow.Task) ReviewRow {
	r := t.Review
	row := ReviewRow{ID: r.ID, BatchID: r.BatchID, ApplicationID: r.ApplicationID, Stage: string(r.Stage), StageLabel: stageLabels[r.Stage],
		ExpertCode: r.ExpertCode, SnapshotNo: r.SnapshotNo, State: string(r.State), StateLabel: r.State.Label(), Version: r.Version,
		RecuseReason: r.RecuseReason, DeclaredAt: instant(r.DeclaredAt), SubmittedAt: instant(r.SubmittedAt), RecusedAt: instant(r.RecusedAt),
		CreatedAt: r.CreatedAt.UTC()}
	if t.Shown {
		row.Sheet, row.Total, row.Explanation = sheetView(r.Sheet), &points{r.Total}, &r.Explanation
	}
	return row
}

// ReviewTask is a review with what it is about.
type ReviewTask struct {
	ReviewRow
	Application subject `json:"application"`
	Open        bool    `json:"open" doc:"这一阶段还在评分"`
}

func taskView(t workflow.Task) ReviewTask {
	return ReviewTask{rowOfTask(t), subjectView(t.Application), t.Open}
}

// reviewDetail is one review with its rubric and, once it is open, the document judged.
type reviewDetail struct {
	ReviewTask
	Flagged  bool              `json:"flagged" doc:"与其他专家差异过大,须书面说明"`
	Rubric   rubric            `json:"rubric"`
	Document *ProposalDocument `json:"document,omitzero" doc:"所评的申报书;声明无须回避之前没有"`

	stored []byte // the document's JSON as kept
}

// writeJSON puts the stored document behind the rest without looking into it.
func (d reviewDetail) writeJSON(w io.Writer) error {
	type head reviewDetail // without this method
	var buf bytes.Buffer
	buf.Grow(len(d.stored) + 8<<10)
	if err := marshal(&buf, head(d)); err != nil {
		return err
	}
	if d.stored == nil {
		_, err := w.Write(buf.Bytes())
		return err
	}
	return spliced(w, &buf, d.stored)
}

// rubric is the 评分表 of a stage.
type rubric struct {
	Stage      string      `json:"stage"`
	Step       points      `json:"step" doc:"打分步长"`
	Dimensions []dimension `json:"dimensions"`
	Vetoes     []named     `json:"vetoes" doc:"一票否决项"`
}

// dimension is one 评分维度.
type dimension struct {
	Code   string       `json:"code"`
	Name   string       `json:"name"`
	Weight points       `json:"weight"`
	Source string       `json:"source" doc:"通知条款"`
	Items  []rubricItem `json:"items"`
}

// rubricItem is one 评分子项.
type rubricItem struct {
	Code   string   `json:"code"`
	Name   string   `json:"name"`
	Max    points   `json:"max" doc:"满分"`
	Anchor points   `json:"anchor" doc:"说明线:低于它须写理由"`
	Levels []string `json:"levels" doc:"参考分档"`
}

// named is a code with its name.
type named struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

func rubricView(r review.Rubric) rubric {
	return rubric{Stage: string(r.Stage), Step: points{r.Step}, Vetoes: each(r.Vetoes, func(v review.Veto) named { return named(v) }),
		Dimensions: each(r.Dimensions, func(d review.Dimension) dimension {
			return dimension{d.Code, d.Name, points{d.Weight}, d.Source, each(d.Items, func(i review.Item) rubricItem {
				return rubricItem{i.Code, i.Name, points{i.Max}, points{i.Anchor}, append([]string{}, i.Levels...)}
			})}
		})}
}

// reviewEvent is one act on a review, kept for good.
type reviewEvent struct {
	Seq       int         `json:"seq"`
	Kind      string      `json:"kind" enum:"declare,submit,recuse,reopen,explain"`
	KindLabel string      `json:"kindLabel"`
	Reason    string      `json:"reason" doc:"理由或说明;无权查看时为空"`
	Name      string      `json:"name" doc:"办理岗位"`
	At        time.Time   `json:"at"`
	Sheet     *ScoreSheet `json:"sheet,omitzero" doc:"当时的评分;无权查看时没有"`
	Total     *points     `json:"total,omitzero" doc:"当时的总分;无权查看时没有"`
}

var eventLabels = map[string]string{"declare": "声明无须回避", "submit": "交分", "recuse": "回避", "reopen": "退回重评", "explain": "书面说明"}

func eventView(e workflow.ReviewEvent, shown bool) reviewEvent {
	out := reviewEvent{Seq: e.Seq, Kind: e.Kind, KindLabel: eventLabels[e.Kind], Reason: e.Reason, Name: e.Name, At: e.At.UTC()}
	if shown {
		out.Sheet, out.Total = sheetView(e.Sheet), &points{e.Total}
	}
	return out
}
