package plans

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ResponseAction is a step of the response to an event (应急响应动作). The zero
// ResponseAction is unset.
type ResponseAction uint8

// The actions.
const (
	_             ResponseAction = iota
	StartResponse                // 启动
	RaiseResponse                // 升级
	LowerResponse                // 降级
	EndResponse                  // 终止
)

var responseActions = [...]name{
	StartResponse: {"start", spec.Text{EN: "started", ZH: "启动"}, []string{"启动响应"}},
	RaiseResponse: {"raise", spec.Text{EN: "raised", ZH: "升级"}, []string{"提升", "提升响应级别"}},
	LowerResponse: {"lower", spec.Text{EN: "lowered", ZH: "降级"}, []string{"降低", "降低响应级别"}},
	EndResponse:   {"end", spec.Text{EN: "ended", ZH: "终止"}, []string{"结束", "解除"}},
}

// ResponseActions returns the actions in order.
func ResponseActions() []ResponseAction { return allOf[ResponseAction](len(responseActions)) }

// ParseResponseAction reads an action by its code, as "raise", or its Chinese name.
func ParseResponseAction(s string) (action ResponseAction, ok bool) {
	i := findName(responseActions[:], s)
	return ResponseAction(i), i > 0
}

// String returns the code, as "raise", empty for the zero ResponseAction.
func (a ResponseAction) String() string { return nameAt(responseActions[:], int(a)).code }

// In returns the action in words.
func (a ResponseAction) In(lang spec.Lang) string {
	return nameAt(responseActions[:], int(a)).text.In(lang)
}

// Response is the response to one event under a contingency plan (应急响应). It is
// started at a level, raised, lowered and ended, and each step is later than
// the one before or at the same moment. It is a value: a step returns a new one.
// There is no clock: the moment is an argument.
type Response struct {
	ID    string
	Plan  string // id of the contingency plan
	Event string // what happened, as the county writes it
	Steps []ResponseStep
}

// ResponseStep is one decision, and who commands on the site from then on.
type ResponseStep struct {
	Action ResponseAction
	Level  hazards.Response // the level from then on; 0 where it ends
	At     hazards.Moment
	By     string // the post or body that decided

	Commanders []string // 现场指挥官: posts; there must be exactly one while it runs
	Technical  []string // 现场技术指挥官: posts; at least one
	Core       string   // the body that coordinates on the site, empty where nobody said
}

// The codes of faults of a step.
const (
	FaultResponseOrder    = "plans.response-order"     // the action does not follow from the state
	FaultResponseLevel    = "plans.response-level"     // the level is not higher, not lower, or none
	FaultResponseBackward = "plans.response-backwards" // the moment is before that of the step before
	FaultResponseMoment   = "plans.response-without-moment"
)

// Level returns the level at the end of the steps, 0 where it has not been
// started or has ended.
func (r Response) Level() hazards.Response { return r.LevelAt(hazards.Moment{}) }

// LevelAt returns the level at a moment, the last step of that moment included;
// the unset moment takes every step.
func (r Response) LevelAt(at hazards.Moment) hazards.Response {
	var level hazards.Response
	for _, s := range r.Steps {
		if s.At.After(at) {
			break
		}
		if level = s.Level; s.Action == EndResponse {
			level = 0
		}
	}
	return level
}

// Ended reports whether its last step ended it.
func (r Response) Ended() bool {
	return len(r.Steps) > 0 && r.Steps[len(r.Steps)-1].Action == EndResponse
}

// Take returns the response after one more step, or a [spec.Fault] where the
// step does not follow: it is started once, raised to a higher level, lowered
// to a lower one, and over once ended.
func (r Response) Take(s ResponseStep) (Response, error) {
	level := r.Level()
	fault := func(code string, text spec.Text) (Response, error) {
		return r, spec.Fault{Path: "responses." + r.ID, Code: code, Value: s.Action.String(), Message: text}
	}
	if s.At.IsZero() {
		return fault(FaultResponseMoment, spec.Textf("a step of %q has no moment", "响应 %q 的动作没有时间", r.ID))
	}
	if n := len(r.Steps); n > 0 && s.At.Before(r.Steps[n-1].At) {
		return fault(FaultResponseBackward, spec.Textf("%s of %q is before %s", "响应 %[2]q 的时间 %[1]s 早于 %[3]s", s.At, r.ID, r.Steps[n-1].At))
	}
	switch {
	case s.Action == StartResponse && len(r.Steps) == 0:
		if s.Level < hazards.ResponseIV || s.Level > hazards.ResponseI {
			return fault(FaultResponseLevel, spec.Textf("%q is started at no level", "响应 %q 启动时没有级别", r.ID))
		}
	case (s.Action == RaiseResponse || s.Action == LowerResponse) && level != 0:
		up := s.Action == RaiseResponse
		if s.Level < hazards.ResponseIV || s.Level > hazards.ResponseI || up && s.Level <= level || !up && s.Level >= level {
			return fault(FaultResponseLevel, spec.Textf("%q at %s cannot be %s to %s", "响应 %q 处于%s，不能%s至%s", r.ID, level, s.Action, s.Level))
		}
	case s.Action == EndResponse && level != 0:
		s.Level = 0
	default:
		return fault(FaultResponseOrder, spec.Textf("%q cannot be %s now", "响应 %q 此时不能%s", r.ID, s.Action))
	}
	r.Steps = append(slices.Clone(r.Steps), s)
	return r, nil
}

// Replay takes steps one by one from nothing, in the order given. It returns what came of
// the steps that follow, and the faults of those that do not.
func (r Response) Replay(steps []ResponseStep) (Response, *spec.Faults) {
	r.Steps = nil
	faults := &spec.Faults{}
	for _, s := range steps {
		next, err := r.Take(s)
		if err != nil {
			faults.AddError(spec.Fault{Path: "responses." + r.ID}, err)
			continue
		}
		r = next
	}
	return r, faults
}

// Lasted returns the time from its start to its end, or to a moment while it
// runs; ok is false where it has not been started by then.
func (r Response) Lasted(until hazards.Moment) (measure.Duration, bool) {
	if len(r.Steps) == 0 || r.Steps[0].At.After(until) {
		return measure.Duration{}, false
	}
	end := until
	if last := r.Steps[len(r.Steps)-1].At; r.Ended() && (until.IsZero() || !last.After(until)) {
		end = last
	}
	return r.Steps[0].At.Until(end)
}
