package proposal

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Digest is the hex SHA-256 of a document's canonical bytes.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// CoreDigest is the hex SHA-256 of what a county may not change without a new resolution (domain 3.5.2 resubmit, resupply):
// money, scope and projects, as CoreChange tells them apart. The order of rows does not count.
func CoreDigest(p *Proposal) string {
	c := coreOf(p)
	return Digest(bytes.Join([][]byte{c.money, c.scope, c.projects}, []byte{'\n'}))
}

// CoreChange names which of 资金, 范围 and 项目 differ, in that order; nil when none does. 资金 is the fund plan and each
// project's funds and total, 范围 the villages and towns, 项目 what each project builds, where, when and how. Slips in other
// fields (implementer, beneficiaries, performance targets, the status of integrated money …) are none of them.
func CoreChange(old, new *Proposal) []string {
	a, b := coreOf(old), coreOf(new)
	var out []string
	for _, side := range []struct {
		name     string
		old, new []byte
	}{{"资金", a.money, b.money}, {"范围", a.scope, b.scope}, {"项目", a.projects, b.projects}} {
		if !bytes.Equal(side.old, side.new) {
			out = append(out, side.name)
		}
	}
	return out
}

// core is the canonical form of the three guarded matters, rows in the order of their keys.
type core struct{ money, scope, projects []byte }

var (
	itemCore    = integratedShape.pick("id", "department", "programme", "level", "amount")
	planCore    = fundPlanShape.pick("linkage", "cooperation", "social", "selfRaised", "other")
	villageCore = villageShape.pick("code", "townCode")
	moneyCore   = projectShape.pick("id", "funds", "totalInvestment")
	projectCore = projectShape.pick("id", "name", "contentCategory", "libraryType", "librarySubType", "nature", "implementationMode",
		"fundUse", "townCodes", "villageCodes", "startDate", "endDate", "contentAndScale")
)

func coreOf(p *Proposal) core {
	projects := make([]Project, len(p.Projects))
	for i, project := range p.Projects {
		project.Funds = sorted(project.Funds, func(a, b ProjectFund) int {
			return cmp.Or(cmp.Compare(a.Source, b.Source), strings.Compare(a.IntegratedItemID, b.IntegratedItemID), cmp.Compare(a.Amount, b.Amount))
		})
		project.TownCodes = sorted(project.TownCodes, strings.Compare)
		project.VillageCodes = sorted(project.VillageCodes, strings.Compare)
		projects[i] = project
	}
	slices.SortStableFunc(projects, func(a, b Project) int { return strings.Compare(a.ID, b.ID) })
	items := sorted(p.FundPlan.Integrated, func(a, b IntegratedItem) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Department, b.Department), strings.Compare(a.Programme, b.Programme))
	})
	villages := sorted(p.Zone.Villages, func(a, b Village) int {
		return cmp.Or(strings.Compare(a.Code, b.Code), strings.Compare(a.TownCode, b.TownCode))
	})
	return core{
		money:    writeList(writeList(planCore.write(make([]byte, 0, 1<<10+len(items)<<8+len(projects)<<8), &p.FundPlan), items, itemCore.write), projects, moneyCore.write),
		scope:    writeList(make([]byte, 0, len(villages)<<6), villages, villageCore.write),
		projects: writeList(make([]byte, 0, len(projects)<<10), projects, projectCore.write),
	}
}

func sorted[T any](list []T, compare func(a, b T) int) []T {
	out := slices.Clone(list)
	slices.SortStableFunc(out, compare)
	return out
}
