package reserves_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/reserves"
	"github.com/county-emergency/emergency/spec"
)

// What a register says with one code misspelt must hold for the register with
// the code put right: the bounds contain it, and no verdict is turned round.
func TestAMisspeltItemCodeLeavesTheStockBetweenBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, basis, modes := drawItems(t), drawBasis(t), drawModes(t)
		right := drawLots(t, items)
		if len(right) == 0 {
			return
		}
		wrong := slices.Clone(right)
		i := rapid.IntRange(0, len(wrong)-1).Draw(t, "misspelt")
		wrong[i].Item += "x"
		truth, told := reserves.StockOf(items, right, midYear, modes), reserves.StockOf(items, wrong, midYear, modes)
		for k := range items {
			low, _ := told.Usable(k).Low()
			high, closed := told.Usable(k).High()
			least, _ := truth.Usable(k).Low()
			most, bounded := truth.Usable(k).High()
			if least.Less(low) || closed && (!bounded || high.Less(most)) {
				t.Fatalf("item %d: told %+v, in truth %+v", k, observed(told.Usable(k)), observed(truth.Usable(k)))
			}
		}
		n := measure.People(rapid.Int64Range(0, 2000).Draw(t, "people"))
		served, sure := reserves.CoverageOf(n, items, truth, basis).People, reserves.CoverageOf(n, items, told, basis).People
		if high, ok := served.High(); ok {
			if below, closed := sure.High(); closed && below < high {
				t.Fatalf("at most %d served, in truth up to %d", below, high)
			}
		}
		if low, ok := sure.Low(); ok {
			if least, _ := served.Low(); least < low {
				t.Fatalf("at least %d served, in truth from %d", low, least)
			}
		}
		if slices.Contains(truth.Unlisted(), wrong[i].Item) || !slices.Contains(told.Unlisted(), wrong[i].Item) {
			t.Fatalf("%q: %v, %v", wrong[i].Item, truth.Unlisted(), told.Unlisted())
		}
	})
}

// Every verdict of a county whose register, routes or norms have one code
// misspelt is that of the county with the code put right, or unknown.
func TestAMisspeltItemCodeTurnsNoVerdictRound(t *testing.T) {
	p := fullPlan()
	p.Profiles = nil
	rapid.Check(t, func(t *rapid.T) {
		right := fullRecords()
		right.Lots = slices.Clone(right.Lots)
		right.Lots[0].Quantity = held(rapid.Int64Range(0, 130).Draw(t, "stock"))
		right.Movements, right.Claims = nil, nil
		right.HasDeliveries = rapid.Bool().Draw(t, "deliveries")
		second := physical("second", "quilt", rapid.SampledFrom([]int64{0, 1, 20, 300}).Draw(t, "second lot"))
		second.Store, second.LeadTime = right.Lots[0].Store, right.Lots[0].LeadTime
		right.Lots = append(right.Lots, second)
		right.Norms = []reserves.ItemNorm{{Item: "quilt", Norm: perPerson(rapid.Int64Range(500, 3000).Draw(t, "norm")), Row: 2}}
		if rapid.Bool().Draw(t, "a route for the item") {
			own := right.Routes[0]
			own.Item, own.Row, own.Travel = "quilt", 7, minutes(rapid.Int64Range(0, 3000).Draw(t, "travel"))
			right.Routes = append(slices.Clone(right.Routes), own)
		}
		wrong := right
		wrong.Lots, wrong.Routes, wrong.Norms = slices.Clone(right.Lots), slices.Clone(right.Routes), slices.Clone(right.Norms)
		switch last := len(wrong.Routes) - 1; rapid.IntRange(0, 2).Draw(t, "where") {
		case 0:
			i := rapid.IntRange(0, len(wrong.Lots)-1).Draw(t, "lot")
			wrong.Lots[i].Item, wrong.Lots[i].Row = "quillt", 4
		case 1:
			if wrong.Routes[last].Item == "" {
				return
			}
			wrong.Routes[last].Item = "quillt"
		default:
			wrong.Norms[0].Item = "quillt"
		}
		truth := reserves.Assess(p, right, lastDay, spec.Choices{}).Findings()
		for i, f := range reserves.Assess(p, wrong, lastDay, spec.Choices{}).Findings() {
			switch {
			case f.Rule == "reserves.norms": // it counts the norms that rest on nothing, and names the row
			case f.Verdict != spec.Unknown && (f.Verdict != truth[i].Verdict || !f.Actual.Equal(truth[i].Actual) && f.Bound == spec.ExactBound):
				t.Fatalf("%s: %v %s, in truth %v %s: %s", f.Rule, f.Verdict, f.Actual, truth[i].Verdict, truth[i].Actual, f.Reason.Text.EN)
			case f.Verdict == spec.Unknown && truth[i].Verdict != spec.Unknown && !asksForTheRow(f):
				t.Fatalf("%s: nothing asks for the code: %v", f.Rule, f.Missing)
			}
		}
	})
}

func asksForTheRow(f spec.Finding) bool {
	return slices.ContainsFunc(f.Missing, func(n spec.Need) bool {
		return strings.Contains(n.Question.EN, "row ") && strings.Contains(n.Question.EN, `("quillt")`) &&
			strings.Contains(n.Question.ZH, " 行") && strings.HasSuffix(n.Key, ".csv: item")
	})
}

func TestALotInAnotherUnitIsNoneOfTheItems(t *testing.T) {
	r := smallRecords(7, 100)
	r.Lots = append(r.Lots, byMetre(physical("2", "rope", 5)))
	if f, _, _ := findings(t, smallPlan(), r, lastDay, spec.Choices{}); f.Verdict != spec.Unmet || f.Actual.String() != "7" || f.Bound != spec.ExactBound {
		t.Errorf("%v %v %s", f.Verdict, f.Bound, f.Actual)
	}
	r.Lots[1].Unit = ""
	f, _, _ := findings(t, smallPlan(), r, lastDay, spec.Choices{})
	if f.Verdict != spec.Unknown || f.Actual.String() != "7" || f.Bound != spec.AtLeastBound || len(f.Missing) != 1 {
		t.Errorf("%v %v %s: %v", f.Verdict, f.Bound, f.Actual, f.Missing)
	}
	r.Lots[1].Quantity = held(2) // too little to decide
	if f, _, _ = findings(t, smallPlan(), r, lastDay, spec.Choices{}); f.Verdict != spec.Unmet {
		t.Errorf("%v %v %s", f.Verdict, f.Bound, f.Actual)
	}
}

func ExampleMayHold() {
	quilts := reserves.Item{Code: "quilt", Unit: "床"}
	lot := reserves.Lot{ID: "1", Item: "quillt", Unit: "床", Quantity: spec.Exactly(measure.Thousandths(5_000)), Mode: reserves.Physical}
	most, _ := reserves.MayHold(lot, quilts, midYear, reserves.ModesOf(reserves.Physical)).High()
	fmt.Println("at most", most)
	// Output: at most 5
}
