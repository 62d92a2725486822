package reserves_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func move(id string, kind reserves.MovementKind, n int64, from, to string) reserves.Movement {
	return reserves.Movement{ID: id, Kind: kind, Lot: "1", Quantity: units(n), From: from, To: to, On: midYear, Voucher: "v"}
}

func stored(n int64) []reserves.Lot {
	l := physical("1", "quilt", n)
	l.Store = "main"
	return []reserves.Lot{l}
}

func TestTheLedgerKeepsEveryColumn(t *testing.T) {
	l, err := reserves.Post(stored(100), []reserves.Movement{
		move("a", reserves.MoveIn, 20, "", ""),
		move("b", reserves.MoveTransfer, 50, "", "west"),
		move("c", reserves.MoveOut, 30, "west", ""),
		move("d", reserves.MoveLoan, 40, "", ""),
		move("e", reserves.MoveReturn, 15, "", ""),
		move("f", reserves.MoveLoss, 5, "west", ""),
	}, midYear)
	if err != nil {
		t.Fatal(err)
	}
	want := []reserves.Balance{
		{Lot: "1", Store: "main", Opening: units(100), In: units(20), Sent: units(50), Lent: units(40), Returned: units(15), Held: units(45)},
		{Lot: "1", Store: "west", Received: units(50), Out: units(30), Lost: units(5), Held: units(15)},
	}
	if diff := cmp.Diff(want, l.Balances()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if l.Owed("1") != units(25) {
		t.Errorf("%v owed", l.Owed("1"))
	}
	lots := l.Lots(stored(100), func(id string) (reserves.Store, bool) { return reserves.Store{ID: id, Place: township(2)}, true })
	if len(lots) != 2 || lots[1].ID != "1@west" || lots[1].Store != "west" || !lots[1].Place.Equal(township(2)) {
		t.Fatalf("%+v", lots)
	}
	wantObserved(t, "main", lots[0].Quantity, held(45))
	wantObserved(t, "west", lots[1].Quantity, held(15))
}

func TestWhatCannotHaveHappenedIsNotEntered(t *testing.T) {
	for _, row := range []struct {
		name string
		bad  reserves.Movement
		code string
	}{
		{"overdraft", move("x", reserves.MoveOut, 101, "", ""), reserves.FaultMoveOverdraft},
		{"out of a store without it", move("x", reserves.MoveTransfer, 1, "west", ""), reserves.FaultMoveOverdraft},
		{"loan of more than there is", move("x", reserves.MoveLoan, 101, "", ""), reserves.FaultMoveOverdraft},
		{"loss of more than there is", move("x", reserves.MoveLoss, 101, "", ""), reserves.FaultMoveOverdraft},
		{"return of what was not lent", move("x", reserves.MoveReturn, 1, "", ""), reserves.FaultMoveReturn},
		{"to itself", move("x", reserves.MoveTransfer, 1, "main", ""), reserves.FaultMoveStore},
		{"nothing", move("x", reserves.MoveIn, 0, "", ""), reserves.FaultMoveQuantity},
		{"no kind", move("x", 0, 1, "", ""), reserves.FaultMoveKind},
		{"undated", reserves.Movement{ID: "x", Kind: reserves.MoveIn, Lot: "1", Quantity: units(1)}, reserves.FaultMoveDate},
		{"no such lot", reserves.Movement{ID: "x", Kind: reserves.MoveIn, Lot: "2", Quantity: units(1), On: midYear}, reserves.FaultMoveLot},
		{"twice", move("a", reserves.MoveIn, 1, "", ""), reserves.FaultMoveRepeated},
		{"more than can be counted", reserves.Movement{ID: "x", Kind: reserves.MoveIn, Lot: "1", Quantity: measure.Thousandths(1<<63 - 1), On: midYear}, reserves.FaultMoveQuantity},
	} {
		l, err := reserves.Post(stored(100), []reserves.Movement{move("a", reserves.MoveOut, 1, "", ""), move("a2", reserves.MoveIn, 1, "", ""), row.bad}, midYear)
		var faults *spec.Faults
		if !errors.As(err, &faults) || faults.Len() != 1 || faults.All()[0].Code != row.code {
			t.Errorf("%s: %v", row.name, err)
			continue
		}
		if b := l.Balances()[0]; b.Held != units(100) || !l.Broken(row.bad.Lot) {
			t.Errorf("%s: %+v", row.name, b)
		}
	}
	unknown := stored(1)
	unknown[0].Quantity = spec.Observed[measure.Quantity]{}
	if _, err := reserves.Post(unknown, []reserves.Movement{move("a", reserves.MoveIn, 1, "", "")}, midYear); err == nil {
		t.Error("a lot that was never counted has a balance")
	}
}

func TestACountOfTheStockHoldsWhatMovedBeforeIt(t *testing.T) {
	lots := stored(100)
	lots[0].Quantity = held(100).Dated(midYear)
	before, after := move("a", reserves.MoveOut, 10, "", ""), move("b", reserves.MoveOut, 7, "", "")
	after.On = midYear.AddDays(1)
	for asOf, want := range map[measure.Date]int64{midYear: 100, midYear.AddDays(1): 93} {
		l, err := reserves.Post(lots, []reserves.Movement{after, before}, asOf)
		if err != nil || l.Balances()[0].Held != units(want) {
			t.Errorf("%s: %+v, %v", asOf, l.Balances(), err)
		}
	}
}

func TestMovementsAreReadByAnyWordOfThePlan(t *testing.T) {
	for word, want := range map[string]reserves.MovementKind{"调拨": reserves.MoveTransfer, "调配": reserves.MoveTransfer, "transfer": reserves.MoveTransfer,
		"回收": reserves.MoveReturn, "采购": reserves.MoveIn, "核销": reserves.MoveLoss, "": 0, "move": 0} {
		if got, ok := reserves.ParseMovementKind(word); got != want || ok != (want != 0) {
			t.Errorf("%q: %v, %v", word, got, ok)
		}
	}
	for _, k := range reserves.MovementKinds() {
		if got, ok := reserves.ParseMovementKind(k.In(spec.Chinese)); !ok || got != k {
			t.Errorf("%s: %v", k, got)
		}
	}
	for _, c := range reserves.CentreStates() {
		if got, ok := reserves.ParseCentreState(c.String()); !ok || got != c || c.In(spec.English) == "" {
			t.Errorf("%s: %v", c, got)
		}
	}
	for _, p := range reserves.Populations() {
		if got, ok := reserves.ParsePopulation(p.In(spec.Chinese)); !ok || got != p {
			t.Errorf("%s: %v", p, got)
		}
	}
	for _, tier := range reserves.StoreKinds() {
		if got, ok := reserves.ParseTier(tier.In(spec.Chinese)); !ok || got != tier {
			t.Errorf("%s: %v", tier, got)
		}
	}
}

func TestLotsAreListedByTheirLastDay(t *testing.T) {
	quilt, water := item("quilt", perPerson(1000)), item("water", perPerson(1000))
	quilt.ShelfLife = cited(measure.Count(12))
	lot := func(id, item string, received, expiry measure.Date) reserves.Lot {
		l := physical(id, item, 1)
		l.ReceivedOn, l.Expiry = received, expiry
		return l
	}
	none := measure.Date{}
	lots := []reserves.Lot{
		lot("far", "water", none, midYear.AddDays(31)),
		lot("month", "water", none, midYear.AddDays(30)),
		lot("today", "water", none, midYear),
		lot("yesterday", "water", none, midYear.AddDays(-1)),
		lot("year old", "quilt", midYear.AddMonths(-12), none), // its last day was yesterday
		lot("almost", "quilt", midYear.AddMonths(-12).AddDays(1), none),
		lot("young", "quilt", midYear.AddMonths(-3), none),
		lot("no shelf life", "water", midYear.AddMonths(-100), none),
		lot("unlisted", "boat", midYear.AddMonths(-100), none),
		lot("tomorrow", "water", midYear.AddDays(1), midYear.AddDays(2)),
		{ID: "empty", Item: "water", Quantity: held(0), Mode: reserves.Physical, Expiry: midYear.AddDays(-9)},
	}
	var got []string
	for _, line := range reserves.AgeingOf([]reserves.Item{quilt, water}, lots, midYear, 30) {
		got = append(got, line.Lot.ID+": "+line.Action.String()+" "+line.Day.String())
		if (line.Source.IsZero()) == (line.Lot.Item == "quilt") {
			t.Errorf("%s: source %v", line.Lot.ID, line.Source)
		}
	}
	want := []string{"year old: replace 2025-06-14", "yesterday: write-off 2025-06-14", "almost: rotate 2025-06-15", "today: rotate 2025-06-15", "month: rotate 2025-07-15"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestKeyFirmsKeepTheirMinimum(t *testing.T) {
	for _, row := range []struct {
		least, held spec.Observed[measure.Quantity]
		verdict     spec.Verdict
		short       spec.Observed[measure.Quantity]
	}{
		{held(5), held(5), spec.Met, held(0)},
		{held(5), spec.AtLeast(units(5)), spec.Met, held(0)},
		{held(5), spec.Exactly(measure.Thousandths(4999)), spec.Unmet, spec.Exactly(measure.Thousandths(1))},
		{held(5), spec.AtMost(units(4)), spec.Unmet, spec.AtLeast(units(1))},
		{held(5), spec.Observed[measure.Quantity]{}, spec.Unknown, spec.Observed[measure.Quantity]{}},
		{spec.Observed[measure.Quantity]{}, held(5), spec.Unknown, spec.Observed[measure.Quantity]{}},
	} {
		m := reserves.Minimum{Least: row.least, Held: row.held}
		if m.Verdict() != row.verdict {
			t.Errorf("%+v: %v", m, m.Verdict())
		}
		wantObserved(t, "short", m.Short(), row.short)
	}
}

func TestGapsCarryTheirProof(t *testing.T) {
	tent := item("tent", cited(reserves.Norm{Kind: reserves.PerGroup, Quantity: units(1), Group: 4}))
	c := coverage(100, []reserves.Item{tent, item("quilt", perPerson(1000))}, []reserves.Lot{physical("1", "tent", 20), physical("2", "quilt", 100)}, allModes, reserves.Basis{})
	g := reserves.GapOf(c, reserves.Basis{})
	if !g.Known || len(g.Lines) != 1 || g.Lines[0].Units != 5 {
		t.Fatalf("%+v", g)
	}
	wantObserved(t, "with", g.Lines[0].With, people(100))
	wantObserved(t, "without one", g.Lines[0].Without, people(96))
	if g := reserves.GapOf(reserves.Coverage{}, reserves.Basis{}); g.Known {
		t.Error("a list without essential items has a known gap")
	}
	slices.Reverse(c.Items)
	if g := reserves.GapOf(c, reserves.Basis{}); len(g.Lines) != 1 {
		t.Errorf("%+v", g)
	}
}

func TestALotThatStandsTwiceIsGivenToNobody(t *testing.T) {
	lots := []reserves.Lot{physical("1", "quilt", 5), physical("1", "quilt", 7), physical("2", "quilt", 5)}
	for _, g := range reserves.Allocate(lots, []reserves.Claim{{ID: "a", Lot: "1", Quantity: units(1)}, {ID: "b", Lot: "2", Quantity: units(1)}, {ID: "c", Lot: "3", Quantity: units(1)}}) {
		if want := g.Lot == "2"; g.Granted.IsZero() == want || g.Refused.IsZero() != want {
			t.Errorf("%+v", g)
		}
	}
}
