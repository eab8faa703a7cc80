package proposal_test

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// The generators make every document the codec accepts, values at their bounds included.

func text(max int) *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune("村路桥果“”—,。aZ09 /~\"\\{}[]:<>&\u2028\U00020000")), 0, max, -1)
}

func longText() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune("项目\n\r\t\"\\建设")), 0, 40, -1)
}

func digits(n int) *rapid.Generator[string] {
	return rapid.OneOf(rapid.Just(""), rapid.StringOfN(rapid.RuneFrom([]rune("0123456789")), n, n, -1))
}

func numbered(prefix string, i int) string { return fmt.Sprintf("%s%02d", prefix, i) }

func amount() *rapid.Generator[money.Fen] {
	return rapid.OneOf(rapid.SampledFrom([]money.Fen{0, 1, -1, 100, money.Wan, money.Max, -money.Max}), rapid.Map(rapid.Int64Range(-int64(money.Max), int64(money.Max)), func(n int64) money.Fen { return money.Fen(n) }))
}

func area() *rapid.Generator[proposal.Hundredths] {
	return rapid.Map(rapid.Int64Range(0, 10_000_000_000), func(n int64) proposal.Hundredths { return proposal.Hundredths(n) })
}

func count() *rapid.Generator[int64] { return rapid.Int64Range(0, 1_000_000_000) }

func date() *rapid.Generator[proposal.Date] {
	return rapid.Custom(func(t *rapid.T) proposal.Date {
		if rapid.Bool().Draw(t, "empty") {
			return proposal.Date{}
		}
		seconds := rapid.Int64Range(-62135596800, 253402300799).Draw(t, "day") // 0001-01-01 … 9999-12-31
		return proposal.DateIn(time.Unix(seconds, 0), time.UTC)
	})
}

func instant() *rapid.Generator[*time.Time] {
	return rapid.Custom(func(t *rapid.T) *time.Time {
		if rapid.Bool().Draw(t, "empty") {
			return nil
		}
		at := time.UnixMicro(rapid.Int64Range(-62135596800_000_000, 253402300799_999_999).Draw(t, "µs")).UTC()
		return &at
	})
}

func oneOf[K ~string](known ...K) *rapid.Generator[K] { return rapid.SampledFrom(append(known, "")) }

func list[V any](of *rapid.Generator[V]) *rapid.Generator[[]V] { return rapid.SliceOfN(of, 0, 3) }

func rows[V any](of func(t *rapid.T, i int) V) *rapid.Generator[[]V] {
	return rapid.Custom(func(t *rapid.T) []V {
		out := make([]V, rapid.IntRange(0, 3).Draw(t, "rows"))
		for i := range out {
			out[i] = of(t, i)
		}
		return out
	})
}

func place() *rapid.Generator[proposal.Place] {
	return rapid.Custom(func(t *rapid.T) proposal.Place {
		return proposal.Place{Code: digits(6).Draw(t, "code"), Name: text(9).Draw(t, "name")}
	})
}

func anyZone(t *rapid.T) proposal.Zone {
	return proposal.Zone{Name: text(9).Draw(t, "zone"), Contiguous: rapid.Bool().Draw(t, "contiguous"), AreaKm2: area().Draw(t, "area"),
		CombinedWith: list(text(9)).Draw(t, "combined"),
		Villages: rows(func(t *rapid.T, _ int) proposal.Village {
			return proposal.Village{Code: digits(12).Draw(t, "code"), Name: text(9).Draw(t, "name"), TownCode: digits(9).Draw(t, "town"), TownName: text(9).Draw(t, "townName"),
				Type: oneOf(proposal.VillageClusterUpgrade, proposal.VillageOther).Draw(t, "type"), PlanStatus: oneOf(proposal.PlanApproved).Draw(t, "plan"),
				Households: count().Draw(t, "households"), Population: count().Draw(t, "population"), PovertyRelievedPersons: count().Draw(t, "relieved"),
				MonitoredPersons: count().Draw(t, "monitored"), FirstSecretary: rapid.Bool().Draw(t, "secretary"), CollectiveIncome: amount().Draw(t, "income")}
		}).Draw(t, "villages"),
		Industries: rows(func(t *rapid.T, _ int) proposal.Industry {
			return proposal.Industry{Name: text(9).Draw(t, "name"), Chain: text(9).Draw(t, "chain"), InCountyIndustryPlan: rapid.Bool().Draw(t, "in"),
				PlanReference: text(9).Draw(t, "reference"), AnnualOutput: amount().Draw(t, "output")}
		}).Draw(t, "industries")}
}

func anyFundPlan(t *rapid.T) proposal.FundPlan {
	return proposal.FundPlan{Linkage: proposal.Linkage{ProvUp: amount().Draw(t, "prov"), City: amount().Draw(t, "city"), County: amount().Draw(t, "county")},
		Cooperation: amount().Draw(t, "cooperation"), Social: amount().Draw(t, "social"), SelfRaised: amount().Draw(t, "self"), Other: amount().Draw(t, "other"),
		Integrated: rows(func(t *rapid.T, i int) proposal.IntegratedItem {
			return proposal.IntegratedItem{ID: numbered("INT", i), Department: text(9).Draw(t, "department"), Programme: text(9).Draw(t, "programme"),
				Level: oneOf(proposal.LevelCity, proposal.LevelCentral).Draw(t, "level"), Amount: amount().Draw(t, "amount"), Status: oneOf(proposal.FundInPlace).Draw(t, "status")}
		}).Draw(t, "integrated")}
}

func anyProject(t *rapid.T, i int) proposal.Project {
	return proposal.Project{ID: numbered("P", i), Name: text(9).Draw(t, "name"), ContentCategory: oneOf(proposal.ContentIndustry, proposal.ContentTalent).Draw(t, "category"),
		LibraryType: oneOf(proposal.LibraryOther).Draw(t, "library"), LibrarySubType: text(9).Draw(t, "sub"), Nature: oneOf(proposal.NatureContinued).Draw(t, "nature"),
		ImplementationMode: oneOf(proposal.ModeDirect).Draw(t, "mode"), FundUse: oneOf(proposal.UseEquityPurchase).Draw(t, "use"),
		TownCodes: list(digits(9)).Draw(t, "towns"), VillageCodes: list(digits(12)).Draw(t, "villages"), ResponsibleDept: text(9).Draw(t, "dept"), Implementer: text(9).Draw(t, "implementer"),
		StartDate: date().Draw(t, "start"), EndDate: date().Draw(t, "end"), ContentAndScale: longText().Draw(t, "content"),
		Beneficiaries: proposal.Beneficiaries{Households: count().Draw(t, "h"), Persons: count().Draw(t, "p"), PovertyRelievedPersons: count().Draw(t, "r"), MonitoredPersons: count().Draw(t, "m")},
		BenefitLinkage: proposal.BenefitLinkage{Modes: list(oneOf(proposal.LinkDividend, proposal.LinkOrder)).Draw(t, "modes"), DirectHouseholds: count().Draw(t, "direct"),
			PovertyOrMonitoredHouseholds: count().Draw(t, "poor"), Description: longText().Draw(t, "description")},
		AssetType: oneOf(proposal.AssetNone).Draw(t, "asset"), NegativeListTags: list(text(9)).Draw(t, "negative"),
		PerformanceTargets: rows(func(t *rapid.T, _ int) proposal.PerformanceTarget {
			return proposal.PerformanceTarget{Kind: oneOf(proposal.TargetOutputCost).Draw(t, "kind"), Name: text(9).Draw(t, "name"), Value: text(9).Draw(t, "value")}
		}).Draw(t, "targets"),
		Funds: rows(func(t *rapid.T, _ int) proposal.ProjectFund {
			return proposal.ProjectFund{Source: oneOf(proposal.FundSources()...).Draw(t, "source"), Amount: amount().Draw(t, "amount"), IntegratedItemID: rapid.SampledFrom([]string{"", "INT00", "INT01"}).Draw(t, "item")}
		}).Draw(t, "funds"),
		TotalInvestment: amount().Draw(t, "total")}
}

func anyProposal() *rapid.Generator[*proposal.Proposal] {
	return rapid.Custom(func(t *rapid.T) *proposal.Proposal {
		p := &proposal.Proposal{SchemaVersion: proposal.SchemaVersion, ApplicationID: text(9).Draw(t, "id"), BatchCode: text(9).Draw(t, "batch"),
			Channel: oneOf(proposal.KeyCounty, proposal.CitySelected).Draw(t, "channel"), Province: place().Draw(t, "province"), City: place().Draw(t, "city"), County: place().Draw(t, "county"),
			Zone: anyZone(t), Plan: proposal.Plan{Title: text(9).Draw(t, "title"), StartDate: date().Draw(t, "start"), EndDate: date().Draw(t, "end")},
			FundPlan: anyFundPlan(t), Projects: rows(anyProject).Draw(t, "projects"),
			Mechanism: proposal.Mechanism{PrincipalLeadersStudied: rapid.Bool().Draw(t, "studied"), StudyDate: date().Draw(t, "study"), LeadLeaderPost: text(9).Draw(t, "post"),
				LeadDepartments: list(text(9)).Draw(t, "lead"), CoordinationMechanism: rapid.Bool().Draw(t, "coordination"), WorkTeam: rapid.Bool().Draw(t, "team"), WorkTeamDocNo: text(9).Draw(t, "docNo")},
			LandGuarantee:      proposal.LandGuarantee{Committed: rapid.Bool().Draw(t, "committed"), QuotaMu: area().Draw(t, "quota")},
			PublicConsultation: proposal.PublicConsultation{VillagesConsulted: count().Draw(t, "consulted"), Meetings: count().Draw(t, "meetings"), Summary: longText().Draw(t, "summary")},
			OfficialLetter:     proposal.OfficialLetter{Issuer: text(9).Draw(t, "issuer"), DocNo: text(9).Draw(t, "letterNo"), Date: date().Draw(t, "letterDate"), Addressees: list(text(9)).Draw(t, "addressees")},
			Attachments: rows(func(t *rapid.T, i int) proposal.Attachment {
				return proposal.Attachment{ID: numbered("ATT", i), Kind: oneOf(proposal.AttachOther).Draw(t, "kind"), FileName: text(9).Draw(t, "file")}
			}).Draw(t, "attachments"),
			Submission: proposal.Submission{CountySubmittedAt: instant().Draw(t, "submitted"), CityReportedAt: instant().Draw(t, "reported")}}
		if rapid.Bool().Draw(t, "resolved") {
			p.Resolution = &proposal.Resolution{Body: text(9).Draw(t, "body"), MeetingNo: text(9).Draw(t, "no"), Date: date().Draw(t, "on"), Decision: oneOf(proposal.DecisionRejected).Draw(t, "decision")}
		}
		return p
	})
}
