package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The options of the reading shelters.fixed-capacity.
const (
	fixedLodging   = "lodging"
	fixedByClass   = "by-class"
	fixedNotJudged = "not-judged"
)

// Readings returns the clauses that can be understood in more than one way
// (解读清单). The slice is the caller's.
func Readings() []spec.Reading {
	return []spec.Reading{fixedCapacity(), refugeCapacity(), usableUnderHazard()}
}

func fixedCapacity() spec.Reading {
	return spec.Reading{
		ID: "shelters.fixed-capacity",
		Question: spec.T("the standard counts the capacity of fixed shelters, the plan counts people who can be lodged; are they the same",
			"标准统计固定避难场所容量，规划统计可容纳住宿避难人数，二者是否同一口径"),
		Default: fixedLodging,
		Options: []spec.Option{
			{ID: fixedLodging, Text: spec.T("people lodged count as fixed-shelter capacity", "住宿避难人数视为固定避难场所容量")},
			{ID: fixedByClass, Text: spec.T("people lodged count in shelters recorded as fixed or centre", "仅计类别为固定或中心的避难场所的住宿避难人数")},
			{ID: fixedNotJudged, Text: spec.T("they are not the same, nothing is judged", "口径不同，不作判断")},
		},
		Source: FixedShelterShare().Source,
	}
}

// fixedLodgers is the people lodged in shelters recorded as fixed or centre.
func fixedLodgers(r Records, asOf measure.Date) spec.Observed[measure.People] {
	if !r.HasShelters {
		return spec.Observed[measure.People]{}
	}
	return networkOf(r.Shelters, asOf, func(s *Shelter) spec.Verdict {
		switch {
		case s.Class == 0:
			return spec.Unknown
		case s.Class.IsFixed() || s.Class == Centre:
			return spec.Met
		}
		return spec.Unmet
	}).Lodging
}

// The options of the reading shelters.refuge-capacity.
const (
	refugeLodging   = "lodging"
	refugeTemporary = "temporary"
)

func refugeCapacity() spec.Reading {
	return spec.Reading{
		ID: "shelters.refuge-capacity",
		Question: spec.T("a shelter must hold the refuge population of its service area; is that where they sleep or where they are placed for the moment",
			"避难容量应不小于责任区避难人口，按住宿避难人数还是按临时安置人数计"),
		Default: refugeLodging,
		Options: []spec.Option{
			{ID: refugeLodging, Text: spec.T("where they sleep", "按住宿避难人数")},
			{ID: refugeTemporary, Text: spec.T("where they are placed for the moment", "按临时安置人数")},
		},
		Source: gb51143("5.2.4"),
	}
}

func refugeStay(choices spec.Choices) Stay {
	switch choices.Of(refugeCapacity()) {
	case refugeLodging:
		return Lodging
	case refugeTemporary:
		return Temporary
	}
	return 0
}
