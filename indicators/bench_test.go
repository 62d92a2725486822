package indicators_test

import (
	"sync"
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
)

func TestTallyAllocatesNothingPerRecord(t *testing.T) {
	var incidents indicators.IncidentTally
	var disasters indicators.DisasterTally
	one := hazards.Incident{Date: measure.DateOf(2025, 3, 1), Sector: hazards.RoadTransport, Deaths: 3}
	reported := one.Reported()
	flood := hazards.Disaster{From: measure.DateOf(2025, 7, 1), Deaths: people(1), DirectLoss: wan(5)}
	grades := hazards.GradeRange{Lowest: hazards.Large, Highest: hazards.Major}
	if n := testing.AllocsPerRun(100, func() {
		incidents.Add(&one, hazards.Large)
		incidents.AddReported(&reported, grades)
		disasters.Add(&flood)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// All targets are judged with a few allocations each: 68 when this was written.
func TestAssessingAllTargetsStaysWithinItsAllocations(t *testing.T) {
	p, r := all(), watched()
	if n := testing.AllocsPerRun(100, func() { indicators.Assess(p, r, endOf(2025), none()) }); n > 80 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkIncidentTallyAdd(b *testing.B) {
	var tally indicators.IncidentTally
	one := hazards.Incident{Date: measure.DateOf(2025, 3, 1), Sector: hazards.RoadTransport, Deaths: 3}
	b.ReportAllocs()
	for b.Loop() {
		tally.Add(&one, hazards.Large)
	}
}

func BenchmarkDisasterTallyAdd(b *testing.B) {
	var tally indicators.DisasterTally
	flood := hazards.Disaster{From: measure.DateOf(2025, 7, 1), Deaths: people(1), DirectLoss: wan(5)}
	b.ReportAllocs()
	for b.Loop() {
		tally.Add(&flood)
	}
}

func BenchmarkAssessSix(b *testing.B) {
	p, r := core(), county()
	b.ReportAllocs()
	for b.Loop() {
		indicators.Assess(p, r, endOf(2025), none())
	}
}

func BenchmarkFindingsOfSix(b *testing.B) {
	a := indicators.Assess(core(), county(), endOf(2025), none())
	b.ReportAllocs()
	for b.Loop() {
		a.Findings()
	}
}

func BenchmarkDeathsPerYiYuan(b *testing.B) {
	gdp := measure.Fen(450 * 1e10)
	b.ReportAllocs()
	for b.Loop() {
		indicators.DeathsPerYiYuan(18, gdp)
	}
}

// All twelve targets of the plan, with two alternatives.
func BenchmarkAssessAllTargets(b *testing.B) {
	p, r := all(), watched()
	b.ReportAllocs()
	for b.Loop() {
		indicators.Assess(p, r, endOf(2025), none())
	}
}

func BenchmarkMidTerms(b *testing.B) {
	a := indicators.Assess(all(), watched(), endOf(2025), none())
	b.ReportAllocs()
	for b.Loop() {
		a.MidTerms()
	}
}

// incidents of 39 counties over five years, by county in runs of ten as they come out of
// a province's table.
func manyIncidents(n int) []hazards.Incident {
	var codes []hazards.DivisionCode
	for i := range 39 {
		code, err := hazards.ParseDivisionCode("99" + string(rune('0'+i/10)) + string(rune('0'+i%10)) + "01101")
		if err != nil {
			panic(err)
		}
		codes = append(codes, code)
	}
	sectors := hazards.Sectors()
	out := make([]hazards.Incident, n)
	for i := range out {
		out[i] = hazards.Incident{
			Date: measure.DateOf(2021+i*7%5, 1+i%12, 1+i%28), Place: codes[i/10*11%len(codes)],
			Sector: sectors[i%len(sectors)], Deaths: measure.People(i % 4), SeriousInjuries: measure.People(i % 12),
		}
	}
	return out
}

const million3 = 3_000_000

// What the tally is held against: the same counts by hand in the plainest loop.
func BenchmarkThreeMillionBareLoop(b *testing.B) {
	incidents, table := manyIncidents(million3), hazards.Order493()
	type counts struct{ accidents, large, major, deaths, road, building int64 }
	type key struct {
		county string
		year   measure.Year
	}
	b.ReportAllocs()
	for b.Loop() {
		out := map[key]*counts{}
		for i := range incidents {
			one := &incidents[i]
			k := key{one.Place.Short()[:6], one.Date.Year()}
			c := out[k]
			if c == nil {
				c = &counts{}
				out[k] = c
			}
			c.accidents++
			grade := table.Grade(*one)
			if grade >= hazards.Large {
				c.large++
			}
			if grade >= hazards.Major {
				c.major++
			}
			c.deaths += int64(one.Deaths)
			switch one.Sector {
			case hazards.RoadTransport:
				c.road += int64(one.Deaths)
			case hazards.Construction:
				c.building += int64(one.Deaths)
			}
		}
	}
}

// The harder yardstick: the same counts into an array laid out beforehand, for which the
// counties and the years must be known before the first record.
func BenchmarkThreeMillionPresetArray(b *testing.B) {
	incidents, table := manyIncidents(million3), hazards.Order493()
	type counts struct{ accidents, large, major, deaths, road, building int64 }
	var out [100][5]counts
	b.ReportAllocs()
	for b.Loop() {
		clear(out[:])
		for i := range incidents {
			one := &incidents[i]
			place := one.Place.Short()
			c := &out[(place[2]-'0')*10+place[3]-'0'][one.Date.Year()-2021]
			c.accidents++
			grade := table.Grade(*one)
			if grade >= hazards.Large {
				c.large++
			}
			if grade >= hazards.Major {
				c.major++
			}
			c.deaths += int64(one.Deaths)
			switch one.Sector {
			case hazards.RoadTransport:
				c.road += int64(one.Deaths)
			case hazards.Construction:
				c.building += int64(one.Deaths)
			}
		}
	}
}

func BenchmarkThreeMillionTally(b *testing.B) {
	incidents, table := manyIncidents(million3), hazards.Order493()
	b.ReportAllocs()
	for b.Loop() {
		var tally indicators.DivisionTally
		for i := range incidents {
			tally.Add(&incidents[i], table.Grade(incidents[i]))
		}
	}
}

// Two goroutines with a tally each, merged at the end.
func BenchmarkThreeMillionTallyOnTwoCores(b *testing.B) {
	incidents, table := manyIncidents(million3), hazards.Order493()
	b.ReportAllocs()
	for b.Loop() {
		var parts [2]indicators.DivisionTally
		var group sync.WaitGroup
		for k := range parts {
			half := incidents[k*million3/2 : (k+1)*million3/2]
			group.Go(func() {
				for i := range half {
					parts[k].Add(&half[i], table.Grade(half[i]))
				}
			})
		}
		group.Wait()
		parts[0].Merge(parts[1])
	}
}
