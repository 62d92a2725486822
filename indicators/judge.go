package indicators

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// judge holds a value against the target under the readings. Where the base
// may be zero and so have no rate of change, a bound of it decides nothing.
func (e *evaluation) judge(value, base spec.Value) spec.Judgement {
	low := base.Low
	if !low.Known() && base.High.Known() {
		low = measure.Whole(0) // no statistic is below it
	}
	if asksRate(&e.target) && low.Known() && low.Sign() == 0 {
		if !e.target.ZeroHolds {
			e.use(ReadingZeroBase)
			if e.Invalid != "" {
				return spec.Judgement{Code: spec.ReasonInvalidChoice}
			}
		}
		if e.options.zeroStays {
			e.target = zeroHolds(e.target)
		}
		if !e.target.ZeroHolds && !base.Known() {
			base = spec.Value{}
		}
	}
	return e.target.Judge(value, base)
}

func asksRate(t *spec.Target) bool {
	if t.Form == spec.Change { // a yearly change is judged as one, year by year
		return true
	}
	for i := range t.Parts {
		if asksRate(&t.Parts[i]) {
			return true
		}
	}
	return false
}

// zeroHolds returns a copy of the target in which a zero base asks for zero.
func zeroHolds(t spec.Target) spec.Target {
	t.ZeroHolds = true
	t.Parts = slices.Clone(t.Parts)
	for i := range t.Parts {
		t.Parts[i] = zeroHolds(t.Parts[i])
	}
	return t
}

// judgeSpan judges one value: the last year, the total or the yearly mean.
func (e *evaluation) judgeSpan() {
	own, _ := bases(&e.target)
	switch e.Over {
	case Total:
		e.Value = e.totalOf(e.Years)
		if own {
			e.Base = e.totalOf(e.BaseYears)
		}
	case YearlyMean:
		e.judgeMean(own)
		return
	default:
		e.Value = e.Years[0].Value
		if own {
			e.Base = meanOf(e.BaseYears)
		}
	}
	e.Judgement = e.judge(e.Value, e.Base)
}

// totalOf adds up a count; the rate of several years together is pooled.
func (e *evaluation) totalOf(years []YearValue) spec.Value {
	if row := e.Indicator.Measurand.row(); row.denominator != 0 {
		return pooledOf(years, row.scale)
	}
	return sum(years, yearValue)
}

// judgeMean takes the mean in both ways and says what each would decide.
func (e *evaluation) judgeMean(own bool) {
	row := e.Indicator.Measurand.row()
	e.Value = meanOf(e.Years)
	if own {
		e.Base = meanOf(e.BaseYears)
	}
	if row.denominator == 0 {
		e.Judgement = e.judge(e.Value, e.Base)
		return
	}
	if last := len(e.Years) - 1; last > 0 && !e.options.pooled {
		if rest := sum(e.Years[:last], yearValue); rest.Known() {
			e.rest = rest.Low
		}
	}
	pool, poolBase := pooledOf(e.Years, row.scale), e.Base
	if own {
		poolBase = pooledOf(e.BaseYears, row.scale)
	}
	byRatios, byPool := e.judge(e.Value, e.Base), e.judge(pool, poolBase)
	e.HasMeans = true
	e.Means = Means{OfRatios: e.Value, Pooled: pool, VerdictOfRatios: byRatios.Verdict, VerdictPooled: byPool.Verdict}
	e.Judgement = byRatios
	if e.options.pooled {
		e.Value, e.Base, e.Judgement = pool, poolBase, byPool
	}
}

// judgeYears judges every year for itself; the first lost year decides, else
// the first finished year that is not known, else the latest.
func (e *evaluation) judgeYears() {
	own, wider := bases(&e.target)
	verdict, shown := spec.NotApplicable, -1
	var base spec.Value
	if own {
		base = meanOf(e.BaseYears)
	}
	for i := range e.Years {
		if wider {
			base = e.BaseYears[i].Value
		}
		one := e.judge(e.Years[i].Value, base)
		verdict = spec.And(verdict, one.Verdict)
		if e.decides(i, shown, one.Verdict) {
			shown, e.Judgement, e.Base = i, one, base
		}
	}
	e.show(shown, verdict)
}

// judgeChanges judges every year against the one before.
func (e *evaluation) judgeChanges() {
	verdict, shown := spec.NotApplicable, -1
	before := e.BaseYears[0].Value
	for i := range e.Years {
		base := before
		before = e.Years[i].Value
		target := e.target
		e.target.Form = spec.Change
		one := e.judge(before, base)
		e.target = target
		verdict = spec.And(verdict, one.Verdict)
		if e.decides(i, shown, one.Verdict) {
			shown, e.Judgement, e.Base = i, one, base
		}
	}
	e.show(shown, verdict)
}

// decides reports whether year i takes the place of the year shown so far.
func (e *evaluation) decides(i, shown int, verdict spec.Verdict) bool {
	if shown < 0 {
		return true
	}
	if e.Judgement.Verdict == spec.Unmet {
		return false
	}
	if verdict == spec.Unmet {
		return true
	}
	open := e.Judgement.Verdict == spec.Unknown && e.Years[shown].Finished
	return !open && e.Years[i].Finished
}

func (e *evaluation) show(shown int, verdict spec.Verdict) {
	e.Year, e.Value = e.Years[shown].Year, e.Years[shown].Value
	e.Judgement.Verdict = verdict
}

// judgeClasses judges each class for itself; the value shown is that of the
// class that decides.
func (e *evaluation) judgeClasses(p *Provisions) {
	last := e.Years[0].Year
	values := make([]spec.ClassValue, len(e.target.Parts))
	stated := make([]bool, len(values))
	for i := range e.target.Parts {
		part := &e.target.Parts[i]
		values[i].Class = part.Class
		if own, _ := bases(part); own {
			base := e.reportedValue(part.Class, e.baseYears(p)[0])
			values[i].Base = base.Value
			if base.Value == (spec.Value{}) && part.BaseValue.Known() {
				e.Figures = e.Figures[:len(e.Figures)-1]
				values[i].Base = spec.ExactValue(part.BaseValue)
				stated[i] = true
			}
		}
		values[i].Actual = e.reportedValue(part.Class, last).Value
	}
	var all spec.ClassJudgement
	all, e.Classes = e.target.JudgeClasses(values)
	e.Judgement, e.Class = all.Judgement, all.Class
	for i, v := range values {
		if v.Class == all.Class {
			e.statedBase = stated[i]
			e.Value, e.Base, e.Years[0].Value = v.Actual, v.Base, v.Actual
		}
	}
}

// explain settles the reason: what is missing, not due yet, or lost for good.
func (e *evaluation) explain() {
	j := &e.Judgement
	switch {
	case e.Invalid != "":
		j.Verdict, j.Code = spec.Unknown, spec.ReasonInvalidChoice
	case j.Verdict == spec.Unmet && !e.Finished:
		j.Code = spec.ReasonBreached
	case j.Verdict == spec.Unknown && j.Code != spec.ReasonZeroBase:
		e.Missing = e.missing()
		if len(e.Missing) == 0 && !e.Finished {
			j.Code = spec.ReasonNotDue
		}
	}
}

// missing lists the figures of finished years that are not known exactly, base
// first, in the order of years and of the formula.
func (e *evaluation) missing() []Missing {
	var out []Missing
	for i := range e.Figures {
		f := &e.Figures[i]
		if f.Value.Known() || !e.ledger.finished(f.Year) || e.statedBase && i < e.baseCount {
			continue
		}
		one := Missing{Statistic: f.Statistic, Class: f.Class, Year: f.Year}
		if f.Statistic == 0 {
			one.Target = e.Indicator.Target.ID
		}
		out = append(out, one)
	}
	if _, wider := bases(&e.target); wider {
		for i := range e.Years {
			y := &e.Years[i]
			if y.Finished && !e.ledger.average(e.Indicator.Measurand, y.Year).Value.Known() {
				out = append(out, Missing{Year: y.Year})
			}
		}
	}
	return out
}
