package measure_test

import (
	"fmt"

	"github.com/county-emergency/emergency/measure"
	"github.com/shopspring/decimal"
)

// The plan's shelters have not quite 1.5 m² for each of the 253406 people, and two places must not say otherwise.
func ExampleRatio_TextAgainst() {
	perPerson := measure.RatioOf(379_600, 253_406)
	limit := measure.RatioOf(3, 2)
	fmt.Println(perPerson.AtLeast(limit), perPerson.Text(2), perPerson.TextAgainst(limit, 2))
	// Output: false 1.50 1.498
}

func ExampleRatio_Text() {
	fmt.Println(measure.RatioOf(1, 8).Text(2), measure.RatioOf(-1, 8).Text(2), measure.Ratio{}.Text(2))
	// Output: 0.13 -0.13 —
}

// Part of the period that had passed when the plan was issued.
func ExampleRatio_Percent() {
	fmt.Println(measure.RatioOf(578, 1826).Percent(1))
	// Output: 31.7
}

func ExampleRatio_Exact() {
	fmt.Println(measure.RatioOf(5, 8).Exact())
	_, ok := measure.RatioOf(1, 3).Exact()
	fmt.Println(ok)
	// Output:
	// 0.625 true
	// false
}

func ExampleRatioOf() {
	fmt.Println(measure.RatioOf(2, 6), measure.RatioOf(5, 0))
	// Output: 1/3 —
}

func ExampleRatioOfDecimal() {
	fmt.Println(measure.RatioOfDecimal(decimal.RequireFromString("0.6250")))
	// Output: 0.625
}

func ExampleRatioOfDecimals() {
	fmt.Println(measure.RatioOfDecimals(decimal.RequireFromString("12.5"), decimal.RequireFromString("300")))
	// Output: 1/24
}

func ExampleParseRatio() {
	r, err := measure.ParseRatio("2/4")
	fmt.Println(r, err)
	// Output: 0.5 <nil>
}

func ExampleRatio_Cmp() {
	fmt.Println(measure.RatioOf(1, 3).Cmp(measure.RatioOf(2, 6)))
	fmt.Println(measure.Ratio{}.Cmp(measure.Whole(0)))
	// Output:
	// 0 true
	// 0 false
}

func ExampleRatio_AtLeast() {
	fmt.Println(measure.RatioOf(19, 20).AtLeast(measure.RatioOf(19, 20)), measure.Ratio{}.AtLeast(measure.Whole(0)))
	// Output: true false
}

func ExampleRatio_AtMost() {
	fmt.Println(measure.RatioOf(2, 3).AtMost(measure.RatioOf(5, 8)))
	// Output: false
}

func ExampleRatio_Less() {
	fmt.Println(measure.RatioOf(5, 8).Less(measure.RatioOf(2, 3)))
	// Output: true
}

func ExampleRatio_Add() {
	fmt.Println(measure.RatioOf(1, 3).Add(measure.RatioOf(1, 6)))
	// Output: 0.5
}

// The two falls of the death rate that the plan names, one after the other: 64.1 % from 2015 to 2025.
func ExampleRatio_Mul() {
	left := measure.RatioOf(575, 1000).Mul(measure.RatioOf(625, 1000))
	fmt.Println(left, measure.Whole(1).Sub(left).Percent(1))
	// Output: 0.359375 64.1
}

func ExampleRatio_Div() {
	fmt.Println(measure.Whole(1).Div(measure.RatioOf(575, 1000)).Text(3), measure.Whole(1).Div(measure.Whole(0)))
	// Output: 1.739 —
}

func ExampleRatio_Sub() {
	fmt.Println(measure.Whole(1).Sub(measure.RatioOf(375, 1000)))
	// Output: 0.625
}

func ExampleRatio_Neg() {
	fmt.Println(measure.RatioOf(1, 3).Neg())
	// Output: -1/3
}

func ExampleSumRatios() {
	fmt.Println(measure.SumRatios(measure.RatioOf(1, 3), measure.RatioOf(1, 3), measure.RatioOf(1, 3)), measure.SumRatios())
	// Output: 1 0
}

func ExampleMeanRatios() {
	fmt.Println(measure.MeanRatios(measure.RatioOf(1, 2), measure.RatioOf(1, 4)), measure.MeanRatios())
	// Output: 0.375 —
}

func ExampleRatio_Floor() {
	fmt.Println(measure.RatioOf(-7, 2).Floor())
	// Output: -4 true
}

func ExampleRatio_Ceil() {
	fmt.Println(measure.RatioOf(7, 2).Ceil())
	// Output: 4 true
}

// A death rate that fell by 42.5 % at a level number of deaths means that output grew by 11.70 % a year.
func ExampleRootRate() {
	factor := measure.Whole(1).Div(measure.RatioOf(575, 1000))
	rate, ok := measure.RootRate(factor, 5, 4)
	fmt.Println(rate, rate.Percent(2), ok)
	// Output: 0.117 11.70 true
}

// Deaths down by 9 % and deaths per output down by 37.5 % mean growth of 7.80 % a year.
func ExampleRootRate_twoTargets() {
	factor := measure.RatioOf(91, 100).Div(measure.RatioOf(625, 1000))
	rate, ok := measure.RootRate(factor, 5, 4)
	fmt.Println(rate.Percent(2), ok)
	// Output: 7.80 true
}
