package spec

import "github.com/county-emergency/emergency/measure"

// Score is the share of verdicts that are met (达标率). What does not apply is left
// out and yet counted apart; what is unknown is never counted as met or unmet.
type Score struct {
	Tally    Tally
	Coverage measure.Ratio // percent of what applies that is answered, unknown where nothing applies
	Met      measure.Ratio // percent of what is answered that is met, unknown where nothing is answered
	Given    bool          // enough is answered for Met to stand
}

// ScoreOf counts verdicts against the least coverage that a score needs, in
// percent; the floor itself is enough (综合达标情况). Without a floor every answer
// makes a score. The order of the verdicts does not matter.
func ScoreOf(tally Tally, floor measure.Ratio) Score {
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
