package indicators_test

import (
	"testing"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// table gives a county a table of accidents with so many deaths in 2025, each
// in an accident of its own, which covers the years given.
func table(r indicators.Records, deaths int, covered measure.Period) indicators.Records {
	r.Hazards.HasIncidents, r.Hazards.IncidentYears = true, covered
	for range deaths {
		one := hazards.Incident{Date: measure.DateOf(2025, 5, 6), Sector: hazards.RoadTransport, Deaths: 1}
		r.Hazards.Incidents = append(r.Hazards.Incidents, one.Reported())
	}
	return r
}

func stated(deaths spec.Observed[measure.People]) indicators.Records {
	return indicators.Records{Subject: spec.Subject{Kind: "county", ID: "990101"}, Years: []indicators.YearStatistics{{Year: 2025, AccidentDeaths: deaths}}}
}

func rolled(t *testing.T, a indicators.Assessment) (f spec.Finding, units []spec.Finding) {
	t.Helper()
	const rule = "indicators.stated-against-table"
	for _, one := range a.UnitFindings() {
		if one.Rule == rule {
			units = append(units, one)
		}
	}
	for _, one := range a.Findings() {
		if one.Rule == rule {
			return one, units
		}
	}
	t.Fatal("no finding")
	return f, nil
}

func TestAStatedFigureIsHeldAgainstTheTable(t *testing.T) {
	all, none2025 := period(2021, 2025), period(2021, 2024)
	for _, c := range []struct {
		name    string
		records indicators.Records
		asOf    measure.Date
		want    spec.Verdict
	}{
		{"equal", table(stated(people(7)), 7, all), endOf(2025), spec.Met},
		{"one more by the table", table(stated(people(6)), 7, all), endOf(2025), spec.Unmet},
		{"one fewer by the table", table(stated(people(8)), 7, all), endOf(2025), spec.Unmet},
		{"an incomplete table with fewer", table(stated(people(8)), 7, none2025), endOf(2025), spec.Met},
		{"an incomplete table with as many", table(stated(people(7)), 7, none2025), endOf(2025), spec.Met},
		{"an incomplete table with more", table(stated(people(6)), 7, none2025), endOf(2025), spec.Unmet},
		{"bounds that hold it", table(stated(spec.AtLeast(measure.People(7))), 7, all), endOf(2025), spec.Met},
		{"bounds that do not", table(stated(spec.AtLeast(measure.People(8))), 7, all), endOf(2025), spec.Unmet},
		{"nothing stated", table(stated(spec.Observed[measure.People]{}), 7, all), endOf(2025), spec.NotApplicable},
		{"no table", stated(people(7)), endOf(2025), spec.NotApplicable},
		{"the year is running", table(stated(people(6)), 7, all), measure.DateOf(2025, 12, 30), spec.NotApplicable},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := indicators.Assess(core(), c.records, c.asOf, none())
			f, units := rolled(t, a)
			if f.Verdict != c.want {
				t.Errorf("%s: %s", f.Verdict, f.Reason.Text.EN)
			}
			if (c.want == spec.NotApplicable) != (len(units) == 0) || (c.want == spec.Unmet) != (len(a.Contradictions()) == 1) {
				t.Errorf("%d units, %d contradictions", len(units), len(a.Contradictions()))
			}
			for _, u := range units {
				if u.Verdict != c.want {
					t.Errorf("unit %s", u.Verdict)
				}
			}
		})
	}
}

func TestBothValuesOfAContradictionAreKept(t *testing.T) {
	a := indicators.Assess(core(), table(stated(people(6)), 7, period(2021, 2025)), endOf(2025), none())
	f, units := rolled(t, a)
	if input(f, "accident_deaths.2025") != "6" || input(f, "accident_deaths.2025.beside") != "7" {
		t.Errorf("inputs %v", f.Inputs)
	}
	if f.Actual.String() != "1" || f.Required.String() != "0" || f.Gap.String() != "1" {
		t.Errorf("%s of %s, gap %s", f.Actual, f.Required, f.Gap)
	}
	if u := units[0]; u.Actual.String() != "6" || u.Required.String() != "7" || u.Gap.String() != "1" {
		t.Errorf("unit %s of %s, gap %s", u.Actual, u.Required, u.Gap)
	}
	if want := "deaths in work accidents, 2025: 6 stated, 7 by incidents.csv"; f.Reason.Text.EN != want {
		t.Errorf("%q, want %q", f.Reason.Text.EN, want)
	}
}

func TestTheReadingSaysWhichValueDecides(t *testing.T) {
	i := indicator("x", indicators.AccidentDeaths, indicators.LastYear, ceiling("6"))
	counted := none().With(indicators.ReadingStatedOrCounted, "counted")
	complete, partly := period(2021, 2025), period(2021, 2024)
	for _, c := range []struct {
		name    string
		covered measure.Period
		choices spec.Choices
		want    spec.Verdict
		value   string
	}{
		{"stated", complete, none(), spec.Met, "6"},
		{"counted", complete, counted, spec.Unmet, "7"},
		{"an incomplete table never decides", partly, counted, spec.Met, "6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := indicators.Evaluate(i, plan(), table(stated(people(6)), 7, c.covered), endOf(2025), c.choices)
			if e.Judgement.Verdict != c.want || e.Value.Low.Text(0) != c.value {
				t.Errorf("%s, %s", e.Judgement.Verdict, e.Value.Low.Text(0))
			}
			option := c.choices.Of(reading(t, indicators.ReadingStatedOrCounted))
			if !has(e.Readings, indicators.ReadingStatedOrCounted+"="+option) {
				t.Errorf("readings %v", e.Readings)
			}
			if e.Figures[0].Table == (spec.Value{}) {
				t.Error("the other value is lost")
			}
		})
	}
}

func TestAgreeingValuesLeaveNoReadingOpen(t *testing.T) {
	i := indicator("x", indicators.AccidentDeaths, indicators.LastYear, ceiling("6"))
	e := indicators.Evaluate(i, plan(), table(stated(people(7)), 7, period(2021, 2025)), endOf(2025), none())
	if has(e.Readings, indicators.ReadingStatedOrCounted+"=stated") {
		t.Errorf("readings %v", e.Readings)
	}
}

func TestABaseYearThatThePlanStatesIsNoReading(t *testing.T) {
	i := indicator("x", indicators.AccidentDeaths, indicators.LastYear, change("-9"))
	for _, c := range []struct {
		standing spec.Standing
		open     bool
	}{
		{spec.InPlan, false}, {spec.Published, false}, {spec.Invented, false}, {spec.Ours, true},
	} {
		p := core()
		p.BaseYear = spec.Cite(measure.Year(2019), spec.Source{Document: "规划", Place: "表", Standing: c.standing})
		e := indicators.Evaluate(i, p, county(), endOf(2025), none())
		open := has(e.Readings, indicators.ReadingBaseYear+"=year-before-period")
		if open != c.open || e.BaseYears[0].Year != 2019 {
			t.Errorf("%s: open %v, base %v", c.standing, open, e.BaseYears)
		}
		mean := none().With(indicators.ReadingBaseYear, "previous-period-mean")
		if e := indicators.Evaluate(i, p, county(), endOf(2025), mean); (len(e.BaseYears) == 5) != c.open {
			t.Errorf("%s: the base is %v", c.standing, e.BaseYears)
		}
	}
}
