package plans_test

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/plans"
	"github.com/county-emergency/emergency/spec"
)

func at(d, h int) hazards.Moment { return hazards.MomentOf(date(2024, 7, d), h, 0, 0) }

func ExampleResponse_Take() {
	r := plans.Response{ID: "flood", Plan: "flood-plan"}
	for _, s := range []plans.ResponseStep{
		{Action: plans.StartResponse, Level: hazards.ResponseIV, At: at(10, 6)},
		{Action: plans.RaiseResponse, Level: hazards.ResponseII, At: at(10, 14)},
		{Action: plans.RaiseResponse, Level: hazards.ResponseIII, At: at(10, 15)},
		{Action: plans.EndResponse, At: at(12, 12)},
	} {
		next, err := r.Take(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		r = next
		fmt.Printf("%s, level %q\n", s.Action.In(spec.English), r.Level())
	}
	lasted, _ := r.Lasted(hazards.Moment{})
	fmt.Println(r.Ended(), r.LevelAt(at(11, 0)), lasted.Hours())
	// Output:
	// started, level "IV"
	// raised, level "II"
	// responses.flood: "flood" at level II cannot be raised to level III [plans.response-level]
	// ended, level ""
	// true II 54
}

// model is the response as a plain variable: 0 before and after, else 1 to 4.
type model struct {
	level          int
	started, ended bool
	last           hazards.Moment
}

func (m model) allows(s plans.ResponseStep) bool {
	if s.At.IsZero() || s.At.Before(m.last) || m.ended {
		return false
	}
	valid := s.Level >= hazards.ResponseIV && s.Level <= hazards.ResponseI
	switch s.Action {
	case plans.StartResponse:
		return !m.started && valid
	case plans.RaiseResponse:
		return m.started && valid && int(s.Level) > m.level
	case plans.LowerResponse:
		return m.started && valid && int(s.Level) < m.level
	case plans.EndResponse:
		return m.started
	}
	return false
}

func TestAResponseIsStartedOnceRaisedUpwardsLoweredDownwardsAndEndsForGood(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := plans.Response{ID: "r", Plan: "p"}
		var m model
		step := func(t *rapid.T) {
			s := plans.ResponseStep{Action: plans.ResponseAction(rapid.IntRange(0, 5).Draw(t, "action")), Level: hazards.Response(rapid.IntRange(0, 5).Draw(t, "level"))}
			if rapid.IntRange(0, 9).Draw(t, "moment?") > 0 {
				base := m.last
				if base.IsZero() {
					base = at(10, 6)
				}
				s.At = base.Add(measure.Seconds(60 * int64(rapid.IntRange(-30, 300).Draw(t, "minutes"))))
			}
			before := len(r.Steps)
			next, err := r.Take(s)
			if m.allows(s) != (err == nil) {
				t.Fatalf("%+v at level %d: %v", s, m.level, err)
			}
			if len(r.Steps) != before {
				t.Fatal("the receiver changed")
			}
			if err != nil {
				var f spec.Fault
				if !errors.As(err, &f) || f.Code == "" || !f.Message.Complete() {
					t.Fatalf("%v", err)
				}
				return
			}
			r, m.started, m.last = next, true, s.At
			if m.level = int(s.Level); s.Action == plans.EndResponse {
				m.level, m.ended = 0, true
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"step": step,
			"": func(t *rapid.T) {
				if int(r.Level()) != m.level || r.Ended() != m.ended {
					t.Fatalf("level %v, ended %v, want %d %v", r.Level(), r.Ended(), m.level, m.ended)
				}
				for i, s := range r.Steps {
					if i > 0 && s.At.Before(r.Steps[i-1].At) {
						t.Fatal("its moments go backwards")
					}
				}
				if len(r.Steps) > 0 && r.LevelAt(r.Steps[0].At.Add(measure.Seconds(-60))) != 0 {
					t.Fatal("a level before its start")
				}
				if _, wrong := r.Replay(r.Steps); wrong.Len() > 0 {
					t.Fatal(wrong)
				}
				d, ok := r.Lasted(m.last)
				if ok != m.started || ok && d.Seconds() < 0 {
					t.Fatalf("%v %v", d, ok)
				}
			},
		})
	})
}

// levels are the four levels of one plan, all said.
func levels(plan string) []plans.ResponseLevel {
	var out []plans.ResponseLevel
	for i, l := range hazards.Responses() {
		out = append(out, plans.ResponseLevel{Plan: plan, Level: l, Trigger: "t", Decider: []string{"office", "command", "government", "committee"}[i],
			Responder: "r", Duties: "d", Within: spec.Exactly(measure.Seconds(3600)), Linkage: "l"})
	}
	return out
}

func responseProvisions() plans.Provisions {
	p := fengduProvisions()
	p.Contingency.Source = inPlan("c")
	p.Response = plans.ResponseProvisions{Levels: inPlan("l"), OnSite: inPlan("o"), Core: []string{"bureau"}}
	return p
}

func TestEachLevelSaysWhoRespondsWithWhatInWhatTimeAndHowLinked(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func([]plans.ResponseLevel) []plans.ResponseLevel
		want   spec.Verdict
	}{
		{"all said", func(l []plans.ResponseLevel) []plans.ResponseLevel { return l }, spec.Met},
		{"no rows", func([]plans.ResponseLevel) []plans.ResponseLevel { return nil }, spec.Unknown},
		{"a level missing", func(l []plans.ResponseLevel) []plans.ResponseLevel { return l[1:] }, spec.Unmet},
		{"a field not looked up", func(l []plans.ResponseLevel) []plans.ResponseLevel { l[2].Duties = ""; return l }, spec.Unknown},
		{"a field not in the plan", func(l []plans.ResponseLevel) []plans.ResponseLevel { l[2].Linkage = plans.NotSaid; return l }, spec.Unmet},
		{"no time", func(l []plans.ResponseLevel) []plans.ResponseLevel {
			l[0].Within = spec.Observed[measure.Duration]{}
			return l
		}, spec.Unknown},
	} {
		r := plans.Records{Levels: tt.change(levels("a")), Contingency: plans.ContingencyRecords{HasPlans: true, Plans: []plans.Contingency{hazardPlan("a", hazards.Earthquake, date(2022, 1, 1))}}}
		if f := findings(t, responseProvisions(), r, date(2024, 1, 1), spec.Choices{})[plans.RuleResponseLevels]; f.Verdict != tt.want {
			t.Errorf("%s: %v", tt.name, f.Verdict)
		}
	}
}

func TestWhoDecidesAStep(t *testing.T) {
	step := func(a plans.ResponseAction, l hazards.Response, h int, by string) plans.ResponseStep {
		return plans.ResponseStep{Action: a, Level: l, At: at(10, h), By: by, Commanders: []string{"c"}, Technical: []string{"t"}, Core: "bureau"}
	}
	for _, tt := range []struct {
		name          string
		steps         []plans.ResponseStep
		left, entered spec.Verdict
	}{
		{"each by whom the level names", []plans.ResponseStep{step(plans.StartResponse, hazards.ResponseIV, 1, "office"), step(plans.RaiseResponse, hazards.ResponseII, 2, "government"), step(plans.EndResponse, 0, 3, "government")}, spec.Met, spec.Met},
		{"raised by whom the lower level names", []plans.ResponseStep{step(plans.StartResponse, hazards.ResponseIV, 1, "office"), step(plans.RaiseResponse, hazards.ResponseII, 2, "office")}, spec.Unmet, spec.Unmet},
		{"lowered by whom the level left names", []plans.ResponseStep{step(plans.StartResponse, hazards.ResponseII, 1, "government"), step(plans.LowerResponse, hazards.ResponseIV, 2, "government")}, spec.Met, spec.Unmet},
		{"lowered by whom the level entered names", []plans.ResponseStep{step(plans.StartResponse, hazards.ResponseII, 1, "government"), step(plans.LowerResponse, hazards.ResponseIV, 2, "office")}, spec.Unmet, spec.Met},
		{"nobody said", []plans.ResponseStep{step(plans.StartResponse, hazards.ResponseII, 1, "")}, spec.Unknown, spec.Unknown},
	} {
		r := plans.Records{Levels: levels("a"), HasResponses: true, Responses: []plans.Response{{ID: "x", Plan: "a", Steps: tt.steps}}}
		if err := r.Validate(); err != nil {
			t.Fatal(err)
		}
		for option, want := range map[string]spec.Verdict{plans.LevelLeft: tt.left, plans.LevelEntered: tt.entered} {
			f := findings(t, responseProvisions(), r, date(2024, 12, 31), spec.Choices{}.With(plans.ReadingWhoLowers, option))[plans.RuleResponses]
			if f.Verdict != want || len(f.Readings) != 1 {
				t.Errorf("%s, %s: %v", tt.name, option, f.Verdict)
			}
		}
	}
}

func TestWhoCommandsOnTheSite(t *testing.T) {
	for _, tt := range []struct {
		name                  string
		commanders, technical []string
		core                  string
		want                  spec.Verdict
	}{
		{"as it must be", []string{"c"}, []string{"t", "u"}, "bureau", spec.Met},
		{"two commanders", []string{"c", "d"}, []string{"t"}, "bureau", spec.Unmet},
		{"nobody said who commands", nil, []string{"t"}, "bureau", spec.Unknown},
		{"nobody said who commands technically", []string{"c"}, nil, "bureau", spec.Unknown},
		{"another department coordinates", []string{"c"}, []string{"t"}, "forestry", spec.Unmet},
		{"nobody said who coordinates", []string{"c"}, []string{"t"}, "", spec.Unknown},
	} {
		s := plans.ResponseStep{Action: plans.StartResponse, Level: hazards.ResponseIV, At: at(10, 1), Commanders: tt.commanders, Technical: tt.technical, Core: tt.core}
		r := plans.Records{HasResponses: true, Responses: []plans.Response{{ID: "x", Plan: "a", Steps: []plans.ResponseStep{s, {Action: plans.EndResponse, At: at(11, 1)}}}}}
		if f := findings(t, responseProvisions(), r, date(2024, 12, 31), spec.Choices{})[plans.RuleOnSite]; f.Verdict != tt.want {
			t.Errorf("%s: %v", tt.name, f.Verdict)
		}
		// What had not begun by the date is not read.
		if f := findings(t, responseProvisions(), r, date(2024, 7, 9), spec.Choices{})[plans.RuleOnSite]; f.Verdict != spec.NotApplicable {
			t.Errorf("%s, before: %v", tt.name, f.Verdict)
		}
	}
}
