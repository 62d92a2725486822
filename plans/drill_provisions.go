package plans

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// DrillProvisions is what a five-year plan and the rules behind it ask of drills
// besides the yearly county exercise (演练规定).
type DrillProvisions struct {
	Duties      []DrillDuty
	DoubleBlind spec.Source // the clause on double-blind drills, empty where there is none
	Neighbours  spec.Source // the clause on drills with neighbours, empty where there is none
	Loop        spec.Source // the clause on evaluating drills, empty where there is none
	Base        []BaseField // fields of joint drills that the plan names at its start
}

// BaseField is a field in which drills were held together with other bodies at
// the start of the plan (期初联合演练领域).
type BaseField struct {
	Name    spec.Text
	Source  spec.Source
	Carries []string
}

// BoundaryPoint is a place on the border of the county that needs drills
// together with the neighbour there (临界重点部位).
type BoundaryPoint struct {
	ID        string
	Name      string
	Neighbour string // as [Drill.Partner] writes it
}

// DrillAssessment is what this room says of a county's drills beyond the yearly
// exercise: the typed results (演练评估).
type DrillAssessment struct {
	Bodies       []BodyDrills   // by duty, then body
	Boundary     []spec.Verdict // one a boundary point
	DoubleBlind  BlindShare
	Shortcomings []spec.Verdict // one a shortcoming
}

// BlindShare is how many drills of the period were double-blind (双盲演练占比).
type BlindShare struct {
	Drills, Blind, Unknown int // held in the period by the date; of the last it is not known
}

// Bounds returns the least and the greatest share that the drills can have.
// Without a drill both are unknown.
func (b BlindShare) Bounds() (low, high measure.Ratio) {
	return measure.RatioOf(int64(b.Blind), int64(b.Drills)), measure.RatioOf(int64(b.Blind+b.Unknown), int64(b.Drills))
}
