package spec

import "github.com/county-emergency/emergency/measure"

// The codes of faults of a target.
const (
	FaultTargetForm      = "target.form"
	FaultTargetLimit     = "target.limit"
	FaultTargetDirection = "target.direction"
	FaultTargetRange     = "target.range"
	FaultTargetChange    = "target.change"
	FaultTargetParts     = "target.parts"
	FaultTargetClass     = "target.class"
)

// Validate returns every fault of the target's own figures, nil when there is
// none. It does not change the target.
func (t Target) Validate() error {
	var faults Faults
	t.check(&faults, "")
	return faults.Err()
}

func (t Target) check(faults *Faults, path string) {
	add := func(field, code string, message Text) {
		faults.Add(Fault{Path: path + field, Code: code, Message: message})
	}
	switch t.Form {
	case Ceiling, Floor:
		if !t.Limit.Known() {
			add("limit", FaultTargetLimit, T("the target has no limit", "目标没有限值"))
		}
	case Range:
		if !t.Limit.Known() || !t.Upper.Known() {
			add("limit", FaultTargetLimit, T("the range has fewer than two limits", "区间缺少上下限"))
		} else if t.Upper.Less(t.Limit) {
			add("upper", FaultTargetRange, Textf("the upper limit %s is below the lower %s", "上限 %s 小于下限 %s", t.Upper.Text(2), t.Limit.Text(2)))
		}
	case Zero:
	case Change, YearlyChange:
		if !t.Change.Known() || t.Change.Less(measure.Whole(-1)) {
			add("change", FaultTargetChange, T("the change is missing or a fall of more than everything", "变化幅度缺失或降幅超过百分之百"))
		}
		t.checkDirection(add)
	case NotWorse, Relative, Trend:
		t.checkDirection(add)
	case Gain:
		t.checkGain(add)
		t.checkDirection(add)
	case ByClass:
		t.checkClasses(faults, path, add)
	case Both:
		if len(t.Parts) < 2 {
			add("parts", FaultTargetParts, Textf("%d conditions where two are needed", "只有 %d 个条件，需要两个", len(t.Parts)))
		}
		for _, part := range t.Parts {
			if part.Form == Both || part.Form == YearlyChange || part.Form == ByClass {
				add("parts", FaultTargetParts, T("a condition cannot itself be of this form", "条件不能再为该形式"))
				continue
			}
			part.check(faults, path+"parts.")
		}
	default:
		add("form", FaultTargetForm, T("the target has no form", "目标没有形式"))
	}
}

func (t Target) checkDirection(add func(field, code string, message Text)) {
	if t.Direction == 0 {
		add("direction", FaultTargetDirection, T("the direction is not stated", "未说明方向"))
	}
}

func (t Target) checkGain(add func(field, code string, message Text)) {
	switch {
	case !t.Limit.Known() || t.Limit.Sign() < 0:
		add("limit", FaultTargetLimit, T("the target does not say how much more", "目标未说明增量"))
	case t.Upper.Known() && t.Upper.Less(t.Limit):
		add("upper", FaultTargetRange, Textf("the upper limit %s is below the lower %s", "上限 %s 小于下限 %s", t.Upper.Text(2), t.Limit.Text(2)))
	}
}

// checkClasses asks for one condition or more, each of a class of its own.
func (t Target) checkClasses(faults *Faults, path string, add func(field, code string, message Text)) {
	if len(t.Parts) == 0 {
		add("parts", FaultTargetParts, T("the target by class has no class", "分类目标没有类别"))
	}
	for i, part := range t.Parts {
		if part.Class == "" {
			add("parts", FaultTargetClass, T("a condition does not say which class it is about", "条件未说明类别"))
		}
		for _, other := range t.Parts[:i] {
			if part.Class != "" && other.Class == part.Class {
				add("parts", FaultTargetClass, Textf("the class %q stands twice", "类别 %q 重复", part.Class))
			}
		}
		if part.Form == ByClass || part.Form == YearlyChange {
			add("parts", FaultTargetParts, T("a condition cannot itself be of this form", "条件不能再为该形式"))
			continue
		}
		part.check(faults, path+"parts.")
	}
}
