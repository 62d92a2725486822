package teams

import (
	"github.com/county-emergency/emergency/spec"
)

func (a *Assessment) townshipFinding() spec.Finding {
	f := a.coverage(ruleEstablishment, a.provisions.TownshipTeams, a.Townships, teamCompleted(), spec.Townships, spec.T("townships", "乡镇（街道）"))
	if a.Townships.Judgement.Verdict == spec.NotApplicable || !a.Townships.Valid {
		return f
	}
	if a.usesGroups() {
		f.Lean(ours("a group of township teams is one team a township (乡镇队伍按每乡镇一支计)"))
	}
	if f.Verdict != spec.Unknown || f.Reason.Code == spec.ReasonNotDue {
		return f
	}
	if !a.records.HasTownships {
		f.Missing = append(f.Missing, needTownships())
	}
	switch {
	case !a.records.HasTeams:
		f.Missing = append(f.Missing, needTeams())
	case a.Townships.Option == optionStandardised:
		f.Missing = append(f.Missing, spec.Need{
			Key:      "teams.csv: completed",
			Question: spec.T("which township teams are completed to the standard of construction", "哪些乡镇（街道）队伍已达到规范化建设标准"),
			Unit:     spec.Teams, Who: who(),
		})
	default:
		f.Missing = append(f.Missing, spec.Need{
			Key:      "teams.csv: division",
			Question: spec.T("which townships have a team", "哪些乡镇（街道）有队伍"),
			Unit:     spec.Townships, Who: who(),
		})
	}
	return f
}

// usesGroups reports whether a group without places went into the number.
func (a *Assessment) usesGroups() bool {
	for _, t := range a.records.Teams {
		if t.isTownshipTeam() && t.Place.IsZero() {
			return true
		}
	}
	return false
}

func (a *Assessment) communityFinding() spec.Finding {
	f := a.coverage(ruleCommunity, a.provisions.CommunityStations, a.Communities, stationNames(), spec.Communities, spec.T("communities", "社区"))
	if f.Verdict != spec.Unknown || !a.Communities.Valid || f.Reason.Code == spec.ReasonNotDue {
		return f
	}
	if !a.records.HasVillages {
		f.Missing = append(f.Missing, needVillages())
	}
	f.Missing = append(f.Missing, spec.Need{
		Key:      "county.yaml: teams.stations.micro_fire.communities",
		Question: spec.T("how many communities have a community rescue station (micro fire station)", "有多少个社区建有社区应急救援站（微型消防站）"),
		Unit:     spec.Communities, Who: who(),
	})
	return f
}

// coverage puts a share of units and its target into words.
func (a *Assessment) coverage(rule string, target spec.Target, c Coverage, reading spec.Reading, unit spec.Unit, noun spec.Text) spec.Finding {
	f := a.base(rule)
	j := c.Judgement
	f.Verdict, f.Unit = j.Verdict, spec.Percent
	if j.Code == spec.ReasonNotInPlan {
		f.Reason = reason(j.Code, spec.Textf("this plan sets no target for the share of %s", "本规划未规定%s建成率", noun))
		return f
	}
	f.Target, f.Title, f.Source = target.ID, target.Title, target.Source
	f.Binding = target.Nature == spec.Binding
	f.Lean(target.Source)
	if j.Code == spec.ReasonInvalidChoice {
		f.Reason = reason(j.Code, spec.Textf("%q is no option of the reading", "%q 不是该解读的选项", c.Option))
		return f
	}
	f.Readings = []string{spec.Used(reading, c.Option)}
	f.Inputs = deadlineInput(target)
	if c.Supplied {
		f.Inputs = append(f.Inputs, spec.Input{Name: "of", Label: spec.Textf("%s in the division table", "区划表中的%s数", noun), Value: spec.Whole(c.Of), Unit: unit})
	}
	if j.Code == spec.ReasonNothingToDo {
		f.Reason = reason(j.Code, spec.Textf("there are no %s", "没有%s", noun))
		return f
	}
	f.Comparison, f.Required = j.Comparison, spec.AmountOf(j.Required, 2)
	f.Inputs = append(f.Inputs, targetShare(target, f.Required))
	known := c.says()
	if known == nothing {
		f.Reason = reason(j.Code, spec.Textf("it is not known how many of the %s have one", "已建成的%s数未知", noun))
		return f
	}
	if in, ok := observedInput("done", spec.Textf("%s that have one", "已建成的%s数", noun), c.Done, unit); ok {
		f.Inputs = append(f.Inputs, in)
	}
	amount, bound, _ := shown(c.Done)
	if j.Code == ReasonMoreThanAll {
		f.Reason = reason(j.Code, spec.Textf("%s of %d %s are said to have one", "填报%s，而%[3]s共 %[2]d 个", boundText(amount, bound), c.Of, noun))
		return f
	}
	f.Gap = spec.AmountOf(j.Gap, 2)
	if c.Rate.Known() {
		f.Actual, f.Bound = spec.AmountAgainst(c.Rate.Low, j.Required, 2), spec.ExactBound
	} else {
		rate := c.Rate.Low
		if bound == spec.AtMostBound {
			rate = c.Rate.High
		}
		f.Actual, f.Bound = spec.AmountAgainst(rate, j.Required, 2), bound
	}
	text := spec.Textf("%s of %d %s: %s %%", "%s / %d 个%s：%s%%", boundText(amount, bound), c.Of, noun, f.Actual)
	if j.Code == spec.ReasonNotDue {
		text = spec.Textf("%s; due %s", "%s；期限 %s", text, target.Deadline)
	}
	f.Reason = reason(j.Code, text)
	return f
}

// targetShare is the share that a target asks for.
func targetShare(t spec.Target, share spec.Amount) spec.Input {
	return spec.Input{Name: "target", Label: spec.T("share that the plan asks for", "规划要求比例"), Value: share, Unit: spec.Percent, Source: t.Source}
}

// deadlineInput is the last day of a target, where it has one.
func deadlineInput(t spec.Target) []spec.Input {
	if t.Deadline.IsZero() {
		return nil
	}
	return []spec.Input{{Name: "deadline", Label: spec.T("deadline", "期限"), Text: t.Deadline.String(), Source: t.Source}}
}

func needTownships() spec.Need {
	return spec.Need{
		Key:      "townships.csv",
		Question: spec.T("which townships and subdistricts has the county", "本县有哪些乡镇（街道）"),
		Unit:     spec.Townships, Who: spec.T("county civil affairs bureau", "县民政局"),
	}
}

func needVillages() spec.Need {
	return spec.Need{
		Key:      "villages.csv",
		Question: spec.T("which villages and communities has the county", "本县有哪些村（社区）"),
		Unit:     spec.Units, Who: spec.T("county civil affairs bureau", "县民政局"),
	}
}

func needParks() spec.Need {
	return spec.Need{
		Key:      "parks.csv",
		Question: spec.T("which industrial parks has the county", "本县有哪些工业园区"),
		Unit:     spec.Units, Who: spec.T("county economy and information commission", "县经信委"),
	}
}
