package reserves_test

import (
	"slices"
	"testing"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// smallPlan asks for ten evacuees and relief within 24 hours.
func smallPlan() reserves.Provisions {
	return reserves.Provisions{
		EvacueesID: "reserve-10", Evacuees: cited(measure.People(10)),
		ReliefID: "relief-24h", ReliefWithin: cited(hour(24)), Due: lastDay,
		Items:      []reserves.Item{item("quilt", perPerson(1000))},
		Warehouses: cited(measure.Count(0)),
	}
}

func smallRecords(quilts, served int64) reserves.Records {
	return reserves.Records{
		Subject: spec.Subject{Kind: "county", ID: "990101"},
		Lots:    []reserves.Lot{physical("1", "quilt", quilts)}, HasStock: true,
		Deliveries: []reserves.Delivery{delivery("a", served, 60, 60, 60)}, HasDeliveries: true,
		Affected: people(100), ReportDelay: minutes(60), Warehouses: spec.Exactly(measure.Count(2)),
	}
}

func findings(t *testing.T, p reserves.Provisions, r reserves.Records, asOf measure.Date, choices spec.Choices) (evacuees, relief, warehouses spec.Finding) {
	t.Helper()
	all := reserves.Assess(p, r, asOf, choices).Findings()
	rules := reserves.Rules()
	if len(all) != len(rules) {
		t.Fatalf("%d findings for %d rules", len(all), len(rules))
	}
	for i, f := range all {
		if f.Rule != rules[i].ID || f.Kind != rules[i].Kind || !f.Title.Complete() || !f.Reason.Text.Complete() || f.Reason.Code == "" || f.Source.IsZero() {
			t.Errorf("finding %d is incomplete: %+v", i, f)
		}
		for _, in := range f.Inputs {
			if in.Name == "" || !in.Label.Complete() || !in.Value.Known() && in.Text == "" {
				t.Errorf("%s: incomplete input %+v", f.Rule, in)
			}
		}
		for _, n := range f.Missing {
			if n.Key == "" || !n.Question.Complete() || !n.Who.Complete() {
				t.Errorf("%s: incomplete need %+v", f.Rule, n)
			}
		}
		if f.Verdict == spec.Unknown && f.Reason.Code != spec.ReasonInvalidChoice && f.Reason.Code != spec.ReasonNotDue && len(f.Missing) == 0 {
			t.Errorf("%s is unknown and asks for nothing", f.Rule)
		}
		if f.Verdict == spec.Unknown && f.Actual.Known() && f.Actual.String() == "0" && f.Reason.Code != spec.ReasonNotDue {
			t.Errorf("%s: unknown prints 0", f.Rule)
		}
	}
	return all[0], all[1], all[2]
}

func keys(needs []spec.Need) []string {
	var out []string
	for _, n := range needs {
		out = append(out, n.Key)
	}
	return out
}

func input(f spec.Finding, name string) string {
	i := slices.IndexFunc(f.Inputs, func(in spec.Input) bool { return in.Name == name })
	if i < 0 {
		return "absent"
	}
	return f.Inputs[i].Value.String()
}
