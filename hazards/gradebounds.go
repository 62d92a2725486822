package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ScaleRange is the steps that an event can have as far as its facts are known
// (可能级别). A Lowest of 0 is below the lowest row of the scale: no step, or, in a
// partial scale, a step whose thresholds are not published.
type ScaleRange[S Step] struct{ Lowest, Highest S }

// Settled returns the step where the facts leave only one. 0 with ok true says
// that the event certainly lies below the lowest row.
func (r ScaleRange[S]) Settled() (step S, ok bool) { return r.Lowest, r.Lowest == r.Highest }

// Bounds returns the lowest and the highest step that the facts allow
// (可能级别): any one criterion suffices. A fact without a known upper bound allows
// the highest step that uses it. It allocates nothing.
func (s *Scale[S]) Bounds(f *Facts) ScaleRange[S] {
	low, high := 0, 0
	for col := range s.width {
		v := f.ends(s.criteria[col])
		low, high = max(low, s.reached(col, v.low)), max(high, s.top(col, v))
	}
	return ScaleRange[S]{Lowest: s.step(low), Highest: s.step(high)}
}

// Deciding returns the criteria that are not known well enough and could move
// the step above the lowest possible one, in the order of the scale
// (定级待定指标). It is empty exactly where [ScaleRange.Settled] is true.
func (s *Scale[S]) Deciding(f *Facts) []Criterion {
	low := 0
	for col := range s.width {
		low = max(low, s.reached(col, f.ends(s.criteria[col]).low))
	}
	var out []Criterion
	for col := range s.width {
		if s.top(col, f.ends(s.criteria[col])) > low {
			out = append(out, s.criteria[col])
		}
	}
	return out
}

// Reached returns the criteria whose known numbers alone give the lowest
// possible step, and where those thresholds stand (达到的指标). There are none
// where the event lies below the lowest row.
func (s *Scale[S]) Reached(f *Facts) ([]Criterion, []spec.Source) {
	low := 0
	for col := range s.width {
		low = max(low, s.reached(col, f.ends(s.criteria[col]).low))
	}
	if low == 0 {
		return nil, nil
	}
	var out []Criterion
	var sources []spec.Source
	for col := range s.width {
		if s.reached(col, f.ends(s.criteria[col]).low) == low {
			out = append(out, s.criteria[col])
			sources = append(sources, s.sources[low-1][col])
		}
	}
	return out, sources
}

// reached returns how many rows up a number of a criterion leads, 0 for none.
func (s *Scale[S]) reached(col int, n int64) int {
	for i := s.count - 1; i >= 0; i-- {
		if from := s.from[i][col]; from >= 0 && n >= from {
			return i + 1
		}
	}
	return 0
}

// top is reached for the upper end of what is known; every criterion is used by
// the highest row.
func (s *Scale[S]) top(col int, v interval) int {
	if !v.bounded {
		return s.count
	}
	return s.reached(col, v.high)
}

func (s *Scale[S]) step(row int) S {
	if row == 0 {
		return 0
	}
	return s.steps[row-1]
}

// Deciding returns the facts of an accident that are not known exactly and
// could move its grade above the lowest possible one (定级待定事实): names of
// columns of incidents.csv. It is empty exactly where the grade is settled.
func (t GradeTable) Deciding(r ReportedIncident) []string {
	if t.source.Standing == 0 {
		return nil
	}
	if len(r.Updates) > 0 {
		r = r.Counted()
	}
	lowest := t.Bounds(r).Lowest
	var out []string
	deaths, missing := peopleKnown(&r.Deaths), peopleKnown(&r.Missing)
	dead := deaths
	if t.countMissing {
		dead = deaths.plus(missing)
	}
	could := func(v interval, grade func(int64) Grade) bool {
		return !v.bounded && lowest < Extraordinary || v.bounded && grade(v.high) > lowest
	}
	if could(dead, func(n int64) Grade { return t.grade(measure.People(n), 0, measure.Money{}) }) {
		if !deaths.exact() {
			out = append(out, "deaths")
		}
		if t.countMissing && !missing.exact() {
			out = append(out, "missing")
		}
	}
	if could(peopleKnown(&r.SeriousInjuries), func(n int64) Grade { return t.grade(0, measure.People(n), measure.Money{}) }) {
		out = append(out, "serious_injuries")
	}
	if could(moneyKnown(&r.DirectLoss), func(n int64) Grade { return t.grade(0, 0, measure.Fen(n)) }) {
		out = append(out, "direct_loss")
	}
	return out
}
