package hazards

import (
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Sector is a field of work safety in which accidents happen (行业领域). The zero
// Sector is unset.
type Sector uint8

// The twelve sectors of the plan, in its order, 三（三~）4~, and one for accidents
// outside them, which the plan does not name.
const (
	_                  Sector = iota
	HazardousChemicals        // 危险化学品
	Mines                     // 矿山
	FireSafety                // 消防
	RoadTransport             // 道路运输
	WaterTransport            // 水上交通及其他交通运输: railways and post as well
	Construction              // 建设施工
	IndustryAndTrade          // 工贸
	HazardousWaste            // 危险废物
	CityOperation             // 城市运行
	SpecialEquipment          // 特种设备
	Tourism                   // 旅游
	IndustrialParks           // 工业园区
	OtherSector               // 其他: ours, so that no accident goes unrecorded
)

// sectors keeps beside each heading of the plan, its 安全 left out, the names of
// the special offices, 三（一）2, and the short forms that the plan uses.
var sectors = [...]term{
	HazardousChemicals: {"hazardous-chemicals", spec.Text{EN: "hazardous chemicals", ZH: "危险化学品"}, []string{"危化", "危化品"}},
	Mines:              {"mines", spec.Text{EN: "mines", ZH: "矿山"}, []string{"非煤矿山"}},
	FireSafety:         {"fire-safety", spec.Text{EN: "fire safety", ZH: "消防"}, nil},
	RoadTransport:      {"road-transport", spec.Text{EN: "road transport", ZH: "道路运输"}, []string{"道路交通"}},
	WaterTransport:     {"water-transport", spec.Text{EN: "water and other transport", ZH: "水上交通及其他交通运输"}, []string{"水上交通", "水上"}},
	Construction:       {"construction", spec.Text{EN: "construction", ZH: "建设施工"}, []string{"建设", "建筑施工"}},
	IndustryAndTrade:   {"industry-trade", spec.Text{EN: "industry and trade", ZH: "工贸"}, nil},
	HazardousWaste:     {"hazardous-waste", spec.Text{EN: "hazardous waste", ZH: "危险废物"}, nil},
	CityOperation:      {"city-operation", spec.Text{EN: "city operation", ZH: "城市运行"}, nil},
	SpecialEquipment:   {"special-equipment", spec.Text{EN: "special equipment", ZH: "特种设备"}, nil},
	Tourism:            {"tourism", spec.Text{EN: "tourism", ZH: "旅游"}, nil},
	IndustrialParks:    {"industrial-parks", spec.Text{EN: "industrial parks", ZH: "工业园区"}, []string{"园区"}},
	OtherSector:        {"other", spec.Text{EN: "other", ZH: "其他"}, nil},
}

// Sectors returns the twelve sectors in the plan's order, without
// [OtherSector].
func Sectors() []Sector {
	return []Sector{HazardousChemicals, Mines, FireSafety, RoadTransport, WaterTransport, Construction,
		IndustryAndTrade, HazardousWaste, CityOperation, SpecialEquipment, Tourism, IndustrialParks}
}

// ParseSector reads a sector by its code, name or any alias that the plan
// uses, with or without 安全 at its end: "road-transport", "道路运输" or "道路交通安全"
// (行业领域). ok is false for anything else.
func ParseSector(s string) (sector Sector, ok bool) {
	i := findTerm(sectors[:], s, "安全")
	return Sector(i), i > 0
}

// String returns the code, as "road-transport", empty for the zero Sector.
func (s Sector) String() string { return termAt(sectors[:], int(s)).code }

// In returns the name of the sector.
func (s Sector) In(lang spec.Lang) string { return termAt(sectors[:], int(s)).text.In(lang) }

// Aliases returns the other ways in which the plan writes the sector.
func (s Sector) Aliases() []string { return slices.Clone(termAt(sectors[:], int(s)).aliases) }

// MarshalText returns the code.
func (s Sector) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
