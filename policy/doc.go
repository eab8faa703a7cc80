// Package policy is the written rules: the policy pack of a batch, the division table, and the checks of domain 3.6. It is
// pure: facts in, findings out; every number and list comes from the pack, none from the code. It imports proposal, money and
// fault, and nothing imports it back.
//
// # Where a rule lives
//
//	C01       channel.go          通道一致
//	X01       exclusion.go        排除区重叠
//	V01–V05   villages.go         村数、类型、规划、连片、不重复
//	I01 I02   industries.go       产业数、规划依据
//	F01–F05   linkage_funds.go    衔接资金规模、来源、档位、市县补足
//	F06       integration.go      整合比例
//	F07       fund_matrix.go      资金矩阵
//	F08       amounts.go          金额合法
//	F09       industry_share.go   产业占比
//	F10       negative_list.go    负面清单
//	P01 P02   benefit.go          利益联结、单纯分红购买类
//	P03 P04   projects.go         四要素、区内实施
//	P05 D01   term.go             期内实施、两年期
//	P06 P07   projects.go         六类覆盖、绩效目标
//	D02       resolution.go       常务会议
//	D03       letter.go           县政府名义
//	D04 D05   deadlines.go        报省、县报市时限
//	D06       attachments.go      附件齐全
//	D07       mechanism.go        组织机制
//	D08       land.go             土地保障
//	D09       sequence.go         时序
//	Q01 Q02   quota.go            重点县名额、市名额
//	Q04       yellow_river.go     沿黄优先
//
// # To add a rule
//
//  1. Write its check, func(*facts) outcome, in the file of its clause, with the clause reference above it. What it compares
//     with is a field of Params: add it to pack.go, give it a default in defaults.json or make it required, and check it in
//     pack_validate.go.
//  2. Add one line to catalogue in rule.go. The order there is the order of every report.
//  3. Add its rows to boundary_test.go (pass, fail, exact boundary, missing) and its parameter to params_test.go.
//  4. go test ./policy/...
//
// A check returns all offenders, points at each cell, and says in its advice where, how much and how to mend.
package policy
