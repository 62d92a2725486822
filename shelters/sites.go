package shelters

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Service is how well a set of sites serves the villages (服务水平). Less is
// better: first fewer people out of reach, then a shorter longest way, then
// fewer person-metres.
type Service struct {
	Unreached    measure.People // people with no site, or not enough of them, within their limits
	Farthest     int64          // metres of the others at most
	PersonMetres int64          // of the others, each to the site that counts
}

// Compare returns -1, 0 or 1 as s is better than, as good as or worse than o.
func (s Service) Compare(o Service) int {
	return cmp.Or(cmp.Compare(s.Unreached, o.Unreached), cmp.Compare(s.Farthest, o.Farthest), cmp.Compare(s.PersonMetres, o.PersonMetres))
}

// Siting is which new sites to build (选址任务). The task lists the existing sites
// first, then the candidates; its limits of distance and its usability count,
// its beds do not: [Assign] says afterwards whether everybody finds one.
type Siting struct {
	Task     Task
	Existing int // so many of the task's sites are there already
	Choose   int // so many of the others are to be built
	// Backup is how many of the nearest sites may fail: 0 counts the nearest, 1
	// the second nearest.
	Backup int
}

// Choice is the sites to build (选址结果).
type Choice struct {
	Sites   []int // places in the task's list, in order
	Service Service
	// Bound is what no choice betters. Where the search was complete it is the
	// service itself.
	Bound  Service
	Proved bool
	Nodes  int // sets, whole or begun, that were looked at
}

// sets is how many sets a search looks at unless the task says otherwise.
const sets = 10_000_000

// The codes of faults of a siting.
const (
	FaultSitingCount = "siting.count"
	FaultSitingRange = "siting.range"
)

// SitingFaultCodes returns the codes of faults of a siting, in order.
func SitingFaultCodes() []string { return []string{FaultSitingCount, FaultSitingRange} }

// ChooseSites returns the candidates to build so that the villages are served
// best with the existing sites in place (新增选址): exactly, by looking at sets of
// candidates in order and leaving out those that cannot better the best so far;
// up to so many sets as the task's Nodes says, 10,000,000 where it says 0, and
// beyond that with an honest bound.
//
// Of several best choices the first in the order of ids is taken, so that the
// order of rows does not matter. The error is [*spec.Faults].
func ChooseSites(s Siting) (Choice, error) {
	if err := s.Validate(); err != nil {
		return Choice{}, err
	}
	w, err := newSearch(&s)
	if err != nil {
		return Choice{}, err
	}
	w.seed()
	w.descend(0, s.Choose)
	return w.choice(), nil
}

// Validate returns every fault of the siting, nil where there is none (校验).
func (s Siting) Validate() error {
	var faults spec.Faults
	faults.AddError(spec.Fault{Path: "task"}, s.Task.Validate())
	count := func(path string, n, most int) {
		if n < 0 || n > most {
			faults.Add(spec.Fault{Path: path, Code: FaultSitingCount, Value: strconv.Itoa(n), Message: spec.Textf(
				"%d is not between 0 and %d", "%d 不在 0 至 %d 之间", n, most)})
		}
	}
	count("existing", s.Existing, len(s.Task.Sites))
	count("choose", s.Choose, len(s.Task.Sites)-min(max(s.Existing, 0), len(s.Task.Sites)))
	count("backup", s.Backup, maxBackup)
	return faults.Err()
}

// maxBackup keeps the nearest sites of a village in a small array.
const maxBackup = 3

// Cover returns the fewest candidates that leave nobody out of reach (最少场所覆盖): it
// chooses none, one, two and so on, each time as [ChooseSites] does, until
// nobody is. ok is false where even all of them do not reach everybody; the
// choice is then all of them. Proved is false where a search with fewer was cut
// short. Choose is not looked at.
func Cover(s Siting) (choice Choice, ok bool, err error) {
	s.Choose = max(0, len(s.Task.Sites)-s.Existing)
	all, err := ChooseSites(s)
	if err != nil || all.Service.Unreached > 0 {
		return all, false, err
	}
	proved := true
	for k := range s.Choose {
		s.Choose = k
		choice, err = ChooseSites(s)
		if err != nil || choice.Service.Unreached == 0 {
			choice.Proved = choice.Proved && proved
			return choice, err == nil, err
		}
		proved = proved && (choice.Proved || choice.Bound.Unreached > 0)
	}
	all.Proved = proved
	return all, true, nil
}

// Serve returns how well sites of a task serve its villages, the rest left
// unbuilt (现状服务水平). backup is as in [Siting]. It is false where the task is at
// fault, or a place or backup is out of range, or the metres are.
func Serve(t Task, sites []int, backup int) (Service, bool) {
	s := Siting{Task: t, Existing: len(sites), Backup: backup}
	s.Task.Sites = nil
	for _, j := range sites {
		if j < 0 || j >= len(t.Sites) {
			return Service{}, false
		}
		s.Task.Sites = append(s.Task.Sites, t.Sites[j])
	}
	if t.Distance != nil {
		s.Task.Distance = func(village, site int) (int64, bool) { return t.Distance(village, sites[site]) }
	}
	if s.Validate() != nil {
		return Service{}, false
	}
	w, err := newSearch(&s)
	if err != nil {
		return Service{}, false
	}
	return w.service(w.near), true
}

// order of candidates by id, so that rows may come in any order.
func (s *Siting) candidates() []int {
	out := make([]int, 0, len(s.Task.Sites)-s.Existing)
	for j := s.Existing; j < len(s.Task.Sites); j++ {
		out = append(out, j)
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Compare(s.Task.Sites[a].ID, s.Task.Sites[b].ID) })
	return out
}
