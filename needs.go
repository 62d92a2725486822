package emergency

import (
	"cmp"
	"slices"
	"strings"

	"github.com/county-emergency/emergency/spec"
)

// NeedOf is a piece of data with the findings that wait for it (待补数据).
type NeedOf struct {
	spec.Need
	Rules []string // rules whose findings name it, each once, in their order
	Alone int      // undecided findings that lack nothing else: its answer could settle each
	Among int      // undecided findings that lack it and more
}

// Needs returns the data that is missing, each piece once, the one first whose
// answer could settle most verdicts: first by how many undecided findings it
// blocks alone, then by how many it blocks with others, then in the order of the
// findings. What only adds to a finding that is decided, or not due, comes last.
func (r *Report) Needs() []NeedOf { return rank(r.Findings()) }

func rank(findings []spec.Finding) []NeedOf {
	var out []NeedOf
	at := map[string]int{}
	for _, f := range findings {
		counted := map[string]bool{}
		for _, need := range f.Missing {
			i, seen := at[need.Key]
			if !seen {
				i = len(out)
				at[need.Key] = i
				out = append(out, NeedOf{Need: need})
			}
			if !slices.Contains(out[i].Rules, f.Rule) {
				out[i].Rules = append(out[i].Rules, f.Rule)
			}
			if f.Verdict != spec.Unknown || f.Reason.Code == spec.ReasonNotDue || counted[need.Key] {
				continue
			}
			counted[need.Key] = true
			if distinctNeeds(f) == 1 {
				out[i].Alone++
			} else {
				out[i].Among++
			}
		}
	}
	slices.SortStableFunc(out, func(a, b NeedOf) int {
		return cmp.Or(cmp.Compare(b.Alone, a.Alone), cmp.Compare(b.Among, a.Among))
	})
	return out
}

func distinctNeeds(f spec.Finding) int {
	keys := map[string]bool{}
	for _, n := range f.Missing {
		keys[n.Key] = true
	}
	return len(keys)
}

// Needs returns what the plan reads of a county, whatever the county has: every
// need of a county of which nothing is known, on the last day of the plan, for
// the rules or targets that begin with a prefix. It is what a form asks for.
func (f FiveYearPlan) Needs(prefix string) []NeedOf {
	return f.Assess(nil, f.Period().LastDay()).Only(prefix).Needs()
}

// ReadBy returns what a rule reads of a county, whatever the county has and
// whichever way its readings are chosen: the keys the rule lists, each with the
// questions that ask for it or for parts of it, and whatever else it asks of a
// county of which nothing is known. It runs no county's data.
func (f FiveYearPlan) ReadBy(rule string) []NeedOf {
	var out []NeedOf
	for _, one := range Rules() {
		if one.ID != rule {
			continue
		}
		all := f.Needs("")
		if slices.ContainsFunc(one.Reads, func(key string) bool { _, found := askedFor(one, key, all); return !found }) {
			all = f.askedOtherwise(one, all) // only then, for it assesses once an option
		}
		for _, key := range one.Reads {
			needs, _ := askedFor(one, key, all)
			out = append(out, needs...)
		}
		for _, need := range all {
			if slices.Contains(need.Rules, rule) && !slices.ContainsFunc(out, func(have NeedOf) bool { return have.Key == need.Key }) {
				out = append(out, need)
			}
		}
	}
	return out
}

// askedOtherwise adds the needs of a county of which nothing is known under the
// other options of the rule's readings.
func (f FiveYearPlan) askedOtherwise(rule spec.Rule, all []NeedOf) []NeedOf {
	for _, r := range Readings() {
		if !slices.Contains(rule.Readings, r.ID) {
			continue
		}
		for _, option := range r.Options {
			other := *f.content()
			other.choices = other.choices.With(r.ID, option.ID)
			for _, need := range (FiveYearPlan{&other}).Needs("") {
				if !slices.ContainsFunc(all, func(have NeedOf) bool { return have.Key == need.Key }) {
					all = append(all, need)
				}
			}
		}
	}
	return all
}

// askedFor are the needs that ask for a key or for parts of it, else those that
// ask for the whole it is a part of, else, with found false, the key itself
// with plain words.
func askedFor(rule spec.Rule, key string, all []NeedOf) (needs []NeedOf, found bool) {
	var parts, wholes []NeedOf
	for _, need := range all {
		switch {
		case partOf(need.Key, key):
			parts = append(parts, need)
		case partOf(key, need.Key):
			need.Key = key
			wholes = append(wholes, need)
		}
	}
	switch {
	case len(parts) > 0:
		return parts, true
	case len(wholes) > 0:
		return wholes[:1], true
	}
	return []NeedOf{{Rules: []string{rule.ID}, Need: spec.Need{Key: key,
		Question: spec.Textf("what the rule “%s” reads at %s", "规则“%s”所需的 %s 处数据", rule.Title, key),
		Who:      spec.T("county emergency management bureau", "县应急管理局")}}}, false
}

// partOf reports whether a key is another one or a part of it: a cell of a
// table, a member of a mapping, an item of a list. [] stands for any item.
func partOf(key, whole string) bool {
	for {
		at := strings.Index(whole, "[]")
		if at < 0 {
			break
		}
		end := strings.IndexByte(key, ']')
		if end < at || !strings.HasPrefix(key, whole[:at]+"[") {
			return false
		}
		key, whole = key[end+1:], whole[at+2:]
	}
	rest, ok := strings.CutPrefix(key, whole)
	return ok && (rest == "" || strings.ContainsRune(":.[", rune(rest[0])))
}
