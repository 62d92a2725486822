package indicators_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestCompleteCountyMeetsAllSix(t *testing.T) {
	a := indicators.Assess(core(), county(), endOf(2025), none())
	want := []spec.Verdict{spec.Met, spec.Met, spec.Met, spec.Met, spec.Met, spec.Met}
	if diff := cmp.Diff(want, verdicts(a)); diff != "" {
		t.Error(diff)
	}
}

// Each target is met on its line and lost one unit beyond it.
func TestSixTargetsAtTheirLines(t *testing.T) {
	type years = indicators.YearStatistics
	for _, c := range []struct {
		name, id string
		year     measure.Year
		set      func(*years)
		want     spec.Verdict
	}{
		{"18 deaths against 18.2", "core-1", 2025, func(y *years) { y.AccidentDeaths = people(18) }, spec.Met},
		{"19 deaths against 18.2", "core-1", 2025, func(y *years) { y.AccidentDeaths = people(19) }, spec.Unmet},
		{"91 deaths on a base of 100", "core-1", 2020, func(y *years) { y.AccidentDeaths = people(100) }, spec.Met},
		{"one major accident", "core-2", 2022, func(y *years) { y.MajorAccidents = count(1) }, spec.Unmet},
		// base 20/340, limit 0.625 of it: 12.5/340 = 18/489.6
		{"output 489.6", "core-3", 2025, func(y *years) { y.GDP = spec.Exactly(measure.Fen(4896 * 1e9)) }, spec.Met},
		{"output 489.5", "core-3", 2025, func(y *years) { y.GDP = spec.Exactly(measure.Fen(4895 * 1e9)) }, spec.Unmet},
		// loss shares of the other four years: 2/380 + 2/420 + 2/460 + 2/500
		{"loss just within a mean of 1 %", "core-4", 2025, func(y *years) { y.GDP = yi(100); y.DisasterLoss = wan(31_626) }, spec.Met},
		{"loss just beyond a mean of 1 %", "core-4", 2025, func(y *years) { y.GDP = yi(100); y.DisasterLoss = wan(31_628) }, spec.Unmet},
		{"2 deaths of 2.8", "core-5", 2023, func(y *years) { y.DisasterDeaths = people(2) }, spec.Met},
		{"3 deaths of 2.8", "core-5", 2023, func(y *years) { y.DisasterDeaths = people(3) }, spec.Unmet},
		// five years of 15 % of 560,000 are 420,000; four years had 280,000
		{"139,999 affected", "core-6", 2024, func(y *years) { y.Affected = count(139_999) }, spec.Met},
		{"140,000 affected, the limit itself", "core-6", 2024, func(y *years) { y.Affected = count(140_000) }, spec.Unmet},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := evaluate(t, c.id, with(county(), c.year, c.set), endOf(2025), none())
			if e.Judgement.Verdict != c.want {
				t.Errorf("%v, want %v (actual %v, required %v)", e.Judgement.Verdict, c.want, e.Value.Low, e.Judgement.Required)
			}
		})
	}
}

func TestNothingReportedIsUnknownAndSaysWhatToCollect(t *testing.T) {
	r := indicators.Records{Subject: spec.Subject{Kind: "county", ID: "500230"}}
	var missing [][]string
	for _, f := range indicators.Assess(core(), r, endOf(2025), none()).Findings() {
		if f.Target == "" {
			continue
		}
		if f.Verdict != spec.Unknown || f.Actual.Known() {
			t.Errorf("%s: %v %v", f.Target, f.Verdict, f.Actual)
		}
		var keys []string
		for _, n := range f.Missing {
			keys = append(keys, n.Key)
			if !n.Question.Complete() || !n.Who.Complete() {
				t.Errorf("%s: incomplete need %+v", f.Target, n)
			}
		}
		missing = append(missing, keys)
	}
	want := []string{"county.yaml: years[2020].accident_deaths", "county.yaml: years[2025].accident_deaths"}
	if diff := cmp.Diff(want, missing[0]); diff != "" {
		t.Error(diff)
	}
	if got := []int{len(missing[1]), len(missing[2]), len(missing[3]), len(missing[4]), len(missing[5])}; !cmp.Equal(got, []int{5, 4, 10, 10, 10}) {
		t.Errorf("needs: %v", got)
	}
}

// On the day the plan was issued one year of it was over.
func TestOnlyFinishedYearsAreAskedFor(t *testing.T) {
	f := finding(t, "core-2", indicators.Records{}, measure.DateOf(2022, 8, 2), none())
	if len(f.Missing) != 1 || f.Missing[0].Key != "county.yaml: years[2021].major_accidents" {
		t.Errorf("%+v", f.Missing)
	}
	if f.Reason.Code != spec.ReasonNoData {
		t.Errorf("reason %s", f.Reason.Code)
	}
}

func TestMajorAccidentIsLostForGood(t *testing.T) {
	r := with(county(), 2021, func(y *indicators.YearStatistics) { y.MajorAccidents = count(1) })
	for _, asOf := range []measure.Date{endOf(2021), measure.DateOf(2022, 8, 2), endOf(2024)} {
		f := finding(t, "core-2", r, asOf, none())
		if f.Verdict != spec.Unmet || f.Reason.Code != spec.ReasonBreached || f.Bound != spec.AtLeastBound || f.Actual.String() != "1" {
			t.Errorf("%s: %v %s %v %s", asOf, f.Verdict, f.Reason.Code, f.Bound, f.Actual)
		}
	}
}

func TestNoMajorAccidentSoFarIsNotMetYet(t *testing.T) {
	f := finding(t, "core-2", county(), measure.DateOf(2025, 12, 30), none())
	if f.Verdict != spec.Unknown || f.Reason.Code != spec.ReasonNotDue || f.Bound != spec.AtLeastBound || f.Actual.String() != "0" {
		t.Errorf("%v %s %v %q", f.Verdict, f.Reason.Code, f.Bound, f.Actual)
	}
	if len(f.Missing) != 0 {
		t.Errorf("missing %v", f.Missing)
	}
	if f := finding(t, "core-2", county(), endOf(2025), none()); f.Verdict != spec.Met {
		t.Errorf("on the last day: %v", f.Verdict)
	}
}

// A mean of 1 % over five years is lost when two years lost 2.6 % each, though
// three years are still to come.
func TestYearlyMeanIsLostEarlyOnlyWhereNothingCanSaveIt(t *testing.T) {
	r := with(county(), 2021, func(y *indicators.YearStatistics) { y.DisasterLoss = wan(98_800) }) // 2.6 % of 380
	r = with(r, 2022, func(y *indicators.YearStatistics) { y.DisasterLoss = wan(109_200) })        // 2.6 % of 420
	e := evaluate(t, "core-4", r, endOf(2022), none())
	if e.Judgement.Verdict != spec.Unmet || e.Judgement.Code != spec.ReasonBreached {
		t.Errorf("%v %s", e.Judgement.Verdict, e.Judgement.Code)
	}
	// Pooled, a large output of the years to come could still save it.
	e = evaluate(t, "core-4", r, endOf(2022), none().With(indicators.ReadingYearlyMean, "pooled"))
	if e.Judgement.Verdict != spec.Unknown || e.Judgement.Code != spec.ReasonNotDue {
		t.Errorf("pooled: %v %s", e.Judgement.Verdict, e.Judgement.Code)
	}
	r = with(r, 2022, func(y *indicators.YearStatistics) { y.DisasterLoss = wan(100_800) }) // 2.4 %: exactly 5 in all
	if e = evaluate(t, "core-4", r, endOf(2022), none()); e.Judgement.Verdict != spec.Unknown {
		t.Errorf("on the line: %v", e.Judgement.Verdict)
	}
}

func TestZeroBaseHasNoRate(t *testing.T) {
	r := with(county(), 2020, func(y *indicators.YearStatistics) { y.AccidentDeaths = people(0) })
	f := finding(t, "core-1", r, endOf(2025), none())
	if f.Verdict != spec.Unknown || f.Reason.Code != spec.ReasonZeroBase {
		t.Errorf("%v %s", f.Verdict, f.Reason.Code)
	}
	zero := none().With(indicators.ReadingZeroBase, "zero-stays-zero")
	if f := finding(t, "core-1", r, endOf(2025), zero); f.Verdict != spec.Unmet {
		t.Errorf("18 deaths: %v", f.Verdict)
	}
	r = with(r, 2025, func(y *indicators.YearStatistics) { y.AccidentDeaths = people(0) })
	if f := finding(t, "core-1", r, endOf(2025), zero); f.Verdict != spec.Met {
		t.Errorf("no deaths: %v", f.Verdict)
	}
}

// A base known only between bounds that include zero may have no rate: then not
// even no deaths at all meet the fall, nor any number misses it.
func TestBaseThatMayBeZeroDecidesNothing(t *testing.T) {
	zero := none().With(indicators.ReadingZeroBase, "zero-stays-zero")
	for _, c := range []struct {
		name       string
		base       spec.Observed[measure.People]
		deaths     int64
		want, stay spec.Verdict // by default, and where zero must stay zero
	}{
		{"at least none, none now", spec.AtLeast[measure.People](0), 0, spec.Unknown, spec.Met},
		{"at most five, six now", spec.AtMost[measure.People](5), 6, spec.Unknown, spec.Unmet},
		{"none to five, six now", spec.Between[measure.People](0, 5), 6, spec.Unknown, spec.Unmet},
		{"one to five, six now", spec.Between[measure.People](1, 5), 6, spec.Unmet, spec.Unmet},
		{"at least one, none now", spec.AtLeast[measure.People](1), 0, spec.Met, spec.Met},
		{"unknown, none now", spec.Observed[measure.People]{}, 0, spec.Unknown, spec.Unknown},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := with(county(), 2020, func(y *years) { y.AccidentDeaths = c.base })
			r = with(r, 2025, func(y *years) { y.AccidentDeaths = people(c.deaths) })
			if e := evaluate(t, "core-1", r, endOf(2025), none()); e.Judgement.Verdict != c.want {
				t.Errorf("%v (%s), want %v", e.Judgement.Verdict, e.Judgement.Code, c.want)
			}
			if e := evaluate(t, "core-1", r, endOf(2025), zero); e.Judgement.Verdict != c.stay {
				t.Errorf("zero stays zero: %v, want %v", e.Judgement.Verdict, c.stay)
			}
		})
	}
}

func TestLaterFiguresAreNotRead(t *testing.T) {
	r := with(county(), 2025, func(y *indicators.YearStatistics) {
		y.AccidentDeaths = people(18).Dated(measure.DateOf(2026, 2, 1))
	})
	f := finding(t, "core-1", r, endOf(2025), none())
	if f.Verdict != spec.Unknown || len(f.Missing) != 1 || f.Missing[0].Key != "county.yaml: years[2025].accident_deaths" {
		t.Errorf("%v %v", f.Verdict, f.Missing)
	}
	if f := finding(t, "core-1", r, measure.DateOf(2026, 2, 1), none()); f.Verdict != spec.Met {
		t.Errorf("when known: %v", f.Verdict)
	}
}

// Of two entries for one year without date and status none stands before the
// other: the truth is one of both, and an entry without the figure says nothing.
func TestTwoFiguresOfTheSameStandingAreBounds(t *testing.T) {
	r := county()
	r.Years = append([]indicators.YearStatistics{{Year: 2025}, {Year: 2025, AccidentDeaths: people(19)}}, r.Years...)
	if e := evaluate(t, "core-1", r, endOf(2025), none()); e.Judgement.Verdict != spec.Unknown || !e.Value.Low.Equal(measure.Whole(18)) || !e.Value.High.Equal(measure.Whole(19)) {
		t.Errorf("%v of %v", e.Judgement.Verdict, e.Value)
	}
	r.Years[1].AccidentDeaths = people(17)
	if e := evaluate(t, "core-1", r, endOf(2025), none()); e.Judgement.Verdict != spec.Met {
		t.Errorf("both meet it: %v", e.Judgement.Verdict)
	}
}

func TestFaultyTargetIsUnknownWithItsFault(t *testing.T) {
	p := core()
	for name, i := range map[string]indicators.Indicator{
		"no measurand":   {Target: ceiling("1")},
		"no limit":       {Target: spec.Target{Form: spec.Ceiling}, Measurand: indicators.Accidents},
		"other unit":     {Target: spec.Target{Form: spec.Zero, Unit: spec.Percent}, Measurand: indicators.Accidents},
		"span of change": {Target: spec.Target{Form: spec.YearlyChange, Change: ratio("0"), Direction: spec.LowerBetter}, Measurand: indicators.Accidents, Over: indicators.Total},
		"two bases": {Measurand: indicators.Accidents, Target: spec.Target{Form: spec.Both, Parts: []spec.Target{
			{Form: spec.NotWorse, Direction: spec.LowerBetter}, {Form: spec.Relative, Direction: spec.LowerBetter}}}},
	} {
		e := indicators.Evaluate(i, p, county(), endOf(2025), none())
		if e.Judgement.Verdict != spec.Unknown || e.Fault == nil || e.Judgement.Code != spec.ReasonUndefined {
			t.Errorf("%s: %v %s %v", name, e.Judgement.Verdict, e.Judgement.Code, e.Fault)
		}
		f := indicators.Assess(indicators.Provisions{Period: p.Period, Targets: []indicators.Indicator{i}}, county(), endOf(2025), none()).Findings()[0]
		if !f.Reason.Text.Complete() {
			t.Errorf("%s: reason %+v", name, f.Reason)
		}
	}
	if e := indicators.Evaluate(p.Targets[0], indicators.Provisions{}, county(), endOf(2025), none()); e.Judgement.Code != spec.ReasonUndefined {
		t.Errorf("no period: %s", e.Judgement.Code)
	}
}
