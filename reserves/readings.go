package reserves

import "github.com/county-emergency/emergency/spec"

// The options of the readings of this room.
const (
	ClockEvent         = "event"
	ClockReport        = "report"
	CountPhysical      = "physical"
	CountWithAgreement = "physical-and-agreement"
	CountAll           = "all"
	PointsTownship     = "township-stores"
	PointsForward      = "township-stores-and-forward-points"
	CentreToComplete   = "completed"
	CentreToStart      = "started"
	CentreToAdvance    = "advanced"
	SystemOwn          = "own"
	SystemUnified      = "unified"
	DispatchItems      = "items"
	DispatchKits       = "kits"
	RationByPeople     = "proportional"
	RationByWaiting    = "least-waiting"
)

const (
	readingReliefClock  = "reserves.relief-clock"
	readingModesCounted = "reserves.counted-modes"
	readingPoints       = "reserves.storage-points"
	readingCentre       = "reserves.centre-state"
	readingSystem       = "reserves.information-role"
	readingDispatch     = "reserves.dispatch-form"
	readingRation       = "reserves.scarce-stock"
)

// Readings returns the clauses of this room that can be understood in more
// than one way, in a fixed order (解读).
func Readings() []spec.Reading {
	return []spec.Reading{reliefClock(), countedModes(), storagePoints(), centreState(), informationRole(), scarceStock(), dispatchForm()}
}

func reliefClock() spec.Reading {
	return spec.Reading{
		ID:       readingReliefClock,
		Question: spec.T("when do the hours of the relief target begin to run", "救助时限从何时起算"),
		Default:  ClockEvent,
		Options: []spec.Option{
			{ID: ClockEvent, Text: spec.T("when the disaster happens: the time until it is reported counts", "自灾害发生时起算，报告用时计入时限")},
			{ID: ClockReport, Text: spec.T("when the disaster is reported", "自灾情报告时起算")},
		},
		Source: clause(placeMaterials),
	}
}

func countedModes() spec.Reading {
	return spec.Reading{
		ID:       readingModesCounted,
		Question: spec.T("which modes of holding count as the stock that covers the evacuees", "保障转移安置的储备量计入哪些储备方式"),
		Default:  CountPhysical,
		Options: []spec.Option{
			{ID: CountPhysical, Text: spec.T("physical stock only", "仅计实物储备")},
			{ID: CountWithAgreement, Text: spec.T("physical stock and stock under agreement", "计实物储备和协议储备")},
			{ID: CountAll, Text: spec.T("all modes, production capacity and households included", "计全部方式，含产能储备和家庭储备")},
		},
		Source: clause(placeMaterials),
	}
}

func storagePoints() spec.Reading {
	return spec.Reading{
		ID:       readingPoints,
		Question: spec.T("does a forward point count as the storage point of its township", "前置点是否计为所在乡镇（街道）的储备点"),
		Default:  PointsTownship,
		Options: []spec.Option{
			{ID: PointsTownship, Text: spec.T("no: every township has a storage point of its own", "不计：各乡镇（街道）另设储备点")},
			{ID: PointsForward, Text: spec.T("yes: the six forward points are storage points too", "计入：6个前置点同时是储备点")},
		},
		Source:  clause(placeWork),
		Carries: []string{"dis-points-term"},
	}
}

func centreState() spec.Reading {
	return spec.Reading{
		ID:       readingCentre,
		Question: spec.T("how far must the reserve centre have come by the end of the plan", "规划期末物资储备中心应达到何种进度"),
		Default:  CentreToComplete,
		Options: []spec.Option{
			{ID: CentreToComplete, Text: spec.T("completed, as the clause on supplies says", "建成（三（五~）2）")},
			{ID: CentreToStart, Text: spec.T("started, as the list of works says", "启动（四（二）3）")},
			{ID: CentreToAdvance, Text: spec.T("advanced beyond nothing, as the clause on the base says", "推进（一（一）4、三（五~）3~）")},
		},
		Source:  clause(placeMaterials),
		Carries: []string{"dis-centre-status"},
	}
}

func informationRole() spec.Reading {
	return spec.Reading{
		ID:       readingSystem,
		Question: spec.T("does the county build an information system of supplies or join the unified one", "县级是自建应急物资信息系统还是配合建设统一数据库"),
		Default:  SystemOwn,
		Options: []spec.Option{
			{ID: SystemOwn, Text: spec.T("it builds one of its own, 三（五~）2", "建立全县系统（三（五~）2）")},
			{ID: SystemUnified, Text: spec.T("it joins the unified database, 四（四）", "配合建立统一数据库系统（四（四））")},
		},
		Source:  clause(placeManagement),
		Carries: []string{"dis-database-role"},
	}
}

func dispatchForm() spec.Reading {
	source := clause(placeMaterials)
	source.Standing = spec.Ours
	return spec.Reading{
		ID:       readingDispatch,
		Question: spec.T("does every item go out on its own, or are full sets packed in the stores", "物资按品种分别调拨还是在库点打包成套调拨"),
		Default:  DispatchItems,
		Options: []spec.Option{
			{ID: DispatchItems, Text: spec.T("every item on its own, from wherever it lies", "按品种分别调拨")},
			{ID: DispatchKits, Text: spec.T("packed kits: a store sends only what makes full sets there", "打包成套：库点只发出能配齐的套装")},
		},
		Source: source,
	}
}

func scarceStock() spec.Reading {
	source := clause(placeMaterials)
	source.Standing = spec.Ours
	return spec.Reading{
		ID:       readingRation,
		Question: spec.T("how is a stock that is too small shared out over the places of need", "储备不足时如何在各需求点之间分配"),
		Default:  RationByPeople,
		Options: []spec.Option{
			{ID: RationByPeople, Text: spec.T("in proportion to the people affected, where it can be brought to them so", "按受灾人口比例分配（可送达时）")},
			{ID: RationByWaiting, Text: spec.T("to those whom it reaches soonest", "优先送达最快者")},
		},
		Source: source,
	}
}

// ModesCounted returns the modes that an option of the reading
// reserves.counted-modes counts; ok is false for an option it does not have.
func ModesCounted(option string) (counted Modes, ok bool) {
	switch option {
	case CountPhysical:
		return ModesOf(Physical), true
	case CountWithAgreement:
		return ModesOf(Physical, Agreement), true
	case CountAll:
		return ModesOf(Physical, Agreement, Capacity, Society, Household), true
	}
	return 0, false
}
