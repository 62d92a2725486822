package teams

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Findings puts the assessment into words, rolled up and in the order of
// [Rules]. The units stand in [Assessment.UnitFindings].
func (a Assessment) Findings() []spec.Finding {
	return slices.Concat(
		[]spec.Finding{
			a.strengthFinding(),
			a.townshipFinding(),
			a.communityFinding(),
			a.microFinding(),
			a.staffingFinding(),
		},
		a.bodyFindings(), a.forceFindings(), a.reachFindings(), a.enforcementFindings(), a.checklistFindings(),
		[]spec.Finding{a.evidenceFinding()},
	)
}

// base starts a finding from its rule.
func (a *Assessment) base(id string) spec.Finding {
	rule := ruleOf(id)
	return spec.Finding{Rule: rule.ID, Kind: rule.Kind, Title: rule.Title, Subject: a.records.Subject, Source: rule.Source}
}

func reason(code string, text spec.Text) spec.Reason { return spec.Reason{Code: code, Text: text} }

func who() spec.Text { return spec.T("county emergency bureau", "县应急局") }

func needTeams() spec.Need {
	return spec.Need{
		Key:      "teams.csv",
		Question: spec.T("which rescue teams are there and how many members has each", "有哪些应急救援队伍，各有多少人"),
		Unit:     spec.Persons, Who: who(),
	}
}

func (a *Assessment) strengthFinding() spec.Finding {
	f := a.base(ruleStrength)
	f.Unit = spec.Persons
	for _, k := range a.Force.Kinds {
		if amount, bound, ok := shown(k.Strength); ok {
			group := "other/"
			if k.Kind.IsStanding() {
				group = "standing/"
			}
			f.Inputs = append(f.Inputs, spec.Input{Name: group + k.Kind.String(), Label: boundLabel(k.Kind.text(), bound), Value: amount, Unit: spec.Persons})
		}
	}
	for _, t := range a.Force.Tiers {
		if amount, bound, ok := shown(t.Strength); ok {
			f.Inputs = append(f.Inputs, spec.Input{Name: "tier/" + t.Tier.String(), Label: boundLabel(spec.Textf("forces of every kind of the %s tier, experts included", "%s各类力量合计（含专家）", t.Tier.text()), bound), Value: amount, Unit: spec.Persons})
		}
	}
	f.Inputs = append(f.Inputs, a.comprehensiveInputs()...)
	if all, bound, ok := shown(a.Force.All); ok && a.records.HasTeams {
		f.Inputs = append(f.Inputs, spec.Input{Name: "all", Label: boundLabel(spec.T("people in all teams", "全部队伍人数"), bound), Value: all, Unit: spec.Persons})
	}
	amount, bound, ok := shown(a.Force.Standing)
	switch {
	case !a.records.HasTeams:
		f.Reason = reason(spec.ReasonNoData, spec.T("no team is reported", "未填报队伍"))
		f.Missing = []spec.Need{needTeams()}
	case !ok:
		f.Reason = reason(spec.ReasonNoData, spec.T("the strength of the teams is not known", "队伍人数未知"))
		f.Missing = []spec.Need{needTeams()}
	default:
		f.Verdict, f.Actual, f.Bound = spec.NotApplicable, amount, bound
		text := spec.Textf("%s people in standing teams", "常备力量 %s 人", boundText(amount, bound))
		if all, allBound, ok := shown(a.Force.All); ok {
			text = spec.Textf("%s people in standing teams, %s with all others", "常备力量 %s 人，连同其他共 %s 人",
				boundText(amount, bound), boundText(all, allBound))
		}
		f.Reason = reason(spec.ReasonFigure, text)
		if bound != spec.ExactBound {
			f.Missing = []spec.Need{needTeams()}
		}
		f.Lean(ours("which kinds of force are standing (哪些力量计为常备)"))
	}
	return f
}

// comprehensiveInputs splits the comprehensive teams by tier, and counts those
// of the townships.
func (a *Assessment) comprehensiveInputs() []spec.Input {
	var people [numTiers]sum
	var teams sum
	for _, t := range own(a.records.Teams) {
		if t.Kind != Comprehensive || t.Tier >= numTiers {
			continue
		}
		people[t.Tier].add(t.Strength.AsOf(a.asOf))
		if t.Tier == TownshipTier {
			teams.add(asPeople(t.count(a.asOf)))
		}
	}
	var out []spec.Input
	for tier := CountyTier; tier < numTiers; tier++ {
		if amount, bound, ok := shown(people[tier].total()); ok && people[tier].n > 0 {
			out = append(out, spec.Input{Name: "comprehensive/" + tier.String(), Unit: spec.Persons, Value: amount,
				Label: boundLabel(spec.Textf("%s: %s", "%s：%s", Comprehensive.text(), tier.text()), bound)})
		}
	}
	if amount, bound, ok := shown(teams.total()); ok && teams.n > 0 {
		out = append(out, spec.Input{Name: "township-teams", Label: boundLabel(spec.T("comprehensive township teams", "乡镇（街道）综合队"), bound), Value: amount, Unit: spec.Teams})
	}
	return out
}

func (a *Assessment) microFinding() spec.Finding {
	f := a.base(ruleMicro)
	f.Unit = spec.Units
	amount, bound, ok := shown(a.Micro)
	switch {
	case ok:
		f.Verdict, f.Actual, f.Bound = spec.NotApplicable, amount, bound
		f.Inputs = []spec.Input{{Name: "micro-stations", Label: spec.T("micro rescue stations", "微型应急救援站"), Value: amount, Unit: spec.Units, Source: a.Micro.Source()}}
		f.Reason = reason(spec.ReasonFigure, spec.Textf("%s micro rescue stations; they are not community rescue stations",
			"微型应急救援站 %s 个，不计作社区应急救援站", boundText(amount, bound)))
	case !a.provisions.Baseline.MicroStations.Known():
		f.Verdict = spec.NotApplicable
		f.Reason = reason(spec.ReasonNotInPlan, spec.T("this plan does not speak of micro rescue stations", "本规划未涉及微型应急救援站"))
	default:
		f.Reason = reason(spec.ReasonNoData, spec.T("the number of micro rescue stations is not reported", "未填报微型应急救援站数"))
		f.Missing = []spec.Need{{
			Key:      "county.yaml: teams.stations.micro_rescue.count",
			Question: spec.T("how many micro emergency rescue stations are there", "有多少个微型应急救援站"),
			Unit:     spec.Units, Who: who(),
		}}
	}
	return f
}

func (a *Assessment) staffingFinding() spec.Finding {
	f := a.base(ruleStaffing)
	s, norm := a.Staffing, a.provisions.StaffingNorm
	f.Unit = spec.Persons
	if norm.Known() {
		f.Source = norm.Source
		f.Lean(norm.Source)
	}
	switch {
	case !norm.Known():
		f.Verdict = spec.NotApplicable
		f.Reason = reason(spec.ReasonNotInPlan, spec.T("this plan sets no number of people for an office", "本规划未规定办公室人数"))
		return f
	case !s.Valid:
		f.Reason = reason(spec.ReasonInvalidChoice, spec.Textf("%q is no option of the reading", "%q 不是该解读的选项", s.Option))
		return f
	}
	f.Readings = []string{spec.Used(staffedOffices(), s.Option)}
	f.Inputs = []spec.Input{
		{Name: "offices", Label: spec.T("offices that the norm applies to", "适用的办公室数"), Value: spec.Whole(s.Offices), Unit: spec.Offices},
		{Name: "norm", Label: spec.T("people for each office", "每个办公室要求人数"), Value: spec.Whole(norm.Value), Unit: spec.Persons, Source: norm.Source},
	}
	if !s.Sums {
		f.Verdict = spec.NotApplicable
		f.Reason = reason(spec.ReasonNothingToDo, spec.T("there is no office that the norm applies to, or nothing to require", "没有适用的办公室，或要求人数为零"))
		return f
	}
	f.Verdict, f.Comparison = s.Judgement.Verdict, s.Judgement.Comparison
	f.Required, f.Gap = spec.Whole(s.Required), spec.AmountOf(s.Judgement.Gap, 0)
	amount, bound, ok := shown(s.Actual)
	if !ok {
		f.Reason = reason(spec.ReasonNoData, spec.Textf("the staff of %d offices is not reported; %d are required", "%d 个办公室的实有人数未填报，要求 %d 人",
			s.Offices, s.Required))
	} else {
		f.Actual, f.Bound = amount, bound
		f.Reason = reason(s.Judgement.Code, spec.Textf("%s people for %d offices; %d × %d = %d are required", "%s 人承担 %d 个办公室的工作，要求 %d × %d = %d 人",
			boundText(amount, bound), s.Offices, s.Offices, norm.Value, s.Required))
		f.Inputs = append(f.Inputs, spec.Input{Name: "staff", Label: spec.T("people in the offices", "实有人数"), Value: amount, Unit: spec.Persons, Source: s.Actual.Source()})
	}
	f.Inputs = append(f.Inputs, a.otherStaffing(s.Option)...)
	if f.Verdict == spec.Unknown {
		f.Missing = []spec.Need{{
			Key:      "county.yaml: teams.office_staff",
			Question: spec.T("how many people do the daily work of the offices", "各办公室日常工作共有多少人承担"),
			Unit:     spec.Persons, Who: who(),
		}}
	}
	return f
}

// otherStaffing is what the other readings of the offices would require, and
// what would be lacking then.
func (a *Assessment) otherStaffing(used string) []spec.Input {
	var out []spec.Input
	for _, option := range staffedOffices().Options {
		if option.ID == used {
			continue
		}
		s := staffing(a.provisions, a.records, a.asOf, option.ID)
		if !s.Sums {
			continue
		}
		out = append(out, count("offices-if/"+option.ID, spec.Textf("offices if: %s", "若按“%s”的办公室数", option.Text), int(s.Offices), spec.Offices),
			spec.Input{Name: "required-if/" + option.ID, Label: spec.Textf("required if: %s", "若按“%s”应配", option.Text), Value: spec.Whole(s.Required), Unit: spec.Persons})
		if gap := s.Judgement.Gap; gap.Known() {
			out = append(out, spec.Input{Name: "gap-if/" + option.ID, Label: spec.Textf("lacking if: %s", "若按“%s”缺", option.Text), Value: spec.AmountOf(gap, 0), Unit: spec.Persons})
		}
	}
	return out
}
