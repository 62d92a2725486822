package hazards

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// The national, municipal and county thresholds below are for one disaster
// process inside the place the plan is for; any one criterion suffices.

// NationalReliefResponse returns when the State opens its relief response for
// one province (国家自然灾害救助应急响应), by the edition in force on a day: that of
// 2016-03-10 until 2024-01-19, from then on that of 2024-01-20. An unset day takes
// the latest. Before 2016 no edition is known here and the scale assigns nothing.
//
// The edition of 2016 counts deaths alone. Its levels I to III were seen in the
// press and so were the deaths and people of IV; the houses of IV and the drought
// figures of III and IV were seen in a repost that names no edition. Of the
// edition of 2024, which counts the missing with the deaths, level I alone was
// seen: below it nothing is known. Its option to open level I for a neighbour with
// 160 to 199 deaths is not part of it. The edition of 2016 speaks of people
// resettled or needing aid, that of 2024 of those resettled and needing aid; here
// both are added up.
func NationalReliefResponse(on measure.Date) Scale[Response] {
	switch {
	case on.IsZero() || !on.Before(measure.DateOf(2024, 1, 20)):
		return nationalRelief2024()
	case !on.Before(measure.DateOf(2016, 3, 10)):
		return nationalRelief2016()
	}
	return Scale[Response]{}
}

func nationalReliefPlan(number, place string, standing spec.Standing) spec.Source {
	return spec.Source{Document: "国家自然灾害救助应急预案", Number: number, Place: place, Standing: standing}
}

// reliefRow is one level of a national edition: dead by its own criterion, then
// people, rooms, households, share of the rural population in percent, people in
// drought.
func reliefRow(step Response, source, houses, dry spec.Source, by Criterion, cells [6][2]int64) ScaleStep[Response] {
	return ScaleStep[Response]{Step: step, Source: source, Thresholds: []Threshold{
		{Criterion: by, From: cells[0][0], Below: cells[0][1]},
		{Criterion: ByResettledAndNeedingAid, From: cells[1][0], Below: cells[1][1]},
		{Criterion: ByRooms, From: cells[2][0], Below: cells[2][1], Source: houses},
		{Criterion: ByHouseholds, From: cells[3][0], Below: cells[3][1], Source: houses},
		{Criterion: ByDroughtShare, From: cells[4][0] * (perShare / 100), Below: cells[4][1] * (perShare / 100), Source: dry},
		{Criterion: ByDroughtNeedingAid, From: cells[5][0], Below: cells[5][1], Source: dry},
	}}
}

func nationalRelief2016() Scale[Response] {
	const number = "国办函〔2016〕25号"
	row := func(step Response, level string, houses, dry spec.Standing, cells [6][2]int64) ScaleStep[Response] {
		at := func(standing spec.Standing) spec.Source {
			return nationalReliefPlan(number, level+"级响应启动条件", standing)
		}
		return reliefRow(step, at(spec.Published), at(houses), at(dry), ByDeaths, cells)
	}
	const seen, repost = spec.Published, spec.Unverified
	return published(false,
		row(ResponseIV, "Ⅳ", repost, repost, [6][2]int64{{20, 50}, {100_000, 500_000}, {10_000, 100_000}, {3_000, 30_000}, {15, 20}, {1_000_000, 2_000_000}}),
		row(ResponseIII, "Ⅲ", seen, repost, [6][2]int64{{50, 100}, {500_000, 1_000_000}, {100_000, 200_000}, {30_000, 70_000}, {20, 25}, {2_000_000, 3_000_000}}),
		row(ResponseII, "Ⅱ", seen, seen, [6][2]int64{{100, 200}, {1_000_000, 2_000_000}, {200_000, 300_000}, {70_000, 100_000}, {25, 30}, {3_000_000, 4_000_000}}),
		row(ResponseI, "Ⅰ", seen, seen, [6][2]int64{{200, 0}, {2_000_000, 0}, {300_000, 0}, {100_000, 0}, {30, 0}, {4_000_000, 0}}),
	)
}

func nationalRelief2024() Scale[Response] {
	source := nationalReliefPlan("国办函〔2024〕11号", "一级响应启动条件", spec.Published)
	return published(true, reliefRow(ResponseI, source, source, source, ByDeathsAndMissing,
		[6][2]int64{{200, 0}, {2_000_000, 0}, {300_000, 0}, {100_000, 0}, {30, 0}, {4_000_000, 0}}))
}

// ChongqingReliefResponse returns when the municipality opens its relief
// response (重庆市自然灾害救助应急响应), 渝府办发〔2024〕60号. Only level I was seen, in a
// repost and without its figure for houses; below it nothing is known.
func ChongqingReliefResponse() Scale[Response] {
	return published(true, ScaleStep[Response]{Step: ResponseI,
		Source: spec.Source{Document: "重庆市自然灾害救助应急预案", Number: "渝府办发〔2024〕60号", Place: "Ⅰ级响应启动条件", Standing: spec.Published},
		Thresholds: []Threshold{
			{Criterion: ByDeathsAndMissing, From: 50},
			{Criterion: ByResettledAndNeedingAid, From: 300_000},
		}})
}

// PengshuiReliefResponse returns when Pengshui, a county of Chongqing, opens its
// relief response (彭水县自然灾害救助应急响应): an example of a county's thresholds. Level
// II was seen, in the county's own explanation of its plan: deaths include the
// missing, and people are those resettled and those needing emergency aid
// together. Level I is derived from its upper ends; III and IV were not seen.
func PengshuiReliefResponse() Scale[Response] {
	seen := spec.Source{Document: "彭水县自然灾害救助应急预案", Number: "彭水府办发〔2024〕80号", Place: "Ⅱ级响应启动条件", Standing: spec.Published}
	derived := seen
	derived.Place, derived.Standing = "Ⅰ级响应启动条件（由Ⅱ级上限推出）", spec.Ours
	row := func(step Response, source spec.Source, dead, people, rooms, households, drought [2]int64) ScaleStep[Response] {
		return ScaleStep[Response]{Step: step, Source: source, Thresholds: []Threshold{
			{Criterion: ByDeathsAndMissing, From: dead[0], Below: dead[1]},
			{Criterion: ByResettledAndNeedingAid, From: people[0], Below: people[1]},
			{Criterion: ByRooms, From: rooms[0], Below: rooms[1]},
			{Criterion: ByHouseholds, From: households[0], Below: households[1]},
			{Criterion: ByDroughtNeedingAid, From: drought[0], Below: drought[1]},
		}}
	}
	return published(true,
		row(ResponseII, seen, band(5, 10), band(1_200, 2_000), band(500, 1_000), band(200, 400), band(25_000, 50_000)),
		row(ResponseI, derived, band(10, 0), band(2_000, 0), band(1_000, 0), band(400, 0), band(50_000, 0)),
	)
}

// band is the numbers of one cell as the statutes print them.
func band(from, below int64) [2]int64 { return [2]int64{from, below} }

// published makes a scale of a table in this package; a test makes every one of
// them, so that a damaged one cannot reach a caller.
func published[S Step](partial bool, rows ...ScaleStep[S]) Scale[S] {
	s, err := NewScale(rows, partial)
	if err != nil {
		return Scale[S]{}
	}
	return s
}
