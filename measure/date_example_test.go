package measure_test

import (
	"fmt"

	"github.com/county-emergency/emergency/measure"
)

func ExampleDateOf() {
	fmt.Println(measure.DateOf(2022, 8, 2), measure.DateOf(2023, 2, 29))
	// Output: 2022-08-02 —
}

func ExampleParseDate() {
	fmt.Println(measure.ParseDate("2022-08-02"))
	_, err := measure.ParseDate("2022-8-2")
	fmt.Println(err)
	// Output:
	// 2022-08-02 <nil>
	// measure: "2022-8-2" is not a date
}

func ExampleDate_AddDays() {
	fmt.Println(measure.DateOf(2024, 2, 28).AddDays(2))
	// Output: 2024-03-01
}

func ExampleDate_AddMonths() {
	fmt.Println(measure.DateOf(2023, 1, 31).AddMonths(1))
	// Output: 2023-02-28
}

func ExampleDate_AddYears() {
	fmt.Println(measure.DateOf(2024, 2, 29).AddYears(3))
	// Output: 2027-02-28
}

func ExampleDate_DaysUntil() {
	fmt.Println(measure.DateOf(2021, 1, 1).DaysUntil(measure.DateOf(2022, 8, 2)))
	// Output: 578
}

func ExampleDate_Before() {
	fmt.Println(measure.DateOf(2025, 12, 31).Before(measure.DateOf(2026, 1, 1)), measure.Date{}.Before(measure.DateOf(2026, 1, 1)))
	// Output: true false
}

func ExampleParseYear() {
	fmt.Println(measure.ParseYear("2025"))
	// Output: 2025 <nil>
}

func ExamplePeriodOf() {
	p, err := measure.PeriodOf(2021, 2025)
	fmt.Println(p, p.Len(), p.Days(), err)
	// Output: 2021-2025 5 1826 <nil>
}

func ExampleParsePeriod() {
	p, err := measure.ParsePeriod("2021-2025")
	fmt.Println(p.Years(), err)
	// Output: [2021 2022 2023 2024 2025] <nil>
}

func ExamplePeriod_Contains() {
	p, err := measure.PeriodOf(2021, 2025)
	fmt.Println(p.Contains(measure.DateOf(2025, 12, 31)), p.Contains(measure.DateOf(2026, 1, 1)), err)
	// Output: true false <nil>
}

// The plan was issued on 2 August 2022; 578 of its 1826 days had passed.
func ExamplePeriod_DaysElapsed() {
	p, err := measure.PeriodOf(2021, 2025)
	fmt.Println(p.DaysElapsed(measure.DateOf(2022, 8, 2)), err)
	// Output: 578 <nil>
}
