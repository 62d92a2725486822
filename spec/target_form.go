package spec

// Form is the shape of a target (目标形式).
type Form uint8

// The forms of a target. The zero Form is unset.
const (
	_            Form = iota
	Ceiling           // not above a limit; below it where strict
	Floor             // not below a limit; above it where strict
	Range             // between two limits, both included
	Zero              // none at all
	Change            // a share more or less than the base
	YearlyChange      // each year a share more or less than the year before
	NotWorse          // not worse than the base
	Relative          // better than a wider average; not worse than it unless strict
	Trend             // only a direction: better than the base
	Both              // two conditions at once
	Gain              // so many more than the base, in the target's unit: newly made, or better by an amount
	ByClass           // another condition for each class of things
)

var forms = [...]string{
	Ceiling: "ceiling", Floor: "floor", Range: "range", Zero: "zero", Change: "change",
	YearlyChange: "yearly-change", NotWorse: "not-worse", Relative: "relative", Trend: "trend", Both: "both",
	Gain: "gain", ByClass: "by-class",
}

// ParseForm reads the code of a form, as "ceiling".
func ParseForm(s string) (Form, bool) {
	for i := Ceiling; i <= ByClass; i++ {
		if forms[i] == s {
			return i, true
		}
	}
	return 0, false
}

// String returns the code of the form.
func (f Form) String() string {
	if int(f) >= len(forms) {
		return ""
	}
	return forms[f]
}

// Direction says which way is better. It is stated, never guessed; the zero
// Direction is unset.
type Direction uint8

// The two directions.
const (
	_            Direction = iota
	LowerBetter            // 越低越好
	HigherBetter           // 越高越好
)

// ParseDirection reads "lower" or "higher".
func ParseDirection(s string) (Direction, bool) {
	switch s {
	case "lower":
		return LowerBetter, true
	case "higher":
		return HigherBetter, true
	}
	return 0, false
}

// Nature is how firmly a target binds (指标性质). The zero Nature is unstated.
type Nature uint8

// The natures of a target.
const (
	Unstated Nature = iota // the plan does not say
	Binding                // 约束性
	Expected               // 预期性
)

// ParseNature reads "binding", "expected" or "unstated".
func ParseNature(s string) (Nature, bool) {
	for i := Unstated; i <= Expected; i++ {
		if i.String() == s {
			return i, true
		}
	}
	return 0, false
}

// String returns "binding", "expected" or "unstated".
func (n Nature) String() string {
	switch n {
	case Binding:
		return "binding"
	case Expected:
		return "expected"
	}
	return "unstated"
}
