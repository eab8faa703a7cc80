package demo

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

// office are the accounts of a role for a sample, by login: the first enters, the second confirms.
func (p *player) office(role workflow.Role, doc *proposal.Proposal, unit string) []workflow.Actor {
	var found []workflow.Actor
	for _, login := range slices.Sorted(maps.Keys(p.stage.Actors)) {
		a := p.stage.Actors[login]
		if a.Has(role) && covers(a, doc) && (unit == "" || a.Unit == unit) {
			found = append(found, a)
		}
	}
	return found
}

// enter makes one entry with its voucher, dated on the day of the scene.
func (p *player) enter(s Scene, actor workflow.Actor, in workflow.EnterFund) error {
	doc, err := p.doc(s.Sample)
	if err != nil {
		return err
	}
	in.Application, in.Dated = p.apps[s.Sample], proposal.DateIn(s.when(), p.pack.Zone())
	in.Key = cmp.Or(in.Key, fmt.Sprintf("%s-%s-%s", in.DocNo, in.Line, in.Level))
	if in.Kind != funds.Reverse {
		voucher, err := p.voucher(s, actor, paper(doc.County.Name, proposal.Attachment{ID: in.Key, Kind: proposal.AttachOther, FileName: in.DocNo + ".pdf"}), in.DocNo)
		if err != nil {
			return err
		}
		in.Vouchers = []string{voucher.ID}
	}
	_, err = p.stage.Service.Enter(p.ctx, actor, in)
	return err
}

func (p *player) voucher(s Scene, actor workflow.Actor, content []byte, name string) (workflow.Voucher, error) {
	staged, err := p.stage.Files.Stage(p.ctx, bytes.NewReader(content), p.pack.AttachmentLimit(proposal.AttachOther).MaxFileBytes)
	if err != nil {
		return workflow.Voucher{}, err
	}
	v, err := p.stage.Service.KeepVoucher(p.ctx, actor, workflow.KeepVoucher{Application: p.apps[s.Sample], FileName: name + ".pdf", Size: staged.Size,
		MediaType: staged.MediaType, SHA256: staged.SHA256, Place: staged.Place, Remove: func() error { return p.stage.Files.Remove(staged.SHA256) }})
	return v, errors.Join(err, staged.Discard())
}

// allocate enters an allocation that is split over the projects by the approved plan.
func allocate(line string, level funds.Level, amount money.Fen, docNo string) act {
	return func(p *player, s Scene) error {
		_, actor, err := p.onStage(s)
		if err != nil {
			return err
		}
		err = p.enter(s, actor, workflow.EnterFund{Kind: funds.Allocate, Line: line, Level: level, Amount: amount, DocNo: docNo})
		return err
	}
}

// allocateOwn allocates the whole of a line and lets the second account of the office confirm it.
func allocateOwn(line string, level funds.Level, docNo string) act {
	return func(p *player, s Scene) error {
		doc, err := p.doc(s.Sample)
		if err != nil {
			return err
		}
		amount := map[funds.Level]money.Fen{funds.City: doc.FundPlan.Linkage.City, funds.County: doc.FundPlan.Linkage.County}[level]
		if err := allocate(line, level, amount, docNo)(p, s); err != nil {
			return err
		}
		return confirmWaiting(p, s)
	}
}

// confirmWaiting lets the office's second account confirm whatever of its money waits.
func confirmWaiting(p *player, s Scene) error {
	doc, err := p.doc(s.Sample)
	if err != nil {
		return err
	}
	accounts := p.office(s.Role, doc, "")
	if len(accounts) < 2 {
		return fmt.Errorf("没有为%s配置第二个账号", s.Role.Label())
	}
	return p.confirm(s, accounts[1])
}

func (p *player) confirm(s Scene, second workflow.Actor) error {
	waiting, err := p.stage.Service.FundEntries(p.ctx, second, workflow.FundQuery{ApplicationID: p.apps[s.Sample], States: []funds.State{funds.Pending}, PageSize: 200})
	if err != nil {
		return err
	}
	for _, e := range waiting.Items {
		if e.Role != s.Role {
			continue
		}
		if _, err := p.stage.Service.Decide(p.ctx, second, workflow.DecideFund{Entry: e.ID, Confirm: true}); err != nil {
			return err
		}
	}
	return nil
}

// arrive lets every department report what arrived of its integrated money, and the county's finance bureau confirm it.
func arrive(p *player, s Scene) error {
	doc, err := p.doc(s.Sample)
	if err != nil {
		return err
	}
	treasury, err := p.actor(workflow.CountyFinance, doc)
	if err != nil {
		return err
	}
	for i, item := range doc.FundPlan.Integrated {
		accounts := p.office(s.Role, doc, item.Department)
		if len(accounts) == 0 {
			return fmt.Errorf("没有为%s配置账号", item.Department)
		}
		err := p.enter(s, accounts[0], workflow.EnterFund{Kind: funds.Allocate, Line: "INTEGRATED/" + item.ID, Level: funds.Level(item.Level),
			Amount: cameOf(s.Sample, item), DocNo: fmt.Sprintf("到位通知〔2023〕%d号", i+1)})
		if err != nil {
			return err
		}
		if err := p.confirm(s, treasury); err != nil {
			return err
		}
	}
	return nil
}

// shares are the first projects of the province's part, as it was allocated from central money.
func (p *player) shares(s Scene, actor workflow.Actor, from, to int) ([]funds.Part, error) {
	v, err := p.stage.Service.Funds(p.ctx, actor, p.apps[s.Sample])
	if err != nil {
		return nil, err
	}
	var parts []funds.Part
	for _, part := range v.Matrix.Lines[0].Parts[from:to] {
		parts = append(parts, funds.Part{Project: part.Project, Amount: part.Levels[0].Allocated})
	}
	return parts, nil
}

// payOut disburses four fifths of the central money of some projects.
func payOut(from, to int) act {
	return func(p *player, s Scene) error {
		_, actor, err := p.onStage(s)
		if err != nil {
			return err
		}
		parts, err := p.shares(s, actor, from, to)
		if err != nil {
			return err
		}
		for i := range parts {
			parts[i].Amount = parts[i].Amount / 5 * 4
		}
		if err = p.enter(s, actor, workflow.EnterFund{Kind: funds.Disburse, Line: "LINKAGE_PROV_UP", Level: funds.Central, Parts: parts, DocNo: "拨字〔2023〕31号", Payee: "项目实施单位"}); err != nil {
			return err
		}
		return confirmWaiting(p, s)
	}
}

// spend enters one voucher for each of some projects: two fifths of their central money.
func spend(from, to int) act {
	return func(p *player, s Scene) error {
		_, actor, err := p.onStage(s)
		if err != nil {
			return err
		}
		parts, err := p.shares(s, actor, from, to)
		if err != nil {
			return err
		}
		for i, part := range parts {
			part.Amount = part.Amount / 5 * 2
			if err := p.enter(s, actor, workflow.EnterFund{Kind: funds.Spend, Line: "LINKAGE_PROV_UP", Level: funds.Central, Parts: []funds.Part{part},
				DocNo: fmt.Sprintf("记-2023-04-%04d", 88+i), Payee: "施工单位"}); err != nil {
				return err
			}
		}
		return confirmWaiting(p, s)
	}
}

// spendAgain enters a spending that was entered already, under another number.
func spendAgain(docNo string) act {
	return func(p *player, s Scene) error {
		_, actor, err := p.onStage(s)
		if err != nil {
			return err
		}
		parts, err := p.shares(s, actor, 0, 1)
		if err != nil {
			return err
		}
		parts[0].Amount = parts[0].Amount / 5 * 2
		if err = p.enter(s, actor, workflow.EnterFund{Kind: funds.Spend, Line: "LINKAGE_PROV_UP", Level: funds.Central, Parts: parts, DocNo: docNo, Payee: "施工单位"}); err != nil {
			return err
		}
		return confirmWaiting(p, s)
	}
}

// reverseLast undoes the newest entry of a sample.
func reverseLast(reason string) act {
	return func(p *player, s Scene) error {
		_, actor, err := p.onStage(s)
		if err != nil {
			return err
		}
		all, err := p.stage.Service.FundEntries(p.ctx, actor, workflow.FundQuery{ApplicationID: p.apps[s.Sample], Sort: "-no", PageSize: 1})
		if err != nil {
			return err
		}
		if err := p.enter(s, actor, workflow.EnterFund{Kind: funds.Reverse, Reverses: all.Items[0].ID, Reason: reason, DocNo: "更正〔2023〕1号", Key: "冲正-1"}); err != nil {
			return err
		}
		return confirmWaiting(p, s)
	}
}

// answerOrder lets the county answer every order that waits for it.
func answerOrder(text string) act {
	return func(p *player, s Scene) error {
		_, actor, err := p.onStage(s)
		if err != nil {
			return err
		}
		orders, err := p.stage.Service.Orders(p.ctx, actor, workflow.FundQuery{ApplicationID: p.apps[s.Sample], Live: true})
		if err != nil || len(orders) == 0 {
			return errors.Join(err, errors.New("没有督办单"))
		}
		for _, o := range orders {
			if _, err := p.stage.Service.ActOnOrder(p.ctx, actor, workflow.ActOnOrder{Order: o.ID, Version: o.Version, Text: text}); err != nil {
				return err
			}
		}
		return nil
	}
}
