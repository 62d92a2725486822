package reserves_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func TestPlaceKnownToBeCutOffIsNotTakenForUnmeasured(t *testing.T) {
	closed := func(store string, item string) reserves.Route {
		return reserves.Route{Store: store, Place: township(2), Item: item, Closed: true}
	}
	other := fullRecords().Routes[0]
	other.Store = "point"
	for _, row := range []struct {
		name    string
		more    []reserves.Route
		verdict spec.Verdict
		code    string
		says    string
	}{
		{"no row leads there", nil, spec.Unknown, spec.ReasonPartial, "the ways to " + township(2).String()},
		{"none from its store", []reserves.Route{closed("main", "")}, spec.Unmet, spec.ReasonCutOff, "cut off, with no way from any store: " + township(2).String()},
		{"none for one item", []reserves.Route{closed("main", "quilt")}, spec.Unknown, spec.ReasonPartial, "the ways to"},
		{"nothing is said of the other store", []reserves.Route{closed("main", ""), other}, spec.Unknown, spec.ReasonPartial, "the ways to"},
		{"none from either", []reserves.Route{closed("main", ""), other, closed("point", "")}, spec.Unmet, spec.ReasonCutOff, "cut off"},
	} {
		t.Run(row.name, func(t *testing.T) {
			p, r := fullPlan(), fullRecords()
			r.HasDeliveries = false
			r.Routes = append(slices.Clone(r.Routes[:1]), row.more...)
			f := findingOf(t, p, r, lastDay, spec.Choices{}, "dispatch")
			if f.Verdict != row.verdict || f.Reason.Code != row.code || !strings.Contains(f.Reason.Text.EN, row.says) {
				t.Errorf("%v %s: %s", f.Verdict, f.Reason.Code, f.Reason.Text.EN)
			}
			asks := slices.ContainsFunc(f.Missing, func(n spec.Need) bool {
				return strings.Contains(n.Question.EN, township(2).String()) && strings.Contains(n.Question.ZH, "不通")
			})
			if cut := row.code == spec.ReasonCutOff; cut == asks || cut && !strings.Contains(f.Reason.Text.ZH, "任何库点均无路可达："+township(2).String()) {
				t.Errorf("%s: %v", f.Reason.Text.ZH, f.Missing)
			}
			relief := findingOf(t, p, r, lastDay, spec.Choices{}, "relief-time")
			if relief.Verdict != row.verdict {
				t.Errorf("relief: %v, %s", relief.Verdict, relief.Reason.Text.EN)
			}
		})
	}
}

// A row that says that there is no way settles what was open and turns no
// verdict round.
func TestSayingThatThereIsNoRouteTurnsNoVerdictRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScenario(t, true)
		more := s
		s.Routes = slices.Clone(s.Routes)
		s.Routes = slices.DeleteFunc(s.Routes, func(r reserves.Route) bool { return r.Closed && rapid.Bool().Draw(t, "left out") })
		before, after := planned(t, s).Verdict(s.Limit), planned(t, more).Verdict(s.Limit)
		if before != spec.Unknown && before != after {
			t.Fatalf("%v, with more said %v", before, after)
		}
	})
}
