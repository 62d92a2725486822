package plans

import (
	"slices"
	"strings"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ResponseProvisions is what a five-year plan asks of responses (响应规定).
type ResponseProvisions struct {
	Levels spec.Source // the clause on graded response, empty where there is none
	OnSite spec.Source // the clause on on-site commanders, empty where there is none
	Core   []string    // names of the department that coordinates on the site
}

// ResponseReview is one response held against the plan it is under (响应复核).
type ResponseReview struct {
	ID      string
	Steps   []StepReview
	Steered spec.Verdict // its steps follow, and were decided by whom they must be
	OnSite  spec.Verdict // commanders and coordinator are as they must be
}

// StepReview is one step: whether it was decided by whom the plan names.
type StepReview struct {
	Step    ResponseStep
	Needs   string // who decides, empty where the plan's levels do not say
	Decided spec.Verdict
}

// ResponseAssessment is what this room says of responses and of plans that run
// together (响应评估).
type ResponseAssessment struct {
	Levels    []PlanLevels // of the special plans in force
	Reviews   []ResponseReview
	Scenarios []ScenarioResult
	Pairs     []ScenarioResult
	JointErr  error // the amounts cannot be added; then scenarios and pairs are empty
}

func assessResponses(p Provisions, r Records, asOf measure.Date, choices spec.Choices) ResponseAssessment {
	var a ResponseAssessment
	for i := range r.Contingency.Plans {
		c := &r.Contingency.Plans[i]
		if c.Kind == SpecialPlan && c.InForce(asOf) != spec.Unmet {
			a.Levels = append(a.Levels, r.levelsOf(c.ID, c.Name))
		}
	}
	entered := choices.Of(WhoLowers()) == LevelEntered
	for _, one := range r.Responses {
		if len(one.Steps) == 0 || one.Steps[0].At.Date().After(asOf) {
			continue
		}
		a.Reviews = append(a.Reviews, r.review(one, p.Response, asOf, entered))
	}
	a.Pairs, a.JointErr = r.Joint.Pairs()
	for _, s := range r.Joint.Scenarios {
		one, err := r.Joint.Feasible(s)
		if err != nil {
			a.JointErr = err
		}
		a.Scenarios = append(a.Scenarios, one)
	}
	if a.JointErr != nil {
		a.Pairs, a.Scenarios = nil, nil
	}
	return a
}

// review holds the steps taken by a date against the levels of the plan.
func (r Records) review(one Response, p ResponseProvisions, asOf measure.Date, entered bool) ResponseReview {
	out := ResponseReview{ID: one.ID}
	var steered, onSite spec.Tally
	level := hazards.Response(0)
	for _, s := range one.Steps {
		if s.At.Date().After(asOf) {
			break
		}
		asked := s.Level
		if s.Action == EndResponse || s.Action == LowerResponse && !entered {
			asked = level
		}
		step := StepReview{Step: s}
		step.Needs, _ = r.decider(one.Plan, asked)
		switch {
		case step.Needs == "" || s.By == "":
		case step.Needs == s.By:
			step.Decided = spec.Met
		default:
			step.Decided = spec.Unmet
		}
		steered.Add(step.Decided)
		out.Steps = append(out.Steps, step)
		if level = s.Level; s.Action != EndResponse {
			onSite.Add(commanded(s, p.Core))
		}
	}
	out.Steered, out.OnSite = steered.Verdict(), onSite.Verdict()
	return out
}

// commanded judges who commands on the site from a step on. Silence is unknown.
func commanded(s ResponseStep, core []string) spec.Verdict {
	commanders, technical := spec.Unknown, spec.Unknown
	if n := len(s.Commanders); n > 0 {
		commanders = yesNo(n == 1, true)
	}
	if len(s.Technical) > 0 {
		technical = spec.Met
	}
	coordinated := spec.NotApplicable
	if len(core) > 0 {
		coordinated = spec.Unknown
		if s.Core != "" {
			coordinated = yesNo(slices.Contains(core, strings.TrimSpace(s.Core)), true)
		}
	}
	return spec.All(commanders, technical, coordinated)
}
