package shelters

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The options of the reading shelters.usable-under-hazard.
const (
	usableOutsideZone = "outside-zone"
	usableAndServes   = "outside-zone-and-declared"
)

func usableUnderHazard() spec.Reading {
	return spec.Reading{
		ID: "shelters.usable-under-hazard",
		Question: spec.T("when a hazard strikes, does a shelter count that lies outside its zone, or must it also be declared for the hazard",
			"灾害发生时，位于危险区外的场所是否即可计入，还是还须注明适用该灾种"),
		Default: usableOutsideZone,
		Options: []spec.Option{
			{ID: usableOutsideZone, Text: spec.T("it counts outside the zone", "位于危险区外即计入")},
			{ID: usableAndServes, Text: spec.T("it must be declared for the hazard, too", "还须注明适用该灾种")},
		},
		Source: ours("usable under a hazard"),
	}
}

// UsableUnder says whether a shelter can be used when a hazard strikes (灾时可用性):
// not where it lies in the hazard's zone, and, if the option of the reading
// shelters.usable-under-hazard asks for it, not where it is not declared for
// the hazard. What nobody said is Unknown; a fact observed after the date is
// not read. The zero hazard touches no shelter.
func (s *Shelter) UsableUnder(hazard hazards.Natural, asOf measure.Date, choices spec.Choices) spec.Verdict {
	if hazard == 0 {
		return spec.Met
	}
	var fact Exposure
	for _, one := range s.Exposures {
		if one.Hazard == hazard {
			fact = one
		}
	}
	outside := verdictOf(fact.InZone.AsOf(asOf), false)
	switch choices.Of(usableUnderHazard()) {
	case usableOutsideZone:
		return outside
	case usableAndServes:
		return spec.And(outside, verdictOf(fact.Serves.AsOf(asOf), true))
	}
	return spec.Unknown
}

// verdictOf is Met where a fact is as wished, Unmet where it is not.
func verdictOf(fact spec.Observed[bool], wished bool) spec.Verdict {
	value, ok := fact.Value()
	switch {
	case !ok:
		return spec.Unknown
	case value == wished:
		return spec.Met
	}
	return spec.Unmet
}

// NetworkUnder adds up the shelters that stand on a date and can be used when a
// hazard strikes (灾时可用容量). A shelter of which nobody knows whether it can adds to
// the upper bounds only.
func NetworkUnder(shelters []Shelter, hazard hazards.Natural, asOf measure.Date, choices spec.Choices) Network {
	return networkOf(shelters, asOf, func(s *Shelter) spec.Verdict { return s.UsableUnder(hazard, asOf, choices) })
}
