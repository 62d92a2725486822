package reserves

import (
	"errors"
	"slices"

	"github.com/county-emergency/emergency/measure"
)

// dispatch sends every item out, to those only who get everything in the end: a
// set that lacks a piece serves nobody. Where the stock is too small it is shared
// out in proportion to the people, if it can be brought to them so; else items
// go out the scarcest first, with the least waiting.
func (p *ReliefPlan) dispatch(f *frame) error {
	if p.tooLittle() && f.scenario.Ration == RationProportional {
		if done, err := p.send(f, p.ration(f)); done || err != nil {
			return err
		}
	}
	_, err := p.send(f, f.people)
	return err
}

// tooLittle reports whether some item never suffices.
func (p *ReliefPlan) tooLittle() bool {
	return slices.ContainsFunc(p.Items, func(r ItemRelief) bool { return r.Never != nil })
}

// ration shares the people whom the scarcest item serves out over the places,
// in proportion to their people, rounded down, and what remains one by one to
// the largest fractions, the first place where several are equal.
func (p *ReliefPlan) ration(f *frame) []measure.People {
	all := measure.People(0)
	for _, n := range f.people {
		all = atMostAll(all, n)
	}
	served := all
	for i := range p.Items {
		units := int64(0)
		for _, s := range p.Items[i].Net.Supplies {
			units += s.Units
		}
		q, err := measure.Units(units)
		if err == nil {
			served = min(served, p.Items[i].Item.sure(all, q, f.scenario.Basis))
		}
	}
	out := make([]measure.People, len(f.people))
	fits := func(n measure.People) bool {
		shareOut(out, f.people, n, all)
		return p.suffices(f, out)
	}
	// A part of a group takes a whole share at every place, so that the places
	// together can be served a little less than all of them as one.
	for steps := 16 * (len(out) + 1); steps > 0 && served > 0; steps-- {
		if fits(served) {
			return out
		}
		served--
	}
	low := measure.People(0)
	for served > low { // halve what is left
		middle := low + (served-low+1)/2
		if fits(middle) {
			low = middle
		} else {
			served = middle - 1
		}
	}
	shareOut(out, f.people, low, all)
	return out
}

// suffices reports whether there are enough units of every item for so many
// people at each place, wherever the units lie.
func (p *ReliefPlan) suffices(f *frame, people []measure.People) bool {
	for i := range p.Items {
		units, needed := int64(0), int64(0)
		for _, s := range p.Items[i].Net.Supplies {
			units += s.Units
		}
		for _, n := range people {
			q, ok := Requirement(n, p.Items[i].Item.Norm, f.scenario.Basis)
			if !ok {
				return false
			}
			needed += q.Floor()
		}
		if needed > units {
			return false
		}
	}
	return true
}

// shareOut writes how many of the people served fall to each place.
func shareOut(out, people []measure.People, served, all measure.People) {
	if all <= 0 {
		return
	}
	order := make([]int, len(people))
	fraction := make([]measure.Ratio, len(people))
	left := served
	for i, n := range people {
		part := measure.Whole(int64(n)).Mul(measure.RatioOf(int64(served), int64(all)))
		whole, _ := part.Floor()
		out[i], order[i], fraction[i] = measure.People(whole), i, part.Sub(measure.Whole(whole))
		left -= out[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { c, _ := fraction[b].Cmp(fraction[a]); return c })
	for _, i := range order {
		if left > 0 && out[i] < people[i] {
			out[i]++
			left--
		}
	}
}

// scarcest returns the places in Items, the item with the greatest part missing
// for good before the others, else in the order of the list.
func (p *ReliefPlan) scarcest() []int {
	order := make([]int, len(p.Items))
	for i := range order {
		order[i] = i
	}
	gap := func(i int) measure.Ratio {
		never := p.Items[i].Never
		if never == nil {
			return measure.Whole(0)
		}
		total := int64(0)
		for _, need := range p.Items[i].Net.Needs {
			total += need
		}
		return measure.RatioOf(never.Missing, total)
	}
	slices.SortStableFunc(order, func(a, b int) int { c, _ := gap(b).Cmp(gap(a)); return c })
	return order
}

// send sends every item to so many people at each place. Items that do not
// suffice go first, the scarcest before the others. whole reports whether
// everybody gets everything.
func (p *ReliefPlan) send(f *frame, target []measure.People) (whole bool, err error) {
	people := slices.Clone(target)
	for _, i := range p.scarcest() {
		one := &p.Items[i]
		net := f.netOf(&one.Item, people)
		var short *Shortage
		one.Dispatch, err = net.Earliest()
		if errors.As(err, &short) {
			one.Dispatch, err = net.best()
		}
		if err != nil {
			return false, err
		}
		got := make([]int64, len(people))
		for _, c := range one.Dispatch.Consignments {
			got[c.Place] += c.Units
		}
		for place := range people {
			q, err := measure.Units(got[place])
			if err != nil {
				return false, err
			}
			people[place] = min(people[place], one.Item.sure(people[place], q, f.scenario.Basis))
		}
	}
	return slices.Equal(people, target), nil
}
