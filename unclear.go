package emergency

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Unclear is a place where the plan contradicts itself or can be understood in
// more than one way (不一致条款), and what the library does about it: readings
// that can be chosen, or how it is handled otherwise.
type Unclear struct {
	Number   int // 1 to 18 can change a verdict; 19 gathers what cannot
	Title    spec.Text
	Readings []string // ids of readings
	Handled  spec.Text
	Carries  []string // ids of the inventory entries
}

// Unclears returns every group of unclear clauses of the built-in plan. Other
// plans choose the same readings; which of them matter is asked with
// [FiveYearPlan.Sensitivity].
func Unclears() []Unclear {
	out := unclears()
	for _, r := range Readings() {
		for i := range out {
			if !slices.Contains(out[i].Readings, r.ID) && slices.ContainsFunc(r.Carries, func(id string) bool { return slices.Contains(out[i].Carries, id) }) {
				out[i].Readings = append(out[i].Readings, r.ID)
			}
		}
	}
	return out
}

// unclears are the groups with the readings that carry none of their entries;
// those that do find their group by it.
func unclears() []Unclear {
	return []Unclear{
		{1, spec.T("rate at which sudden weather disasters are monitored: 90 % or 95 %", "突发气象灾害监测率：90% 或 95%"),
			[]string{"indicators.weather-monitoring-rate"}, spec.Text{}, []string{"dis-weather-monitoring"}},
		{2, spec.T("which accidents the goal counts: large and above, or major and extraordinary", "事故目标口径：较大及以上，或重特大"),
			[]string{"indicators.accident-goal-scope"}, spec.T("no number is set for large accidents: they are a figure", "较大事故未定数值，仅列数据"),
			[]string{"dis-accident-grade-scope"}},
		{3, spec.T("a fall against a base year or between five-year sums; which base", "下降幅度：末年比基年或五年合计相比；以何为基数"),
			[]string{"indicators.deaths-comparison", "indicators.base-year"},
			spec.T("baselines without a date count as of the county folder's own date", "未注日期的现状数据按填报资料的日期计"),
			[]string{"dis-cumulative-vs-plain", "dis-baseline-date-undefined"}},
		{4, spec.T("45 minutes: lead time, or gain over the present one", "提前45分钟：提前时间，或比现状再提前"),
			[]string{"indicators.convective-warning"}, spec.Text{}, []string{"dis-convective-reading"}},
		{5, spec.T("degree, qualification and experience: one of them or all", "学历、资格、经验：其一或全部"),
			[]string{"teams.enforcer-background"}, spec.Text{}, []string{"dis-enforcer-and-or"}},
		{6, spec.T("geohazard monitoring rate and coverage: one rate or two", "群测群防率与监测预警覆盖率：一个或两个指标"),
			[]string{"hazards.geohazard-two-rates"}, spec.Text{}, []string{"dis-geohazard-two-rates"}},
		{7, spec.T("targets without a year; shelters due after the plan's end", "未写年份的目标；规划期后到期的避难场所"),
			[]string{"indicators.undated-deadline", "hazards.undated-deadline"},
			spec.T("the completion of shelters is due at the end of 2030, as its clause says, and is not judged before", "避难场所建成率按条款于2030年底到期，此前不判定"),
			[]string{"dis-undated-targets", "dis-shelter-horizon"}},
		{8, spec.T("when a township team is completed, if 30 exist already", "已有30支乡镇队伍时何为建成"),
			[]string{"teams.team-completed"}, spec.Text{}, []string{"dis-team-rate-already-met"}},
		{9, spec.T("three names of stations", "三种站点名称"),
			[]string{"teams.station-names"}, spec.Text{}, []string{"dis-station-names"}},
		{10, spec.T("state, name and money of the reserve centre and the training base", "应急物资储备中心与实训基地的进度、名称与资金"),
			nil, spec.T("no date of completion is set; the centre is one project with one amount, counted once; a store that is not there yet shows as a gap of the stock, not as an error",
				"未定建成时间；中心为一个项目、一笔资金，只计一次；尚无库房体现为储备缺口，不算矛盾"),
			[]string{"dis-centre-status", "dis-centre-double-listing", "dis-training-base-double", "dis-centre-name", "dis-no-warehouse-vs-24h"}},
		{11, spec.T("six forward points against a storage point in every township; five levels against three named", "6个前置点与各乡镇储备点；“五级”与三级"),
			nil, spec.T("points and levels are counted as each clause names them and never added up; the two unnamed levels are declared as not defined",
				"各按条款所称分别统计，不相加；未列名的两级声明为未定义"),
			[]string{"dis-points-term", "dis-five-level-three-tier"}},
		{12, spec.T("lead or cooperating department", "牵头单位或配合单位"),
			nil, spec.T("the table's lead is kept as the lead and its remark as a remark; the roles in the text of the works are not computed", "以项目表牵头单位为准，备注照录；重点工程正文所述角色不计算"),
			[]string{"dis-lead-vs-cooperate", "dis-lead-role-of-risk-survey", "dis-database-role"}},
		{13, spec.T("nature, class, years and money of project rows", "项目性质、类别、年限与资金"),
			nil, spec.T("each column is kept as printed and none is derived from another; a row without an amount is unknown, so that sums are lower bounds",
				"各栏照录，互不推导；未列资金的行为未知，合计为下限"),
			[]string{"dis-nature-new-for-upgrade", "dis-reserve-class-with-dates", "dis-projects-without-budget", "dis-nature-continued-only-one", "dis-work-2-merges-three"}},
		{14, spec.T("numbered sets that list fewer members than they announce; 1+7+N", "所列成员少于所称数目；1+7+N"),
			nil, spec.T("a cross-check counts announced and listed members; the members not named are not made up", "互校所称与所列数目；未列成员不补造"),
			[]string{"dis-four-involve", "dis-consultation-numbers"}},
		{15, spec.T("a command for geohazards; six offices with one of a committee", "地质灾害指挥部；6个办公室含委员会办公室"),
			[]string{"hazards.geohazard-command", "teams.staffed-offices"}, spec.Text{}, []string{"dis-geohazard-command", "dis-six-command-offices"}},
		{16, spec.T("whose enforcement equipment; experts for one hazard only", "执法装备对象；专家仅列一类灾种"),
			nil, spec.T("the target counts township units, the project's money is not held against it; experts are counted as listed", "目标按乡镇执法机构计，项目资金不与其对照；专家按所列计"),
			[]string{"dis-enforcement-scope", "dis-expert-single-hazard"}},
		{17, spec.T("an unnamed exercise guide; enforcement rules stated twice", "未列名的演练指南；执法要求重复"),
			nil, spec.T("the guide is declared as not defined; what stands twice is one duty", "指南声明为未定义；重复条款计为一项职责"),
			[]string{"dis-exercise-guide-fragment", "dis-enforcement-repeated"}},
		{18, spec.T("one thing under several names; lost heading numbers", "同一事物多个名称；标题序号缺失"),
			nil, spec.T("names are read through lists of aliases in the plan's data; a ~ follows a reconstructed number", "名称按规划数据中的别名识别；补拟的序号后加~"),
			[]string{"dis-bureau-name", "dis-work-name", "dis-hazard-names", "dis-sector-office-names", "dis-department-names", "dis-village-names",
				"dis-transfer-term", "dis-indicator-name", "dis-two-county-plan-titles", "dis-heading-numbers-missing"}},
		{19, spec.T("what changes no verdict", "不影响结论者"),
			nil, spec.T("strict and inclusive limits are kept as the table words each; the award's years are a cross-check; an entry is classed by its content, not by its heading",
				"各指标界限按表中用语区分是否含本数；表彰年份作互校；条目按内容而非标题归类"),
			[]string{"dis-indicator-wording", "dis-award-period", "dis-forest-monitoring-scope"}},
	}
}
