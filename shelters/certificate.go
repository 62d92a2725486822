package shelters

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// farApart is where metres and prices are refused: sums of three fit an int64.
const farApart = int64(1) << 60

// CheckAssignment returns nil if the assignment houses everybody of the task,
// nobody twice and nobody over capacity, on ways that may be used, and if its
// prices prove its bound (验证方案). It looks at every pair once and at no code of
// the solver.
//
// Why the prices are a proof: every person on every way costs at least the
// price of the village less that of the site; so all together cost at least
// what the villages' prices come to, less what the sites' prices come to when
// full. That is the bound. Where it equals the person-metres, nothing is less.
func CheckAssignment(t Task, a Assignment) error {
	if err := t.Validate(); err != nil {
		return err
	}
	if len(a.VillagePrices) != len(t.Villages) || len(a.SitePrices) != len(t.Sites) {
		return fmt.Errorf("assignment: %d and %d prices for %d villages and %d sites",
			len(a.VillagePrices), len(a.SitePrices), len(t.Villages), len(t.Sites))
	}
	left, room := make([]int64, len(t.Villages)), make([]int64, len(t.Sites))
	bound, sum := new(big.Int), new(big.Int)
	for i, v := range t.Villages {
		left[i] = int64(v.People)
		bound.Add(bound, product(int64(v.People), a.VillagePrices[i]))
	}
	for j, s := range t.Sites {
		if a.SitePrices[j] < 0 {
			return fmt.Errorf("assignment: site %q has the price %d", s.ID, a.SitePrices[j])
		}
		room[j] = int64(s.Beds)
		bound.Sub(bound, product(int64(s.Beds), a.SitePrices[j]))
	}
	longest := int64(0)
	for k, leg := range a.Legs {
		if leg.Village < 0 || leg.Village >= len(left) || leg.Site < 0 || leg.Site >= len(room) {
			return fmt.Errorf("assignment: leg %d leads from village %d to site %d", k, leg.Village, leg.Site)
		}
		if k > 0 && (leg.Village < a.Legs[k-1].Village || leg.Village == a.Legs[k-1].Village && (t.Whole || leg.Site <= a.Legs[k-1].Site)) {
			return fmt.Errorf("assignment: leg %d is out of order, or of a village that is kept whole", k)
		}
		metres, ok := t.open(leg.Village, leg.Site)
		if !ok || metres != leg.Metres || metres < 0 {
			return fmt.Errorf("assignment: leg %d: no such way of %d m may be used", k, leg.Metres)
		}
		people := int64(leg.People)
		if people <= 0 || people > left[leg.Village] || people > room[leg.Site] {
			return fmt.Errorf("assignment: leg %d: %d people of %d left, with %d beds left", k, people, left[leg.Village], room[leg.Site])
		}
		left[leg.Village] -= people
		room[leg.Site] -= people
		sum.Add(sum, product(people, metres))
		longest = max(longest, metres)
	}
	for i, people := range left {
		if people != 0 {
			return fmt.Errorf("assignment: %d people of village %q are not housed", people, t.Villages[i].ID)
		}
	}
	for i, out := range a.VillagePrices {
		for j, in := range a.SitePrices {
			metres, ok := t.open(i, j)
			if !ok {
				continue
			}
			if max(metres, out, in) > farApart || min(metres, out) < -farApart || metres+in < out {
				return fmt.Errorf("assignment: the way from %q to %q is shorter than its prices", t.Villages[i].ID, t.Sites[j].ID)
			}
		}
	}
	switch {
	case longest != a.Farthest:
		return fmt.Errorf("assignment: the longest way is %d m, not %d", longest, a.Farthest)
	case !sum.IsInt64() || sum.Int64() != a.PersonMetres:
		return fmt.Errorf("assignment: the legs come to %s person-metres, not %d", sum, a.PersonMetres)
	case !bound.IsInt64() || bound.Int64() != a.Bound:
		return fmt.Errorf("assignment: the prices prove %s person-metres, not %d", bound, a.Bound)
	case a.Bound > a.PersonMetres || !t.Whole && a.Bound != a.PersonMetres:
		return fmt.Errorf("assignment: %d person-metres, and the prices prove no more than %d", a.PersonMetres, a.Bound)
	}
	return nil
}

func product(a, b int64) *big.Int { return new(big.Int).Mul(big.NewInt(a), big.NewInt(b)) }

// CheckShortage returns nil if the shortage proves that not everybody of the
// task can be housed: the villages reach no sites but those named, which lack
// the beds, and the villages named as unreached or cut off are just those (验证缺口).
func CheckShortage(t Task, s Shortage) error {
	if err := t.Validate(); err != nil {
		return err
	}
	for _, list := range []struct {
		of    []int
		count int
	}{{s.Villages, len(t.Villages)}, {s.Unreached, len(t.Villages)}, {s.CutOff, len(t.Villages)}, {s.Sites, len(t.Sites)}} {
		for k, at := range list.of {
			if at < 0 || at >= list.count || k > 0 && at <= list.of[k-1] {
				return errors.New("shortage: a village or site does not exist or is out of order")
			}
		}
	}
	people, beds := new(big.Int), new(big.Int)
	for _, j := range s.Sites {
		beds.Add(beds, big.NewInt(int64(t.Sites[j].Beds)))
	}
	for _, i := range s.Villages {
		people.Add(people, big.NewInt(int64(t.Villages[i].People)))
		reached := false
		for j := range t.Sites {
			_, ok := t.open(i, j)
			if ok && !slices.Contains(s.Sites, j) {
				return fmt.Errorf("shortage: %q reaches %q, which is not named", t.Villages[i].ID, t.Sites[j].ID)
			}
			reached = reached || ok
		}
		if reached == slices.Contains(s.Unreached, i) || slices.Contains(s.CutOff, i) != (!reached && t.cutOff(i)) {
			return fmt.Errorf("shortage: whether %q is out of reach or cut off is told wrong", t.Villages[i].ID)
		}
	}
	missing := new(big.Int).Sub(people, beds)
	if people.Cmp(big.NewInt(int64(s.People))) != 0 || beds.Cmp(big.NewInt(int64(s.Beds))) != 0 ||
		missing.Cmp(big.NewInt(int64(s.Missing))) != 0 || missing.Sign() <= 0 {
		return fmt.Errorf("shortage: %s people and %s beds, not %d and %d", people, beds, s.People, s.Beds)
	}
	return nil
}

// Check verifies the assignment; see [CheckAssignment].
func (a Assignment) Check(t Task) error { return CheckAssignment(t, a) }

// Verdict is Met where the assignment is sound and as good as it says.
func (a Assignment) Verdict(t Task) spec.Verdict {
	if a.Check(t) != nil {
		return spec.Unmet
	}
	return spec.Met
}
