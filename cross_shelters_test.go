package emergency_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency"
	"github.com/county-emergency/emergency/spec"
)

func crossLine(f spec.Finding) string {
	return f.Actual.String() + " " + f.Bound.String() + " " + f.Verdict.String() + ": " + f.Reason.Text.EN
}

func TestFengduSheltersAgainstThemselves(t *testing.T) {
	plan, county := fengdu(t)
	for rule, want := range map[string]string{
		"shelter-mean-size":     "1.518 exact not-applicable: a shelter has on average 1.518 ha, 10136.24 temporary and 3842 lodging places",
		"shelter-mixed-use":     "1.19 exact not-applicable: at 2 m² a lodger 1.19 m² are left for each of 157356 others; at 3 m² a lodger 0.58 m² are left for each of 157356 others; at 4.5 m² a lodger it cannot be",
		"shelter-plan-horizon":  "66.7 exact not-applicable: 66.7% of 2015-2030 has passed at the end of 2025: a steady programme would have built as much; no share is set before 2030",
		"shelter-upgrade-share": "20 exact not-applicable: 5 of 25 existing shelters are upgraded: 20.0%; with the new ones 10 of 30 are new or upgraded: 33.3%",
		"new-shelter-capacity":  "7.592 exact not-applicable: 5 new shelters of mean size add 7.592 ha, 50681 temporary and 19210 lodging places; an extrapolation, not a figure of the plan",
		"shelter-unit-cost":     "4 exact not-applicable: 40 / 10 shelters = 4 (10,000 yuan) each; a forward supply point costs 50, 12.5 times as much",
	} {
		f := crossFinding(t, plan, county, rule)
		if diff := cmp.Diff(want, crossLine(f)); diff != "" {
			t.Errorf("%s: %s", rule, diff)
		}
		if !f.Reason.Text.Complete() || len(f.Inputs) < 3 {
			t.Errorf("%s: %+v, inputs %v", rule, f.Reason.Text, f.Inputs)
		}
		if weak := rule == "shelter-mixed-use"; f.IsWeak() != weak {
			t.Errorf("%s rests on %v", rule, f.Weak)
		}
	}
}

func TestShelterMoneyIsABoundWhereARowHasNone(t *testing.T) {
	plan, err := emergency.ReadPlan(os.DirFS("examples/secondcounty/plan"))
	if err != nil {
		t.Fatal(err)
	}
	want := "222.75 exact not-applicable: 1336.5 / 6 shelters = 222.75 (10,000 yuan) each; a forward supply point costs 42.5, 0.19 times as much"
	if diff := cmp.Diff(want, crossLine(crossFinding(t, plan, nil, "shelter-unit-cost"))); diff != "" {
		t.Error(diff)
	}
	without := changedSecond(t, "plans.yaml", "      money: 96 wan-yuan\n", "")
	want = "206.75 at-least not-applicable: 1240.5 / 6 shelters = 206.75 (10,000 yuan) each at least: 1 row has no amount; a forward supply point costs 42.5, 0.21 times as much"
	if diff := cmp.Diff(want, crossLine(crossFinding(t, without, nil, "shelter-unit-cost"))); diff != "" {
		t.Error(diff)
	}
	none := changedSecond(t, "shelters.yaml", "projects: [p3, p4]", "")
	if f := crossFinding(t, none, nil, "shelter-unit-cost"); f.Verdict != spec.NotApplicable || f.Actual.Known() || len(f.Inputs) != 0 {
		t.Errorf("%+v", f)
	}
}

// changedSecond is the plan of the second county with words of one file
// replaced.
func changedSecond(t *testing.T, file, old, now string) emergency.FiveYearPlan {
	t.Helper()
	folder := fstest.MapFS{}
	entries, err := os.ReadDir("examples/secondcounty/plan")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		data, err := os.ReadFile("examples/secondcounty/plan/" + entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if entry.Name() == file {
			if !strings.Contains(text, old) {
				t.Fatalf("%s has no %q", file, old)
			}
			text = strings.Replace(text, old, now, 1)
		}
		folder[entry.Name()] = &fstest.MapFile{Data: []byte(text)}
	}
	plan, err := emergency.ReadPlan(folder)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}
