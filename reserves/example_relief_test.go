package reserves_test

import (
	"errors"
	"fmt"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// The least purchase, with its proof: one tent less would leave four people out.
func ExampleGapOf() {
	fourToATent := spec.Cite(reserves.Norm{Kind: reserves.PerGroup, Quantity: measure.Thousandths(1000), Group: 4}, assumed)
	items := []reserves.Item{{Code: "tent", Name: spec.T("tents", "帐篷"), Essential: true, Unit: "顶", Norm: fourToATent,
		Price: spec.Cite(measure.Fen(1850_50), assumed)}}
	lots := []reserves.Lot{{ID: "1", Item: "帐篷", Quantity: spec.Exactly(measure.Thousandths(1_180_000)), Mode: reserves.Physical}}
	stock := reserves.StockOf(items, lots, measure.DateOf(2027, 12, 31), reserves.ModesOf(reserves.Physical))
	gap := reserves.GapOf(reserves.CoverageOf(5000, items, stock, reserves.Basis{}), reserves.Basis{})
	for _, line := range gap.Lines {
		with, _ := line.With.Value()
		without, _ := line.Without.Value()
		cost, _ := line.Cost.Value()
		fmt.Println(line.Units, with, without, cost)
	}
	// Output: 70 5000 4996 129535
}

// Two plans that run together cannot both have the same quilts.
func ExampleAllocate() {
	lots := []reserves.Lot{{ID: "lot-1", Quantity: spec.Exactly(measure.Thousandths(1_000_000))}}
	for _, g := range reserves.Allocate(lots, []reserves.Claim{
		{ID: "b", Lot: "lot-1", For: "forest fire", Quantity: measure.Thousandths(700_000), Priority: 2},
		{ID: "a", Lot: "lot-1", For: "flood", Quantity: measure.Thousandths(800_000), Priority: 1},
	}) {
		fmt.Println(g.For, g.Granted, g.Refused)
	}
	// Output:
	// flood 800 0
	// forest fire 200 500
}

func ExamplePost() {
	lots := []reserves.Lot{{ID: "lot-1", Store: "county-store", Quantity: spec.Exactly(measure.Thousandths(900_000))}}
	day := measure.DateOf(2027, 6, 1)
	ledger, err := reserves.Post(lots, []reserves.Movement{
		{ID: "m1", Kind: reserves.MoveTransfer, Lot: "lot-1", To: "store-east", Quantity: measure.Thousandths(120_000), On: day},
		{ID: "m2", Kind: reserves.MoveOut, Lot: "lot-1", From: "store-east", Quantity: measure.Thousandths(130_000), On: day},
	}, day)
	for _, b := range ledger.Balances() {
		fmt.Println(b.Store, b.Held)
	}
	fmt.Println(err)
	// Output:
	// county-store 780
	// store-east 120
	// m2: 130 leave "store-east" of lot "lot-1", which holds 120 [reserves.move-overdraft]
}

// Those that expire first go first.
func ExampleEarliestFirst() {
	water := reserves.Item{Code: "water", Unit: "升"}
	lots := []reserves.Lot{
		{ID: "new", Item: "water", Quantity: spec.Exactly(measure.Thousandths(500_000)), Mode: reserves.Physical, Expiry: measure.DateOf(2028, 12, 31)},
		{ID: "old", Item: "water", Quantity: spec.Exactly(measure.Thousandths(300_000)), Mode: reserves.Physical, Expiry: measure.DateOf(2028, 3, 31)},
		{ID: "gone", Item: "water", Quantity: spec.Exactly(measure.Thousandths(900_000)), Mode: reserves.Physical, Expiry: measure.DateOf(2028, 1, 1)},
	}
	window := reserves.Window{From: measure.DateOf(2027, 12, 31), Days: 3}
	draws, short := reserves.EarliestFirst(lots, water, window, reserves.ModesOf(reserves.Physical), measure.Thousandths(400_000))
	for _, d := range draws {
		fmt.Println(d.Lot, d.Quantity)
	}
	fmt.Println(short)
	// Output:
	// old 300
	// new 100
	// 0
}

// Two stores, two townships; a van that carries 30 limits one way.
func ExampleSupplyNet_Earliest() {
	hours := func(n int64) measure.Duration { return measure.Seconds(n * 3600) }
	net := reserves.SupplyNet{
		Needs:    []int64{40, 50},
		Supplies: []reserves.Supply{{Store: 0, Ready: hours(1), Units: 80}, {Store: 1, Ready: hours(0), Units: 30}},
		Links: []reserves.Link{
			{Store: 0, Place: 0, Time: hours(2), Cost: 2, Limit: 30},
			{Store: 0, Place: 1, Time: hours(3), Cost: 3, Limit: reserves.Unlimited},
			{Store: 1, Place: 0, Time: hours(5), Cost: 1, Limit: reserves.Unlimited},
		},
	}
	plan, err := net.Earliest()
	fmt.Println(plan.Done.Hours(), plan.Cost, err, plan.Check(net))
	for _, c := range plan.Consignments {
		fmt.Println(c.Supply, "→", c.Place, c.Units, c.At.Hours())
	}
	_, err = net.Within(hours(4))
	var short *reserves.Shortage
	if errors.As(err, &short) {
		fmt.Println(short.Places, short.Missing, short.Links)
	}
	// Output:
	// 5 200 <nil> <nil>
	// 0 → 0 10 3
	// 1 → 0 30 5
	// 0 → 1 50 4
	// [0] 10 [0]
}

// A quantity per day is no quantity per week.
func ExampleNorm_Cmp() {
	daily := reserves.Norm{Kind: reserves.PerPersonDay, Quantity: measure.Thousandths(3000), Unit: "升"}
	weekly := reserves.Norm{Kind: reserves.PerPersonWeek, Quantity: measure.Thousandths(20_000), Unit: "升"}
	_, err := daily.Cmp(weekly)
	fmt.Println(err)
	// Output: one norm is per person and day for everybody, the other per person and week for everybody [reserves.norm-kind]
}

func ExampleParseClassCode() {
	code, err := reserves.ParseClassCode("1010203")
	fmt.Println(code.Layer(), code.Parent(), code.Top().EN, err)
	_, err = reserves.ParseClassCode("4010203")
	fmt.Println(err)
	// Output:
	// 4 10102 basic living supplies <nil>
	// "4010203" is no class code of 1, 3, 5 or 7 digits [reserves.class-code]
}
