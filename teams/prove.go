package teams

import (
	"cmp"
	"slices"

	"github.com/county-emergency/emergency/spec"
)

// Proof is what the evidence of one unit says of the items of a checklist, by
// position (佐证结论). The zero Proof says nothing. It is a value.
type Proof struct {
	proved, refuted uint64 // items whose requirements are all met, or one of them not
	derived         uint64 // items with evidence from records, not from the unit itself
}

// Verdict returns what the evidence says of an item.
func (p Proof) Verdict(item int) spec.Verdict {
	switch {
	case item < 0 || item >= MaxItems:
		return spec.Unknown
	case p.proved>>item&1 == 1:
		return spec.Met
	case p.refuted>>item&1 == 1:
		return spec.Unmet
	}
	return spec.Unknown
}

// Derived reports whether evidence for an item was derived from records.
func (p Proof) Derived(item int) bool {
	return item >= 0 && item < MaxItems && p.derived>>item&1 == 1
}

// Facts reduces the evidence of one unit to facts of the checklist, in the
// order in which [Prove] needs them. unread is what names no item or
// requirement of the checklist.
func (c Checklist) Facts(evidence []Evidence) (facts []Fact, unread []Evidence) {
	for _, e := range evidence {
		item, ok := c.Item(e.Item)
		if !ok || item >= MaxItems || e.Checklist != c.ID {
			unread = append(unread, e)
			continue
		}
		at := 0
		list := c.Items[item].Requirements
		if len(list) > 0 || e.Requirement != "" {
			at = slices.IndexFunc(list, func(r Requirement) bool { return r.ID == e.Requirement })
			if at < 0 {
				unread = append(unread, e)
				continue
			}
		}
		f := Fact{item: uint8(item), requirement: uint8(at), derived: e.Origin != "",
			on: dayOf(e.On, undated), until: dayOf(e.Until, never)}
		f.of = uint8(c.Items[item].requirements())
		f.form, f.least, f.days = c.Items[item].asked(at)
		f.low, f.hasLow = e.Value.Low()
		f.high, f.hasHigh = e.Value.High()
		facts = append(facts, f)
	}
	slices.SortStableFunc(facts, func(a, b Fact) int {
		return cmp.Or(cmp.Compare(a.item, b.item), cmp.Compare(a.requirement, b.requirement), cmp.Compare(a.on, b.on))
	})
	return facts, unread
}

// Prove judges every item by facts of one unit that [Checklist.Facts] returned,
// as known at a moment; later ones are not read (佐证判定). An item is proved when
// every requirement of it is met, refuted when one is not: Kleene's conjunction.
// It allocates nothing.
func Prove(facts []Fact, now Moment) Proof {
	var p Proof
	for at := 0; at < len(facts); {
		item, of := facts[at].item, facts[at].of
		verdict, judged := spec.Met, uint8(0)
		for at < len(facts) && facts[at].item == item {
			first := at
			requirement := facts[at].requirement
			for at < len(facts) && facts[at].item == item && facts[at].requirement == requirement {
				if facts[at].derived {
					p.derived |= 1 << item
				}
				at++
			}
			verdict = spec.And(verdict, judge(facts[first:at], now))
			judged++
		}
		switch {
		case verdict == spec.Unmet:
			p.refuted |= 1 << item
		case verdict == spec.Met && judged == of:
			p.proved |= 1 << item
		}
	}
	return p
}

// judge judges one requirement by its facts, in the order of their days.
func judge(facts []Fact, now Moment) spec.Verdict {
	least, days := facts[0].least, facts[0].days
	form := facts[0].form
	for len(facts) > 0 && facts[len(facts)-1].on > now.known {
		facts = facts[:len(facts)-1] // known later only
	}
	switch form {
	case CountOf, SizeOf:
		return judgeNumber(facts, least, now)
	case EveryDays:
		return judgeFrequency(facts, least, days, now)
	case NotOlder:
		return judgeAge(facts, days, now)
	}
	return judgeExistence(facts, now)
}
