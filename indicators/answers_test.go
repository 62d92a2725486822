package indicators_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/county-emergency/emergency/indicators"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

func TestSharesOfTheWay(t *testing.T) {
	for _, c := range []struct {
		path indicators.Path
		year measure.Year
		want string
	}{
		{indicators.Linear, 2019, "0"}, {indicators.Linear, 2020, "0"}, {indicators.Linear, 2021, "0.2"}, {indicators.Linear, 2023, "0.6"},
		{indicators.Linear, 2025, "1"}, {indicators.Linear, 2030, "1"},
		{indicators.Stepped, 2022, "0"}, {indicators.Stepped, 2023, "0.5"}, {indicators.Stepped, 2024, "0.5"}, {indicators.Stepped, 2025, "1"},
		{indicators.Held, 2020, "1"}, {indicators.Held, 2023, "1"},
	} {
		if got := c.path.Share(2020, 2023, 2025, c.year); !got.Equal(ratio(c.want)) {
			t.Errorf("%s in %s: %v, want %s", c.path, c.year, got, c.want)
		}
	}
	if indicators.Path(0).Share(2020, 2023, 2025, 2023).Known() || indicators.Path(9).String() != "" {
		t.Error("an unset path has a share")
	}
}

// 20 deaths less 9 % by 2025: 18.92 by the end of 2023 on a straight line, 19.1
// in two steps, 18.2 at once.
func TestMilestonesOfTheFall(t *testing.T) {
	for path, want := range map[string]string{"linear": "18.92", "stepped": "19.1", "held": "18.2"} {
		a := indicators.Assess(all(), watched(), endOf(2025), none().With(indicators.ReadingTrajectory, path))
		m := a.MidTerms()[0]
		if m.Year != 2023 || !m.Evaluation.Judgement.Required.Equal(ratio(want)) || m.Evaluation.Years[0].Year != 2023 {
			t.Errorf("%s: %v in %v", path, m.Evaluation.Judgement.Required, m.Year)
		}
		// 19 died in 2023: too many on two of the three paths.
		if got := m.Evaluation.Judgement.Verdict; (got == spec.Met) != (path == "stepped") {
			t.Errorf("%s: %v", path, got)
		}
	}
}

func TestMilestonesByFormAndSpan(t *testing.T) {
	p := all()
	p.Targets = nil
	add := func(id string, m indicators.Measurand, over indicators.Span, target spec.Target) {
		p.Targets = append(p.Targets, indicator(id, m, over, target))
	}
	floor := func(limit string) spec.Target {
		return spec.Target{Form: spec.Floor, Limit: ratio(limit), Direction: spec.HigherBetter}
	}
	add("floor", indicators.RiverForecast, indicators.LastYear, floor("95"))                                                                    // 85 in 2020
	add("kept floor", indicators.RiverForecast, indicators.LastYear, floor("80"))                                                               // 85 keeps it already
	add("total", indicators.AccidentDeaths, indicators.Total, ceiling("100"))                                                                   // 60 after three of five years
	add("mean", indicators.AccidentDeaths, indicators.YearlyMean, ceiling("19"))                                                                // the mean so far
	add("each", indicators.AccidentDeaths, indicators.EachYear, ceiling("20"))                                                                  // the years so far
	add("gain", indicators.ConvectiveLead, indicators.LastYear, spec.Target{Form: spec.Gain, Limit: ratio("20"), Direction: spec.HigherBetter}) // 25 + 12
	add("zero", indicators.MajorAccidents, indicators.Total, spec.Target{Form: spec.Zero})
	early := floor("95")
	early.Deadline = endOf(2022)
	add("before the mid-term", indicators.RiverForecast, indicators.LastYear, early)
	on := floor("95")
	on.Deadline = endOf(2023)
	add("at the mid-term", indicators.RiverForecast, indicators.LastYear, on)
	want := map[string]string{"floor": "91", "kept floor": "80", "total": "60", "mean": "19", "each": "20", "gain": "37", "zero": "0", "before the mid-term": "—", "at the mid-term": "95"}
	got := map[string]string{}
	for i, m := range indicators.Assess(p, watched(), endOf(2025), none()).MidTerms() {
		got[p.Targets[i].Target.ID] = m.Evaluation.Judgement.Required.String()
		if id := p.Targets[i].Target.ID; (m.Year == 0) != (id == "before the mid-term") {
			t.Errorf("%s: year %v", id, m.Year)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Without the base a milestone is open, but what keeps the whole limit keeps it.
func TestMilestoneWithoutItsBase(t *testing.T) {
	p := all()
	p.Targets = p.Targets[9:10]
	r := with(watched(), 2020, func(y *years) { y.ForecastsAccepted = spec.Observed[measure.Count]{} })
	m := indicators.Assess(p, r, endOf(2025), none()).MidTerms()[0] // 182 of 200 in 2023
	want := []indicators.Missing{{Statistic: indicators.StatForecastsAccepted, Year: 2020}}
	if m.Evaluation.Judgement.Verdict != spec.Unknown || m.Evaluation.Judgement.Code != spec.ReasonUnknownBase || !cmp.Equal(want, m.Evaluation.Missing) {
		t.Errorf("%v %s %v", m.Evaluation.Judgement.Verdict, m.Evaluation.Judgement.Code, m.Evaluation.Missing)
	}
	r = with(r, 2023, func(y *years) { y.ForecastsAccepted = count(190) })
	if m := indicators.Assess(p, r, endOf(2025), none()).MidTerms()[0]; m.Evaluation.Judgement.Verdict != spec.Met {
		t.Errorf("%v", m.Evaluation.Judgement.Verdict)
	}
}

func summary(t *testing.T, rule string, p indicators.Provisions, r indicators.Records, asOf measure.Date, choices spec.Choices) spec.Finding {
	t.Helper()
	for _, f := range indicators.Assess(p, r, asOf, choices).Findings() {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no finding of %s", rule)
	return spec.Finding{}
}

func TestMidTermFinding(t *testing.T) {
	const rule = "indicators.mid-term"
	f := summary(t, rule, all(), watched(), endOf(2025), none())
	if f.Verdict != spec.Unmet || f.Required.String() != "12" || input(f, "core-1") != "unmet" || input(f, "weather") != "met" {
		t.Errorf("%v %s of %s: %s", f.Verdict, f.Actual, f.Required, f.Reason.Text.EN)
	}
	if f := summary(t, rule, all(), watched(), measure.DateOf(2023, 12, 30), none()); f.Verdict == spec.Met || f.Reason.Code == spec.ReasonAllMet {
		t.Errorf("before the end of the year: %v", f.Verdict)
	}
	if f := summary(t, rule, all(), indicators.Records{}, measure.DateOf(2022, 8, 2), none()); f.Verdict != spec.Unknown || f.Actual.Known() {
		t.Errorf("nothing known: %v %s", f.Verdict, f.Actual)
	}
	bad := summary(t, rule, all(), watched(), endOf(2025), none().With(indicators.ReadingTrajectory, "bent"))
	if bad.Verdict != spec.Unknown || bad.Reason.Code != spec.ReasonInvalidChoice {
		t.Errorf("bent: %v %s", bad.Verdict, bad.Reason.Code)
	}
	if f := summary(t, rule, indicators.Provisions{}, watched(), endOf(2025), none()); f.Verdict != spec.NotApplicable {
		t.Errorf("no target: %v", f.Verdict)
	}
	units := indicators.Assess(all(), watched(), endOf(2025), none()).UnitFindings()
	if len(units) != 12 || units[0].Rule != rule || units[0].Target != "core-1" || units[0].Verdict != spec.Unmet || units[0].Kind != spec.StandardKind {
		t.Errorf("%d units, first %+v", len(units), units[0])
	}
}

func TestScoreNeedsItsCoverage(t *testing.T) {
	for _, c := range []struct {
		tally         spec.Tally
		floor         string
		given         bool
		met, coverage string
	}{
		{spec.Tally{Met: 3, Unmet: 1, Unknown: 1}, "80", true, "75", "80"},
		{spec.Tally{Met: 3, Unmet: 1, Unknown: 1}, "80.1", false, "75", "80"},
		{spec.Tally{Met: 3, Unmet: 1, Unknown: 1, NotApplicable: 90}, "80", true, "75", "80"},
		{spec.Tally{Unknown: 2}, "0", false, "—", "0"},
		{spec.Tally{NotApplicable: 2}, "0", false, "—", "—"},
		{spec.Tally{Unmet: 2}, "100", true, "0", "100"},
	} {
		s := spec.ScoreOf(c.tally, ratio(c.floor))
		if s.Given != c.given || s.Met.String() != c.met || s.Coverage.String() != c.coverage {
			t.Errorf("%+v at %s: %v %s %s", c.tally, c.floor, s.Given, s.Met, s.Coverage)
		}
	}
	if !spec.ScoreOf(spec.Tally{Met: 1, Unknown: 9}, measure.Ratio{}).Given {
		t.Error("without a floor there is no score")
	}
}

func TestAttainmentFinding(t *testing.T) {
	const rule = "indicators.attainment"
	f := summary(t, rule, all(), watched(), endOf(2025), none())
	if f.Actual.String() != "100" || f.Verdict != spec.NotApplicable || input(f, "binding") != "3" || input(f, "binding-met") != "3" {
		t.Errorf("%v %s: %s", f.Verdict, f.Actual, f.Reason.Text.EN)
	}
	f = summary(t, rule, all(), county(), endOf(2025), none()) // 8 of 12 answered
	if f.Actual.String() != "100" || input(f, "unknown") != "4" {
		t.Errorf("8 of 12: %s %s", f.Actual, f.Reason.Text.EN)
	}
	f = summary(t, rule, all(), indicators.Records{}, endOf(2025), none())
	if f.Verdict != spec.Unknown || f.Actual.Known() || len(f.Missing) == 0 {
		t.Errorf("nothing known: %v %s", f.Verdict, f.Actual)
	}
	if f := summary(t, rule, indicators.Provisions{}, county(), endOf(2025), none()); f.Verdict != spec.NotApplicable || f.Actual.Known() {
		t.Errorf("no target: %v", f.Verdict)
	}
}

func TestOdditiesOfATarget(t *testing.T) {
	both := func(base, limit, percent string) spec.Target {
		return spec.Target{Form: spec.Both, BaseValue: ratio(base), Parts: []spec.Target{ceiling(limit), change(percent)}}
	}
	withBase := func(t spec.Target, base string) spec.Target { t.BaseValue = ratio(base); return t }
	floor := spec.Target{Form: spec.Floor, Limit: ratio("80")}
	for _, c := range []struct {
		name   string
		target spec.Target
		wider  string
		want   string
	}{
		{"cut", both("409", "357", "-12.5"), "", indicators.OddCut},
		{"rounded", both("409", "358", "-12.5"), "", indicators.OddRounded},
		{"apart", both("409", "350", "-12.5"), "", indicators.OddApart},
		{"exact", both("80", "68", "-15"), "", ""},
		{"looser than the base", withBase(ceiling("0.17"), "0.06"), "", indicators.OddLooser},
		{"the base itself", withBase(ceiling("0.06"), "0.06"), "", ""},
		{"floor below its base", withBase(floor, "81"), "", indicators.OddLooser},
		{"weaker than wider", floor, "85", indicators.OddWeaker},
		{"as the wider", floor, "80", ""},
		{"ceiling above the wider", ceiling("24"), "12", indicators.OddWeaker},
		{"no base", change("-30"), "", indicators.OddNoBase},
		{"base year", func() spec.Target { t := change("-30"); t.Base = 2020; return t }(), "", ""},
		{"fewer newly made than the wider", spec.Target{Form: spec.Gain, Limit: ratio("4"), BaseValue: ratio("1")}, "5", indicators.OddWeaker},
	} {
		i := reportedTarget("x", spec.Percent, c.target)
		if c.wider != "" {
			i.Wider = []indicators.WiderLimit{{Area: spec.T("the nation", "全国"), Limit: ratio(c.wider)}}
		}
		var codes []string
		for _, o := range i.Oddities() {
			codes = append(codes, o.Code)
			if !o.Text.Complete() {
				t.Errorf("%s: %+v", c.name, o)
			}
		}
		if got := strings.Join(codes, " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	p := all()
	p.Targets = []indicators.Indicator{reportedTarget("x", spec.Percent, withBase(ceiling("2"), "1"))}
	if f := summary(t, "indicators.consistency", p, county(), endOf(2025), none()); f.Verdict != spec.Unmet || f.Gap.String() != "1" {
		t.Errorf("%v %s", f.Verdict, f.Reason.Text.EN)
	}
	if f := summary(t, "indicators.consistency", all(), county(), endOf(2025), none()); f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNothingToDo {
		t.Errorf("nothing stated: %v", f.Verdict)
	}
}

func TestDeadlinesStandOnADate(t *testing.T) {
	p := period(2021, 2025)
	for _, c := range []struct {
		name string
		d    indicators.Deadline
		asOf measure.Date
		want indicators.Standing
	}{
		{"on the day", indicators.Deadline{By: endOf(2025)}, endOf(2025), indicators.Ahead},
		{"the day after", indicators.Deadline{By: endOf(2024)}, measure.DateOf(2025, 1, 1), indicators.Passed},
		{"beyond the plan", indicators.Deadline{By: measure.DateOf(2026, 1, 1)}, endOf(2040), indicators.Beyond},
		{"start of this year", indicators.Deadline{Starts: 2022}, measure.DateOf(2022, 8, 2), indicators.Ahead},
		{"start of last year", indicators.Deadline{Starts: 2021}, measure.DateOf(2022, 8, 2), indicators.Passed},
		{"every year", indicators.Deadline{Every: indicators.Yearly}, endOf(2025), indicators.Recurring},
	} {
		if got := c.d.On(c.asOf, p); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	done := measure.DateOf(2024, 1, 31)
	for every, want := range map[indicators.Interval]measure.Date{
		indicators.Daily: measure.DateOf(2024, 2, 1), indicators.Weekly: measure.DateOf(2024, 2, 7),
		indicators.Monthly: measure.DateOf(2024, 2, 29), indicators.Yearly: endOf(2025), 0: {},
	} {
		if got := every.Next(done); got != want {
			t.Errorf("%s: %s, want %s", every, got, want)
		}
		if back, ok := indicators.ParseInterval(every.String()); (every != 0) != ok || back != every {
			t.Errorf("%d %q", every, every)
		}
	}
	if !indicators.Daily.Next(measure.Date{}).IsZero() {
		t.Error("never done is due")
	}
}

func TestFlipPointsOfTheLastYear(t *testing.T) {
	p := all()
	e := indicators.Evaluate(p.Targets[0], p, watched(), endOf(2025), none())
	flips := e.Flips()
	if len(flips) != 1 || flips[0].Statistic != indicators.StatAccidentDeaths || flips[0].Year != 2025 || !flips[0].At.Equal(ratio("18.2")) || !flips[0].Now.Equal(measure.Whole(18)) {
		t.Errorf("%+v", flips)
	}
	if got := input(finding(t, "core-1", county(), endOf(2025), none()), "turns-at.accident_deaths.2025"); got != "18.2" {
		t.Errorf("%q", got)
	}
	if got := indicators.Evaluate(p.Targets[0], p, indicators.Records{}, endOf(2025), none()); got.Flips() != nil {
		t.Error("nothing known turns somewhere")
	}
}

func TestCataloguesAndRegisterAreListed(t *testing.T) {
	p := all()
	f := summary(t, "indicators.catalogue", p, county(), endOf(2025), none())
	if f.Verdict != spec.NotApplicable || f.Reason.Code != spec.ReasonNotInPlan {
		t.Errorf("%v %s", f.Verdict, f.Reason.Code)
	}
	p.Catalogues = []spec.Catalogue{{ID: "c", Title: spec.T("c", "丙"), Source: planSource("二"), Members: []spec.Member{{ID: "a", Title: spec.T("a", "甲")}, {ID: "b", Title: spec.T("b", "乙")}}}}
	if f := summary(t, "indicators.catalogue", p, county(), endOf(2025), none()); f.Actual.String() != "2" || f.Reason.Text.ZH != "甲；乙" || f.Target != "c" {
		t.Errorf("%s %s", f.Actual, f.Reason.Text.ZH)
	}
	p.Deadlines = []indicators.Deadline{{ID: "a", Title: spec.T("a", "甲"), By: endOf(2022), Source: planSource("二")}, {ID: "b", Title: spec.T("b", "乙"), By: endOf(2030)}, {ID: "c", Title: spec.T("c", "丙"), Every: indicators.Daily}}
	f = summary(t, "indicators.deadlines", p, county(), endOf(2025), none())
	if f.Actual.String() != "1" || input(f, "b") != "2030-12-31" || input(f, "c") != "day" ||
		f.Reason.Text.EN != "within the plan 1 dated, 1 of them past; 1 beyond it and never due within; 1 periodic or counted from an event" {
		t.Errorf("%s: %s", f.Actual, f.Reason.Text.EN)
	}
}
