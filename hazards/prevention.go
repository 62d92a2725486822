package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Prevention is what a plan provides about keeping risks and hidden dangers in
// check, watching hazards, forest fires and who answers for what (防治规定). The
// zero Prevention provides nothing. A target without a form is one that the plan
// does not set.
type Prevention struct {
	MassMonitoring   spec.Target // share of geohazard sites under mass monitoring 群测群防率
	WarningCoverage  spec.Target // share of geohazard sites with mass warning 群测群防监测预警覆盖率
	Extinguished     spec.Target // share of forest fires put out in time 24小时森林火灾扑灭率
	ForestDamage     spec.Target // burnt share of the forest in a year 森林火灾受害率
	ExtinguishWithin spec.Figure[measure.Duration]
	Inspections      spec.Figure[measure.Count] // of forest fire dangers, each year
	ElevatorLine     spec.Figure[string]        // telephone number of the elevator emergency platform 电梯应急处置平台

	Duties          []DutyScheme
	Departments     []Department
	DepartmentLists []DepartmentList
	Catalogues      []Catalogue
}

// PreventionRecords is what a county reports of risks, hidden dangers, forest
// fires, monitoring and posts (防治填报). A table that was not supplied is unknown;
// one supplied and empty says that there is nothing of the kind.
type PreventionRecords struct {
	Risks      []RiskPoint
	HasRisks   bool
	Dangers    []HiddenDanger
	HasDangers bool
	Cases      []EnforcementCase
	HasCases   bool

	Posts        []PostRecord
	HasPosts     bool
	Townships    []DivisionCode // the county's own townships
	HasTownships bool

	Sites    []GeohazardSite
	HasSites bool

	Fires              []FireRecord
	HasFires           bool
	FireYears          measure.Period // the years that the table covers completely
	ForestInspections  []ForestInspection
	HasInspections     bool
	InspectionYears    measure.Period
	ForestArea         spec.Observed[measure.Area] // 森林面积
	Monitoring         []EarlyMonitoring
	HasMonitoring      bool
	CatalogueAnswers   []spec.CatalogueAnswer
	HasCatalogueAnswer bool
}
