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

// Sphere2018 returns the norms of the Sphere handbook that this library can
// cite, for items with these codes (环球计划标准). The figures for bedding are
// remembered and unverified. International, as [SphereWater].
func Sphere2018() Profile {
	remembered := sphere("shelter and settlement: household items")
	remembered.Standing = spec.Unverified
	return Profile{ID: ProfileSphere, Title: spec.T("Sphere handbook 2018", "环球计划手册2018"), Norms: []ItemNorm{
		{Item: "drinking-water", Norm: SphereWater()},
		{Item: "water-container", Norm: SphereWaterContainers()},
		{Item: "blanket", Norm: spec.Cite(Norm{Kind: PerPerson, Quantity: measure.Thousandths(1000)}, remembered)},
	}}
}

// ProfileSphere is the id of [Sphere2018].
const ProfileSphere = "sphere-2018"

func sphere(place string) spec.Source {
	return spec.Source{Document: "The Sphere Handbook", Place: place, Standing: spec.Published}
}

// CountyStoreSize returns for how many people resettled in an emergency a county
// store is built: 5,000 to 7,000, both figures of an opinion of nine departments
// of Hunan province of 2017, which stand beside a county's own target and never
// replace it.
func CountyStoreSize() (least, greatest spec.Figure[measure.People]) {
	source := spec.Source{Document: "湖南省九部门2017年意见（县级救灾物资储备库规模）", Standing: spec.Published}
	return spec.Cite(measure.People(5000), source), spec.Cite(measure.People(7000), source)
}
