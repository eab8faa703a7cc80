// Package funds is the ledger of an award's money, pure: which kinds of entry there are, what each does to which layer, what may not be
// exceeded, and what the layers come to. Amounts are money.Fen. It knows no person, no office and no database.
//
// Money goes 规划 planned → 承诺 committed → 下达 allocated (到位) → 拨付 disbursed → 支出 spent. It is kept in cells, one per line of the
// approved plan, level and project. Entries are only ever added; a mistake is mended by a reversing entry.
//
// The limits (domain 3.3, 3.7; 004 一.3):
//
//	allocated ≤ what the award and the approved plan give   per line, and per line and project over its levels
//	disbursed ≤ allocated                                   per line, level and project
//	spent ≤ disbursed                                       per line, level and project
//
// An entry that waits for its second pair of eyes reserves what it would take and lends nothing, so that whatever order waiting entries
// are confirmed or rejected in, no limit can be broken by it.
package funds
