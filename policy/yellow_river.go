package policy

// YellowRiverFirst is Q04 (一.3, A25): when a qualified application from a 沿黄 county of the same city stands by and one from
// another county is recommended instead, the city must write why. candidates are the city's live applications; self may be
// among them. With a reason it passes and the figure shows the reason.
func YellowRiverFirst(pack *Pack, self Peer, candidates []Peer, reason string) Finding {
	return yellowRiverQ4.finding(yellowRiverFirst(pack, self, candidates, reason), pack.ref)
}

func yellowRiverFirst(pack *Pack, self Peer, candidates []Peer, reason string) outcome {
	if pack.IsKeyCounty(self.CountyCode) {
		return notApplicable("重点县按名单推荐,不适用沿黄优先")
	}
	if pack.IsYellowRiver(self.CountyCode) {
		return passed(text("推荐的"+self.CountyName+"是沿黄县"), "/county/code")
	}
	passedOver := rivals(self, candidates, func(p Peer) bool {
		return p.Qualified && sameCity(p, self) && pack.IsYellowRiver(p.CountyCode) && !pack.IsKeyCounty(p.CountyCode)
	})
	if len(passedOver) == 0 {
		return passed(text("本市没有其他合格的沿黄县申报"), "/county/code")
	}
	line := "本市有合格的沿黄县申报" + naming(passedOver) + ",推荐的" + self.CountyName + "不是沿黄县"
	if blank(reason) {
		return warned(text(line), "请填写未选沿黄县的理由,填写后方可推荐和报省", "/county/code")
	}
	return passed(text(line+";理由:"+reason), "/county/code")
}
