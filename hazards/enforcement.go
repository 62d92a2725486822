package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// EnforcementStage is how far a case of work-safety enforcement has come
// (执法环节). The zero EnforcementStage is not opened yet.
type EnforcementStage uint8

// The three steps of the closed loop (三部曲) and the closing of the case, in
// order. A case cannot close without all three.
const (
	NotOpened   EnforcementStage = iota
	Diagnosed                    // 检查诊断
	Penalised                    // 行政处罚
	Reinspected                  // 整改复查
	CaseClosed                   // 结案
)

var enforcementStages = [...]term{
	NotOpened:   {"", spec.Text{EN: "not opened", ZH: "未立案"}, nil},
	Diagnosed:   {"diagnosed", spec.Text{EN: "inspected and diagnosed", ZH: "已检查诊断"}, nil},
	Penalised:   {"penalised", spec.Text{EN: "penalised", ZH: "已行政处罚"}, nil},
	Reinspected: {"reinspected", spec.Text{EN: "reinspected", ZH: "已整改复查"}, nil},
	CaseClosed:  {"closed", spec.Text{EN: "closed", ZH: "已结案"}, nil},
}

// EnforcementStages returns the stages in order.
func EnforcementStages() []EnforcementStage {
	return []EnforcementStage{Diagnosed, Penalised, Reinspected, CaseClosed}
}

// String returns the code, as "penalised", empty for what is not opened.
func (s EnforcementStage) String() string { return termAt(enforcementStages[:], int(s)).code }

// In returns the stage in words.
func (s EnforcementStage) In(lang spec.Lang) string {
	return termAt(enforcementStages[:], int(s)).text.In(lang)
}

// EnforcementCase is one case of work-safety enforcement (执法案件). An unset date
// is a step not taken. An inspection that finds nothing is no case.
type EnforcementCase struct {
	ID     string
	Sector Sector
	Place  DivisionCode

	Diagnosed, Penalised, Reinspected, Closed measure.Date
	Due                                       measure.Date // last day for the reinspection 复查期限
}

func (c EnforcementCase) stages() []stage {
	return []stage{{"diagnosed", c.Diagnosed}, {"penalised", c.Penalised}, {"reinspected", c.Reinspected}, {"closed", c.Closed}}
}

// Stage returns how far the case had come on a date, without a gap. An unset
// date takes everything recorded.
func (c EnforcementCase) Stage(asOf measure.Date) EnforcementStage {
	return EnforcementStage(reached(c.stages(), asOf))
}

// Validate returns every fault of the loop, nil when there is none. It does not
// change the case.
func (c EnforcementCase) Validate() error {
	var faults spec.Faults
	checkStages(&faults, c.stages())
	if c.Due.Before(c.Diagnosed) {
		faults.Add(spec.Fault{Path: "due", Code: FaultLoopBackwards, Value: c.Due.String(),
			Message: spec.Textf("due on %s, before the inspection of %s", "复查期限 %s 早于检查日期 %s", c.Due, c.Diagnosed)})
	}
	return faults.Err()
}

// Advance returns the case one step further on a date, which may be the day of
// the step before and not earlier. Its errors are those of
// [HiddenDanger.Advance].
func (c EnforcementCase) Advance(on measure.Date) (EnforcementCase, error) {
	next, err := nextStage(c.stages(), on)
	if err != nil {
		return c, err
	}
	*[...]*measure.Date{&c.Diagnosed, &c.Penalised, &c.Reinspected, &c.Closed}[next] = on
	return c, nil
}

// Verdict judges the case on a date: Met once it is reinspected or while the
// last day for that has not passed, Unmet after that day, Unknown where no day
// was set. The plan sets none.
func (c EnforcementCase) Verdict(asOf measure.Date) spec.Verdict {
	return progress(c.stages(), int(Reinspected)-1, c.Due, asOf)
}
