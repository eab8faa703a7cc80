package policy

import "xianjie/internal/proposal"

// channelAgrees is C01 (一.3): a county on the 重点县 list uses KEY_COUNTY and no other county does; in a city that has key
// counties no other county may use CITY_SELECTED unless the batch allows it (A17). The county must be one that exists and
// lie in the city named.
func channelAgrees(f *facts) outcome {
	channel := f.doc.Channel
	line := "重点县=" + yesNo(f.isKey) + ", 通道=" + channel.Label()
	places := []string{"/channel", "/county/code"}
	switch {
	case !f.known:
		return failed(text("县级代码“"+f.countyCode+"”不在行政区划表中"), "请核对县(市、区)代码;开发区不作申报主体", "/county/code")
	case f.doc.City.Code != f.cityCode:
		return failed(text(f.countyName+"属于"+f.cityName+",所填市代码为“"+f.doc.City.Code+"”"),
			"请把所在市改为"+f.cityName+"("+f.cityCode+")", "/city/code", "/county/code")
	case channel != proposal.KeyCounty && channel != proposal.CitySelected:
		return failed(text("申报通道未填或不存在"), "请选择申报通道:"+f.rightChannel(), "/channel")
	case f.isKey != (channel == proposal.KeyCounty):
		return failed(text(line), "申报通道应选“"+f.rightChannel()+"”:"+f.countyName+keyOrNot(f.isKey)+"本批次重点县", places...)
	case !f.isKey && f.pack.CityHasKeyCounty(f.cityCode) && !f.pack.Params.NonKeyCountyInKeyCityAllowed:
		return failed(text(line+",本市有重点县"),
			f.cityName+"有重点县,由重点县推荐,"+f.countyName+"不能走市择优通道;如重点县名单有误,请报省级更正名单", places...)
	}
	return passed(text(line), places...)
}

func (f *facts) rightChannel() string {
	if f.isKey {
		return proposal.KeyCounty.Label()
	}
	return proposal.CitySelected.Label()
}

func keyOrNot(isKey bool) string {
	if isKey {
		return "是"
	}
	return "不是"
}
