package policy

import "xianjie/internal/money"

// AwardAmount is the 奖补额 of an award: the key county's amount, else the tier of the county's class (004 一.3); false when the pack gives
// the county no class.
func (p *Pack) AwardAmount(county, city string) (money.Fen, bool) {
	if p.IsKeyCounty(county) {
		return p.Params.KeyCountyLinkage, true
	}
	return p.Tier(p.RegionClass(county, city))
}
