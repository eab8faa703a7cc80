package workflow

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

func number(n int64) string { return strconv.FormatInt(n, 10) }

// mostParts bounds the projects of one entry, mostKey the characters of its key.
const (
	mostParts = 300
	mostKey   = 64
)

// drawn is the entry as asked for, with its move and the line it moves; who asks and what is missing is looked at afterwards.
func (s *Service) drawn(tx Tx, c *fundCase, in EnterFund) (FundEntry, funds.Book, error) {
	vouchers := append([]string{}, in.Vouchers...) // never nil
	slices.Sort(vouchers)
	entry := FundEntry{Kind: in.Kind, Dated: in.Dated, DocNo: strings.TrimSpace(in.DocNo), Payee: strings.TrimSpace(in.Payee), Reason: strings.TrimSpace(in.Reason),
		Vouchers: slices.Compact(vouchers)}
	if in.Kind == funds.Reverse {
		return s.reversal(tx, c, in, entry)
	}
	layer, adds, known := in.Kind.Effect()
	if !known {
		return entry, funds.Book{}, fault.At("没有这种分录", []fault.Place{{Location: "/kind", Message: "可用:ALLOCATE、DISBURSE、SPEND、REFUND、GIVE_BACK、RECALL、REVERSE"}})
	}
	line, err := tx.FundBook(c.App.ID, in.Line)
	if fault.CodeOf(err) == fault.NotFound {
		return entry, line, fault.At("没有这个资金条目", []fault.Place{{Location: "/line", Message: "批准的资金规划中没有条目“" + in.Line + "”,请从条目清单中选择"}})
	}
	entry.Move = funds.Move{Line: in.Line, Level: in.Level, Layer: layer, Adds: adds, Parts: slices.Clone(in.Parts)}
	return entry, line, err
}

// reversal undoes one whole entry that counts. A reversal is not reversed: what it undid is entered anew.
func (s *Service) reversal(tx Tx, c *fundCase, in EnterFund, entry FundEntry) (FundEntry, funds.Book, error) {
	wrong := func(message string) error {
		return fault.At("不能冲正", []fault.Place{{Location: "/reverses", Message: message}})
	}
	old, err := tx.FundEntry(in.Reverses)
	if err != nil || old.ApplicationID != c.App.ID {
		if err == nil || fault.CodeOf(err) == fault.NotFound {
			err = wrong("这个账上没有要冲正的分录,请核对")
		}
		return entry, funds.Book{}, err
	}
	switch {
	case old.Kind == funds.Reverse:
		return entry, funds.Book{}, fault.New(fault.Refused, "第 %d 笔本身就是冲正,不能再冲正;如冲错了,请把被冲的那一笔重新登记", old.No)
	case !in.Dated.IsZero() && in.Dated.Before(old.Dated):
		return entry, funds.Book{}, fault.At("不能冲正", []fault.Place{{Location: "/date", Message: "冲正的业务日期 " + in.Dated.String() + " 早于原分录的 " + old.Dated.String() + ",请核对"}})
	case old.State != funds.Posted:
		return entry, funds.Book{}, fault.New(fault.Refused, "第 %d 笔%s,没有计入余额,不用冲正", old.No, old.State.Label())
	case in.Line != "" || in.Amount != 0 || len(in.Parts) > 0 || in.Level != "":
		return entry, funds.Book{}, wrong("冲正按原分录整笔冲回,不另填条目、级次、金额和项目;只改一部分的,请整笔冲正后按正确的数重新登记")
	}
	tried, err := tx.FundEntriesReversing(old.ID)
	if err != nil {
		return entry, funds.Book{}, err
	}
	for _, t := range tried {
		if t.State != funds.Rejected {
			return entry, funds.Book{}, fault.New(fault.Refused, "第 %d 笔已由第 %d 笔冲正(%s),不能重复冲正", old.No, t.No, t.State.Label())
		}
	}
	entry.Reverses, entry.Attempt, entry.Payee, entry.Move = old.ID, len(tried), old.Payee, old.Move.Undo()
	line, err := tx.FundBook(c.App.ID, old.Move.Line)
	return entry, line, err
}

// complete looks at everything filled in, names every wrong place, and splits an allocation by the plan where no projects are given.
func (c *fundCase) complete(tx Tx, in EnterFund, entry *FundEntry, line funds.Book) error {
	var places []fault.Place
	need := func(ok bool, location, message string) {
		if !ok {
			places = append(places, fault.Place{Location: location, Message: message})
		}
	}
	need(strings.TrimSpace(in.Key) != "" && utf8.RuneCountInString(in.Key) <= mostKey, "/key", "请给这一笔一个登记编号(不超过 64 个字符),重发时用同一个编号")
	need(!entry.Dated.IsZero(), "/date", "请填写业务日期")
	need(entry.Dated.IsZero() || !entry.Dated.After(c.Today), "/date", "业务日期 "+entry.Dated.String()+" 在今天("+c.Today.String()+")之后,请填实际发生的日期")
	need(entry.Dated.IsZero() || !entry.Dated.Before(proposal.DateIn(c.Account.OpenedAt, c.Pack.Zone())), "/date", "业务日期早于立项之日 "+
		proposal.DateIn(c.Account.OpenedAt, c.Pack.Zone()).String()+",请核对")
	need(entry.DocNo != "", "/docNo", "请填写"+docNames[in.Kind])
	need(utf8.RuneCountInString(entry.DocNo) <= 200, "/docNo", "文号过长,不超过 200 个字")
	need(utf8.RuneCountInString(entry.Payee) <= 200, "/payee", "单位名称过长,不超过 200 个字")
	need(utf8.RuneCountInString(entry.Reason) <= textLimit, "/reason", "事由过长,请控制在 2000 字以内")
	f := c.Pack.Params.Funds
	need(entry.Payee != "" || !slices.Contains(f.PayeeRequired, string(in.Kind)), "/payee", "请填写收款单位")
	need(entry.Reason != "" || in.Kind != funds.Reverse, "/reason", "请写明为什么冲正")
	need(len(entry.Vouchers) > 0 || !slices.Contains(f.VoucherRequired, string(in.Kind)), "/vouchers", "请先上传"+docNames[in.Kind]+"的扫描件,再登记")
	if in.Kind != funds.Reverse {
		need(line.Line.Has(in.Level), "/level", LineLabel(line.Line)+"的级次只能是:"+levelWords(line.Line))
		places = append(places, c.parts(in, entry, line)...)
	}
	entry.Amount = funds.Total(entry.Move.Parts)
	vouchers, err := tx.VouchersOf(c.App.ID, entry.Vouchers)
	if err != nil {
		return err
	}
	need(len(vouchers) == len(entry.Vouchers), "/vouchers", "有的附件不在这个账上,请重新上传")
	if err := fault.At("登记内容有 "+number(int64(len(places)))+" 处需要改正", places); err != nil {
		return err
	}
	if !c.Closed.IsZero() && !entry.Dated.After(c.Closed) {
		return fault.New(fault.Refused, "%s 以前的账已结,业务日期 %s 不能再登记;更正请用结账日之后的日期冲正", c.Closed.AddDays(1).String(), entry.Dated.String())
	}
	return nil
}

// docNames are what the document number of a kind is.
var docNames = map[funds.Kind]string{
	funds.Allocate: "指标(到位)文号", funds.Disburse: "拨付单号", funds.Spend: "支出凭证号", funds.Refund: "退款凭证号", funds.GiveBack: "退回凭证号",
	funds.Recall: "收回文号", funds.Reverse: "更正依据(文号或凭证号)",
}

func levelWords(l funds.Line) string {
	words := make([]string, len(l.Levels))
	for i, level := range l.Levels {
		words[i] = cmp.Or(string(level), "(不填)") + "(" + level.Label() + ")"
	}
	return strings.Join(words, "、")
}

// parts looks at the projects of an entry: known, each once, adding up.
func (c *fundCase) parts(in EnterFund, entry *FundEntry, line funds.Book) []fault.Place {
	var places []fault.Place
	if in.Amount < 0 || in.Amount > money.Max {
		return []fault.Place{{Location: "/amount", Message: "金额须大于 0"}}
	}
	if len(in.Parts) == 0 {
		if in.Kind != funds.Allocate {
			return []fault.Place{{Location: "/parts", Message: "请写明用于哪个项目、多少万元"}}
		}
		if in.Amount == 0 {
			return []fault.Place{{Location: "/amount", Message: "请填写金额,单位万元"}}
		}
		if len(line.Shares) == 0 {
			return []fault.Place{{Location: "/parts", Message: "批准的规划没有把" + LineLabel(line.Line) + "安排给任何项目,不能下达"}}
		}
		entry.Move.Parts = c.byPlan(in.Amount, line)
		return nil
	}
	if len(in.Parts) > mostParts {
		return []fault.Place{{Location: "/parts", Message: "一笔不超过 300 个项目,请分笔登记"}}
	}
	seen := map[string]int{}
	for i, p := range in.Parts {
		here := "/parts/" + number(int64(i))
		if first, twice := seen[p.Project]; twice {
			places = append(places, fault.Place{Location: here + "/project", Message: "项目 " + p.Project + " 与第 " + number(int64(first+1)) + " 行重复,请合成一行"})
		}
		seen[p.Project] = i
		if p.Amount <= 0 || p.Amount > money.Max {
			places = append(places, fault.Place{Location: here + "/amount", Message: "金额须大于 0,不超过 " + money.Max.String() + " 万元"})
		}
	}
	if in.Kind == funds.Spend && len(in.Parts) > 1 {
		places = append(places, fault.Place{Location: "/parts", Message: "支出按项目和凭证逐笔登记,一笔只写一个项目"})
	}
	if total := funds.Total(in.Parts); len(places) == 0 && in.Amount != 0 && in.Amount != total {
		places = append(places, fault.Place{Location: "/amount", Message: "总额 " + in.Amount.String() + " 万元,各项目合计 " + total.String() + " 万元,相差 " +
			max(in.Amount-total, total-in.Amount).String() + " 万元,请核对"})
	}
	return places
}

// byPlan splits an allocation over the projects by what each still has open. More than is open is laid on the first, for the check to refuse
// with its figures.
func (c *fundCase) byPlan(amount money.Fen, line funds.Book) []funds.Part {
	open := make([]funds.Part, 0, len(line.Shares))
	for _, share := range line.Shares {
		open = append(open, funds.Part{Project: share.Project, Amount: share.Planned - share.Allocated})
	}
	slices.SortFunc(open, func(a, b funds.Part) int { return cmp.Compare(a.Project, b.Project) })
	parts, ok := funds.Split(amount, open)
	if !ok {
		return []funds.Part{{Project: open[0].Project, Amount: amount}}
	}
	return parts
}
