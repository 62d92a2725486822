package shelters

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Shelter is one emergency shelter as a county records it (应急避难场所).
type Shelter struct {
	ID            string
	Name          string
	Place         hazards.DivisionCode
	EffectiveArea spec.Observed[measure.Area]      // usable ground, 有效避难面积
	GrossArea     spec.Observed[measure.GrossArea] // the whole site, 占地面积
	Temporary     spec.Observed[measure.People]    // people placed at one time, as stated
	Lodging       spec.Observed[measure.People]    // people who can sleep there, as stated
	Setting       Setting
	Status        Status
	CompletedOn   measure.Date // of the building, for Upgraded of the upgrade; unset where nobody said
	ClosedOn      measure.Date // 撤销日期, unset where it is open

	// The words of three vocabularies, each as recorded; see [Class.Term] and
	// [Class.Stay] for what of one comes to in another.
	Class     Class
	Term      Term
	Level     Level
	Scope     Scope
	Ownership Ownership
	DualUse   spec.Observed[bool] // used for something else in ordinary times, 平急两用

	StepFree     spec.Observed[bool]             // it can be entered without steps, 无障碍
	Entrances    spec.Observed[measure.Count]    // main entrances in different directions, 主要出入口
	WaterKinds   spec.Observed[measure.Count]    // kinds of emergency water sources, 应急水源种类
	PowerKinds   spec.Observed[measure.Count]    // kinds of emergency power sources, 应急电源种类
	FireDistance spec.Observed[measure.Distance] // to the nearest ordinary source of fire after an earthquake, 距次生火源
	Money        spec.Observed[measure.Money]    // spent on building or upgrading it, 投入资金

	Position hazards.Position // unset where nobody said

	Facilities []FacilityFact
	Exposures  []Exposure
}

// FacilityFact is whether a shelter has a facility (设施核查).
type FacilityFact struct {
	Facility Facility
	Present  spec.Observed[bool]
}

// Exposure is what one hazard means for a shelter (灾种适用性).
type Exposure struct {
	Hazard hazards.Natural
	InZone spec.Observed[bool] // it lies where the hazard strikes, as in a flood zone, 位于危险区
	Serves spec.Observed[bool] // it is declared for this hazard, 适用该灾种
}

// The codes of faults of a shelter's own figures.
const (
	FaultNegative              = "shelters.negative"
	FaultEffectiveAboveGross   = "shelters.effective-above-gross"
	FaultClosedBeforeCompleted = "shelters.closed-before-completed"
)

// FaultCodes returns the codes of [Shelter.Validate], in order.
func FaultCodes() []string {
	return []string{FaultClosedBeforeCompleted, FaultEffectiveAboveGross, FaultNegative}
}

// Validate returns every fault of the shelter's own figures, nil when there is
// none; the path is the column of shelters.csv. It does not change the shelter.
func (s Shelter) Validate() error {
	var faults spec.Faults
	negative := func(path string, value interface{ String() string }) {
		faults.Add(spec.Fault{Path: path, Code: FaultNegative, Value: value.String(),
			Message: spec.Textf("%s is negative", "%s 为负数", value)})
	}
	// The lower end decides: an upper bound may not be negative either, but
	// then there is no lower one.
	if v, ok := lowest(s.EffectiveArea); ok && v.Sign() < 0 {
		negative("effective_area", v)
	}
	if v, ok := lowest(s.GrossArea); ok && v.Sign() < 0 {
		negative("gross_area", v)
	}
	if v, ok := lowest(s.Temporary); ok && v < 0 {
		negative("temporary", v)
	}
	if v, ok := lowest(s.Lodging); ok && v < 0 {
		negative("lodging", v)
	}
	if !s.ClosedOn.IsZero() && s.ClosedOn.Before(s.CompletedOn) {
		faults.Add(spec.Fault{Path: "closed_on", Code: FaultClosedBeforeCompleted, Value: s.ClosedOn.String(),
			Message: spec.Textf("closed on %s, completed on %s", "撤销日期 %s 早于完成日期 %s", s.ClosedOn, s.CompletedOn)})
	}
	effective, okE := s.EffectiveArea.Low()
	gross, okG := s.GrossArea.High()
	if okE && okG && effective.SquareCentimetres() > gross.SquareCentimetres() {
		faults.Add(spec.Fault{Path: "effective_area", Code: FaultEffectiveAboveGross, Value: effective.String(),
			Message: spec.Textf("effective area %s m² is larger than the whole site of %s m²",
				"有效避难面积 %s 平方米大于占地面积 %s 平方米", effective, gross)})
	}
	return faults.Err()
}

func lowest[T any](o spec.Observed[T]) (T, bool) {
	if v, ok := o.Low(); ok {
		return v, true
	}
	return o.High()
}

// built says whether the shelter stands on a date: certainly, or possibly
// because it is new and nobody said when it was completed. On the day it is
// closed it no longer does. A row of no stated
// status and date is taken at its word: it is in the table of shelters.
func (s *Shelter) built(asOf measure.Date) (certain, possible bool) {
	switch {
	case !asOf.IsZero() && !s.ClosedOn.IsZero() && !s.ClosedOn.After(asOf):
		return false, false
	case s.Status == Upgraded:
		return true, true
	case s.CompletedOn.After(asOf):
		return false, false
	case s.CompletedOn.IsZero() && s.Status == New:
		return false, true
	}
	return true, true
}
