package indicators

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Score is the share of targets that are met (达标率). What does not apply is left
// out and yet counted apart; what is unknown is never counted as met or unmet.
type Score struct {
	Tally    spec.Tally
	Coverage measure.Ratio // percent of the applicable targets that are answered, unknown where none applies
	Met      measure.Ratio // percent of the answered targets that are met, unknown where none is answered
	Given    bool          // enough is answered for Met to stand
}

// ScoreOf counts verdicts against the least coverage that a score needs, in
// percent; the floor itself is enough (综合达标情况). Without a floor every answered
// target makes a score. The order of the verdicts does not matter.
func ScoreOf(tally spec.Tally, floor measure.Ratio) Score {
	answered := int64(tally.Met + tally.Unmet)
	hundred := measure.Whole(100)
	s := Score{
		Tally:    tally,
		Coverage: measure.RatioOf(answered, answered+int64(tally.Unknown)).Mul(hundred),
		Met:      measure.RatioOf(int64(tally.Met), answered).Mul(hundred),
	}
	s.Given = s.Met.Known() && (!floor.Known() || s.Coverage.AtLeast(floor))
	return s
}
