package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The codes of faults of a closed loop. They are permanent.
const (
	FaultLoopSkipped   = "loop.skipped"   // a stage is dated, one before it is not
	FaultLoopBackwards = "loop.backwards" // a stage is dated before the one before it
	FaultLoopClosed    = "loop.closed"    // nothing follows the last stage
	FaultLoopUndated   = "loop.undated"   // a step without a date
)

// stage is one stage of a closed loop as it was recorded: its field and date.
type stage struct {
	field string
	on    measure.Date
}

// reached counts the stages reached on a date, from the first on without a
// gap. An unset date takes every stage that is dated.
func reached(stages []stage, asOf measure.Date) int {
	for i, s := range stages {
		if s.on.IsZero() || s.on.After(asOf) {
			return i
		}
	}
	return len(stages)
}

// checkStages files stages that were skipped and dates that go backwards.
func checkStages(faults *spec.Faults, stages []stage) {
	last, gap := measure.Date{}, ""
	for _, s := range stages {
		switch {
		case s.on.IsZero():
			if gap == "" {
				gap = s.field
			}
			continue
		case gap != "":
			faults.Add(spec.Fault{Path: s.field, Code: FaultLoopSkipped, Value: s.on.String(),
				Message: spec.Textf("dated %s, but %s is not", "已填 %s，但 %s 未填", s.on, gap)})
		}
		if s.on.Before(last) {
			faults.Add(spec.Fault{Path: s.field, Code: FaultLoopBackwards, Value: s.on.String(),
				Message: spec.Textf("%s lies before %s, the date of the stage before", "%s 早于上一环节日期 %s", s.on, last)})
		}
		last = s.on
	}
}

// nextStage returns the place of the stage that a step on a date completes.
func nextStage(stages []stage, on measure.Date) (int, error) {
	done := reached(stages, measure.Date{})
	if err := after(stages, done, on); err != nil {
		return 0, err
	}
	if done == len(stages) {
		return 0, spec.Fault{Path: stages[done-1].field, Code: FaultLoopClosed, Value: on.String(),
			Message: spec.Textf("nothing follows the last stage of %s", "已于 %s 完成最后环节", stages[done-1].on)}
	}
	return done, nil
}

// after reports a step that has no date or lies before the last stage done.
func after(stages []stage, done int, on measure.Date) error {
	if on.IsZero() {
		return spec.Fault{Code: FaultLoopUndated, Message: spec.T("a step without a date", "环节未注明日期")}
	}
	if done > 0 && on.Before(stages[done-1].on) {
		return spec.Fault{Code: FaultLoopBackwards, Value: on.String(),
			Message: spec.Textf("%s lies before %s, the date of the stage before", "%s 早于上一环节日期 %s", on, stages[done-1].on)}
	}
	return nil
}

// progress judges one loop on a date: Met once it is closed or while it is in
// time, Unmet once what is due has not come, Unknown where nobody set a date
// for it. dueStage is the place of the stage that the due date is about.
func progress(stages []stage, dueStage int, due, asOf measure.Date) spec.Verdict {
	switch {
	case reached(stages, asOf) > dueStage:
		return spec.Met
	case due.IsZero() || asOf.IsZero():
		return spec.Unknown
	case asOf.After(due):
		return spec.Unmet
	}
	return spec.Met
}
