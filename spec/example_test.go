package spec_test

import (
	"fmt"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Unknown is not zero, not applicable is not failure, unchecked is not passed.
func ExampleAll() {
	fmt.Println(spec.All(spec.Met, spec.NotApplicable))
	fmt.Println(spec.All(spec.Met, spec.Unknown))
	fmt.Println(spec.All(spec.Unmet, spec.Unknown))
	fmt.Println(spec.All())
	// Output:
	// met
	// unknown
	// unmet
	// unknown
}

func ExampleAny() {
	fmt.Println(spec.Any(spec.Unmet, spec.Met, spec.Unknown))
	fmt.Println(spec.Any(spec.Unmet, spec.Unknown))
	// Output:
	// met
	// unknown
}

// Core indicator 1: deaths in work accidents fall by nine percent. Of 11
// deaths in the base year at most 10.01 may be left, so 10 pass.
func ExampleTarget_Judge() {
	target := spec.Target{Form: spec.Change, Direction: spec.LowerBetter, Change: measure.RatioOf(-9, 100)}
	base := spec.ExactValue(measure.Whole(11))
	for _, deaths := range []int64{10, 11} {
		j := target.Judge(spec.ExactValue(measure.Whole(deaths)), base)
		fmt.Println(deaths, j.Comparison, j.Required.Text(2), j.Verdict, j.Gap.Text(2))
	}
	// Output:
	// 10 ≤ 10.01 met 0.00
	// 11 ≤ 10.01 unmet 0.99
}

// Partial data may still decide: three deaths so far are above a ceiling of two.
func ExampleTarget_Judge_partial() {
	target := spec.Target{Form: spec.Ceiling, Limit: measure.Whole(2)}
	soFar := func(n int64) spec.Value { return spec.Value{Low: measure.Whole(n)} }
	fmt.Println(target.Judge(soFar(3), spec.Value{}).Verdict)
	fmt.Println(target.Judge(soFar(1), spec.Value{}).Verdict)
	// Output:
	// unmet
	// unknown
}

func ExampleTarget_JudgeYears() {
	target := spec.Target{Form: spec.YearlyChange, Direction: spec.LowerBetter, Change: measure.RatioOf(-5, 100)}
	year := func(n int64) spec.Value { return spec.ExactValue(measure.Whole(n)) }
	fmt.Println(target.JudgeYears([]spec.Value{year(100), year(95), year(90)}).Verdict)
	fmt.Println(target.JudgeYears([]spec.Value{year(100), year(95), year(91)}).Verdict)
	// Output:
	// met
	// unmet
}

// The printed number never contradicts the verdict: 1.498 m² a person is
// below 1.5, so it is not printed as 1.5.
func ExampleAmountAgainst() {
	perPerson := measure.RatioOf(379600, 253406)
	fmt.Println(spec.AmountOf(perPerson, 1), spec.AmountAgainst(perPerson, measure.RatioOf(3, 2), 1))
	// Output: 1.5 1.498
}

func ExampleObserved() {
	var reported spec.Observed[measure.People]
	_, ok := reported.Value()
	fmt.Println(ok)
	low, _ := spec.AtLeast(measure.People(9)).Low()
	fmt.Println(low)
	// Output:
	// false
	// 9
}

// A target by class: another lead time for each river.
func ExampleTarget_JudgeClasses() {
	target := spec.Target{Form: spec.ByClass, Unit: spec.Hours, Parts: []spec.Target{
		{Class: "main", Form: spec.Floor, Limit: measure.Whole(8)},
		{Class: "tributary", Form: spec.Floor, Limit: measure.Whole(5)},
	}}
	all, _ := target.JudgeClasses([]spec.ClassValue{
		{Class: "main", Actual: spec.ExactValue(measure.Whole(9))},
		{Class: "tributary", Actual: spec.ExactValue(measure.Whole(4))},
	})
	fmt.Println(all.Verdict, all.Class, all.Comparison, all.Required)
	// Output: unmet tributary ≥ 5
}

func ExampleTarget_Words() {
	fmt.Println(spec.Target{Form: spec.Change, Change: measure.RatioOf(-9, 100), Direction: spec.LowerBetter}.Words().EN)
	// Output: at least 9 % less than the base
}

func ExampleScoreOf() {
	s := spec.ScoreOf(spec.Tally{Met: 6, Unmet: 2, Unknown: 2, NotApplicable: 1}, measure.Whole(60))
	fmt.Println(s.Met, s.Coverage, s.Given)
	// Output: 75 80 true
}
