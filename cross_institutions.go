package emergency

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The ids of the plan's lists that these checks read.
const (
	listCommittees      = "two-committees"
	listGeneralCommands = "general-command"
	listSafetySide      = "one-committee-ten-offices"
	listDisasterSide    = "one-committee-one-command-four"
)

// crossInstitutions holds the committees, commands and offices of the plan
// against each other.
func crossInstitutions() []crossCheck {
	return []crossCheck{
		check("institution-tree", spec.CrossCheckKind,
			spec.T("The tree of committees, commands and offices", "机构体系完整性"),
			spec.T("committees + special offices + general command + special commands; each side as large as its name says",
				"委员会 + 专项办公室 + 总指挥部 + 专项指挥部；两个体系的机构数与名称所示一致"),
			"一（一）1", []string{"cc-two-committee-tree"}, institutionTree).
			from(is("actual", "committees + offices + general + commands"), is("required", "safety-side + disaster-side")),
		check("offices-and-commands", spec.CrossCheckKind,
			spec.T("Special offices and commands as many as stated", "专项办公室与专项指挥部数目"),
			spec.T("offices listed = stated number, commands listed = stated number",
				"所列专项办公室数 = 所载数目，所列专项指挥部数 = 所载数目"),
			"三（一）2 强化集中统一指挥", []string{"cc-ten-and-four"}, officesAndCommands).revised(2).
			from(is("actual", "count(**.listed = **.stated)"), is("required", "count(**.stated)")),
		check("offices-from-structure", spec.CrossCheckKind,
			spec.T("Command offices follow from the structure", "指挥部办公室数与体系一致"),
			spec.T("1 disaster committee + general commands + special commands = offices named",
				"减灾委 1 个 + 总指挥部 + 专项指挥部 = 所列办公室数"),
			"一（二）4", []string{"cc-offices-six-from-structure", "baseline-office-staffing"}, officesFromStructure).
			from(is("actual", "offices"), is("required", "committee + general + commands")),
		check("staff-all-offices", spec.FigureKind,
			spec.T("Posts if the norm held for all special offices", "配备标准用于全部专项办公室的人数"),
			spec.T("norm × (special offices + special commands): a scenario, the plan states the norm for neither side",
				"每办人数 ×（专项办公室 + 专项指挥部）：情景测算，规划未写明适用范围"),
			"一（二）4", []string{"cc-staff-if-safety-too"}, staffOfAllOffices).
			from(is("actual", "norm × (offices + commands)")),
	}
}

// list returns the entry of the plan's lists with an id and says whether it has
// members.
func (p *plan) list(id string) (spec.Catalogue, bool) {
	c, ok := FiveYearPlan{p}.Catalogue(id)
	return c, ok && len(c.Members) > 0
}

// tally is one number that a check adds up.
func tally(f *spec.Finding, name string, label spec.Text, n int, unit spec.Unit, source spec.Source) {
	f.Inputs = append(f.Inputs, spec.Input{Name: name, Label: label, Value: spec.Whole(n), Unit: unit, Source: source})
}

func institutionTree(p *plan, _ *County, f *spec.Finding) {
	committees, ok := p.list(listCommittees)
	general, has := p.list(listGeneralCommands)
	safety, one := p.list(listSafetySide)
	disaster, other := p.list(listDisasterSide)
	offices, commands := len(p.hazards.Offices), len(p.hazards.Commands)
	if !ok || !has || !one || !other || offices+commands == 0 {
		return
	}
	f.Source = committees.Source
	tally(f, "committees", spec.T("committees", "委员会"), len(committees.Members), spec.Units, committees.Source)
	tally(f, "offices", spec.T("special offices", "专项办公室"), offices, spec.Offices, p.hazards.OfficeCount.Source)
	tally(f, "general", spec.T("general commands", "总指挥部"), len(general.Members), spec.Commands, general.Source)
	tally(f, "commands", spec.T("special commands", "专项指挥部"), commands, spec.Commands, p.hazards.CommandCount.Source)
	tally(f, "safety-side", spec.T("bodies that the safety pattern names", "安全生产体系名称所示机构"), safety.Announced, spec.Units, safety.Source)
	tally(f, "disaster-side", spec.T("bodies that the disaster pattern names", "自然灾害体系名称所示机构"), disaster.Announced, spec.Units, disaster.Source)
	bodies := len(committees.Members) + offices + len(general.Members) + commands
	named := safety.Announced + disaster.Announced
	compared(f, measure.Whole(int64(bodies)), spec.Equals, measure.Whole(int64(named)), 0, spec.Units)
	agrees(f, bodies == named && safety.Announced == 1+offices && disaster.Announced == 1+len(general.Members)+commands,
		spec.Textf("%d + %d + %d + %d = %d bodies; the patterns name %d + %d", "%d + %d + %d + %d = %d 个机构；两个体系名称所示 %d + %d 个",
			len(committees.Members), offices, len(general.Members), commands, bodies, safety.Announced, disaster.Announced))
}

func officesAndCommands(p *plan, _ *County, f *spec.Finding) {
	h := p.hazards
	if !h.OfficeCount.Known() || !h.CommandCount.Known() {
		return
	}
	f.Source = h.OfficeCount.Source
	tally(f, "offices.stated", spec.T("offices stated", "所载专项办公室数"), int(h.OfficeCount.Value), spec.Offices, h.OfficeCount.Source)
	tally(f, "commands.stated", spec.T("commands stated", "所载专项指挥部数"), int(h.CommandCount.Value), spec.Commands, h.CommandCount.Source)
	tally(f, "offices.listed", spec.T("offices listed", "所列专项办公室"), len(h.Offices), spec.Offices, spec.Source{})
	tally(f, "commands.listed", spec.T("commands listed", "所列专项指挥部"), len(h.Commands), spec.Commands, spec.Source{})
	equal := int64(0)
	for _, one := range [][2]int{{len(h.Offices), int(h.OfficeCount.Value)}, {len(h.Commands), int(h.CommandCount.Value)}} {
		if one[0] == one[1] {
			equal++
		}
	}
	compared(f, measure.Whole(equal), spec.Equals, measure.Whole(2), 0, spec.Items)
	agrees(f, equal == 2,
		spec.Textf("%d offices listed of %d, %d commands of %d", "列出专项办公室 %d 个（所载 %d 个），专项指挥部 %d 个（所载 %d 个）",
			len(h.Offices), h.OfficeCount.Value, len(h.Commands), h.CommandCount.Value))
}

func officesFromStructure(p *plan, _ *County, f *spec.Finding) {
	general, ok := p.list(listGeneralCommands)
	commands, offices := len(p.hazards.Commands), len(p.teams.Offices)
	if !ok || commands == 0 || offices == 0 {
		return
	}
	f.Source = p.teams.Offices[0].Source
	tally(f, "committee", spec.T("disaster committee", "减灾委"), 1, spec.Units, general.Source)
	tally(f, "general", spec.T("general commands", "总指挥部"), len(general.Members), spec.Commands, general.Source)
	tally(f, "commands", spec.T("special commands", "专项指挥部"), commands, spec.Commands, p.hazards.CommandCount.Source)
	tally(f, "offices", spec.T("offices named", "所列办公室"), offices, spec.Offices, f.Source)
	want := 1 + len(general.Members) + commands
	compared(f, measure.Whole(int64(offices)), spec.Equals, measure.Whole(int64(want)), 0, spec.Offices)
	agrees(f, offices == want, spec.Textf("1 + %d + %d = %d; %d offices named", "1 + %d + %d = %d；所列 %d 个办公室",
		len(general.Members), commands, want, offices))
}

func staffOfAllOffices(p *plan, _ *County, f *spec.Finding) {
	norm := p.teams.StaffingNorm
	offices, commands := len(p.hazards.Offices), len(p.hazards.Commands)
	if !norm.Known() || offices == 0 || commands == 0 {
		return
	}
	in(f, "norm", norm, spec.Whole(norm.Value), spec.Persons)
	tally(f, "offices", spec.T("special offices", "专项办公室"), offices, spec.Offices, p.hazards.OfficeCount.Source)
	tally(f, "commands", spec.T("special commands", "专项指挥部"), commands, spec.Commands, p.hazards.CommandCount.Source)
	posts := int64(norm.Value) * int64(offices+commands)
	figured(f, spec.Whole(posts), spec.Persons, spec.Textf("%d × (%d + %d) = %d; the staff of the special offices is not given",
		"%d ×（%d + %d）= %d 人；规划未给出专项办公室现有人数", norm.Value, offices, commands, posts))
}
