package hazards

import "github.com/county-emergency/emergency/spec"

// GeologicalDamage returns the grades of a geological disaster by the damage it
// has done (地质灾害灾情分级): small, medium, large and extra large (小型, 中型, 大型, 特大型)
// are the four grades here. State Council's Order No. 394, article 4.
func GeologicalDamage() Scale[Grade] {
	source := spec.Source{Document: "地质灾害防治条例", Number: "国务院令第394号", Place: "第四条", Standing: spec.Statute}
	return published(false, byGrade(source,
		cells{ByDeaths, 1, [4]int64{0, 3, 10, 30}},
		cells{ByDirectLoss, perWan, [4]int64{0, 100, 500, 1000}},
	)...)
}

// GeologicalThreat returns the grades of a geological threat by what it may do
// (地质灾害险情分级), named as the damage: people who must be moved, and possible loss.
// 重庆市地质灾害防治条例 (2020), article 5.
func GeologicalThreat() Scale[Grade] {
	source := spec.Source{Document: "重庆市地质灾害防治条例", Number: "2020年", Place: "第五条", Standing: spec.Statute}
	return published(false, byGrade(source,
		cells{ByThreatened, 1, [4]int64{0, 100, 500, 1000}},
		cells{ByPossibleLoss, perWan, [4]int64{0, 500, 5000, 10000}},
	)...)
}

// ForestFireDamage returns the grades of a forest fire (森林火灾分级). A fire of
// other woodland and one below a hectare are ordinary. 森林防火条例, article 40.
func ForestFireDamage() Scale[Grade] {
	source := spec.Source{Document: "森林防火条例", Place: "第四十条", Standing: spec.Statute}
	return published(false, byGrade(source,
		cells{ByBurntForest, perHa, [4]int64{0, 1, 100, 1000}},
		cells{ByDeaths, 1, [4]int64{0, 3, 10, 30}},
		cells{BySeriousInjuries, 1, [4]int64{0, 10, 50, 100}},
	)...)
}

// EarthquakeDamage returns the grades of an earthquake by the damage it has done
// (地震灾害分级): deaths with missing, and for the highest grade the direct loss as
// a share of the province's GDP, 1 % or more; of which year was not seen.
// 国家地震应急预案 of 2012-08-28.
func EarthquakeDamage() Scale[Grade] {
	rows := byGrade(earthquakePlan(), cells{ByDeathsAndMissing, 1, [4]int64{0, 10, 50, 300}})
	top := &rows[len(rows)-1]
	top.Thresholds = append(top.Thresholds, Threshold{Criterion: ByLossShare, From: perShare / 100})
	return published(false, rows...)
}

// EarthquakeMagnitude returns the grades that a magnitude suggests before the
// damage is known (地震震级初判): M 4, 5, 6 and 7 and above; one less for large,
// major and extraordinary in densely populated areas. Below M 4 there is no grade.
// 国家地震应急预案 of 2012-08-28.
func EarthquakeMagnitude(dense bool) Scale[Grade] {
	if !dense {
		return published(false, byGrade(earthquakePlan(), cells{ByMagnitude, 10, [4]int64{4, 5, 6, 7}})...)
	}
	// The ordinary band of M 4.0–4.9 is taken over by the large one, so that
	// nothing is left for it.
	rows := byGrade(earthquakePlan(), cells{ByMagnitude, 10, [4]int64{3, 4, 5, 6}})
	return published(false, rows[1:]...)
}

func earthquakePlan() spec.Source {
	return spec.Source{Document: "国家地震应急预案", Number: "2012年8月28日修订", Place: "地震灾害分级", Standing: spec.Published}
}

// cells is one column of a table of four grades: where each begins, in a unit
// of so many smallest ones.
type cells struct {
	criterion Criterion
	per       int64
	from      [4]int64
}

func byGrade(source spec.Source, columns ...cells) []ScaleStep[Grade] {
	var rows []ScaleStep[Grade]
	for i, grade := range Grades() {
		row := ScaleStep[Grade]{Step: grade, Source: source}
		for _, c := range columns {
			cell := Threshold{Criterion: c.criterion, From: c.from[i] * c.per}
			if i+1 < len(c.from) {
				cell.Below = c.from[i+1] * c.per
			}
			row.Thresholds = append(row.Thresholds, cell)
		}
		rows = append(rows, row)
	}
	return rows
}

// DamageScale returns the published table for the damage of a disaster of a
// kind (灾情分级标准). ok is false where none is known: floods, droughts and weather
// have no published thresholds of damage here.
func DamageScale(hazard Natural) (scale Scale[Grade], ok bool) {
	switch hazard {
	case Geological:
		return GeologicalDamage(), true
	case ForestFire:
		return ForestFireDamage(), true
	case Earthquake:
		return EarthquakeDamage(), true
	}
	return Scale[Grade]{}, false
}

// GeologicalSize returns what the statutes on geological disasters call a grade
// (地质灾害等级名称): 小型, 中型, 大型, 特大型. It is empty for the zero Grade.
func GeologicalSize(grade Grade) spec.Text {
	switch grade {
	case Ordinary:
		return spec.T("small", "小型")
	case Large:
		return spec.T("medium", "中型")
	case Major:
		return spec.T("large", "大型")
	case Extraordinary:
		return spec.T("extra large", "特大型")
	}
	return spec.Text{}
}
