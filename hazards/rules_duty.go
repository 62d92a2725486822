package hazards

import "github.com/county-emergency/emergency/spec"

// The ids of the rules about posts and catalogues. They are permanent.
const (
	RuleDutyHolders        = "hazards.duty-holders"
	RuleDepartmentLists    = "hazards.department-lists"
	RuleAnnouncedNumerals  = "hazards.announced-numerals"
	RuleAnswersUsed        = "hazards.answers-used"
	RuleListedChecklists   = "hazards.listed-checklists"
	RuleListedDuties       = "hazards.listed-duties"
	RuleListedProcesses    = "hazards.listed-processes"
	RuleListedInstitutions = "hazards.listed-institutions"
	RuleListedProjects     = "hazards.listed-projects"
)

const (
	postsTable     = "duty_posts.csv"
	catalogueTable = "catalogue.csv"
)

func dutyHoldersRule() spec.Rule {
	return spec.Rule{
		ID: RuleDutyHolders, Revision: 1, Kind: spec.StandardKind,
		Title: spec.T("Every post of the duty-holders is filled", "责任岗位全部落实"),
		Formula: spec.T("posts filled, and made public where the plan asks for it = posts of every object; an unassigned post is unmet",
			"已落实（须公示的并已公示）的岗位数 = 各对象应设岗位数；岗位空缺即未达标"),
		Source: fengdu("三（三~）5~"), Reads: []string{postsTable},
	}
}

func departmentListsRule() spec.Rule {
	return spec.Rule{
		ID: RuleDepartmentLists, Revision: 1, Kind: spec.CrossCheckKind,
		Title: spec.T("The plan's lists of departments name the same ones", "规划各处涉灾部门清单一致"),
		Formula: spec.T("every list, after its names are read, holds the same departments",
			"各处清单归一化后部门相同"),
		Source: fengdu("四（一）2"), Carries: []string{"cc-departments-ten-equal"},
	}
}

func announcedNumeralsRule() spec.Rule {
	return spec.Rule{
		ID: RuleAnnouncedNumerals, Revision: 1, Kind: spec.CrossCheckKind,
		Title: spec.T("Numbered sets list as many members as they announce", "带数字的名目与所列成员数一致"),
		Formula: spec.T("members listed = the number in the name of the set, for every set with a number",
			"所列成员数 = 名目中的数字"),
		Source: fengdu("三（三~）4~"),
	}
}

func answersUsedRule() spec.Rule {
	return spec.Rule{
		ID: RuleAnswersUsed, Revision: 1, Kind: spec.CrossCheckKind,
		Title: spec.T("Every answer is about something the plan lists", "填报均与规划条目对应"),
		Formula: spec.T("rows of duty_posts.csv and catalogue.csv that name an entry and a member of the plan = all rows",
			"duty_posts.csv、catalogue.csv 中与规划条目、成员对应的行数 = 全部行数"),
		Source: spec.Source{Document: "county-emergency", Place: "hazards", Standing: spec.Ours}, Reads: []string{postsTable, catalogueTable},
	}
}

// listedRules are the rules about the entries that a county answers, with the
// kind of entry of each.
var listedRules = [...]struct {
	kind    spec.CatalogueKind
	id      string
	finding spec.Kind
	title   spec.Text
}{
	{spec.ChecklistEntry, RuleListedChecklists, spec.StandardKind, spec.T("Safety checklists of the plan", "规划所列安全清单")},
	{spec.DutyEntry, RuleListedDuties, spec.DutyKind, spec.T("Safety duties of the plan", "规划所列安全职责")},
	{spec.ProcessEntry, RuleListedProcesses, spec.DutyKind, spec.T("Safety processes of the plan", "规划所列安全流程")},
	{spec.InstitutionEntry, RuleListedInstitutions, spec.StandardKind, spec.T("Safety institutions of the plan", "规划所列安全机制")},
	{spec.ProjectEntry, RuleListedProjects, spec.DutyKind, spec.T("Prevention projects of the plan", "规划所列防治项目")},
}

func listedRule(i int) spec.Rule {
	l := listedRules[i]
	return spec.Rule{
		ID: l.id, Revision: 1, Kind: l.finding, Title: l.title,
		Formula: spec.T("entries answered as done, as a whole or by all their members = all entries of the kind; an entry that nobody answered is unknown",
			"整体或全部成员已落实的条目数 = 该类全部条目数；无人填报的条目为未知"),
		Source: fengdu("三（三~）"), Reads: []string{catalogueTable},
	}
}
