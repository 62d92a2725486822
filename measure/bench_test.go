package measure_test

import (
	"testing"

	"github.com/county-emergency/emergency/measure"
)

func BenchmarkFit(b *testing.B) {
	area, each := measure.SquareCentimetres(3_796_000_000), measure.SquareCentimetres(15_000)
	b.ReportAllocs()
	var fit measure.People
	for b.Loop() {
		fit, _ = area.Fit(each)
	}
	if fit != 253_066 {
		b.Fatal(fit)
	}
}

func BenchmarkRatioCmp(b *testing.B) {
	r, s := measure.RatioOf(9_999_999_967, 10_000_000_019), measure.RatioOf(9_999_999_966, 10_000_000_018)
	b.ReportAllocs()
	var c int
	for b.Loop() {
		c, _ = r.Cmp(s)
	}
	if c != 1 {
		b.Fatal(c)
	}
}

func BenchmarkRatioOf(b *testing.B) {
	b.ReportAllocs()
	var r measure.Ratio
	for b.Loop() {
		r = measure.RatioOf(253_406, 3_796_000)
	}
	if !r.Known() {
		b.Fatal(r)
	}
}

func BenchmarkSum(b *testing.B) {
	values := make([]measure.People, 1000)
	for i := range values {
		values[i] = measure.People(i)
	}
	b.ReportAllocs()
	var sum measure.People
	for b.Loop() {
		sum, _ = measure.Sum(values...)
	}
	if sum != 499_500 {
		b.Fatal(sum)
	}
}

func BenchmarkParseArea(b *testing.B) {
	b.ReportAllocs()
	var a measure.Area
	for b.Loop() {
		a, _ = measure.ParseArea("15184.25")
	}
	if a.SquareCentimetres() != 151_842_500 {
		b.Fatal(a)
	}
}

func BenchmarkDaysUntil(b *testing.B) {
	from, to := measure.DateOf(2021, 1, 1), measure.DateOf(2022, 8, 2)
	b.ReportAllocs()
	var n int
	for b.Loop() {
		n = from.DaysUntil(to)
	}
	if n != 578 {
		b.Fatal(n)
	}
}

func TestHotPathsDoNotAllocate(t *testing.T) {
	area, each := measure.SquareCentimetres(3_796_000_000), measure.SquareCentimetres(15_000)
	r, s := measure.RatioOf(1, 3), measure.RatioOf(2, 7)
	people := []measure.People{1, 2, 3}
	areas := []measure.Area{area, each}
	day := measure.DateOf(2022, 8, 2)
	period, err := measure.PeriodOf(2021, 2025)
	if err != nil {
		t.Fatal(err)
	}
	paths := map[string]func(){
		"Fit":         func() { area.Fit(each) },
		"Times":       func() { _, _ = each.Times(3000) },
		"Add":         func() { _, _ = area.Add(each) },
		"Less":        func() { area.Less(each) },
		"Sum":         func() { _, _ = measure.Sum(people...) },
		"SumArea":     func() { _, _ = measure.SumArea(areas...) },
		"DivCeil":     func() { measure.Thousandths(7000).DivCeil(measure.Thousandths(3)) },
		"Cmp":         func() { r.Cmp(s) },
		"RatioOf":     func() { measure.RatioOf(6, 4) },
		"Ratio.Add":   func() { r.Add(s) },
		"Ratio.Mul":   func() { r.Mul(s) },
		"Ratio.Div":   func() { r.Div(s) },
		"Floor":       func() { r.Floor() },
		"ParsePeople": func() { _, _ = measure.ParsePeople("253406") },
		"ParseArea":   func() { _, _ = measure.ParseArea("15184.25") },
		"ParseDate":   func() { _, _ = measure.ParseDate("2022-08-02") },
		"AddDays":     func() { day.AddDays(1000) },
		"AddMonths":   func() { day.AddMonths(36) },
		"DaysElapsed": func() { period.DaysElapsed(day) },
	}
	for name, run := range paths {
		if n := testing.AllocsPerRun(100, run); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}
