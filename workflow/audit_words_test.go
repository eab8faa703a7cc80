package workflow_test

import (
	"testing"

	"xianjie/internal/audit"
	"xianjie/workflow"
)

func TestTheRecordSpeaksChinese(t *testing.T) {
	for _, tt := range []struct{ action, object, want string }{
		{"attach", "ZONE_MAP 推进区 布局图.pdf", "区位与布局图 推进区 布局图.pdf"},
		{"confirm", "LINKAGE_COUNTY", "县级衔接资金"},
		{"confirm", "INT02", "INT02"},
		{"section", "papers", "决议与上报文件"},
		{"grant_added", "county_filer", "栖霞市 县级填报员"},
		{"review_submit", "370686-01 WRITTEN E01", "370686-01 书面评审 E01"},
		{"draw_propose", "DEFENCE 首次抽取", "视频答辩 首次抽取"},
		{"sitecheck_submit", "ISSUES 扣 1 分", "有问题 扣 1 分"},
		{"waiver", "P02 练习〔2〕号", "P02 练习〔2〕号"},
		{"submit", "", ""},
	} {
		if got := workflow.AuditObjectLabel(&audit.Entry{Action: tt.action, Object: tt.object, Region: "370686"}); got != tt.want {
			t.Errorf("%s %q is %q, want %q", tt.action, tt.object, got, tt.want)
		}
	}
	for _, tt := range []struct{ stream, action, want string }{
		{"application/a", "create", "建立申报"}, {"batch/a", "create", "建立批次"}, {"notice/a", "create", "拟公示"}, {"fund/a", "fund_SPEND", "登记支出"},
		{"audit/all", "verify", "核验全部流水"}, {"fund/a", "unheard_of", "unheard_of"}, {"nothing", "create", "create"},
	} {
		if got := workflow.AuditActionLabel(tt.stream, tt.action); got != tt.want {
			t.Errorf("%s of %s is %q, want %q", tt.action, tt.stream, got, tt.want)
		}
	}
	for _, tt := range []struct{ stream, state, want string }{
		{"application/a", "CITY_REVIEW", "市级审核中"}, {"batch/a", "REVIEWING", "评审中"}, {"notice/a", "OPEN", "公示中"}, {"notice/a", "DISMISSED", "异议不成立"},
		{"review/a", "RECUSED", "已回避"}, {"account/a", "", ""},
	} {
		if got := workflow.AuditStateLabel(tt.stream, tt.state); got != tt.want {
			t.Errorf("%s of %s is %q, want %q", tt.state, tt.stream, got, tt.want)
		}
	}
}
