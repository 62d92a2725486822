package indicators_test

import (
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
