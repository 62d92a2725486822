package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Condition is a number that a shelter must reach, by the class and setting it
// has (场所条件).
type Condition struct {
	ID       string
	Title    spec.Text
	Column   string // of shelters.csv
	Unit     spec.Unit
	Required spec.Figure[measure.Ratio]
	applies  func(*Shelter) spec.Verdict // Met, NotApplicable, or Unknown where the class or setting is
	actual   func(*Shelter, measure.Date) spec.Value
}

// Conditions returns the conditions that were seen (场所条件清单): main entrances of
// long-term fixed and centre shelters, kinds of emergency water and power of
// outdoor ones, and the distance to the next source of fire. How many entrances
// the other classes need was cut off in the text that was seen. The slice is
// the caller's.
func Conditions() []Condition {
	least := func(n int64, place string) spec.Figure[measure.Ratio] {
		return spec.Cite(measure.Whole(n), gb55028(place))
	}
	return []Condition{
		{ID: "entrances", Title: spec.T("main entrances in different directions", "不同方向的主要出入口"), Column: "entrances", Unit: spec.Units,
			Required: least(4, "4.2.9"), applies: longOrCentre,
			actual: func(s *Shelter, on measure.Date) spec.Value { return countRatio(s.Entrances.AsOf(on)) }},
		{ID: "water-kinds", Title: spec.T("kinds of emergency water sources", "应急水源种类"), Column: "water_kinds", Unit: spec.Units,
			Required: least(2, "4.2.7"), applies: outdoor,
			actual: func(s *Shelter, on measure.Date) spec.Value { return countRatio(s.WaterKinds.AsOf(on)) }},
		{ID: "power-kinds", Title: spec.T("kinds of emergency power sources", "应急电源种类"), Column: "power_kinds", Unit: spec.Units,
			Required: least(2, "4.2.7"), applies: outdoor,
			actual: func(s *Shelter, on measure.Date) spec.Value { return countRatio(s.PowerKinds.AsOf(on)) }},
		{ID: "fire-distance", Title: spec.T("metres to the next ordinary source of fire after an earthquake", "与一般次生火灾源的距离（米）"), Column: "fire_distance", Unit: metresUnit,
			Required: least(30, "4.2.4"), applies: func(*Shelter) spec.Verdict { return spec.Met },
			actual: func(s *Shelter, on measure.Date) spec.Value {
				return ratioOf(s.FireDistance.AsOf(on), func(d measure.Distance) measure.Ratio { return measure.RatioOf(d.Millimetres(), 1000) })
			}},
	}
}

// metresUnit stands for itself: the ground has kilometres only.
const metresUnit spec.Unit = "m"

func longOrCentre(s *Shelter) spec.Verdict {
	switch {
	case s.Class == 0:
		return spec.Unknown
	case s.Class.IsLongOrCentre():
		return spec.Met
	}
	return spec.NotApplicable
}

func outdoor(s *Shelter) spec.Verdict {
	switch s.Setting {
	case Outdoor:
		return spec.Met
	case Indoor:
		return spec.NotApplicable
	}
	return spec.Unknown
}

// Actual returns what is known of the number of a shelter on a date.
func (c Condition) Actual(s *Shelter, asOf measure.Date) spec.Value { return c.actual(s, asOf) }

// Verdict holds a shelter against the condition (条件判定): NotApplicable where its
// class or setting is outside it, Unknown where either is not reported and the
// number would not do.
func (c Condition) Verdict(s *Shelter, asOf measure.Date) spec.Verdict {
	applies := c.applies(s)
	if applies == spec.NotApplicable {
		return applies
	}
	floor := spec.Target{Form: spec.Floor, Limit: c.Required.Value}
	verdict := floor.Judge(c.actual(s, asOf), spec.Value{}).Verdict
	if applies == spec.Unknown && verdict == spec.Unmet {
		return spec.Unknown // it may be outside
	}
	return verdict
}
