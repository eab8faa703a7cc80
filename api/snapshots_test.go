package api_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// A receipt says which content came in, when and from whom; it is told to everyone who sees the content, and to nobody else.
func TestAReceiptTellsWhatCameInWhenAndFromWhom(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world) {
		c := w.draft("A01").desks()
		receipts := c.path() + "/snapshots"
		if n := c.signer.get(receipts).want(200).count("items"); n != 0 {
			t.Errorf("%d receipts before anything was handed in", n)
		}
		w.at("2022-11-29T10:20:00+08:00")
		c.submit()
		c.act(c.reviewer, `{"action":"accept"}`).want(200)
		c.act(c.reviewer, `{"action":"shortlist","opinion":"同意","rank":1,"minutesDocNo":"会议纪要〔2022〕8号"}`).want(200)
		c.act(c.finance, `{"action":"shortlist","opinion":"同意"}`).want(200)
		w.at("2022-12-05T16:01:02+08:00")
		c.act(c.issue, `{"action":"report","cityDocNo":"烟乡振〔2022〕45号"}`).want(200)

		seen := c.issue.get(receipts).want(200)
		county, city := c.doc.County.Code+"county_signer岗位", c.doc.City.Code+"city_signer岗位"
		for i, want := range []struct{ label, at, role, name string }{
			{"提交上报", "2022-11-29T02:20:00Z", "county_signer", county},
			{"报省", "2022-12-05T08:01:02Z", "city_signer", city},
		} {
			item := "items." + string(rune('0'+i)) + "."
			if seen.number(item+"no") != i+1 || seen.text(item+"actionLabel") != want.label || !strings.HasPrefix(seen.text(item+"takenAt"), want.at[:19]) ||
				seen.text(item+"by.role") != want.role || !strings.Contains(seen.text(item+"name"), want.name) {
				t.Errorf("receipt %d, want %v: %s", i+1, want, clip(seen.body))
			}
			var frozen struct{ Document json.RawMessage }
			must(t, json.Unmarshal(c.issue.get(receipts+"/"+string(rune('1'+i))).want(200).body, &frozen))
			if sum := sha256.Sum256(frozen.Document); seen.text(item+"digest") != hex.EncodeToString(sum[:]) {
				t.Errorf("the fingerprint of receipt %d is not that of the content", i+1)
			}
		}

		own := c.filer.get(receipts).want(200)
		if own.text("items.0.name") == "" || own.text("items.1.by.role") != "city_signer" || own.text("items.1.name") != "" {
			t.Errorf("the county is told its own hand and the city's post, not the city's person: %s", clip(own.body))
		}
		w.as("city_signer", "370100").get(receipts).refused(http.StatusNotFound, "not_found")
	})
}
