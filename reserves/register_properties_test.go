package reserves_test

import (
	"errors"
	"math/big"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

func TestUsableNeverRisesWithTheLastDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, modes := drawItems(t), drawModes(t)
		lots := drawLots(t, items)
		from := midYear.AddDays(rapid.IntRange(-100, 100).Draw(t, "day"))
		days := rapid.Int64Range(1, 60).Draw(t, "days")
		short := reserves.StockThrough(items, lots, reserves.Window{From: from, Days: measure.Count(days)}, modes)
		long := reserves.StockThrough(items, lots, reserves.Window{From: from, Days: measure.Count(days + rapid.Int64Range(0, 30).Draw(t, "more"))}, modes)
		open := reserves.StockThrough(items, lots, reserves.Window{From: from}, modes)
		for i := range items {
			a, _ := short.Usable(i).Low()
			b, _ := long.Usable(i).Low()
			least, _ := open.Usable(i).Low()
			most, bounded := open.Usable(i).High()
			if a.Less(b) || b.Less(least) || bounded && most.Less(a) {
				t.Fatalf("%s: %v for %d days, %v for longer, %v to %v for an unknown number", items[i].Code, a, days, b, least, most)
			}
		}
	})
}

func TestClaimsOnALotSumToAtMostTheLot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawItems(t)
		lots := drawLots(t, items)
		var claims []reserves.Claim
		for i := range rapid.IntRange(0, 12).Draw(t, "claims") {
			claims = append(claims, reserves.Claim{ID: strconv.Itoa(i), Lot: strconv.Itoa(rapid.IntRange(0, 12).Draw(t, "lot")),
				For: rapid.SampledFrom([]string{"flood", "fire", reserves.EarmarkEvacuees}).Draw(t, "for"), Priority: rapid.IntRange(0, 2).Draw(t, "priority"),
				Quantity: measure.Thousandths(rapid.Int64Range(-100, 2_000_000).Draw(t, "claimed"))})
		}
		grants := reserves.Allocate(lots, claims)
		given, refused := map[string]int64{}, map[string]bool{}
		for _, g := range grants {
			if g.Granted.Sign() < 0 || g.Refused.Sign() < 0 || g.Granted.Thousandths()+g.Refused.Thousandths() != max(0, g.Quantity.Thousandths()) {
				t.Fatalf("%+v", g)
			}
			given[g.Lot] += g.Granted.Thousandths()
			refused[g.Lot] = refused[g.Lot] || !g.Refused.IsZero()
		}
		free := reserves.Unclaimed(lots, grants, reserves.EarmarkEvacuees)
		for i, l := range lots {
			low, _ := l.Quantity.Low()
			if given[l.ID] > low.Thousandths() {
				t.Fatalf("lot %s: %d of %v given", l.ID, given[l.ID], low)
			}
			if refused[l.ID] && given[l.ID] < low.Thousandths() {
				t.Fatalf("lot %s: a claim is refused and %d of %v are left", l.ID, given[l.ID], low)
			}
			others := int64(0)
			for _, g := range grants {
				if g.Lot == l.ID && g.For != reserves.EarmarkEvacuees {
					others += g.Granted.Thousandths()
				}
			}
			rest, known := free[i].Quantity.Value()
			if known != l.Quantity.Known() || known && rest.Thousandths() != low.Thousandths()-others {
				t.Fatalf("lot %s: %v left of %v, %d for others", l.ID, rest, low, others)
			}
		}
	})
}

func drawMovements(t *rapid.T) []reserves.Movement {
	stores := []string{"", "store-0", "store-1", "store-2"}
	out := make([]reserves.Movement, rapid.IntRange(0, 20).Draw(t, "movements"))
	for i := range out {
		out[i] = reserves.Movement{ID: strconv.Itoa(i), Lot: strconv.Itoa(rapid.IntRange(0, 5).Draw(t, "lot")),
			Kind:     reserves.MovementKind(rapid.IntRange(0, int(reserves.MoveLoss)).Draw(t, "kind")),
			From:     rapid.SampledFrom(stores).Draw(t, "from"),
			To:       rapid.SampledFrom(stores).Draw(t, "to"),
			Quantity: measure.Thousandths(rapid.Int64Range(-1, 1_500_000).Draw(t, "moved")),
			On:       midYear.AddDays(rapid.IntRange(-20, 5).Draw(t, "day"))}
	}
	return out
}

func TestTheLedgerAlwaysAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawItems(t)
		lots := drawSure(t, items)
		movements := drawMovements(t)
		l, err := reserves.Post(lots, movements, midYear)
		var faults *spec.Faults
		if err != nil && !errors.As(err, &faults) {
			t.Fatal(err)
		}
		held, opening := map[string]*big.Int{}, map[string]*big.Int{}
		sum := func(m map[string]*big.Int, lot string, q measure.Quantity, sign int64) {
			if m[lot] == nil {
				m[lot] = new(big.Int)
			}
			m[lot].Add(m[lot], big.NewInt(sign*q.Thousandths()))
		}
		for _, b := range l.Balances() {
			in, out := new(big.Int), new(big.Int)
			for _, q := range []measure.Quantity{b.Opening, b.In, b.Received, b.Returned} {
				in.Add(in, big.NewInt(q.Thousandths()))
			}
			for _, q := range []measure.Quantity{b.Held, b.Out, b.Sent, b.Lent, b.Lost} {
				if q.Sign() < 0 {
					t.Fatalf("below zero: %+v", b)
				}
				out.Add(out, big.NewInt(q.Thousandths()))
			}
			if in.Cmp(out) != 0 {
				t.Fatalf("%+v does not add up", b)
			}
			sum(held, b.Lot, b.Held, 1)
			for q, sign := range map[*measure.Quantity]int64{&b.Opening: 1, &b.In: 1, &b.Out: -1, &b.Lost: -1, &b.Lent: -1, &b.Returned: 1} {
				sum(opening, b.Lot, *q, sign)
			}
		}
		for lot, want := range opening { // transfers change no lot
			if held[lot].Cmp(want) != 0 {
				t.Fatalf("lot %s: %v held, %v by its movements", lot, held[lot], want)
			}
		}
		// A movement is either entered or told.
		told := map[string]bool{}
		if faults != nil {
			for _, f := range faults.All() {
				told[f.Path] = true
			}
		}
		after := l.Lots(lots, nil)
		for _, lot := range after {
			if l.Broken(lot.ID) && lot.Quantity.Known() {
				t.Fatalf("lot %s is broken and known", lot.ID)
			}
		}
		if len(movements) == 0 && len(told) > 0 {
			t.Fatalf("%v", told)
		}
	})
}

func TestEarliestFirstTakesNothingThatLastsLonger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawItems(t)
		lots := drawSure(t, items)
		w := reserves.Window{From: midYear, Days: 3}
		asked := measure.Thousandths(rapid.Int64Range(0, 9_000_000).Draw(t, "asked"))
		draws, short := reserves.EarliestFirst(lots, items[0], w, allModes, asked)
		taken := map[string]int64{}
		total := int64(0)
		for _, d := range draws {
			taken[d.Lot] += d.Quantity.Thousandths()
			total += d.Quantity.Thousandths()
		}
		have, _ := reserves.UsableThrough(lots, items[0], w, allModes).Value()
		if total+short.Thousandths() != asked.Thousandths() || total != min(asked.Thousandths(), have.Thousandths()) {
			t.Fatalf("%d taken and %v short of %v out of %v", total, short, asked, have)
		}
		for _, used := range lots {
			for _, other := range lots {
				q, _ := reserves.UsableThrough([]reserves.Lot{other}, items[0], w, allModes).Value()
				left := q.Thousandths() - taken[other.ID]
				sooner := !other.Expiry.IsZero() && (used.Expiry.IsZero() || other.Expiry.Before(used.Expiry))
				if taken[used.ID] > 0 && sooner && left > 0 {
					t.Fatalf("lot %s is used and lot %s, which expires sooner, is left", used.ID, other.ID)
				}
			}
		}
	})
}

func TestUsableNeverRisesWithTheDateWhileNothingIsReceived(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, modes := drawItems(t), drawModes(t)
		lots := drawLots(t, items)
		early := midYear.AddDays(rapid.IntRange(-200, 200).Draw(t, "day"))
		late := early.AddDays(rapid.IntRange(0, 100).Draw(t, "days later"))
		before, after := reserves.StockOf(items, lots, early, modes), reserves.StockOf(items, lots, late, modes)
		for i := range items {
			a, _ := before.Usable(i).Low()
			b, _ := after.Usable(i).Low()
			if a.Less(b) {
				t.Fatalf("%s: %v on %s, %v on %s", items[i].Code, a, early, b, late)
			}
		}
	})
}
