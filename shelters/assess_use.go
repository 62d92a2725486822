package shelters

import (
	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Use is what the shelters are good for, beyond their totals (避难场所使用评估). Its
// lists are in the order of the table of shelters and empty where there is none.
type Use struct {
	Standing         []int // places in the table of the shelters that stand, or may
	Under            []Under
	Checks           []Checklist // of each standing shelter, by its own class
	ByClass          []ClassCapacity
	Upgrades         []Upgrade // of each standing shelter; the zero Upgrade where it has no class or is a centre
	Responsibilities []Responsibility
	Reached          []Reached // for each distance that the plan chooses
	Evacuation       Evacuation
	Path             []YearEnd
	Spent            Spent
}

// Under is what can be used when a hazard strikes.
type Under struct {
	Hazard  hazards.Natural
	Network Network
}

// ClassCapacity is the shelters of one class at the area per person that the
// plan chooses for it (分类容量).
type ClassCapacity struct {
	Class     Class
	PerPerson PerPerson
	Shelters  measure.Count
	People    spec.Observed[measure.People] // each shelter rounded down
	Above     []int                         // places in the table of shelters that state more than they hold
}

// Spent is the money of the shelters that the programme built or upgraded
// (建设投入).
type Spent struct {
	Shelters measure.Count // built or upgraded in the years of the programme
	Reported measure.Count // of them with money
	Money    measure.Money // of those
	Mean     measure.Ratio // yuan for one of those, unknown where there is none
	broken   bool
}

func use(p Provisions, r Records, stay Stay, planned spec.Observed[measure.Count], asOf measure.Date, choices spec.Choices) Use {
	var u Use
	if r.HasShelters {
		for i := range r.Shelters {
			if _, possible := r.Shelters[i].built(asOf); !possible {
				continue
			}
			u.Standing = append(u.Standing, i)
			s := r.Shelters[i]
			u.Checks = append(u.Checks, Check(s, s.Class, asOf))
			upgrade := Upgrade{}
			if next, ok := s.Class.Next(); ok {
				upgrade, _ = NextClass(s, p.siteAreaOf(next), asOf)
			}
			u.Upgrades = append(u.Upgrades, upgrade)
		}
		for _, h := range hazards.Naturals() {
			u.Under = append(u.Under, Under{h, NetworkUnder(r.Shelters, h, asOf, choices)})
		}
		u.ByClass = byClass(p, r.Shelters, u.Standing, asOf)
		u.Path = Path(r.Shelters, planned, p.LongTerm.Years.Value, asOf)
		u.Spent = spent(r.Shelters, p, asOf)
	}
	if r.HasShelters && r.HasAreas && r.HasWays {
		if distance, err := areaDistances(r.Areas, r.Shelters, r.Ways); err == nil {
			for _, norm := range p.Reach {
				u.Reached = append(u.Reached, Reach(r.Shelters, r.Areas, distance, norm.Within, norm.Stay, asOf))
			}
		}
	}
	if stay == 0 {
		return u // an option that the reading does not have: nothing is judged
	}
	if r.HasShelters && r.HasAreas {
		u.Responsibilities = Responsibilities(r.Shelters, r.Areas, stay, asOf)
	}
	if r.HasShelters && r.HasAreas && r.HasWays {
		// What is out of range leaves the verdict unknown.
		u.Evacuation, _ = Evacuate(r.Shelters, r.Areas, r.Ways, p.Scenario, stay, asOf, choices)
	}
	return u
}

func byClass(p Provisions, list []Shelter, standing []int, asOf measure.Date) []ClassCapacity {
	var out []ClassCapacity
	for _, class := range Classes() {
		per, ok := p.perPersonOf(class)
		if !ok {
			continue
		}
		c := ClassCapacity{Class: class, PerPerson: per}
		var sum span
		for _, i := range standing {
			s := &list[i]
			if s.Class != class {
				continue
			}
			c.Shelters++
			certain, _ := s.built(asOf)
			low, high, known := ends(s.EffectiveArea.AsOf(asOf))
			least, okLow := per.Capacity(low)
			most, okHigh := per.Capacity(high)
			sum.add(int64(least.People), int64(most.People), known && okHigh, certain && okLow)
			stated := s.Lodging.AsOf(asOf)
			if per.Stay == Temporary {
				stated = s.Temporary.AsOf(asOf)
			}
			if n, ok := stated.Low(); ok && known && n > most.People {
				c.Above = append(c.Above, i)
			}
		}
		c.People = observe(&sum, asPeople)
		out = append(out, c)
	}
	return out
}

func spent(list []Shelter, p Provisions, asOf measure.Date) Spent {
	var out Spent
	for i := range list {
		reported, ok := list[i].spentIn(p, asOf)
		if !ok {
			continue
		}
		out.Shelters++
		money, ok := reported.Value()
		if !ok {
			continue
		}
		out.Reported++
		var err error
		if out.Money, err = out.Money.Add(money); err != nil {
			out.broken = true
		}
	}
	if !out.broken {
		out.Mean = measure.RatioOf(out.Money.Fen(), 100).Div(measure.Whole(int64(out.Reported)))
	}
	return out
}

// spentIn returns what a shelter that the programme built or upgraded in its
// years cost; ok is false for any other.
func (s *Shelter) spentIn(p Provisions, asOf measure.Date) (money spec.Observed[measure.Money], ok bool) {
	years := p.New.Period
	if s.Status == Upgraded {
		years = p.Upgraded.Period
	}
	if s.Status != New && s.Status != Upgraded || s.CompletedOn.IsZero() || s.CompletedOn.After(asOf) || !years.IsZero() && !years.Contains(s.CompletedOn) {
		return money, false
	}
	return s.Money.AsOf(asOf), true
}
