package policy

import (
	"slices"
	"strings"
)

// letterInOrder is D03 (四.3, A27): the letter is issued by the people's government of this county, numbered and dated, and
// addressed to the city's two bureaus.
func letterInOrder(f *facts) outcome {
	if blank(f.countyName) || blank(f.cityName) {
		return failed(text("申报县或所在市未填,无法核对发文单位和主送单位"), "请先填写申报县(市、区)和所在市", "/county", "/city")
	}
	letter := f.doc.OfficialLetter
	issuer := f.countyName + f.pack.Params.LetterIssuerSuffix
	var bad offenders
	if !strings.HasSuffix(strings.TrimSpace(letter.Issuer), issuer) {
		bad.add("发文单位应为“"+issuer+"”,现为“"+letter.Issuer+"”", "/officialLetter/issuer")
	}
	if blank(letter.DocNo) {
		bad.add("没有文号", "/officialLetter/docNo")
	}
	if letter.Date.IsZero() {
		bad.add("没有发文日期", "/officialLetter/date")
	}
	for _, bureau := range f.pack.Params.LetterAddressees {
		if !slices.ContainsFunc(letter.Addressees, func(to string) bool { return f.isCityBureau(to, bureau) }) {
			bad.add("主送单位缺“"+f.cityName+bureau+"”", "/officialLetter/addressees")
		}
	}
	if bad.count == 0 {
		return passed(text(letter.DocNo), "/officialLetter")
	}
	line := bad.all()
	return failed(text(line), "请以县级人民政府名义行文并改正:"+line, slices.Compact(bad.places)...)
}

// isCityBureau accepts the bureau with the city's full name, or plainly as 市…局.
func (f *facts) isCityBureau(addressee, bureau string) bool {
	to := strings.TrimSpace(addressee)
	return strings.HasSuffix(to, f.cityName+bureau) || to == "市"+bureau
}
