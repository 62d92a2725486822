package hazards

import "github.com/county-emergency/emergency/spec"

// Response is a level of the response to an event (应急响应级别). The zero Response is
// none. Unlike the numerals, which begin at the highest, the values can be
// compared: the higher the graver.
type Response uint8

// The four levels from the lowest up.
const (
	_           Response = iota
	ResponseIV           // Ⅳ级
	ResponseIII          // Ⅲ级
	ResponseII           // Ⅱ级
	ResponseI            // Ⅰ级
)

var responses = [...]term{
	ResponseIV:  {"IV", spec.Text{EN: "level IV", ZH: "Ⅳ级"}, []string{"4", "四级", "Ⅳ"}},
	ResponseIII: {"III", spec.Text{EN: "level III", ZH: "Ⅲ级"}, []string{"3", "三级", "Ⅲ"}},
	ResponseII:  {"II", spec.Text{EN: "level II", ZH: "Ⅱ级"}, []string{"2", "二级", "Ⅱ"}},
	ResponseI:   {"I", spec.Text{EN: "level I", ZH: "Ⅰ级"}, []string{"1", "一级", "Ⅰ"}},
}

// Responses returns the four levels from the lowest up.
func Responses() []Response { return []Response{ResponseIV, ResponseIII, ResponseII, ResponseI} }

// ParseResponse reads a level by its numeral or name, as "IV", "Ⅳ", "Ⅳ级", "四级" or
// "4" (应急响应级别). ok is false for anything else.
func ParseResponse(s string) (level Response, ok bool) {
	i := findTerm(responses[:], s, "响应")
	return Response(i), i > 0
}

// String returns the numeral, as "IV", empty for the zero Response.
func (r Response) String() string { return termAt(responses[:], int(r)).code }

// In returns the name of the level.
func (r Response) In(lang spec.Lang) string { return termAt(responses[:], int(r)).text.In(lang) }

// MarshalText returns the numeral.
func (r Response) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// The national, municipal and county thresholds below are for one disaster
// process inside the place the plan is for; any one criterion suffices.

// NationalReliefResponse returns when the State opens its relief response for
// one province (国家自然灾害救助应急响应). Level I is that of the plan of 2024, which
// counts the missing; II and III are those of the plan of 2016, the last whose
// text was seen; IV and the drought figures of III are unverified. The option
// to open level I for a neighbour with 160 to 199 deaths is not part of it.
func NationalReliefResponse() Scale[Response] {
	now := spec.Source{Document: "国家自然灾害救助应急预案", Number: "国办函〔2024〕11号", Place: "Ⅰ级响应启动条件", Standing: spec.Published}
	before := spec.Source{Document: "国家自然灾害救助应急预案", Number: "国办函〔2016〕25号", Place: "Ⅱ级、Ⅲ级响应启动条件", Standing: spec.Published}
	guess := spec.Source{Document: "国家自然灾害救助应急预案", Number: "国办函〔2016〕25号", Place: "Ⅳ级响应启动条件", Standing: spec.Unverified}
	drought := guess
	drought.Place = "Ⅲ级响应启动条件（旱灾）"
	row := func(step Response, source, dry spec.Source, dead, people, rooms, households, share, rural [2]int64) ScaleStep[Response] {
		return ScaleStep[Response]{Step: step, Source: source, Thresholds: []Threshold{
			{Criterion: ByDeathsAndMissing, From: dead[0], Below: dead[1]},
			{Criterion: ByResettledAndNeedingAid, From: people[0], Below: people[1]},
			{Criterion: ByRooms, From: rooms[0], Below: rooms[1]},
			{Criterion: ByHouseholds, From: households[0], Below: households[1]},
			{Criterion: ByDroughtShare, From: share[0] * (perShare / 100), Below: share[1] * (perShare / 100), Source: dry},
			{Criterion: ByDroughtNeedingAid, From: rural[0], Below: rural[1], Source: dry},
		}}
	}
	return published(false,
		row(ResponseIV, guess, guess, band(20, 50), band(100_000, 500_000), band(10_000, 100_000), band(3_000, 30_000), band(15, 20), band(1_000_000, 2_000_000)),
		row(ResponseIII, before, drought, band(50, 100), band(500_000, 1_000_000), band(100_000, 200_000), band(30_000, 70_000), band(20, 25), band(2_000_000, 3_000_000)),
		row(ResponseII, before, before, band(100, 200), band(1_000_000, 2_000_000), band(200_000, 300_000), band(70_000, 100_000), band(25, 30), band(3_000_000, 4_000_000)),
		row(ResponseI, now, now, band(200, 0), band(2_000_000, 0), band(300_000, 0), band(100_000, 0), band(30, 0), band(4_000_000, 0)),
	)
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
// II was seen; level I is derived from its upper ends; III and IV were not
// seen. Whether its deaths include the missing was not seen either: they do
// not here. The thresholds for people are those of its emergency aid.
func PengshuiReliefResponse() Scale[Response] {
	seen := spec.Source{Document: "彭水县自然灾害救助应急预案", Number: "2024年", Place: "Ⅱ级响应启动条件", Standing: spec.Published}
	derived := seen
	derived.Place, derived.Standing = "Ⅰ级响应启动条件（由Ⅱ级上限推出）", spec.Ours
	row := func(step Response, source spec.Source, dead, people, rooms, households, drought [2]int64) ScaleStep[Response] {
		return ScaleStep[Response]{Step: step, Source: source, Thresholds: []Threshold{
			{Criterion: ByDeaths, From: dead[0], Below: dead[1]},
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
