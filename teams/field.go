package teams

import (
	"math/bits"
	"slices"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/spec"
)

// Field is one of the fields in which professional teams are formed (专业领域).
// The set is the plan's, 三（四~）2. The zero Field is unset.
type Field uint8

// The fifteen fields, in the plan's order. The plan states no number; the
// count is ours.
const (
	_                   Field = iota
	Forest                    // 森林
	FloodDrought              // 防汛抗旱
	EarthquakeGeohazard       // 地震地灾
	WaterRescue               // 水上
	Mines                     // 矿山
	Chemicals                 // 危化
	IndustryTrade             // 工贸
	Tunnels                   // 隧道
	Communications            // 通信
	Power                     // 电力
	RoadTransport             // 道路运输
	Health                    // 卫生
	Environment               // 环境
	CityManagement            // 城市管理
	CivilDefence              // 人防

	numFields = iota
)

var fields = [numFields]struct {
	code string
	text spec.Text
}{
	Forest:              {"forest", spec.Text{EN: "forest", ZH: "森林"}},
	FloodDrought:        {"flood-drought", spec.Text{EN: "flood and drought", ZH: "防汛抗旱"}},
	EarthquakeGeohazard: {"earthquake-geohazard", spec.Text{EN: "earthquake and geohazard", ZH: "地震地灾"}},
	WaterRescue:         {"water", spec.Text{EN: "water", ZH: "水上"}},
	Mines:               {"mines", spec.Text{EN: "mines", ZH: "矿山"}},
	Chemicals:           {"chemicals", spec.Text{EN: "hazardous chemicals", ZH: "危化"}},
	IndustryTrade:       {"industry-trade", spec.Text{EN: "industry and trade", ZH: "工贸"}},
	Tunnels:             {"tunnels", spec.Text{EN: "tunnels", ZH: "隧道"}},
	Communications:      {"communications", spec.Text{EN: "communications", ZH: "通信"}},
	Power:               {"power", spec.Text{EN: "power", ZH: "电力"}},
	RoadTransport:       {"road-transport", spec.Text{EN: "road transport", ZH: "道路运输"}},
	Health:              {"health", spec.Text{EN: "health", ZH: "卫生"}},
	Environment:         {"environment", spec.Text{EN: "environment", ZH: "环境"}},
	CityManagement:      {"city-management", spec.Text{EN: "city management", ZH: "城市管理"}},
	CivilDefence:        {"civil-defence", spec.Text{EN: "civil air defence", ZH: "人防"}},
}

// Fields returns the fifteen fields in the plan's order.
func Fields() []Field {
	out := make([]Field, 0, numFields-1)
	for f := Forest; f < numFields; f++ {
		out = append(out, f)
	}
	return out
}

// ParseField reads the code of a field, as "forest", or the plan's word for it.
func ParseField(s string) (Field, bool) {
	for f := Forest; f < numFields; f++ {
		if fields[f].code == s || fields[f].text.ZH == s {
			return f, true
		}
	}
	return 0, false
}

// String returns the code of the field.
func (f Field) String() string {
	if f >= numFields {
		return ""
	}
	return fields[f].code
}

// In returns the field in words.
func (f Field) In(lang spec.Lang) string { return f.text().In(lang) }

func (f Field) text() spec.Text {
	if f >= numFields {
		return spec.Text{}
	}
	return fields[f].text
}

// Skill returns the field as a skill that a team may have.
func (f Field) Skill() Skill { return Skill(f.String()) }

// FieldSet is a set of fields. The zero FieldSet is empty. It is a value.
type FieldSet uint32

// FieldsOf returns the set of fields given.
func FieldsOf(list ...Field) FieldSet {
	var out FieldSet
	for _, f := range list {
		if f > 0 && f < numFields {
			out |= 1 << f
		}
	}
	return out
}

// Has reports whether a field is in the set.
func (s FieldSet) Has(f Field) bool { return f < numFields && s>>f&1 == 1 }

// Len returns how many fields are in the set.
func (s FieldSet) Len() int { return bits.OnesCount32(uint32(s)) }

// List returns the fields of the set in the plan's order.
func (s FieldSet) List() []Field {
	return slices.DeleteFunc(Fields(), func(f Field) bool { return !s.Has(f) })
}

// Contains reports whether every field of another set is in the set.
func (s FieldSet) Contains(o FieldSet) bool { return o&^s == 0 }

// FieldOf returns the professional field that answers accidents of a sector;
// ok is false where no field does: fire is the brigade's, and construction,
// special equipment, tourism and parks have none. Our reading: hazardous waste
// belongs to environment and city operation to city management.
func FieldOf(s hazards.Sector) (Field, bool) {
	switch s {
	case hazards.HazardousChemicals:
		return Chemicals, true
	case hazards.Mines:
		return Mines, true
	case hazards.RoadTransport:
		return RoadTransport, true
	case hazards.WaterTransport:
		return WaterRescue, true
	case hazards.IndustryAndTrade:
		return IndustryTrade, true
	case hazards.HazardousWaste:
		return Environment, true
	case hazards.CityOperation:
		return CityManagement, true
	}
	return 0, false
}

// UnservedSectors returns the sectors for which a list of fields holds none
// that answers (无对应专业领域的行业), in the plan's order of sectors. Fire safety
// is among them although the brigade serves it: see [ServedByBrigade].
func UnservedSectors(listed FieldSet) []hazards.Sector {
	return slices.DeleteFunc(hazards.Sectors(), func(s hazards.Sector) bool {
		f, ok := FieldOf(s)
		return ok && listed.Has(f)
	})
}

// ServedByBrigade reports whether accidents of a sector are the fire brigade's
// own work, so that no professional field is needed.
func ServedByBrigade(s hazards.Sector) bool { return s == hazards.FireSafety }
