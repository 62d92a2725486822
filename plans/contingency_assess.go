package plans

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ContingencyAssessment is what this room says of a county's contingency plans:
// the typed results (预案评估).
type ContingencyAssessment struct {
	Masters  []string   // ids of the master plans in force
	Coverage []Coverage // one a group that must have plans, in the order given
	Extra    []string   // plans in force that nobody asks for
	Tree     Tree
	Content  []PlanContent
	Clocks   []ClockState
	Platform spec.Tally
	Drafts   int // plans of the register that are not in force on the date
}

// PlanContent is what one plan in force contains (预案要素核查).
type PlanContent struct {
	Plan    string
	Name    string
	Items   []ContentItem // those asked of its kind
	States  []spec.Verdict
	Verdict spec.Verdict // all of them
}

func assessContingency(p ContingencyProvisions, records Records, asOf measure.Date) ContingencyAssessment {
	r := records.Contingency
	var a ContingencyAssessment
	have := r.bySubject(asOf)
	for _, g := range r.Required {
		a.Coverage = append(a.Coverage, r.cover(g, have, asOf))
	}
	a.Extra = r.Unrequired(asOf)
	a.Tree = r.TreeOf(p, asOf)
	a.Clocks = records.Clocks(p, asOf)
	answers := records.contentAnswers(asOf)
	for i := range r.Plans {
		c := &r.Plans[i]
		state := c.InForce(asOf)
		if state == spec.Unmet {
			a.Drafts++
			continue
		}
		if c.Kind == MasterPlan && state == spec.Met {
			a.Masters = append(a.Masters, c.ID)
		}
		on, known := c.Platform.Value()
		a.Platform.Add(yesNo(on, known))
		if content := records.contentOf(p, c, answers); len(content.Items) > 0 {
			a.Content = append(a.Content, content)
		}
	}
	return a
}

// yesNo is the verdict of a yes, a no or silence.
func yesNo(yes, known bool) spec.Verdict {
	switch {
	case !known:
		return spec.Unknown
	case yes:
		return spec.Met
	}
	return spec.Unmet
}

// contentKey is an item of a plan.
type contentKey struct{ plan, item string }

// contentAnswers returns the last answer known on the date to each item.
func (r Records) contentAnswers(asOf measure.Date) map[contentKey]spec.Verdict {
	out := make(map[contentKey]spec.Verdict, len(r.Contingency.Content))
	for _, answer := range r.Contingency.Content {
		if !answer.On.After(asOf) {
			out[contentKey{answer.Plan, answer.Item}] = answer.State
		}
	}
	return out
}

// contentOf judges what a plan contains: by the last answer, else by a table in
// which it shows.
func (r Records) contentOf(p ContingencyProvisions, c *Contingency, answers map[contentKey]spec.Verdict) PlanContent {
	out := PlanContent{Plan: c.ID, Name: c.Name}
	for _, item := range p.Content {
		if !item.asks(c.Kind) {
			continue
		}
		state, answered := answers[contentKey{c.ID, item.ID}]
		if !answered {
			state = r.shown(item.Evidence, c.ID)
		}
		out.Items, out.States = append(out.Items, item), append(out.States, state)
	}
	out.Verdict = spec.All(out.States...)
	return out
}

// group returns the coverage of the groups of some kinds.
func (a ContingencyAssessment) group(kinds func(ContingencyKind) bool) []Coverage {
	var out []Coverage
	for _, c := range a.Coverage {
		if kinds(c.Group.Kind) {
			out = append(out, c)
		}
	}
	return out
}

// Of returns the coverage of the group of a kind, the first where there are
// several (各类预案覆盖).
func (a ContingencyAssessment) Of(kind ContingencyKind) (Coverage, bool) {
	i := slices.IndexFunc(a.Coverage, func(c Coverage) bool { return c.Group.Kind == kind })
	if i < 0 {
		return Coverage{}, false
	}
	return a.Coverage[i], true
}
