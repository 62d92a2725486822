package shelters

import (
	"github.com/county-emergency/emergency/spec"
)

// Facility is one of the functions that a shelter must have by its class
// (避难场所功能设施): GB 55028-2022, 4.2.5. The zero Facility is unset.
type Facility uint8

// The facilities, in the order in which the classes add them.
const (
	_                 Facility = iota
	RestArea                   // 休息区
	DistributionPoint          // 物资分发点
	EntranceWays               // 出入口
	Firefighting               // 消防
	Lighting                   // 照明
	Signs                      // 标志
	Management                 // 管理
	SleepingArea               // 宿住
	MedicalCare                // 医疗
	Storage                    // 物资储存
	WastePoint                 // 垃圾收集
	WaterSupply                // 供水
	PowerSupply                // 供电
	Broadcast                  // 广播
	Sewage                     // 排污
	Ventilation                // 通风
	Command                    // 指挥
	Parking                    // 停车场
	WaterSource                // 水源
	Helipad                    // 直升机起降
	Showers                    // 洗浴
	Communication              // 通信
	WasteTransport             // 垃圾转运
)

var facilities = [...]word{
	RestArea:          {"rest-area", spec.Text{EN: "rest area", ZH: "休息区"}, []string{"应急休息区"}},
	DistributionPoint: {"distribution-point", spec.Text{EN: "distribution point", ZH: "物资分发点"}, []string{"物资发放点"}},
	EntranceWays:      {"entrances", spec.Text{EN: "entrances", ZH: "出入口"}, nil},
	Firefighting:      {"firefighting", spec.Text{EN: "firefighting", ZH: "消防"}, []string{"应急消防"}},
	Lighting:          {"lighting", spec.Text{EN: "lighting", ZH: "照明"}, []string{"应急照明"}},
	Signs:             {"signs", spec.Text{EN: "signs", ZH: "标志"}, []string{"标识", "应急标志"}},
	Management:        {"management", spec.Text{EN: "management", ZH: "管理"}, []string{"管理区"}},
	SleepingArea:      {"sleeping-area", spec.Text{EN: "sleeping area", ZH: "宿住"}, []string{"住宿", "宿住区", "住宿区"}},
	MedicalCare:       {"medical", spec.Text{EN: "medical care", ZH: "医疗"}, []string{"医疗卫生", "应急医疗"}},
	Storage:           {"storage", spec.Text{EN: "storage", ZH: "物资储存"}, []string{"物资储备"}},
	WastePoint:        {"waste-point", spec.Text{EN: "waste point", ZH: "垃圾收集"}, []string{"垃圾收集点"}},
	WaterSupply:       {"water", spec.Text{EN: "water supply", ZH: "供水"}, []string{"应急供水"}},
	PowerSupply:       {"power", spec.Text{EN: "power supply", ZH: "供电"}, []string{"应急供电"}},
	Broadcast:         {"broadcast", spec.Text{EN: "broadcast", ZH: "广播"}, []string{"应急广播"}},
	Sewage:            {"sewage", spec.Text{EN: "sewage", ZH: "排污"}, []string{"污水"}},
	Ventilation:       {"ventilation", spec.Text{EN: "ventilation", ZH: "通风"}, nil},
	Command:           {"command", spec.Text{EN: "command", ZH: "指挥"}, []string{"应急指挥"}},
	Parking:           {"parking", spec.Text{EN: "parking", ZH: "停车场"}, []string{"应急停车场"}},
	WaterSource:       {"water-source", spec.Text{EN: "water source", ZH: "水源"}, []string{"应急水源"}},
	Helipad:           {"helipad", spec.Text{EN: "helipad", ZH: "直升机起降"}, []string{"停机坪", "直升机坪"}},
	Showers:           {"showers", spec.Text{EN: "showers", ZH: "洗浴"}, []string{"淋浴"}},
	Communication:     {"communication", spec.Text{EN: "communication", ZH: "通信"}, []string{"应急通信"}},
	WasteTransport:    {"waste-transport", spec.Text{EN: "waste transport", ZH: "垃圾转运"}, nil},
}

// Facilities returns every facility, in the order in which the classes add
// them.
func Facilities() []Facility {
	out := make([]Facility, 0, WasteTransport)
	for f := RestArea; f <= WasteTransport; f++ {
		out = append(out, f)
	}
	return out
}

// FacilitiesOf returns the facilities that a shelter of a class must have, in
// order (各类避难场所应设功能): those of an emergency shelter, more for a fixed one,
// still more for a centre. The three fixed classes have the same list in the
// text that was seen. There are none for the zero Class. The slice is the
// caller's.
func FacilitiesOf(class Class) []Facility {
	last := Facility(0)
	switch {
	case class == EmergencyClass:
		last = Signs
	case class.IsFixed():
		last = Ventilation
	case class == Centre:
		last = WasteTransport
	}
	return Facilities()[:last]
}

// FacilitySource is where the lists stand.
func FacilitySource() spec.Source { return gb55028("4.2.5") }

// ParseFacility reads a facility by its code or name, as "rest-area" or 休息区; ok
// is false for anything else.
func ParseFacility(s string) (facility Facility, ok bool) {
	i, ok := wordOf(facilities[:], s)
	return Facility(i), ok
}

// String returns the code, as "rest-area", or nothing.
func (f Facility) String() string { return wordAt(facilities[:], int(f)).code }

// In returns the facility in words.
func (f Facility) In(lang spec.Lang) string { return wordAt(facilities[:], int(f)).text.In(lang) }

// MarshalText returns the code.
func (f Facility) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

func gb55028(place string) spec.Source {
	return spec.Source{Document: "特殊设施工程项目规范", Number: "GB 55028-2022", Place: place, Standing: spec.Standard}
}

func gb51143(place string) spec.Source {
	return spec.Source{Document: "防灾避难场所设计规范", Number: "GB 51143-2015", Place: place, Standing: spec.Standard}
}
