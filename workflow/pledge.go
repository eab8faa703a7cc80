package workflow

import (
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// PledgeKind says what a confirmation is given for.
type PledgeKind string

// The kinds: a line of the fund plan, or a project.
const (
	PledgeLine    PledgeKind = "LINE"
	PledgeProject PledgeKind = "PROJECT"
)

// PledgeState is how far one pledge has come.
type PledgeState string

// The states.
const (
	PledgeOpen    PledgeState = "UNCONFIRMED" // 未确认
	PledgeHeld    PledgeState = "CONFIRMED"   // 已确认, at exactly the present content
	PledgeLapsed  PledgeState = "LAPSED"      // 已失效: confirmed once, but content or document have changed since
	PledgeNone    PledgeState = "NOT_NEEDED"  // 无需确认: there is no money in it
	PledgeByAward PledgeState = "BY_AWARD"    // 以立项为准: 省级以上衔接资金 is committed by the award, nobody confirms it
)

// The lines of the fund plan that are not integrated items.
const (
	lineProvUp        = string(proposal.SourceLinkageProvUp)
	lineCityLinkage   = string(proposal.SourceLinkageCity)
	lineCountyLinkage = string(proposal.SourceLinkageCounty)
)

// Pledge is one line or project of a document with the word given for it.
type Pledge struct {
	Kind      PledgeKind
	Line      string // LINKAGE_PROV_UP, LINKAGE_CITY, LINKAGE_COUNTY, an integrated item's id, or a project's id
	Title     string // what people call it
	By        Role   // whose word it needs; "" when nobody's
	Content   Content
	State     PledgeState
	Committed money.Fen     // the amount while it is held, else 0
	Given     *Confirmation // the one that holds, else the newest that lapsed; nil when there is none
	Why       []string      // why Given lapsed
}

// Committed says of each line of the fund plan how much of it is committed and by which document: its planned amount while it is
// confirmed at its present content, else nothing. It is the one answer to “how much is committed”; the fund ledger asks it with the
// snapshot an award stands on and that application's confirmations (ConfirmationsOf that snapshot). 省级以上衔接资金 counts whole with
// state PledgeByAward: whoever asks before the award leaves it out. 协作, 社会资本, 自筹 and 其他 have no pledge and are not listed.
// Projects are not listed either: they divide the same money once more (Pledges has them).
func Committed(doc *proposal.Proposal, given []Confirmation) []Pledge {
	linkage := doc.FundPlan.Linkage
	provUp := Pledge{Kind: PledgeLine, Line: lineProvUp, Content: Content{Amount: linkage.ProvUp}, State: PledgeByAward, Committed: linkage.ProvUp}
	out := []Pledge{
		provUp,
		{Kind: PledgeLine, Line: lineCityLinkage, By: CityFinance, Content: Content{Amount: linkage.City}},
		{Kind: PledgeLine, Line: lineCountyLinkage, By: CountyFinance, Content: Content{Amount: linkage.County}},
	}
	for i := range out {
		out[i].Title = proposal.FundSource(out[i].Line).Label()
	}
	for _, item := range doc.FundPlan.Integrated {
		out = append(out, Pledge{Kind: PledgeLine, Line: item.ID, Title: item.Programme, By: CountyDepartment, Content: lineContent(item)})
	}
	for i := range out[1:] {
		out[i+1].weigh(doc, given)
	}
	return out
}

// Pledges are the lines of Committed and after them every project.
func Pledges(doc *proposal.Proposal, given []Confirmation) []Pledge {
	out := Committed(doc, given)
	for i := range doc.Projects {
		p := Pledge{Kind: PledgeProject, Line: doc.Projects[i].ID, Title: doc.Projects[i].Name, By: CountyDepartment, Content: projectContent(&doc.Projects[i])}
		p.weigh(doc, given)
		out = append(out, p)
	}
	return out
}

// weigh finds the word that holds for the pledge in this document. Of several the newest counts; one given for other content, or with a
// document the application no longer has, does not hold, but it is told why.
func (p *Pledge) weigh(doc *proposal.Proposal, given []Confirmation) {
	p.State = PledgeOpen
	if p.Kind == PledgeLine && p.Content.Amount == 0 {
		p.State = PledgeNone
	}
	for _, c := range slices.Backward(given) {
		if c.Kind != p.Kind || c.Line != p.Line || p.State == PledgeNone {
			continue
		}
		why := append(c.Content.changes(p.Content), c.missing(p, doc)...)
		if len(why) == 0 {
			p.State, p.Committed, p.Given, p.Why = PledgeHeld, p.Content.Amount, &c, nil
			return
		}
		if p.Given == nil {
			p.State, p.Given, p.Why = PledgeLapsed, &c, why
		}
	}
}

// missing says that a confirmation's 承诺文件 is not among the document's papers.
func (c Confirmation) missing(p *Pledge, doc *proposal.Proposal) []string {
	switch {
	case c.AttachmentID == "" && p.needsPaper():
		return []string{"没有附承诺文件"}
	case c.AttachmentID != "" && !paperIn(doc, c.DocID, c.SHA256):
		return []string{"承诺文件 " + c.DocID + "“" + c.FileName + "”已移除或更换"}
	default:
		return nil
	}
}

// needsPaper: an integrated item is confirmed with the department's 承诺文件 (domain 3.8 A7).
func (p *Pledge) needsPaper() bool { return p.Kind == PledgeLine && p.By == CountyDepartment }

// paperIn reports whether a document names one kept 承诺文件 under its number and content.
func paperIn(doc *proposal.Proposal, docID, sha string) bool {
	return slices.ContainsFunc(doc.Attachments, func(a proposal.Attachment) bool {
		return a.ID == docID && a.Kind == proposal.AttachFundIntegrationCommitment && a.SHA256 != nil && *a.SHA256 == sha
	})
}

// open reports whether the pledge still waits for a word.
func (p *Pledge) open() bool { return p.State == PledgeOpen || p.State == PledgeLapsed }

// group is what the pack calls the pledge when it demands it.
func (p *Pledge) group() policy.Confirmable {
	switch {
	case p.Kind == PledgeProject:
		return policy.ConfirmProject
	case p.By == CountyDepartment:
		return policy.ConfirmIntegrated
	default:
		return policy.Confirmable(p.Line)
	}
}

// demand says what is missing and whose it is, for a step the pack stops.
func (p *Pledge) demand() string {
	text := fmt.Sprintf("%s(%s,%s 万元)", p.Title, p.Owner(), p.Content.Amount)
	if p.By == CountyDepartment {
		text = p.Line + " " + text
	}
	if p.State == PledgeLapsed {
		return text + "的确认已失效:" + strings.Join(p.Why, ",") + ",请重新确认"
	}
	return text + "未确认,请先确认"
}

// Owner is whose word the pledge needs, as people call it; "" when nobody's.
func (p *Pledge) Owner() string {
	switch p.By {
	case "":
		return ""
	case CountyDepartment:
		return p.Content.Department
	default:
		return p.By.Label()
	}
}

// Label is the state in words; what lapsed says why.
func (p *Pledge) Label() string {
	label := label(pledgeStateLabels, p.State)
	if p.State == PledgeLapsed {
		label += "(" + strings.Join(p.Why, ";") + ")"
	}
	return label
}

// Unconfirmed counts what is still to be confirmed in a document, lines and projects.
func Unconfirmed(doc *proposal.Proposal, given []Confirmation) int {
	n := 0
	for _, p := range Pledges(doc, given) {
		if p.open() {
			n++
		}
	}
	return n
}

// ConfirmationsOf are those that belong to a snapshot or an earlier one: what a county confirms while it answers a return belongs to
// the snapshot it has not yet handed in, and is its own affair until then.
func ConfirmationsOf(all []Confirmation, snapshot int) []Confirmation {
	return slices.DeleteFunc(slices.Clone(all), func(c Confirmation) bool { return c.SnapshotNo > snapshot })
}

// PledgeTally adds up the pledges of one kind that need a word.
type PledgeTally struct {
	Count, Confirmed, Lapsed, Open int // Open: never confirmed
	Amount, ConfirmedAmount        money.Fen
}

// TallyPledges counts one kind; what nobody need confirm is left out.
func TallyPledges(pledges []Pledge, kind PledgeKind) PledgeTally {
	var t PledgeTally
	for _, p := range pledges {
		if p.Kind != kind || p.State == PledgeNone || p.State == PledgeByAward {
			continue
		}
		t.Count++
		t.Amount += p.Content.Amount
		t.ConfirmedAmount += p.Committed
		switch p.State {
		case PledgeHeld:
			t.Confirmed++
		case PledgeLapsed:
			t.Lapsed++
		default:
			t.Open++
		}
	}
	return t
}
