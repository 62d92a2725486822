package reserves_test

import (
	"math/big"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func drawNorm(t *rapid.T) spec.Figure[reserves.Norm] {
	return cited(reserves.Norm{
		Kind:     reserves.NormKind(rapid.IntRange(int(reserves.PerPerson), int(reserves.PerPersonMonth)).Draw(t, "kind")),
		Of:       rapid.SampledFrom(reserves.Populations()).Draw(t, "whom"),
		Quantity: measure.Thousandths(rapid.Int64Range(1, 20_000).Draw(t, "norm in thousandths")),
		Group:    measure.People(rapid.Int64Range(1, 8).Draw(t, "group")),
	})
}

func drawBasis(t *rapid.T) reserves.Basis {
	return reserves.Basis{
		HouseholdSize: measure.People(rapid.Int64Range(1, 6).Draw(t, "household size")),
		SupportDays:   measure.Count(rapid.Int64Range(1, 40).Draw(t, "support days")),
		Shares:        reserves.Shares{Infants: drawShare(t), Elderly: drawShare(t), Disabled: drawShare(t)},
	}
}

func drawShare(t *rapid.T) measure.Ratio {
	whole := rapid.Int64Range(1, 40).Draw(t, "whole")
	return measure.RatioOf(rapid.Int64Range(1, whole).Draw(t, "part"), whole)
}

func drawItems(t *rapid.T) []reserves.Item {
	n := rapid.IntRange(1, 4).Draw(t, "items")
	items := make([]reserves.Item, n)
	for i := range items {
		items[i] = item("item-"+strconv.Itoa(i), drawNorm(t))
		items[i].Essential = i == 0 || rapid.Bool().Draw(t, "essential")
		items[i].Price = cited(measure.Fen(rapid.Int64Range(0, 10_000).Draw(t, "price in fen")))
	}
	return items
}

func drawLots(t *rapid.T, items []reserves.Item) []reserves.Lot {
	n := rapid.IntRange(0, 12).Draw(t, "lots")
	lots := make([]reserves.Lot, n)
	for i := range lots {
		lots[i] = reserves.Lot{
			ID:       strconv.Itoa(i),
			Item:     "item-" + strconv.Itoa(rapid.IntRange(0, len(items)).Draw(t, "item")), // one more than listed
			Quantity: spec.Exactly(measure.Thousandths(rapid.Int64Range(0, 3_000_000).Draw(t, "thousandths"))),
			Mode:     reserves.Mode(rapid.IntRange(int(reserves.Physical), int(reserves.Household)).Draw(t, "mode")),
		}
		if lots[i].Item == "item-"+strconv.Itoa(len(items)) {
			lots[i].Unit = "米" // in which no item of the list is counted: it can be none of them
		}
		if rapid.Bool().Draw(t, "expires") {
			lots[i].Expiry = measure.DateOf(2025, rapid.IntRange(1, 12).Draw(t, "month"), 1)
		}
		if rapid.IntRange(0, 9).Draw(t, "unknown") == 0 {
			lots[i].Quantity = spec.Observed[measure.Quantity]{}
		}
	}
	return lots
}

var (
	midYear  = measure.DateOf(2025, 6, 15)
	allModes = reserves.ModesOf(reserves.Physical, reserves.Agreement, reserves.Capacity, reserves.Society, reserves.Household)
)

func drawModes(t *rapid.T) reserves.Modes {
	return rapid.SampledFrom([]reserves.Modes{reserves.ModesOf(reserves.Physical), reserves.ModesOf(reserves.Physical, reserves.Agreement), allModes}).Draw(t, "modes")
}

func coverage(n measure.People, items []reserves.Item, lots []reserves.Lot, modes reserves.Modes, basis reserves.Basis) reserves.Coverage {
	return reserves.CoverageOf(n, items, reserves.StockOf(items, lots, midYear, modes), basis)
}

// exactNeed computes what n people need as an exact fraction of units, the
// long way round.
func exactNeed(n int64, norm reserves.Norm, basis reserves.Basis) *big.Rat {
	per := big.NewRat(norm.Quantity.Thousandths(), 1000)
	group := int64(1)
	switch norm.Kind {
	case reserves.PerGroup:
		group = int64(norm.Group)
	case reserves.PerHousehold:
		group = int64(basis.HouseholdSize)
	case reserves.PerPersonDay:
		per.Mul(per, big.NewRat(int64(basis.SupportDays), 1))
	case reserves.PerPersonWeek, reserves.PerPersonMonth:
		length, periods := 7, int64(0)
		if norm.Kind == reserves.PerPersonMonth {
			length = 30
		}
		for day := 0; day < int(basis.SupportDays); day++ {
			if day%length == 0 {
				periods++
			}
		}
		per.Mul(per, big.NewRat(periods, 1))
	}
	members := n
	if share, ok := basis.Shares.Of(norm.Of); ok && norm.Of != reserves.Everybody {
		part, _ := share.Rat()
		exact := new(big.Rat).Mul(part, big.NewRat(n, 1))
		members = new(big.Int).Quo(new(big.Int).Add(exact.Num(), new(big.Int).Sub(exact.Denom(), big.NewInt(1))), exact.Denom()).Int64()
	}
	shares := int64(0)
	for left := members; left > 0; left -= group {
		shares++
	}
	return per.Mul(per, big.NewRat(shares, 1))
}

func rat(q measure.Quantity) *big.Rat { return big.NewRat(q.Thousandths(), 1000) }

func TestRequirementIsTheExactNeedRoundedUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		norm, basis, n := drawNorm(t), drawBasis(t), rapid.Int64Range(0, 2000).Draw(t, "people")
		got, ok := reserves.Requirement(measure.People(n), norm, basis)
		if !ok {
			t.Fatal("no requirement")
		}
		need := exactNeed(n, norm.Value, basis)
		over := new(big.Rat).Sub(rat(got), need)
		if got.Thousandths()%1000 != 0 || over.Sign() < 0 || over.Cmp(big.NewRat(1, 1)) >= 0 {
			t.Fatalf("%v units for an exact need of %v", got, need)
		}
	})
}

func TestServesIsTheLargestNumberThatTheQuantityCovers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		norm, basis := drawNorm(t), drawBasis(t)
		q := measure.Thousandths(rapid.Int64Range(0, 500_000).Draw(t, "thousandths"))
		n, ok := reserves.Serves(q, norm, basis)
		if !ok {
			t.Fatal("serves nobody knows whom")
		}
		if exactNeed(int64(n), norm.Value, basis).Cmp(rat(q)) > 0 || exactNeed(int64(n)+1, norm.Value, basis).Cmp(rat(q)) <= 0 {
			t.Fatalf("%v serves %d by %+v", q, n, norm.Value)
		}
	})
}

func TestCoverageTimesNormIsWithinTheStockOfTheBottleneck(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, basis := drawItems(t), drawBasis(t)
		c := coverage(100, items, drawLots(t, items), drawModes(t), basis)
		n, ok := c.People.Value()
		scarcest, found := c.Bottleneck()
		if !ok || !found {
			return // an unknown lot bounds the coverage only
		}
		usable, known := scarcest.Usable.Value()
		if !known {
			t.Fatal("an exact coverage by an unknown stock")
		}
		if exactNeed(int64(n), scarcest.Item.Norm.Value, basis).Cmp(rat(usable)) > 0 ||
			exactNeed(int64(n)+1, scarcest.Item.Norm.Value, basis).Cmp(rat(usable)) <= 0 {
			t.Fatalf("%s: %v units serve %d", scarcest.Item.Code, usable, n)
		}
		for _, one := range c.Items {
			if low, ok := one.People.Low(); one.Item.Essential && ok && low < n {
				t.Fatalf("%s serves only %d of %d", one.Item.Code, low, n)
			}
		}
	})
}

func TestUsableIsTheSumOfWhatMayBeUsedAndNeverExceedsWhatIsHeld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, modes := drawItems(t), drawModes(t)
		lots := drawLots(t, items)
		held, want, complete := new(big.Int), new(big.Int), true
		for _, l := range lots {
			if l.Item != items[0].Code {
				continue
			}
			n, known := l.Quantity.Value()
			held.Add(held, big.NewInt(n.Thousandths()))
			if modes.Has(l.Mode) && (l.Expiry.IsZero() || l.Expiry.Compare(midYear) >= 0) {
				complete = complete && known
				want.Add(want, big.NewInt(n.Thousandths()))
			}
		}
		got := reserves.Usable(lots, items[0], midYear, modes)
		low, _ := got.Low()
		if big.NewInt(low.Thousandths()).Cmp(want) != 0 || got.Known() != complete || want.Cmp(held) > 0 {
			t.Fatalf("usable %v (%v), want %v (%v) of %v held", low, got.Known(), want, complete, held)
		}
		if all := reserves.StockOf(items, lots, midYear, modes).Usable(0); observed(all) != observed(got) {
			t.Fatalf("in one pass %+v, alone %+v", observed(all), observed(got))
		}
	})
}

func TestMoreStockNeverServesFewer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, basis, modes := drawItems(t), drawBasis(t), drawModes(t)
		lots := drawLots(t, items)
		before := coverage(100, items, lots, modes, basis)
		more := reserves.Lot{ID: "more", Item: items[rapid.IntRange(0, len(items)-1).Draw(t, "of")].Code, Mode: reserves.Physical,
			Quantity: spec.Exactly(measure.Thousandths(rapid.Int64Range(0, 1_000_000).Draw(t, "more")))}
		after := coverage(100, items, append(lots, more), modes, basis)
		lowBefore, _ := before.People.Low()
		lowAfter, _ := after.People.Low()
		highBefore, bounded := before.People.High()
		highAfter, still := after.People.High()
		if lowAfter < lowBefore || bounded && still && highAfter < highBefore {
			t.Fatalf("%+v, with more stock %+v", observed(before.People), observed(after.People))
		}
	})
}

func TestLongerSupportNeverServesMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, basis, modes := drawItems(t), drawBasis(t), drawModes(t)
		lots := drawLots(t, items)
		longer := basis
		longer.SupportDays += measure.Count(rapid.Int64Range(0, 5).Draw(t, "more days"))
		a, aok := coverage(100, items, lots, modes, basis).People.Value()
		b, bok := coverage(100, items, lots, modes, longer).People.Value()
		if aok && bok && b > a {
			t.Fatalf("%d in %d days, %d in %d", a, basis.SupportDays, b, longer.SupportDays)
		}
	})
}

func TestUnknownSupportDaysNeverCountAsOneDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		norm := cited(reserves.Norm{Kind: reserves.PerPersonDay, Quantity: measure.Thousandths(rapid.Int64Range(1, 5000).Draw(t, "norm"))})
		items := []reserves.Item{item("item-0", norm)}
		lots := []reserves.Lot{physical("1", "item-0", rapid.Int64Range(1, 100_000).Draw(t, "stock"))}
		c := coverage(measure.People(rapid.Int64Range(1, 5000).Draw(t, "people")), items, lots, allModes, reserves.Basis{})
		if _, ok := c.People.High(); ok || c.People.Known() {
			t.Fatalf("served %+v", observed(c.People))
		}
		if _, ok := c.People.Low(); ok || c.Items[0].Required.Known() || c.Items[0].Short.Known() {
			t.Fatalf("%+v", c.Items[0])
		}
	})
}

func TestPermutingLotsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, basis, modes := drawItems(t), drawBasis(t), drawModes(t)
		lots := drawLots(t, items)
		p := smallPlan()
		p.Items = items
		r := smallRecords(0, 100)
		r.Lots, r.HouseholdSize = lots, spec.Exactly(basis.HouseholdSize)
		asked := rapid.Permutation(lots).Draw(t, "order")
		a := coverage(100, items, lots, modes, basis)
		b := coverage(100, items, asked, modes, basis)
		if observed(a.People) != observed(b.People) || observed(a.Cost) != observed(b.Cost) {
			t.Fatalf("%+v, permuted %+v", observed(a.People), observed(b.People))
		}
		first := reserves.Assess(p, r, midYear, spec.Choices{}).Findings()
		r.Lots = asked
		second := reserves.Assess(p, r, midYear, spec.Choices{}).Findings()
		for i := range first { // the lots asked for are named in the order of the table
			first[i].Missing, second[i].Missing = nil, nil
		}
		if diff := cmp.Diff(first, second); diff != "" {
			t.Fatalf("permuted (-first +second):\n%s", diff)
		}
	})
}

func TestWhatIsShortIsTheLeastThatClosesTheGap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, basis := drawItems(t), drawBasis(t)
		n := measure.People(rapid.Int64Range(0, 1500).Draw(t, "people"))
		lots := drawLots(t, items)
		for i := range lots {
			if !lots[i].Quantity.Known() {
				lots[i].Quantity = spec.Exactly(measure.Quantity{})
			}
		}
		c := coverage(n, items, lots, allModes, basis)
		bought := append([]reserves.Lot(nil), lots...)
		total := new(big.Int)
		for _, one := range c.Items {
			short, ok := one.Short.Value()
			usable, _ := one.Usable.Value()
			if !ok || short.Thousandths()%1000 != 0 {
				t.Fatalf("short of %s: %v, %v", one.Item.Code, short, ok)
			}
			need := exactNeed(int64(n), one.Item.Norm.Value, basis)
			missing := new(big.Rat).Sub(need, rat(usable))
			if missing.Sign() <= 0 && !short.IsZero() || missing.Sign() > 0 && (rat(short).Cmp(missing) < 0 || new(big.Rat).Sub(rat(short), missing).Cmp(big.NewRat(1, 1)) >= 0) {
				t.Fatalf("short of %s: %v, exactly %v", one.Item.Code, short, missing)
			}
			bought = append(bought, reserves.Lot{ID: "new " + one.Item.Code, Item: one.Item.Code, Mode: reserves.Physical, Quantity: spec.Exactly(short)})
			if one.Item.Essential {
				price := new(big.Int).Mul(big.NewInt(short.Thousandths()/1000), big.NewInt(one.Item.Price.Value.Fen()))
				total.Add(total, price)
			}
		}
		if cost, ok := c.Cost.Value(); !ok || total.Cmp(big.NewInt(cost.Fen())) != 0 {
			t.Fatalf("cost %v, %v; want %v fen", cost, ok, total)
		}
		if served, ok := coverage(n, items, bought, allModes, basis).People.Value(); !ok || served < n {
			t.Fatalf("after the purchase %d of %d", served, n)
		}
	})
}
