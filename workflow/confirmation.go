package workflow

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// Confirm asks to confirm lines of the fund plan and projects, all or none: a department its integrated items and projects, the county
// finance bureau 县级衔接资金, the city's 市级衔接资金.
type Confirm struct {
	Application string
	Items       []Confirmed
	Attachment  string // the 承诺文件's id; an integrated item demands one
	Receipt     *Receipt
}

// Confirmed names one line or project.
type Confirmed struct {
	Kind   PledgeKind
	Line   string
	Digest string // Content.Digest of what the person saw; "" confirms what there is
}

// Confirm records a bureau's word for lines and projects at their present content (domain 3.2, A7). Errors: Forbidden when one is
// another bureau's, NotFound, Stale when one is no longer what was seen, Refused (state, nothing in it), Invalid (paper). Every wrong
// item is named, and then none is confirmed.
func (s *Service) Confirm(ctx context.Context, actor Actor, in Confirm) (Saved, error) {
	return s.save(ctx, in.Receipt, func(tx Tx) (Saved, error) {
		c, err := s.openFor(tx, actor, in.Application, "confirmation", "confirm", WantConfirmations)
		if err != nil {
			return Saved{}, err
		}
		if err := c.pledging(); err != nil {
			return Saved{}, err
		}
		kept, err := tx.Document(c.App.ID)
		if err != nil {
			return Saved{}, err
		}
		if c.Doc, err = c.pledged(tx, kept); err != nil {
			return Saved{}, err
		}
		given, err := s.given(c, kept, in)
		if err != nil {
			return Saved{}, err
		}
		for _, g := range given {
			if err := tx.InsertConfirmation(g); err != nil {
				return Saved{}, err
			}
		}
		c.App.Summary.Unconfirmed = Unconfirmed(c.Doc, append(slices.Clip(c.Around.Confirmations), given...))
		c.App.UpdatedAt = c.Now
		if err := c.keep(tx); err != nil {
			return Saved{}, err
		}
		for _, g := range given {
			if err := note(tx, c, "confirm", g.Line, g.Department+"确认 "+g.Content.Amount.String()+" 万元", g.Content.Digest()); err != nil {
				return Saved{}, err
			}
		}
		return c.saved(0, notPassed(nil)), nil
	})
}

// pledging: the county confirms what it is writing, the city's finance bureau what lies before its city.
func (c *Case) pledging() error {
	switch {
	case c.holds(CityFinance) && c.App.State.beforeCity():
		return nil
	case c.holds(CityFinance) && !c.holds(CountyFinance) && !c.holds(CountyDepartment):
		return fault.New(fault.Refused, "申报现为“%s”;市级衔接资金在县上报之后、市推荐之前确认", c.App.State.Label())
	default:
		return c.editable()
	}
}

// beforeCity reports whether the city's desks have the application and have not yet decided.
func (s State) beforeCity() bool { return s == Submitted || s == CityReview }

// holds reports whether the actor holds a role over the application's county.
func (c *Case) holds(role Role) bool {
	return slices.ContainsFunc(c.Actor.Grants, func(g Grant) bool { return g.Role == role && policy.Covers(g.Region, c.App.CountyCode) })
}

// pledged is the document that is being confirmed: the draft while the county writes, else the snapshot in force.
func (c *Case) pledged(tx Tx, kept Document) (*proposal.Proposal, error) {
	if c.App.State.Edited() {
		return assemble(c.App, kept)
	}
	frozen, err := tx.Snapshot(c.App.ID, c.App.SnapshotNo)
	if err != nil {
		return nil, err
	}
	doc, _, err := proposal.Decode(frozen.Body)
	return doc, err
}

// given makes the confirmations asked for, or says everything that is wrong with them.
func (s *Service) given(c *Case, kept Document, in Confirm) ([]Confirmation, error) {
	if len(in.Items) == 0 {
		return nil, fault.At("没有要确认的内容", []fault.Place{{Location: "/items", Message: "请至少选择一条资金或一个项目"}})
	}
	paper, err := paperOf(c.Doc, kept, in.Attachment)
	if err != nil {
		return nil, err
	}
	edition := c.App.SnapshotNo
	if c.App.State.Edited() {
		edition++ // it belongs to what will be handed in
	}
	pledges := Pledges(c.Doc, nil)
	var out []Confirmation
	var wrong faults
	for i, item := range in.Items {
		at := slices.IndexFunc(pledges, func(p Pledge) bool { return p.Kind == item.Kind && p.Line == item.Line })
		if at < 0 {
			wrong.add(i, fault.New(fault.NotFound, "%s没有条目 %s", map[PledgeKind]string{PledgeLine: "资金规划中", PledgeProject: "实施项目中"}[item.Kind], item.Line))
			continue
		}
		p := &pledges[at]
		if err := c.givable(p, item, in.Attachment); err != nil {
			wrong.add(i, err)
			continue
		}
		department := p.Content.Department
		if p.By != CountyDepartment {
			department = c.Actor.Unit
		}
		out = append(out, Confirmation{ID: s.newID(), ApplicationID: c.App.ID, Kind: p.Kind, Line: p.Line, Content: p.Content, Department: department,
			AttachmentID: paper.ID, DocID: paper.DocID, FileName: paper.FileName, SHA256: paper.SHA256, SnapshotNo: edition,
			AccountID: c.Actor.AccountID, Name: c.Actor.Name, ConfirmedAt: c.Now})
	}
	return out, wrong.fault()
}

// givable says why one pledge cannot be given by this actor now; nil when it can.
func (c *Case) givable(p *Pledge, item Confirmed, attachment string) *fault.Error {
	if err := c.confirms(c.Doc, p); err != nil {
		return err
	}
	switch {
	case p.State == PledgeNone:
		return fault.New(fault.Refused, "“%s”金额为 0,无须确认", p.Title)
	case item.Digest != "" && item.Digest != p.Content.Digest():
		return fault.New(fault.Stale, "“%s”(%s)已不是您所见的内容(他人刚刚修改),请刷新核对后再确认", p.Title, p.Line)
	case attachment == "" && p.needsPaper():
		return &fault.Error{Code: fault.Invalid, Message: fmt.Sprintf("确认整合资金“%s”(%s)须附本部门的承诺文件,请先上传“%s”,再选择它一并确认", p.Title, p.Line,
			proposal.AttachFundIntegrationCommitment.Label())}
	default:
		return nil
	}
}

// confirms says why a pledge is not the actor's to give; nil when it is. Names of units are compared by proposal.Place.SameUnit.
func (c *Case) confirms(doc *proposal.Proposal, p *Pledge) *fault.Error {
	switch {
	case p.By == "":
		return fault.New(fault.Refused, "%s以立项为准,无须确认", p.Title)
	case p.By == CountyFinance && !c.holds(CountyFinance):
		return fault.New(fault.Forbidden, "县级衔接资金由县财政确认")
	case p.By == CityFinance && !c.holds(CityFinance):
		return fault.New(fault.Forbidden, "市级衔接资金由市财政确认")
	case p.By != CountyDepartment:
		return nil
	case !c.holds(CountyDepartment) && !c.holds(CountyFinance) || !doc.County.SameUnit(p.Content.Department, c.Actor.Unit):
		what := map[PledgeKind]string{PledgeLine: "条目", PledgeProject: "项目"}[p.Kind]
		return fault.New(fault.Forbidden, "%s %s 属于%s,您的单位是%s", what, p.Line, p.Content.Department, c.Actor.Unit)
	default:
		return nil
	}
}

// paperOf is the 承诺文件 an id names, if the document has it; the zero Attachment for no id.
func paperOf(doc *proposal.Proposal, kept Document, id string) (Attachment, error) {
	if id == "" {
		return Attachment{}, nil
	}
	wrong := func(message string) error {
		return fault.At("承诺文件不能采用:"+message, []fault.Place{{Location: "/attachmentId", Message: message}})
	}
	i := slices.IndexFunc(kept.Attachments, func(a Attachment) bool { return a.ID == id })
	switch {
	case i < 0:
		return Attachment{}, wrong("本申报没有这个附件,或已移除,请重新选择")
	case kept.Attachments[i].Kind != string(proposal.AttachFundIntegrationCommitment):
		return Attachment{}, wrong(fmt.Sprintf("“%s”是%s,请选择%s", kept.Attachments[i].FileName, proposal.AttachmentKind(kept.Attachments[i].Kind).Label(),
			proposal.AttachFundIntegrationCommitment.Label()))
	case !paperIn(doc, kept.Attachments[i].DocID, kept.Attachments[i].SHA256):
		return Attachment{}, wrong("上报的材料中没有这个附件,请重新选择")
	}
	return kept.Attachments[i], nil
}

// faults gathers what is wrong with the items of one command.
type faults struct {
	first  *fault.Error // the gravest
	places []fault.Place
}

// gravity orders the codes: a missing right outweighs everything.
var gravity = []fault.Code{fault.Invalid, fault.Refused, fault.Stale, fault.NotFound, fault.Forbidden}

func (f *faults) add(i int, err *fault.Error) {
	if f.first == nil || slices.Index(gravity, err.Code) > slices.Index(gravity, f.first.Code) {
		f.first = err
	}
	f.places = append(f.places, fault.Place{Location: fmt.Sprintf("/items/%d", i), Message: err.Message})
}

// fault is nil when nothing is wrong; of one thing it is that, of several it names all.
func (f *faults) fault() error {
	switch len(f.places) {
	case 0:
		return nil
	case 1:
		return &fault.Error{Code: f.first.Code, Message: f.first.Message, Places: f.places}
	}
	messages := make([]string, len(f.places))
	for i, p := range f.places {
		messages[i] = p.Message
	}
	return &fault.Error{Code: f.first.Code, Message: fmt.Sprintf("有 %d 项不能确认,本次全部没有确认:%s", len(messages), strings.Join(messages, ";")), Places: f.places}
}
