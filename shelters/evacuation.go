package shelters

import (
	"errors"

	"github.com/county-emergency/emergency/hazards"
	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Scenario is what a plan wants to be ready for (疏散安置情景): the hazard that
// strikes, and how far people may be taken at most. The zero Scenario is not
// planned for.
type Scenario struct {
	Hazard   hazards.Natural // 0 where the plan names none: then no zone counts
	Farthest spec.Figure[measure.Distance]
	Source   spec.Source
}

// IsZero reports whether no scenario is planned for.
func (s Scenario) IsZero() bool { return s.Source.IsZero() && s.Hazard == 0 && !s.Farthest.Known() }

// Evacuation is whether everybody of the service areas can be housed in a
// scenario (疏散安置推演).
type Evacuation struct {
	Scenario Scenario
	Stay     Stay
	Verdict  spec.Verdict
	// Sure is the task as far as it is certain: as many evacuees as there may
	// be, only beds that are known, only what is known to be usable. It is
	// possible only where the evacuees have an upper bound. An area with people
	// who need step-free access makes two villages.
	Sure     Task
	SureErr  error // why the sure task has no answer, as from [Assign]
	Plan     Assignment
	Nearest  Nearest
	Hope     Task  // as few evacuees, as many beds as there may be
	HopeErr  error // where even that has no answer, people are without a bed for certain
	Evacuees spec.Observed[measure.People]
	Beds     spec.Observed[measure.People] // of the usable shelters
	Usable   spec.Observed[measure.Count]
	// Unmeasured are the areas and shelters that no distance is known of, by
	// their ids: the hope takes them to be next door, the sure task leaves them
	// out. Those that are known to have no way are not among them.
	Unmeasured []string
}

// Evacuate houses the evacuees of the service areas in a scenario (推演). The plan
// it finds holds in the worst case that the records allow; it is Unmet only
// where even the best case leaves people without a bed, else Unknown.
func Evacuate(list []Shelter, areas []ServiceArea, ways []Way, scenario Scenario, stay Stay, asOf measure.Date, choices spec.Choices) (Evacuation, error) {
	e := Evacuation{Scenario: scenario, Stay: stay}
	network := NetworkUnder(list, scenario.Hazard, asOf, choices)
	e.Usable, e.Beds = network.Shelters, network.Lodging
	if stay == Temporary {
		e.Beds = network.Temporary
	}
	var all span
	for _, a := range areas {
		low, high, known := ends(a.Evacuees.AsOf(asOf))
		all.add(int64(low), int64(high), known, true)
	}
	e.Evacuees = observe(&all, asPeople)
	if all.broken {
		return e, errors.New("shelters: evacuees are negative or exceed 64 bits")
	}
	distance, err := areaDistances(areas, list, ways)
	if err != nil {
		return e, err
	}
	sure := scene{e: &e, list: list, areas: areas, asOf: asOf, choices: choices, total: all}
	hope := sure
	hope.hope = true
	hope.unmeasured(ways)
	e.Sure, e.Hope, e.Unmeasured = sure.task(distance), hope.task(distance), hope.unmeasuredIDs()
	closed := !all.open
	if closed {
		e.Plan, e.SureErr = Assign(e.Sure)
		if e.SureErr == nil {
			e.Verdict = spec.Met
			e.Nearest, _ = NearestFirst(e.Sure)
			return e, nil
		}
	}
	_, e.HopeErr = Assign(e.Hope)
	var short *Shortage
	if errors.As(e.HopeErr, &short) {
		e.Verdict = spec.Unmet
		return e, nil
	}
	return e, e.HopeErr
}

// areaDistances reads ways between service areas and shelters by place in the
// lists.
func areaDistances(areas []ServiceArea, list []Shelter, ways []Way) (Distances, error) {
	villages, sites := make([]Village, len(areas)), make([]Site, len(list))
	for i, a := range areas {
		villages[i].ID = a.Place.String()
	}
	for j := range list {
		sites[j].ID = list[j].ID
	}
	return DistanceList(ways, villages, sites)
}

// scene makes one of the two tasks of an evacuation.
type scene struct {
	e       *Evacuation
	list    []Shelter
	areas   []ServiceArea
	asOf    measure.Date
	choices spec.Choices
	total   span
	hope    bool
	// lostAreas and lostSites have no distance in any row: nobody has measured
	// the way yet, which is not the same as that there is none. A row that says
	// that there is none holds for its own pair.
	lostAreas, lostSites []bool
	closed               map[Way]bool
}

// unmeasured notes which areas and shelters have no distance in any row, and
// which pairs have no way.
func (s *scene) unmeasured(ways []Way) {
	from, to := map[string]bool{}, map[string]bool{}
	s.closed = map[Way]bool{}
	for _, way := range ways {
		if way.Metres == NoWay {
			s.closed[way] = true
			continue
		}
		from[way.Village], to[way.Site] = true, true
	}
	s.lostAreas, s.lostSites = make([]bool, len(s.areas)), make([]bool, len(s.list))
	for i := range s.areas {
		s.lostAreas[i] = !from[s.areas[i].Place.String()]
	}
	for j := range s.list {
		s.lostSites[j] = !to[s.list[j].ID]
	}
}

// unmeasuredIDs returns the areas with evacuees and the shelters not known to be
// out of use that have no distance in any row, and not rows enough that say that
// there is no way (未填报距离).
func (s *scene) unmeasuredIDs() []string {
	var out []string
	usable, lost := make([]bool, len(s.list)), make([]bool, len(s.list))
	for j := range s.list {
		usable[j] = s.site(&s.list[j]).Usable != spec.Unmet
	}
	for i := range s.areas {
		_, high, closed := ends(s.areas[i].Evacuees.AsOf(s.asOf))
		if high <= 0 && closed {
			continue
		}
		open := len(s.list) == 0
		for j := range s.list {
			if !s.closed[Way{s.areas[i].Place.String(), s.list[j].ID, NoWay}] {
				open, lost[j] = open || usable[j], true
			}
		}
		if s.lostAreas[i] && open {
			out = append(out, s.areas[i].Place.String())
		}
	}
	for j := range s.list {
		if s.lostSites[j] && usable[j] && lost[j] {
			out = append(out, s.list[j].ID)
		}
	}
	return out
}

func (s scene) task(distance Distances) Task {
	t := Task{CountUnknown: s.hope}
	var from []int // service area of each village
	for i, a := range s.areas {
		walk, steps := s.people(a)
		base := Village{ID: a.Place.String(), Name: a.Name, People: walk}
		t.Villages = append(t.Villages, base)
		from = append(from, i)
		if steps > 0 {
			base.ID, base.People, base.StepFree = base.ID+"+step-free", steps, true
			t.Villages = append(t.Villages, base)
			from = append(from, i)
		}
	}
	for j := range s.list {
		t.Sites = append(t.Sites, s.site(&s.list[j]))
	}
	if far := s.e.Scenario.Farthest; far.Known() {
		t.Farthest = max(1, far.Value.Millimetres()/1000)
	}
	t.Distance = func(village, site int) (int64, bool) {
		metres, ok := distance(from[village], site)
		if s.hope && !ok && metres != NoWay && (s.lostAreas[from[village]] || s.lostSites[site]) {
			return 0, true // it may be next door
		}
		return metres, ok
	}
	return t
}

// people is how many of an area can walk and how many need step-free access:
// as many of the latter as there may be where nothing must go wrong, as few
// where all goes well.
func (s scene) people(a ServiceArea) (walk, stepFree measure.People) {
	low, high, _ := ends(a.Evacuees.AsOf(s.asOf))
	fewest, most, closed := ends(a.StepFree.AsOf(s.asOf))
	if s.hope {
		stepFree = min(fewest, low)
		return low - stepFree, stepFree
	}
	if !closed {
		most = high
	}
	stepFree = min(most, high)
	return high - stepFree, stepFree
}

func (s scene) site(one *Shelter) Site {
	_, possible := one.built(s.asOf)
	site := Site{ID: one.ID, Name: one.Name, Usable: one.UsableUnder(s.e.Scenario.Hazard, s.asOf, s.choices),
		StepFree: verdictOf(one.StepFree.AsOf(s.asOf), true)}
	if !possible {
		site.Usable = spec.Unmet
	}
	// A shelter that may not stand has no bed for certain.
	people := one.capacityFor(s.e.Stay, s.asOf)
	low, high, closed := ends(people)
	site.Beds = low
	if s.hope {
		site.Beds = high
		if !closed {
			site.Beds = measure.People(max(s.total.low, s.total.high, int64(low)))
		}
	}
	return site
}
