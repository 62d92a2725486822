package teams

import (
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

func needTraining() spec.Need {
	return spec.Need{Key: "training.csv", Question: spec.T("which trainings, contests and drills has each team held, on which day and for which hazard", "各队伍参加过哪些训练、比武和演练，何日，针对哪个灾种"),
		Unit: spec.Events, Who: who()}
}

// training starts a finding about trainings; ok is false where there is nothing
// more to say.
func (a *Assessment) training(rule string) (f spec.Finding, ok bool) {
	asks, what := a.provisions.Forces.HazardTraining, spec.T("training for every hazard", "多灾种训练")
	if rule == ruleJoint {
		asks, what = a.provisions.Forces.JointTraining, spec.T("joint training", "共训共练")
	}
	if f, ok = a.asked(rule, asks, what); !ok {
		return f, false
	}
	interval := a.provisions.Forces.TrainingInterval
	if !a.Forces.trainingOK {
		f.Reason = invalid(a.options[readingTraining])
		return f, false
	}
	if interval.Known() {
		f.Source = interval.Source
		f.Lean(interval.Source)
		f.Inputs = days("interval", spec.T("interval of training", "训练间隔"), interval)
	} else {
		f.Readings = []string{spec.Used(trainingInterval(), a.options[readingTraining])}
		f.Lean(ours("how often teams train where the plan gives no interval (规划未定间隔时的训练频次)"))
	}
	if !a.records.HasTeams {
		noTable(&f, needTeams())
		return f, false
	}
	return f, true
}

func (a *Assessment) hazardTrainingFinding() spec.Finding {
	f, ok := a.training(ruleHazards)
	if !ok {
		return f
	}
	r := rolled{noun: spec.T("comprehensive teams", "综合队伍"), done: spec.T("have trained for every hazard", "各灾种均已训练"), unit: spec.Teams, need: needTraining()}
	for _, t := range a.Forces.HazardTraining {
		r.tally.Add(t.Verdict)
		if t.Verdict == spec.Unmet {
			r.off = append(r.off, named(t.Team.Name))
		}
	}
	r.into(&f)
	return f
}

func (a *Assessment) jointTrainingFinding() spec.Finding {
	f, ok := a.training(ruleJoint)
	if !ok {
		return f
	}
	contests := 0
	for _, t := range a.records.Training {
		if (t.Kind == Contest || t.Kind == MobileDrill) && !t.On.After(a.asOf) {
			contests++
		}
	}
	if a.records.HasTraining {
		f.Inputs = append(f.Inputs, count("contests", spec.T("contests and cross-area drills joined", "参加比武竞赛和跨区机动演练"), contests, spec.Events))
	}
	r := rolled{noun: spec.T("social, militia and volunteer teams", "社会力量、民兵和志愿队伍"), done: spec.T("have trained as asked", "已按要求训练"), unit: spec.Teams, need: needTraining()}
	for _, t := range a.Forces.JointTraining {
		r.tally.Add(t.Verdict)
		if t.Verdict == spec.Unmet {
			r.off = append(r.off, named(t.Team.Name))
		}
	}
	r.into(&f)
	return f
}

func (a *Assessment) ratingsFinding() spec.Finding {
	f, ok := a.asked(ruleRatings, a.provisions.Forces.Ratings, spec.T("ratings of social forces", "社会力量测评"))
	if !ok {
		return f
	}
	if !a.records.HasTeams {
		noTable(&f, needTeams())
		return f
	}
	interval := a.provisions.Forces.RatingInterval
	f.Lean(interval.Source)
	f.Inputs = days("interval", spec.T("days for which a rating holds", "测评有效天数"), interval)
	r := rolled{noun: spec.T("social forces", "社会力量"), done: spec.Textf("have a grade that holds (%s)", "有有效测评等级（%s）", daysText(interval)), unit: spec.Teams,
		need: spec.Need{Key: "teams.csv: rating", Question: spec.T("which grade has each social force, and since when", "各社会力量的测评等级和测评日期"), Unit: spec.Teams, Who: who()}}
	for _, t := range a.Forces.Ratings {
		r.tally.Add(t.Verdict)
		if t.Verdict == spec.Unmet {
			r.off = append(r.off, named(t.Team.Name))
		}
	}
	if len(a.Forces.Ratings) == 0 && !a.records.RosterComplete {
		f.Unit = spec.Teams
		f.Reason = reason(spec.ReasonNoData, spec.T("no social force is reported", "未填报社会力量"))
		f.Missing = []spec.Need{needRoster()}
		return f
	}
	r.into(&f)
	return f
}

// trainingUnits has one finding a team that must train.
func (a *Assessment) trainingUnits() []spec.Finding {
	var out []spec.Finding
	hazardTraining, jointTraining := a.Forces.HazardTraining, a.Forces.JointTraining
	if _, ok := a.training(ruleHazards); !ok {
		hazardTraining = nil
	}
	if _, ok := a.training(ruleJoint); !ok {
		jointTraining = nil
	}
	for _, t := range hazardTraining {
		f, _ := a.training(ruleHazards)
		f.Target = "team/" + t.Team.ID
		f.Subject = spec.Subject{Kind: "team", ID: t.Team.ID, Name: t.Team.Name}
		f.Verdict = t.Verdict
		f.Missing = a.untold(t.Verdict)
		if a.records.HasTraining {
			a.trainedFor(&f, t)
		}
		var off []spec.Text
		for _, h := range t.Untrained {
			off = append(off, spec.T(h.In(spec.English), h.In(spec.Chinese)))
		}
		f.Reason = reason(verdictCode(t.Verdict), spec.Textf("no training for: %s", "未训练灾种：%s", listed(off)))
		if len(off) == 0 {
			f.Reason = reason(verdictCode(t.Verdict), spec.T("trained for every hazard", "各灾种均已训练"))
		}
		out = append(out, f)
	}
	for _, t := range jointTraining {
		f, _ := a.training(ruleJoint)
		f.Target = "team/" + t.Team.ID
		f.Subject = spec.Subject{Kind: "team", ID: t.Team.ID, Name: t.Team.Name}
		f.Verdict, f.Actual, f.Unit = t.Verdict, spec.Whole(int64(t.Times)), spec.Events
		f.Inputs = append(f.Inputs, count("times", spec.T("trainings that count", "有效训练次数"), int(t.Times), spec.Events))
		f.Missing = a.untold(t.Verdict)
		f.Reason = reason(verdictCode(t.Verdict), spec.Textf("trained %d times", "训练 %d 次", t.Times))
		out = append(out, f)
	}
	return out
}

// trainedFor says for which hazards a team has trained, and for how many of all.
func (a Assessment) trainedFor(f *spec.Finding, t TeamTraining) {
	all := hazards.Naturals()
	for _, h := range all {
		f.Inputs = append(f.Inputs, spec.Input{Name: "trained/" + h.String(), Label: spec.T("trained for: "+h.In(spec.English), "已训练："+h.In(spec.Chinese)),
			Value: oneIf(!slices.Contains(t.Untrained, h)), Unit: spec.Items})
	}
	f.Actual, f.Comparison, f.Required, f.Unit = spec.Whole(len(all)-len(t.Untrained)), spec.NotBelow, spec.Whole(len(all)), spec.Items
	if t.Verdict != spec.Unknown {
		f.Gap = spec.Whole(len(t.Untrained))
	}
}

// untold asks for the trainings where it is not known whether a team has trained.
func (a Assessment) untold(v spec.Verdict) []spec.Need {
	if v != spec.Unknown || a.records.HasTraining {
		return nil
	}
	return []spec.Need{needTraining()}
}

// verdictCode is the code of a reason that only says what the verdict says.
func verdictCode(v spec.Verdict) string {
	switch v {
	case spec.Met:
		return spec.ReasonAllMet
	case spec.Unmet:
		return spec.ReasonSomeUnmet
	case spec.NotApplicable:
		return spec.ReasonNothingToDo
	}
	return spec.ReasonNoData
}
