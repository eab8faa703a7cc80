package api

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"time"

	"xianjie/internal/proposal"
	"xianjie/internal/typeset"
	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) snapshotRoutes() {
	register(s, operation{id: "listSnapshots", method: http.MethodGet, path: "/applications/{id}/snapshots", summary: "历次上报的快照", tag: tagApplications,
		object: objectApplication, action: "read"}, s.listSnapshots)
	register(s, operation{id: "getSnapshot", method: http.MethodGet, path: "/applications/{id}/snapshots/{n}", summary: "一份快照", tag: tagApplications,
		object: objectApplication, action: "read"}, s.getSnapshot)
	register(s, operation{id: "diffSnapshots", method: http.MethodGet, path: "/applications/{id}/snapshots/{n}/diff/{m}", summary: "两份快照的差异", tag: tagApplications,
		object: objectApplication, action: "read", says: "由 n 到 m 改了什么;m 为 0 表示当前草稿,仅本县可见。"}, s.diffSnapshots)
}

// FrozenRow is a snapshot without its content.
type FrozenRow struct {
	No          int       `json:"no"`
	Action      string    `json:"action" doc:"冻结它的步骤"`
	Digest      string    `json:"digest" doc:"内容的 SHA-256"`
	PackVersion int       `json:"packVersion"`
	TakenAt     time.Time `json:"takenAt"`
}

func frozenView(f workflow.Snapshot) FrozenRow {
	return FrozenRow{f.No, string(f.Action), f.Digest, f.PackVersion, f.TakenAt.UTC()}
}

// handedIn is a snapshot with what its receipt says besides.
type handedIn struct {
	FrozenRow
	ActionLabel string `json:"actionLabel"`
	By          post   `json:"by" doc:"交件的岗位"`
	Name        string `json:"name" doc:"交件的单位与岗位;无权查看时为空"`
}

func handedView(h workflow.Handed) handedIn {
	return handedIn{frozenView(h.Snapshot), h.Action.Label(), postView(h.Role), h.Name}
}

func (s *Server) listSnapshots(ctx context.Context, in *struct{ OfApplication }) (*answer[list[handedIn]], error) {
	all, err := s.deps.Workflow.HandedIn(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(all, handedView)), ""), nil
}

// frozen is a snapshot with its content.
type frozen struct {
	FrozenRow
	Findings []policy.Finding  `json:"findings" doc:"冻结时的检查结论"`
	Document *ProposalDocument `json:"document,omitzero" required:"true" doc:"申报书全文"`

	stored []byte
}

// writeJSON puts the stored document behind the rest without looking into it.
func (f frozen) writeJSON(w io.Writer) error {
	type head frozen // without this method
	var buf bytes.Buffer
	if err := marshal(&buf, head(f)); err != nil {
		return err
	}
	return spliced(w, &buf, f.stored)
}

// spliced writes an object with a stored document as its last member.
func spliced(w io.Writer, object *bytes.Buffer, stored []byte) error {
	object.Truncate(object.Len() - 1) // its closing brace
	object.Grow(len(stored) + 16)
	object.WriteString(`,"document":`)
	object.Write(stored)
	object.WriteByte('}')
	_, err := w.Write(object.Bytes())
	return err
}

type snapshotAsked struct {
	OfApplication
	Conditional
	N int `path:"n" minimum:"1" maximum:"100000" doc:"快照号"`
}

func (s *Server) getSnapshot(ctx context.Context, in *snapshotAsked) (*answer[frozen], error) {
	f, err := s.deps.Workflow.Snapshot(ctx, actorOf(ctx), in.ID, in.N)
	if err != nil {
		return nil, err
	}
	tag := `"` + f.Digest + `"`
	if in.has(tag) {
		return unchanged[frozen](tag), nil
	}
	return answered(frozen{FrozenRow: frozenView(f), Findings: findings(f.Findings), stored: f.Body}, tag), nil
}

// change is one difference for a person to read.
type change struct {
	Section    string `json:"section"`
	Row        string `json:"row" doc:"村代码、项目编号等;不在行内为空"`
	RowLabel   string `json:"rowLabel" doc:"如 项目 P03“道路硬化”"`
	Field      string `json:"field" doc:"字段;空表示整行"`
	FieldLabel string `json:"fieldLabel"`
	Pointer    string `json:"pointer" doc:"在文档中的位置"`
	Kind       string `json:"kind" enum:"ADDED,REMOVED,CHANGED"`
	From       string `json:"from"`
	To         string `json:"to"`
	Text       string `json:"text" doc:"一句话"`
}

func changeView(c proposal.Change) change {
	return change{c.Section, c.Row, c.RowLabel, c.Field, typeset.Official(c.FieldLabel), c.Pointer, string(c.Kind), c.From, c.To, typeset.Official(c.String())}
}

type diffAsked struct {
	OfApplication
	N int `path:"n" minimum:"1" maximum:"100000" doc:"从哪份快照"`
	M int `path:"m" minimum:"0" maximum:"100000" doc:"到哪份快照,0 为当前草稿"`
}

func (s *Server) diffSnapshots(ctx context.Context, in *diffAsked) (*answer[list[change]], error) {
	changes, err := s.deps.Workflow.Difference(ctx, actorOf(ctx), in.ID, in.N, in.M)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(changes, changeView)), ""), nil
}
