package reserves

import "github.com/county-emergency/emergency/spec"

// The options of the readings of this room.
const (
	ClockEvent         = "event"
	ClockReport        = "report"
	CountPhysical      = "physical"
	CountWithAgreement = "physical-and-agreement"
	CountAll           = "all"
)

const (
	readingReliefClock  = "reserves.relief-clock"
	readingModesCounted = "reserves.counted-modes"
)

// Readings returns the clauses of this room that can be understood in more
// than one way, in a fixed order (解读).
func Readings() []spec.Reading { return []spec.Reading{reliefClock(), countedModes()} }

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
