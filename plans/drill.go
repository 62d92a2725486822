package plans

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// DrillKind is what kind of exercise was held (演练类别). The zero DrillKind is
// unset.
type DrillKind uint8

// The kinds of exercises.
const (
	_                   DrillKind = iota
	CountyComprehensive           // 县级综合应急演练
	CountySpecial                 // 县级专项应急演练
	NeighbourJoint                // 毗邻区县联合应急演练
	Departmental                  // 部门应急演练
	TownshipDrill                 // 乡镇（街道）应急演练
	CommunityDrill                // 村（社区）应急演练
	EnterpriseDrill               // 企事业单位应急演练
)

var drillKinds = [...]struct {
	code    string
	text    spec.Text
	aliases [3]string
}{
	CountyComprehensive: {"county-comprehensive", spec.Text{EN: "county comprehensive exercise", ZH: "县级综合应急演练"}, [3]string{"县级综合演练", "县级综合", "综合演练"}},
	CountySpecial:       {"county-special", spec.Text{EN: "county special exercise", ZH: "县级专项应急演练"}, [3]string{"县级专项演练", "县级专项", "专项演练"}},
	NeighbourJoint:      {"neighbour-joint", spec.Text{EN: "joint exercise with a neighbouring county", ZH: "毗邻区县联合应急演练"}, [3]string{"毗邻区县联合演练", "联合演练"}},
	Departmental:        {"departmental", spec.Text{EN: "departmental exercise", ZH: "部门应急演练"}, [3]string{"部门演练"}},
	TownshipDrill:       {"township", spec.Text{EN: "township exercise", ZH: "乡镇（街道）应急演练"}, [3]string{"乡镇（街道）演练", "乡镇演练", "街道演练"}},
	CommunityDrill:      {"community", spec.Text{EN: "village or community exercise", ZH: "村（社区）应急演练"}, [3]string{"村（社区）演练", "村演练", "社区演练"}},
	EnterpriseDrill:     {"enterprise", spec.Text{EN: "exercise of an enterprise or institution", ZH: "企事业单位应急演练"}, [3]string{"企业演练", "企业应急演练"}},
}

// DrillKinds returns every kind in a fixed order.
func DrillKinds() []DrillKind {
	return []DrillKind{CountyComprehensive, CountySpecial, NeighbourJoint, Departmental, TownshipDrill, CommunityDrill, EnterpriseDrill}
}

// ParseDrillKind reads the code, the Chinese name or a common short form of it.
func ParseDrillKind(s string) (DrillKind, bool) {
	if s == "" {
		return 0, false
	}
	for _, k := range DrillKinds() {
		row := &drillKinds[k]
		if s == row.code || s == row.text.ZH || s == row.aliases[0] || s == row.aliases[1] || s == row.aliases[2] {
			return k, true
		}
	}
	return 0, false
}

// String returns the code, as "county-comprehensive"; nothing where unset.
func (k DrillKind) String() string {
	if int(k) >= len(drillKinds) {
		return ""
	}
	return drillKinds[k].code
}

// In returns the kind in words.
func (k DrillKind) In(lang spec.Lang) string {
	if int(k) >= len(drillKinds) {
		return ""
	}
	return drillKinds[k].text.In(lang)
}

// Drill is one exercise that was held (应急演练).
type Drill struct {
	ID          string
	Date        measure.Date // the day it was held; without one it counts for no year
	Kind        DrillKind
	DoubleBlind spec.Observed[bool] // 双盲: neither time nor scenario was told before; reported, not judged

	Plan     string               // id of the contingency plan that was drilled, may be empty
	Division hazards.DivisionCode // who drilled: the county, a township or a village; may be unset
	Object   string               // id of the enterprise or object that drilled, may be empty
	Partner  string               // the neighbouring county or other body that took part, may be empty
	Passed   spec.Observed[bool]  // the evaluation after it; unknown where there was none
}

// Held counts the exercises of a kind in a year that had been held by a date
// (已开展次数). Later ones are not read; an unset date leaves none out. Each
// element counts once.
func Held(drills []Drill, kind DrillKind, year measure.Year, asOf measure.Date) measure.Count {
	var n measure.Count
	for i := range drills {
		d := &drills[i]
		if d.Kind == kind && year.Contains(d.Date) && !d.Date.After(asOf) {
			n++
		}
	}
	return n
}
