package workflow_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"xianjie/internal/sample"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
)

// With one award to give, the second place is neither proposed nor kept waiting: it is rejected for want of a place.
func TestAwardsStopAtTheNumberThePackAllows(t *testing.T) {
	pack := bytes.Replace(sample.Pack(), []byte(`"timezone"`), []byte(`"review": {"maxAwards": 1}, "timezone"`), 1)
	pack = bytes.Replace(pack, []byte(`"minVillages"`), []byte(`"stages": ["EXPERT_REVIEW", "PUBLIC_NOTICE"], "minVillages"`), 1)
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock := newClock()
		st := newStageUnder(t, storetest.Open(t, dsn, store.Options{Clock: clock.now}), clock, pack)
		clock.set(time.Date(2022, 12, 8, 1, 0, 0, 0, time.UTC))
		st.must("system@370000 advance A01 A02")
		clock.set(time.Date(2022, 12, 12, 1, 0, 0, 0, time.UTC))
		st.must("prov_admin@370000 batch close_collection")
		for _, x := range []string{"X1", "X2", "X3"} {
			st.must("review_secretary@370000 enlist " + x + ` unit="省直单位"`)
		}
		st.must(`review_secretary@370000 draw WRITTEN seed="1" reason="首次抽取"`)
		st.must("review_secretary@370000 publish")
		for app, total := range map[string]string{"A01": "90", "A02": "85"} {
			for _, x := range []string{"X1", "X2", "X3"} {
				st.must(x + "=expert@370000 declare " + app)
				st.must(x + "=expert@370000 submit-sheet " + app + " " + total)
			}
			st.must("review_secretary@370000 close " + app)
		}
		st.must("review_secretary@370000 rank")
		for _, tt := range []struct{ line, want string }{
			{`prov_admin@370000 propose A02 opinion="拟立项"`, "名次第 2,本批最多立项 1 个"},
			{`prov_admin@370000 reject A01 opinion="不予立项" reject=BEYOND_PLACES`, "名次在立项数内"},
			{`prov_admin@370000 reject A02 opinion="不予立项" reject=BEYOND_PLACES`, "waiting for [prov_finance]"},
			{`prov_admin@370000 propose A01 opinion="拟立项"`, "waiting for [prov_finance]"},
		} {
			if got := st.run(context.Background(), tt.line); !strings.Contains(got, tt.want) {
				t.Errorf("%s => %s, want %s", tt.line, got, tt.want)
			}
		}
	})
}
