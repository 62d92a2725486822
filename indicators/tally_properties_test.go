package indicators_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func drawIncidents(t *rapid.T) []hazards.Incident {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) hazards.Incident {
		return hazards.Incident{
			Date:   measure.DateOf(rapid.IntRange(2019, 2026).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")),
			Sector: rapid.SampledFrom(append(hazards.Sectors(), hazards.OtherSector)).Draw(t, "sector"),
			Deaths: measure.People(rapid.Int64Range(0, 12).Draw(t, "deaths")), SeriousInjuries: measure.People(rapid.Int64Range(0, 60).Draw(t, "injured")),
		}
	}), 0, 30).Draw(t, "incidents")
}

// Tallies of parts, merged in any order, are the tally of the whole.
func TestMergedTalliesAreTheWhole(t *testing.T) {
	table := hazards.Order493()
	rapid.Check(t, func(t *rapid.T) {
		incidents := drawIncidents(t)
		cut := rapid.IntRange(0, len(incidents)).Draw(t, "cut")
		var whole, first, second, merged indicators.IncidentTally
		for i := range incidents {
			part := &first
			if i >= cut {
				part = &second
			}
			whole.Add(&incidents[i], table.Grade(incidents[i]))
			part.Add(&incidents[i], table.Grade(incidents[i]))
		}
		merged.Merge(second)
		merged.Merge(first)
		for y := measure.Year(2018); y <= 2027; y++ {
			if diff := cmp.Diff(whole.Year(y), merged.Year(y), comparers()); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

func TestMergedDisasterTalliesAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var whole, first, second indicators.DisasterTally
		for range rapid.IntRange(0, 12).Draw(t, "disasters") {
			d := hazards.Disaster{From: measure.DateOf(rapid.IntRange(2020, 2022).Draw(t, "year"), 7, 1),
				Deaths: people(rapid.Int64Range(0, 3).Draw(t, "deaths")), Affected: spec.AtLeast(measure.People(rapid.Int64Range(0, 900).Draw(t, "affected")))}
			if rapid.Bool().Draw(t, "loss known") {
				d.DirectLoss = wan(rapid.Int64Range(0, 900).Draw(t, "loss"))
			}
			whole.Add(&d)
			if rapid.Bool().Draw(t, "part") {
				first.Add(&d)
			} else {
				second.Add(&d)
			}
		}
		second.Merge(first)
		for y := measure.Year(2020); y <= 2022; y++ {
			if diff := cmp.Diff(whole.Year(y), second.Year(y), comparers()); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// A table that covers every year says what the yearly figures counted from it
// by hand say.
func TestTablesSayWhatTheirTotalsSay(t *testing.T) {
	table := hazards.Order493()
	rapid.Check(t, func(t *rapid.T) {
		incidents := drawIncidents(t)
		byTable := counted(period(2015, 2026), incidents...)
		var byYear indicators.Records
		for y := measure.Year(2015); y <= 2026; y++ {
			var n, large, major, deaths, road, building int64
			for _, i := range incidents {
				if i.Date.Year() != y {
					continue
				}
				n++
				deaths += int64(i.Deaths)
				if i.Deaths >= 3 || i.SeriousInjuries >= 10 {
					large++
				}
				if table.Grade(i) >= hazards.Major {
					major++
				}
				switch i.Sector {
				case hazards.RoadTransport:
					road += int64(i.Deaths)
				case hazards.Construction:
					building += int64(i.Deaths)
				}
			}
			byYear.Years = append(byYear.Years, indicators.YearStatistics{Year: y, Accidents: count(n), LargeAccidents: count(large),
				MajorAccidents: count(major), AccidentDeaths: people(deaths), RoadDeaths: people(road), ConstructionDeaths: people(building)})
		}
		_, over, target := drawTarget(t)
		m := rapid.SampledFrom([]indicators.Measurand{indicators.AccidentDeaths, indicators.MajorAccidents, indicators.LargeAccidents,
			indicators.RoadDeaths, indicators.ConstructionDeaths, indicators.Accidents}).Draw(t, "of the table")
		i := indicator("x", m, over, target)
		a := indicators.Evaluate(i, plan(), byTable, endOf(2025), none())
		b := indicators.Evaluate(i, plan(), byYear, endOf(2025), none())
		if a.Judgement.Verdict != b.Judgement.Verdict || !a.Value.Low.Equal(b.Value.Low) || !a.Value.High.Equal(b.Value.High) {
			t.Fatalf("%v of %v, by hand %v of %v", a.Judgement.Verdict, a.Value, b.Judgement.Verdict, b.Value)
		}
	})
}

// The order of the years in the records changes nothing.
func TestOrderOfYearsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawCounty(t)
		shuffled := r
		shuffled.Years = append([]indicators.YearStatistics(nil), r.Years...)
		seed := rapid.Uint64().Draw(t, "seed")
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled.Years), func(i, j int) {
			shuffled.Years[i], shuffled.Years[j] = shuffled.Years[j], shuffled.Years[i]
		})
		a := indicators.Assess(core(), r, endOf(2025), none()).Findings()
		b := indicators.Assess(core(), shuffled, endOf(2025), none()).Findings()
		amounts := cmp.Comparer(func(a, b spec.Amount) bool { return a.Equal(b) && a.String() == b.String() })
		if diff := cmp.Diff(a, b, amounts); diff != "" {
			t.Fatal(diff)
		}
	})
}
