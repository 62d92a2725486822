package hazards_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func division(s string) hazards.DivisionCode {
	code, err := hazards.ParseDivisionCode(s)
	if err != nil {
		panic(err)
	}
	return code
}

func wanYuan(s string) measure.Money {
	m, err := measure.WanYuan(decimal.RequireFromString(s))
	if err != nil {
		panic(err)
	}
	return m
}

func period(s string) measure.Period {
	p, err := measure.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

func clause(place string) spec.Source {
	return spec.Source{Document: "丰都县应急管理“十四五”规划", Place: place, Standing: spec.InPlan}
}

// fengduLeads is the plan's own catalogue of commands, typed apart from the
// plan's file.
func fengduLeads() hazards.Provisions {
	source := clause("三（一）2")
	command := func(id, zh, en string) hazards.Body {
		return hazards.Body{ID: id, Name: spec.T(en, zh), Source: source}
	}
	p := hazards.Provisions{
		Period: period("2021-2025"),
		Commands: []hazards.Body{
			command("flood", "防汛抗旱指挥部", "flood and drought command"),
			command("forest", "森林防灭火指挥部", "forest fire command"),
			command("quake", "抗震救灾指挥部", "earthquake relief command"),
			command("weather", "气象灾害指挥部", "meteorological hazards command"),
		},
		Hazards: []hazards.HazardLead{
			{Hazard: hazards.Earthquake, Command: "quake", Source: source},
			{Hazard: hazards.Geological, With: hazards.Earthquake, Source: clause("一（二）4")},
			{Hazard: hazards.Meteorological, Command: "weather", Source: source},
			{Hazard: hazards.FloodDrought, Command: "flood", Source: source},
			{Hazard: hazards.ForestFire, Command: "forest", Source: source},
		},
	}
	without := map[hazards.Sector]bool{hazards.HazardousWaste: true, hazards.IndustrialParks: true}
	for _, sector := range hazards.Sectors() {
		lead := hazards.SectorLead{Sector: sector, Heading: sector.In(spec.Chinese) + "安全", Source: clause("三（三~）4~")}
		if !without[sector] {
			lead.Office = sector.String() + "-office"
			p.Offices = append(p.Offices, command(lead.Office, sector.In(spec.Chinese)+"安全办公室", sector.In(spec.English)+" office"))
		}
		p.Sectors = append(p.Sectors, lead)
	}
	return p
}

func countySubject() spec.Subject {
	return spec.Subject{Kind: "county", ID: "500230", Name: "丰都县"}
}

// drawPeople draws around the thresholds as often as far from them.
func drawPeople(t *rapid.T, label string) measure.People {
	return measure.People(rapid.OneOf(
		rapid.SampledFrom([]int64{0, 1, 2, 3, 4, 9, 10, 11, 29, 30, 31, 49, 50, 51, 99, 100, 101}),
		rapid.Int64Range(0, 200),
		rapid.Int64Range(0, 1<<63-1),
	).Draw(t, label))
}

func drawLoss(t *rapid.T, label string) measure.Money {
	const wan = 1_000_000 // fen
	at := rapid.SampledFrom([]int64{0, 1000 * wan, 5000 * wan, 10000 * wan}).Draw(t, label+" near")
	return measure.Fen(max(0, at+rapid.OneOf(rapid.Int64Range(-2, 2), rapid.Int64Range(0, 20000*wan)).Draw(t, label+" off")))
}

func drawIncident(t *rapid.T) hazards.Incident {
	return hazards.Incident{
		ID:              rapid.StringMatching(`[a-z]{4}`).Draw(t, "id"),
		Date:            measure.DateOf(rapid.IntRange(2019, 2027).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")),
		Deaths:          drawPeople(t, "deaths"),
		Missing:         drawPeople(t, "missing"),
		SeriousInjuries: drawPeople(t, "injuries"),
		DirectLoss:      drawLoss(t, "loss"),
	}
}

// hide replaces a known value by something that is still true of it.
func hide[T any](t *rapid.T, label string, v, less, more T) spec.Observed[T] {
	switch rapid.IntRange(0, 4).Draw(t, label) {
	case 0:
		return spec.Observed[T]{}
	case 1:
		return spec.AtLeast(less)
	case 2:
		return spec.AtMost(more)
	case 3:
		return spec.Between(less, more)
	}
	return spec.Exactly(v)
}

func hidePeople(t *rapid.T, label string, v measure.People) spec.Observed[measure.People] {
	less := v - measure.People(rapid.Int64Range(0, int64(min(v, 40))).Draw(t, label+" less"))
	more := v + measure.People(rapid.Int64Range(0, int64(min(1<<63-1-v, 40))).Draw(t, label+" more"))
	return hide(t, label, v, less, more)
}

func drawReport(t *rapid.T, i hazards.Incident) hazards.ReportedIncident {
	r := i.Reported()
	r.Deaths = hidePeople(t, "deaths as reported", i.Deaths)
	r.Missing = hidePeople(t, "missing as reported", i.Missing)
	r.SeriousInjuries = hidePeople(t, "injuries as reported", i.SeriousInjuries)
	more := measure.Fen(i.DirectLoss.Fen() + rapid.Int64Range(0, 1e10).Draw(t, "loss more"))
	r.DirectLoss = hide(t, "loss as reported", i.DirectLoss, measure.Fen(0), more)
	return r
}

func findingOf(t *testing.T, findings []spec.Finding, rule string) spec.Finding {
	t.Helper()
	for _, f := range findings {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no finding of %s", rule)
	return spec.Finding{}
}
