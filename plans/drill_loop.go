package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Shortcoming is something that a drill brought to light and that has to be
// mended and tried again (演练发现问题). Its steps go found → fixed → retested; a
// failed retest sends it back, and dates never go backwards. It is a value: a
// step returns a new one.
type Shortcoming struct {
	ID    string
	Drill string // id of the drill that found it
	Found measure.Date
	Due   measure.Date // by when it must have passed its retest; unset where nobody said
	Post  string       // the post that must see to it, no name of a person
	Steps []FixStep
}

// FixStep is one step of the loop.
type FixStep struct {
	Kind FixKind
	On   measure.Date
}

// FixKind is a step of the loop (整改环节). The zero FixKind is unset.
type FixKind uint8

// The steps.
const (
	_            FixKind = iota
	Mended               // 已整改
	RetestPassed         // 复演合格
	RetestFailed         // 复演不合格
)

var fixKinds = [...]name{
	Mended:       {"mended", spec.Text{EN: "mended", ZH: "已整改"}, []string{"整改", "整改完成"}},
	RetestPassed: {"retest-passed", spec.Text{EN: "retest passed", ZH: "复演合格"}, []string{"复测合格", "销号"}},
	RetestFailed: {"retest-failed", spec.Text{EN: "retest failed", ZH: "复演不合格"}, []string{"复测不合格"}},
}

// FixKinds returns the steps in order.
func FixKinds() []FixKind { return allOf[FixKind](len(fixKinds)) }

// ParseFixKind reads a step by its code, as "mended", or its Chinese name.
func ParseFixKind(s string) (kind FixKind, ok bool) {
	i := findName(fixKinds[:], s)
	return FixKind(i), i > 0
}

// String returns the code, as "mended", empty for the zero FixKind.
func (k FixKind) String() string { return nameAt(fixKinds[:], int(k)).code }

// In returns the name of the step.
func (k FixKind) In(lang spec.Lang) string { return nameAt(fixKinds[:], int(k)).text.In(lang) }

// FixState is how far a shortcoming has come (整改状态). The zero FixState is open.
type FixState uint8

// The states.
const (
	Open     FixState = iota // 未整改, or sent back by a failed retest
	Untested                 // 已整改未复演
	Closed                   // 复演合格
)

var fixStates = [...]name{
	Open:     {"open", spec.Text{EN: "open", ZH: "未整改"}, nil},
	Untested: {"untested", spec.Text{EN: "mended, not tried again", ZH: "已整改未复演"}, nil},
	Closed:   {"closed", spec.Text{EN: "closed", ZH: "已闭环"}, nil},
}

// String returns "open", "untested" or "closed".
func (s FixState) String() string { return nameAt(fixStates[:], int(s)).code }

// In returns the state in words.
func (s FixState) In(lang spec.Lang) string { return nameAt(fixStates[:], int(s)).text.In(lang) }

// The codes of faults of a step.
const (
	FaultFixOrder    = "plans.fix-order"     // the step does not follow from the state
	FaultFixBackward = "plans.fix-backwards" // it is earlier than the step before
	FaultFixDate     = "plans.fix-without-date"
)

// Take returns the shortcoming after one more step, or a [spec.Fault] where the
// step does not follow: what is open can be mended, what is mended retested,
// what is closed is closed.
func (s Shortcoming) Take(step FixStep) (Shortcoming, error) {
	wants := Mended
	switch s.State(measure.Date{}) {
	case Untested:
		wants = RetestPassed
	case Closed:
		wants = 0
	}
	follows := step.Kind == wants || wants == RetestPassed && step.Kind == RetestFailed
	last := s.Found
	if n := len(s.Steps); n > 0 {
		last = s.Steps[n-1].On
	}
	switch {
	case step.On.IsZero():
		return s, spec.Fault{Code: FaultFixDate, Value: s.ID, Message: spec.Textf("a step of %q has no date", "问题 %q 的整改环节没有日期", s.ID)}
	case step.Kind == 0 || !follows:
		return s, spec.Fault{Code: FaultFixOrder, Value: s.ID, Message: spec.Textf("%q is %s: it cannot be %s",
			"问题 %q %s，不能%s", s.ID, s.State(measure.Date{}), step.Kind)}
	case step.On.Before(last):
		return s, spec.Fault{Code: FaultFixBackward, Value: step.On.String(), Message: spec.Textf("%s of %q is before %s",
			"问题 %[2]q 的日期 %[1]s 早于 %[3]s", step.On, s.ID, last)}
	}
	s.Steps = append(slices.Clone(s.Steps), step)
	return s, nil
}

// State returns how far it had come on a date; the unset date takes every step.
func (s Shortcoming) State(asOf measure.Date) FixState {
	state := Open
	for _, step := range s.Steps {
		if step.On.After(asOf) {
			break
		}
		switch step.Kind {
		case Mended:
			state = Untested
		case RetestPassed:
			state = Closed
		case RetestFailed:
			state = Open
		}
	}
	return state
}

// Verdict judges it on a date: Met where it is closed, Unmet where a retest sent
// it back or its day has passed, NotApplicable while there is time or before it
// was found, Unknown where it is not closed and nobody set a day.
func (s Shortcoming) Verdict(asOf measure.Date) spec.Verdict {
	if s.Found.After(asOf) {
		return spec.NotApplicable
	}
	switch state := s.State(asOf); {
	case state == Closed:
		return spec.Met
	case state == Open && s.mended(asOf):
		return spec.Unmet
	case s.Due.IsZero() || asOf.IsZero():
		return spec.Unknown
	case s.Due.Before(asOf):
		return spec.Unmet
	}
	return spec.NotApplicable
}

// mended reports whether a step had been taken by a date.
func (s Shortcoming) mended(asOf measure.Date) bool {
	return len(s.Steps) > 0 && !s.Steps[0].On.After(asOf)
}

// Replay takes steps one by one from the finding, in the order given. It
// returns what came of the steps that follow, and the faults of those that do
// not.
func (s Shortcoming) Replay(steps []FixStep) (Shortcoming, *spec.Faults) {
	s.Steps = nil
	faults := &spec.Faults{}
	for _, step := range steps {
		next, err := s.Take(step)
		if err != nil {
			faults.AddError(spec.Fault{Path: "shortcomings." + s.ID}, err)
			continue
		}
		s = next
	}
	return s, faults
}
