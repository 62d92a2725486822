package teams

import "github.com/county-emergency/emergency/hazards"

// UnitClass is what kind of grassroots unit a standard is about (基层单位类别).
// The zero UnitClass is unset.
type UnitClass uint8

// The classes of grassroots units.
const (
	_              UnitClass = iota
	Township                 // 乡镇
	Subdistrict              // 街道
	Village                  // 行政村
	Community                // 社区
	IndustrialPark           // 工业园区

	numClasses = iota
)

var classes = [numClasses]struct {
	code    string
	aliases []string
}{
	Township:       {"township", []string{"town", "镇", "乡", "乡镇", "民族乡"}},
	Subdistrict:    {"subdistrict", []string{"街道", "街道办事处"}},
	Village:        {"village", []string{"村", "行政村", "村民委员会", "村委会"}},
	Community:      {"community", []string{"社区", "居委会", "居民委员会", "社区居民委员会"}},
	IndustrialPark: {"industrial-park", []string{"园区", "工业园区"}},
}

// ParseUnitClass reads the code of a class, as "township", or one of the words
// that division tables use for it, as 镇.
func ParseUnitClass(s string) (UnitClass, bool) {
	for c := Township; c < numClasses; c++ {
		if classes[c].code == s {
			return c, true
		}
		for _, alias := range classes[c].aliases {
			if alias == s {
				return c, true
			}
		}
	}
	return 0, false
}

// String returns the code of the class, as "industrial-park".
func (c UnitClass) String() string {
	if c >= numClasses {
		return ""
	}
	return classes[c].code
}

// Group returns the group that units of the class are counted in.
func (c UnitClass) Group() Group {
	switch c {
	case Township, Subdistrict:
		return TownshipGroup
	case Village, Community:
		return VillageGroup
	case IndustrialPark:
		return ParkGroup
	}
	return 0
}

// Group is units that are counted together because they stand in one table
// (单位分组). The zero Group is unset.
type Group uint8

// The groups, in the order of a report.
const (
	_             Group = iota
	TownshipGroup       // 乡镇（街道）: townships.csv
	VillageGroup        // 村（社区）: villages.csv
	ParkGroup           // 园区: parks.csv

	numGroups = iota
)

// ParseGroup reads how texts write a group: the plan alone has five ways for
// the village level. ok is false for anything else.
func ParseGroup(s string) (g Group, ok bool) {
	switch s {
	case "乡镇（街道）", "乡镇街道", "township":
		return TownshipGroup, true
	case "村（社区）", "村（居）", "行政村（社区）", "村居（社区）", "村居", "village":
		return VillageGroup, true
	case "园区", "工业园区", "park":
		return ParkGroup, true
	}
	return 0, false
}

// Unit is one grassroots unit: a township, a village or a park (基层单位).
type Unit struct {
	Code  hazards.DivisionCode // of a township or village; unset for a park
	Park  string               // the county's own id of a park; empty for the others
	Name  string               // as the county writes it
	Class UnitClass
}

// ID returns the id of the unit by which answers name it: the significant
// digits of its division code, or the park's own id.
func (u Unit) ID() string {
	if u.Park != "" {
		return u.Park
	}
	return u.Code.Short()
}

// Communities counts the communities among units: villages, townships and
// parks are left out (社区数).
func Communities(units []Unit) int {
	n := 0
	for _, u := range units {
		if u.Class == Community {
			n++
		}
	}
	return n
}
