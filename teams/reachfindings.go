package teams

import (
	"slices"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The ids of the rules about where teams can be in time.
const (
	ruleReach      = "teams.reach"
	ruleReachAfter = "teams.reach-after-event"
)

func reachRules() []spec.Rule {
	return []spec.Rule{
		{
			ID: ruleReach, Revision: 2, Kind: spec.StandardKind,
			Title: spec.T("Townships reached in time by a team with the skill", "专业力量限时到达乡镇"),
			Formula: spec.T("for each skill and township: turnout + travel of a team that has the skill on the date ≤ the limit",
				"逐技能、逐乡镇：当日具备技能的队伍 出动时间 + 行程时间 ≤ 时限"),
			Source: ours("the limit is the county's own plan's (时限以县预案为准)"), Reads: []string{"team_travel.csv", "teams.csv: turnout", "certificates.csv"},
			Readings: []string{readingProof},
			// a township has the times of its teams alone
			Derivations: counted(arrivalSteps()...),
		},
		{
			ID: ruleReachAfter, Revision: 2, Kind: spec.StandardKind,
			Title: spec.T("What stays uncovered when an event has taken teams", "一处事件占用队伍后的覆盖缺口"),
			Formula: spec.T("the same without the teams that an event has taken, for each event on its own",
				"同上，逐一扣除各事件占用的队伍"),
			Source: ours("the limit is the county's own plan's (时限以县预案为准)"), Reads: []string{"county.yaml: teams.events", "team_travel.csv"},
			Readings:    []string{readingProof},
			Derivations: append([]spec.Derivation{is("unmet", "max(uncovered/**)")}, counted(arrivalSteps()...)...),
		},
	}
}

// ReachResult is how the townships are covered, before and after one event
// (限时覆盖).
type ReachResult struct {
	Event  TeamEvent // zero where nothing has happened
	Covers []Cover
	Tally  spec.Tally
}

// reach judges every skill and township of the plan; first without any event,
// then after each event of the records on its own.
func reach(p Provisions, r Records, asOf measure.Date, proof SkillProof) []ReachResult {
	if !p.Forces.Reach.Known() || len(p.Forces.ReachSkills) == 0 {
		return nil
	}
	var calls []Call
	for _, skill := range p.Forces.ReachSkills {
		for _, u := range r.Townships {
			calls = append(calls, Call{ID: string(skill) + "/" + u.ID(), Place: u.Code, Skill: skill, Within: p.Forces.Reach.Value})
		}
	}
	ready := Ready{AsOf: asOf, Certificates: r.Certificates, Windows: p.Forces.Windows(), Proof: proof, Agreements: r.Agreements}
	var out []ReachResult
	for _, event := range append([]TeamEvent{{}}, r.Events...) {
		ready.Taken = event.Takes
		one := ReachResult{Event: event, Covers: Covered(r.Teams, calls, ready, r.travel())}
		for i := range one.Covers {
			if one.Covers[i].Verdict == spec.Unmet && (!r.HasTeams || !r.RosterComplete) {
				one.Covers[i].Verdict = spec.Unknown // a team that is not in the roster may come
			}
			one.Tally.Add(one.Covers[i].Verdict)
		}
		out = append(out, one)
	}
	return out
}

// reached starts a finding about reach; ok is false where nothing is to judge.
func (a *Assessment) reached(rule string) (f spec.Finding, ok bool) {
	f = a.base(rule)
	limit := a.provisions.Forces.Reach
	if !limit.Known() || len(a.provisions.Forces.ReachSkills) == 0 {
		notSet(&f, spec.T("a limit of time for teams to be there", "队伍限时到达"))
		return f, false
	}
	f.Source, f.Unit = limit.Source, spec.Units
	f.Lean(limit.Source)
	if !a.Forces.proofOK {
		f.Reason = invalid(a.options[readingProof])
		return f, false
	}
	f.Readings = []string{spec.Used(skillProof(), a.options[readingProof])}
	f.Inputs = []spec.Input{{Name: "within", Label: spec.T("limit from the call until a team is there", "接报至到场时限"),
		Value: spec.AmountOf(limit.Value.Hours(), 2), Unit: spec.Hours, Source: limit.Source}}
	for _, s := range a.provisions.Forces.ReachSkills {
		f.Inputs = append(f.Inputs, spec.Input{Name: "skill", Label: skillText(s), Text: string(s), Words: spec.T("must be there in time", "须限时到达"), Source: limit.Source})
	}
	need := spec.Need{Key: "team_travel.csv", Question: spec.T("how long does each team take to each township, and how long until it leaves", "各队伍到各乡镇的行程时间和出动时间"), Unit: spec.Hours, Who: who()}
	switch {
	case !a.records.HasTownships:
		noTable(&f, needTownships())
		return f, false
	case !a.records.HasTeams:
		noTable(&f, needTeams())
		return f, false
	case !a.records.HasTravel:
		noTable(&f, need)
		return f, false
	}
	return f, true
}

// skillText is a skill in words: the field's, or as the county writes it.
func skillText(s Skill) spec.Text {
	if f, ok := ParseField(string(s)); ok {
		return f.text()
	}
	return named(string(s))
}

func (a *Assessment) reachFindings() []spec.Finding {
	f, ok := a.reached(ruleReach)
	if ok {
		a.reachRolled(a.Reach[0]).into(&f)
	}
	g, ok := a.reached(ruleReachAfter)
	if !ok {
		return []spec.Finding{f, g}
	}
	if len(a.records.Events) == 0 {
		g.Verdict, g.Reason = spec.NotApplicable, reason(spec.ReasonNothingToDo, spec.T("no event has taken teams", "没有占用队伍的事件"))
		return []spec.Finding{f, g}
	}
	worst := a.Reach[1]
	for _, r := range a.Reach[1:] {
		g.Inputs = append(g.Inputs, count("uncovered/"+r.Event.ID, spec.Textf("not covered after: %s (%d teams taken)", "“%s”后不能覆盖（占用 %d 支）", named(r.Event.Name), len(r.Event.Takes)),
			r.Tally.Unmet, spec.Units))
		if r.Tally.Unmet > worst.Tally.Unmet {
			worst = r
		}
	}
	a.reachRolled(worst).into(&g)
	g.Reason.Text = spec.Textf("after %s: %s", "“%s”后：%s", named(worst.Event.Name), g.Reason.Text)
	return []spec.Finding{f, g}
}

func (a *Assessment) reachRolled(r ReachResult) rolled {
	out := rolled{tally: r.Tally, noun: spec.T("pairs of township and skill", "乡镇与技能组合"), done: spec.T("are reached in time", "可限时到达"), unit: spec.Units,
		need: spec.Need{Key: "team_travel.csv", Question: spec.T("how long does each team take to each township, and how long until it leaves", "各队伍到各乡镇的行程时间和出动时间"), Unit: spec.Hours, Who: who()}}
	for _, c := range r.Covers {
		if c.Verdict == spec.Unmet {
			out.off = append(out.off, a.placeAndSkill(c.Call))
		}
	}
	return out
}

// placeAndSkill names the township and the skill of a call.
func (a *Assessment) placeAndSkill(c Call) spec.Text {
	name := c.Place.Short()
	if i := slices.IndexFunc(a.records.Townships, func(u Unit) bool { return u.Code.Equal(c.Place) }); i >= 0 {
		name = a.records.Townships[i].Name
	}
	return spec.Textf("%s – %s", "%s–%s", named(name), skillText(c.Skill))
}

// arrivalSteps work out when the first team is there.
func arrivalSteps() []spec.Derivation {
	return []spec.Derivation{
		is("in-time/*", "(turnout/* + travel/*) ÷ 60"), is("open/*", "(turnout/* + travel/*) ÷ 60"), is("late/*", "(turnout/* + travel/*) ÷ 60"),
		is("actual", "min(in-time/**)"), is("required", "within"),
	}
}

// arrivalInputs list turnout, travel and arrival of a team.
func arrivalInputs(to Call, a Arrival, travel Travel) []spec.Input {
	var out []spec.Input
	turnout, ready := a.Team.Turnout.Value()
	way, known := travel(a.Team, to.Place)
	if ready {
		out = append(out, spec.Input{Name: "turnout/" + a.Team.ID, Label: spec.Textf("turnout of %s", "%s出动时间", named(a.Team.Name)), Value: spec.AmountOf(turnout.Minutes(), 2), Unit: spec.Minutes})
	}
	if known {
		out = append(out, spec.Input{Name: "travel/" + a.Team.ID, Label: spec.Textf("travel of %s", "%s行程时间", named(a.Team.Name)), Value: spec.AmountOf(way.Minutes(), 2), Unit: spec.Minutes})
	}
	in := spec.Input{Name: arrivalGroups[a.Verdict] + a.Team.ID, Label: named(a.Team.Name), Text: a.Verdict.String(), Words: spec.WordsOf(a.Verdict), Unit: spec.Hours}
	if t, ok := a.Time.Value(); ok {
		in.Value = spec.AmountOf(t.Hours(), 2)
	}
	return append(out, in)
}

// arrivalGroups are what the inputs of the teams of a call begin with.
var arrivalGroups = [...]string{spec.Met: "in-time/", spec.Unknown: "open/", spec.Unmet: "late/"}

// reachUnits has one finding for each township and skill, before and after each
// event.
func (a *Assessment) reachUnits() []spec.Finding {
	var out []spec.Finding
	travel := a.records.travel()
	for i, r := range a.Reach {
		rule := ruleReach
		if i > 0 {
			rule = ruleReachAfter
		}
		f, ok := a.reached(rule)
		if !ok {
			return nil
		}
		shared := f.Inputs[:len(f.Inputs):len(f.Inputs)]
		for _, c := range r.Covers {
			f := f
			f.Inputs = shared
			f.Target = "reach/" + c.Call.ID
			if i > 0 {
				f.Target = "reach-after/" + r.Event.ID + "/" + c.Call.ID
			}
			f.Title = a.placeAndSkill(c.Call)
			f.Subject = spec.Subject{Kind: "township", ID: c.Call.Place.Short()}
			f.Verdict, f.Unit = c.Verdict, spec.Hours
			for _, arrival := range c.Arrivals {
				f.Inputs = append(f.Inputs, arrivalInputs(c.Call, arrival, travel)...)
			}
			switch {
			case len(c.Arrivals) == 0:
				f.Reason = reason(ReasonAbsent, spec.T("no team has the skill and is free", "没有具备该技能且可调派的队伍"))
			case c.Verdict == spec.Met:
				first := c.Arrivals[0]
				f.Reason = reason(spec.ReasonCompared, spec.Textf("%s is there first", "最先到达：%s", named(first.Team.Name)))
				if t, ok := first.Time.Value(); ok {
					f.Actual, f.Comparison, f.Required = spec.AmountOf(t.Hours(), 2), spec.NotAbove, spec.AmountOf(c.Call.Within.Hours(), 2)
				}
			case c.Verdict == spec.Unmet:
				f.Reason = reason(spec.ReasonCompared, spec.T("no team with the skill is there in time", "没有具备该技能的队伍能限时到达"))
			default:
				f.Reason = reason(spec.ReasonNoData, spec.T("whether a team has the skill, or its time, is not known", "队伍技能或到达时间未知"))
			}
			out = append(out, f)
		}
	}
	return out
}
