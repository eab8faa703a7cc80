package funds

// Layer is how far money has come.
type Layer string

// The layers, each at most the one before it from ALLOCATED on.
const (
	Planned   Layer = "PLANNED"   // 规划: the approved plan in force
	Committed Layer = "COMMITTED" // 承诺: by the award, or confirmed by a department or finance bureau
	Allocated Layer = "ALLOCATED" // 下达: 指标 arrived in the county (到位)
	Disbursed Layer = "DISBURSED" // 拨付: paid out to who builds
	Spent     Layer = "SPENT"     // 支出
)

// Layers are all layers in their order.
func Layers() []Layer { return []Layer{Planned, Committed, Allocated, Disbursed, Spent} }

// Label is the Chinese name, or the raw word when unknown.
func (l Layer) Label() string {
	switch l {
	case Planned:
		return "规划"
	case Committed:
		return "承诺"
	case Allocated:
		return "下达"
	case Disbursed:
		return "拨付"
	case Spent:
		return "支出"
	}
	return string(l)
}

// Kind is what an entry records; each business event has its own.
type Kind string

// The kinds of entry.
const (
	Allocate Kind = "ALLOCATE"  // 指标下达, 资金到位
	Disburse Kind = "DISBURSE"  // 拨付
	Spend    Kind = "SPEND"     // 支出
	Refund   Kind = "REFUND"    // 支出退回: a payee gave money back
	GiveBack Kind = "GIVE_BACK" // 拨付退回: unspent money came back to the treasury
	Recall   Kind = "RECALL"    // 指标收回
	Reverse  Kind = "REVERSE"   // 冲正: undoes one other entry
)

// Kinds are all kinds, those that bring money forward first.
func Kinds() []Kind { return []Kind{Allocate, Disburse, Spend, Refund, GiveBack, Recall, Reverse} }

// Label is the Chinese name, or the raw word when unknown.
func (k Kind) Label() string {
	switch k {
	case Allocate:
		return "指标下达"
	case Disburse:
		return "拨付"
	case Spend:
		return "支出"
	case Refund:
		return "支出退回"
	case GiveBack:
		return "拨付退回"
	case Recall:
		return "指标收回"
	case Reverse:
		return "冲正"
	}
	return string(k)
}

// Effect is the layer a kind changes and whether it adds to it; ok is false for REVERSE, whose effect is that of another entry undone.
func (k Kind) Effect() (layer Layer, adds, ok bool) {
	switch k {
	case Allocate:
		return Allocated, true, true
	case Disburse:
		return Disbursed, true, true
	case Spend:
		return Spent, true, true
	case Refund:
		return Spent, false, true
	case GiveBack:
		return Disbursed, false, true
	case Recall:
		return Allocated, false, true
	}
	return "", false, false
}

// State is whether an entry counts.
type State string

// The states of an entry.
const (
	Posted   State = "POSTED"   // counts
	Pending  State = "PENDING"  // waits for another person's confirmation; reserves
	Rejected State = "REJECTED" // was not confirmed; counts for nothing
)

// Label is the Chinese name, or the raw word when unknown.
func (s State) Label() string {
	switch s {
	case Posted:
		return "已生效"
	case Pending:
		return "待复核"
	case Rejected:
		return "已驳回"
	}
	return string(s)
}
