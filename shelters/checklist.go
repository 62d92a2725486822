package shelters

import (
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Checklist is what a class asks of one shelter, point by point (场所核查).
type Checklist struct {
	Class      Class // asked for
	Facilities []FacilityCheck
	Conditions []ConditionCheck
}

// FacilityCheck is one facility of a checklist.
type FacilityCheck struct {
	Facility Facility
	Verdict  spec.Verdict
}

// ConditionCheck is one condition of a checklist.
type ConditionCheck struct {
	Condition Condition
	Actual    spec.Value
	Verdict   spec.Verdict
}

// Check holds a shelter against what a class asks for, as known on a date (核查).
// The zero class asks for no facilities, for nobody said which: its list of
// facilities is Unknown.
func Check(s Shelter, class Class, asOf measure.Date) Checklist {
	list := Checklist{Class: class}
	for _, f := range FacilitiesOf(class) {
		list.Facilities = append(list.Facilities, FacilityCheck{f, verdictOf(s.has(f).AsOf(asOf), true)})
	}
	s.Class = class
	for _, c := range Conditions() {
		list.Conditions = append(list.Conditions, ConditionCheck{c, c.Actual(&s, asOf), c.Verdict(&s, asOf)})
	}
	return list
}

// has returns whether a shelter has a facility; of two facts the later in the
// list counts.
func (s *Shelter) has(f Facility) spec.Observed[bool] {
	var out spec.Observed[bool]
	for _, fact := range s.Facilities {
		if fact.Facility == f {
			out = fact.Present
		}
	}
	return out
}

// FacilitiesVerdict is Met where every facility of the class is there, Unknown
// where the class is not reported.
func (c Checklist) FacilitiesVerdict() spec.Verdict {
	verdicts := make([]spec.Verdict, len(c.Facilities))
	for i, one := range c.Facilities {
		verdicts[i] = one.Verdict
	}
	return spec.All(verdicts...)
}

// ConditionsVerdict is Met where every condition that applies is.
func (c Checklist) ConditionsVerdict() spec.Verdict {
	verdicts := make([]spec.Verdict, len(c.Conditions))
	for i, one := range c.Conditions {
		verdicts[i] = one.Verdict
	}
	return spec.All(verdicts...)
}

// Upgrade is what has to be added to a shelter to make it the next class
// (提级扩能清单).
type Upgrade struct {
	From, To   Class
	Add        []Facility       // known to be lacking
	Ask        []Facility       // of which nobody said
	Conditions []ConditionCheck // not met, or not known
	Area       spec.Value       // effective area still lacking in m², where a least one is given
}

// Complete reports whether nothing is lacking and nothing is to be asked.
func (u Upgrade) Complete() bool {
	return len(u.Add)+len(u.Ask)+len(u.Conditions) == 0 && (u.Area == spec.Value{} || u.Area.High.Known() && u.Area.High.Sign() == 0)
}

// NextClass says what has to be added to a shelter to reach the class after its
// own (升级所缺). least is the effective area that the next class needs at least, as
// a cited figure; the zero figure asks for none. ok is false for a shelter
// without a class and for a centre.
func NextClass(s Shelter, least spec.Figure[measure.Area], asOf measure.Date) (u Upgrade, ok bool) {
	next, ok := s.Class.Next()
	if !ok {
		return Upgrade{}, false
	}
	u = Upgrade{From: s.Class, To: next}
	list := Check(s, next, asOf)
	for _, one := range list.Facilities {
		switch one.Verdict {
		case spec.Unmet:
			u.Add = append(u.Add, one.Facility)
		case spec.Unknown:
			u.Ask = append(u.Ask, one.Facility)
		}
	}
	for _, one := range list.Conditions {
		if one.Verdict == spec.Unmet || one.Verdict == spec.Unknown {
			u.Conditions = append(u.Conditions, one)
		}
	}
	if least.Known() {
		u.Area = lacking(s.EffectiveArea.AsOf(asOf), least.Value)
	}
	return u, true
}

// lacking is how many m² an area falls short of another: 0 where it does not.
func lacking(area spec.Observed[measure.Area], least measure.Area) spec.Value {
	short := func(a measure.Area) measure.Ratio {
		return measure.RatioOf(max(0, least.SquareCentimetres()-a.SquareCentimetres()), cm2PerM2)
	}
	v := spec.Value{Low: measure.Whole(0), High: measure.RatioOf(least.SquareCentimetres(), cm2PerM2)}
	if low, ok := area.Low(); ok {
		v.High = short(low)
	}
	if high, ok := area.High(); ok {
		v.Low = short(high)
	}
	return v
}

// SiteArea is the effective area that a site of a class needs at least
// (最小有效避难面积).
type SiteArea struct {
	Class Class
	Least spec.Figure[measure.Area]
}

// RememberedSiteAreas returns the least effective areas that are widely quoted
// from GB 51143-2015 (各类场所最小规模). None was seen in print: all are unverified,
// and nothing here uses one unless a plan chooses it.
func RememberedSiteAreas() []SiteArea {
	hectares := func(tenths int64) spec.Figure[measure.Area] {
		return spec.Cite(measure.SquareCentimetres(tenths*cm2PerHa/10),
			spec.Source{Document: "防灾避难场所设计规范", Number: "GB 51143-2015", Place: "表3.1.10", Standing: spec.Unverified})
	}
	return []SiteArea{{FixedShort, hectares(2)}, {FixedMedium, hectares(10)}, {FixedLong, hectares(50)}, {Centre, hectares(200)}}
}
