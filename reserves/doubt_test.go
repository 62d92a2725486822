package reserves_test

import (
	"strings"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func TestPurchaseInDoubtIsABoundAndNamesWhatIsLeftOut(t *testing.T) {
	short := func(r *reserves.Records) { r.Lots[0].Quantity, r.Claims, r.Movements = held(97), nil, nil }
	lot := func(r *reserves.Records) {
		another := r.Lots[0]
		another.ID, another.Quantity = "uncounted", spec.Observed[measure.Quantity]{}
		r.Lots = append(r.Lots, another)
	}
	norm := func(p *reserves.Provisions) {
		p.Items = append(p.Items, item("soap", spec.Figure[reserves.Norm]{}))
	}
	for _, row := range []struct {
		name      string
		lot, norm bool
		verdict   spec.Verdict
		bound     spec.Bound
		actual    string
		says      []string
	}{
		{"all is known", false, false, spec.NotApplicable, spec.ExactBound, "270", []string{"too few"}},
		{"a lot nobody counted may spare some of it", true, false, spec.Unknown, spec.AtMostBound, "270", []string{"lots uncounted"}},
		{"an item without a norm may add to it", false, true, spec.Unknown, spec.AtLeastBound, "270", []string{"the norms of soap"}},
		{"both", true, true, spec.Unknown, spec.ExactBound, "", []string{"lots uncounted", "the norms of soap"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			p, r := fullPlan(), fullRecords()
			short(&r)
			if row.lot {
				lot(&r)
			}
			if row.norm {
				norm(&p)
			}
			f := findingOf(t, p, r, lastDay, spec.Choices{}, "relief-purchase")
			if f.Verdict != row.verdict || f.Bound != row.bound || f.Actual.String() != row.actual {
				t.Errorf("%v, %v %q: %s", f.Verdict, f.Bound, f.Actual, f.Reason.Text.EN)
			}
			plan := findingOf(t, p, r, lastDay, spec.Choices{}, "dispatch")
			for _, say := range row.says {
				if !strings.Contains(f.Reason.Text.EN, say) || say != "too few" && !strings.Contains(plan.Reason.Text.EN, say) {
					t.Errorf("%q is not said: %s; %s", say, f.Reason.Text.EN, plan.Reason.Text.EN)
				}
			}
			if doubt := row.lot || row.norm; doubt != (len(f.Missing) > 0) {
				t.Errorf("missing: %v", f.Missing)
			}
		})
	}
}

func TestSuppliesAreCountedInTheWordsOfEachLanguage(t *testing.T) {
	p, r := fullPlan(), fullRecords()
	r.Lots[0].Quantity, r.Claims, r.Movements = held(97), nil, nil
	for unit, want := range map[spec.Unit][2]string{
		"床": {"3 quilt in", " 增储quilt 3 床"}, "升": {"3 litres of quilt in", " 增储quilt 3 升"},
	} {
		p.Items[0].Unit = unit
		f := findingOf(t, p, r, lastDay, spec.Choices{}, "relief-purchase")
		if !strings.Contains(f.Reason.Text.EN, want[0]) || !strings.Contains(f.Reason.Text.ZH, want[1]) {
			t.Errorf("%s: %+v", unit, f.Reason.Text)
		}
	}
}

func TestStockThatCannotCountIsNamed(t *testing.T) {
	p, r := fullPlan(), fullRecords()
	r.Lots = append(r.Lots, physical("lost", "quilt", 5), physical("odd", "quillt", 5))
	r.Lots[len(r.Lots)-2].Store = "nowhere"
	agreed := physical("agreed", "quilt", 5)
	agreed.Mode, agreed.Store = reserves.Agreement, "nowhere"
	r.Lots = append(r.Lots, agreed)
	plan := findingOf(t, p, r, lastDay, spec.Choices{}, "dispatch").Reason.Text
	if !strings.Contains(plan.EN, "no route begins where these lots lie: lost)") || !strings.Contains(plan.ZH, "无配送路线：lost") {
		t.Errorf("%+v", plan)
	}
	stock := findingOf(t, p, r, lastDay, spec.Choices{}, "evacuees").Reason.Text
	if !strings.Contains(stock.EN, "not counted on: quillt") || !strings.Contains(stock.ZH, "不能确认计入：quillt") {
		t.Errorf("%+v", stock)
	}
	p, r = fullPlan(), fullRecords()
	if plan = findingOf(t, p, r, lastDay, spec.Choices{}, "dispatch").Reason.Text; strings.Contains(plan.EN, "no route") {
		t.Errorf("nothing is lost: %s", plan.EN)
	}
}
