package plans

import "github.com/county-emergency/emergency/spec"

// The ids of the rules of the project table. They are permanent.
const (
	RuleProjectStage      = "plans.project-stage"
	RuleProjectSpending   = "plans.project-spending"
	RuleProjectYears      = "plans.project-years"
	RuleProjectFunds      = "plans.project-funds"
	RuleProjectServes     = "plans.project-serves"
	RuleProjectOnce       = "plans.project-listed-once"
	RuleProjectLead       = "plans.project-lead"
	RuleProjectLeadNames  = "plans.project-lead-names"
	RuleProjectNature     = "plans.project-nature"
	RuleProjectUnderWay   = "plans.project-under-way"
	RuleProjectCommitment = "plans.project-commitment"
	RuleProjectOrder      = "plans.project-order"
	RuleProjectNames      = "plans.project-names"
	RuleProjectScope      = "plans.project-scope"
	RuleWorksOnce         = "plans.work-listed-once"
)

const projectsTable = "projects.csv"

// projectRules are the rules of the project table in the order of their
// findings, the two oldest apart.
func projectRules() []spec.Rule {
	table := []string{"plans.yaml: projects"}
	return []spec.Rule{
		{
			ID: RuleProjectStage, Revision: 1, Kind: spec.DutyKind,
			Title: spec.T("Projects against their time", "项目进度"),
			Formula: spec.T("a row with a start year: started by its last day; a row with a span: completed by the span's last day",
				"列启动年份的项目：当年末前开工；列建设年限的项目：年限末日前完工"),
			Source: clause("附件 项目库"), Reads: []string{projectsTable},
			Derivations: []spec.Derivation{
				{Of: "judged", Is: "met + unmet + unknown"},
				{Of: "required", Is: "count(project-**) − untimed − later"},
				{Of: "actual", Is: "met"},
			},
		},
		{
			ID: RuleProjectSpending, Revision: 1, Kind: spec.StandardKind,
			Title: spec.T("Project spending within the amount", "项目支出不超所列资金"),
			Formula: spec.T("for each row with an amount: money spent so far ≤ amount",
				"每个列有资金的项目：累计支出 ≤ 所列资金"),
			Source: clause("五（二）"), Reads: []string{projectsTable},
			Derivations: []spec.Derivation{
				{Of: "met", Is: "count(**.spent ≤ **.amount)"},
				{Of: "unmet", Is: "count(**.spent > **.amount) + falling"},
				{Of: "judged", Is: "met + unmet + unknown"},
				{Of: "required", Is: "judged"},
				{Of: "actual", Is: "met"},
			},
		},
		{
			ID: RuleProjectYears, Revision: 1, Kind: spec.FigureKind,
			Title: spec.T("Money of the project table by year", "项目资金分年"),
			Formula: spec.T("Σ amount ÷ years of the span, spread evenly (our assumption); rows with a start year alone cannot be spread and stand apart; rows without an amount make it a lower bound",
				"Σ 所列资金 ÷ 建设年数，均摊至各年（本库假定）；仅列启动年份的项目无法分年，单列；有未列资金的行时为下限"),
			Source: clause("附件 项目库"), Reads: table,
			Derivations: []spec.Derivation{
				{Of: "share-*", Is: "amount-* ÷ years-*"},
				{Of: "year-*", Is: "sum(year-*.**)"},
				{Of: "actual", Is: "sum(year-**)"},
			},
		},
		{
			ID: RuleProjectFunds, Revision: 1, Kind: spec.FigureKind,
			Title: spec.T("Money of the project table by source", "项目资金来源"),
			Formula: spec.T("rows and known money by the source of funds that the row names; none named is unknown",
				"按行内写明的资金来源汇总行数和已列资金；未写明的为未知"),
			Source: clause("附件 项目库"), Reads: []string{"plans.yaml: projects", projectsTable},
			Derivations: []spec.Derivation{
				{Of: "named", Is: "sum(source-**.rows)"},
				{Of: "actual", Is: "named"},
			},
		},
		{
			ID: RuleProjectServes, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Every project serves a target or a duty", "项目均服务于指标或职责"),
			Formula: spec.T("rows that serve at least one target or duty of the plan = all rows; the links are our reading of the contents",
				"至少服务于一项指标或责任事项的项目数 = 项目总数；对应关系为本库依建设内容解读"),
			Source: clause("附件 项目库"), Reads: table,
			Derivations: []spec.Derivation{
				{Of: "serving", Is: "count(serves-**)"},
				{Of: "idle", Is: "rows − serving"},
				{Of: "required", Is: "rows"},
				{Of: "actual", Is: "serving"},
			},
		},
		{
			ID: RuleProjectOnce, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Nothing is listed in two projects", "建设内容不重复列项"),
			Formula: spec.T("each thing to be built stands in one row; where it stands in two, the row whose amount pays for it counts",
				"每项建设内容只列于一行；列于两行的，以资金所含的一行为准"),
			Source: clause("附件 项目库 序号4"), Reads: table, Carries: []string{"dis-centre-double-listing"},
			Derivations: []spec.Derivation{
				{Of: "twice", Is: "count(twice-**)"},
				{Of: "required", Is: none},
				{Of: "actual", Is: "twice"},
			},
		},
		{
			ID: RuleProjectLead, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("The lead department leads", "牵头部门即实施部门"),
			Formula: spec.T("rows whose remark says that the lead department only cooperates = 0",
				"备注写明牵头部门仅为配合的行数 = 0"),
			Source: clause("附件 项目库 序号1"), Reads: table, Carries: []string{"dis-lead-vs-cooperate"},
			Derivations: []spec.Derivation{
				{Of: "against", Is: "count(project-**)"},
				{Of: "required", Is: none},
				{Of: "actual", Is: "against"},
			},
		},
		{
			ID: RuleProjectLeadNames, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Lead departments resolve to known offices", "牵头部门名称可归一"),
			Formula: spec.T("each name of a lead department is a bearer of the ledger, by name or alias; rows by written name are counted",
				"每个牵头部门名称均可按名称或别名归入责任主体；并按书写名称计行数"),
			Source: clause("附件 项目库"), Reads: []string{"plans.yaml: projects", ledgerFile},
			Carries: []string{"cc-project-lead-counts", "dis-bureau-name"},
			Derivations: []spec.Derivation{
				{Of: "known", Is: "count(known-**)"},
				{Of: "strange", Is: "names − known"},
				{Of: "required", Is: "names"},
				{Of: "actual", Is: "known"},
			},
		},
		{
			ID: RuleProjectNature, Revision: 1, Kind: spec.CrossCheckKind,
			Title:   spec.T("New projects build anew", "新建项目不含改造"),
			Formula: spec.T("upgraded units in rows marked new = 0", "标为新建的行中改造升级的个数 = 0"),
			Source:  clause("附件 项目库 序号5"), Reads: table, Carries: []string{"dis-nature-new-for-upgrade"},
			Derivations: []spec.Derivation{
				{Of: "against", Is: "count(project-**)"},
				{Of: "required", Is: none},
				{Of: "actual", Is: "against"},
			},
		},
		{
			ID: RuleProjectUnderWay, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("What was under way is marked continued", "在建项目标为续建"),
			Formula: spec.T("rows marked new that the text calls under way before the plan = 0",
				"标为新建而正文称规划期前已推进的行数 = 0"),
			Source: clause("附件 项目库 序号6"), Reads: table, Carries: []string{"dis-nature-continued-only-one"},
			Derivations: []spec.Derivation{
				{Of: "against", Is: "count(project-**)"},
				{Of: "required", Is: none},
				{Of: "actual", Is: "against"},
			},
		},
		{
			ID: RuleProjectCommitment, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Reserve projects carry no time", "储备项目不列建设时间"),
			Formula: spec.T("rows of the reserve class with a start year or a span = 0: a project held ready has no committed time",
				"储备项目类中列有启动年份或建设年限的行数 = 0：储备项目尚无确定的建设时间"),
			Source: clause("附件 项目库"), Reads: table, Carries: []string{"dis-reserve-class-with-dates"},
			Derivations: []spec.Derivation{
				{Of: "against", Is: "count(project-**)"},
				{Of: "required", Is: none},
				{Of: "actual", Is: "against"},
			},
		},
		{
			ID: RuleProjectOrder, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("A project does not end before what it rests on", "依托项目先行"),
			Formula: spec.T("each row that rests on another: the other is in the table, without a circle, and the county does not report it completed before the other",
				"依托其他项目的每一行：被依托项目在表内且无循环依托，填报的完工不早于被依托项目"),
			Source: clause("附件 项目库 序号7"), Reads: []string{"plans.yaml: projects", projectsTable},
			Carries: []string{"project-dependency-order"},
			Derivations: []spec.Derivation{
				{Of: "links", Is: "count(link-**)"},
				{Of: "required", Is: none},
				{Of: "actual", Is: "dangling + circular + early"},
			},
		},
		{
			ID: RuleProjectNames, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Works and rows bear the same names", "重点工程与项目名称一致"),
			Formula: spec.T("every work has a row that bears one of its names; works that need an alias for it are counted",
				"每项重点工程至少有一行使用其名称或别名；并计需要别名的工程"),
			Source: clause("附件 项目库 序号6"), Reads: []string{"plans.yaml: works", "plans.yaml: projects"}, Carries: []string{"dis-work-name"},
			Derivations: []spec.Derivation{
				{Of: "aliased", Is: "count(work-**)"},
				{Of: "works", Is: "own + aliased + off"},
				{Of: "required", Is: "works"},
				{Of: "actual", Is: "own + aliased"},
			},
		},
		{
			ID: RuleProjectScope, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("What a project buys is for whom its target is about", "项目配备对象与目标对象一致"),
			Formula: spec.T("each thing that a row buys for a named bearer, against the bearers of the targets that the row serves: one of them",
				"项目行内注明配备对象的建设内容：该对象属于其所服务目标的责任主体"),
			Source: clause("四（三）3"), Reads: []string{"plans.yaml: projects", ledgerFile}, Carries: []string{"dis-enforcement-scope"},
			Derivations: []spec.Derivation{
				{Of: "others", Is: "count(off-**)"},
				{Of: "required", Is: none},
				{Of: "actual", Is: "others"},
			},
		},
		{
			ID: RuleWorksOnce, Revision: 1, Kind: spec.CrossCheckKind,
			Title: spec.T("Nothing is built by two works", "建设内容不跨工程重复"),
			Formula: spec.T("each thing that the text says a work builds stands under one work",
				"正文写明由重点工程建设的内容只列于一项工程"),
			Source: clause("四（二）3"), Reads: []string{"plans.yaml: works"}, Carries: []string{"dis-training-base-double"},
			Derivations: []spec.Derivation{
				{Of: "twice", Is: "count(twice-**)"},
				{Of: "required", Is: none},
				{Of: "actual", Is: "twice"},
			},
		},
	}
}
