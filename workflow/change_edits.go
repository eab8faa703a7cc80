package workflow

import (
	"errors"
	"slices"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// PlanEdits is how a change is written: over the approved plan in force, only what differs.
type PlanEdits struct {
	Projects []ProjectEdit
	Added    [][]byte // whole projects
	Removed  []string // ids
	FundPlan []byte   // RFC 7386 merge patch of the fund plan; nil leaves it
}

// ProjectEdit is an RFC 7386 merge patch of one project.
type ProjectEdit struct {
	ID    string
	Patch []byte
}

// editing puts edits into a plan and gathers every wrong place.
type editing struct {
	rows   []proposal.ProjectRow
	used   map[string]bool // project ids the plan or its money ever knew
	places []fault.Place
}

// apply is the plan with the edits in it, read as strictly as any document. used are ids that may not be given to a new project.
func (in PlanEdits) apply(base *proposal.Proposal, used map[string]bool) (*proposal.Proposal, error) {
	sections, rows := proposal.Split(base)
	e := &editing{rows: rows, used: used}
	for i, edit := range in.Projects {
		e.patch("/projects/"+number(int64(i)), edit)
	}
	for i, id := range in.Removed {
		e.remove("/removed/"+number(int64(i)), id)
	}
	for i, body := range in.Added {
		e.add("/added/"+number(int64(i)), body)
	}
	if in.FundPlan != nil {
		body, err := proposal.MergePatch(sections[proposal.SectionFundPlan], in.FundPlan)
		if err == nil {
			body, err = proposal.DecodeSection(proposal.SectionFundPlan, body)
		}
		if e.wrong("/fundPlan", err) {
			sections[proposal.SectionFundPlan] = body
		}
	}
	if err := fault.At("变更内容有 "+number(int64(len(e.places)))+" 处需要改正", e.places); err != nil {
		return nil, err
	}
	bodies := make([][]byte, len(e.rows))
	for i, row := range e.rows {
		bodies[i] = row.Body
	}
	doc, _, err := proposal.Decode(proposal.AssembleJSON(base.Head(), sections, bodies, base.Attachments, base.Submission))
	return doc, err
}

func (e *editing) place(location, message string) {
	e.places = append(e.places, fault.Place{Location: location, Message: message})
}

// wrong places what a codec found; true when it found nothing.
func (e *editing) wrong(location string, err error) bool {
	var f *fault.Error
	switch {
	case err == nil:
		return true
	case errors.As(err, &f) && len(f.Places) > 0:
		for _, p := range f.Places {
			e.place(location+p.Location, p.Message)
		}
	default:
		e.place(location, "内容无法读取,请核对")
	}
	return false
}

func (e *editing) at(id string) int {
	return slices.IndexFunc(e.rows, func(r proposal.ProjectRow) bool { return r.ID == id })
}

func (e *editing) patch(location string, edit ProjectEdit) {
	i := e.at(edit.ID)
	if i < 0 {
		e.place(location+"/id", "批准的规划中没有项目“"+edit.ID+"”;新增的项目请写在 added 中")
		return
	}
	body, err := proposal.MergePatch(e.rows[i].Body, edit.Patch)
	if err != nil {
		e.wrong(location+"/patch", err)
		return
	}
	project, body, err := proposal.DecodeProject(body)
	switch {
	case !e.wrong(location+"/patch", err):
	case project.ID != edit.ID:
		e.place(location+"/patch/id", "项目编号不能改;换一个项目请取消原项目、新增项目")
	default:
		e.rows[i].Body = body
	}
}

func (e *editing) remove(location, id string) {
	i := e.at(id)
	if i < 0 {
		e.place(location, "批准的规划中没有项目“"+id+"”")
		return
	}
	e.rows = slices.Delete(e.rows, i, i+1)
}

func (e *editing) add(location string, body []byte) {
	project, body, err := proposal.DecodeProject(body)
	switch {
	case !e.wrong(location, err):
	case e.used[project.ID]:
		e.place(location+"/id", "编号“"+project.ID+"”已用过,请给新项目另编一个号")
	case e.at(project.ID) >= 0:
		e.place(location+"/id", "编号“"+project.ID+"”与另一个新增项目重复")
	default:
		e.rows = append(e.rows, proposal.ProjectRow{ID: project.ID, Body: body})
	}
}
