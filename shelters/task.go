package shelters

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Village is people of one place who are to be housed together (转移安置村). A
// part of them with needs of its own, such as people who cannot climb steps,
// is a village of its own.
type Village struct {
	ID       string
	Name     string
	People   measure.People // to be housed, 需避难人数
	StepFree bool           // they need step-free access, 无障碍
}

// Site is a shelter as an assignment sees it (安置点).
type Site struct {
	ID       string
	Name     string
	Beds     measure.People // how many it takes in
	Usable   spec.Verdict   // under the hazard at hand; the zero verdict is Unknown
	StepFree spec.Verdict   // it has step-free access
	Reach    int64          // how far people may come to it in metres; 0 sets no limit
}

// Distances says how far it is from a village to a site, by their places in
// the lists, in whole metres, none negative (距离); ok is false where there is no
// way to be used, and metres is [NoWay] then where it is known that there is
// none. It is asked several times for each pair and must always answer the same.
type Distances func(village, site int) (metres int64, ok bool)

// Task is an assignment to be made: the people of every village to the sites,
// at the least total distance (转移安置任务).
type Task struct {
	Villages []Village
	Sites    []Site
	Distance Distances
	Farthest int64 // nobody goes farther than so many metres; 0 sets no limit
	// Whole keeps each village together: all its people go to one site.
	Whole bool
	// Nodes limits the search where villages are kept whole, in nodes; 0 takes
	// 2,000. Where it is reached the answer says what gap is left.
	Nodes int
	// CountUnknown takes a site for usable, or for step-free, where nobody
	// knows. An answer that rests on it is a hope and not a plan; its person-
	// metres bound those of every way the unknown may turn out from below.
	CountUnknown bool
}

// The codes of faults of an assignment's input.
const (
	FaultTaskDuplicate = "assignment.duplicate-id"
	FaultTaskNegative  = "assignment.negative"
	FaultTaskDistance  = "assignment.distance"
)

// TaskFaultCodes returns the codes of faults of a task, in order.
func TaskFaultCodes() []string {
	return []string{FaultTaskDistance, FaultTaskDuplicate, FaultTaskNegative}
}

// Validate returns every fault of the lists of villages and sites, nil where
// there is none (校验). Distances are looked at while they are used.
func (t Task) Validate() error {
	var faults spec.Faults
	check := func(list string, i int, id string, people measure.People, seen map[string]int) {
		path := list + "[" + strconv.Itoa(i) + "]"
		if first, ok := seen[id]; ok {
			faults.Add(spec.Fault{Path: path, Code: FaultTaskDuplicate, Value: id, Message: spec.Textf(
				"%q stands at %s[%d] already", "%q 与 %s[%d] 重复", spec.Shorten(id), list, first)})
		} else {
			seen[id] = i
		}
		if people < 0 {
			faults.Add(spec.Fault{Path: path, Code: FaultTaskNegative, Value: people.String(), Message: spec.Textf(
				"%s people is negative", "人数 %s 为负", people)})
		}
	}
	seen := map[string]int{}
	for i, v := range t.Villages {
		check("villages", i, v.ID, v.People, seen)
	}
	seen = map[string]int{}
	for j, s := range t.Sites {
		check("sites", j, s.ID, s.Beds, seen)
		if s.Reach < 0 {
			faults.Add(spec.Fault{Path: "sites[" + strconv.Itoa(j) + "]", Code: FaultTaskNegative, Value: strconv.FormatInt(s.Reach, 10),
				Message: spec.Textf("a reach of %d m is negative", "服务半径 %d 米为负", s.Reach)})
		}
	}
	if t.Farthest < 0 {
		faults.Add(spec.Fault{Path: "farthest", Code: FaultTaskNegative, Value: strconv.FormatInt(t.Farthest, 10),
			Message: spec.Textf("a limit of %d m is negative", "最远距离 %d 米为负", t.Farthest)})
	}
	if t.Distance == nil && len(t.Villages) > 0 && len(t.Sites) > 0 {
		faults.Add(spec.Fault{Path: "distance", Code: FaultTaskDistance,
			Message: spec.T("there are no distances", "没有距离")})
	}
	return faults.Err()
}

// open returns the way from a village to a site, ok false where there is none
// that may be used. It is the one place that says what may be used.
func (t *Task) open(village, site int) (metres int64, ok bool) {
	v, s := &t.Villages[village], &t.Sites[site]
	if !t.counts(s.Usable) || v.StepFree && !t.counts(s.StepFree) {
		return 0, false
	}
	metres, ok = t.Distance(village, site)
	if !ok || t.Farthest > 0 && metres > t.Farthest || s.Reach > 0 && metres > s.Reach {
		return 0, false
	}
	return metres, true
}

func (t *Task) counts(v spec.Verdict) bool {
	return v == spec.Met || v == spec.Unknown && t.CountUnknown
}

// order is the villages and sites by id: rows may come in any order, and the
// answer is the same.
func (t *Task) order() (villages, sites []int) {
	villages, sites = make([]int, len(t.Villages)), make([]int, len(t.Sites))
	for i := range villages {
		villages[i] = i
	}
	for j := range sites {
		sites[j] = j
	}
	slices.SortFunc(villages, func(a, b int) int { return cmp.Compare(t.Villages[a].ID, t.Villages[b].ID) })
	slices.SortFunc(sites, func(a, b int) int { return cmp.Compare(t.Sites[a].ID, t.Sites[b].ID) })
	return villages, sites
}

// distanceFault says that a distance is negative.
func (t *Task) distanceFault(village, site int, metres int64) error {
	var faults spec.Faults
	faults.Add(spec.Fault{Path: t.Villages[village].ID + " → " + t.Sites[site].ID, Code: FaultTaskDistance,
		Value: strconv.FormatInt(metres, 10), Message: spec.Textf(
			"a distance of %d m from %q to %q is negative", "距离 %d 米为负（%q 至 %q）",
			metres, t.Villages[village].ID, t.Sites[site].ID)})
	return faults.Err()
}
