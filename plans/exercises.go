package plans

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ExerciseRecord is the yearly exercises of a county as of a date
// (年度演练记录).
type ExerciseRecord struct {
	Years   []ExerciseYear // every year of the period
	Asked   []ExerciseYear // the years that are due and that the reading asks for
	Verdict spec.Verdict   // all of the years asked for
	Reading string         // reading=option, where a year was over before the plan was issued
	Valid   bool           // the option chosen is one of the reading's
}

func exercises(p Provisions, r Records, asOf measure.Date, choices spec.Choices) ExerciseRecord {
	reading := beforeIssue()
	option := choices.Of(reading)
	out := ExerciseRecord{Valid: reading.Has(option)}
	if !p.ExercisePerYear.Known() {
		return out
	}
	complete := r.Complete
	if !r.HasDrills {
		complete = measure.Period{} // a table that was not supplied cannot be complete
	}
	cadence := Cadence{Kind: CountyComprehensive, PerYear: p.ExercisePerYear.Value, Period: p.Period}
	out.Years = cadence.Years(r.Drills, complete, asOf)
	var tally spec.Tally
	for _, y := range out.Years {
		if !y.Due {
			continue
		}
		if p.Issued.Known() && y.Year.LastDay().Before(p.Issued.Value) {
			out.Reading = spec.Used(reading, option)
			if option == BeforeIssueExcluded {
				continue
			}
		}
		out.Asked = append(out.Asked, y)
		tally.Add(y.Verdict)
	}
	if out.Valid || out.Reading == "" {
		out.Verdict = tally.Verdict()
	}
	return out
}

// with returns the years asked for that have a verdict.
func (e ExerciseRecord) with(v spec.Verdict) []measure.Year {
	var out []measure.Year
	for _, y := range e.Asked {
		if y.Verdict == v {
			out = append(out, y.Year)
		}
	}
	return out
}

func (a *Assessment) exerciseFinding() spec.Finding {
	f := a.finding(RuleCountyExercise, a.provisions.ExercisePerYear.Source)
	f.Unit = spec.Years
	e, perYear := a.Exercises, a.provisions.ExercisePerYear
	if !perYear.Known() {
		f.Verdict = spec.NotApplicable
		f.Reason = spec.Reason{Code: spec.ReasonNotInPlan, Text: spec.T("this plan asks for no yearly exercise", "本规划未要求年度演练")}
		return f
	}
	f.Verdict = e.Verdict
	if e.Reading != "" {
		f.Readings = []string{e.Reading}
		f.Lean(a.provisions.Issued.Source)
	}
	f.Inputs = a.exerciseInputs()
	if e.Reading != "" && !e.Valid {
		f.Reason = spec.Reason{Code: spec.ReasonInvalidChoice, Text: spec.Textf("%q is no option", "%q 不是可选的解读", e.Reading)}
		return f
	}
	if len(e.Asked) == 0 {
		f.Reason = spec.Reason{Code: spec.ReasonNotDue, Text: spec.Textf(
			"no year that is asked for is over on %s", "截至 %s 尚无应考核的年份届满", a.AsOf)}
		return f
	}
	met, unmet, unknown := e.with(spec.Met), e.with(spec.Unmet), e.with(spec.Unknown)
	f.Comparison, f.Required = spec.NotBelow, spec.Whole(int64(len(e.Asked)))
	if len(unknown) == 0 {
		f.Actual, f.Gap = spec.Whole(int64(len(met))), spec.Whole(int64(len(unmet)))
	} else if len(met) > 0 {
		f.Actual, f.Bound = spec.Whole(int64(len(met))), spec.AtLeastBound
	}
	f.Reason = exerciseReason(f.Verdict, len(e.Asked), int64(perYear.Value), unmet, unknown)
	f.Missing = a.exerciseNeeds(unknown)
	return f
}

func exerciseReason(v spec.Verdict, asked int, perYear int64, unmet, unknown []measure.Year) spec.Reason {
	short := spec.Textf("fewer than %d county comprehensive exercises in %s", "以下年份县级综合应急演练少于 %d 次：%s", perYear, years(unmet))
	open := spec.Textf("no record, or none said to be complete, shows enough in %s", "以下年份没有记录或未说明记录完整：%s", years(unknown))
	switch {
	case v == spec.Met:
		return spec.Reason{Code: spec.ReasonAllMet, Text: spec.Textf(
			"at least %d in each of %d years", "%[2]d 年中每年至少 %[1]d 次", perYear, asked)}
	case v == spec.Unmet && len(unknown) > 0:
		return spec.Reason{Code: spec.ReasonSomeUnmet, Text: spec.Textf("%s; %s", "%s；%s", short, open)}
	case v == spec.Unmet:
		return spec.Reason{Code: spec.ReasonSomeUnmet, Text: short}
	}
	return spec.Reason{Code: spec.ReasonNoData, Text: open}
}

// exerciseInputs are the requirement and what is on record: each year asked for,
// without a number where nothing is on record and no word says that the records
// are complete, and other years that have one.
func (a *Assessment) exerciseInputs() []spec.Input {
	p := a.provisions
	out := []spec.Input{{Name: "per_year", Label: spec.T("exercises required a year", "每年应开展次数"),
		Value: spec.Whole(p.ExercisePerYear.Value), Unit: spec.Exercises, Source: p.ExercisePerYear.Source}}
	cadence := Cadence{PerYear: p.ExercisePerYear.Value, Period: p.Period}
	if total, err := cadence.Total(); err == nil {
		out = append(out, number("years", spec.T("years of the period", "规划期年数"), p.Period.Len(), spec.Years),
			spec.Input{Name: "whole_period", Label: spec.Textf("required over %s", "%s 年合计应开展次数", p.Period),
				Value: spec.Whole(total), Unit: spec.Exercises})
	}
	for _, y := range a.Exercises.Years {
		name := "beside-"
		if slices.ContainsFunc(a.Exercises.Asked, func(asked ExerciseYear) bool { return asked.Year == y.Year }) {
			name = "held-"
		}
		in := spec.Input{Name: name + y.Year.String(), Label: spec.Textf("on record in %s", "%s 年有记录的次数", y.Year), Unit: spec.Exercises}
		if y.Held > 0 || y.Complete && y.Due {
			in.Value = spec.Whole(y.Held)
		} else if name == "beside-" {
			continue
		}
		out = append(out, in)
	}
	return out
}

func (a *Assessment) exerciseNeeds(unknown []measure.Year) []spec.Need {
	if len(unknown) == 0 {
		return nil
	}
	who := spec.T("county emergency management bureau", "县应急管理局")
	list := years(unknown)
	if !a.records.HasDrills {
		return []spec.Need{{Key: "drills.csv", Unit: spec.Exercises, Who: who, Question: spec.Textf(
			"on which days of %s were county comprehensive exercises held", "%s 年各于何日开展了县级综合应急演练", list)}}
	}
	return []spec.Need{{Key: "county.yaml: complete.drills", Unit: spec.Years, Who: who, Question: spec.Textf(
		"does drills.csv hold every exercise of %s", "drills.csv 是否包含 %s 年的全部演练", list)}}
}

func years(list []measure.Year) spec.Text {
	var names []string
	for _, y := range list {
		names = append(names, y.String())
	}
	return spec.T(strings.Join(names, ", "), strings.Join(names, "、"))
}
