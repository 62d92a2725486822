package indicators

import (
	"strings"

	"github.com/county-emergency/emergency/measure"
	"github.com/county-emergency/emergency/spec"
)

// Oddity is something in a target that does not agree with itself (目标矛盾). It is
// reported, never repaired.
type Oddity struct {
	Code string
	Text spec.Text
}

// The codes of oddities. They are permanent.
const (
	OddLooser  = "looser-than-base"   // the limit is worse than the value that the plan starts from
	OddCut     = "printed-cut"        // the printed limit is the exact one with decimals cut off
	OddRounded = "printed-rounded"    // the printed limit is the exact one rounded
	OddApart   = "conditions-differ"  // share and printed limit say different things
	OddWeaker  = "weaker-than-wider"  // a wider area asks for more
	OddNoBase  = "no-base"            // a change without a base year or a base value
	OddApprox  = "approximate-number" // the plan itself calls its number approximate
)

// Oddities returns what does not agree within one target: a limit looser than
// the stated base; a share of the base and a printed limit that differ, with
// how they do; a limit weaker than that of a wider area; a change without any
// base. What the plan does not state is not checked.
func (i Indicator) Oddities() []Oddity {
	var out []Oddity
	add := func(code string, text spec.Text) { out = append(out, Oddity{code, text}) }
	t := i.Target
	limits := []spec.Target{t}
	if t.Form == spec.Both || t.Form == spec.ByClass {
		limits = t.Parts
	}
	for _, one := range limits {
		base := one.BaseValue
		if !base.Known() {
			base = t.BaseValue
		}
		if worse(one, base) {
			add(OddLooser, spec.Textf("the limit %s is looser than the base %s", "限值%s宽于基数%s", printed(one.Limit), printed(base)))
		}
		for _, w := range i.Wider {
			if worse(one, w.Limit) || one.Form == spec.Gain && one.Limit.Less(w.Limit) {
				add(OddWeaker, spec.Textf("%s asks for %s, this target for %s", "%s目标为%s，本目标为%s", w.Area, printed(w.Limit), printed(one.Limit)))
			}
		}
	}
	if t.Form == spec.Both {
		if code, text, ok := conditionsDiffer(t); ok {
			add(code, text)
		}
	}
	if own, _ := bases(&t); own && t.Base == 0 && !hasBaseValue(&t) {
		add(OddNoBase, spec.T("the target starts from a base that it does not state", "目标未写明基数或基年"))
	}
	if i.Approximate {
		add(OddApprox, spec.T("the number is approximate as printed", "数值原文为约数"))
	}
	return out
}

func hasBaseValue(t *spec.Target) bool {
	if t.BaseValue.Known() {
		return true
	}
	for k := range t.Parts {
		if hasBaseValue(&t.Parts[k]) {
			return true
		}
	}
	return false
}

// worse reports whether a limit asks for less than a number does.
func worse(t spec.Target, than measure.Ratio) bool {
	switch t.Form {
	case spec.Ceiling:
		return than.Less(t.Limit)
	case spec.Floor:
		return t.Limit.Less(than)
	}
	return false
}

// conditionsDiffer holds a printed limit against the share of the stated base
// that stands beside it.
func conditionsDiffer(t spec.Target) (code string, text spec.Text, differ bool) {
	var limit, change measure.Ratio
	for _, part := range t.Parts {
		switch part.Form {
		case spec.Ceiling, spec.Floor:
			limit = part.Limit
		case spec.Change:
			change = part.Change
		}
	}
	factor := measure.Whole(1).Add(change)
	exact := t.BaseValue.Mul(factor)
	if !exact.Known() || !limit.Known() || exact.Equal(limit) {
		return "", spec.Text{}, false
	}
	text = spec.Textf("%s × %s = %s, printed %s", "%s × %s = %s，所载%s", printed(t.BaseValue), printed(factor), printed(exact), printed(limit))
	places := 0
	if s, ok := limit.Exact(); ok {
		if point := strings.IndexByte(s, '.'); point >= 0 {
			places = len(s) - point - 1
		}
	}
	switch {
	case limit.Text(places) == exact.Text(places):
		return OddRounded, text, true
	case limit.Equal(cut(exact, places)):
		return OddCut, text, true
	}
	return OddApart, text, true
}

// cut drops all decimals after so many.
func cut(r measure.Ratio, places int) measure.Ratio {
	scale := measure.Whole(1)
	for range places {
		scale = scale.Mul(measure.Whole(10))
	}
	n, ok := r.Mul(scale).Floor()
	if !ok {
		return measure.Ratio{}
	}
	return measure.Whole(n).Div(scale)
}

func printed(r measure.Ratio) spec.Amount { return spec.AmountOf(r, 6) }
