package spec

import "github.com/county-emergency/emergency/measure"

// ClassValue is what is known of one class of things (分类实际值).
type ClassValue struct {
	Class        string
	Actual, Base Value
}

// ClassJudgement is what a target says of one class (分类结论).
type ClassJudgement struct {
	Class string
	Judgement
}

// JudgeClasses holds the values of several classes against a target by class
// (分类判定): each class against the condition that names it. all is the judgement of
// the whole, with the numbers of the class that decides; classes has one
// judgement for each condition in their order. A class without a value is
// Unknown; values of classes that the target does not name are left out. Any
// form but [ByClass] is Unknown.
func (t Target) JudgeClasses(values []ClassValue) (all ClassJudgement, classes []ClassJudgement) {
	if t.Form != ByClass || len(t.Parts) == 0 {
		return ClassJudgement{Judgement: Judgement{Verdict: Unknown, Code: ReasonUndefined}}, nil
	}
	classes = make([]ClassJudgement, len(t.Parts))
	for i, part := range t.Parts {
		var of ClassValue
		for _, v := range values {
			if v.Class == part.Class {
				of = v
				break
			}
		}
		classes[i] = ClassJudgement{Class: part.Class, Judgement: part.Judge(of.Actual, of.Base)}
		if i == 0 {
			all = classes[i]
			continue
		}
		verdict := And(all.Verdict, classes[i].Verdict)
		if all.Verdict == Met || all.Verdict == Unknown && classes[i].Verdict == Unmet {
			if classes[i].Verdict != Met {
				all = classes[i]
			}
		}
		all.Verdict = verdict
	}
	return all, classes
}

// gain judges an amount more than the base, or less where lower is better.
func (t Target) gain(actual, base Value) Judgement {
	by := func(amount measure.Ratio) Value {
		if t.Direction == LowerBetter {
			amount = amount.Neg()
		}
		return Value{Low: base.Low.Add(amount), High: base.High.Add(amount)}
	}
	least := judge(actual, t.sign(t.Strict), by(t.Limit))
	if !t.Upper.Known() {
		return least
	}
	turned := Target{Direction: LowerBetter}
	if t.Direction == LowerBetter {
		turned.Direction = HigherBetter
	}
	return both(least, judge(actual, turned.sign(false), by(t.Upper)))
}
