package proposal_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestSamplesAreReadWithoutGapsAndKeepTheirDigest(t *testing.T) {
	const golden = "testdata/digests.txt"
	var got strings.Builder
	for _, id := range sample.IDs() {
		p, gaps, err := proposal.Decode(sample.Application(id))
		if err != nil || gaps != nil {
			t.Fatalf("%s: gaps %v, error %v %v", id, gaps, err, placesOf(err))
		}
		body := proposal.Canonical(p)
		again, gaps, err := proposal.Decode(body)
		if err != nil || gaps != nil {
			t.Fatalf("%s again: gaps %v, error %v", id, gaps, err)
		}
		again.Note = p.Note
		if diff := cmp.Diff(p, again, dates); diff != "" {
			t.Errorf("%s changed on the way through its canonical form:\n%s", id, diff)
		}
		got.WriteString(id + " " + proposal.Digest(body) + " " + proposal.CoreDigest(p) + "\n")
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("a digest of kept documents would change:\n%s", diff)
	}
}

var dates = cmp.Comparer(func(a, b proposal.Date) bool { return a == b })

// The struct tags describe the same format to other readers of the type; this holds the two statements together.
func TestCanonicalFormIsWhatTheTagsOfTheTypesSay(t *testing.T) {
	documents := map[string][]byte{"small": []byte(small)}
	for _, id := range sample.IDs() {
		documents[id] = sample.Application(id)
	}
	for name, data := range documents {
		p, _, err := proposal.Decode(data)
		if err != nil {
			t.Fatal(name, err)
		}
		got := proposal.Canonical(p)
		p.Note = ""
		want, err := json.Marshal(p)
		if err != nil {
			t.Fatal(name, err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: canonical form\n%s\nby tags\n%s", name, got, want)
		}
	}
}

func TestReadingIsExact(t *testing.T) {
	p := decoded(t,
		`"LINKAGE_CITY":1200`, `"LINKAGE_CITY":1200.00010`,
		`"social":900`, `"social":-0.00001`,
		`"other":5`, `"other":0.000001`,
		`"areaKm2":46.5`, `"areaKm2":46.50`,
		`"households":456`, `"households":456.0`,
		`"2022-11-29T10:20:00+08:00"`, `"2022-12-10T23:59:59.9999999+08:00"`,
		`"channel":"CITY_SELECTED"`, `"channel":"\u0043ITY_SELECTED"`,
		`"studyDate":"2022-11-18"`, `"studyDate":""`,
	)
	if got := p.FundPlan.Linkage.City; got != 1_200_000_100 {
		t.Errorf("1200.00010 万元 is %d 分", got)
	}
	if got := p.FundPlan.Social; got != -10 {
		t.Errorf("-0.00001 万元 is %d 分; sign and five decimals are left to rule F08", got)
	}
	if got := p.FundPlan.Other; got != 1 {
		t.Errorf("0.000001 万元 is %d 分", got)
	}
	if p.Zone.AreaKm2 != 4650 || p.Zone.Villages[0].Households != 456 {
		t.Errorf("area %s, households %d", p.Zone.AreaKm2, p.Zone.Villages[0].Households)
	}
	if got, want := *p.Submission.CountySubmittedAt, time.Date(2022, 12, 10, 15, 59, 59, 999_999_000, time.UTC); !got.Equal(want) || got.Location() != time.UTC {
		t.Errorf("instant %v, want %v: cut, never rounded over the deadline", got, want)
	}
	if p.Channel != proposal.CitySelected || !p.Mechanism.StudyDate.IsZero() {
		t.Errorf("channel %q, study date %q", p.Channel, p.Mechanism.StudyDate)
	}
}

func TestEqualDocumentsHaveEqualBytes(t *testing.T) {
	plain := proposal.Canonical(decoded(t))
	for name, oldNew := range map[string][]string{
		"another order of keys":          {`"title":"实施规划","startDate":"2023-01-01"`, `"startDate":"2023-01-01","title":"实施规划"`},
		"white space":                    {`"plan":{`, "\"plan\" :\r\n\t{ "},
		"trailing zeros":                 {`"social":900`, `"social":900.000`},
		"an escaped letter":              {`"title":"实施规划"`, `"title":"\u5b9e施规划"`},
		"another time zone":              {`"2022-11-29T10:20:00+08:00"`, `"2022-11-29T02:20:00.000Z"`},
		"another note":                   {`两村两项目`, `别的说明`},
		"an optional pointer left empty": {`{"source":"OTHER","amount":5}`, `{"source":"OTHER","amount":5,"integratedItemId":""}`},
		"minus zero":                     {`"directHouseholds":0`, `"directHouseholds":-0`},
	} {
		if got := proposal.Canonical(decoded(t, oldNew...)); !bytes.Equal(got, plain) {
			t.Errorf("%s changes the canonical form:\n%s\n%s", name, plain, got)
		}
	}
	if bytes.Equal(plain, proposal.Canonical(decoded(t, `"social":900`, `"social":900.000001`))) {
		t.Error("one 分 does not show in the canonical form")
	}
}

func TestDraftAndDocumentDifferInWhatTheyRequire(t *testing.T) {
	head := `{"schemaVersion":"1.0","batchCode":"B1","channel":"KEY_COUNTY","county":{"code":"370686","name":"栖霞市"}}`
	p, gaps, err := proposal.DecodeDraft([]byte(head))
	if err != nil {
		t.Fatal(err, placesOf(err))
	}
	if len(gaps) != 13 {
		t.Errorf("%d gaps, want one per missing top-level key but the note and the resolution: %v", len(gaps), gaps)
	}
	want := proposal.Blank(proposal.Head{BatchCode: "B1", Channel: proposal.KeyCounty, County: proposal.Place{Code: "370686", Name: "栖霞市"}})
	if diff := cmp.Diff(want, p, dates); diff != "" {
		t.Errorf("a bare draft is not the blank one (nil slices?):\n%s", diff)
	}

	_, _, err = proposal.Decode([]byte(head))
	if fault.CodeOf(err) != fault.Invalid || len(placesOf(err)) != 13 {
		t.Errorf("as a whole document: %v %v, want 13 missing keys", err, placesOf(err))
	}
	_, _, err = proposal.Decode([]byte(`{}`))
	if fault.CodeOf(err) != fault.Invalid || len(placesOf(err)) != 17 {
		t.Errorf("empty document: %v %v, want all 17 required keys", err, placesOf(err))
	}
	_, _, err = proposal.DecodeDraft([]byte(`{"county":{}}`))
	var missing []string
	for _, place := range placesOf(err) {
		missing = append(missing, place.Location)
	}
	if diff := cmp.Diff([]string{"/county/code", "/schemaVersion", "/batchCode", "/channel"}, missing); diff != "" {
		t.Errorf("what a draft requires:\n%s", diff)
	}
}

func TestMissingInnerKeysAreGapsReadAsEmpty(t *testing.T) {
	p, gaps, err := proposal.Decode([]byte(edited(t,
		`"townCodes":["370686901"],"villageCodes":["370686901201","370686901202"],`, ``,
		`"modes":["PRODUCTION","EMPLOYMENT"],`, ``,
		`,"status":"IN_PLACE"`, ``,
		`,"minutesAttachmentId":"ATT01"`, ``,
	)))
	if err != nil {
		t.Fatal(err, placesOf(err))
	}
	want := []fault.Place{
		{Location: "/fundPlan/integrated/1/status", Message: "fundPlan(资金规划表)的第 2 项整合资金 INT02:缺少 status(资金状态),按空处理"},
		{Location: "/projects/0/benefitLinkage/modes", Message: "第 1 个项目 P01 的 benefitLinkage(利益联结):缺少 modes(联结方式),按空处理"},
		{Location: "/projects/0/townCodes", Message: "第 1 个项目 P01:缺少 townCodes(实施乡镇),按空处理"},
		{Location: "/projects/0/villageCodes", Message: "第 1 个项目 P01:缺少 villageCodes(实施村),按空处理"},
	}
	if diff := cmp.Diff(want, gaps); diff != "" {
		t.Errorf("gaps:\n%s", diff)
	}
	project := p.Projects[0]
	if project.TownCodes == nil || project.VillageCodes == nil || project.BenefitLinkage.Modes == nil {
		t.Error("a list that was not there is nil")
	}
}
