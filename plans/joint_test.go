package plans_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func whole(n int64) measure.Quantity { return measure.Thousandths(n * 1000) }

func ExampleAllocate() {
	draws := []plans.Draw{
		{ID: "flood teams", Plan: "flood", Pool: "teams", Use: "water", Amount: whole(2)},
		{ID: "fire teams", Plan: "fire", Pool: "teams", Use: "fire", Amount: whole(2)},
	}
	one := spec.Exactly(whole(1))
	resources := []plans.Resource{
		{ID: "a", Pool: "teams", Serves: []string{"water", "fire"}, Amount: one},
		{ID: "b", Pool: "teams", Serves: []string{"water"}, Amount: one},
		{ID: "c", Pool: "teams", Serves: []string{"fire"}, Amount: one},
	}
	a, err := plans.Allocate("teams", draws, resources, plans.Surely)
	fmt.Println(a.Feasible(), a.Missing, err)
	for _, g := range a.Grants {
		fmt.Println(g.Draw, g.Resource, g.Amount)
	}
	for _, s := range a.Short {
		fmt.Println("short:", s.Draw, s.Amount)
	}
	// Output:
	// false 1 <nil>
	// flood teams a 1
	// flood teams b 1
	// fire teams c 1
	// short: fire teams 1
}

type drawn struct {
	draws     []plans.Draw
	resources []plans.Resource
}

func drawJoint(t *rapid.T) drawn {
	var out drawn
	for i := range rapid.IntRange(0, 3).Draw(t, "draws") {
		out.draws = append(out.draws, plans.Draw{ID: fmt.Sprint("d", i), Plan: fmt.Sprint("p", i), Pool: "x",
			Use: rapid.SampledFrom([]string{"", "u", "v"}).Draw(t, "use"), Amount: whole(int64(rapid.IntRange(0, 3).Draw(t, "amount")))})
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "resources") {
		out.resources = append(out.resources, plans.Resource{ID: fmt.Sprint("r", i), Pool: "x",
			Serves: rapid.SampledFrom([][]string{nil, {"u"}, {"v"}, {"u", "v"}, {}}).Draw(t, "serves"), Amount: spec.Exactly(whole(int64(rapid.IntRange(0, 3).Draw(t, "have"))))})
	}
	return out
}

// brute tries every way to hand out whole units. It returns how many are
// missing at least, and of all ways that lack so few the shortages that spare
// the earlier draws most.
func (d drawn) brute() (missing int64, short []int64) {
	wants, left := make([]int64, len(d.draws)), make([]int64, len(d.resources))
	for i := range d.draws {
		wants[i] = d.draws[i].Amount.Floor()
	}
	for j := range d.resources {
		have, _ := d.resources[j].Amount.Value()
		left[j] = have.Floor()
	}
	missing = -1
	var try func(i, j int)
	try = func(i, j int) {
		switch {
		case i == len(d.draws):
			sum := int64(0)
			for _, w := range wants {
				sum += w
			}
			if missing < 0 || sum < missing || sum == missing && slices.Compare(wants, short) < 0 {
				missing, short = sum, slices.Clone(wants)
			}
		case j == len(d.resources):
			try(i+1, 0)
		default:
			most := int64(0)
			use := d.draws[i].Use
			if use == "" || d.resources[j].Serves == nil || slices.Contains(d.resources[j].Serves, use) {
				most = min(wants[i], left[j])
			}
			for n := int64(0); n <= most; n++ {
				wants[i], left[j] = wants[i]-n, left[j]-n
				try(i, j+1)
				wants[i], left[j] = wants[i]+n, left[j]+n
			}
		}
	}
	try(0, 0)
	return missing, short
}

func TestJointFeasibilityIsThatOfTryingEveryWay(t *testing.T) {
	infeasible := 0
	law := func(t *rapid.T) {
		d := drawJoint(t)
		missing, short := d.brute()
		a, err := plans.Allocate("x", d.draws, d.resources, plans.Surely)
		if err != nil {
			t.Fatal(err)
		}
		if a.Missing != whole(missing) || a.Feasible() != (missing == 0) {
			t.Fatalf("%v missing, want %d", a.Missing, missing)
		}
		got := make([]int64, len(d.draws))
		for _, s := range a.Short {
			i := slices.IndexFunc(d.draws, func(x plans.Draw) bool { return x.ID == s.Draw })
			got[i] += s.Amount.Floor()
		}
		if !slices.Equal(got, short) {
			t.Fatalf("short %v, want %v", got, short)
		}
		if missing > 0 {
			infeasible++
		}
	}
	until(t, law, func() bool { return infeasible > 0 })
}

func TestNothingIsUsedTwiceAndEverythingAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawJoint(t)
		a, err := plans.Allocate("x", d.draws, d.resources, plans.Surely)
		if err != nil {
			t.Fatal(err)
		}
		used, got := map[string]int64{}, map[string]int64{}
		for _, g := range a.Grants {
			used[g.Resource] += g.Amount.Thousandths()
			got[g.Draw] += g.Amount.Thousandths()
			i := slices.IndexFunc(d.draws, func(x plans.Draw) bool { return x.ID == g.Draw })
			j := slices.IndexFunc(d.resources, func(x plans.Resource) bool { return x.ID == g.Resource })
			if use := d.draws[i].Use; g.Amount.Sign() <= 0 || use != "" && d.resources[j].Serves != nil && !slices.Contains(d.resources[j].Serves, use) {
				t.Fatalf("%+v", g)
			}
		}
		for _, r := range d.resources {
			if have, _ := r.Amount.Value(); used[r.ID] > have.Thousandths() {
				t.Fatalf("%s is used %d times over", r.ID, used[r.ID])
			}
		}
		sum := int64(0)
		for _, s := range a.Short {
			got[s.Draw] += s.Amount.Thousandths()
			sum += s.Amount.Thousandths()
		}
		if sum != a.Missing.Thousandths() {
			t.Fatalf("%d short, %v missing", sum, a.Missing)
		}
		for _, x := range d.draws {
			if got[x.ID] != x.Amount.Thousandths() {
				t.Fatalf("%s gets and lacks %d of %v", x.ID, got[x.ID], x.Amount)
			}
		}
	})
}

func TestWhatIsMissingRepairsAndLessDoesNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawJoint(t)
		a, err := plans.Allocate("x", d.draws, d.resources, plans.Surely)
		if err != nil {
			t.Fatal(err)
		}
		with := func(q measure.Quantity) bool {
			more := append(slices.Clone(d.resources), plans.Resource{ID: "new", Pool: "x", Amount: spec.Exactly(q)})
			b, err := plans.Allocate("x", d.draws, more, plans.Surely)
			if err != nil {
				t.Fatal(err)
			}
			return b.Feasible()
		}
		if !with(a.Missing) {
			t.Fatalf("%v more are not enough", a.Missing)
		}
		if n := a.Missing.Thousandths(); n > 0 && with(measure.Thousandths(n-1)) {
			t.Fatalf("less than %v is enough", a.Missing)
		}
	})
}

func TestOneMoreResourceNeverLeavesMoreMissing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, more := drawJoint(t), drawJoint(t)
		before, err := plans.Allocate("x", d.draws, d.resources, plans.Surely)
		after, err2 := plans.Allocate("x", d.draws, append(slices.Clone(d.resources), more.resources...), plans.Surely)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if before.Missing.Less(after.Missing) {
			t.Fatalf("%v missing, %v with more", before.Missing, after.Missing)
		}
	})
}

func TestEqualDrawsGiveEqualAllocations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawJoint(t)
		a, _ := plans.Allocate("x", d.draws, d.resources, plans.Surely)
		b, _ := plans.Allocate("x", d.draws, d.resources, plans.Surely)
		if fmt.Sprint(a) != fmt.Sprint(b) {
			t.Fatalf("%v and %v", a, b)
		}
	})
}

func TestAllocateRefusesWhatItCannotCount(t *testing.T) {
	good := plans.Draw{ID: "d", Pool: "x", Amount: whole(1)}
	for name, call := range map[string]func() error{
		"plans.negative-amount": func() error {
			_, err := plans.Allocate("x", []plans.Draw{{ID: "d", Pool: "x", Amount: whole(-1)}}, nil, plans.Surely)
			return err
		},
		"plans.another-pool": func() error {
			_, err := plans.Allocate("x", []plans.Draw{good}, []plans.Resource{{ID: "r", Pool: "y"}}, plans.Surely)
			return err
		},
	} {
		var f spec.Fault
		if err := call(); !errors.As(err, &f) || f.Code != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := plans.Allocate("x", []plans.Draw{{Pool: "y"}}, nil, plans.Surely); err == nil {
		t.Error("a draw of another pool is served")
	}
	if _, err := plans.Allocate("x", nil, []plans.Resource{{Pool: "x", Amount: spec.Exactly(whole(-1))}}, plans.Surely); err == nil {
		t.Error("a negative resource is used")
	}
}

func scenario() plans.JointRecords {
	return plans.JointRecords{HasDraws: true, HasScenarios: true,
		Pools: []plans.Pool{{ID: "x", Unit: spec.Teams, Known: true}},
		Draws: []plans.Draw{{ID: "1", Plan: "a", Pool: "x", Amount: whole(2)}, {ID: "2", Plan: "b", Pool: "x", Amount: whole(1)}, {ID: "3", Plan: "c", Pool: "y", Amount: whole(0)}}}
}

func TestAScenarioIsJudgedFromTheLeastAndTheMostThereCanBe(t *testing.T) {
	ab := plans.Scenario{ID: "s", Plans: []string{"a", "b", "a"}}
	for _, tt := range []struct {
		name   string
		amount spec.Observed[measure.Quantity]
		known  bool
		want   spec.Verdict
	}{
		{"enough", spec.Exactly(whole(3)), true, spec.Met},
		{"one short", spec.Exactly(whole(2)), true, spec.Unmet},
		{"one short of what is known", spec.Exactly(whole(2)), false, spec.Unknown},
		{"at least enough", spec.AtLeast(whole(3)), false, spec.Met},
		{"at least too little", spec.AtLeast(whole(2)), true, spec.Unknown},
		{"at most too little", spec.AtMost(whole(2)), true, spec.Unmet},
		{"at most enough", spec.AtMost(whole(3)), true, spec.Unknown},
		{"not known", spec.Observed[measure.Quantity]{}, true, spec.Unknown},
	} {
		j := scenario()
		j.Pools[0].Known = tt.known
		j.Resources = []plans.Resource{{ID: "r", Pool: "x", Amount: tt.amount}}
		got, err := j.Feasible(ab)
		if err != nil || got.Verdict != tt.want {
			t.Errorf("%s: %v %v", tt.name, got.Verdict, err)
		}
	}
	j := scenario()
	j.Resources = []plans.Resource{{ID: "r", Pool: "x", Amount: spec.Exactly(whole(2))}}
	got, err := j.Feasible(plans.Scenario{ID: "s", Plans: []string{"a", "silent"}})
	if err != nil || got.Verdict != spec.Unknown || len(got.Undrawn) != 1 {
		t.Errorf("a plan that says nothing: %+v %v", got, err)
	}
	pairs, err := j.Pairs()
	if err != nil || len(pairs) != 3 || pairs[0].Verdict != spec.Unmet || pairs[1].Verdict != spec.Met {
		t.Errorf("%+v %v", pairs, err)
	}
}

func TestFindingsOfPlansThatRunTogether(t *testing.T) {
	p := responseProvisions()
	j := scenario()
	j.Resources = []plans.Resource{{ID: "r", Pool: "x", Amount: spec.Exactly(whole(2))}}
	j.Scenarios = []plans.Scenario{{ID: "s", Name: spec.T("both", "并发"), Plans: []string{"a", "b"}}}
	got := findings(t, p, plans.Records{Joint: j}, date(2024, 1, 1), spec.Choices{})
	f := got[plans.RuleJointFeasibility]
	if f.Verdict != spec.Unmet || input(t, f, "missing-s-x") != "1" || input(t, f, "short-s-x.2") != "1" || input(t, f, "short-s-x.1") != "absent" {
		t.Errorf("%v %+v", f.Verdict, f.Inputs)
	}
	if f := got[plans.RulePairs]; f.Actual.String() != "2" || input(t, f, "pairs") != "3" {
		t.Errorf("%v %+v", f.Actual, f.Inputs)
	}
	j.HasScenarios = false
	if f := findings(t, p, plans.Records{Joint: j}, date(2024, 1, 1), spec.Choices{})[plans.RuleJointFeasibility]; f.Verdict != spec.Unknown || f.Missing[0].Key != "concurrent.csv" {
		t.Errorf("%v", f)
	}
	j.Draws[0].Amount = whole(-1)
	for _, rule := range []string{plans.RuleJointFeasibility, plans.RulePairs} {
		if f := findings(t, p, plans.Records{Joint: j}, date(2024, 1, 1), spec.Choices{})[rule]; f.Verdict != spec.Unknown || f.Reason.Code != plans.ReasonUnusable {
			t.Errorf("%s: %v %+v", rule, f.Verdict, f.Reason)
		}
	}
}
