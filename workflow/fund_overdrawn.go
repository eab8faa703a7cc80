package workflow

import (
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
)

// overdrawn refuses a move with every limit it would break: where, how much there is, how much too much, and how to mend it.
func overdrawn(m funds.Move, line funds.Line, breaches []funds.Breach) error {
	f := &fault.Error{Code: fault.Refused}
	said := make([]string, 0, len(breaches))
	for _, b := range breaches {
		where := "/parts/" + number(int64(b.Part)) + "/amount"
		if b.Part < 0 {
			where = "/amount"
		}
		message := breached(m, line, b)
		said = append(said, message)
		f.Places = append(f.Places, fault.Place{Location: where, Message: message})
	}
	f.Message = "不能登记:" + strings.Join(said[:min(len(said), namedLeft)], ";")
	if len(said) > namedLeft {
		f.Message += ";共 " + number(int64(len(said))) + " 处"
	}
	return f
}

func breached(m funds.Move, line funds.Line, b funds.Breach) string {
	source := LineLabel(line) + levelSuffix(m)
	switch {
	case b.Absent:
		return "批准的规划没有给项目 " + b.Project + " 安排" + LineLabel(line) + ",请核对项目或条目"
	case b.Ceiling:
		return LineLabel(line) + "批准 " + b.Bound.String() + " 万元,连同本笔下达 " + b.Have.String() + " 万元,超 " + b.Over.String() + " 万元"
	case m.Adds && b.Layer == funds.Allocated:
		return "项目 " + b.Project + " 的" + LineLabel(line) + "规划 " + b.Bound.String() + " 万元,连同本笔下达 " + b.Have.String() + " 万元,超 " + b.Over.String() + " 万元"
	case m.Adds:
		return "项目 " + b.Project + " 的" + source + "可用的" + b.Against.Label() + " " + b.Bound.String() + " 万元,连同本笔" + b.Layer.Label() + " " + b.Have.String() +
			" 万元,超 " + b.Over.String() + " 万元;请核对金额,或先办" + b.Against.Label()
	case b.Against == "":
		return "项目 " + b.Project + " 的" + source + b.Layer.Label() + "只剩 " + (b.Have + partOf(m, b)).String() + " 万元,退不出 " + partOf(m, b).String() + " 万元"
	default:
		return "项目 " + b.Project + " 的" + source + "退回后" + b.Layer.Label() + " " + b.Have.String() + " 万元,少于已" + b.Against.Label() + "的 " + b.Bound.String() +
			" 万元,差 " + b.Over.String() + " 万元;请先退回相应的" + b.Against.Label()
	}
}

func partOf(m funds.Move, b funds.Breach) (amount money.Fen) {
	if b.Part >= 0 && b.Part < len(m.Parts) {
		return m.Parts[b.Part].Amount
	}
	return 0
}

func levelSuffix(m funds.Move) string {
	if m.Level == funds.NoLevel {
		return ""
	}
	return "(" + m.Level.Label() + ")"
}
