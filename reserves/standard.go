package reserves

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// NationalReliefTime returns within how long the national disaster plan for
// 2021–2025 wants basic relief to reach people: 10 hours. ok is false on a
// date outside those years. It stands beside a county's own figure and never
// replaces it.
func NationalReliefTime(asOf measure.Date) (limit spec.Figure[measure.Duration], ok bool) {
	if asOf.Year() < 2021 || asOf.Year() > 2025 {
		return limit, false
	}
	// 国减发〔2022〕1号: 10 h, seen in a public copy. The plan before it said 12 h.
	return spec.Cite(measure.Seconds(10*3600), spec.Source{
		Document: "“十四五”国家综合防灾减灾规划", Number: "国减发〔2022〕1号", Standing: spec.Published,
	}), true
}

// SphereWater returns what one person drinks and takes with food in a day
// where survival is at stake: 3 litres, the upper end of the 2.5 to 3 that the
// Sphere handbook gives for intake. An international yardstick, not a Chinese
// standard.
func SphereWater() spec.Figure[Norm] {
	return spec.Cite(Norm{Kind: PerPersonDay, Quantity: measure.Thousandths(3000)}, sphere("water supply: survival needs, intake 2.5–3 L per person and day"))
}

// SphereWaterContainers returns how many water containers of 10 to 20 litres a
// household gets: two. International, as [SphereWater].
func SphereWaterContainers() spec.Figure[Norm] {
	return spec.Cite(Norm{Kind: PerHousehold, Quantity: measure.Thousandths(2000)}, sphere("water supply: two containers of 10–20 L per household"))
}

func sphere(place string) spec.Source {
	return spec.Source{Document: "The Sphere Handbook", Place: place, Standing: spec.Published}
}
