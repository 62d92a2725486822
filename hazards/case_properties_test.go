package hazards_test

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func drawMoney(t *rapid.T, label string, scale int64) measure.Money {
	return measure.Fen(scale * rapid.OneOf(rapid.SampledFrom([]int64{0, 99, 100, 101, 499, 500, 999, 1000, 5000, 10000}), rapid.Int64Range(0, 20000)).Draw(t, label))
}

func drawKnown(t *rapid.T) hazards.KnownFacts {
	m, err := hazards.ParseMagnitude(rapid.StringMatching(`[0-9]\.[0-9]`).Draw(t, "magnitude"))
	if err != nil {
		t.Fatal(err)
	}
	return hazards.KnownFacts{
		Deaths: drawPeople(t, "deaths"), Missing: drawPeople(t, "missing"), SeriousInjuries: drawPeople(t, "injuries"),
		DirectLoss: drawMoney(t, "loss", 1_000_000), BurntForest: measure.SquareCentimetres(100_000_000 * rapid.Int64Range(0, 1200).Draw(t, "ha")),
		Threatened: drawPeople(t, "threatened"), PossibleLoss: drawMoney(t, "possible loss", 1_000_000),
		Resettled: drawPeople(t, "resettled"), NeedingAid: drawPeople(t, "needing aid"),
		Rooms: measure.Count(rapid.Int64Range(0, 400_000).Draw(t, "rooms")), Households: measure.Count(rapid.Int64Range(0, 120_000).Draw(t, "households")),
		DroughtNeedingAid: measure.People(rapid.Int64Range(0, 5_000_000).Draw(t, "drought")),
		ProvinceGDP:       drawMoney(t, "gdp", 100_000_000), ProvinceRural: measure.People(rapid.Int64Range(0, 20_000_000).Draw(t, "rural")), Magnitude: m,
	}
}

// printed returns what a criterion looks at as a fraction in the unit of print.
func printed(k hazards.KnownFacts, c hazards.Criterion) *big.Rat {
	whole := func(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }
	per := func(n, per int64) *big.Rat { return big.NewRat(n, per) }
	percent := func(part, all int64) *big.Rat {
		if all == 0 {
			return whole(0)
		}
		return new(big.Rat).Mul(big.NewRat(part, all), whole(100))
	}
	switch c {
	case hazards.ByDeaths:
		return whole(int64(k.Deaths))
	case hazards.ByDeathsAndMissing:
		return new(big.Rat).Add(whole(int64(k.Deaths)), whole(int64(k.Missing)))
	case hazards.BySeriousInjuries:
		return whole(int64(k.SeriousInjuries))
	case hazards.ByDirectLoss:
		return per(k.DirectLoss.Fen(), 1_000_000)
	case hazards.ByLossShare:
		return percent(k.DirectLoss.Fen(), k.ProvinceGDP.Fen())
	case hazards.ByBurntForest:
		return per(k.BurntForest.SquareCentimetres(), 100_000_000)
	case hazards.ByThreatened:
		return whole(int64(k.Threatened))
	case hazards.ByPossibleLoss:
		return per(k.PossibleLoss.Fen(), 1_000_000)
	case hazards.ByResettledAndNeedingAid:
		return new(big.Rat).Add(whole(int64(k.Resettled)), whole(int64(k.NeedingAid)))
	case hazards.ByRooms:
		return whole(int64(k.Rooms))
	case hazards.ByHouseholds:
		return whole(int64(k.Households))
	case hazards.ByDroughtNeedingAid:
		return whole(int64(k.DroughtNeedingAid))
	case hazards.ByDroughtShare:
		return percent(int64(k.DroughtNeedingAid), int64(k.ProvinceRural))
	}
	return per(k.Magnitude.Tenths(), 10)
}

// stepByHand finds the highest row that any printed number reaches.
func stepByHand[S hazards.Step](k hazards.KnownFacts, rows []hazards.ScaleStep[S]) (out S) {
	for _, row := range rows {
		for _, cell := range row.Thresholds {
			from, ok := new(big.Rat).SetString(cell.Criterion.Amount(cell.From).String())
			if ok && printed(k, cell.Criterion).Cmp(from) >= 0 {
				out = row.Step
			}
		}
	}
	return out
}

func gradeScales() []hazards.Scale[hazards.Grade] {
	return []hazards.Scale[hazards.Grade]{hazards.GeologicalDamage(), hazards.GeologicalThreat(), hazards.ForestFireDamage(),
		hazards.EarthquakeDamage(), hazards.EarthquakeMagnitude(false), hazards.EarthquakeMagnitude(true)}
}

func reliefScales() []hazards.Scale[hazards.Response] {
	return []hazards.Scale[hazards.Response]{hazards.NationalReliefResponse(measure.Date{}), hazards.NationalReliefResponse(day("2020-01-01")), hazards.ChongqingReliefResponse(), hazards.PengshuiReliefResponse()}
}

func TestStepsMatchThePrintedRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKnown(t)
		for _, scale := range gradeScales() {
			if got, want := scale.Step(&k), stepByHand(k, scale.Rows()); got != want {
				t.Fatalf("%v: %v, the rows say %v", scale.Criteria(), got, want)
			}
		}
		for _, scale := range reliefScales() {
			if got, want := scale.Step(&k), stepByHand(k, scale.Rows()); got != want {
				t.Fatalf("%v: %v, the rows say %v", scale.Criteria(), got, want)
			}
		}
	})
}

func TestMoreHarmNeverLowersAStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKnown(t)
		worse := k
		worse.Deaths = max(k.Deaths, drawPeople(t, "more deaths"))
		worse.Rooms += measure.Count(rapid.Int64Range(0, 100_000).Draw(t, "more rooms"))
		worse.DirectLoss = measure.Fen(k.DirectLoss.Fen() + rapid.Int64Range(0, 1e12).Draw(t, "more loss"))
		for _, scale := range gradeScales() {
			if scale.Step(&worse) < scale.Step(&k) {
				t.Fatalf("%v became %v", scale.Step(&k), scale.Step(&worse))
			}
		}
		for _, scale := range reliefScales() {
			if scale.Step(&worse) < scale.Step(&k) {
				t.Fatalf("%v became %v", scale.Step(&k), scale.Step(&worse))
			}
		}
	})
}

func hideMoney(t *rapid.T, label string, v measure.Money) spec.Observed[measure.Money] {
	less := measure.Fen(v.Fen() - rapid.Int64Range(0, v.Fen()).Draw(t, label+" less"))
	more := measure.Fen(v.Fen() + rapid.Int64Range(0, 1e12).Draw(t, label+" more"))
	return hide(t, label, v, less, more)
}

func drawFacts(t *rapid.T, k hazards.KnownFacts) hazards.Facts {
	f := k.Facts()
	f.Deaths, f.Missing = hidePeople(t, "deaths known", k.Deaths), hidePeople(t, "missing known", k.Missing)
	f.SeriousInjuries, f.Threatened = hidePeople(t, "injuries known", k.SeriousInjuries), hidePeople(t, "threatened known", k.Threatened)
	f.Resettled, f.NeedingAid = hidePeople(t, "resettled known", k.Resettled), hidePeople(t, "aid known", k.NeedingAid)
	f.DroughtNeedingAid, f.ProvinceRural = hidePeople(t, "drought known", k.DroughtNeedingAid), hidePeople(t, "rural known", k.ProvinceRural)
	f.DirectLoss, f.PossibleLoss = hideMoney(t, "loss known", k.DirectLoss), hideMoney(t, "possible loss known", k.PossibleLoss)
	f.ProvinceGDP = hideMoney(t, "gdp known", k.ProvinceGDP)
	return f
}

// checkBounds holds the laws of bounds for one scale: they contain the step of
// what is true, and nothing waits to be decided exactly where they are settled.
func checkBounds[S hazards.Step](t *rapid.T, scale hazards.Scale[S], f hazards.Facts, k hazards.KnownFacts) {
	can, is := scale.Bounds(&f), scale.Step(&k)
	if is < can.Lowest || is > can.Highest {
		t.Fatalf("%v: %v outside %v to %v", scale.Criteria(), is, can.Lowest, can.Highest)
	}
	_, settled := can.Settled()
	if deciding := scale.Deciding(&f); settled != (len(deciding) == 0) {
		t.Fatalf("%v: settled %v, deciding %v", scale.Criteria(), settled, deciding)
	}
	if reached, _ := scale.Reached(&f); (len(reached) == 0) != (can.Lowest == 0) {
		t.Fatalf("%v: lowest %v reached by %v", scale.Criteria(), can.Lowest, reached)
	}
}

func TestBoundsHoldTheStepOfEveryCompletion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKnown(t)
		if k.ProvinceGDP.IsZero() || k.ProvinceRural == 0 {
			k.ProvinceGDP, k.ProvinceRural = measure.Fen(1e14), 10_000_000 // a province has both
		}
		f := drawFacts(t, k)
		for _, scale := range gradeScales() {
			checkBounds(t, scale, f, k)
			checkBounds(t, scale, k.Facts(), k)
		}
		for _, scale := range reliefScales() {
			checkBounds(t, scale, f, k)
			checkBounds(t, scale, k.Facts(), k)
		}
	})
}

func TestNothingDecidesExactlyWhereAGradeIsSettled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := hazards.Order493().CountingMissing(rapid.Bool().Draw(t, "count missing"))
		report := drawReport(t, drawIncident(t))
		_, settled := table.Bounds(report).Settled()
		if deciding := table.Deciding(report); settled != (len(deciding) == 0) {
			t.Fatalf("settled %v, deciding %v", settled, deciding)
		}
	})
}

func drawUpdates(t *rapid.T, from measure.Date) []hazards.CasualtyUpdate {
	var out []hazards.CasualtyUpdate
	for range rapid.IntRange(0, 4).Draw(t, "updates") {
		on := from.AddDays(rapid.IntRange(0, 40).Draw(t, "days after"))
		u := hazards.CasualtyUpdate{On: on}
		if rapid.Bool().Draw(t, "deaths change") {
			u.Deaths = spec.Exactly(drawPeople(t, "deaths then")).Dated(on)
		}
		if rapid.Bool().Draw(t, "missing change") {
			u.Missing = spec.Exactly(drawPeople(t, "missing then")).Dated(on)
		}
		out = append(out, u)
	}
	return out
}

func TestCountingUpdatesTwiceChangesNothing(t *testing.T) {
	equal := cmp.Comparer(func(a, b spec.Observed[measure.People]) bool { return a == b })
	money := cmp.Comparer(func(a, b spec.Observed[measure.Money]) bool { return a == b })
	rapid.Check(t, func(t *rapid.T) {
		r := drawReport(t, drawIncident(t))
		r.Sector = rapid.SampledFrom(append(hazards.Sectors(), 0)).Draw(t, "sector")
		r.Updates = drawUpdates(t, r.Date)
		once := r.Counted()
		if diff := cmp.Diff(once, once.Counted(), equal, money); diff != "" {
			t.Fatal(diff)
		}
		if len(once.Updates) != len(r.LateUpdates()) {
			t.Fatalf("%d left, %d late", len(once.Updates), len(r.LateUpdates()))
		}
		asOf := r.Date.AddDays(rapid.IntRange(0, 50).Draw(t, "as of"))
		if diff := cmp.Diff(r.AsOf(asOf), r.AsOf(asOf).AsOf(asOf), equal, money); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestLateChangesNeverMoveTheGrade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawReport(t, drawIncident(t))
		before := hazards.Order493().Bounds(r)
		r.Updates = drawUpdates(t, r.Date.AddDays(31))
		if got := hazards.Order493().Bounds(r); got != before || len(r.LateUpdates()) != len(r.Updates) {
			t.Fatalf("%v became %v, %d of %d late", before, got, len(r.LateUpdates()), len(r.Updates))
		}
	})
}

func TestReturnsThatAddUpHaveNoMismatch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(label string, most int64) int64 { return rapid.Int64Range(0, most).Draw(t, label) }
		together, spread := n("together", 1e6), n("spread", 1e6)
		d := hazards.Disaster{Concentrated: hidePeople(t, "together known", measure.People(together)), Dispersed: hidePeople(t, "spread known", measure.People(spread)),
			Resettled: hidePeople(t, "resettled known", measure.People(together+spread)), Affected: exactly(0), MovedInPrecaution: exactly(1e6)}
		d.ConcentratedNow = hidePeople(t, "together now known", measure.People(n("together now", together)))
		injured := n("injured", 1e6)
		d.Injured, d.SeriousInjuries = hidePeople(t, "injured known", measure.People(injured)), hidePeople(t, "serious known", measure.People(n("serious", injured)))
		var parts [6]measure.Money
		total := int64(0)
		for i := range parts {
			parts[i] = measure.Fen(n("part", 1e12))
			total += parts[i].Fen()
		}
		d.DirectLoss = hideMoney(t, "loss known", measure.Fen(total))
		d.Losses = hazards.LossParts{Housing: hideMoney(t, "a", parts[0]), Agriculture: hideMoney(t, "b", parts[1]), Industry: hideMoney(t, "c", parts[2]),
			Infrastructure: hideMoney(t, "d", parts[3]), PublicServices: hideMoney(t, "e", parts[4]), Other: hideMoney(t, "f", parts[5])}
		if b := d.Balance(); len(b.Mismatches) != 0 {
			t.Fatalf("%v", b.Mismatches[0])
		}
	})
}

func TestATotalThatIsOffIsAlwaysTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		together := measure.People(rapid.Int64Range(0, 1e6).Draw(t, "together"))
		spread := measure.People(rapid.Int64Range(0, 1e6).Draw(t, "spread"))
		off := measure.People(rapid.SampledFrom([]int64{-2, -1, 1, 2}).Draw(t, "off"))
		total := together + spread + off
		if total < 0 {
			return
		}
		d := hazards.Disaster{Resettled: spec.Exactly(total), Concentrated: spec.Exactly(together), Dispersed: spec.Exactly(spread)}
		if b := d.Balance(); len(b.Mismatches) != 1 || b.Mismatches[0].Law != "resettled-parts" {
			t.Fatalf("%+v", b)
		}
	})
}

func TestAHigherGradeNeverShortensTheWay(t *testing.T) {
	places := []hazards.DivisionCode{division("500230"), division("990101"), division("429004"), {}}
	for _, place := range places {
		for i, grade := range hazards.Grades() {
			if i == 0 {
				continue
			}
			lower := hazards.Grades()[i-1]
			if hazards.ReportReaches(grade, place) < hazards.ReportReaches(lower, place) || hazards.Investigator(grade, place) < hazards.Investigator(lower, place) {
				t.Errorf("%v %v: %v before %v", place, grade, hazards.ReportReaches(grade, place), hazards.ReportReaches(lower, place))
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		told := hazards.MomentOf(measure.DateOf(2024, rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")), rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"), 0)
		can := hazards.GradeRange{Lowest: rapid.SampledFrom(hazards.Grades()).Draw(t, "lowest")}
		can.Highest = hazards.Grade(rapid.IntRange(int(can.Lowest), int(hazards.Extraordinary)).Draw(t, "highest"))
		place := rapid.SampledFrom(places).Draw(t, "place")
		by, certain := told, true
		for _, leg := range hazards.ReportLegs(told, can, place) {
			took, ok := by.Until(leg.By)
			if !ok || took != leg.Within || (leg.Certain && !certain) || leg.Certain != (leg.To <= hazards.ReportReaches(can.Lowest, place)) {
				t.Fatalf("%+v after %v", leg, by)
			}
			by, certain = leg.By, leg.Certain
		}
	})
}
