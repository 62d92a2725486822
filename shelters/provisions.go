package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Provisions is what a five-year plan provides for shelters (规划规定). A zero
// figure or target means that this plan does not set it: its findings are not
// applicable.
type Provisions struct {
	Catalogues []spec.Catalogue // the plan's lists that belong to this room 名录

	Baseline   Baseline
	LongTerm   LongTermPlan
	PerPerson  []PerPerson
	FixedShare spec.Figure[measure.Ratio] // least share of the planned population that fixed shelters hold
	New        spec.Target                // shelters newly built, in shelters
	Upgraded   spec.Target                // shelters converted and upgraded, in shelters
	Completion spec.Target                // built shelters of the long-term plan, in percent
	Projects   []string                   // ids of the plan's projects that pay for the programme
	Reach      []ReachNorm                // distances within which people should find a shelter
	SiteAreas  []SiteArea                 // least effective areas by class
	Standards  []spec.Figure[Standard]    // design standards that shelters are judged by
	Scenario   Scenario                   // what the evacuation plan is for
}

// Baseline is the network as the plan states it (现状).
type Baseline struct {
	Shelters      spec.Figure[measure.Count]
	EffectiveArea spec.Figure[measure.Area]
	Temporary     spec.Figure[measure.People]
	Lodging       spec.Figure[measure.People]
}

// LongTermPlan is the shelter plan that the completion rate is about
// (避难场所建设中长期规划). The number of shelters it plans is a record of the
// county.
type LongTermPlan struct {
	Title spec.Text
	Cited []string // the title in each form the plan writes it
	Years spec.Figure[measure.Period]
}

// PerPerson is an area per person that a plan chooses to size its shelters by
// (人均面积指标).
type PerPerson struct {
	ID     string // the plan's own id
	Stay   Stay
	Class  Class // of GB 51143, the zero Class where the figure is of the stay alone
	Area   spec.Figure[measure.Area]
	Strict bool // the area itself does not count: each must have more
}

// Capacity returns how many people an effective area holds at this figure
// (容纳人数), rounded down: [CapacityAbove] where the figure is strict, else
// [Capacity].
func (p PerPerson) Capacity(area measure.Area) (CapacityResult, bool) {
	if p.Strict {
		return CapacityAbove(area, p.Area)
	}
	return Capacity(area, p.Area)
}

// ReachNorm is a distance within which people should find a shelter, as a plan
// chooses it (服务半径指标).
type ReachNorm struct {
	ID     string
	Stay   Stay // what the shelter must offer, the zero Stay for anything
	Within spec.Figure[measure.Distance]
}

// perPersonOf returns the area per person that the plan chooses for a class.
func (p *Provisions) perPersonOf(class Class) (PerPerson, bool) {
	for _, per := range p.PerPerson {
		if class != 0 && per.Class == class && per.Area.Known() {
			return per, true
		}
	}
	return PerPerson{}, false
}

// siteAreaOf returns the least effective area that the plan chooses for a class.
func (p *Provisions) siteAreaOf(class Class) spec.Figure[measure.Area] {
	for _, one := range p.SiteAreas {
		if one.Class == class {
			return one.Least
		}
	}
	return spec.Figure[measure.Area]{}
}

// Standard is a design standard that a plan wants its shelters judged by
// (评判标准). The zero Standard is unset.
type Standard uint8

// The standards of which something was seen.
const (
	_       Standard = iota
	GB55028          // 特殊设施工程项目规范: facilities, entrances, water and power, distance from fire
	GB51143          // 防灾避难场所设计规范: capacity against the people of the service area
)

var standards = [...]word{
	GB55028: {"gb-55028", spec.Text{EN: "GB 55028-2022", ZH: "GB 55028-2022"}, nil},
	GB51143: {"gb-51143", spec.Text{EN: "GB 51143-2015", ZH: "GB 51143-2015"}, nil},
}

// Standards returns the standards.
func Standards() []Standard { return []Standard{GB55028, GB51143} }

// ParseStandard reads "gb-55028" or "gb-51143"; ok is false for anything else.
func ParseStandard(s string) (standard Standard, ok bool) {
	i, ok := wordOf(standards[:], s)
	return Standard(i), ok
}

// String returns the code, as "gb-55028", or nothing.
func (s Standard) String() string { return wordAt(standards[:], int(s)).code }

// In returns the number of the standard.
func (s Standard) In(lang spec.Lang) string { return wordAt(standards[:], int(s)).text.In(lang) }

// MarshalText returns the code.
func (s Standard) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// asks reports whether the plan wants its shelters judged by a standard.
func (p *Provisions) asks(standard Standard) bool {
	for _, one := range p.Standards {
		if one.Value == standard && one.Known() {
			return true
		}
	}
	return false
}
