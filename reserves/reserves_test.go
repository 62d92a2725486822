package reserves_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// Shared pieces of the tests. The figures are made up.

func cited[T any](v T) spec.Figure[T] {
	return spec.Cite(v, spec.Source{Document: "made up", Standing: spec.Invented})
}

func units(n int64) measure.Quantity { return measure.Thousandths(n * 1000) }

func held(n int64) spec.Observed[measure.Quantity] { return spec.Exactly(units(n)) }

func people(n int64) spec.Observed[measure.People] { return spec.Exactly(measure.People(n)) }

func minutes(n int64) spec.Observed[measure.Duration] { return spec.Exactly(measure.Seconds(n * 60)) }

func hour(n int64) measure.Duration { return measure.Seconds(n * 3600) }

func perPerson(thousandths int64) spec.Figure[reserves.Norm] {
	return cited(reserves.Norm{Kind: reserves.PerPerson, Quantity: measure.Thousandths(thousandths)})
}

func item(code string, norm spec.Figure[reserves.Norm]) reserves.Item {
	return reserves.Item{Code: code, Name: spec.T(code, code), Category: reserves.LivingRelief, Essential: true, Unit: "件", Norm: norm}
}

func physical(id, item string, n int64) reserves.Lot {
	return reserves.Lot{ID: id, Item: item, Quantity: held(n), Mode: reserves.Physical}
}

// byMetre is a lot that can be none of the items of the tests, which are counted
// in pieces.
func byMetre(lot reserves.Lot) reserves.Lot {
	lot.Unit = "米"
	return lot
}

// observed writes what is known of a number, for comparing.
func observed[T comparable](o spec.Observed[T]) (known struct {
	Low, High       T
	HasLow, HasHigh bool
}) {
	known.Low, known.HasLow = o.Low()
	known.High, known.HasHigh = o.High()
	return known
}

func wantObserved[T comparable](t *testing.T, what string, got, want spec.Observed[T]) {
	t.Helper()
	if observed(got) != observed(want) {
		t.Errorf("%s = %+v, want %+v", what, observed(got), observed(want))
	}
}

func TestClosedSetsReadWhatTheyWrite(t *testing.T) {
	for _, c := range reserves.Categories() {
		for _, s := range []string{c.String(), c.In(spec.Chinese)} {
			if got, ok := reserves.ParseCategory(s); !ok || got != c {
				t.Errorf("ParseCategory(%q) = %v, %v", s, got, ok)
			}
		}
	}
	for _, tier := range reserves.Tiers() {
		if got, ok := reserves.ParseTier(tier.String()); !ok || got != tier {
			t.Errorf("ParseTier(%q) = %v, %v", tier, got, ok)
		}
	}
	for m := reserves.Physical; m <= reserves.Household; m++ {
		if got, ok := reserves.ParseMode(m.In(spec.Chinese)); !ok || got != m {
			t.Errorf("ParseMode(%q) = %v, %v", m.In(spec.Chinese), got, ok)
		}
	}
	for k := reserves.PerPerson; k <= reserves.PerResponder; k++ {
		if got, ok := reserves.ParseNormKind(k.String()); !ok || got != k {
			t.Errorf("ParseNormKind(%q) = %v, %v", k, got, ok)
		}
	}
	if got := len(reserves.Categories()); got != 7 {
		t.Errorf("%d categories, the plan counts 7", got)
	}
	for _, s := range []string{"", "living", "Living-Relief"} {
		if c, ok := reserves.ParseCategory(s); ok || c != 0 {
			t.Errorf("ParseCategory(%q) = %v", s, c)
		}
	}
	var c reserves.Category
	if c.String() != "" || reserves.Category(8).In(spec.Chinese) != "" || reserves.Mode(6).String() != "" ||
		reserves.Tier(6).String() != "" || reserves.NormKind(9).String() != "" || reserves.Mode(255).String() != "" {
		t.Error("an unset or unknown member has a name")
	}
}

func TestModesAreSets(t *testing.T) {
	s := reserves.ModesOf(reserves.Physical, reserves.Society, 0, 6, 77)
	var got []reserves.Mode
	for m := range reserves.Mode(255) {
		if s.Has(m) {
			got = append(got, m)
		}
	}
	if diff := cmp.Diff([]reserves.Mode{reserves.Physical, reserves.Society}, got); diff != "" {
		t.Errorf("members (-want +got):\n%s", diff)
	}
	for option, want := range map[string]int{"physical": 1, "physical-and-agreement": 2, "all": 5} {
		counted, ok := reserves.ModesCounted(option)
		n := 0
		for m := range reserves.Mode(10) {
			if counted.Has(m) {
				n++
			}
		}
		if !ok || n != want || !counted.Has(reserves.Physical) {
			t.Errorf("ModesCounted(%q) has %d modes, %v; want %d", option, n, ok, want)
		}
	}
	if counted, _ := reserves.ModesCounted("physical-and-agreement"); !counted.Has(reserves.Agreement) {
		t.Error("agreement is not counted")
	}
	if _, ok := reserves.ModesCounted("none"); ok {
		t.Error("an option that does not exist counts something")
	}
}

func TestRequirementAndServesAtTheBoundary(t *testing.T) {
	day := cited(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: measure.Thousandths(2500)})
	tent := cited(reserves.Norm{Kind: reserves.PerGroup, Quantity: units(1), Group: 3})
	home := cited(reserves.Norm{Kind: reserves.PerHousehold, Quantity: units(2)})
	for _, row := range []struct {
		name   string
		people measure.People
		norm   spec.Figure[reserves.Norm]
		basis  reserves.Basis
		want   int64 // -1: not known
	}{
		{"one each", 3000, perPerson(1000), reserves.Basis{}, 3000},
		{"a part of a unit is a unit", 3, perPerson(500), reserves.Basis{}, 2},
		{"exactly whole", 4, perPerson(500), reserves.Basis{}, 2},
		{"one in a tent too few", 3, tent, reserves.Basis{}, 1},
		{"one in a tent too many", 4, tent, reserves.Basis{}, 2},
		{"households", 7, home, reserves.Basis{HouseholdSize: 3}, 6},
		{"households of unknown size", 7, home, reserves.Basis{SupportDays: 3}, -1},
		{"three days", 2, day, reserves.Basis{SupportDays: 3}, 15},
		{"one day", 2, day, reserves.Basis{SupportDays: 1}, 5},
		{"days unknown", 2, day, reserves.Basis{HouseholdSize: 3}, -1},
		{"days negative", 2, day, reserves.Basis{SupportDays: -1}, -1},
		{"nobody", 0, perPerson(1000), reserves.Basis{}, 0},
		{"fewer than nobody", -1, perPerson(1000), reserves.Basis{}, -1},
		{"norm of nothing", 1, perPerson(0), reserves.Basis{}, -1},
		{"norm below nothing", 1, perPerson(-1000), reserves.Basis{}, -1},
		{"group of nobody", 1, cited(reserves.Norm{Kind: reserves.PerGroup, Quantity: units(1)}), reserves.Basis{}, -1},
		{"kind unset", 1, cited(reserves.Norm{Quantity: units(1)}), reserves.Basis{}, -1},
		{"norm without a source", 1, spec.Figure[reserves.Norm]{Value: reserves.Norm{Kind: reserves.PerPerson, Quantity: units(1)}}, reserves.Basis{}, -1},
		{"too much to count", 1 << 62, perPerson(1000), reserves.Basis{}, -1},
		{"days too many to count", 1, day, reserves.Basis{SupportDays: 1 << 60}, -1},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, ok := reserves.Requirement(row.people, row.norm, row.basis)
			if ok != (row.want >= 0) || ok && got != units(row.want) {
				t.Errorf("Requirement = %v, %v; want %d", got, ok, row.want)
			}
			if !ok || row.want == 0 {
				return
			}
			if n, ok := reserves.Serves(got, row.norm, row.basis); !ok || n < row.people {
				t.Errorf("what is required serves %v, %v", n, ok)
			}
			less, err := got.Sub(units(1))
			if err != nil {
				t.Fatal(err)
			}
			if n, ok := reserves.Serves(less, row.norm, row.basis); !ok || n >= row.people {
				t.Errorf("one unit less still serves %v, %v", n, ok)
			}
		})
	}
	if n, ok := reserves.Serves(units(-1), perPerson(1000), reserves.Basis{}); ok {
		t.Errorf("a negative stock serves %v", n)
	}
	if n, ok := reserves.Serves(units(1), spec.Figure[reserves.Norm]{Value: perPerson(1000).Value}, reserves.Basis{}); ok {
		t.Errorf("a norm without a source serves %v", n)
	}
	if n, ok := reserves.Serves(measure.Thousandths(1<<62), cited(reserves.Norm{Kind: reserves.PerGroup, Quantity: measure.Thousandths(1), Group: 4}), reserves.Basis{}); ok {
		t.Errorf("more people than can be counted: %v", n)
	}
}

func TestUsableLots(t *testing.T) {
	asOf := measure.DateOf(2025, 6, 30)
	only := reserves.ModesOf(reserves.Physical)
	unknown := spec.Observed[measure.Quantity]{}
	for _, row := range []struct {
		name string
		lot  reserves.Lot
		want spec.Observed[measure.Quantity]
	}{
		{"plain", reserves.Lot{Quantity: held(5), Mode: reserves.Physical}, held(5)},
		{"last day of use", reserves.Lot{Quantity: held(5), Mode: reserves.Physical, Expiry: asOf}, held(5)},
		{"expired the day before", reserves.Lot{Quantity: held(5), Mode: reserves.Physical, Expiry: measure.DateOf(2025, 6, 29)}, held(0)},
		{"received that day", reserves.Lot{Quantity: held(5), Mode: reserves.Physical, ReceivedOn: asOf}, held(5)},
		{"received the day after", reserves.Lot{Quantity: held(5), Mode: reserves.Physical, ReceivedOn: measure.DateOf(2025, 7, 1)}, held(0)},
		{"counted the day after", reserves.Lot{Quantity: held(5).Dated(measure.DateOf(2025, 7, 1)), Mode: reserves.Physical}, unknown},
		{"counted that day", reserves.Lot{Quantity: held(5).Dated(asOf), Mode: reserves.Physical}, held(5)},
		{"another mode", reserves.Lot{Quantity: held(5), Mode: reserves.Agreement}, held(0)},
		{"another mode, quantity unknown", reserves.Lot{Mode: reserves.Agreement}, held(0)},
		{"mode not said", reserves.Lot{Quantity: held(5)}, unknown},
		{"mode not said, expired", reserves.Lot{Quantity: held(5), Expiry: measure.DateOf(2025, 1, 1)}, held(0)},
		{"quantity unknown", reserves.Lot{Mode: reserves.Physical}, unknown},
		{"quantity negative", reserves.Lot{Quantity: held(-5), Mode: reserves.Physical}, unknown},
		{"quantity perhaps negative", reserves.Lot{Quantity: spec.Between(units(-5), units(9)), Mode: reserves.Physical}, unknown},
		{"quantity at most negative", reserves.Lot{Quantity: spec.AtMost(units(-5)), Mode: reserves.Physical}, unknown},
		{"at least", reserves.Lot{Quantity: spec.AtLeast(units(5)), Mode: reserves.Physical}, spec.AtLeast(units(5))},
		{"between", reserves.Lot{Quantity: spec.Between(units(5), units(9)), Mode: reserves.Physical}, spec.Between(units(5), units(9))},
		{"the item's unit", reserves.Lot{Quantity: held(5), Mode: reserves.Physical, Unit: "件"}, held(5)},
		{"another unit", reserves.Lot{Quantity: held(5), Mode: reserves.Physical, Unit: "箱"}, unknown},
	} {
		t.Run(row.name, func(t *testing.T) {
			row.lot.ID, row.lot.Item = "a", "quilt"
			other := physical("b", "tent", 100)
			wantObserved(t, "usable", reserves.Usable([]reserves.Lot{row.lot, other}, item("quilt", perPerson(1000)), asOf, only), row.want)
		})
	}
	lots := []reserves.Lot{physical("a", "quilt", 5), {ID: "b", Item: "quilt", Mode: reserves.Physical}}
	wantObserved(t, "with an unknown lot", reserves.Usable(lots, item("quilt", perPerson(1000)), asOf, only), spec.AtLeast(units(5)))
	huge := []reserves.Lot{{Item: "quilt", Mode: reserves.Physical, Quantity: spec.Exactly(measure.Thousandths(1<<63 - 1))}, physical("b", "quilt", 1)}
	wantObserved(t, "more than can be counted", reserves.Usable(huge, item("quilt", perPerson(1000)), asOf, only), spec.AtLeast(measure.Thousandths(1<<63-1)))
	perhaps := []reserves.Lot{{Item: "quilt", Mode: reserves.Physical, Quantity: spec.AtMost(measure.Thousandths(1<<63 - 1))}, physical("b", "quilt", 1)}
	wantObserved(t, "perhaps more than can be counted", reserves.Usable(perhaps, item("quilt", perPerson(1000)), asOf, only), spec.AtLeast(units(1)))
	wantObserved(t, "no lots", reserves.Usable(nil, item("quilt", perPerson(1000)), asOf, only), held(0))
	if (reserves.Lot{Expiry: measure.DateOf(2020, 1, 1)}).Expired(measure.Date{}) {
		t.Error("expired without a date")
	}
}

func TestRecordsValidate(t *testing.T) {
	r := reserves.Records{Lots: []reserves.Lot{
		physical("a", "quilt", 1),
		{ID: "b", Item: "quilt", Quantity: held(-2), Mode: reserves.Physical},
		{ID: "a", Item: "quilt", Quantity: held(2), ReceivedOn: measure.DateOf(2024, 1, 2), Expiry: measure.DateOf(2024, 1, 1)},
		{ID: "c", Item: "quilt", Quantity: spec.AtMost(units(-1)), Mode: 99},
		physical("d", "quilt", 0),
		{ID: "e", Item: "quilt", Mode: reserves.Household, ReceivedOn: measure.DateOf(2024, 1, 2), Expiry: measure.DateOf(2024, 1, 2)},
		{ID: "f", Item: "quilt", Mode: reserves.Physical, Quantity: spec.Between(units(-5), units(9))},
	}}
	err, ok := r.Validate().(*spec.Faults)
	if !ok {
		t.Fatal("no faults")
	}
	var got [][2]string
	for _, f := range err.All() {
		got = append(got, [2]string{f.Path, f.Code})
	}
	if f := err.All()[0]; f.Value != "-2" || !f.Message.Complete() {
		t.Errorf("%+v", f)
	}
	if all := err.All(); all[len(all)-1].Value != "-5" {
		t.Errorf("%+v", all[len(all)-1])
	}
	want := [][2]string{
		{"lots[1].quantity", reserves.FaultLotNegative}, {"lots[2].expiry", reserves.FaultLotBackwards},
		{"lots[2].id", reserves.FaultLotRepeated}, {"lots[2].mode", reserves.FaultLotMode},
		{"lots[3].mode", reserves.FaultLotMode}, {"lots[3].quantity", reserves.FaultLotNegative},
		{"lots[6].quantity", reserves.FaultLotNegative},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	if err := (reserves.Records{Lots: r.Lots[:1]}).Validate(); err != nil {
		t.Errorf("sound records: %v", err)
	}
}

func TestForwardPointsCost(t *testing.T) {
	f := reserves.ForwardPoints{Count: cited(measure.Count(6)), UnitCost: cited(measure.Fen(50_0000_00))}
	if cost, ok := f.Cost(); !ok || cost != measure.Fen(300_0000_00) {
		t.Errorf("cost = %v, %v", cost, ok)
	}
	for _, f := range []reserves.ForwardPoints{{}, {Count: f.Count}, {UnitCost: f.UnitCost},
		{Count: cited(measure.Count(1 << 60)), UnitCost: f.UnitCost}} {
		if cost, ok := f.Cost(); ok {
			t.Errorf("cost = %v of %+v", cost, f)
		}
	}
}

func TestCataloguesAreWellFormed(t *testing.T) {
	ids := map[string]bool{}
	for _, r := range reserves.Readings() {
		ids[r.ID] = true
		if !r.Has(r.Default) || !r.Question.Complete() || !r.Source.Complete() || len(r.Options) < 2 {
			t.Errorf("reading %s is incomplete", r.ID)
		}
	}
	for _, r := range reserves.Rules() {
		if !r.Title.Complete() || !r.Formula.Complete() || !r.Source.Complete() || r.Revision < 1 || len(r.Carries) == 0 {
			t.Errorf("rule %s is incomplete", r.ID)
		}
		for _, id := range r.Readings {
			if !ids[id] {
				t.Errorf("rule %s has no reading %s", r.ID, id)
			}
		}
	}
	for _, u := range reserves.Undefined() {
		if !u.Reason.Complete() || !u.Source.Complete() || len(u.Carries) == 0 {
			t.Errorf("%v is incomplete", u.Carries)
		}
	}
	for _, f := range []spec.Figure[reserves.Norm]{reserves.SphereWater(), reserves.SphereWaterContainers()} {
		if !f.Known() || f.Value.Quantity.Sign() <= 0 {
			t.Errorf("%+v", f)
		}
	}
	for _, row := range []struct {
		year int
		ok   bool
	}{{2020, false}, {2021, true}, {2025, true}, {2026, false}} {
		if limit, ok := reserves.NationalReliefTime(measure.DateOf(row.year, 7, 1)); ok != row.ok || ok && limit.Value != hour(10) {
			t.Errorf("%d: %v, %v", row.year, limit.Value, ok)
		}
	}
}
