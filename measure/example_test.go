package measure_test

import (
	"errors"
	"fmt"

	"github.com/county-emergency/emergency/measure"
	"github.com/shopspring/decimal"
)

// The plan's 25 shelters have 37.96 hectares of effective area.
func ExampleHectares() {
	area, err := measure.Hectares(decimal.RequireFromString("37.96"))
	fmt.Println(area, err)
	// Output: 379600 <nil>
}

// At 1.5 m² each they hold fewer people than the 253406 that the plan counts.
func ExampleArea_Fit() {
	area := measure.SquareCentimetres(3_796_000_000)
	people, ok := area.Fit(measure.SquareCentimetres(15_000))
	fmt.Println(people, ok)
	_, ok = area.Fit(measure.Area{})
	fmt.Println(ok)
	// Output:
	// 253066 true
	// false
}

func ExampleArea_Times() {
	need, err := measure.SquareCentimetres(15_000).Times(3000)
	fmt.Println(need, err)
	// Output: 4500 <nil>
}

func ExampleArea_Sub() {
	have, need := measure.SquareCentimetres(10_000), measure.SquareCentimetres(15_000)
	gap, err := have.Sub(need)
	fmt.Println(gap, gap.Sign(), err)
	// Output: -0.5 -1 <nil>
}

func ExampleSumArea() {
	total, err := measure.SumArea(measure.SquareCentimetres(10_000), measure.SquareCentimetres(5_000))
	fmt.Println(total, err)
	// Output: 1.5 <nil>
}

func ExampleSquareMetres() {
	a, err := measure.SquareMetres(decimal.RequireFromString("1250.5"))
	fmt.Println(a.SquareCentimetres(), err)
	// Output: 12505000 <nil>
}

// Fifteen mu are a hectare; a single one is no whole number of square centimetres and is not rounded.
func ExampleMu() {
	fmt.Println(measure.Mu(decimal.RequireFromString("1.5")))
	_, err := measure.Mu(decimal.RequireFromString("1"))
	fmt.Println(err)
	// Output:
	// 1000 <nil>
	// measure: "1" is finer than the smallest unit
}

func ExampleGrossHectares() {
	g, err := measure.GrossHectares(decimal.RequireFromString("1.518"))
	fmt.Println(g, err)
	// Output: 15180 <nil>
}

func ExampleGrossMu() {
	fmt.Println(measure.GrossMu(decimal.RequireFromString("30")))
	// Output: 20000 <nil>
}

func ExampleSumGrossArea() {
	fmt.Println(measure.SumGrossArea(measure.GrossSquareCentimetres(20_000), measure.GrossSquareCentimetres(1)))
	// Output: 2.0001 <nil>
}

func ExampleParseArea() {
	fmt.Println(measure.ParseArea("15184.250"))
	_, err := measure.ParseArea("0.00001")
	fmt.Println(err)
	// Output:
	// 15184.25 <nil>
	// measure: "0.00001" is finer than the smallest unit
}

func ExampleParsePeople() {
	fmt.Println(measure.ParsePeople("253406"))
	for _, text := range []string{"1.9", "0120", "1_000", "-3"} {
		_, err := measure.ParsePeople(text)
		fmt.Println(err)
	}
	// Output:
	// 253406 <nil>
	// measure: "1.9" is not a whole number
	// measure: "0120" has a leading zero
	// measure: "1_000" is not a plain number
	// measure: "-3" is negative
}

func ExampleParseCount() {
	fmt.Println(measure.ParseCount("25"))
	// Output: 25 <nil>
}

func ExampleError() {
	_, err := measure.ParsePeople("1.9")
	var e *measure.Error
	if errors.As(err, &e) {
		fmt.Println(e.Code, e.Value)
	}
	// Output: measure.fraction 1.9
}

func ExampleSum() {
	fmt.Println(measure.Sum(measure.People(96_050), 157_356))
	_, err := measure.Sum(measure.People(9_223_372_036_854_775_807), 1)
	fmt.Println(err)
	// Output:
	// 253406 <nil>
	// measure: "9223372036854775808" overflows 64 bits
}

func ExampleAdd() {
	fmt.Println(measure.Add(measure.Count(20), 5))
	// Output: 25 <nil>
}

func ExampleSub() {
	fmt.Println(measure.Sub(measure.People(96_050), 253_406))
	// Output: -157356 <nil>
}

func ExampleMul() {
	fmt.Println(measure.Mul(measure.People(3000), 5))
	// Output: 15000 <nil>
}

func ExampleWanYuan() {
	m, err := measure.WanYuan(decimal.RequireFromString("350.5"))
	fmt.Println(m, m.Fen(), err)
	// Output: 3505000 350500000 <nil>
}

func ExampleYiYuan() {
	fmt.Println(measure.YiYuan(decimal.RequireFromString("1.25")))
	// Output: 125000000 <nil>
}

func ExampleYuan() {
	fmt.Println(measure.Yuan(decimal.RequireFromString("129.90")))
	// Output: 129.9 <nil>
}

func ExampleParseMoney() {
	fmt.Println(measure.ParseMoney("129.90"))
	// Output: 129.9 <nil>
}

func ExampleSumMoney() {
	fmt.Println(measure.SumMoney(measure.Fen(12_990), measure.Fen(10)))
	// Output: 130 <nil>
}

// A thousand yuan buy seven quilts at 129.90 yuan; eight would cost more.
func ExampleMoney_DivFloor() {
	fmt.Println(measure.Fen(100_000).DivFloor(measure.Fen(12_990)))
	// Output: 7 true
}

func ExampleMoney_DivCeil() {
	fmt.Println(measure.Fen(100_000).DivCeil(measure.Fen(12_990)))
	// Output: 8 true
}

func ExampleKilometres() {
	fmt.Println(measure.Kilometres(decimal.RequireFromString("2.5")))
	// Output: 2500 <nil>
}

func ExampleMetres() {
	fmt.Println(measure.Metres(decimal.RequireFromString("0.75")))
	// Output: 0.75 <nil>
}

func ExampleParseDistance() {
	fmt.Println(measure.ParseDistance("800"))
	// Output: 800 <nil>
}

func ExampleSumDistance() {
	fmt.Println(measure.SumDistance(measure.Millimetres(1500), measure.Millimetres(700)))
	// Output: 2.2 <nil>
}

func ExampleDistance_DivFloor() {
	fmt.Println(measure.Millimetres(10_000).DivFloor(measure.Millimetres(3_000)))
	// Output: 3 true
}

func ExampleDistance_DivCeil() {
	fmt.Println(measure.Millimetres(10_000).DivCeil(measure.Millimetres(3_000)))
	// Output: 4 true
}

func ExampleQuantityOf() {
	q, err := measure.QuantityOf(decimal.RequireFromString("2.5"))
	fmt.Println(q, q.Floor(), q.Ceil(), err)
	// Output: 2.5 2 3 <nil>
}

func ExampleParseQuantity() {
	fmt.Println(measure.ParseQuantity("0.4"))
	// Output: 0.4 <nil>
}

func ExampleUnits() {
	fmt.Println(measure.Units(750))
	// Output: 750 <nil>
}

func ExampleQuantity_Floor() {
	fmt.Println(measure.Thousandths(7_999).Floor())
	// Output: 7
}

func ExampleQuantity_Ceil() {
	fmt.Println(measure.Thousandths(7_001).Ceil())
	// Output: 8
}

func ExampleQuantity_Times() {
	fmt.Println(measure.Thousandths(400).Times(3000))
	// Output: 1200 <nil>
}

// 7500 kg of rice at 0.4 kg per person and day serve 18750 person-days.
func ExampleQuantity_DivFloor() {
	stock, err := measure.Units(7500)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(stock.DivFloor(measure.Thousandths(400)))
	// Output: 18750 true
}

func ExampleQuantity_DivCeil() {
	fmt.Println(measure.Thousandths(10_000).DivCeil(measure.Thousandths(3_000)))
	// Output: 4 true
}

func ExampleSumQuantity() {
	fmt.Println(measure.SumQuantity(measure.Thousandths(500), measure.Thousandths(750)))
	// Output: 1.25 <nil>
}

func ExampleHoursOf() {
	fmt.Println(measure.HoursOf(decimal.RequireFromString("1.5")))
	// Output: 5400 <nil>
}

func ExampleMinutesOf() {
	fmt.Println(measure.MinutesOf(decimal.RequireFromString("0.5")))
	// Output: 30 <nil>
}

func ExampleHours() {
	fmt.Println(measure.Hours(24))
	// Output: 86400 <nil>
}

func ExampleMinutes() {
	fmt.Println(measure.Minutes(90))
	// Output: 5400 <nil>
}

func ExampleParseDuration() {
	fmt.Println(measure.ParseDuration("86400"))
	// Output: 86400 <nil>
}

func ExampleSumDuration() {
	fmt.Println(measure.SumDuration(measure.Seconds(90), measure.Seconds(30)))
	// Output: 120 <nil>
}

func ExampleDuration_Hours() {
	fmt.Println(measure.Seconds(5400).Hours(), measure.Seconds(1200).Hours())
	// Output: 1.5 1/3
}

func ExampleDuration_Minutes() {
	fmt.Println(measure.Seconds(90).Minutes())
	// Output: 1.5
}

func ExampleDuration_DivFloor() {
	fmt.Println(measure.Seconds(7200).DivFloor(measure.Seconds(2700)))
	// Output: 2 true
}

func ExampleDuration_DivCeil() {
	fmt.Println(measure.Seconds(7200).DivCeil(measure.Seconds(2700)))
	// Output: 3 true
}

func ExampleParseDecimal() {
	d, err := measure.ParseDecimal("120.50")
	fmt.Println(measure.DecimalText(d), err)
	_, err = measure.ParseDecimal("1e400000")
	fmt.Println(err)
	// Output:
	// 120.50 <nil>
	// measure: "1e400000" is not a plain number
}

func ExampleParseSignedDecimal() {
	d, err := measure.ParseSignedDecimal("-37.5")
	fmt.Println(measure.DecimalText(d), err)
	// Output: -37.5 <nil>
}

func ExampleDecimalText() {
	fmt.Println(measure.DecimalText(decimal.New(150, -2)), measure.DecimalText(decimal.New(3, 2)))
	// Output: 1.50 300
}
