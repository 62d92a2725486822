package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// DangerStage is how far the removal of a hidden danger has come (隐患治理环节). The
// zero DangerStage is not found yet.
type DangerStage uint8

// The five stages of the closed loop, in order. None can be skipped.
const (
	NotFound  DangerStage = iota
	Found                 // 排查发现
	Ordered               // 责令整改
	Rectified             // 完成整改
	Rechecked             // 复查验收
	Cleared               // 销号
)

var dangerStages = [...]term{
	NotFound:  {"", spec.Text{EN: "not found", ZH: "未发现"}, nil},
	Found:     {"found", spec.Text{EN: "found", ZH: "已发现"}, nil},
	Ordered:   {"ordered", spec.Text{EN: "ordered", ZH: "已责令整改"}, nil},
	Rectified: {"rectified", spec.Text{EN: "rectified", ZH: "已整改"}, nil},
	Rechecked: {"rechecked", spec.Text{EN: "rechecked", ZH: "已复查"}, nil},
	Cleared:   {"cleared", spec.Text{EN: "cleared", ZH: "已销号"}, nil},
}

// DangerStages returns the stages in order, from found to cleared.
func DangerStages() []DangerStage {
	return []DangerStage{Found, Ordered, Rectified, Rechecked, Cleared}
}

// String returns the code, as "cleared", empty for what is not found.
func (s DangerStage) String() string { return termAt(dangerStages[:], int(s)).code }

// In returns the stage in words.
func (s DangerStage) In(lang spec.Lang) string { return termAt(dangerStages[:], int(s)).text.In(lang) }

// HiddenDanger is a danger that somebody found because a risk was not kept in
// check (隐患). It is not a [RiskPoint]: a risk may be there for good, a hidden
// danger has to go. Its dates are the loop found → ordered → rectified →
// rechecked → cleared; an unset date is a stage not reached.
type HiddenDanger struct {
	ID     string
	Risk   string  // id of the risk point that it comes from, empty where nobody said
	Hazard Natural // one of Hazard and Sector is set
	Sector Sector
	Place  DivisionCode
	Major  bool // 重大事故隐患

	Found, Ordered, Rectified, Rechecked, Cleared measure.Date
	Due                                           measure.Date // last day to rectify 整改期限

	ToRegulator spec.Observed[bool] // its treatment was reported to the regulator
	ToWorkers   spec.Observed[bool] // and to the workers' congress 企业职代会
}

func (d HiddenDanger) stages() []stage {
	return []stage{{"found", d.Found}, {"ordered", d.Ordered}, {"rectified", d.Rectified},
		{"rechecked", d.Rechecked}, {"cleared", d.Cleared}}
}

// Stage returns how far the danger had come on a date: the last stage reached
// without a gap. An unset date takes everything recorded.
func (d HiddenDanger) Stage(asOf measure.Date) DangerStage {
	return DangerStage(reached(d.stages(), asOf))
}

// Validate returns every fault of the loop, nil when there is none: a stage
// skipped, a date before the one before it, a due date before the order. It
// does not change the danger.
func (d HiddenDanger) Validate() error {
	var faults spec.Faults
	checkStages(&faults, d.stages())
	if d.Due.Before(d.Ordered) {
		faults.Add(spec.Fault{Path: "due", Code: FaultLoopBackwards, Value: d.Due.String(),
			Message: spec.Textf("due on %s, before the order of %s", "整改期限 %s 早于责令日期 %s", d.Due, d.Ordered)})
	}
	return faults.Err()
}

// Advance returns the danger one stage further on a date, which may be the day
// of the stage before and not earlier. It fails with [FaultLoopClosed] once the
// danger is cleared, with [FaultLoopBackwards] and with [FaultLoopUndated].
func (d HiddenDanger) Advance(on measure.Date) (HiddenDanger, error) {
	next, err := nextStage(d.stages(), on)
	if err != nil {
		return d, err
	}
	*[...]*measure.Date{&d.Found, &d.Ordered, &d.Rectified, &d.Rechecked, &d.Cleared}[next] = on
	return d, nil
}

// Reorder returns the danger after a recheck that it failed: ordered again on a
// date, with a new last day, rectified no more (复查未通过). Only a danger that was
// rectified and is not cleared can be ordered again, and never on an earlier day.
func (d HiddenDanger) Reorder(on, due measure.Date) (HiddenDanger, error) {
	done := reached(d.stages(), measure.Date{})
	if err := after(d.stages(), done, on); err != nil {
		return d, err
	}
	switch stage := DangerStage(done); {
	case stage == Cleared:
		return d, spec.Fault{Path: "cleared", Code: FaultLoopClosed, Value: on.String(),
			Message: spec.Textf("cleared on %s", "已于 %s 销号", d.Cleared)}
	case stage < Rectified:
		return d, spec.Fault{Path: "rectified", Code: FaultLoopSkipped, Value: on.String(),
			Message: spec.T("it was not rectified before", "尚未整改，不能重新责令")}
	case due.Before(on):
		return d, spec.Fault{Path: "due", Code: FaultLoopBackwards, Value: due.String(),
			Message: spec.Textf("due on %s, before the order of %s", "整改期限 %s 早于责令日期 %s", due, on)}
	}
	d.Ordered, d.Due = on, due
	d.Rectified, d.Rechecked = measure.Date{}, measure.Date{}
	return d, nil
}

// Verdict judges the danger on a date: Met once it is rectified or while the
// last day to rectify it has not passed, Unmet after that day, Unknown where no
// day was set. The last day itself is still in time.
func (d HiddenDanger) Verdict(asOf measure.Date) spec.Verdict {
	return progress(d.stages(), int(Rectified)-1, d.Due, asOf)
}

// OverdueDangers returns the dangers whose last day to rectify has passed on a
// date and that are not rectified, in the order given (逾期隐患). Dangers found
// later are left out.
func OverdueDangers(dangers []HiddenDanger, asOf measure.Date) []HiddenDanger {
	var out []HiddenDanger
	for _, d := range dangers {
		if d.Stage(asOf) != NotFound && d.Verdict(asOf) == spec.Unmet {
			out = append(out, d)
		}
	}
	return out
}

// DoubleReport judges whether the treatment of a major danger was reported both
// to the regulator and to the workers' congress of the firm (双报告). It is not
// applicable to a danger that is not major. The plan sets no time limit.
func (d HiddenDanger) DoubleReport(asOf measure.Date) spec.Verdict {
	if !d.Major {
		return spec.NotApplicable
	}
	return spec.And(yes(d.ToRegulator.AsOf(asOf)), yes(d.ToWorkers.AsOf(asOf)))
}

// yes judges an answer that ought to be yes.
func yes(o spec.Observed[bool]) spec.Verdict {
	switch done, ok := o.Value(); {
	case !ok:
		return spec.Unknown
	case done:
		return spec.Met
	}
	return spec.Unmet
}
