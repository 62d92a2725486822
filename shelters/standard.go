package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// EarthquakeLiving returns the living area per person that a site for
// earthquake evacuation must exceed (人均居住面积): more than 1.5 m², by GB
// 21734-2008, 5.4. It is about living at such a site; to hold it against the
// temporary places of a plan is the plan's choice.
func EarthquakeLiving() PerPerson {
	return PerPerson{
		ID:     "gb-21734-living",
		Stay:   Temporary,
		Strict: true,
		Area: spec.Cite(measure.SquareCentimetres(1_5000), spec.Source{
			Document: "地震应急避难场所 场址及配套设施", Number: "GB 21734-2008", Place: "5.4", Standing: spec.Standard}),
	}
}

// FixedShelterShare returns the least share of the planned population of its
// responsibility area that the fixed shelters hold together (固定避难场所容量占规划人口比例):
// 15 %, by GB 55028-2022, 4.2.2.
func FixedShelterShare() spec.Figure[measure.Ratio] {
	return spec.Cite(measure.RatioOf(15, 100), spec.Source{
		Document: "特殊设施工程项目规范", Number: "GB 55028-2022", Place: "4.2.2", Standing: spec.Standard})
}

// Remembered returns the areas per person that are widely quoted from GB
// 51143-2015, table 3.1.10 (人均有效避难面积), smallest first. The table itself was
// not seen: every value is unverified, and nothing here uses one unless a plan
// chooses it.
func Remembered() []PerPerson {
	source := spec.Source{Document: "防灾避难场所设计规范", Number: "GB 51143-2015", Place: "表3.1.10", Standing: spec.Unverified}
	row := func(id string, class Class, stay Stay, cm2 int64) PerPerson {
		return PerPerson{ID: id, Class: class, Stay: stay, Area: spec.Cite(measure.SquareCentimetres(cm2), source)}
	}
	return []PerPerson{
		row("gb-51143-emergency", EmergencyClass, Temporary, 5000),      // 紧急 0.5 m²
		row("gb-51143-temporary", 0, Temporary, 1_0000),                 // 临时 1.0 m²
		row("gb-51143-fixed-short-term", FixedShort, Lodging, 2_0000),   // 短期固定 2.0 m²
		row("gb-51143-fixed-medium-term", FixedMedium, Lodging, 3_0000), // 中期固定 3.0 m²
		row("gb-51143-fixed-long-term", FixedLong, Lodging, 4_5000),     // 长期固定 4.5 m²
		row("gb-51143-centre", Centre, Lodging, 4_5000),                 // 中心 4.5 m²
	}
}
