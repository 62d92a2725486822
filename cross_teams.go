package emergency

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
	"github.com/county-emergency/emergency/teams"
)

// crossTeams holds the strengths and staff of the plan against each other.
func crossTeams() []crossCheck {
	return []crossCheck{
		check("office-staff", spec.CrossCheckKind,
			spec.T("Staff of the command offices against the norm", "指挥部办公室人员与配备标准"),
			spec.T("actual staff ≥ norm × offices", "现有人数 ≥ 每办人数 × 办公室数"),
			"一（二）4", []string{"cc-staff-gap"}, officeStaff).
			from(is("actual", "staff"), is("required", "offices × norm")),
		check("township-team-size", spec.FigureKind,
			spec.T("Mean strength of a township team", "乡镇（街道）队伍平均人数"),
			spec.T("people / teams", "总人数 ÷ 支数"),
			"一（一）1", []string{"ratio-township-team-size"}, teamSize).
			from(is("actual", "people ÷ teams")),
		check("township-teams", spec.CrossCheckKind,
			spec.T("One team for each township and subdistrict", "每个乡镇（街道）一支队伍"),
			spec.T("teams = townships and subdistricts of the division table", "队伍支数 = 区划表中的乡镇（街道）数"),
			"一（一）1", nil, teamsAndTownships).
			from(is("actual", "teams"), is("required", "townships")),
	}
}

func officeStaff(p *plan, _ *County, f *spec.Finding) {
	norm, staff := p.teams.StaffingNorm, p.teams.Baseline.OfficeStaff
	offices := int64(len(p.teams.Offices))
	if !norm.Known() || !staff.Known() || offices == 0 {
		return
	}
	needed := int64(norm.Value) * offices
	in(f, "staff", staff, spec.Whole(staff.Value), spec.Persons)
	in(f, "norm", norm, spec.Whole(norm.Value), spec.Persons)
	f.Inputs = append(f.Inputs, spec.Input{Name: "offices", Label: spec.T("offices named", "所列办公室"), Value: spec.Whole(offices), Unit: spec.Offices,
		Source: p.teams.Offices[0].Source})
	compared(f, measure.Whole(int64(staff.Value)), spec.NotBelow, measure.Whole(needed), 0, spec.Persons)
	agrees(f, int64(staff.Value) >= needed, spec.Textf("%d offices × %d people = %d; %d are there, %d are lacking",
		"%d 个办公室 × %d 人 = %d 人；现有 %d 人，缺 %d 人", offices, norm.Value, needed, staff.Value, max(0, needed-int64(staff.Value))))
}

// townshipForce is the stated group of township teams.
func townshipForce(p *plan) (teams.BaselineForce, bool) {
	for _, force := range p.teams.Baseline.Forces {
		if force.Tier == teams.TownshipTier && force.Kind == teams.Comprehensive {
			return force, force.Count.Known() && force.Strength.Known()
		}
	}
	return teams.BaselineForce{}, false
}

func teamSize(p *plan, _ *County, f *spec.Finding) {
	force, ok := townshipForce(p)
	if !ok {
		return
	}
	mean := measure.RatioOf(int64(force.Strength.Value), int64(force.Count.Value))
	in(f, "people", force.Strength, spec.Whole(force.Strength.Value), spec.Persons)
	in(f, "teams", force.Count, spec.Whole(force.Count.Value), spec.Teams)
	figured(f, spec.AmountOf(mean, 2), spec.PersonsPerTeam, spec.Textf("%d people / %d teams = %s each",
		"%d 人 ÷ %d 支 = 平均 %s 人", force.Strength.Value, force.Count.Value, mean.Text(2)))
}

func teamsAndTownships(p *plan, c *County, f *spec.Finding) {
	force, ok := townshipForce(p)
	if !ok {
		return
	}
	in(f, "teams", force.Count, spec.Whole(force.Count.Value), spec.Teams)
	if !c.Teams.HasTownships {
		f.Verdict, f.Reason = spec.Unknown, spec.Reason{Code: spec.ReasonNoData,
			Text: spec.T("the county's division table is missing", "缺少本县区划表")}
		f.Missing = []spec.Need{{Key: "townships.csv", Question: spec.T("which townships and subdistricts does the county have?", "本县有哪些乡镇（街道）？"),
			Unit: spec.Townships, Who: spec.T("civil affairs bureau", "县民政局")}}
		return
	}
	townships := int64(len(c.Teams.Townships))
	tally(f, "townships", spec.T("townships in the division table", "区划表中的乡镇（街道）数"), len(c.Teams.Townships), spec.Townships, spec.Source{})
	compared(f, measure.Whole(int64(force.Count.Value)), spec.Equals, measure.Whole(townships), 0, spec.Teams)
	agrees(f, int64(force.Count.Value) == townships, spec.Textf("%d teams for %d townships and subdistricts",
		"%d 支队伍，%d 个乡镇（街道）", force.Count.Value, townships))
}
