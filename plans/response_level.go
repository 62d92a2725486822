package plans

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// ResponseLevel is what a contingency plan says of one level of its response
// (响应分级). A text is empty where nobody looked it up, and [NotSaid] where the
// plan was looked up and does not say it.
type ResponseLevel struct {
	Plan      string
	Level     hazards.Response
	Trigger   string                          // 启动条件
	Decider   string                          // 决定主体: the post or body that starts it
	Responder string                          // 响应主体
	Duties    string                          // 职责任务
	Within    spec.Observed[measure.Duration] // 响应时间
	Linkage   string                          // 联动方式
}

// NotSaid stands in a table where a plan does not say something.
const NotSaid = "无"

// said is the verdict of a text of a plan.
func said(text string) spec.Verdict {
	switch text {
	case "":
		return spec.Unknown
	case NotSaid:
		return spec.Unmet
	}
	return spec.Met
}

// Fields judges the four things that each level must say: who responds, with
// what duties, in what time and how it is linked (响应主体、职责任务、响应时间、联动方式).
func (l ResponseLevel) Fields() [4]spec.Verdict {
	within := spec.Unknown
	if l.Within.Known() {
		within = spec.Met
	}
	return [4]spec.Verdict{said(l.Responder), said(l.Duties), within, said(l.Linkage)}
}

// PlanLevels is the levels of one plan (预案响应分级核查).
type PlanLevels struct {
	Plan    string
	Name    string
	Levels  []ResponseLevel // from the lowest up
	Missing []hazards.Response
	Verdict spec.Verdict
}

// levelsOf gathers the rows of a plan. A plan without rows is unknown; one with
// rows that lacks a level does not provide for it.
func (r Records) levelsOf(id, name string) PlanLevels {
	out := PlanLevels{Plan: id, Name: name}
	for _, level := range hazards.Responses() {
		found := false
		for _, l := range r.Levels {
			if l.Plan == id && l.Level == level {
				out.Levels, found = append(out.Levels, l), true
				break
			}
		}
		if !found {
			out.Missing = append(out.Missing, level)
		}
	}
	if len(out.Levels) == 0 {
		return out
	}
	var tally spec.Tally
	if len(out.Missing) > 0 {
		tally.Add(spec.Unmet)
	}
	for _, l := range out.Levels {
		for _, v := range l.Fields() {
			tally.Add(v)
		}
	}
	out.Verdict = tally.Verdict()
	return out
}

// decider returns who decides a level of a plan; ok is false where it is not known.
func (r Records) decider(plan string, level hazards.Response) (string, bool) {
	for i := range r.Levels {
		if l := &r.Levels[i]; l.Plan == plan && l.Level == level && said(l.Decider) == spec.Met {
			return l.Decider, true
		}
	}
	return "", false
}

// shown says whether something that a plan must contain shows in a table of the
// county (要素佐证): Met where every row of the plan shows it, Unmet where a row says
// that the plan does not, Unknown else, for a plan may say what no table holds.
func (r Records) shown(by Evidence, plan string) spec.Verdict {
	var tally spec.Tally
	for i := range r.Levels {
		l := &r.Levels[i]
		if l.Plan != plan {
			continue
		}
		switch by {
		case LevelEvidence:
			tally.Add(spec.Met)
		case TriggerEvidence:
			tally.Add(said(l.Trigger))
		case DeciderEvidence:
			tally.Add(said(l.Decider))
		}
	}
	if by == DrawEvidence {
		for i := range r.Joint.Draws {
			if r.Joint.Draws[i].Plan == plan {
				tally.Add(spec.Met)
			}
		}
	}
	return tally.Verdict()
}
